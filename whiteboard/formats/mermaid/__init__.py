"""Mermaid: flowcharts, architecture diagrams and C4 in."""

from whiteboard.formats.mermaid.load import load_mermaid

__all__ = ["load_mermaid"]
