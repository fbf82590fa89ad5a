"""The settings of a run, composed of those of each stage."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from align.alignment.aligner import AlignmentConfig
from align.check.run import CheckConfig
from align.embed.encoder import EMBEDDED
from align.ocr.search_config import OcrConfig
from align.scan.scan_config import ScanConfig
from align.text.clean import CleanConfig


@dataclass(frozen=True)
class Config:
    """The settings of one run.

    Attributes:
        encoding: Of the files that are read.
        sentences: The two files hold one sentence a line; lines are neither split nor joined.
        pre_aligned: The lines of the two files are pairs; nothing is aligned. A file of ready pairs (TMX,
            XLIFF, TTX, a bilingual table of Word) is recognised without it.
        source_language: ISO 639-1; of ready pairs also a variant such as ``zh-TW``. ``None`` to detect it by
            script and wording.
        target_language: Likewise.
        source_pipeline: An installed spaCy pipeline that splits the original instead of the built-in rules.
        target_pipeline: Likewise for the translation.
        encoder: ``"embedded"``, or the name or folder of a sentence-transformers model.
        clean: Which cleaning rules run.
        alignment: The settings of the sentence aligner.
        scan: How pages that are pictures are read.
        ocr: The settings of the detection of OCR errors.
        check: The settings of the checks of the translation.
        doubts: Whether errors of the OCR and of the translation are looked for; else sentences are only
            paired.
        words: A file of words that are never flagged, see :mod:`align.wordlist`.

    Example:
        >>> import align
        >>> config = align.Config(source_language="ru", target_language="en")
        >>> align.align_texts("Я ушёл.", "I left.", config=config)
        <Bitext original (ru) | translation (en): 1 beads, 0 flags>
    """

    encoding: str = "utf-8"
    sentences: bool = False
    pre_aligned: bool = False
    source_language: str | None = None
    target_language: str | None = None
    source_pipeline: str | None = None
    target_pipeline: str | None = None
    encoder: str = "embedded"
    clean: CleanConfig = CleanConfig()
    alignment: AlignmentConfig = AlignmentConfig()
    scan: ScanConfig = ScanConfig()
    ocr: OcrConfig = OcrConfig()
    check: CheckConfig = CheckConfig()
    doubts: bool = True
    words: Path | None = None

    def __repr__(self) -> str:
        """One line: the settings that differ from the defaults."""
        values = ((field.name, getattr(self, field.name), field.default) for field in fields(self))
        given = ", ".join(f"{name}={value!r}" for name, value, default in values if value != default)
        return f"Config({given})"

    def fingerprint(self) -> str:
        """Hash the settings.

        Returns:
            Twelve hexadecimal digits, equal for equal settings.
        """
        settings = asdict(self)
        if settings["ocr"].pop("collection") is not None:
            settings["ocr"]["collection"] = _content(self.ocr.collection)
        canonical = json.dumps(settings, sort_keys=True, default=_plain)
        return hashlib.sha256(canonical.encode()).hexdigest()[:12]

    def seen_from(self, folder: Path) -> Config:
        """Adapt the settings to a run in another folder.

        Args:
            folder: The folder, seen from here.

        Returns:
            The settings with each relative path as seen from ``folder``.
        """
        return self._with_paths(lambda path: os.path.relpath(path, folder))

    def from_anywhere(self) -> Config:
        """The settings with absolute paths: they name the same files wherever a process runs."""
        return self._with_paths(os.path.abspath)

    def _with_paths(self, seen: Callable[[str | Path], str]) -> Config:
        """The settings with each path as ``seen`` gives it."""
        encoder = self.encoder if self.encoder == EMBEDDED else _seen(self.encoder, seen)
        context, source, target = (
            name and _seen(name, seen)
            for name in (self.ocr.context, self.source_pipeline, self.target_pipeline)
        )
        glossary, words, collection = (
            path and Path(seen(path)) for path in (self.check.glossary, self.words, self.ocr.collection)
        )
        return replace(
            self,
            encoder=encoder,
            source_pipeline=source,
            target_pipeline=target,
            ocr=replace(self.ocr, context=context, collection=collection),
            check=replace(self.check, glossary=glossary),
            words=words,
        )


def _content(path: Path | None) -> str | None:
    """The hash of what a file holds, so that settings are equal wherever it stands; ``None`` without one."""
    if path is None or not path.is_file():
        return None
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _seen(model: str, seen: Callable[[str | Path], str]) -> str:
    """A model's folder as it is seen; the name of a model as it is."""
    there = os.path.isdir(model)  # noqa: PTH112 - a name too long for a folder is none
    return seen(model) if there else model


def _plain(value: object) -> object:
    """Sets as sorted lists, paths as strings."""
    return sorted(value) if isinstance(value, frozenset) else str(value)
