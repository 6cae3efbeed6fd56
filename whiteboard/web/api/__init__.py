"""The JSON API: state changes need the header X-CSRFToken, sessions open for their owner alone."""
