"""Whiteboard: the practice room for system-design interviews.

Values flow one way: scene → reading → checks → findings → assessment → report.
"""

__version__ = "0.1.0"
