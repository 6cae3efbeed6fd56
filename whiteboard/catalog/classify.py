"""Label to kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.catalog.values import Classification

if TYPE_CHECKING:
    from whiteboard.catalog.lexicon import Lexicon

_SHAPES = {"cylinder": "datastore", "person": "client", "cloud": "external_service", "queue": "queue"}


def classify(label: str, lexicon: Lexicon, *, shape: str | None = None) -> Classification:
    """What a component with this label is."""
    mentions = lexicon.mentions(label)
    technology = next((m.term.technology for m in mentions if m.term.technology), None)
    if mentions:
        head = mentions[-1]
        return Classification(
            kind=head.term.kind, technology=technology, confidence=0.8, reason=f"“{head.text}” names the kind"
        )
    if shape in _SHAPES:
        return Classification(kind=_SHAPES[shape], confidence=0.4, reason=f"drawn as a {shape}")
    return Classification(kind="other", confidence=0.1, reason="no word of the label names a kind")
