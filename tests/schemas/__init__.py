"""Tests of the schemas that the project ships; what the publications say stands in `*.csv`."""
