"""An original with its translation, aligned: to inspect, search, correct, save and export."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, overload

from align.bitext_data import BitextData
from align.bitext_row import BitextRow
from align.corrections import AppliedCorrection, apply_flags
from align.embed.adapt import HasEncode, as_encoder
from align.embed.encoder import Encoder
from align.errors import InputError
from align.frames import bead_columns, flag_columns
from align.members import write_files
from align.output import write
from align.search import Hit, by_lemma, by_pattern
from align.table import frame, html_table
from align.text.document import Side

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from align.review.exporter import Exporter
    from align.review.session import Review


class Bitext(BitextData):
    """An original and its translation, aligned, with the doubts about either.

    A bitext is a sequence of beads: ``len(bitext)``, ``bitext[3]`` and iteration give
    :class:`align.bitext_row.BitextRow`. Indices count from 0; texts for people count from 1.
    :func:`align.align_texts`, :func:`align.align_file` and :func:`align.align_files` make one,
    :meth:`load` reads one that was saved.

    Attributes:
        source: The original (:class:`align.text.side_text.SideText`); ``None`` if it is missing.
        target: The translation; ``None`` if it is missing.
        alignment: The beads, each sentence in exactly one.
        flags: Doubts, those of the source first, each side's in reading order.
        signature: Versions, models and settings of the run.
        realigned: Where the confident corrections changed the beads.
        pair_notes: What was found about the two texts together; :attr:`notes` lists it too.

    Example:
        >>> import align
        >>> bitext = align.align_texts("Баш ответ получил. Я ушёл.", "I received your reply. I left.")
        >>> bitext
        <Bitext original (ru) | translation (en): 2 beads, 1 flags>
        >>> bitext[1].target
        'I left.'
    """

    def __len__(self) -> int:
        """The number of beads."""
        return len(self.alignment.beads)

    @overload
    def __getitem__(self, index: int) -> BitextRow: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[BitextRow, ...]: ...
    def __getitem__(self, index: int | slice) -> BitextRow | tuple[BitextRow, ...]:
        """The bead with this index, from 0, with its texts and flags."""
        numbers = range(len(self))
        if isinstance(index, slice):
            return tuple(self._row(number) for number in numbers[index])
        return self._row(numbers[index])

    def __iter__(self) -> Iterator[BitextRow]:
        """The beads in order, each with its texts and flags."""
        return map(self._row, range(len(self)))

    def pairs(self, *, nulls: bool = True) -> Iterator[tuple[str, str]]:
        """Iterate over the texts of the beads.

        Args:
            nulls: Whether beads with an empty side are included, with ``""`` for that side.

        Yields:
            The source text and the target text of each bead, in order.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Я ушёл. Он остался.", "I left. He stayed.")
            >>> for source, target in bitext.pairs():
            ...     print(source, "|", target)
            Я ушёл. | I left.
            Он остался. | He stayed.
        """
        for row in self:
            if nulls or (row.source and row.target):
                yield row.source, row.target

    def to_frame(self) -> pd.DataFrame:
        """One row a bead, as a pandas frame.

        Returns:
            Columns ``source`` and ``target`` (texts), ``type``, ``score`` (similarity of the sides, ``NaN``
            where one is empty), ``confidence`` (fraction 0-1), ``doubtful``, and ``flags`` (their number).

        Raises:
            ModelError: pandas is not installed.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Я ушёл. Он остался.", "I left. He stayed.")
            >>> list(bitext.to_frame()["type"])
            ['1-1', '1-1']
        """
        return frame(bead_columns(self))

    def flags_frame(self) -> pd.DataFrame:
        """One row a flag, as a pandas frame.

        Returns:
            Columns ``bead`` (its index, from 0), ``side``, ``start`` and ``stop`` (code points of the raw
            file, from the first doubtful one to after the last), ``text``, ``kind``, ``confidence`` (fraction
            0-1), ``suggestion`` (the best, or ``None``), ``suggestions`` (all, best first) and ``reason``.

        Raises:
            ModelError: pandas is not installed.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Баш ответ получил.", "I received your reply.")
            >>> bitext.flags_frame()[["text", "suggestion"]].values.tolist()
            [['Баш', 'Ваш']]
        """
        return frame(flag_columns(self))

    def _repr_html_(self) -> str:
        """The table of beads, for a notebook."""
        return html_table(bead_columns(self), self.names)

    def plot(self, encoder: str | Encoder | HasEncode | None = None) -> Figure:
        """Draw the similarity of all sentence pairs with the beads, and the confidence along the document.

        Args:
            encoder: Encodes the sentences again; by default the encoder of the run, loaded by its name.

        Returns:
            A matplotlib figure without a window: ``figure.savefig("letter.png")`` writes it.

        Raises:
            InputError: A side is missing.
            ModelError: The encoder cannot be loaded.

        Example:
            >>> import align
            >>> figure = align.align_texts("Я ушёл. Он остался.", "I left. He stayed.").plot()
            >>> figure.savefig("letter.png")
        """
        from align.alignment.plot import plot_alignment

        if self.source is None or self.target is None:
            raise InputError("expected two sides to plot, found one; give the file of the other as well")
        chosen = as_encoder(encoder if encoder is not None else self.signature.encoder or "embedded")
        source, target = (
            chosen.encode([sentence.text for sentence in text.sentences]) for text in self.texts
        )
        return plot_alignment(self.alignment, source, target)

    def find(self, pattern: str, *, lemma: bool = False) -> tuple[Hit, ...]:
        """Search both sides.

        Args:
            pattern: A regular expression; letter case is ignored unless it has a capital letter. With
                ``lemma`` a word or phrase.
            lemma: Whether to find the words in any inflected form (Russian and English).

        Returns:
            The matches in the order of the beads, each with the texts of its bead.

        Raises:
            InputError: The pattern is no regular expression, or with ``lemma`` has no word.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Я ушёл. Он остался.", "I left. He stayed.")
            >>> [(hit.side, hit.text, hit.bead) for hit in bitext.find("уйти", lemma=True)]
            [('source', 'ушёл', 0)]
        """
        hits = []
        for text in self.texts:
            search = by_lemma(pattern, text.language) if lemma else by_pattern(pattern)
            for sentence in text.sentences:
                at = self.bead_of[text.side, sentence.index]
                bead = self.alignment.beads[at]
                first = (bead.source if text.side == "source" else bead.target).start
                where = (at, sentence.index - first, *self.sentences_of(bead))
                hits += [Hit(text.side, sentence.index, place, *where) for place in search(sentence.text)]
        return tuple(sorted(hits, key=lambda hit: (hit.bead, hit.side, hit.sentence, hit.place)))

    def correct(self, min_confidence: float = 0.9, *, side: Side | None = None) -> str:
        """Apply the confident suggestions to the raw text.

        Args:
            min_confidence: Least confidence of a suggestion that is applied, fraction 0-1.
            side: The side whose file is corrected; by default the source, or the only side.

        Returns:
            The whole file of that side. Characters that no applied flag covers are unchanged.

        Raises:
            InputError: ``min_confidence`` is not between 0 and 1, or the bitext has no such side.

        Example:
            >>> import align
            >>> align.align_texts("Баш ответ получил.", "I received your reply.").correct()
            'Ваш ответ получил.'
        """
        return self._corrected(min_confidence, side)[0]

    def corrections(
        self, min_confidence: float = 0.9, *, side: Side | None = None
    ) -> tuple[AppliedCorrection, ...]:
        """List what :meth:`correct` changes (the apparatus), in the order of the file.

        Args and errors are those of :meth:`correct`.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Баш ответ получил.", "I received your reply.")
            >>> [(change.old, change.new) for change in bitext.corrections()]
            [('Баш', 'Ваш')]
        """
        return self._corrected(min_confidence, side)[1]

    def save(self, path: Path | str) -> None:
        """Write everything to a JSON file (schema ``align/bitext-1``) that :meth:`load` reads.

        Scores and confidences are written in full. A file that exists is replaced. The pictures of pages are
        named as seen from the file.

        Args:
            path: The file, such as ``letter.align.json``.

        Raises:
            OutputError: The file cannot be written.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Я ушёл.", "I left.")
            >>> bitext.save("letter.align.json")
            >>> align.Bitext.load("letter.align.json") == bitext
            True
        """
        from align.export.bitext_json import to_text
        from align.export.picture_names import bitext_seen_from

        path = Path(path)
        write(path, to_text(bitext_seen_from(self, path.parent), digits=None))

    @classmethod
    def load(cls, path: Path | str, files: Iterable[Path | str] = ()) -> Bitext:
        """Read a bitext that :meth:`save` or ``align export --to json`` wrote; nothing is computed again.

        Args:
            path: The JSON file.
            files: The files that were aligned, for JSON of version 0.1, which does not hold their text; files
                of the recorded names beside the JSON are found without it.

        Returns:
            A bitext equal to the one that was saved, but for the names of pictures where it was saved in
            another folder than the documents. An export holds scores and confidences with four decimals.

        Raises:
            ReadError: The file cannot be read, or is no JSON.
            InputError: It is no bitext, was edited, or the text of its files is missing.

        Example:
            >>> import align
            >>> align.align_texts("Я ушёл.", "I left.").save("letter.align.json")
            >>> align.Bitext.load("letter.align.json")
            <Bitext original (ru) | translation (en): 1 beads, 0 flags>
        """
        from align.export.bitext_reader import read_bitext

        return cls.of(read_bitext(path, files))

    @classmethod
    def of(cls, data: BitextData) -> Bitext:
        """The bitext with this data."""
        return cls(*(getattr(data, field.name) for field in fields(BitextData)))

    def export(self, path: Path | str, to: str | None = None) -> tuple[Path, ...]:
        """Write the bitext in a format that other programs read. Files that exist are replaced.

        What the format cannot hold is reported by a ``UserWarning``.

        Args:
            path: The file. Its suffix is that of a format: ``.tmx``, ``.xliff``, ``.tsv``, ``.xlsx``,
                ``.docx``, ``.html``, ``.json``, ``.jsonl``, ``.tei``, ``.txt``; of a document with pages
                also ``.hocr``, ``.alto.xml``, ``.alto`` and ``.page.xml`` (a file a page), ``.alto.zip``,
                ``.page.zip``, ``.groundtruth.zip`` (all in one archive). With ``to`` it may be a folder,
                where the format has several files.
            to: The format's name, a key of :data:`align.export.FORMATS`; by default that of the suffix.

        Returns:
            The files that were written.

        Raises:
            InputError: The format is unknown.
            OutputError: A file cannot be written.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Я ушёл.", "I left.")
            >>> [file.name for file in bitext.export("letter.tmx")]
            ['letter.tmx']
        """
        path = Path(path)
        from align.export.formats import format_of
        from align.export.write import export_files

        exported = export_files(self, to or format_of(path), output=path)
        for message in exported.messages:
            warnings.warn(message, stacklevel=2)
        return write_files(path, exported.files)

    def exporter(self, review: Review) -> Exporter:
        """What makes the files of *Save as…* in a review of this bitext.

        Args:
            review: A review of this bitext.
        """
        from align.export.review_exporter import ReviewExporter

        return ReviewExporter(review)

    def _row(self, index: int) -> BitextRow:
        bead = self.alignment.beads[index]
        return BitextRow(index, bead, *self.sentences_of(bead), self.flags_by_bead.get(index, ()))

    def _corrected(
        self, min_confidence: float, side: Side | None
    ) -> tuple[str, tuple[AppliedCorrection, ...]]:
        if not 0.0 <= min_confidence <= 1.0:
            raise InputError(f"expected min_confidence as a fraction 0-1, got {min_confidence}")
        text = next((text for text in self.texts if side in (None, text.side)), None)
        if text is None:
            raise InputError(f"expected a side of the bitext, got {side!r}; it has {self.names}")
        return apply_flags(
            text.document.raw, (flag for flag in self.flags if flag.side == text.side), min_confidence
        )
