from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whiteboard.formats.elements.lettering import laid_out, width_of


def test_lines_break_between_words() -> None:
    assert laid_out("Order service and cache", 16, 120).text == "Order service\nand cache"


def test_a_word_that_is_too_wide_is_cut() -> None:
    assert laid_out("abcdefgh", 10, 30).text == "abcde\nfgh"


def test_typed_lines_stay() -> None:
    lines = laid_out("API\n\nv2", 16)
    assert (lines.text, lines.height) == ("API\n\nv2", 60)


def test_full_width_characters_are_wider() -> None:
    assert width_of("数据库", 10) > width_of("abc", 10)


@given(st.text(max_size=80), st.floats(20, 300))
def test_no_line_is_wider_than_it_may_be(text: str, width: float) -> None:
    assert all(width_of(line, 16) <= width + 1e-9 for line in laid_out(text, 16, width).text.split("\n"))
