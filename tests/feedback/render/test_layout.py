from __future__ import annotations

from whiteboard.feedback.render.layout import Line, laid_out, plain

LINE = Line("one two three four five six seven", "  major  ", "red")


def test_plain_text_is_neither_wrapped_nor_coloured() -> None:
    assert plain([LINE, Line()]) == "  major  one two three four five six seven\n\n"


def test_text_goes_on_beside_its_lead_which_alone_is_coloured() -> None:
    assert laid_out([LINE], 40, colour=True).splitlines() == [
        "\x1b[31m  major  \x1b[0mone two three four five six",
        "         seven",
    ]


def test_wide_characters_take_two_columns() -> None:
    wide = Line("数据 " * 10, "数据 ")
    assert all(len(line) <= 28 for line in laid_out([wide], 40, colour=False).splitlines())
    assert laid_out([wide], 40, colour=False).splitlines()[1].startswith("     数据")


def test_brackets_are_no_markup() -> None:
    assert laid_out([Line("[red]hi[/red] [/x]")], 40, colour=True) == "[red]hi[/red] [/x]\n"
