"""What rules, checks and check types say of themselves: the source of `whiteboard explain`, the pages and docs/."""

from whiteboard.manual.look_up import look_up

__all__ = ["look_up"]
