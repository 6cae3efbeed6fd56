from __future__ import annotations

from click.testing import CliRunner

from whiteboard.cli import main


def test_each_label_gets_a_kind_behind_a_tab() -> None:
    result = CliRunner().invoke(main, ["kinds"], input="Redis\nOrder service\n")
    assert result.output == "Redis\tcache\nOrder service\tservice\n"


def test_an_empty_line_keeps_its_place() -> None:
    result = CliRunner().invoke(main, ["kinds"], input="\nKafka\n")
    assert result.output.splitlines() == ["\tnone", "Kafka\tstream"]


def test_text_that_names_no_component_is_none() -> None:
    result = CliRunner().invoke(main, ["kinds"], input="POST /api/events\n")
    assert result.output == "POST /api/events\tnone\n"


def test_bytes_that_are_no_utf8_are_refused_with_the_line() -> None:
    result = CliRunner().invoke(main, ["kinds"], input=b"Redis\n\xff\xfe\n")
    assert result.exit_code == 2
    assert "line 2" in result.output
