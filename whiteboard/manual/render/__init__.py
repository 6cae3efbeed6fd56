"""A page of the manual in a format: one module per format."""
