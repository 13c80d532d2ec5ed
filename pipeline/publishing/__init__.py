"""Where releases go: plans, targets, pages."""
