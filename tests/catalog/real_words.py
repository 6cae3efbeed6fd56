"""Choose, from lists of words of natural languages, those that could be taken for a misspelt word of the catalog.

usage: python -m tests.catalog.real_words WORDS.txt… > whiteboard/catalog/real_words.txt

Run it when the vocabulary has grown. The lists hold one word a line, such as the frequent words
of the dictionaries in the package pyspellchecker (en, es, fr, pt, de, it).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from whiteboard.catalog import load_catalog
from whiteboard.catalog.lexicon import Lexicon
from whiteboard.catalog.load import load_grammar
from whiteboard.catalog.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEADING = """\
# Words of natural languages that are near enough to a word of the catalog to be taken for a slip of the pen,
# or end like one of its words ("observer"). Made by tests/catalog/real_words.py."""


def real_words(words: Iterable[str]) -> Iterator[str]:
    """The words that would be mended if nobody knew that they are words, sorted and folded."""
    catalog = load_catalog()
    spelling = Lexicon(catalog.kinds, catalog.technologies, load_grammar()).spelling
    for word in sorted({fold(word.strip()) for word in words}):
        if spelling.guess(word):
            yield word


if __name__ == "__main__":
    lines = [line for path in sys.argv[1:] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    sys.stdout.write("\n".join([HEADING, *real_words(lines)]) + "\n")
