"""The reference pages of docs/ as files: their names below docs/, and what stands in them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, get_args

from whiteboard.checks.contents import load_contents
from whiteboard.checks.subjects import load_subjects
from whiteboard.feedback.axes import axis_title
from whiteboard.manual.check_types import check_type_page
from whiteboard.manual.picture import svg_of_example
from whiteboard.manual.render.markdown import check_type_blocks, render_markdown
from whiteboard.manual.rules import rule_pages
from whiteboard.model.finding import Axis
from whiteboard.scenarios.check_types import check_type_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from whiteboard.checks.contents import Content
    from whiteboard.checks.subjects import Subject
    from whiteboard.manual.pages import Example, RulePage

_MADE = "<!-- Made by `make docs`. {source} -->\n\n"

_INDEX = """\
# The house rules

They judge every board, whatever the scenario. A scenario that has a check on the same topic knows better, and the
house rule is silent. How findings become a score is told in [scoring.md](../scoring.md), how checks decide in
[checks.md](../checks.md).
"""

_CHECKS = """\
# Check types

A check is one predicate of a scenario or a house rule. It ends in a finding with a status, a sentence about this very
board, the reason, and the evidence: components, connections, paths and the elements of the drawing.

| status | meaning | scores |
| --- | --- | --- |
| `pass` | the drawing shows that it holds | yes |
| `problem` | the drawing shows that it does not hold | yes |
| `not_shown` | the drawing does not say: no replica count, no login drawn | no |
| `not_applicable` | what the check is about is not there | no |
| `error` | the check itself failed: our fault, never the candidate's | no |

Every check has `id`, `check` (its type), `because` (why it matters, in a sentence the candidate reads), and may have
`title`, `severity` (`blocker` weighs 5, `major` 3, `minor` 1), `serves` (requirements), `topic`, and the `axis` that it
is scored on (that of its topic's house rule unless it says so; see [scoring.md](scoring.md)). An empty board passes
nothing. [The house rules](rules/README.md) are made of the same types. Where a key takes a content or a subject, it is
one of [these](#contents) or [those](#subjects).

Journeys are walked without connections that a `forbidden_connection` of the same file finds, so a forbidden shortcut
hides nothing else. Two views of the graph serve the checks: **calls** (who asks whom; a store, cache or queue never
asks) and **flows** (where data goes; a consumer's arrow at a queue is a pull).
"""

_CONTENTS = """\
## Contents

What stores keep and requests carry, as some check types ask for it. A label speaks of a content when it uses one of its
terms, unless a word beside it turns that into something else (“photo metadata” is no photo).
"""

_SUBJECTS = """\
## Subjects

What a board may be about, as some check types ask for it: told by terms in labels and notes, and by kinds.
"""

_MOST_TERMS = 5

_OWN_TYPE = """\
## A type of your own

A check type is a class that extends `whiteboard.checks.base.Check`: its fields are the keys, `evaluate` decides.
Register it in your package and it can be used in any scenario:

```toml
[project.entry-points."whiteboard.checks"]
encrypted = "my_package.encrypted:Encrypted"
```
"""


def all_files() -> dict[str, str]:
    """Everything that `make docs` writes: file names below docs/ with their texts, sorted."""
    files = {"rules/README.md": index_file(), "checks.md": checks_file()}
    for page in rule_pages().values():
        files |= rule_files(page)
    return dict(sorted(files.items()))


def rule_files(page: RulePage) -> dict[str, str]:
    """The page of a house rule and its pictures."""
    pictures = {example: f"images/{page.id}-{number}.svg" for number, example in enumerate(_examples(page), 1)}
    source = f"The source is whiteboard/rules/{page.id}.yaml."
    text = _MADE.format(source=source) + render_markdown(page, pictures.__getitem__)
    return {
        f"rules/{page.id}.md": text,
        **{f"rules/{name}": svg_of_example(example) for example, name in pictures.items()},
    }


def _examples(page: RulePage) -> Iterator[Example]:
    if page.good:
        yield page.good
    yield from page.bad


def index_file() -> str:
    """The list of all house rules, by axis."""
    by_axis: Mapping[str, list[RulePage]] = defaultdict(list)
    for page in rule_pages().values():
        by_axis[page.axis].append(page)
    lines = [_MADE.format(source="The source is whiteboard/rules/.") + _INDEX]
    for axis in get_args(Axis):
        if by_axis[axis]:
            lines.append(f"## {axis_title(axis)}\n")
            lines += [f"- [{page.title}]({page.id}.md) (`{page.id}`)" for page in by_axis[axis]]
            lines.append("")
    return "\n".join(lines)


def checks_file() -> str:
    """All check types on one page."""
    pages = [check_type_page(name) for name in check_type_names()]
    blocks = [
        _MADE.format(source="The source is the check types themselves, whiteboard/checks/.") + _CHECKS.rstrip(),
        "\n".join(f"- [`{page.name}`](#{page.name}): {page.summary}" for page in pages),
    ]
    for page in pages:
        blocks += [f"## `{page.name}`", *check_type_blocks(page, "[{0}](rules/{0}.md)")]
    blocks += [_CONTENTS.rstrip(), _vocabulary(load_contents()), _SUBJECTS.rstrip(), _vocabulary(load_subjects())]
    return "\n\n".join([*blocks, _OWN_TYPE])


def _vocabulary(entries: Mapping[str, Content | Subject]) -> str:
    """A table of what checks may ask for by name, with the first few words that speak of each."""
    rows = (f"| `{id_}` | {entry.title} | {_some(entry.terms)} |" for id_, entry in entries.items())
    return "\n".join(["| name | what it is | terms |", "| --- | --- | --- |", *rows])


def _some(terms: Sequence[str]) -> str:
    more = " …" if len(terms) > _MOST_TERMS else ""
    return f"{', '.join(terms[:_MOST_TERMS])}{more}"
