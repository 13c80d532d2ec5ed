"""The Ukrainian language and its codes: pure functions, no input or output."""
