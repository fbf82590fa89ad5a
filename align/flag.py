"""A doubt about a stretch of text, with what it might be instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from align.errors import InvariantError
from align.table import html_table
from align.text.document import Side
from align.text.span import Span

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "ocr.unknown-word": "not a word of this language",
        "ocr.real-word": "a word, but not the one that stands here",
        "ocr.alphabet": "letters of another alphabet",
        "ocr.broken-word": "a space, hyphen or sign inside a word",
        "ocr.joined-words": "two words without the space between them",
        "ocr.stray-mark": "a mark that is no part of the text",
        "ocr.punctuation": "a mark of punctuation that cannot stand here",
        "ocr.case": "a capital or small letter that cannot stand here",
        "layout.moved": "text read out of turn, put back in its place",
        "layout.crossing": "text that moved: these sentences translate each other out of order",
        "layout.unreadable": "a stretch the OCR could not read",
        "check.number": "a number that the other side does not name",
        "check.date": "another day than the original's",
        "check.name": "another name than the original's",
        "check.name-spelling": "a name spelt otherwise than elsewhere",
        "check.omission": "original without translation",
        "check.addition": "translation without original",
        "check.length": "far longer or shorter than translations here are",
        "check.negation": "a negation on one side only",
        "check.punctuation": "a bracket or quotation mark without its partner",
        "check.doubled": "a sentence that stands twice",
        "check.rendering": "the same sentence translated in another way",
        "check.glossary": "a term not translated as the glossary wants it",
    }
)


@dataclass(frozen=True)
class Suggestion:
    """A reading that would replace exactly the flag's spans; empty text means: delete.

    ``confidence``: probability 0-1 that this is what was typed.
    ``evidence``: by name, a number (log-odds or similarity, as the name says) or a word.
    """

    text: str
    confidence: float
    evidence: Mapping[str, float | str] = field(default_factory=dict)


@dataclass(frozen=True)
class Flag:
    """What is doubtful, where, why, and what it might be: suggestions, best first.

    ``spans``: places in the raw file, reading order. ``sentence``: index of the sentence on its
    side. ``text``: what stands there, of a long stretch its beginning. ``kind``: a key of :data:`KINDS`.
    ``confidence``: probability 0-1 that something is wrong here. ``reason``: why, for a person.
    """

    side: Side
    sentence: int
    spans: tuple[Span, ...]
    text: str
    kind: str
    confidence: float
    reason: str
    suggestions: tuple[Suggestion, ...] = ()

    def __post_init__(self) -> None:
        if not self.spans or not all(self.spans):
            raise InvariantError(f"a flag needs a place: {self.kind} {self.text!r}")
        if self.kind not in KINDS:
            raise InvariantError(f"unknown kind of flag {self.kind!r}")
        if not 0.0 <= self.confidence <= 1.0:
            raise InvariantError(f"confidence is a fraction 0-1, got {self.confidence}")

    def _repr_html_(self) -> str:
        """For a notebook: what is doubtful, and the readings."""
        columns: dict[str, Sequence[object]] = {
            "reading": [one.text or "(delete)" for one in self.suggestions],
            "confidence": [one.confidence for one in self.suggestions],
        }
        return html_table(columns, f"{self.text}: {self.kind}, {self.confidence:.2f}. {self.reason}")
