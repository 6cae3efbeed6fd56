"""Notes: the text on the board that is no component, sorted under headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whiteboard.model.architecture import Note
from whiteboard.reading import words
from whiteboard.reading.geometry import Box
from whiteboard.reading.headings import heading_of_line
from whiteboard.reading.index import BoxIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whiteboard.formats.excalidraw import Element
    from whiteboard.model.architecture import Heading
    from whiteboard.reading.visible import Visible

_FAR_BELOW = 400.0
"""How far below a heading its text may begin."""
_AMOUNT = re.compile(
    r"(?<![\d.,])\d[\d.,]*+\s*+(?:[kmbgt]\b|million|billion|thousand|млн|млрд|тыс|qps|rps|tps|dau|mau|[kmgtp]b\b|гб|мб|кб"
    r"|%|ms\b|мс\b|/\s?s\b|per (?:sec|second|day|month|year)|a (?:second|day))",
    re.IGNORECASE,
)
_QUALITY = re.compile(
    r"\b(?:latency|availab|consisten|durab|scalab|reliab|throughput|fault|secur|uptime|p9\d|eventual)\w*", re.IGNORECASE
)
_RISK = re.compile(
    r"\b(?:risk|bottleneck|single point|spof|hot ?spot|stampede|thundering herd|overload|trade-?off)\w*", re.IGNORECASE
)
_ABILITY = re.compile(
    r"\b(?:users?|system|clients?|customers?)\b.{0,30}\b(?:can|should|must|be able to)\b|^\W*should\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Section:
    """A stretch of text under one heading, or under none."""

    text: str
    heading: Heading | None


def find_notes(visible: Visible, panels: Iterable[Sequence[Element]], texts: Iterable[Element]) -> tuple[Note, ...]:
    """Make notes of panels (the texts of one figure each) and of free texts; from top to bottom."""
    blocks = [*(tuple(panel) for panel in panels if panel), *((text,) for text in texts)]
    blocks.sort(key=lambda block: (visible.boxes[block[0].id].top, visible.boxes[block[0].id].left, block[0].id))
    sections = [_sections("\n".join(text.text for text in block)) for block in blocks]
    above = _headings_above(visible, blocks, sections)
    notes = []
    for block, parts, over in zip(blocks, sections, above, strict=True):
        element_ids = tuple(text.id for text in block)
        for number, part in enumerate(parts, 1):
            heading = part.heading or (over if number == 1 else None) or _heading_by_content(part.text)
            id_ = block[0].id if number == 1 else f"{block[0].id}#{number}"
            notes.append(Note(id=id_, text=part.text, heading=heading, element_ids=element_ids))
    return tuple(notes)


def notes_of(texts: Iterable[str]) -> tuple[Note, ...]:
    """Make notes of texts that stand nowhere on a board; `n1`, `n2` and so on."""
    parts = [part for text in texts for part in _sections(text)]
    return tuple(
        Note(id=f"n{number}", text=part.text, heading=part.heading or _heading_by_content(part.text))
        for number, part in enumerate(parts, 1)
    )


def _sections(text: str) -> list[_Section]:
    """Cut a text at the lines that are headings."""
    sections: list[tuple[list[str], Heading | None]] = [([], None)]
    for line in text.split("\n"):
        heading = heading_of_line(line.strip())
        if heading:
            sections.append(([], heading))
        sections[-1][0].append(line)
    found = [_Section("\n".join(lines).strip(), heading) for lines, heading in sections]
    return [section for section in found if section.text]


def _headings_above(
    visible: Visible, blocks: Sequence[Sequence[Element]], sections: Sequence[Sequence[_Section]]
) -> list[Heading | None]:
    """For each block, the heading that stands by itself above it in its column; the nearest one counts."""
    titles = [
        (visible.boxes[block[0].id], parts[0].heading)
        for block, parts in zip(blocks, sections, strict=True)
        if len(parts) == 1 and parts[0].heading and len(parts[0].text.split("\n")) == 1
    ]
    index = BoxIndex([box for box, _ in titles])
    boxes = [visible.boxes[block[0].id] for block in blocks]
    columns = [Box(box.left, box.top - _FAR_BELOW, box.right, box.top) for box in boxes]
    found: list[Heading | None] = []
    for box, near in zip(boxes, index.near(columns), strict=True):
        above = [(box.top - titles[i][0].top, titles[i][1]) for i in near if titles[i][0].top < box.top]
        found.append(min(above, key=lambda pair: pair[0])[1] if above else None)
    return found


def _heading_by_content(text: str) -> Heading:
    """Sort a text without a heading by what it looks like."""
    if words.is_interface(text):
        return "api"
    if words.is_schema(text):
        return "data_model"
    if _AMOUNT.search(text):
        return "estimates"
    if _RISK.search(text):
        return "risks"
    if _QUALITY.search(text):
        return "non_functional"
    return "functional" if _ABILITY.search(text) else "other"
