"""The built-in check types, one a module; entry points of the group `whiteboard.checks` make them known."""
