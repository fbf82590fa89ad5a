"""Everything a run can be told, composed of each stage's part."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

from align.alignment.aligner import AlignmentConfig
from align.check.find import CheckConfig
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

    def fingerprint(self) -> str:
        """Twelve hexadecimal digits, equal for equal settings."""
        canonical = json.dumps(asdict(self), sort_keys=True, default=_plain)
        return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def _plain(value: object) -> object:
    """Sets in order, paths as written."""
    return sorted(value) if isinstance(value, frozenset) else str(value)
