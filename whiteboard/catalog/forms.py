"""The forms of text that is no name: requests, schemas, quantities, headings with a number."""

from __future__ import annotations

import re

_UNIT = (
    r"(%|ms|s|secs?|min|h|days?|years?|[kmgtp]b|k?[qrt]ps|req/s|dau|mau|rows?|replicas?|instances?|shards?|partitions?"
    r"|copies|users?|requests?|reads?|writes?|messages?|events?)"
)
_SPAN = r"(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?)"
_RATE = rf"((/|per|an?|each)\s*{_SPAN}|per\s+\w+)"
_PROTOCOL = r"(https?|tcp|udp|tls|ssl|ip|rest|json|grpc|soap|port|over|\d+)"
FORMS = {
    "it has no letters": re.compile(r"^[\W\d_]*$"),
    "it is an HTTP request": re.compile(
        r"^\s*((get|post|put|patch|delete|head|options)\s*:?\s*/|(?-i:GET|POST|PUT|PATCH|DELETE)\s*$|/\w+/\S*\s*$)",
        re.IGNORECASE,
    ),
    "it is an SQL statement": re.compile(
        r"^\s*(insert\s+into|delete\s+from|update\s[^=]+=|select\s.+\sfrom|(create|alter|drop)\s+table)", re.IGNORECASE
    ),
    "it is a question": re.compile(r"\w\s*[?？]\s*$"),
    "it ends as a heading does": re.compile(r"\w\s*[:：]\s*$"),
    "it is a fragment of a schema": re.compile(
        r"\{[^{}]*[:,\n]|\b(pk|fk)\b|(?<!:)//|^\s*\w+_(id|at|ts)\s*$|^\s*id\s*[,|]|^\s*(?-i:[a-z]+(Id|At))\s*$"
        r"|^\s*\w+\s*:\s*(int|integer|bigint|string|str|uuid|varchar|text|timestamp|datetime|date|bool|boolean|float"
        r"|double|decimal|char|long|number|json)\b"
        r"|^\s*\w+\s+(int|integer|bigint|varchar|uuid|timestamp|datetime|boolean|bool|float|string)(\(\d+\))?\s*$",
        re.IGNORECASE,
    ),
    "it lists fields": re.compile(r"([a-z]Id|_id|[a-z]At|_at)\b.*[,|\n].*([a-z]Id|_id|[a-z]At|_at)\b", re.DOTALL),
    "it is a quantity": re.compile(
        rf"^[\s~<>≤≥≈=+]*\d[\d.,\s]*[kmb]?\+?\s*{_UNIT}?(\s*{_RATE})?\s*(peak|avg|average|total|max|min)?\s*$"
        rf"|^[\s~<>≤≥≈=+]*\d[\d.,]*\s*[kmb]?\+?\s*[^\W\d]\w*\s*{_RATE}\s*$"
        r"|^\s*\w+([\s:/]\w+)?\s*[=<>≤≥≈~]+\s*\d[^\n]*$|^\s*\d+\s*:\s*\d+\s*($|ratio|reads?\b|writes?\b)|^\s*\d[\d.]*\s*%"
        r"|^[\s~≈]*\d[\d.,]*\s*[kmgtp]b\b|^\s*\d{3,4}p\s*$"
        r"|^\s*(p\d{2,3}|ttl|timeout|retry|retries|backoff|interval)\W+\d[^\n]*$"
        r"|^\s*(rf|rto|rpo|sla|slo|[qrt]ps|[dm]au|replication factor|error|status)\W+\d[^\n]*$",
        re.IGNORECASE,
    ),
    "it is a step": re.compile(r"^\s*(step|phase)\s*\d+\s*[:.)-]", re.IGNORECASE),
    "it tells how data is parted": re.compile(
        r"^\s*(shard|partition|group|sort|index|order)(ed|s)?\s+by\b", re.IGNORECASE
    ),
    "it is a cardinality": re.compile(r"^\s*[1nm*]\s*[:.]+\s*[1nm*]\s*$", re.IGNORECASE),
    "it is a status": re.compile(
        r"^\s*(http\s*)?([245]\d\d|30\d)\s*(ok|created|accepted|found|redirect|bad|unauth|forb|not|conflict|too|internal)",
        re.IGNORECASE,
    ),
    "it is a protocol": re.compile(
        rf"^\s*(https?|tcp|udp|tls|ssl)(\W+{_PROTOCOL})*\W*$|^\s*{_PROTOCOL}(\W+{_PROTOCOL})+\W*$", re.IGNORECASE
    ),
    "it is a numbered heading": re.compile(
        r"^\s*(v|ver|version|option|step|phase|approach|solution|alternative|scenario|case|iteration|attempt|diagram"
        r"|figure|fig|example|variant|question|part|note)\s*[#.]?\s*(\d{1,2}|[a-z])\s*[:.)]?\s*$",
        re.IGNORECASE,
    ),
    "it is a call": re.compile(
        r"^\s*(get|set|create|add|delete|remove|update|post|put|fetch|send|list|find|search|upload|download|make|book|cancel"
        r"|follow|like|join|leave|start|stop|is|has)[A-Z]\w*\("
    ),
    "it compares": re.compile(r"\s(vs\.?|versus)\s", re.IGNORECASE),
    "it is a sentence": re.compile(
        r"^\W*(as an? )?\w+(\s\w+)?\s(can|cannot|can't|should|must|shall|could|would|wants?|needs?)\s+[a-z]{2}",
        re.IGNORECASE,
    ),
}
_HAN = r"\u4e00-\u9fff"
EASTERN = {
    "it is a sentence": re.compile(rf"[{_HAN}]{{3,}}\s*[，。；]\s*[{_HAN}]{{2,}}|[ぁ-ん](する|します|される)$"),
    "it names a quality": re.compile(rf"^[{_HAN}]{{2,4}}性$"),
    "it is a heading": re.compile(r"(说明|流程|步骤|需求|场景|示例|概述|方案|总结|备注)$"),
    "it tells a step": re.compile(
        r"^(\d+[.、)]\s*)?(发送|返回|请求|查询|更新|写入|读取|传输|获取|发起|点击|接收|校验|创建|删除|保存|执行|调用|触发|生成|通知)"
        r".{2,}"
    ),
}
"""The same in scripts that part no words."""
ADDRESS = re.compile(r"(?<![\d.])\d{1,3}(\.\d{1,3}){3}(?![\d.])")
SPACE = re.compile(r"\s+")
"""Runs of it would make the search for some forms slow."""
IDENTIFIER = re.compile(r"^\s*[a-z]+(_[a-z\d]+)+\s*$")
NUMBERED = re.compile(r"^\s*\(?\d{1,2}[.):]\s*[a-z]", re.IGNORECASE)
AGAIN = re.compile(r"\bevery\s+\d", re.IGNORECASE)
OPEN_END = re.compile(r"\s(from|to|via|by|with|for|of|into|the|and)\s*$", re.IGNORECASE)
RELATIVE = re.compile(
    r"\b(that|which|who)\s+(needs?|is|are|was|were|has|have|can|must|should|will|may)\b", re.IGNORECASE
)
"""A relative clause with a verb of its own."""
