"""File formats, in and out: the syntax of a drawing, not its meaning."""
