"""One architecture drawn by many hands: clean plans, and the ways in which people draw their boxes and arrows.

A plan says what is meant; `drawings` draws it as somebody might who does not care how the editor would have it:
arrows that are bound to nothing and end short or too far, captions, freehand, heads of two short lines, corrections.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from drawing import arrow, box, grouped, line, shape, text
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Elements = list[dict[str, Any]]
    At = tuple[float, float]

WIDTH, HEIGHT = 160.0, 80.0
COLUMN, ROW = 420.0, 280.0


@dataclass(frozen=True)
class Plan:
    """What is meant: the label of each box by its column and row, and arrows (`->`, `<->`, `--`) between labels."""

    boxes: Mapping[str, At]
    arrows: Sequence[str]
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def links(self) -> list[tuple[str, str, str]]:
        """The arrows as source, sign and target."""
        found = []
        for arrow_ in self.arrows:
            sign = next(s for s in (" <-> ", " -> ", " -- ") if s in arrow_)
            source, target = arrow_.split(sign)
            found.append((source, sign.strip(), target))
        return found


PLANS = (
    Plan(
        boxes={
            "Web client": (0, 0),
            "API gateway": (1, 0),
            "Order service": (2, 0),
            "Orders DB": (3, 0),
            "Redis": (2, 1),
        },
        arrows=[
            "Web client -> API gateway",
            "API gateway -> Order service",
            "Order service -> Orders DB",
            "Order service -> Redis",
        ],
        labels={"API gateway -> Order service": "REST"},
    ),
    Plan(
        boxes={
            "Mobile app": (0, 1),
            "Load balancer": (1, 1),
            "Feed": (2, 0),
            "Search": (2, 1),
            "Upload": (2, 2),
            "S3": (3, 2),
            "Elasticsearch": (3, 1),
        },
        arrows=[
            "Mobile app <-> Load balancer",
            "Load balancer -> Feed",
            "Load balancer -> Search",
            "Load balancer -> Upload",
            "Search -> Elasticsearch",
            "Upload -> S3",
        ],
        labels={"Mobile app <-> Load balancer": "HTTPS", "Upload -> S3": "put photo"},
    ),
    Plan(
        boxes={
            "Users": (0, 0),
            "Booking": (1, 0),
            "Kafka": (1, 1),
            "Mailer": (1, 2),
            "Postgres": (2, 0),
            "Analytics": (0, 2),
        },
        arrows=[
            "Users -> Booking",
            "Booking -- Postgres",
            "Booking -> Kafka",
            "Kafka -> Mailer",
            "Kafka -> Analytics",
        ],
        labels={"Booking -> Kafka": "booking made"},
    ),
)


def boxed(label: str, x: float, y: float) -> Elements:
    return box(label, label, x, y, WIDTH, HEIGHT)


def overwritten(label: str, x: float, y: float) -> Elements:
    """A shape with a text laid on it, that is not bound to it."""
    return [shape(label, x, y, WIDTH, HEIGHT), text(label, x + 15, y + 25, f"{label}-label")]


def badly_centred(label: str, x: float, y: float) -> Elements:
    return [
        shape(label, x, y, WIDTH, HEIGHT),
        text(label, x + WIDTH - 11 * len(label) + 12, y + HEIGHT - 22, f"{label}-label"),
    ]


def captioned(label: str, x: float, y: float) -> Elements:
    """A bare ellipse with its name below."""
    under = text(label, x + WIDTH / 2 - 5.5 * len(label), y + HEIGHT + 8, f"{label}-label")
    return [shape(label, x, y, WIDTH, HEIGHT, type="ellipse"), under]


def titled(label: str, x: float, y: float) -> Elements:
    """A bare shape with its name above."""
    above = text(label, x + WIDTH / 2 - 5.5 * len(label), y - 32, f"{label}-label")
    return [shape(label, x, y, WIDTH, HEIGHT), above]


def icon(label: str, x: float, y: float) -> Elements:
    """An icon of many strokes, its name below and apart from the group."""
    bars = [line(f"{label}-{i}", (x + 8, y + 15 * i), (x + WIDTH - 8, y + 15 * i)) for i in range(1, 5)]
    parts = grouped(
        f"{label}-icon", shape(label, x, y, WIDTH, HEIGHT), bars, shape(f"{label}-led", x + 50, y + 5, 6, 6)
    )
    return [*parts, text(label, x + WIDTH / 2 - 5.5 * len(label), y + HEIGHT + 6, f"{label}-label")]


def picture(label: str, x: float, y: float) -> Elements:
    under = text(label, x + WIDTH / 2 - 5.5 * len(label), y + HEIGHT + 4, f"{label}-label")
    return grouped(f"{label}-group", shape(label, x, y, WIDTH, HEIGHT, type="image"), under)


def tilted(label: str, x: float, y: float) -> Elements:
    """A group of a box and its text, turned a little."""
    turned = [element | {"angle": 0.12} for element in overwritten(label, x, y)]
    return grouped(f"{label}-group", turned)


def upright(label: str, x: float, y: float) -> Elements:
    """A box that was drawn upright and turned by a quarter."""
    dx = (WIDTH - HEIGHT) / 2
    body = shape(label, x + dx, y - dx, HEIGHT, WIDTH, angle=math.pi / 2)
    return [body, text(label, x + 15, y + 28, f"{label}-label")]


def outlined(label: str, x: float, y: float) -> Elements:
    """A box drawn freehand, not quite closed."""
    corners = [(x + 3, y + 2), (x + WIDTH, y), (x + WIDTH - 2, y + HEIGHT), (x, y + HEIGHT - 3), (x + 1, y - 4)]
    return [freehand(label, *_wavy(corners)), text(label, x + 15, y + 25, f"{label}-label")]


def bare(label: str, x: float, y: float) -> Elements:
    """A word without a box."""
    return [text(label, x + 20, y + HEIGHT / 2 - 12, label)]


def copied(label: str, x: float, y: float) -> Elements:
    """A stack of two."""
    return [shape(f"{label}-copy", x + 10, y - 10, WIDTH, HEIGHT), *boxed(label, x, y)]


def wordy(label: str, x: float, y: float) -> Elements:
    """A box that is too small for its text."""
    return [
        shape(label, x + 15, y + 10, WIDTH - 30, HEIGHT - 20),
        text(label, x + 80 - 5.5 * len(label), y + 28, f"{label}-label"),
    ]


def drum(label: str, x: float, y: float) -> Elements:
    """A cylinder of a box and two ellipses that nobody grouped."""
    lids = [shape(f"{label}-lid{i}", x, y + i * (HEIGHT - 24), WIDTH, 24, type="ellipse") for i in (0, 1)]
    return [shape(label, x, y + 12, WIDTH, HEIGHT - 24), *lids, text(label, x + 15, y + 28, f"{label}-label")]


def numbered(label: str, x: float, y: float) -> Elements:
    """A box with the number of a step at its corner."""
    badge = [
        shape(f"{label}-badge", x - 10, y - 10, 24, 24, type="ellipse"),
        text("3", x - 4, y - 8, f"{label}-number", fontSize=14),
    ]
    return [*boxed(label, x, y), *badge]


BOXES = (
    wordy,
    drum,
    numbered,
    boxed,
    overwritten,
    badly_centred,
    captioned,
    titled,
    icon,
    picture,
    tilted,
    upright,
    outlined,
    copied,
)


@dataclass(frozen=True)
class Course:
    """Where an arrow runs, and what it connects."""

    id: str
    points: tuple[At, ...]
    sign: str
    source: str
    target: str

    @property
    def heads(self) -> dict[str, str | None]:
        start = "arrow" if self.sign == "<->" else None
        end = None if self.sign == "--" else "triangle"
        return {"startArrowhead": start, "endArrowhead": end}


def bound(course: Course) -> Elements:
    return [arrow(course.id, *course.points, start=course.source, end=course.target, **course.heads)]


def half_bound(course: Course) -> Elements:
    return [arrow(course.id, *course.points, start=course.source, **course.heads)]


def loose(course: Course) -> Elements:
    return [arrow(course.id, *course.points, **course.heads)]


def gone(course: Course) -> Elements:
    """Bound to what was deleted."""
    return [arrow(course.id, *course.points, start="deleted", end="long ago", **course.heads)]


def dashed(course: Course) -> Elements:
    return [arrow(course.id, *course.points, strokeStyle="dashed", **course.heads)]


def backwards(course: Course) -> Elements:
    """Drawn from its target, with the head at its start."""
    heads = {"startArrowhead": course.heads["endArrowhead"], "endArrowhead": course.heads["startArrowhead"]}
    return [arrow(course.id, *course.points[::-1], **heads)]


def headed_line(course: Course) -> Elements:
    """A line of the line tool that was given heads."""
    return [line(course.id, *course.points, **course.heads)]


def in_two_strokes(course: Course) -> Elements:
    """A line that an arrow goes on from."""
    middle = _middle(course.points)
    first = line(f"{course.id}-first", course.points[0], middle, startArrowhead=course.heads["startArrowhead"])
    second = arrow(
        course.id, (middle[0] + 3, middle[1] - 2), course.points[-1], endArrowhead=course.heads["endArrowhead"]
    )
    return [first, second]


def with_barbs(course: Course) -> Elements:
    """A line with two short lines at the end for a head."""
    drawn = [line(course.id, *course.points)]
    for name, tip, before in _tips(course):
        drawn += [line(f"{course.id}-{name}{i}", tip, point) for i, point in enumerate(_barbs(tip, before))]
    return drawn


def with_angle(course: Course) -> Elements:
    """A line with a V at the end for a head, in one stroke."""
    drawn = [line(course.id, *course.points)]
    for name, tip, before in _tips(course):
        one, other = _barbs(tip, before)
        drawn.append(freehand(f"{course.id}-{name}", one, tip, other))
    return drawn


def freehand_arrow(course: Course) -> Elements:
    """A wavy freehand line, its heads drawn as separate strokes."""
    drawn = [freehand(course.id, *_wavy(course.points))]
    for name, tip, before in _tips(course):
        one, other = _barbs(tip, before)
        drawn.append(freehand(f"{course.id}-{name}", one, tip, other))
    return drawn


def freehand_at_once(course: Course) -> Elements:
    """A wavy line that ends in the barbs of its head, without lifting the pen; with two heads, in two strokes."""
    if course.sign != "->":
        return freehand_arrow(course)
    ((_, tip, before),) = _tips(course)
    one, other = _barbs(tip, before)
    return [freehand(course.id, *_wavy(course.points), one, tip, other)]


def bowed(course: Course) -> Elements:
    """A curve."""
    (ax, ay), (bx, by) = course.points[0], course.points[-1]
    bow = ((ax + bx) / 2 - (by - ay) / 8, (ay + by) / 2 + (bx - ax) / 8)
    return [arrow(course.id, course.points[0], bow, course.points[-1], **course.heads)]


def to_the_label(course: Course) -> Elements:
    """Bound to the text in a box."""
    return [arrow(course.id, *course.points, end=f"{course.target}-label", **course.heads)]


def there_and_back(course: Course) -> Elements:
    """A call and its answer in one stroke, that turns at the other box."""
    if course.sign != "<->":
        return bound(course)
    (ax, ay), (bx, by) = course.points[0], course.points[-1]
    off = (0.0, 15.0) if abs(bx - ax) > abs(by - ay) else (15.0, 0.0)
    return [arrow(course.id, (ax - off[0], ay - off[1]), (bx, by), (ax + off[0], ay + off[1]))]


ARROWS: tuple[Callable[[Course], Elements], ...] = (
    bowed,
    to_the_label,
    there_and_back,
    bound,
    half_bound,
    loose,
    gone,
    dashed,
    backwards,
    headed_line,
    in_two_strokes,
    with_barbs,
    with_angle,
    freehand_arrow,
    freehand_at_once,
)


def freehand(id_: str, *points: At) -> dict[str, Any]:
    stroke: dict[str, Any] = line(id_, *points, type="freedraw", endArrowhead=None)
    return stroke


def _wavy(points: Sequence[At]) -> list[At]:
    """The points with others in between, a little off the way."""
    found = []
    for (ax, ay), (bx, by) in pairwise(points):
        span = math.dist((ax, ay), (bx, by)) or 1.0
        for i in range(8):
            off = 2.5 * math.sin(2.4 * i) * (i > 0)
            found.append(
                (ax + (bx - ax) * i / 8 - (by - ay) / span * off, ay + (by - ay) * i / 8 + (bx - ax) / span * off)
            )
    return [*found, points[-1]]


def _barbs(tip: At, before: At) -> tuple[At, At]:
    """The outer ends of the two strokes of a head."""
    back = math.atan2(before[1] - tip[1], before[0] - tip[0])
    one, other = ((tip[0] + 18 * math.cos(back + turn), tip[1] + 18 * math.sin(back + turn)) for turn in (0.5, -0.5))
    return one, other


def _tips(course: Course) -> list[tuple[str, At, At]]:
    found = [("head", course.points[-1], course.points[-2])] if course.sign != "--" else []
    return found + ([("tail", course.points[0], course.points[1])] if course.sign == "<->" else [])


def _middle(points: Sequence[At]) -> At:
    (ax, ay), (bx, by) = points[0], points[-1]
    return ((ax + bx) / 2, (ay + by) / 2)


def course_between(link: tuple[str, str, str], boxes: Mapping[str, At], short: float, *, elbow: bool) -> Course:
    """The way between two boxes, straight or with corners; `short` of both."""
    source, sign, target = link
    (ax, ay), (bx, by) = (_centre(boxes[end]) for end in (source, target))
    across = abs(bx - ax) >= abs(by - ay)
    start, end = _on_border((ax, ay), (bx, by), across, short), _on_border((bx, by), (ax, ay), across, short)
    points: tuple[At, ...] = (start, end)
    if elbow and min(abs(bx - ax), abs(by - ay)) > 1:
        half = _middle((start, end))
        corners = ((half[0], start[1]), (half[0], end[1])) if across else ((start[0], half[1]), (end[0], half[1]))
        points = (start, *corners, end)
    return Course(f"{source} {sign} {target}", points, sign, source, target)


def _centre(place: At) -> At:
    return (place[0] * COLUMN + WIDTH / 2, place[1] * ROW + HEIGHT / 2)


def _on_border(inner: At, outer: At, across: bool, short: float) -> At:
    """The middle of the side that faces the other box, and some way out from it."""
    if across:
        return (inner[0] + math.copysign(WIDTH / 2 + short, outer[0] - inner[0]), inner[1])
    return (inner[0], inner[1] + math.copysign(HEIGHT / 2 + short, outer[1] - inner[1]))


def crossed_out() -> Elements:
    """An idea that was given up."""
    return [*boxed("Old monolith", 0, 900), line("x1", (-5, 895), (165, 985)), line("x2", (-5, 985), (165, 895))]


def deleted() -> Elements:
    """What the editor keeps of what was deleted."""
    return [element | {"isDeleted": True} for element in boxed("Deleted service", 420, 0)]


def spelled() -> Elements:
    """A title in single letters."""
    return [text(letter, 40.0 * i, -300, f"title{i}", fontSize=36) for i, letter in enumerate("DESIGN")]


def listed() -> Elements:
    return [text("Requirements:\n- users can order\n- p99 under 100 ms", -700, -200, "list")]


def leftovers() -> Elements:
    """An arrow without length, an empty text, a dot of the pen."""
    return [
        arrow("none", (500, 500), (500, 500)),
        text("", 300, 500, "empty"),
        freehand("dot", (700.0, 180.0), (701.0, 181.0)),
    ]


NOISE = (crossed_out, deleted, spelled, listed, leftovers)


def label_beside(course: Course, words: str) -> Elements:
    """A free text on the middle of an arrow."""
    middle = _middle(course.points[:2] if len(course.points) == 2 else course.points[1:3])
    return [text(words, middle[0] - 5 * len(words), middle[1] - 30, f"{course.id}-text", fontSize=16)]


def label_bound(course: Course, words: str) -> Elements:
    middle = _middle(course.points)
    return [
        text(words, middle[0] - 5 * len(words), middle[1] - 10, f"{course.id}-text", fontSize=16, containerId=course.id)
    ]


@dataclass(frozen=True)
class Drawing:
    """A plan as somebody drew it."""

    plan: Plan
    elements: Elements
    hand: str
    """How it was drawn, for the message when it is misread."""


def unordered(links: Sequence[str]) -> list[str]:
    """Links by their labels, sorted; the ends of those without one direction are put in order."""
    found = []
    for link in links:
        sign = next(s for s in (" <-> ", " -> ", " -- ") if s in link)
        found.append(link if sign == " -> " else sign.join(sorted(link.split(sign))))
    return sorted(found)


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    plan = draw(st.sampled_from(PLANS))
    elements: Elements = []
    hand = []
    for label, (column, row) in plan.boxes.items():
        how = draw(st.sampled_from(BOXES))
        hand.append(f"{label}: {how.__name__}")
        elements += how(label, column * COLUMN, row * ROW)
    for link in plan.links:
        stroke = draw(st.sampled_from(ARROWS))
        short = draw(st.sampled_from([0, 4, 12, 22, -6, -18]))
        course = course_between(link, plan.boxes, short, elbow=draw(st.booleans()))
        hand.append(f"{course.id}: {stroke.__name__} short={short} corners={len(course.points) - 2}")
        elements += stroke(course)
        if course.id in plan.labels:
            beside = draw(st.sampled_from([label_beside, label_bound]))
            elements += beside(course, plan.labels[course.id])
    for noise in NOISE:
        if draw(st.booleans()):
            hand.append(noise.__name__)
            elements += noise()
    if draw(st.booleans()):
        hand.append("all grouped")
        elements = grouped("all", elements)
    size = draw(st.sampled_from([1.0, 1.0, 0.6, 2.0]))
    hand.append(f"size {size}")
    return Drawing(plan, [_sized(element, size) for element in elements], "\n".join(hand))


def _sized(element: dict[str, Any], size: float) -> dict[str, Any]:
    """The element as on a board that was drawn larger or smaller."""
    numbers = {key: element[key] * size for key in ("x", "y", "width", "height", "fontSize") if key in element}
    points = {"points": [[x * size, y * size] for x, y in element["points"]]} if "points" in element else {}
    return element | numbers | points
