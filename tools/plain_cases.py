"""Documents to fit the weights for degraded print on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from alignment_data import GoldText, load
from competition_pages import CompetitionPage
from ocr_cases import Case, case, plans, sentences_of

from align.alignment.aligner import align_sentences
from align.alignment.bead import Alignment, Bead
from align.embed.encoder import Encoder

KIND: Final = "degraded print"
"""What the file of weights calls those that these documents fit."""
LONGEST = 400
"""Sentences of a clean text that are used."""


def page_case(page: CompetitionPage) -> Case:
    """A page of old print; it has no translation."""
    sentences = sentences_of(page.raw, page.language)
    count = len(sentences)
    alone = [Bead(range(at, at + 1), range(0), None, 1.0) for at in range(count)]
    return Case(
        page.name,
        page.language,
        page.raw,
        page.truth,
        sentences,
        (),
        Alignment(tuple(alone), count, 0),
        page.errors,
        page.aside,
        (page.language, "und"),
        kind=KIND,
    )


def english_cases(data: Path, encoder: Encoder) -> Iterator[Case]:
    """English beside its original: letters, clean and with slips of the hand; clean texts."""
    for plan in plans((data / "ocr-dev",)):
        if plan.make.startswith("english"):
            yield replace(case(plan, encoder), kind=KIND)
    for text in load(data):
        if text.name.endswith("-en") and "/" not in text.name:
            yield _clean_case(text, encoder)


def _clean_case(text: GoldText, encoder: Encoder) -> Case:
    """The English side of a text, in which nothing is wrong."""
    original = text.name.split("-")[-2]
    raw, other = ("\n".join(side[:LONGEST]) for side in (text.target, text.source))
    sides = sentences_of(raw, "en"), sentences_of(other, original)
    lines = [[sentence.text for sentence in side] for side in sides]
    alignment = align_sentences(lines[0], lines[1], encoder)
    return Case(text.name, "clean text", raw, raw, *sides, alignment, (), (), ("en", original), kind=KIND)
