"""A board in other formats: one module a format."""
