"""The description of one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from align.lang.months import Months
from align.lang.negation import Negation
from align.lang.number_words import NumberWords
from align.lang.unit_words import UnitWords


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as one text with white space between."""
    return frozenset(text.split())


@dataclass(frozen=True)
class Abbreviations:
    """Words that a full stop follows without ending the sentence; lower case, without their last stop.

    Attributes:
        before_name: The sentence continues after them, whether or not a capital letter follows.
        international: Of the same kind, used in texts of every language.
        after_number: After a number they may end a sentence; elsewhere they stand before a name
            (``1950 г.``, ``г. Москва``).
        before_number: Before a number, in digits or Roman, the sentence continues (``стр. 12``, ``No. 5``).
        may_end: They end a sentence where a capital letter follows.
    """

    before_name: frozenset[str] = frozenset()
    international: frozenset[str] = frozenset()
    after_number: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    may_end: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Hyphens:
    """Parts of words that are written with a hyphen; lower case.

    Attributes:
        prefixes: First parts that a hyphen separates from the rest (``вице-президент``).
        suffixes: Particles behind a hyphen (``кто-то``).
        small_words: Words that older spelling joins to others by a hyphen (``что-бы``, ``по-тому``). Where
            they are listed, a hyphen between two other words that make a usual word is one of a line's end.
        closed_compounds: Whether two nouns are one word without a hyphen (``Friedensvertrag``).
    """

    prefixes: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    small_words: frozenset[str] = frozenset()
    closed_compounds: bool = False


@dataclass(frozen=True)
class Resources:
    """What the installed libraries and the package's own data offer for a language.

    Attributes:
        paradigms: Whether pymorphy3 can have a dictionary with all forms of a word.
        speller: The hunspell dictionary that ships with spylls, as ``folder/name``; ``None`` for none.
        spaced_word_list: Whether wordfreq's list has the words as they stand between spaces. The lists of
            Chinese, Japanese and Korean count morphemes instead.
        context_model: Whether the package's data hold an n-gram model of the language.
        rule_lemmatizer: Builds a lemmatizer that needs no dictionary of forms; ``None`` for none.
    """

    paradigms: bool = False
    speller: str | None = None
    spaced_word_list: bool = True
    context_model: bool = False
    rule_lemmatizer: Callable[[], Callable[[str], str]] | None = None


@dataclass(frozen=True)
class Language:
    """What is known of one language; the defaults describe a language of which nothing is known.

    Attributes:
        code: ISO 639-1, two letters; ``und`` for an unknown language.
        script: The alphabet it is written in, a key of :data:`align.text.script.SCRIPTS`.
        ordinal_stop: Whether ``5.`` means *fifth*.
        abbreviations: Words that a full stop follows without ending the sentence.
        hyphens: Parts of words that are written with a hyphen.
        sentence_openers: Small words that have a capital letter only where a sentence begins.
        reporting_verbs: Verbs that stand between a name and what it said (``“Where?” Stalin asked``), in
            languages where that name may precede the verb.
        months: Names of the months.
        numbers: Words that name numbers.
        units: Words that name units of money and measure.
        negation: How the language denies; ``None`` where that is not described.
        resources: Dictionaries and models.
    """

    code: str
    script: str = "latin"
    ordinal_stop: bool = False
    abbreviations: Abbreviations = Abbreviations()
    hyphens: Hyphens = Hyphens()
    sentence_openers: frozenset[str] = frozenset()
    reporting_verbs: frozenset[str] = frozenset()
    months: Months = Months()
    numbers: NumberWords = NumberWords()
    units: UnitWords = UnitWords()
    negation: Negation | None = None
    resources: Resources = Resources()
