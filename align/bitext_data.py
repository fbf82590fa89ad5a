"""The result of a run: both sides, their alignment, and the flags."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Self

from align.alignment.bead import Alignment, Bead
from align.alignment.realign import RealignedRegion
from align.errors import InvariantError
from align.flag import Flag
from align.ledger import LedgerEntry, ledger
from align.signature import Signature
from align.text.document import SIDE_NAMES, SIDES, Document, Side
from align.text.side_text import SideText


@dataclass(frozen=True, eq=False, repr=False)
class BitextData:
    """What review, exports and evaluation need of a :class:`align.Bitext`.

    Invariant: every character of every document is in a sentence, white space, metadata or excluded
    (:meth:`ledger`). Two bitexts are equal if all their attributes are.

    Attributes:
        source: The original; ``None`` if it is missing.
        target: The translation; ``None`` if it is missing.
        alignment: The beads, each sentence in exactly one.
        flags: Doubts, those of the source first, each side's in reading order.
        signature: Versions, models and settings.
        realigned: Where the confident corrections changed the beads; ``alignment`` holds the beads after it.
        pair_notes: What was found about the two texts together, for people.

    Raises:
        InvariantError: The attributes do not fit each other.
    """

    source: SideText | None
    target: SideText | None
    alignment: Alignment
    flags: tuple[Flag, ...]
    signature: Signature
    realigned: tuple[RealignedRegion, ...] = ()
    pair_notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        counts = tuple(len(text.sentences) if text else 0 for text in (self.source, self.target))
        if counts != (self.alignment.n_source, self.alignment.n_target):
            raise InvariantError(f"alignment does not fit {counts} sentences")
        for document in self.documents:
            self.ledger(document)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, BitextData):
            return NotImplemented
        return all(getattr(self, field.name) == getattr(other, field.name) for field in fields(BitextData))

    def __hash__(self) -> int:
        return hash((self.source, self.target, self.alignment))

    def __repr__(self) -> str:
        """One line: files, languages, and the numbers of beads and flags."""
        return f"<Bitext {self.names}: {len(self.alignment.beads)} beads, {len(self.flags)} flags>"

    @property
    def texts(self) -> tuple[SideText, ...]:
        """The sides that are present, source first."""
        return tuple(text for text in (self.source, self.target) if text is not None)

    @property
    def names(self) -> str:
        """Files and languages of the sides: ``a.txt (ru) | b.txt (en)``."""
        return " | ".join(f"{text.document.name} ({text.language})" for text in self.texts)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The raw files, each once."""
        return tuple(dict.fromkeys(text.document for text in self.texts))

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader should know of files, sides and both texts together, each once.

        For example ``a.docx: 3 comments left out``.
        """
        files = [f"{document.name}: {note}" for document in self.documents for note in document.notes]
        sides = [f"{SIDE_NAMES[text.side]}: {note}" for text in self.texts for note in text.notes]
        return tuple(dict.fromkeys([*files, *sides, *self.pair_notes]))

    def seen_in(self, *folders: Path) -> Self:
        """The same bitext, the pictures of its pages now in these folders.

        Args:
            folders: Where the document of each side was read, at least one; one folder stands for both.
        """
        if not any(document.facsimile for document in self.documents):
            return self
        places = dict(zip(self.documents, (folders[0], folders[-1]), strict=False))
        moved = {document: replace(document, folder=folder) for document, folder in places.items()}
        source, target = (
            text and replace(text, document=moved[text.document]) for text in (self.source, self.target)
        )
        return replace(self, source=source, target=target)

    @cached_property
    def bead_of(self) -> dict[tuple[Side, int], int]:
        """Side and sentence index -> index of the bead that holds the sentence; all from 0."""
        return {
            (side, index): number
            for number, bead in enumerate(self.alignment.beads)
            for side, indices in zip(SIDES, (bead.source, bead.target), strict=True)
            for index in indices
        }

    @cached_property
    def moved_to(self) -> dict[tuple[Side, int], range]:
        """Side and index of each sentence that is translated out of order -> its partners' indices."""
        return {
            (side, index): crossing.partners(side, index)
            for crossing in self.alignment.crossings
            for side, indices in zip(SIDES, (crossing.source, crossing.target), strict=True)
            for index in indices
        }

    @cached_property
    def flags_by_bead(self) -> dict[int, tuple[Flag, ...]]:
        """Bead index, from 0 -> the flags on its sentences; beads without flags are left out."""
        found: dict[int, list[Flag]] = {}
        for flag in self.flags:
            if (number := self.bead_of.get((flag.side, flag.sentence))) is not None:
                found.setdefault(number, []).append(flag)
        return {number: tuple(flags) for number, flags in found.items()}

    def sentences_of(self, bead: Bead) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The texts of a bead's sentences: those of the source, those of the target."""
        source, target = (
            tuple(text.sentences[index].text for index in indices) if text else ()
            for text, indices in ((self.source, bead.source), (self.target, bead.target))
        )
        return source, target

    def ledger(self, document: Document) -> tuple[LedgerEntry, ...]:
        """List what became of each stretch of ``document.raw``; see :func:`align.ledger.ledger`.

        Raises:
            InvariantError: Two entries claim the same character, or no entry claims one.
        """
        return ledger(document, self.texts)
