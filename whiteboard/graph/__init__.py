"""The architecture as graphs one can walk: calls, flows, journeys."""

from whiteboard.graph.graph import Graph

__all__ = ["Graph"]
