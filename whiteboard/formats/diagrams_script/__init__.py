"""Python scripts for the `diagrams` library: read as syntax trees, never executed."""

from whiteboard.formats.diagrams_script.load import is_diagrams_script, load_diagrams_script

__all__ = ["is_diagrams_script", "load_diagrams_script"]
