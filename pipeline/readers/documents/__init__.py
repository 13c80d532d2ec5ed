"""Formats of documents: DOCX, RTF, DOC, and tables drawn with spaces."""
