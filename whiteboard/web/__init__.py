"""The Flask app: one blueprint per area. `whiteboard.web.app:create_app` makes it."""
