"""What a Russian word form can be: part of speech, case, number, gender, from pymorphy3's dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

CASES: Mapping[str, str] = MappingProxyType(
    {
        "nomn": "Nom",
        "gent": "Gen",
        "datv": "Dat",
        "accs": "Acc",
        "ablt": "Ins",
        "loct": "Loc",
        "voct": "Nom",
        "gen1": "Gen",
        "gen2": "Gen",
        "acc2": "Acc",
        "loc1": "Loc",
        "loc2": "Loc",
    }
)
"""OpenCorpora's cases under the names of Universal Dependencies."""

_PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "NOUN": ("NOUN", "PROPN"),
        "ADJF": ("ADJ",),
        "ADJS": ("ADJ",),
        "COMP": ("ADJ", "ADV"),
        "VERB": ("VERB", "AUX"),
        "INFN": ("VERB", "AUX"),
        "PRTF": ("VERB",),
        "PRTS": ("VERB",),
        "GRND": ("VERB",),
        "NUMR": ("NUM",),
        "ADVB": ("ADV",),
        "NPRO": ("PRON",),
        "PRED": ("ADV", "VERB", "ADJ"),
        "PREP": ("ADP",),
        "CONJ": ("CCONJ", "SCONJ"),
        "PRCL": ("PART",),
        "INTJ": ("INTJ",),
    }
)
_VERB_FORMS = {"VERB": "Fin", "INFN": "Inf", "PRTF": "Part", "PRTS": "Part", "GRND": "Conv"}
_NUMBERS = {"sing": "Sing", "plur": "Plur"}
_GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
_PERSONS = {"1per": "1", "2per": "2", "3per": "3"}
_ANIMACY = {"anim": "Anim", "inan": "Inan"}
_TENSES = {"past": "Past", "pres": "Pres", "futr": "Fut"}
_MOODS = {"indc": "Ind", "impr": "Imp"}
_PROPER = ("Name", "Surn", "Patr", "Geox", "Orgn", "Init")


class Tag(Protocol):
    """pymorphy3's tag: each attribute an OpenCorpora grammeme or ``None``."""

    POS: str | None
    case: str | None
    number: str | None
    gender: str | None
    person: str | None
    animacy: str | None
    tense: str | None
    mood: str | None

    def __contains__(self, grammeme: str) -> bool: ...


class Parse(Protocol):
    """pymorphy3's parse of a word."""

    tag: Tag
    normal_form: str
    score: float


class Analyzer(Protocol):
    """pymorphy3's analyzer, as far as it is used."""

    def parse(self, word: str) -> list[Parse]:
        """What the word can be, likeliest first."""
        ...

    def word_is_known(self, word: str) -> bool:
        """Whether the dictionary has it."""
        ...


@dataclass(frozen=True)
class Form:
    """One parse of a word. ``share``: fraction of the word's uses that it has.

    ``parts``: parts of speech it may be tagged as. ``features``: by their Universal Dependencies names.
    """

    lemma: str
    kind: str
    parts: tuple[str, ...]
    features: Mapping[str, str]
    share: float
    proper: bool

    @property
    def case(self) -> str | None:
        """``Nom``, ``Gen`` …; ``None`` for what is not declined."""
        return self.features.get("Case")

    @property
    def adjectival(self) -> bool:
        """Whether it agrees with a noun in case, number and gender."""
        return self.kind in {"ADJF", "PRTF"}

    @property
    def nominal(self) -> bool:
        """Whether a preposition can govern it."""
        return self.case is not None

    def agrees(self, other: Form, *features: str) -> bool:
        """Whether none of these features differs between the two; one that either lacks does not count."""
        return all(
            self.features.get(name, value) == value
            for name in features
            if (value := other.features.get(name)) is not None
        )


def forms(analyzer: Analyzer, word: str) -> tuple[Form, ...]:
    """All parses of a word, likeliest first; nothing for words that the dictionary does not know."""
    if not known(analyzer, word):
        return ()
    return tuple(_form(parse) for parse in analyzer.parse(word))


def known(analyzer: Analyzer, word: str) -> bool:
    """Whether each part of the (perhaps hyphenated) word is in the dictionary."""
    return bool(analyzer.word_is_known(word)) or (
        "-" in word and all(part and analyzer.word_is_known(part) for part in word.split("-"))
    )


def _form(parse: Parse) -> Form:
    tag = parse.tag
    kind = str(tag.POS or "")
    parts = ("DET", "PRON") if "Apro" in tag and kind == "ADJF" else _PARTS.get(kind, ())
    if "Anum" in tag:
        parts = ("ADJ", "NUM")
    proper = any(name in tag for name in _PROPER)
    return Form(parse.normal_form, kind, parts, dict(_features(tag, kind)), float(parse.score), proper)


def _features(tag: Tag, kind: str) -> Iterator[tuple[str, str]]:
    """Pairs of a feature's name and value."""
    if tag.case is not None:
        yield "Case", CASES[str(tag.case)]
    for name, value, names in (
        ("Number", tag.number, _NUMBERS),
        ("Gender", tag.gender, _GENDERS),
        ("Person", tag.person, _PERSONS),
        ("Animacy", tag.animacy, _ANIMACY),
        ("Tense", tag.tense, _TENSES),
        ("Mood", tag.mood, _MOODS),
    ):
        if value is not None and str(value) in names:
            yield name, names[str(value)]
    if kind in _VERB_FORMS:
        yield "VerbForm", _VERB_FORMS[kind]
    if kind in {"ADJS", "PRTS"}:
        yield "Variant", "Short"
