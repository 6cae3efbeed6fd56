"""What the label of a connection says about its direction and its purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.graph.stems import stems

if TYPE_CHECKING:
    from whiteboard.model.architecture import Connection

_ANSWER = frozenset(stems("response respond reply answer ack acknowledge"))
_ANSWER_FIRST = frozenset(stems("return result deliver"))
_CONSUME = frozenset(stems("consume poll pull subscribe receive dequeue listen drain read fetch take"))
_PRODUCE = frozenset(
    stems("publish produce enqueue push send emit write append put post submit add event message log notify")
)
_READ = frozenset(stems("read get select fetch query lookup look load scan search retrieve find"))
_WRITE = frozenset(
    stems(
        "write put post insert update upsert delete save store set append create persist upload record fill"
        " invalidate index ingest sink add"
    )
)
_ANSWER_OPPOSITE = frozenset(
    stems(
        "return result deliver data ok success confirm confirmation list detail info status token id error valid found"
    )
)
"""Words that name an answer where an arrow stands opposite a request."""
_REQUEST = (
    _READ
    | _WRITE
    | frozenset(
        stems(
            "check validate verify call request invoke reserve ask process authorize authenticate charge compute"
            " calculate run execute forward route resolve register send notify cancel use sync"
        )
    )
)
"""Words that name what is asked for."""
_HANDED_OVER = frozenset(
    stems(
        "async asynchronous event publish emit enqueue webhook callback retry broadcast background trigger cdc redirect"
    )
)
_REPLICATE = frozenset(stems("replicate replica replication mirror standby failover"))


def is_answer(connection: Connection) -> bool:
    """Whether an arrow carries the answer to a request rather than the request."""
    words = stems(connection.label)
    return _any(words, _ANSWER) or _any(words[:1], _ANSWER_FIRST)


def answers(connection: Connection, asked: Connection) -> bool:
    """Whether an arrow carries the answer to what one drawn the other way asks: it says so, comes later in the story,
    or asks for nothing itself. Not when it is said to be a call.
    """
    if connection.style == "sync":
        return False
    words, request = stems(connection.label), stems(asked.label)
    if is_answer(connection) or _any(words, _ANSWER_OPPOSITE):
        return True
    if _any(words, _REQUEST):
        return False
    if connection.step is not None and asked.step is not None:
        return connection.step > asked.step
    return bool(request) if not words else _any(request, _REQUEST)


def is_handed_over(connection: Connection) -> bool:
    """Whether who sends does not wait for what becomes of it: an event, a copy, a call-back, another attempt."""
    if connection.style == "sync":
        return False
    return connection.style is not None or replicates(connection) or _any(stems(connection.label), _HANDED_OVER)


def consumes(connection: Connection) -> bool:
    """Whether the label speaks of taking messages out."""
    return _any(stems(connection.label), _CONSUME)


def produces(connection: Connection) -> bool:
    """Whether the label speaks of putting messages in."""
    return _any(stems(connection.label), _PRODUCE)


def reads(connection: Connection) -> bool:
    """Whether the label speaks of reading data."""
    return _any(stems(connection.label), _READ)


def writes(connection: Connection) -> bool:
    """Whether the label speaks of writing data."""
    return _any(stems(connection.label), _WRITE)


def replicates(connection: Connection) -> bool:
    """Whether a connection copies a store to another one."""
    return connection.style == "replication" or _any(stems(connection.label), _REPLICATE)


def _any(words: tuple[str, ...], known: frozenset[str]) -> bool:
    return not known.isdisjoint(words)
