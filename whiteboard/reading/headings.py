"""Headings that sort notes: what people write over their lists in an interview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whiteboard.model.architecture import Heading

_LONGEST = 6

_HEADINGS: tuple[tuple[Heading, str], ...] = (
    (
        "non_functional",
        r"non[\s-]*func\w*|nfrs?\b|quality (attributes?|requirements?)|не\s*функциональн\w*|no funcionales|n[ãa]o funcionais"
        r"|non fonctionnel\w*|nicht[\s-]*funktional\w*|非功能\w*|非機能\w*|비기능\w*|slas?\b|slos?\b",
    ),
    (
        "functional",
        r"func\w* (req\w*|char\w*)|functional\w*|frs?\b|use cases?|user stor(y|ies)|features?|requirements?|core requirements?"
        r"|функциональн\w*|требования|requisitos|exigences|besoins|anforderungen|funktionale?\w*|功能\w*|需求|機能要件|要件|요구\s?사항|기능\w*",
    ),
    (
        "estimates",
        r"(back[\s-]*of[\s-]*(the[\s-]*)?envelope)\w*.*|bo[et]{0,2}ec?\b|boc\b|estimat\w*|capacity.*|scale|calculations?|numbers|traffic"
        r"|qps|storage (estimat\w*|requirements?)|assumptions?|оценк\w*|нагрузка|расч[её]т\w*|estimaci\w*|capacidad|estimativas?"
        r"|schätzung\w*|估算|容量|規模|見積\w*|규모|추정",
    ),
    (
        "api",
        r"apis?('s)?( (design|endpoints?|contracts?|spec\w*))?|endpoints?|interfaces?|rest( apis?)?|api|schnittstellen?|接口|エンドポイント",
    ),
    (
        "data_model",
        r"data[\s-]*(model|base schema|schema|base design)s?|(db|database) (schema|design|tables?|model)s?|schemas?|tables?"
        r"|(core )?entit(y|ies)|er[\s-]*diagram|модель данных|сущности|таблицы|схема( бд)?|modelo de datos|entidades|tablas"
        r"|modelo de dados|tabelas|mod[èe]le de donn[ée]es|entit[ée]s|datenmodell|tabellen|数据模型|表结构|データモデル|데이터 모델",
    ),
    (
        "risks",
        r"risks?|bottlenecks?|trade[\s-]*offs?|concerns?|failure (modes?|points?|scenarios?)|failures?|issues|problems?"
        r"|single points? of failure|spofs?|риски|проблемы|riesgos|riscos|risques|risiken|风险|リスク|위험",
    ),
    (
        "other",
        r"deep dives?|high[\s-]*level design|hld|low[\s-]*level design|lld|out of scope|design|overview|notes?|flows?|legend|todo"
        r"|questions?|clarifications?|scope|(establish )?design scope.*|actors?|users?( flow)?",
    ),
)
_PATTERNS = tuple(
    (heading, re.compile(rf"(?:\W|\d)*(?:{pattern})\W*", re.IGNORECASE)) for heading, pattern in _HEADINGS
)


def heading_of_line(line: str) -> Heading | None:
    """The heading that a line is, if it is one: a few words that say what stands below."""
    line = line.strip()
    if not line or len(line.split()) > _LONGEST:
        return None
    return next((heading for heading, pattern in _PATTERNS if pattern.fullmatch(line)), None)


def heading_of(text: str) -> Heading | None:
    """The heading that the first line of a text is, if it is one and says more than a plain word like "users"."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    heading = heading_of_line(first)
    return None if heading == "other" else heading
