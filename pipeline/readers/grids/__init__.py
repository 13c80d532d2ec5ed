"""A table of whatever format as rows of equal cells: where it stands, what is no data."""
