"""Tools for authors: run a scenario's own references."""
