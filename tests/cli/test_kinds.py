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
    assert result.stderr == "standard input:2:1: not UTF-8 text\n"


def test_a_byte_order_mark_is_no_part_of_the_first_label() -> None:
    result = CliRunner().invoke(main, ["kinds"], input=b"\xef\xbb\xbfRedis\r\n")
    assert result.output == "Redis\tcache\n"
