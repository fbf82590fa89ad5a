"""Pages of the ICDAR 2019 competition on post-OCR correction (Rigaud et al. 2019), with their errors.

A page is a file of three lines, ``[OCR_toInput]``, ``[OCR_aligned]`` and ``[ GS_aligned]``: the text as it
was read, and the same and the true text beside each other, character by character. ``@`` pads where one of
them has nothing, ``#`` stands where they were not aligned.

The true text was typed by different hands. It has ligatures and letters with strokes as single characters,
which are read here as the letters they stand for, and ``ff`` where print has a long s with an i: of ``ff`` in
the true text of the eight languages, 500 stand opposite ``si``, ``fi`` or the like, 33 opposite ``ff``. Where
it has a space inside a word and a letter was read there, it lost a letter: that word's truth is not known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from align.evaluate.gold_errors import GoldError
from align.text.span import Span

LANGUAGES = {"BG": "bg", "CZ": "cs", "EN": "en", "ES": "es", "FR": "fr", "NL": "nl", "PL": "pl", "SL": "sl"}
"""Folder of the competition -> ISO 639-1."""

MARK = re.compile(r"\[ ?\w+\] ?")
TOKEN = re.compile(r"\S+")
PAD, UNALIGNED = "@", "#"
LONG_S_WITH_I = "ff"
DOUBLE_F = re.compile("[fj]{2}")
"""What an OCR reads for two letters f."""
STANDS_FOR = {"\ueba7": "ssi", "ⱥ": "ą", "Ⱥ": "Ą", "ɇ": "ę", "Ɇ": "Ę"}
"""Characters of the true text -> what they stand for, beside those that Unicode decomposes."""
REACH, LEAST_MATCH = 3, 0.3
"""Tokens on either side over which a token's share of equal characters is averaged, and the least average:
below it the two lines hold different text, of which nothing can be learned."""


@dataclass(frozen=True)
class CompetitionPage:
    """One page.

    Attributes:
        name: Its folder and number.
        language: ISO 639-1.
        raw: The text as it was read.
        truth: The true text.
        errors: Where they differ; of kind ``ocr`` where letters or digits do, else ``typography``.
        aside: Stretches of ``raw`` whose truth is not known.
    """

    name: str
    language: str
    raw: str
    truth: str
    errors: tuple[GoldError, ...]
    aside: tuple[Span, ...]


@dataclass(frozen=True)
class Cell:
    """Tokens of the raw text that belong together, and the true text beside them."""

    span: Span
    read: str
    truth: str
    match: float
    aligned: bool


def read_pages(folder: Path) -> list[CompetitionPage]:
    """All pages below a folder, language by language."""
    folders = sorted(path for path in folder.iterdir() if path.name in LANGUAGES)
    return [read_page(path) for own in folders for path in sorted(own.glob("*.txt"))]


def read_page(path: Path) -> CompetitionPage:
    """One page."""
    _, read, truth = (MARK.sub("", line, count=1) for line in path.read_text("utf-8").split("\n")[:3])
    truth = _without_lost_letters(read, _with_long_s(read, truth))
    cells = list(_cells(read, truth))
    lost = _lost(cells)
    errors = (_error(cell) for cell, gone in zip(cells, lost, strict=True) if not gone)
    return CompetitionPage(
        f"{path.parent.name}/{path.stem}",
        LANGUAGES[path.parent.name],
        read.replace(PAD, ""),
        spelled_out(" ".join(word for word in truth.replace(PAD, "").split() if UNALIGNED not in word)),
        tuple(error for error in errors if error is not None),
        tuple(cell.span for cell, gone in zip(cells, lost, strict=True) if gone),
    )


def letters(text: str) -> str:
    """The letters and digits of a text, ligatures spelled out."""
    return "".join(filter(str.isalnum, spelled_out(text)))


def spelled_out(text: str) -> str:
    """A text with its ligatures and letters with strokes as usual letters."""
    plain = (
        STANDS_FOR.get(one) or (unicodedata.normalize("NFKC", one) if one.isalpha() else one) for one in text
    )
    return "".join(plain)


def _with_long_s(read: str, truth: str) -> str:
    """The true text with ``si`` where its ``ff`` stands for it."""

    def meant(match: re.Match[str]) -> str:
        return match[0] if DOUBLE_F.fullmatch(read[slice(*match.span())]) else "si"

    return re.sub(LONG_S_WITH_I, meant, truth)


def _without_lost_letters(read: str, truth: str) -> str:
    """The true text with its words that lack a letter marked as not aligned."""
    lost = (
        at
        for at in range(1, len(truth) - 1)
        if truth[at] == " " and read[at].isalpha() and _between_letters(read, truth, at)
    )
    characters = list(truth)
    for at in lost:
        characters[at] = UNALIGNED
    return "".join(characters)


def _between_letters(read: str, truth: str, at: int) -> bool:
    """Whether both have the same letter before a place, and the same behind it."""
    return all(read[side].isalpha() and read[side] == truth[side] for side in (at - 1, at + 1))


def _cells(read: str, truth: str) -> Iterator[Cell]:
    """The tokens of the aligned lines; those that the truth does not separate are in one cell."""
    places = np.cumsum([0, *(character != PAD for character in read)])
    groups: list[list[int]] = []
    for match in TOKEN.finditer(read):
        start, stop = match.span()
        if not match.group().strip(PAD):
            continue
        if groups and _joined(truth, groups[-1][1], start):
            groups[-1][1] = stop
        else:
            groups.append([start, stop])
    for start, stop in groups:
        first, last = _with_pads(read, start, stop)
        own, there = read[start:stop].replace(PAD, ""), truth[first:last]
        yield Cell(
            Span(int(places[start]), int(places[stop])),
            own,
            " ".join(spelled_out(there.replace(PAD, "")).split()),
            _match(read[start:stop], truth[start:stop]),
            UNALIGNED not in there,
        )


def _joined(truth: str, stop: int, start: int) -> bool:
    """Whether the truth has one word where two tokens stand, the first up to ``stop``."""
    return " " not in truth[stop - 1 : start + 1] and PAD not in (truth[stop - 1], truth[start])


def _with_pads(read: str, start: int, stop: int) -> tuple[int, int]:
    """The range with the pads beside it: there the truth has what the text lacks."""
    while start and read[start - 1] == PAD:
        start -= 1
    while stop < len(read) and read[stop] == PAD:
        stop += 1
    return start, stop


def _match(read: str, truth: str) -> float:
    """Fraction 0-1 of the letters and digits of the longer one that are equal; 1 without any."""
    equal = sum(one == other and one.isalnum() for one, other in zip(read, truth, strict=True))
    longest = max(len(letters(read)), len(letters(truth)))
    return equal / longest if longest else 1.0


def _lost(cells: Sequence[Cell]) -> list[bool]:
    """Which cells stand among text that does not match."""
    match = np.array([cell.match for cell in cells])
    near = [match[max(at - REACH, 0) : at + REACH + 1].mean() for at in range(len(cells))]
    return [
        not cell.aligned or (mean < LEAST_MATCH and cell.match < 1)
        for cell, mean in zip(cells, near, strict=True)
    ]


def _error(cell: Cell) -> GoldError | None:
    if cell.read == cell.truth:
        return None
    kind = "ocr" if letters(cell.read) != letters(cell.truth) else "typography"
    return GoldError(cell.span, cell.read, cell.truth, kind)
