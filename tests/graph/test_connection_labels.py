from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from whiteboard.graph.connection_labels import consumes, is_answer, produces, reads, replicates, writes
from whiteboard.model.architecture import Connection

if TYPE_CHECKING:
    from collections.abc import Callable


def labelled(label: str) -> Connection:
    return Connection(id="c", source="a", target="b", label=label)


@pytest.mark.parametrize(
    ("says", "label"),
    [
        (is_answer, "HTTP response"),
        (is_answer, "returns the list"),
        (consumes, "Subscribes to orders"),
        (produces, "publishing events"),
        (reads, "GET /items"),
        (writes, "upserts rows"),
        (replicates, "async replication"),
    ],
)
def test_what_a_label_says(says: Callable[[Connection], bool], label: str) -> None:
    assert says(labelled(label))
    assert not says(labelled("HTTPS"))


def test_a_result_that_is_asked_for_is_no_answer() -> None:
    assert not is_answer(labelled("fetch result"))


def test_the_style_of_replication_needs_no_label() -> None:
    assert replicates(Connection(id="c", source="a", target="b", style="replication"))
