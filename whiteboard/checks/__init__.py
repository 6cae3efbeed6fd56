"""Checks: one type, one module. `evaluate` runs them."""
