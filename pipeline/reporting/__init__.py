"""What people are told: summaries of a night, findings, letters."""
