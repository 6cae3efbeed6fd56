"""Mermaid: flowcharts in."""

from whiteboard.formats.mermaid.flowchart import load_mermaid

__all__ = ["load_mermaid"]
