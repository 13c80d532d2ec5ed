"""Letters to the owner."""
