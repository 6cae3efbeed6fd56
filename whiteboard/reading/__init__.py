"""From a drawing to a reading: figures, connectors, groups, notes."""
