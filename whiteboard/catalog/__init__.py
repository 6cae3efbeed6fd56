"""All kinds and technologies, as data, and what a label says about them."""

from whiteboard.catalog.load import label_kind, load_catalog

__all__ = ["label_kind", "load_catalog"]
