"""Where raw material comes from: fetching and keeping it."""
