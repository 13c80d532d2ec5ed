"""Bytes to text, cells and trees; every cell and line keeps its place."""
