"""What is known of a word of the document: its forms, how it is translated, glossary, spellings of a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from align.check.term import Term
from align.lang.lemma import lemmatizer
from align.names.similarity import likeness
from align.review.row import Row
from align.review.segments import corrected_sentence, segments
from align.review.state import State
from align.review.word_forms import FormTables
from align.review.workspace import Workspace
from align.search import WORD, lemmas
from align.text.document import SIDES, Side

LINKED_ROWS = 20
"""Rows with the word in which its translation is looked for: the encoder needs some time for each."""

MOST = 12
"""Translations or spellings that are listed, the most frequent first."""

MIN_NAME = 3
"""Letters of a name."""

MIN_LIKENESS = 0.1
"""Likeness (fraction 0-1) above which two names are spellings of one name, as in the checks."""


def word_reply(workspace: Workspace, tables: FormTables, side: Side, word: str) -> dict[str, Any]:
    """What is known of a word at once.

    Args:
        workspace: The review.
        tables: The forms of its words.
        side: The side of the word.
        word: One word, in any form.
    """
    state = workspace.state
    forms = _forms(state, tables, side, word)
    return {
        "is": "word",
        "side": side,
        "word": word,
        "forms": sorted(forms),
        "glossary": [_term(term) for term in _terms(workspace, side, word)],
        "names": spellings(state, side, word, forms),
    }


def translations(workspace: Workspace, tables: FormTables, side: Side, word: str) -> dict[str, Any]:
    """The words of the other side that translate a word, each with its number of places.

    At most one row is aligned word by word, so that no key waits long; ``left`` is the number of rows that
    are not aligned yet.
    """
    forms, other = _forms(workspace.state, tables, side, word), _opposite(side)
    rows = [row for row in workspace.rows if row.side(other) and _has_word(workspace.state, row, side, forms)]
    rows = rows[:LINKED_ROWS]
    new = next((row for row in rows if not workspace.is_linked(row)), None)
    if new is not None:
        workspace.linked_words(new)
    linked = [row for row in rows if workspace.is_linked(row)]
    texts = [text for row in linked for text in _linked(workspace, row, side, forms)]
    return {
        "is": "translations",
        "side": side,
        "word": word,
        "translations": _by_lemma(workspace.state, other, texts),
        "left": len(rows) - len(linked),
    }


def _forms(state: State, tables: FormTables, side: Side, word: str) -> frozenset[str]:
    return tables.of(state, side).of_word(word) if side in state.side_views else frozenset({word.lower()})


def _by_lemma(state: State, side: Side, texts: Iterable[str]) -> list[dict[str, Any]]:
    """Words with their counts, the forms of one word together."""
    found: dict[str, Counter[str]] = {}
    for text in texts:
        lemma = lemmatizer(state.side_views[side].language)
        found.setdefault(lemma(text.lower()), Counter())[text] += 1
    return _most({counts.most_common(1)[0][0]: counts.total() for counts in found.values()})


def spellings(state: State, side: Side, word: str, forms: frozenset[str]) -> list[dict[str, Any]]:
    """The spellings of a name on both sides; none where the word is no name."""
    if not _is_name(state, side, word):
        return []
    found = []
    for one in SIDES:
        alike = {
            name: count
            for name, count in _capitalised(state, one).items()
            if (name.lower() in forms and one == side) or _is_alike(forms, name)
        }
        found += [{"side": one, **counted} for counted in _most(alike)]
    return found


def _opposite(side: Side) -> Side:
    return "target" if side == "source" else "source"


def _most(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """The most frequent texts, each with its count."""
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [{"text": text, "count": count} for text, count in ordered[:MOST]]


def _texts(state: State, side: Side) -> Iterator[str]:
    """The corrected sentences of a side."""
    return (corrected_sentence(state, side, spans) for row in state.rows for spans in row.side(side))


def _is_alike(forms: frozenset[str], name: str) -> bool:
    """Whether a name is a spelling of one of these forms."""
    return any(likeness(form.capitalize(), name) > MIN_LIKENESS for form in forms)


def _is_name(state: State, side: Side, word: str) -> bool:
    """Whether a word has a capital letter, also inside a sentence somewhere."""
    if len(word) < MIN_NAME or not word[0].isupper():
        return False
    return any(word in WORD.findall(text)[1:] for text in _texts(state, side) if word in text)


def _capitalised(state: State, side: Side) -> Counter[str]:
    """The words with one capital letter, their first, and how often each occurs."""
    words = (word for text in _texts(state, side) for word in WORD.findall(text))
    return Counter(
        word for word in words if len(word) >= MIN_NAME and word[0].isupper() and word[1].islower()
    )


def _has_word(state: State, row: Row, side: Side, forms: frozenset[str]) -> bool:
    """Whether a cell has one of these words."""
    texts = (corrected_sentence(state, side, spans).lower() for spans in row.side(side))
    likely = (text for text in texts if any(form in text for form in forms))
    return any(forms.intersection(WORD.findall(text)) for text in likely)


def _linked(workspace: Workspace, row: Row, side: Side, forms: frozenset[str]) -> Iterator[str]:
    """The words of the other side of a row that are linked to the word."""
    own, other = _segment_words(workspace, row, side), _segment_words(workspace, row, _opposite(side))
    for source, target in workspace.linked_words(row):
        here, there = (source, target) if side == "source" else (target, source)
        if forms & {word.lower() for word in own.get(here, ())}:
            yield from other.get(there, ())


def _segment_words(workspace: Workspace, row: Row, side: Side) -> dict[str, list[str]]:
    """The words of each segment of a cell, by its id."""
    here = workspace.doubts.of_row(workspace.state, row)
    found = (
        one for spans in row.side(side) for one in segments(workspace.state, side, spans, here, words=True)
    )
    return {one.id: WORD.findall(one.text) for one in found}


def _terms(workspace: Workspace, side: Side, word: str) -> Iterator[Term]:
    """The terms of the glossary that have the word, or whose translations have it."""
    if side not in workspace.state.side_views:
        return
    lemma = lemmatizer(workspace.state.side_views[side].language)
    wanted = lemma(word.lower())
    for term in workspace.terms:
        phrases: Iterable[str] = [term.source] if side == "source" else (*term.targets, *term.forbidden)
        if any(wanted in lemmas(phrase, lemma) for phrase in phrases):
            yield term


def _term(term: Term) -> dict[str, Any]:
    return {"source": term.source, "targets": list(term.targets), "forbidden": list(term.forbidden)}
