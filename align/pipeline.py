"""read -> clean -> split -> embed -> align -> flag -> check: the table of contents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from align.alignment.aligner import align_sentences
from align.alignment.bead import Alignment, Bead
from align.alignment.given import line_by_line
from align.alignment.realign import Change, realign
from align.alignment.resegment import cuts
from align.bitext import Bitext, Signature, Text
from align.check.find import find_checks
from align.config import Config
from align.embed.cache import CachedEncoder
from align.embed.encoder import Encoder, load
from align.ocr.correct import sentences_corrected
from align.ocr.detect import find_flags
from align.ocr.flag import Flag
from align.ocr.layout import layout_flags
from align.ocr.wordlist import but_for, read_words
from align.text.clean import clean
from align.text.document import SIDES, Document, Side
from align.text.language import checked_code, detect_language, require_different
from align.text.lines import by_line, whole
from align.text.readers.archive import read_archive
from align.text.readers.file import read_text
from align.text.readers.pairs import read_lines, read_tmx
from align.text.readers.plain import read_plain
from align.text.sentence import cut
from align.text.sentences import split
from align.text.words import familiarity

Progress = Callable[[str], None]
"""Told the name of each stage as it begins."""


def _silent(_stage: str) -> None:
    """No progress."""


def align_file(
    file: Path | str,
    target: Path | str | None = None,
    config: Config = Config(),
    *,
    progress: Progress = _silent,
) -> Bitext:
    """Align an archive page that holds both texts, or an original with its translation in a second file.

    Raises :class:`align.errors.AlignError` with one line that says what to try.
    """
    started = perf_counter()
    progress("reading")
    words = read_words(config.words) if config.words else frozenset[str]()
    if config.pre_aligned:
        documents, config = _pairs(Path(file), None if target is None else Path(target), config)
    else:
        documents = _read(Path(file), None if target is None else Path(target), config)
    progress("cleaning and splitting into sentences")
    texts: Mapping[Side, Text] = {side: _text(document, side, config) for side, document in documents.items()}
    languages = _languages(texts)
    encoder = None
    if all(side in texts and texts[side].sentences for side in SIDES):
        progress("loading the encoder")
        encoder = CachedEncoder(load(config.encoder))
        progress("aligning")
        if config.pre_aligned:
            lines, others = (texts[side].document.raw.split("\n") for side in SIDES)
            alignment = line_by_line(zip(lines, others, strict=False))
        else:
            texts, alignment = _aligned(texts, encoder, languages, config)
    else:
        alignment = _unpaired(texts)
    progress("looking for OCR errors")
    flags = [flag for text in texts.values() for flag in layout_flags(text)]
    source, target_sentences = (texts[side].sentences if side in texts else () for side in SIDES)
    flags += but_for(
        find_flags(source, target_sentences, alignment, encoder, languages=languages, config=config.ocr),
        words,
    )
    changes: tuple[Change, ...] = ()
    if encoder is not None and not (config.sentences or config.pre_aligned):
        alignment, changes = _realigned(texts, alignment, flags, encoder, languages, config)
    progress("checking the translation")
    flags += find_checks(
        source,
        target_sentences,
        alignment,
        encoder,
        languages=languages,
        flags=flags,
        config=config.check,
    )
    signature = _signature(encoder, config, started)
    return Bitext(texts.get("source"), texts.get("target"), alignment, _in_order(flags), signature, changes)


def align_lines(
    source: Path, target: Path, config: Config = Config(), *, progress: Progress = _silent
) -> tuple[Alignment, Signature]:
    """Align two files that hold one sentence a line; the numbers of sentences are those of the lines."""
    started = perf_counter()
    progress("reading")
    lines, others = (
        read_text(path, config.encoding).removesuffix("\n").split("\n") for path in (source, target)
    )
    languages = (
        _language(config.source_language, "\n".join(lines)),
        _language(config.target_language, "\n".join(others)),
    )
    require_different(*languages)
    progress("loading the encoder")
    encoder = load(config.encoder)
    progress("aligning")
    alignment = align_sentences(lines, others, encoder, languages=languages, config=config.alignment)
    return alignment, _signature(encoder, config, started)


def _read(file: Path, target: Path | None, config: Config) -> Mapping[Side, Document]:
    if target is None:
        page = read_archive(file, config.encoding)
        return {side: page for side in SIDES if page.spans(side)}
    pair: tuple[tuple[Side, Path], ...] = (("source", file), ("target", target))
    if config.sentences:
        return {
            side: whole(path.name, read_text(path, config.encoding), side, config.encoding)
            for side, path in pair
        }
    return {side: read_plain(path, side, config.encoding) for side, path in pair}


def _pairs(file: Path, target: Path | None, config: Config) -> tuple[Mapping[Side, Document], Config]:
    """The two documents of an aligned text, and the languages it says it is in."""
    given = config.source_language, config.target_language
    pairs = read_tmx(file, given) if target is None else read_lines(file, target, config.encoding)
    source, target_language = (own or named for own, named in zip(given, pairs.languages, strict=True))
    said = replace(config, source_language=source, target_language=target_language)
    return {"source": pairs.source, "target": pairs.target}, said


def _text(document: Document, side: Side, config: Config) -> Text:
    language, pipeline = (
        (config.source_language, config.source_pipeline)
        if side == "source"
        else (config.target_language, config.target_pipeline)
    )
    language = _language(language, "".join(span.of(document.raw) for span in document.spans(side)))
    if config.sentences or config.pre_aligned:
        return Text(side, document, language, by_line(document))
    cleaned = clean(document, side, config.clean, familiarity(language))
    sentences = split(cleaned.text, language, pipeline)
    return Text(side, document, language, sentences, cleaned.aside, cleaned.moves)


def _language(named: str | None, text: str) -> str:
    return checked_code(named) if named is not None else detect_language(text)


def _languages(texts: Mapping[Side, Text]) -> tuple[str, str]:
    """Of source and target; ``und`` (ISO 639-2: undetermined) for a side that is missing."""
    source, target = (texts[side].language if side in texts else "und" for side in SIDES)
    require_different(source, target)
    return source, target


def _aligned(
    texts: Mapping[Side, Text], encoder: Encoder, languages: tuple[str, str], config: Config
) -> tuple[Mapping[Side, Text], Alignment]:
    """Beads; sentences that the OCR ran together are cut where the other side ends one, and aligned again."""
    lines, others = ([sentence.text for sentence in texts[side].sentences] for side in SIDES)
    alignment = align_sentences(lines, others, encoder, languages=languages, config=config.alignment)
    places = () if config.sentences else cuts(lines, others, alignment, encoder)
    if not any(places):
        return texts, alignment
    texts = {
        side: replace(texts[side], sentences=cut(texts[side].sentences, found))
        for side, found in zip(SIDES, places, strict=True)
    }
    lines, others = ([sentence.text for sentence in texts[side].sentences] for side in SIDES)
    return texts, align_sentences(lines, others, encoder, languages=languages, config=config.alignment)


def _realigned(
    texts: Mapping[Side, Text],
    alignment: Alignment,
    flags: Sequence[Flag],
    encoder: Encoder,
    languages: tuple[str, str],
    config: Config,
) -> tuple[Alignment, tuple[Change, ...]]:
    """The beads of the text as its sure corrections have it; only what was corrected is encoded again."""
    lines, others = (
        sentences_corrected(texts[side].sentences, [flag for flag in flags if flag.side == side])
        for side in SIDES
    )
    if all(
        sentence.text == line
        for side, found in zip(SIDES, (lines, others), strict=True)
        for sentence, line in zip(texts[side].sentences, found, strict=True)
    ):
        return alignment, ()
    return realign(alignment, lines, others, encoder, languages=languages, config=config.alignment)


def _unpaired(texts: Mapping[Side, Text]) -> Alignment:
    """One side alone: every sentence stands for itself."""
    n_source, n_target = (len(texts[side].sentences) if side in texts else 0 for side in SIDES)
    beads = [Bead(range(i, i + 1), range(0), None, 1.0) for i in range(n_source)]
    beads += [Bead(range(n_source, n_source), range(i, i + 1), None, 1.0) for i in range(n_target)]
    return Alignment(tuple(beads), n_source, n_target)


def _in_order(flags: list[Flag]) -> tuple[Flag, ...]:
    """Source before target, as one reads."""
    return tuple(sorted(flags, key=lambda flag: (flag.side, flag.sentence, flag.spans)))


def _signature(encoder: Encoder | None, config: Config, started: float) -> Signature:
    return Signature(
        align=version("bitext-align"),
        encoder=None if encoder is None else encoder.name,
        encoder_sha256=None if encoder is None else encoder.sha256,
        spacy=version("spacy"),
        config=config.fingerprint(),
        seconds=round(perf_counter() - started, 3),
    )
