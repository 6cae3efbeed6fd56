"""Findings made by hand."""

from __future__ import annotations

from whiteboard.model.finding import Evidence, Finding, Severity, Status


def finding(
    check_id: str, status: Status, severity: Severity = Severity.MAJOR, *, source: str = "shop", serves: str = ""
) -> Finding:
    return Finding(
        check_id=check_id,
        check="component",
        source=source,
        title=check_id.capitalize(),
        status=status,
        severity=severity,
        message=f"{check_id} is {status}.",
        because=f"{check_id} matters.",
        serves=tuple(serves.split()),
        evidence=Evidence(component_ids=("web", "db"), paths=(("web", "db"),)),
    )
