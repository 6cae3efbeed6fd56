"""Text that names no component: a step of a story, a request, a heading, a fragment of a schema."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whiteboard.catalog.clauses import STRONG, Link
from whiteboard.catalog.naming import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from whiteboard.catalog.clauses import Clause
    from whiteboard.catalog.lexicon import Lexicon
    from whiteboard.catalog.naming import Naming

_FORMS = {
    "it has no letters": re.compile(r"^[\W\d_]*$"),
    "it is an HTTP request": re.compile(r"^\s*(get|post|put|patch|delete|head|options)\s*:?\s*/", re.IGNORECASE),
    "it is an SQL statement": re.compile(
        r"^\s*(insert\s+into|delete\s+from|update\s[^=]+=|select\s.+\sfrom|(create|alter|drop)\s+table)", re.IGNORECASE
    ),
    "it is a question": re.compile(r"\w\s*[?？]\s*$"),
    "it ends as a heading does": re.compile(r"\w\s*[:：]\s*$"),
    "it is a fragment of a schema": re.compile(r"\{[^{}]*[:,\n]|\b(pk|fk)\b|//|^\s*\w+_(id|at|ts)\s*$", re.IGNORECASE),
    "it is a quantity": re.compile(
        r"^[\s~<>≤≥≈=]*\d[\d.,\s]*[kmb]?\s*"
        r"(%|ms|s|sec|min|h|days?|[kmgtp]b|(qps|rps|tps|req/s|dau|mau|users?|rows?))?\s*$",
        re.IGNORECASE,
    ),
}
_HAN = r"\u4e00-\u9fff"
_EASTERN = {
    "it is a sentence": re.compile(rf"[{_HAN}]{{3,}}\s*[，。；]\s*[{_HAN}]{{2,}}|[ぁ-ん](する|します|される)$"),
    "it names a quality": re.compile(rf"^[{_HAN}]{{2,4}}性$"),
    "it is a heading": re.compile(r"(说明|流程|步骤|需求|场景|示例|概述|方案|总结|备注)$"),
    "it tells a step": re.compile(
        r"^(\d+[.、)]\s*)?(发送|返回|请求|查询|更新|写入|读取|传输|获取|发起|点击|接收|校验|创建|删除|保存|执行|调用|触发|生成|通知)"
        r".{2,}"
    ),
}
"""The same in scripts that part no words."""
_ADDRESS = re.compile(r"(?<![\d.])\d{1,3}(\.\d{1,3}){3}(?![\d.])")
_LONG = 8
"""Words from which a label with several prepositions is prose."""
_PROSE_LINKS = 2
_RELATIVE = re.compile(
    r"\b(that|which|who)\s+(needs?|is|are|was|were|has|have|can|must|should|will|may)\b", re.IGNORECASE
)
"""A relative clause with a verb of its own."""


def statement(label: str, parts: Sequence[Clause], naming: Naming | None, lexicon: Lexicon) -> str | None:
    """Why a label names no component; None when it may well be a name."""
    return next(_reasons(label, parts, naming, lexicon), None)


def _reasons(label: str, parts: Sequence[Clause], naming: Naming | None, lexicon: Lexicon) -> Iterator[str]:
    yield from (why for why, form in _FORMS.items() if form.search(label))
    if not parts:
        return
    if lexicon.is_heading(parts[0].text):
        yield "it is a heading"
    words = [token.folded for part in parts for token in part.tokens]
    begins = _begins_with_step(words, lexicon)
    if _EASTERN["it is a sentence"].search(label) or (_RELATIVE.search(label) and not _is_noun_phrase(parts[0])):
        yield "it is a sentence"
    if _opens(parts[0], lexicon) or (_is_prose(words, parts) and (begins or not _is_noun_phrase(parts[0]))):
        yield "it is a sentence"
    if naming and naming.grade >= Grade.GENERAL and naming.kind != "client":
        return
    yield from (why for why, form in _EASTERN.items() if form.search(label.strip()))
    if lexicon.ends_heading(words[-1]):
        yield "it is a heading"
    if _ADDRESS.search(label):
        yield "it holds a network address"
    if begins or _somebody_acts(words, parts[0], lexicon):
        yield "it tells a step"


def _opens(clause: Clause, lexicon: Lexicon) -> bool:
    """“Design a …”, “We need …”: a word that begins a sentence, unless a name begins with it."""
    named = any(m.start == clause.start and m.term.role in STRONG for m in clause.mentions)
    return not named and lexicon.is_opener(clause.tokens[0].folded)


def _is_prose(words: Sequence[str], parts: Sequence[Clause]) -> bool:
    return len(words) >= _LONG and sum(part.link is Link.OF for part in parts) >= _PROSE_LINKS


def _is_noun_phrase(clause: Clause) -> bool:
    """Whether a clause ends with what it names."""
    return any(mention.end == clause.end and mention.term.role in STRONG for mention in clause.mentions)


def _begins_with_step(words: Sequence[str], lexicon: Lexicon) -> bool:
    """“Return the result”: a verb and more."""
    return len(words) > 1 and (lexicon.is_step(words[0]) or lexicon.is_step("".join(words[:2])))


def _somebody_acts(words: Sequence[str], clause: Clause, lexicon: Lexicon) -> bool:
    """“User clicks the ad”: somebody and a verb."""
    who = clause.mentions[0] if clause.mentions else None
    if who is None or who.start != clause.start or who.term.kind != "client":
        return False
    does, *what = words[who.end - who.start :] or [""]
    return bool(what) and does.endswith("s") and lexicon.is_verb(does[:-1])
