"""Files or strings -> documents -> the sentences of both sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from align.config import Config
from align.errors import InputError, ReadError
from align.lang.frequency import word_frequency
from align.progress import Progress, no_progress
from align.scan.scan_run import ScanRun
from align.text.clean import clean
from align.text.document import SIDES, Document, Side
from align.text.language import require_different
from align.text.lines import by_line, whole
from align.text.passages import marked
from align.text.readers.archive import page, read_archive
from align.text.readers.file import read_file
from align.text.readers.formats import FORMATS, format_of
from align.text.readers.language_tags import iso_code, normal_tag
from align.text.readers.line_files import read_lines
from align.text.readers.pairs import Pairs
from align.text.readers.plain import one_side, read_plain
from align.text.sentences import split
from align.text.side_languages import SideLanguage, old_spelling_side, side_languages
from align.text.side_text import SideText


def documents_of(
    file: Path, target: Path | None, config: Config, progress: Progress = no_progress
) -> tuple[Mapping[Side, Document], Config]:
    """Read the document of each side that is present.

    Args:
        file: The file of both sides, or of the source.
        target: The file of the target, if it is a second one.
        config: The settings.
        progress: Called with each page of a scan that is read.

    Returns:
        The documents, and the settings as a file of ready pairs (TMX, a bilingual table) makes them: with
        ``pre_aligned`` and its languages.

    Raises:
        ReadError: A file cannot be read, or holds no ready pairs where ``config.pre_aligned`` wants them.
        InputError: The files are no pairs of lines, where ``config.pre_aligned`` wants them.
    """
    pairs = _ready_pairs(file, target, config)
    if pairs is not None:
        return {"source": pairs.source, "target": pairs.target}, _of_pairs(pairs, config)
    if target is None:
        scan = ScanRun(config.scan, _known(*_named(config)), progress)
        return _sides_in(read_archive(file, config.encoding, _named(config), scan)), config
    sides: tuple[tuple[Side, Path], ...] = (("source", file), ("target", target))
    return {side: _read(path, side, config, progress) for side, path in sides}, config


def documents_of_texts(source: str, target: str | None, config: Config) -> Mapping[Side, Document]:
    """Make the document of each side from strings.

    Args:
        source: The source, or both sides if ``target`` is ``None``.
        target: The target.
        config: The settings.

    Raises:
        InputError: A text is no string, is empty or has no letter, or ``config.pre_aligned`` is set.
    """
    if config.pre_aligned:
        raise InputError("expected files for pre_aligned, got strings; use align_file or align_files")
    if target is None:
        return _sides_in(page("text", _checked(source, "source"), named=_named(config)))
    texts: tuple[tuple[Side, str, str], ...] = (
        ("source", "original", _checked(source, "source")),
        ("target", "translation", _checked(target, "target")),
    )
    make = partial(whole, encoding="utf-8") if config.sentences else one_side
    return {side: make(name, raw, side) for side, name, raw in texts}


def texts_of(documents: Mapping[Side, Document], config: Config) -> Mapping[Side, SideText]:
    """Clean the documents and split them into sentences; the sides that are present.

    Raises:
        LanguageError: A language named is no ISO 639-1 code, or a text has no letter.
        InputError: The user says that Russian is in old spelling where no side is Russian.
    """
    raw = {
        side: "".join(span.of(document.raw) for span in document.spans(side))
        for side, document in documents.items()
    }
    named: dict[Side, str | None] = {"source": config.source_language, "target": config.target_language}
    old = config.ocr.old_spelling
    old_side = old_spelling_side(raw, named, old=old)
    if old_side is not None:
        named[old_side] = "ru"
    languages = side_languages(raw, named)
    texts = {side: _text(document, side, config, languages[side]) for side, document in documents.items()}
    spelling = {side: side == old_side if old is not None else None for side in SIDES}
    return {side: _with_passages(text, old=spelling[side]) for side, text in texts.items()}


def languages_of(texts: Mapping[Side, SideText], config: Config) -> tuple[str, str]:
    """The languages of source and target; ``und`` (ISO 639-2: undetermined) for a side that is missing.

    Raises:
        LanguageError: Both are the same, and are not variants of one language that ready pairs name.
    """
    source, target = (texts[side].language if side in texts else "und" for side in SIDES)
    if not (config.pre_aligned and config.source_language and config.target_language):
        require_different(source, target)
    return source, target


def _named(config: Config) -> tuple[str | None, str | None]:
    """The languages that the user names; the old spelling is Russian."""
    old = config.ocr.old_spelling and config.target_language != "ru"
    return config.source_language or ("ru" if old else None), config.target_language


def _sides_in(document: Document) -> Mapping[Side, Document]:
    return {side: document for side in SIDES if document.spans(side)}


def _known(*languages: str | None) -> tuple[str, ...]:
    """The languages of a page of both sides, where both are named."""
    named = tuple(language for language in languages if language)
    return named if len(named) == len(languages) else ()


def _read(path: Path, side: Side, config: Config, progress: Progress) -> Document:
    source, target = _named(config)
    scan = ScanRun(config.scan, _known(source if side == "source" else target), progress)
    if config.sentences:
        file = read_file(path, config.encoding, scan)
        document = whole(path.name, file.text, side, file.encoding)
        return replace(document, notes=file.notes, facsimile=file.facsimile, folder=path.parent)
    return read_plain(path, side, config.encoding, scan)


def _checked(text: str, name: str) -> str:
    """The text as given. Raises :class:`InputError` for what is no text."""
    if not isinstance(text, str):
        raise InputError(
            f"expected {name} as a string, got {type(text).__name__}; align_sentences takes lists, "
            "align_file a path"
        )
    if not any(map(str.isalpha, text)):
        raise InputError(f"expected text as {name}, found no letter in {text[:40]!r}")
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise InputError(f"expected text as {name}, found NUL or half a surrogate pair: was it decoded well?")
    return text


def _ready_pairs(file: Path, target: Path | None, config: Config) -> Pairs | None:
    """What the files hold of pairs; ``None`` where they are texts to be aligned."""
    if target is not None:
        return read_lines(file, target, config.encoding) if config.pre_aligned else None
    found = format_of(file)
    given = config.source_language, config.target_language
    pairs = found.read_pairs(file, given) if found.read_pairs else None
    if pairs is None and config.pre_aligned:
        known = ", ".join(one.name for one in FORMATS if one.read_pairs)
        raise ReadError(
            f"{file}: expected ready pairs in one file ({known} with a bilingual table), found {found.name}; "
            "give two files of lines, or leave --pre-aligned out"
        )
    return pairs


def _of_pairs(pairs: Pairs, config: Config) -> Config:
    """The settings for ready pairs, with the languages of the pairs as far as they are known."""
    given = config.source_language, config.target_language
    source, target = (
        own or (iso_code(normal_tag(named)) or named if named else None)
        for own, named in zip(pairs.languages, given, strict=True)
    )
    return replace(config, pre_aligned=True, source_language=source, target_language=target)


def _text(document: Document, side: Side, config: Config, found: SideLanguage) -> SideText:
    """One side of a document, cleaned and split, or line by line where it is split already."""
    language = found.language
    if config.sentences or config.pre_aligned:
        lines, excluded = by_line(document, config.clean, word_frequency(language), language)
        return SideText(side, document, language, lines, excluded, notes=found.notes)
    cleaned = clean(document, side, config.clean, word_frequency(language), language)
    pipeline = config.source_pipeline if side == "source" else config.target_pipeline
    sentences = split(cleaned.text, language, pipeline)
    return SideText(side, document, language, sentences, cleaned.excluded, cleaned.moves, found.notes)


def _with_passages(text: SideText, *, old: bool | None) -> SideText:
    """The text with the language and spelling of each sentence, where they differ from those of the side."""
    sentences, notes = marked(text.sentences, text.language, old=old)
    return replace(text, sentences=sentences, notes=(*text.notes, *notes))
