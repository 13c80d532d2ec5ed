"""A CKAN portal as a target: what stands there, what would change, the change, and its proof."""
