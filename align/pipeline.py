"""The stages of a run in order: clean, split, encode, align, find OCR errors, check the translation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from itertools import zip_longest
from pathlib import Path
from time import perf_counter

from align.alignment.aligner import align_sentences
from align.alignment.bead import Alignment, Bead
from align.alignment.encoder_note import encoder_note
from align.alignment.likeness import NOTE, are_unrelated, with_doubt
from align.alignment.line_pairs import line_by_line
from align.alignment.realign import RealignedRegion, realign
from align.alignment.resegment import cuts
from align.bitext import Bitext
from align.check.registry import CHECKS
from align.check.run import find_checks
from align.config import Config
from align.corrections import sentences_corrected
from align.embed.cache import LIMIT, PART, CachedEncoder
from align.embed.encoder import Encoder, load
from align.embed.kept_vectors import keep_vectors, take_vectors
from align.embed.known_languages import knows
from align.flag import Flag
from align.loading import languages_of, texts_of
from align.ocr.detect import SearchedSide, find_flags
from align.ocr.report.crossing import crossing_flags
from align.ocr.report.layout import layout_flags
from align.progress import Progress, Reporter, no_progress
from align.run_context import Reuse, RunContext
from align.signature import Signature
from align.text.document import SIDES, Document, Side
from align.text.language import require_different
from align.text.lines import lines_of
from align.text.readers.file import read_text
from align.text.sentence import Sentence, cut
from align.text.side_languages import side_languages
from align.text.side_text import SideText
from align.wordlist import read_words, without_listed


@dataclass(frozen=True, eq=False)
class _Run:
    """What the stages of one run share.

    Attributes:
        config: The settings.
        languages: Of source and target, ISO 639-1; ``und`` for a side that is missing.
        encoder: ``None`` if a side has no sentence.
        words: Words that are never flagged.
        context: What the stages share.
    """

    config: Config
    languages: tuple[str, str]
    encoder: CachedEncoder | None
    words: frozenset[str]
    context: RunContext


def align_documents(
    documents: Mapping[Side, Document],
    config: Config,
    encoder: Encoder | None = None,
    *,
    progress: Progress = no_progress,
    started: float | None = None,
    reuse: Reuse = Reuse(),
) -> Bitext:
    """Align documents that were read already.

    Args:
        documents: The document of each side; both sides may stand in the same one.
        config: The settings.
        encoder: Takes the place of ``config.encoder``.
        progress: Called with each step of the run.
        started: When the run began (:func:`time.perf_counter`), for the signature.
        reuse: What is taken from earlier runs and kept for later ones.

    Raises:
        AlignError: As :func:`align.api.align_file`.
    """
    started = perf_counter() if started is None else started
    report = Reporter(progress)
    report.begin("cleaning and splitting into sentences")
    texts = texts_of(documents, config)
    return align_side_texts(texts, config, encoder, context=RunContext(report, reuse), started=started)


def align_side_texts(
    texts: Mapping[Side, SideText],
    config: Config,
    encoder: Encoder | None = None,
    *,
    context: RunContext = RunContext(),
    started: float | None = None,
) -> Bitext:
    """Align texts that were cleaned and split into sentences already.

    Args:
        texts: Of the sides that are present.
        config: The settings with which they were split.
        encoder: As :func:`align_documents`.
        context: What the stages share.
        started: As :func:`align_documents`.

    Raises:
        AlignError: As :func:`align.api.align_file`.
    """
    started = perf_counter() if started is None else started
    words = read_words(config.words) if config.words else frozenset[str]()
    languages = languages_of(texts, config)
    run = _Run(config, languages, _encoder(texts, config, encoder, context), words, context)
    texts, alignment = _beads(texts, run)
    flags = _doubts(texts, alignment, run) if config.doubts else []
    alignment, changes = _realigned(texts, alignment, flags, run)
    alignment, notes = _judged(texts, alignment, run)
    if config.doubts:
        flags += _checks(texts, alignment, flags, run)
        flags += crossing_flags(*_sentences(texts), alignment.crossings)
    if run.encoder is not None and context.reuse.keep:
        keep_vectors(run.encoder, context.reuse.files)
    signature = _signature(run.encoder, config, started)
    context.report.begin("done")
    sides = texts.get("source"), texts.get("target")
    return Bitext(*sides, alignment, _in_order(flags), signature, changes, notes)


def align_lines(
    source: Path, target: Path, config: Config = Config(), *, progress: Progress = no_progress
) -> tuple[Alignment, Signature]:
    """Align two files that hold one sentence a line.

    Args:
        source: The file of the original.
        target: The file of the translation.
        config: The settings; only encoding, languages, encoder and alignment are used.
        progress: Called with each step of the run.

    Returns:
        The alignment, whose sentence indices are line numbers from 0, and the signature.

    Raises:
        AlignError: As :func:`align.api.align_file`.
    """
    started, report = perf_counter(), Reporter(progress)
    report.begin("reading")
    lines, others = (
        read_text(path, config.encoding).removesuffix("\n").split("\n") for path in (source, target)
    )
    languages = side_languages(
        {"source": "\n".join(lines), "target": "\n".join(others)},
        {"source": config.source_language, "target": config.target_language},
    )
    require_different(languages["source"].language, languages["target"].language)
    report.begin("loading the encoder")
    encoder = _cached(load(config.encoder), len(lines) + len(others), report)
    _encode_ahead((lines, others), encoder, report)
    report.begin("aligning")
    alignment = align_sentences(lines, others, encoder, config=config.alignment)
    signature = _signature(encoder, config, started)
    report.begin("done")
    return alignment, signature


def _encoder(
    texts: Mapping[Side, SideText], config: Config, given: Encoder | None, context: RunContext
) -> CachedEncoder | None:
    """The encoder of the run; ``None`` where a side has no sentence to compare."""
    if not all(side in texts and texts[side].sentences for side in SIDES):
        return None
    context.report.begin("loading the encoder")
    sentences = sum(len(texts[side].sentences) for side in SIDES)
    encoder = _cached(load(config.encoder) if given is None else given, sentences, context.report)
    if context.reuse.take:
        take_vectors(encoder, context.reuse.files)
    return encoder


def _cached(encoder: Encoder, sentences: int, report: Reporter) -> CachedEncoder:
    """The encoder, which keeps the vectors of all sentences and of many words."""
    return CachedEncoder(encoder, LIMIT + sentences, report)


def _encode_ahead(sides: Sequence[Sequence[str]], encoder: CachedEncoder, report: Reporter) -> None:
    """Encode the sentences of both sides, which the aligner will ask for, and say how many are done."""
    report.begin("encoding sentences")
    texts = encoder.missing([line for lines in sides for line in lines])
    advance = report.counter(len(texts), "sentences")
    for start in range(0, len(texts), PART):
        encoder.encode(part := texts[start : start + PART])
        advance(len(part))


def _beads(texts: Mapping[Side, SideText], run: _Run) -> tuple[Mapping[Side, SideText], Alignment]:
    """Align the text as it was read; the sides come back too, since some sentences are cut in two."""
    if run.encoder is None:
        return texts, _unpaired(texts)
    if run.config.pre_aligned:
        lines, others = (lines_of(texts[side].document, texts[side].sentences) for side in SIDES)
        return texts, line_by_line(zip_longest(lines, others, fillvalue=""))
    return _aligned(texts, run.encoder, run)


def _aligned(
    texts: Mapping[Side, SideText], encoder: CachedEncoder, run: _Run
) -> tuple[Mapping[Side, SideText], Alignment]:
    """Align; cut sentences that the OCR ran together where the other side ends one, and align again."""
    lines, others = _lines(texts)
    _encode_ahead((lines, others), encoder, run.context.report)
    run.context.report.begin("aligning")
    alignment = align_sentences(lines, others, encoder, config=run.config.alignment)
    kept = run.config.sentences or alignment.unknown is not None
    places = () if kept else cuts(lines, others, alignment, encoder, run.languages)
    if not any(places):
        return texts, alignment
    texts = {
        side: replace(texts[side], sentences=cut(texts[side].sentences, found))
        for side, found in zip(SIDES, places, strict=True)
    }
    lines, others = _lines(texts)
    return texts, align_sentences(lines, others, encoder, config=run.config.alignment)


def _sentences(texts: Mapping[Side, SideText]) -> tuple[Sequence[Sentence], Sequence[Sentence]]:
    source, target = (texts[side].sentences if side in texts else () for side in SIDES)
    return source, target


def _lines(texts: Mapping[Side, SideText]) -> list[list[str]]:
    return [[sentence.text for sentence in sentences] for sentences in _sentences(texts)]


def _doubts(texts: Mapping[Side, SideText], alignment: Alignment, run: _Run) -> list[Flag]:
    """Flag probable OCR errors and text that was read out of order."""
    run.context.report.begin("looking for OCR errors")
    flags = [flag for text in texts.values() for flag in layout_flags(text)]
    searched = [_searched(texts.get(side), run.languages[number]) for number, side in enumerate(SIDES)]
    found = find_flags(
        searched[0], searched[1], alignment, run.encoder, config=run.config.ocr, run=run.context
    )
    return [*flags, *without_listed(found, run.words)]


def _searched(text: SideText | None, language: str) -> SearchedSide:
    """A side as errors are looked for in it; empty where it is missing."""
    if text is None:
        return SearchedSide((), language)
    return SearchedSide(text.sentences, language, text.document.facsimile)


def _realigned(
    texts: Mapping[Side, SideText], alignment: Alignment, flags: Sequence[Flag], run: _Run
) -> tuple[Alignment, tuple[RealignedRegion, ...]]:
    """Align the text with its confident corrections; only sentences that changed are encoded again."""
    if run.encoder is None or run.config.sentences or run.config.pre_aligned:
        return alignment, ()
    lines, others = corrected = [
        sentences_corrected(texts[side].sentences, [flag for flag in flags if flag.side == side])
        for side in SIDES
    ]
    if corrected == _lines(texts):
        return alignment, ()
    return realign(alignment, lines, others, run.encoder, config=run.config.alignment)


def _judged(
    texts: Mapping[Side, SideText], alignment: Alignment, run: _Run
) -> tuple[Alignment, tuple[str, ...]]:
    """The beads, all of them doubtful with a note where the texts hardly translate each other.

    Another note says that the encoder does not know the languages.
    """
    if run.encoder is None or run.config.pre_aligned:
        return alignment, ()
    lines, others = _lines(texts)
    vectors = run.encoder.encode(lines), run.encoder.encode(others)
    known = alignment.unknown is None or knows(run.encoder.name, run.languages)
    if are_unrelated(alignment, (lines, others), vectors, known=known):
        return with_doubt(alignment), (NOTE,)
    if alignment.unknown is None:
        return alignment, ()
    return alignment, (encoder_note(run.encoder.name, run.languages, alignment.unknown),)


def _checks(
    texts: Mapping[Side, SideText], alignment: Alignment, flags: Sequence[Flag], run: _Run
) -> tuple[Flag, ...]:
    run.context.report.begin("checking the translation")
    config = run.config.check
    encoder = run.encoder if alignment.unknown is None else None
    advance = run.context.report.counter(len(CHECKS.keys() - config.off), "checks")
    found: list[Flag] = []
    for of_check in find_checks(
        *_sentences(texts), alignment, encoder, languages=run.languages, flags=flags, config=config
    ):
        found += of_check
        advance(1)
    return tuple(found)


def _unpaired(texts: Mapping[Side, SideText]) -> Alignment:
    """A null bead for each sentence, where one side is missing or empty."""
    n_source, n_target = (len(texts[side].sentences) if side in texts else 0 for side in SIDES)
    beads = [Bead(range(i, i + 1), range(0), None, 1.0) for i in range(n_source)]
    beads += [Bead(range(n_source, n_source), range(i, i + 1), None, 1.0) for i in range(n_target)]
    return Alignment(tuple(beads), n_source, n_target)


def _in_order(flags: list[Flag]) -> tuple[Flag, ...]:
    """The flags of the source, then those of the target, each in reading order."""
    return tuple(sorted(flags, key=lambda flag: (flag.side, flag.sentence, flag.spans)))


def _signature(encoder: Encoder | None, config: Config, started: float) -> Signature:
    return Signature(
        align=version("bitext-align"),
        encoder=None if encoder is None else encoder.name,
        encoder_sha256=None if encoder is None else encoder.sha256 or None,
        spacy=version("spacy"),
        config=config.fingerprint(),
        seconds=round(perf_counter() - started, 3),
    )
