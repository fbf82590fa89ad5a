"""Files -> the sentences of both sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from align.bitext import SideText
from align.config import Config
from align.lang.frequency import word_frequency
from align.text.clean import clean
from align.text.document import SIDES, Document, Side
from align.text.language import checked_code, detect_language, require_different
from align.text.lines import by_line, whole
from align.text.readers.archive import read_archive
from align.text.readers.file import read_text
from align.text.readers.pairs import read_lines, read_tmx
from align.text.readers.plain import read_plain
from align.text.sentences import split


def documents_of(file: Path, target: Path | None, config: Config) -> tuple[Mapping[Side, Document], Config]:
    """The two documents, and the settings with what an aligned text says of its languages."""
    if config.pre_aligned:
        return _pairs(file, target, config)
    return _read(file, target, config), config


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


def _text(document: Document, side: Side, config: Config) -> SideText:
    """One side of a document, cleaned and split, or line by line where it is split already."""
    language, pipeline = (
        (config.source_language, config.source_pipeline)
        if side == "source"
        else (config.target_language, config.target_pipeline)
    )
    language = language_of(language, "".join(span.of(document.raw) for span in document.spans(side)))
    if config.sentences or config.pre_aligned:
        return SideText(side, document, language, by_line(document))
    cleaned = clean(document, side, config.clean, word_frequency(language))
    sentences = split(cleaned.text, language, pipeline)
    return SideText(side, document, language, sentences, cleaned.excluded, cleaned.moves)


def texts_of(documents: Mapping[Side, Document], config: Config) -> Mapping[Side, SideText]:
    """The sides that are there."""
    return {side: _text(document, side, config) for side, document in documents.items()}


def language_of(named: str | None, text: str) -> str:
    """The language named (checked), or the one that the text is in; ISO 639-1."""
    return checked_code(named) if named is not None else detect_language(text)


def languages_of(texts: Mapping[Side, SideText]) -> tuple[str, str]:
    """Of source and target; ``und`` (ISO 639-2: undetermined) for a side that is missing.

    Raises :class:`align.errors.LanguageError` where both are one.
    """
    source, target = (texts[side].language if side in texts else "und" for side in SIDES)
    require_different(source, target)
    return source, target
