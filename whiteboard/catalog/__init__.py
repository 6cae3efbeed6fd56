"""All kinds and technologies, as data, and what a label says about them."""
