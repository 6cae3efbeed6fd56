"""Finding what lies near without comparing everything with everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whiteboard.model.errors import Problem, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.reading.geometry import Box

MAX_PAIRS_PER_BOX = 40
"""A board on which everything overlaps everything has pairs without number: it is refused."""

_FREE_PAIRS = 200_000
_CHUNK = 256


class BoxIndex:
    """An R-tree over boxes (shapely's STRtree); boxes are named by their place in the sequence."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        import shapely  # a diagram has no geometry, and need not wait for it

        self._tree = shapely.STRtree(_shapes(boxes))

    def near(self, boxes: Sequence[Box], margin: float = 0.0) -> list[list[int]]:
        """For each given box, the indexed boxes that overlap it or come within the margin (as boxes), in their order.

        Raises TooLargeError when the boxes overlap so much that a reading would take minutes.
        """
        found: list[list[int]] = [[] for _ in boxes]
        limit = _FREE_PAIRS + MAX_PAIRS_PER_BOX * len(boxes)
        total = 0
        for start in range(0, len(boxes), _CHUNK):
            chunk = [box.grown(margin) for box in boxes[start : start + _CHUNK]]
            asked, hits = self._tree.query(_shapes(chunk))
            total += len(hits)
            if total > limit:
                message = f"too many elements lie on top of each other (over {limit:,} pairs)"
                raise TooLargeError(Problem(message=message, hint="spread them out, or delete the copies"))
            for i, hit in sorted(zip(asked.tolist(), hits.tolist(), strict=True)):
                found[start + i].append(hit)
        return found


def _shapes(boxes: Sequence[Box]) -> Any:
    """The boxes as an array of shapely's polygons."""
    import shapely

    if not boxes:
        return []
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return shapely.box(lefts, tops, rights, bottoms)
