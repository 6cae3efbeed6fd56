"""The architecture as graphs one can walk: calls, flows, journeys."""
