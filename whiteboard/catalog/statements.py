"""Text that names no component: a step of a story, a request, a heading, a fragment of a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.catalog.clauses import STRONG, Link
from whiteboard.catalog.forms import ADDRESS, AGAIN, EASTERN, FORMS, IDENTIFIER, NUMBERED, OPEN_END, RELATIVE, SPACE
from whiteboard.catalog.lexicon import Sense
from whiteboard.catalog.naming import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from whiteboard.catalog.clauses import Clause
    from whiteboard.catalog.lexicon import Lexicon
    from whiteboard.catalog.naming import Naming

_LONG = 8
"""Words from which a label with several prepositions is prose."""
_PROSE_LINKS = 2


def statement(label: str, parts: Sequence[Clause], naming: Naming | None, lexicon: Lexicon) -> str | None:
    """Why a label names no component; None when it may well be a name."""
    return next(_reasons(label, parts, naming, lexicon), None)


def _reasons(label: str, parts: Sequence[Clause], naming: Naming | None, lexicon: Lexicon) -> Iterator[str]:
    label = SPACE.sub(lambda gap: "\n" if "\n" in gap.group() else " ", label.strip())
    yield from (why for why, form in FORMS.items() if form.search(label))
    if not parts:
        return
    if lexicon.is_heading(parts[0].text) or lexicon.is_heading(label):
        yield "it is a heading"
    words = [token.folded for part in parts for token in part.tokens]
    begins = _begins_with_step(words, parts, naming, lexicon)
    if _is_sentence(label, words, parts, begins=begins, lexicon=lexicon):
        yield "it is a sentence"
    if _has_verb_and_preposition(parts, lexicon) or _commands(label, parts, naming, lexicon):
        yield "it tells a step"
    if lexicon.ends_heading(words[-1]) and _is_heading(parts, naming):
        yield "it is a heading"
    if naming is None or naming.grade < Grade.GENERAL or naming.kind == "client":
        yield from _weak_reasons(label, words, naming, lexicon)
        if begins or _is_verb_alone(words, lexicon) or _somebody_acts(words, parts[0], lexicon):
            yield "it tells a step"


def _weak_reasons(label: str, words: Sequence[str], naming: Naming | None, lexicon: Lexicon) -> Iterator[str]:
    """What counts where nothing is named firmly."""
    yield from (why for why, form in EASTERN.items() if form.search(label))
    if OPEN_END.search(label) or (naming is None and words[0] in lexicon.prepositions):
        yield "it breaks off"
    if AGAIN.search(label) and not (naming and naming.grade is Grade.FIRM):
        yield "it tells a step"
    if IDENTIFIER.search(label) and (naming is None or naming.grade is Grade.TOPIC):
        yield "it is the name of data"
    if ADDRESS.search(label) and not (naming and naming.technology):
        yield "it holds a network address"


def _is_sentence(label: str, words: Sequence[str], parts: Sequence[Clause], *, begins: bool, lexicon: Lexicon) -> bool:
    named = _is_noun_phrase(parts[0])
    if EASTERN["it is a sentence"].search(label) or _opens(parts[0], lexicon):
        return True
    return (RELATIVE.search(label) is not None and not named) or (_is_prose(words, parts) and (begins or not named))


def _opens(clause: Clause, lexicon: Lexicon) -> bool:
    """“Design a …”, “We need …”: a word that begins a sentence, unless a name begins with it."""
    named = any(m.start == clause.start and m.term.sense in STRONG for m in clause.mentions)
    return not named and lexicon.is_opener(clause.tokens[0].folded)


def _is_prose(words: Sequence[str], parts: Sequence[Clause]) -> bool:
    return len(words) >= _LONG and sum(part.link is Link.OF for part in parts) >= _PROSE_LINKS


def _is_noun_phrase(clause: Clause) -> bool:
    """Whether a clause ends with what it names."""
    return any(mention.end == clause.end and mention.term.sense in STRONG for mention in clause.mentions)


def _begins_with_step(words: Sequence[str], parts: Sequence[Clause], naming: Naming | None, lexicon: Lexicon) -> bool:
    """“Return the result”, “publishes events”, “poll every 5 s”: a verb and more."""
    first, *more = words
    alone = len(parts[0].tokens) == 1 and (len(parts) == 1 or parts[1].link is not Link.OF)
    if not more or alone or (lexicon.is_noun_too(first) and naming and _names_more(naming, parts[0], lexicon)):
        return False
    if lexicon.is_step(first) or lexicon.is_step(first + more[0]):
        return True
    if lexicon.is_verb(first) and lexicon.is_opener(more[0]):
        return True
    return lexicon.tells(first) and not lexicon.is_noun_too(first)


def _names_more(naming: Naming, clause: Clause, lexicon: Lexicon) -> bool:
    """“Search logs”, “click events”, not “store the photos”: whether a noun like a verb stands in front of a name."""
    weak = (Sense.TOPIC, Sense.MAKER, Sense.FOREIGN)
    if lexicon.acts(clause.tokens[-1].folded):
        return True
    further = any(m.end > clause.start + 1 and m.term.sense not in weak for m in clause.mentions)
    return (naming.grade >= Grade.HINT and further) or naming.kind == "stream" or naming.grade is Grade.PERSON


def _has_verb_and_preposition(parts: Sequence[Clause], lexicon: Lexicon) -> bool:
    """“Write to the DB”: whatever it names, it is not where the verb stands."""
    if len(parts) == 1 or parts[1].link is not Link.OF or len(parts[0].tokens) > 1:
        return False
    verb = parts[0].tokens[0].folded
    return (lexicon.is_verb(verb) or lexicon.tells(verb)) and lexicon.find(verb) is None


def _commands(label: str, parts: Sequence[Clause], naming: Naming | None, lexicon: Lexicon) -> bool:
    """“Invalidate cache”, “2. Query Redis”: a verb and its object, whatever the object is."""
    verb, *what = parts[0].tokens
    if not what or (naming and naming.kind in ("service", "worker")):
        return False
    if any(mention.start == parts[0].start and mention.end > mention.start + 1 for mention in parts[0].mentions):
        return False
    return lexicon.is_command(verb.folded) or (NUMBERED.search(label) is not None and lexicon.is_verb(verb.folded))


def _is_heading(parts: Sequence[Clause], naming: Naming | None) -> bool:
    """“Storage estimate”, not “Tweet service write path”: it ends like a heading and names no code or product."""
    if naming and (naming.technology or naming.grade is Grade.GENERAL):
        return False
    return naming is None or naming.grade <= Grade.PERSON or (len(parts) == 1 and not _is_noun_phrase(parts[0]))


def _is_verb_alone(words: Sequence[str], lexicon: Lexicon) -> bool:
    """“Subscribe”, “read / write”."""
    return all((lexicon.is_verb(word) or lexicon.tells(word)) and lexicon.find(word) is None for word in words)


def _somebody_acts(words: Sequence[str], clause: Clause, lexicon: Lexicon) -> bool:
    """“User clicks the ad”: somebody and a verb."""
    who = clause.mentions[0] if clause.mentions else None
    if who is None or who.start != clause.start or who.term.kind != "client":
        return False
    does, *what = words[who.end - who.start :] or [""]
    return bool(what) and does.endswith("s") and (lexicon.is_verb(does[:-1]) or lexicon.is_step(does[:-1] + what[0]))
