"""What the label of a connection says about its direction and its purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.graph.words import speaks_of, stems

if TYPE_CHECKING:
    from whiteboard.model.architecture import Connection

_ANSWER = ("response", "respond", "reply", "answer", "ack", "acknowledge")
_ANSWER_FIRST = frozenset(stem for word in ("return", "result", "deliver") for stem in stems(word))
_CONSUME = tuple("consume poll pull subscribe receive dequeue listen drain read fetch take".split())
_PRODUCE = tuple(
    "publish produce enqueue push send emit write append put post submit add event message log notify".split()
)
_READ = (*"read get select fetch query lookup load scan search retrieve find".split(), "look up")
_WRITE = tuple(
    "write put post insert update upsert delete save store set append create persist upload record fill"
    " invalidate index ingest sink add".split()
)
_REPLICATE = ("replicate", "replica", "replication", "mirror", "standby", "failover")


def is_answer(connection: Connection) -> bool:
    """Whether an arrow carries the answer to a request rather than the request."""
    first = stems(connection.label)[:1]
    return bool(speaks_of(connection.label, _ANSWER)) or bool(first and first[0] in _ANSWER_FIRST)


def consumes(connection: Connection) -> bool:
    """Whether the label speaks of taking messages out."""
    return bool(speaks_of(connection.label, _CONSUME))


def produces(connection: Connection) -> bool:
    """Whether the label speaks of putting messages in."""
    return bool(speaks_of(connection.label, _PRODUCE))


def reads(connection: Connection) -> bool:
    """Whether the label speaks of reading data."""
    return bool(speaks_of(connection.label, _READ))


def writes(connection: Connection) -> bool:
    """Whether the label speaks of writing data."""
    return bool(speaks_of(connection.label, _WRITE))


def replicates(connection: Connection) -> bool:
    """Whether a connection copies a store to another one."""
    return connection.style == "replication" or bool(speaks_of(connection.label, _REPLICATE))
