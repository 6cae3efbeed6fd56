"""The Flask app: one blueprint per area."""
