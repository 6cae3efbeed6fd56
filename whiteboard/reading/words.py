"""What the words of a text say by their form: a name, a list, an interface, a schema, a number of copies."""

from __future__ import annotations

import re

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪◦‣+>]|\d{1,2}[.)]|\(\d{1,2}\)|[a-z]\))\s*(?=\S)")
_LEAST_ITEMS = 2
_LONGEST_NAME = 8
_MOST_LINES_OF_NAME = 3
_REPLICAS = re.compile(
    r"""(?:^|[\s(\[])[x×✕]\s?(?!86\b|64\b)(?P<after>\d{1,4})\b
      | \b(?P<before>\d{1,4})\s?[x×✕](?=$|[\s)\],.])
      | (?<![\w.#-])(?P<counted>\d{1,4})[\s-]+(?:read\s+)?(?:replicas?|standbys?|followers?|slaves?|instances?|nodes?
          |copies|servers?|workers?|pods?|brokers?|machines?|box(?:es)?|vms?|hosts?)\b(?!\s+per\b)
      | \b(?:replicas?|instances?)\s*[:=]\s*(?P<stated>\d{1,4})\b
      | \b(?:replicas|instances|nodes|servers|workers|pods|brokers|machines)\s*\((?P<bracketed>\d{1,4})\)""",
    re.IGNORECASE | re.VERBOSE,
)
_COUNT = re.compile(r"\d|one|single|two|three|four|five|six", re.IGNORECASE)
_NUMBER_WORDS = {"one": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBER_WORD = re.compile(r"\b(?:one|single|two|three|four|five|six)\b", re.IGNORECASE)
_HTTP = re.compile(
    r"^\W*(?:GET|POST|PUT|PATCH|DELETE|HEAD)\b\W*(?:https?:|/|\w+\s*[/({]|:)|\b(?:GET|POST|PUT|PATCH|DELETE)\s+/",
    re.IGNORECASE | re.MULTILINE,
)
_METHOD = re.compile(r"^\W*(?:GET|POST|PUT|PATCH|DELETE)\s+\w", re.MULTILINE)
_CALL = re.compile(r"^\W*[A-Za-z]\w*\([^)]*\)\s*(?:->|→|:|$)", re.MULTILINE)
_FIELD = re.compile(
    r"^\W*(?:\w*_?id|uuid|\w+Id|\w+_at|\w+At|name|title|email|timestamp|created|updated|status|url|lat|lon|long|type)\b\W*"
    r"(?:\(?(?:pk|sk|fk|string|int|integer|uuid|text|varchar|bigint|number|float|double|date|bool|boolean)\)?\W*)*$",
    re.IGNORECASE | re.MULTILINE,
)
_KEY_FIELD = re.compile(r"^\W*(?:id|ID|Id|\w+_id|\w*[a-z]I[dD])\W*$", re.MULTILINE)
_TYPED_FIELD = re.compile(r"\b(?:pk|fk|primary key|foreign key|varchar|bigint)\b", re.IGNORECASE)
_TASK = re.compile(r"\W*(?:system\s+design\b|design(?:ing)?\s+\w)", re.IGNORECASE)
_STEP = re.compile(r"\W*\d{1,2}\W*")
_OF_SEVERAL = re.compile(r"(?:[^s]s|layer|tier)\W*$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def one_line(text: str) -> str:
    """The text with every stretch of white space as one space."""
    return " ".join(text.split())


def split_name(text: str) -> tuple[str, tuple[str, ...]]:
    """Split the text of a figure into its name and the points listed under it.

    One line that begins with a dash is part of the name; a text that is all list is named by its points.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    listed = [i for i, line in enumerate(lines) if _BULLET.match(line)]
    if len(listed) < _LEAST_ITEMS:
        return one_line(text), ()
    first = listed[0]
    points = _points(lines[first:])
    if first == 0:
        return ", ".join(points), points
    return one_line(" ".join(lines[:first])), points


def _points(lines: list[str]) -> tuple[str, ...]:
    """Give the points of a list without their marks; a line without a mark goes on with the point above."""
    points: list[str] = []
    for line in lines:
        mark = _BULLET.match(line)
        if mark:
            points.append(line[mark.end() :].strip())
        else:
            points[-1] += " " + line.strip()
    return tuple(one_line(point) for point in points)


def is_list(text: str) -> bool:
    """Tell whether a text lists points."""
    return sum(bool(_BULLET.match(line)) for line in text.split("\n")) >= _LEAST_ITEMS


def is_interface(text: str) -> bool:
    """Tell whether a text sketches an API: HTTP methods with paths, or calls with their arguments."""
    return bool(_HTTP.search(text) or _METHOD.search(text)) or len(_CALL.findall(text)) >= _LEAST_ITEMS


def is_schema(text: str) -> bool:
    """Tell whether a text sketches a table: fields one below the other, or key words of one."""
    return len(_FIELD.findall(text)) >= _LEAST_ITEMS or bool(_TYPED_FIELD.search(text) or _KEY_FIELD.search(text))


def is_long(text: str) -> bool:
    """Tell whether a text is too long for a name."""
    lines = [line for line in text.split("\n") if line.strip()]
    return len(text.split()) > _LONGEST_NAME or len(lines) > _MOST_LINES_OF_NAME


def is_of_several(title: str) -> bool:
    """Tell whether a title says what each thing under it is: "Databases", "Service layer"."""
    return bool(_OF_SEVERAL.search(title))


def is_number(text: str) -> bool:
    """Tell whether a text holds no letter: the number of a step or a partition."""
    return not _LETTER.search(text)


def is_task(text: str) -> bool:
    """Tell whether a text is the task itself: "Design Twitter", "System design: a URL shortener"."""
    return bool(_TASK.match(text))


def is_step(text: str) -> bool:
    """Tell whether a text is only the number of a step: "3", "(2)", "4."."""
    return bool(_STEP.fullmatch(text.strip()))


def stated_replicas(text: str) -> int | None:
    """The number of copies that a text states ("×3", "3 replicas"); None when it states none."""
    if not _COUNT.search(text):
        return None
    match = _REPLICAS.search(_NUMBER_WORD.sub(lambda number: str(_NUMBER_WORDS[number[0].lower()]), text))
    if not match:
        return None
    count = int(next(group for group in match.groups() if group))
    return count or None
