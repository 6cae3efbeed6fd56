"""Writes the generated pages: `make docs`. Files in docs/rules/ that nothing makes any more are removed."""

from __future__ import annotations

from pathlib import Path

from whiteboard.manual.files import all_files

DOCS = Path(__file__).parent


def main() -> None:
    """Write what has changed."""
    files = all_files()
    for name, text in files.items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8")
    for path in (DOCS / "rules").rglob("*.*"):
        if path.relative_to(DOCS).as_posix() not in files:
            path.unlink()


if __name__ == "__main__":
    main()
