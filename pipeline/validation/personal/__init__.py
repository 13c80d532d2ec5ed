"""Detectors of personal data, one small class each; they say where, never what."""
