"""Formats of workbooks: XLSX, XLS, ODS; what they say beside their values."""
