"""All that one run found, and how it was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from align.alignment.bead import Alignment, Bead
from align.alignment.realign import RealignedRegion
from align.embed.encoder import Encoder, load
from align.errors import InputError, InvariantError
from align.flag import Flag
from align.search import by_lemma, by_pattern
from align.table import frame, html_table
from align.text.clean import Excluded, Move
from align.text.document import SIDES, Document, Side
from align.text.sentence import Sentence
from align.text.span import Span

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Hit:
    """What was looked for stands in sentence ``sentence`` of a side at ``place`` (code points of its text).

    ``bead``: the number of its bead; ``source``, ``target``: the sentences of that bead, of which it is in
    ``number`` of its own side.
    """

    side: Side
    sentence: int
    place: tuple[int, int]
    bead: int
    number: int
    source: tuple[str, ...]
    target: tuple[str, ...]


LedgerKind = Literal["sentence", "space", "metadata", "aside"]


@dataclass(frozen=True)
class LedgerEntry:
    """What one stretch of the raw file became."""

    span: Span
    kind: LedgerKind
    reason: str | None = None


@dataclass(frozen=True)
class Signature:
    """How a result was made: versions, models by hash, the configuration's fingerprint, seconds."""

    align: str
    encoder: str | None
    encoder_sha256: str | None
    spacy: str
    config: str
    seconds: float


@dataclass(frozen=True, eq=False)
class SideText:
    """One side: its document, language (ISO 639-1) and sentences, and what was set aside or moved."""

    side: Side
    document: Document
    language: str
    sentences: tuple[Sentence, ...]
    aside: tuple[Excluded, ...] = ()
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class Bitext:
    """An original and its translation; one of the two may be missing (``None``).

    Law: every raw character of every document is in exactly one of sentence, space, metadata,
    set aside (:meth:`ledger`); their pieces in order are the raw file. ``flags``: the original's first,
    each side's as one reads. ``realigned``: where the sure corrections made other beads than the text as
    it stands (``alignment`` holds the beads after them).

    Raises :class:`align.errors.InvariantError` where the parts do not fit each other.
    """

    source: SideText | None
    target: SideText | None
    alignment: Alignment
    flags: tuple[Flag, ...]
    signature: Signature
    realigned: tuple[RealignedRegion, ...] = ()

    def __post_init__(self) -> None:
        counts = tuple(len(text.sentences) if text else 0 for text in (self.source, self.target))
        if counts != (self.alignment.n_source, self.alignment.n_target):
            raise InvariantError(f"alignment does not fit {counts} sentences")
        for document in self.documents:
            self.ledger(document)

    def __repr__(self) -> str:
        """One line: what it holds, not how."""
        return f"<Bitext {self.names}: {len(self.alignment.beads)} beads, {len(self.flags)} flags>"

    @property
    def texts(self) -> tuple[SideText, ...]:
        """The sides that are there."""
        return tuple(text for text in (self.source, self.target) if text is not None)

    @property
    def names(self) -> str:
        """The sides' files and languages: ``a.txt (ru) | b.txt (en)``."""
        return " | ".join(f"{text.document.name} ({text.language})" for text in self.texts)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The raw files, each once."""
        return tuple(dict.fromkeys(text.document for text in self.texts))

    @cached_property
    def bead_of(self) -> dict[tuple[Side, int], int]:
        """Side and sentence index, from 0 -> index of the bead that holds it."""
        return {
            (side, index): number
            for number, bead in enumerate(self.alignment.beads)
            for side, indices in zip(SIDES, (bead.source, bead.target), strict=True)
            for index in indices
        }

    def plot(self, encoder: Encoder | None = None) -> Figure:
        """The similarity of all pairs with the path, and confidence along the document.

        ``encoder``: the one to compare with; the run's own is loaded where none is given. Raises
        :class:`InputError` where a side is missing.
        """
        from align.alignment.plot import plot_alignment

        if self.source is None or self.target is None:
            raise InputError("expected two sides to plot, found one; give the file of the other as well")
        encoder = encoder or load(self.signature.encoder or "embedded")
        source, target = (
            encoder.encode([sentence.text for sentence in text.sentences]) for text in self.texts
        )
        return plot_alignment(self.alignment, source, target)

    def to_frame(self) -> pd.DataFrame:
        """A row for each bead: both texts, type, score, confidence, whether doubtful, its number of flags.

        ``score``: similarity of the two sides, ``NaN`` where one is missing; ``confidence``: fraction 0-1.
        """
        return frame(self._columns())

    def flags_frame(self) -> pd.DataFrame:
        """A row for each flag: where it stands, what is doubtful, why, and the readings, best first.

        ``bead``: its number in ``alignment.beads``, from 0; ``start``, ``stop``: code points of the raw
        file, from the first doubted to after the last; ``confidence``: fraction 0-1.
        """
        return frame(
            {
                "bead": [self.bead_of.get((flag.side, flag.sentence)) for flag in self.flags],
                "side": [flag.side for flag in self.flags],
                "start": [min(flag.spans).start for flag in self.flags],
                "stop": [max(span.stop for span in flag.spans) for flag in self.flags],
                "text": [flag.text for flag in self.flags],
                "kind": [flag.kind for flag in self.flags],
                "confidence": [flag.confidence for flag in self.flags],
                "suggestion": [flag.suggestions[0].text if flag.suggestions else None for flag in self.flags],
                "suggestions": [[one.text for one in flag.suggestions] for flag in self.flags],
                "reason": [flag.reason for flag in self.flags],
            }
        )

    def _columns(self) -> dict[str, list[Any]]:
        beads = self.alignment.beads
        flagged = Counter(self.bead_of.get((flag.side, flag.sentence)) for flag in self.flags)
        held = [self._sentences_of(bead) for bead in beads]
        return {
            "source": [" ".join(source) for source, _ in held],
            "target": [" ".join(target) for _, target in held],
            "type": [bead.type for bead in beads],
            "score": [bead.score for bead in beads],
            "confidence": [bead.confidence for bead in beads],
            "doubtful": [bead.doubtful for bead in beads],
            "flags": [flagged[number] for number in range(len(beads))],
        }

    def _repr_html_(self) -> str:
        """For a notebook without the review's widget."""
        return html_table(self._columns(), self.names)

    def find(self, pattern: str, *, lemma: bool = False) -> tuple[Hit, ...]:
        """Where a regular expression stands on either side, each hit with the bead that it is in.

        ``lemma``: ``pattern`` is a word or phrase, met in all its forms. Raises :class:`InputError` for a
        pattern that cannot be read.
        """
        hits = []
        for text in self.texts:
            search = by_lemma(pattern, text.language) if lemma else by_pattern(pattern)
            for sentence in text.sentences:
                at = self.bead_of[text.side, sentence.index]
                bead = self.alignment.beads[at]
                first = (bead.source if text.side == "source" else bead.target).start
                where = (at, sentence.index - first, *self._sentences_of(bead))
                hits += [Hit(text.side, sentence.index, place, *where) for place in search(sentence.text)]
        return tuple(sorted(hits, key=lambda hit: (hit.bead, hit.side, hit.sentence, hit.place)))

    def _sentences_of(self, bead: Bead) -> tuple[tuple[str, ...], tuple[str, ...]]:
        source, target = (
            tuple(text.sentences[index].text for index in indices) if text else ()
            for text, indices in ((self.source, bead.source), (self.target, bead.target))
        )
        return source, target

    def ledger(self, document: Document) -> tuple[LedgerEntry, ...]:
        """What became of each stretch of ``document.raw``, in order, without gap or overlap.

        Raises :class:`InvariantError` where a character is claimed twice or by nobody.
        """
        raw, entries, at = document.raw, [], 0
        for entry in sorted(self._claims(document), key=lambda claim: claim.span):
            entries += _space(raw, at, entry.span.start, document.name)
            entries.append(entry)
            at = entry.span.stop
        return tuple(entries + _space(raw, at, len(raw), document.name))

    def _claims(self, document: Document) -> Iterator[LedgerEntry]:
        for span in document.spans("metadata"):
            yield LedgerEntry(span, "metadata")
        for text in self.texts:
            if text.document is not document:
                continue
            for sentence in text.sentences:
                yield from (LedgerEntry(span, "sentence") for span in sentence.origin)
            yield from (LedgerEntry(aside.span, "aside", aside.reason) for aside in text.aside)


def _space(raw: str, start: int, stop: int, name: str) -> list[LedgerEntry]:
    """The white space between two claims; anything else there is a broken law."""
    if start > stop:
        raise InvariantError(f"{name}: characters {stop}:{start} are claimed twice: {raw[stop:start][:40]!r}")
    if raw[start:stop].strip():
        raise InvariantError(f"{name}: nobody claims {start}:{stop}: {raw[start:stop][:40]!r}")
    return [LedgerEntry(Span(start, stop), "space")] if start < stop else []
