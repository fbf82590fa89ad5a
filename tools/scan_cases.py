"""Scans that were read (``tools/scan_gold.py``) as documents to fit and measure the engine's doubt on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fit_ocr import encoder
from ocr_cases import RUSSIAN, Case, sentences_of

from align.alignment.aligner import align_sentences
from align.evaluate.gold_errors import read_furniture, read_gold_errors
from align.facsimile.facsimile import Facsimile
from align.facsimile.json_value import from_value
from align.ocr.channel.seed import document_confusions
from align.ocr.decoder import DecodingJob, kind_of
from align.ocr.doubt.of_pages import readings_of
from align.ocr.doubt.token_reading import SentenceReading
from align.ocr.gate import certain_at_sight, doubted_places
from align.ocr.runtime import resources
from align.ocr.translation import WordEncoder
from align.ocr.translation.bead_context import target_context


@dataclass(frozen=True, eq=False)
class ScanCase:
    """A scan that was read, its gold, and how the engine read each token."""

    case: Case
    readings: tuple[SentenceReading, ...]


def facsimile_of(folder: Path) -> Facsimile:
    """The pages of a scan as they were read."""
    return from_value(json.loads((folder / "read" / "facsimile.json").read_text("utf-8")))


def text_of(folder: Path) -> str:
    """The text that is typed on a scan; its other scans are worn otherwise."""
    return folder.name.rsplit("-", 1)[0]


def scan_case(folder: Path) -> ScanCase:
    """The document of a folder of ``tools/make_scan.py``."""
    read = folder / "read"
    raw, target, truth = (
        (read / name).read_text("utf-8") for name in ("source.txt", "target.txt", "truth.txt")
    )
    letter, level = folder.name.rsplit("-", 1)
    sides = sentences_of(raw, "ru"), sentences_of(target, "en")
    lines = [[sentence.text for sentence in side] for side in sides]
    alignment = align_sentences(lines[0], lines[1], encoder())
    wrong, aside = read_gold_errors(read / "errors.tsv"), read_furniture(read / "aside.tsv")
    case = Case(letter, level, raw, truth, *sides, alignment, wrong, aside, RUSSIAN)
    return ScanCase(case, readings_of(sides[0], facsimile_of(folder)))


def job_of(scan: ScanCase, readings: Sequence[SentenceReading]) -> DecodingJob:
    """The input of the decoder for a scan, with the readings of the engine or without any."""
    case = scan.case
    texts = [sentence.text for sentence in case.source]
    known = resources.load(case.languages)
    kind = kind_of(texts, known)
    certain = certain_at_sight(texts, known.lexicon, known.language_model, kind)
    return DecodingJob(
        texts,
        target_context(case.alignment, "source", case.target),
        known,
        WordEncoder(encoder()),
        settled=certain - doubted_places(readings),
        confusions=document_confusions(texts, known.lexicon, None),
        kind=kind,
        readings=readings,
    )
