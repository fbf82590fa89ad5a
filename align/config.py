"""Everything a run can be told, composed of each stage's part."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from align.alignment.aligner import AlignmentConfig
from align.check.run import CheckConfig
from align.embed.encoder import EMBEDDED
from align.ocr.detect import OcrConfig
from align.text.clean import CleanConfig


@dataclass(frozen=True)
class Config:
    """Settings of one run; :meth:`fingerprint` tells two apart.

    ``encoding``: of the files read. ``sentences``: two files that hold one sentence a line, neither
    cleaned nor split. ``pre_aligned``: a TMX, or two files whose lines are pairs; nothing is aligned.
    ``source_language``, ``target_language``: ISO 639-1, ``None``: found by script and wording.
    ``source_pipeline``, ``target_pipeline``: installed spaCy pipelines that split sentences instead of the
    built-in rules. ``encoder``: ``embedded``, or a sentence-transformers model's name or folder.
    ``words``: a list of words that are right, see :mod:`align.wordlist`.
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
    ocr: OcrConfig = OcrConfig()
    check: CheckConfig = CheckConfig()
    words: Path | None = None

    def fingerprint(self) -> str:
        """Twelve hexadecimal digits, equal for equal settings."""
        canonical = json.dumps(asdict(self), sort_keys=True, default=_plain)
        return hashlib.sha256(canonical.encode()).hexdigest()[:12]

    def seen_from(self, folder: Path) -> Config:
        """The same settings for a run in another folder: what they name, named from there."""
        encoder = self.encoder if self.encoder == EMBEDDED else _seen(self.encoder, folder)
        context = self.ocr.context and _seen(self.ocr.context, folder)
        glossary, words = (
            path and Path(os.path.relpath(path, folder)) for path in (self.check.glossary, self.words)
        )
        return replace(
            self,
            encoder=encoder,
            ocr=replace(self.ocr, context=context),
            check=replace(self.check, glossary=glossary),
            words=words,
        )


def _seen(model: str, folder: Path) -> str:
    """A model's folder as seen from another; a name of the hub as it is."""
    there = os.path.isdir(model)  # noqa: PTH112 - a name too long for a folder is none
    return os.path.relpath(model, folder) if there else model


def _plain(value: object) -> object:
    """Sets in order, paths as written."""
    return sorted(value) if isinstance(value, frozenset) else str(value)
