"""Align strings or files: the functions that a caller starts with."""

from __future__ import annotations

from dataclasses import replace
from os import PathLike
from pathlib import Path
from time import perf_counter

from align.bitext import Bitext
from align.config import Config
from align.embed.adapt import HasEncode, as_encoder
from align.embed.encoder import Encoder
from align.errors import InputError
from align.loading import documents_of, documents_of_texts
from align.pipeline import align_documents
from align.progress import Progress, Step, no_progress
from align.run_context import Reuse
from align.scan.read_scan import is_unfinished
from align.stored_result import find_result, keep_last, keep_result, result_key

AnyEncoder = str | Encoder | HasEncode
"""``"embedded"``, the name or folder of a sentence-transformers model, or an object with ``encode``."""


def align_texts(
    source: str,
    target: str | None = None,
    *,
    config: Config = Config(),
    source_language: str | None = None,
    target_language: str | None = None,
    encoder: AnyEncoder | None = None,
    progress: Progress = no_progress,
) -> Bitext:
    """Align two strings: clean them, split them into sentences, pair these, and flag probable errors.

    Args:
        source: The original, or one text that holds the original and its translation.
        target: The translation; ``None`` if ``source`` holds both.
        config: Settings of the run.
        source_language: ISO 639-1; takes the place of ``config.source_language``.
        target_language: ISO 639-1; takes the place of ``config.target_language``.
        encoder: Takes the place of ``config.encoder``: the name or folder of a sentence-transformers model,
            or an object with ``encode``, such as a ``SentenceTransformer``.
        progress: Called with each step (:class:`align.progress.Step`); ``print`` will do.

    Returns:
        The bitext. Its documents are named ``original`` and ``translation``.

    Raises:
        InputError: A text is no string, is empty or has no letter; or an argument cannot be used.
        LanguageError: Both sides are in the same language, or no language can be found.
        ModelError: The encoder or a pipeline cannot be loaded.

    Example:
        >>> import align
        >>> bitext = align.align_texts("Баш ответ получил.", "I received your reply.")
        >>> [(flag.text, flag.suggestions[0].text) for flag in bitext.flags]
        [('Баш', 'Ваш')]
    """
    started = perf_counter()
    settings, given = _settings(config, source_language, target_language, encoder)
    documents = documents_of_texts(source, target, settings)
    return align_documents(documents, settings, given, progress=progress, started=started)


def align_file(
    path: Path | str,
    translation: Path | str | None = None,
    config: Config = Config(),
    *,
    source_language: str | None = None,
    target_language: str | None = None,
    encoder: AnyEncoder | None = None,
    progress: Progress = no_progress,
) -> Bitext:
    """Align one file that holds an original and its translation.

    Args:
        path: A text file, a document of Word or OpenDocument, a PDF with a text layer, a saved web page or an
            e-book (EPUB), or ready pairs: TMX, XLIFF, TTX, a document that is a bilingual table.
        translation: The translation, where it is in a second file; as :func:`align_files`.
        config: Settings of the run.
        source_language: ISO 639-1; takes the place of ``config.source_language``.
        target_language: ISO 639-1; takes the place of ``config.target_language``.
        encoder: Takes the place of ``config.encoder``: the name or folder of a sentence-transformers model,
            or an object with ``encode``, such as a ``SentenceTransformer``.
        progress: Called with each step (:class:`align.progress.Step`); ``print`` will do.

    Returns:
        The bitext. Where the file holds one side only, the other is ``None``.

    Raises:
        ReadError: The file cannot be read.
        LanguageError: The sides cannot be distinguished, or are in the same language.
        InputError: An argument or a setting cannot be used.
        ModelError: The encoder or a pipeline cannot be loaded.

    Example:
        >>> import align
        >>> align.align_file("letter.txt")
        <Bitext letter.txt (ru) | letter.txt (en): 2 beads, 1 flags>
    """
    started = perf_counter()
    settings, given = _settings(config, source_language, target_language, encoder)
    file = _path(path, "path")
    other = None if translation is None else _path(translation, "translation")
    progress(Step("reading"))
    documents, settings = documents_of(file, other, settings, progress)
    return align_documents(documents, settings, given, progress=progress, started=started)


def align_files(
    original: Path | str,
    translation: Path | str,
    *,
    config: Config = Config(),
    source_language: str | None = None,
    target_language: str | None = None,
    encoder: AnyEncoder | None = None,
    progress: Progress = no_progress,
) -> Bitext:
    """Align an original with its translation in a second file.

    Args:
        original: A text file, a document of Word or OpenDocument, a PDF with a text layer, a saved web page
            or an e-book (EPUB).
        translation: Likewise; it need not be of the same type.
        config: Settings of the run.
        source_language: ISO 639-1; takes the place of ``config.source_language``.
        target_language: ISO 639-1; takes the place of ``config.target_language``.
        encoder: Takes the place of ``config.encoder``: the name or folder of a sentence-transformers model,
            or an object with ``encode``, such as a ``SentenceTransformer``.
        progress: Called with each step (:class:`align.progress.Step`); ``print`` will do.

    Returns:
        The bitext.

    Raises:
        ReadError: A file cannot be read.
        LanguageError: Both files are in the same language, or no language can be found.
        InputError: An argument or a setting cannot be used.
        ModelError: The encoder or a pipeline cannot be loaded.

    Example:
        >>> import align
        >>> align.align_files("original.txt", "translation.txt", source_language="ru")
        <Bitext original.txt (ru) | translation.txt (en): 1 beads, 1 flags>
    """
    return align_file(
        original,
        _path(translation, "translation"),
        config,
        source_language=source_language,
        target_language=target_language,
        encoder=encoder,
        progress=progress,
    )


def open_file(
    path: Path | str,
    translation: Path | str | None = None,
    config: Config = Config(),
    *,
    fresh: bool = False,
    progress: Progress = no_progress,
) -> Bitext:
    """As :func:`align_file`, and quick where the files were aligned before with the same settings.

    The result is kept in the user's cache folder, which ``align cache`` shows and clears. After an edit of a
    file what did not change is taken from there: vectors of sentences and words, and of a long document the
    OCR errors of stretches whose sentences and translation are the same.

    Args:
        path: As :func:`align_file`.
        translation: As :func:`align_file`.
        config: Settings of the run, languages and encoder among them.
        fresh: Compute all anew, and keep it in the place of what was kept.
        progress: Called with each step (:class:`align.progress.Step`); ``print`` will do.

    Returns:
        The bitext that :func:`align_file` returns; its signature tells how long that took at first.

    Raises:
        AlignError: As :func:`align_file`.

    Example:
        >>> import align
        >>> align.open_file("letter.txt") == align.open_file("letter.txt")
        True
    """
    started = perf_counter()
    given, _ = _settings(config, None, None, None)
    files = tuple(_path(one, "path") for one in (path, translation) if one is not None)
    key = result_key(files, given)
    known = None if fresh or key is None else find_result(key, given)
    if known is not None:
        progress(Step("done"))
        return known.seen_in(*(file.parent for file in files))
    progress(Step("reading"))
    documents, settings = documents_of(
        files[0], files[1] if translation is not None else None, given, progress
    )
    reuse = Reuse(take=not fresh, keep=True, files=files)
    bitext = align_documents(documents, settings, progress=progress, started=started, reuse=reuse)
    unfinished = any(is_unfinished(document.notes) for document in documents.values())
    same = key is not None and repr(key) == repr(result_key(files, given))  # nothing was edited meanwhile
    if same and key is not None and not unfinished:
        keep_result(key, bitext)
        keep_last(files, given)
    return bitext


def _settings(
    config: Config, source_language: str | None, target_language: str | None, encoder: AnyEncoder | None
) -> tuple[Config, Encoder | None]:
    """The settings with the arguments in them, and the encoder where an object was given."""
    if not isinstance(config, Config):
        raise InputError(f"expected config as align.Config(…), got {type(config).__name__}")
    given = None if encoder is None or isinstance(encoder, str) else as_encoder(encoder)
    name = encoder if isinstance(encoder, str) else given.name if given else config.encoder
    settings = replace(
        config,
        source_language=source_language or config.source_language,
        target_language=target_language or config.target_language,
        encoder=name,
    )
    return settings, given


def _path(value: object, name: str) -> Path:
    """The argument as a path. Raises :class:`InputError` for anything else, and for an empty one."""
    if not isinstance(value, str | PathLike) or not str(value):
        raise InputError(f"expected {name} as the path of a file, got {value!r}")
    return Path(value)
