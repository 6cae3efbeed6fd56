"""The values everything else passes on: frozen, typed, without I/O."""
