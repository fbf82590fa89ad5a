"""The forms in which a text has a word: found by their common dictionary form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from align.lang import registry
from align.lang.lemma import has_dictionary, lemmatizer
from align.review.state import State
from align.search import WORD
from align.text.document import SIDES, Side

MOST_WORDS = 20_000
"""Different words of a text of which a page holds the forms: half a megabyte."""


@dataclass(frozen=True, eq=False)
class WordForms:
    """The words of a text by their dictionary forms; all in lower case.

    Attributes:
        language: ISO 639-1.
        by_lemma: Dictionary form -> the forms that the text has.
    """

    language: str
    by_lemma: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, language: str, texts: Iterable[str]) -> WordForms:
        """The forms that some texts have."""
        return cls(language, {}).adding(texts)

    def adding(self, texts: Iterable[str]) -> WordForms:
        """The same with the words of more texts."""
        lemma = lemmatizer(self.language)
        found = dict(self.by_lemma)
        for word in {word.lower() for text in texts for word in WORD.findall(text)}:
            found[lemma(word)] = found.get(lemma(word), frozenset()) | {word}
        return WordForms(self.language, found)

    def of_phrase(self, phrase: str) -> list[list[str]]:
        """Of each word of a phrase, itself and its forms in the text, in alphabetical order."""
        return [sorted(self.of_word(word)) for word in WORD.findall(phrase)]

    def of_word(self, word: str) -> frozenset[str]:
        """A word and its other forms in the text, in lower case.

        Example:
            >>> sorted(WordForms.of("en", ["Two divisions fought."]).of_word("Division"))
            ['division', 'divisions']
        """
        word = word.lower()
        return self.by_lemma.get(lemmatizer(self.language)(word), frozenset()) | {word}


class FormTables:
    """The forms of the words of both sides; a side's text is looked through when it is first needed."""

    def __init__(self) -> None:
        self._as_read: dict[Side, WordForms] = {}

    def of(self, state: State, side: Side) -> WordForms:
        """The forms of the words that a side has as it was read, and of those that corrections put there."""
        view = state.side_views[side]
        if side not in self._as_read:
            self._as_read[side] = WordForms.of(view.language, [view.traced.text])
        return self._as_read[side].adding(
            one.text for place, one in state.verdicts.items() if place.side == side and one.text
        )

    def of_phrase(self, state: State, phrase: str) -> dict[Side, list[list[str]]]:
        """Of each side, the forms of each word of a phrase; none for a side that is missing."""
        return {
            side: self.of(state, side).of_phrase(phrase) if side in state.side_views else [] for side in SIDES
        }


def can_inflect(language: str) -> bool:
    """Whether the forms of words are known in a language; nothing is loaded."""
    return registry.language(language).resources.rule_lemmatizer is not None or has_dictionary(language)


def form_families(state: State) -> dict[Side, list[list[str]]] | None:
    """Of each side, the words of the text that are forms of one word, where there are two or more.

    None for a text with more than :data:`MOST_WORDS` different words, or where no form is known.
    """
    tables = FormTables()
    sides = [side for side in state.side_views if can_inflect(state.side_views[side].language)]
    forms = {side: tables.of(state, side).by_lemma for side in sides}
    if not sides or sum(len(family) for one in forms.values() for family in one.values()) > MOST_WORDS:
        return None
    return {
        side: sorted(sorted(family) for family in forms.get(side, {}).values() if len(family) > 1)
        for side in SIDES
    }
