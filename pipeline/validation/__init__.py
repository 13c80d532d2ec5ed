"""What is wrong with a table, and what must not leave the house."""
