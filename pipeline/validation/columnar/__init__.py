"""frictionless' own report, faster: it is asked only about rows that may be wrong."""
