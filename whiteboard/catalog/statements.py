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

_UNIT = (
    r"(%|ms|s|secs?|min|h|days?|years?|[kmgtp]b|k?[qrt]ps|req/s|dau|mau|rows?|replicas?|instances?|shards?|partitions?"
    r"|copies|users?|requests?|reads?|writes?|messages?|events?)"
)
_RATE = r"(/|per|an?|each)\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?|user)"
_FORMS = {
    "it has no letters": re.compile(r"^[\W\d_]*$"),
    "it is an HTTP request": re.compile(r"^\s*(get|post|put|patch|delete|head|options)\s*:?\s*/", re.IGNORECASE),
    "it is an SQL statement": re.compile(
        r"^\s*(insert\s+into|delete\s+from|update\s[^=]+=|select\s.+\sfrom|(create|alter|drop)\s+table)", re.IGNORECASE
    ),
    "it is a question": re.compile(r"\w\s*[?？]\s*$"),
    "it ends as a heading does": re.compile(r"\w\s*[:：]\s*$"),
    "it is a fragment of a schema": re.compile(
        r"\{[^{}]*[:,\n]|\b(pk|fk)\b|//|^\s*\w+_(id|at|ts)\s*$|^\s*id\s*[,|]"
        r"|^\s*\w+\s*:\s*(int|integer|bigint|string|str|uuid|varchar|text|timestamp|datetime|date|bool|boolean|float"
        r"|double|decimal|char|long|number|json)\b",
        re.IGNORECASE,
    ),
    "it lists fields": re.compile(r"([a-z]Id|_id|[a-z]At|_at)\b.*[,|\n].*([a-z]Id|_id|[a-z]At|_at)\b", re.DOTALL),
    "it is a quantity": re.compile(
        rf"^[\s~<>≤≥≈=+]*\d[\d.,\s]*[kmb]?\+?\s*{_UNIT}?(\s*{_RATE})?\s*(peak|avg|average|total|max|min)?\s*$"
        rf"|^[\s~<>≤≥≈=+]*\d[\d.,]*\s*[kmb]?\+?\s*\w+\s*{_RATE}\s*$"
        r"|^\s*\w+(\s\w+)?\s*[=<>≤≥≈~]+\s*\d[^\n]*$",
        re.IGNORECASE,
    ),
    "it is a cardinality": re.compile(r"^\s*[1nm*]\s*[:.]+\s*[1nm*]\s*$", re.IGNORECASE),
    "it is a status": re.compile(
        r"^\s*(http\s*)?([245]\d\d|30\d)\s*(ok|created|accepted|found|redirect|bad|unauth|forb|not|conflict|too|internal)",
        re.IGNORECASE,
    ),
    "it is a protocol": re.compile(
        r"^\s*(https?|tcp|udp|tls|ssl)(\W+(https?|tcp|udp|tls|ssl|ip|rest|json|grpc|port|\d[\d.]*))*\W*$", re.IGNORECASE
    ),
    "it is a numbered heading": re.compile(
        r"^\s*(v|ver|version|option|step|phase|approach|solution|alternative|scenario|case|iteration|attempt|diagram"
        r"|figure|fig|example|variant|question|part|note)\s*[#.]?\s*(\d{1,2}|[a-z])\s*[:.)]?\s*$",
        re.IGNORECASE,
    ),
    "it compares": re.compile(r"\s(vs\.?|versus)\s", re.IGNORECASE),
    "it is a sentence": re.compile(
        r"^\W*(as an? )?\w+(\s\w+)?\s(can|cannot|can't|should|must|shall|could|would|wants?|needs?)\s+[a-z]{2}",
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
_OPEN_END = re.compile(r"\s(from|to|via|by|with|for|of|into|the|and)\s*$", re.IGNORECASE)
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
    if lexicon.is_heading(parts[0].text) or lexicon.is_heading(label):
        yield "it is a heading"
    words = [token.folded for part in parts for token in part.tokens]
    begins = _begins_with_step(words, parts, naming, lexicon)
    if _EASTERN["it is a sentence"].search(label) or (_RELATIVE.search(label) and not _is_noun_phrase(parts[0])):
        yield "it is a sentence"
    if _opens(parts[0], lexicon) or (_is_prose(words, parts) and (begins or not _is_noun_phrase(parts[0]))):
        yield "it is a sentence"
    if naming and naming.grade >= Grade.GENERAL and naming.kind != "client":
        return
    yield from (why for why, form in _EASTERN.items() if form.search(label.strip()))
    if lexicon.ends_heading(words[-1]):
        yield "it is a heading"
    if _OPEN_END.search(label):
        yield "it breaks off"
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


def _begins_with_step(words: Sequence[str], parts: Sequence[Clause], naming: Naming | None, lexicon: Lexicon) -> bool:
    """“Return the result”, “publishes events”, “poll every 5 s”: a verb and more."""
    first, *more = words
    alone = len(parts[0].tokens) == 1 and (len(parts) == 1 or parts[1].link is not Link.OF)
    if not more or alone or (lexicon.is_noun_too(first) and naming and naming.grade >= Grade.HINT):
        return False
    if lexicon.is_step(first) or lexicon.is_step(first + more[0]):
        return True
    if lexicon.is_verb(first) and lexicon.is_opener(more[0]):
        return True
    return any(first.endswith(end) and lexicon.is_verb(first.removesuffix(end)) for end in ("s", "es")) and (
        not lexicon.is_noun_too(first)
    )


def _somebody_acts(words: Sequence[str], clause: Clause, lexicon: Lexicon) -> bool:
    """“User clicks the ad”: somebody and a verb."""
    who = clause.mentions[0] if clause.mentions else None
    if who is None or who.start != clause.start or who.term.kind != "client":
        return False
    does, *what = words[who.end - who.start :] or [""]
    return bool(what) and does.endswith("s") and lexicon.is_verb(does[:-1])
