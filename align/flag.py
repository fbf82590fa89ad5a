"""A flag: a doubt about a stretch of text, with suggestions."""

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

KIND_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "ocr.unknown-word": "unknown word",
        "ocr.real-word": "wrong word",
        "ocr.alphabet": "mixed alphabets",
        "ocr.broken-word": "broken word",
        "ocr.joined-words": "missing space",
        "ocr.stray-mark": "stray mark",
        "ocr.punctuation": "punctuation",
        "ocr.case": "capital or small letter",
        "layout.moved": "moved text",
        "layout.crossing": "another order",
        "layout.unreadable": "unreadable",
        "check.number": "number",
        "check.date": "date",
        "check.name": "name",
        "check.name-spelling": "spelling of a name",
        "check.omission": "not translated",
        "check.addition": "not in the original",
        "check.length": "length",
        "check.negation": "negation",
        "check.punctuation": "brackets, quotes, dashes",
        "check.doubled": "sentence twice",
        "check.rendering": "translated in two ways",
        "check.glossary": "glossary",
    }
)
"""What a reviewer reads instead of a key of :data:`KINDS`, in a few words."""

EVIDENCE_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "aligned word": "the translation has",
        "answered by": "the translation has",
        "channel": "how likely this misreading is",
        "context": "the words beside it",
        "frequency": "word frequency",
        "vouched": "a name in the translation",
    }
)
"""Label of each key of :attr:`Suggestion.evidence` that is no label itself. All but ``aligned word`` occur
only in results that were stored before version 0.2."""


def evidence_label(name: str) -> str:
    """The label of a key in a suggestion's evidence.

    Args:
        name: A key of :attr:`Suggestion.evidence`.

    Returns:
        Its label; the key itself where it is one.

    Example:
        >>> evidence_label("aligned word")
        'the translation has'
    """
    return EVIDENCE_LABELS.get(name, name)


@dataclass(frozen=True)
class Suggestion:
    """A text that would replace exactly the flag's spans; an empty text deletes them.

    Attributes:
        text: The text.
        confidence: Probability 0-1 that this was the text of the original print.
        evidence: What supports it against the observed text. A key is the label of feature groups; its value
            is their contribution to the score (log-odds against the observed text, in nats; negative where it
            opposes the suggestion). Contributions below .05 nats are left out; the largest comes first. Under
            ``aligned word`` stands the word of the translation, where that supports the suggestion.

    Example:
        >>> import align
        >>> [flag] = align.align_texts("Баш ответ получил.", "I received your reply.").flags
        >>> flag.suggestions[0]
        <Suggestion 'Ваш', confidence 0.95>
    """

    text: str
    confidence: float
    evidence: Mapping[str, float | str] = field(default_factory=dict)

    def __repr__(self) -> str:
        """One line without the evidence."""
        return f"<Suggestion {self.text!r}, confidence {self.confidence:.2f}>"


@dataclass(frozen=True)
class Flag:
    """A doubt about a stretch of text, with suggestions for what it might be.

    Attributes:
        side: The side of the doubtful text.
        sentence: Index of the sentence on its side, from 0.
        spans: Where it stands in the raw file, in reading order.
        text: The doubtful text; of a long stretch its beginning.
        kind: A key of :data:`KINDS`.
        confidence: Probability 0-1 that something is wrong here.
        reason: Why, for people.
        suggestions: Best first.

    Raises:
        InvariantError: A flag without place, of an unknown kind, or with a confidence outside 0-1.

    Example:
        >>> import align
        >>> align.align_texts("Баш ответ получил.", "I received your reply.").flags[0]
        <Flag source 'Баш' → 'Ваш', ocr.real-word, confidence 1.00>
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

    def __repr__(self) -> str:
        """One line: side, text, best suggestion, kind and confidence."""
        best = f" → {self.suggestions[0].text!r}" if self.suggestions else ""
        return f"<Flag {self.side} {self.text!r}{best}, {self.kind}, confidence {self.confidence:.2f}>"

    def _repr_html_(self) -> str:
        """For a notebook: what is doubtful, and the suggestions."""
        columns: dict[str, Sequence[object]] = {
            "suggestion": [one.text or "(delete)" for one in self.suggestions],
            "confidence": [one.confidence for one in self.suggestions],
        }
        return html_table(columns, f"{self.text}: {self.kind}, {self.confidence:.2f}. {self.reason}")
