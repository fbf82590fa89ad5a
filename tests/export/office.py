"""Other people's programs that open what is exported, and what they draw, word by word."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SLACK = 1.5
"""Points that two words may share: letters that are slanted, kerned or reach below the next word touch."""

SCALE, INK = 3, 170
"""Pixels of a point, and how dark (0 black, 255 white) the darkest pixel of a drawn letter is at least."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""


@dataclass(frozen=True)
class Word:
    """Letters without a space between them on one line of a page."""

    text: str
    page: int
    box: Box

    def overlaps(self, other: Word) -> bool:
        """Whether the two are drawn over each other."""
        left, bottom = (max(self.box[n], other.box[n]) for n in (0, 1))
        right, top = (min(self.box[n], other.box[n]) for n in (2, 3))
        return self.page == other.page and right - left > SLACK and top - bottom > SLACK


def tool(name: str, packages: str) -> str:
    """Where another program is; without it the test is skipped, unless it is required."""
    found = shutil.which(name)
    if found is None and os.environ.get("ALIGN_TOOLS") == "required":
        pytest.fail(f"{name} is not installed")
    if found is None:
        pytest.skip(f"{name} is not installed (apt install {packages})")
    return found


def converted(path: Path, to: str) -> Path:
    """The file as LibreOffice saves it in another format, in a folder of its own."""
    office = tool("soffice", "libreoffice-calc-nogui libreoffice-writer-nogui")
    folder = path.parent / "converted"
    home = f"-env:UserInstallation=file://{path.parents[1]}/office-profile"  # one for all tests of a run
    command: list[str | Path] = [office, home, "--headless", "--convert-to", to, "--outdir", folder, path]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    return folder / f"{path.stem}.{to}"


class Paper:
    """A PDF file as it is printed.

    Attributes:
        words: All words that it holds, seen or not.
        unseen: The letters that it holds and that are not drawn: cut off, or white.
    """

    def __init__(self, path: Path) -> None:
        import pypdfium2

        self.words: list[Word] = []
        self.unseen: list[str] = []
        with pypdfium2.PdfDocument(path) as pdf:
            self.pages = len(pdf)
            for number in range(len(pdf)):
                page = pdf[number]
                grey = page.render(scale=SCALE, grayscale=True).to_pil()
                letters = list(_letters(page.get_textpage()))
                self.words += _words(letters, number)
                self.unseen += [text for text, box in letters if box and not _drawn(grey, box)]

    @property
    def overlapping(self) -> list[tuple[str, str]]:
        """Pairs of words that are drawn over each other."""
        return [(one.text, two.text) for one, two in self._on_one_height() if one.overlaps(two)]

    def _on_one_height(self) -> Iterator[tuple[Word, Word]]:
        """Pairs of words of a page, where the lower one reaches up to the other."""
        ordered = sorted(self.words, key=lambda word: (word.page, word.box[1]))
        for at, word in enumerate(ordered):
            for other in ordered[at + 1 :]:
                if (other.page, other.box[1]) >= (word.page, word.box[3]):
                    break
                yield word, other

    def missing(self, text: str) -> list[str]:
        """The words of a text that the paper does not hold; a word may be broken at the end of a line."""
        stream = _unbroken("".join(word.text for word in self.words))
        words = [(word, _unbroken(word)) for word in text.split()]
        return [word for word, plain in words if plain not in stream and plain[::-1] not in stream]


def _unbroken(text: str) -> str:
    """The text without hyphens: at the end of a line the reader of PDF files gives another sign for them."""
    return "".join(letter for letter in text if letter.isprintable() and letter not in "-\u00ad\ufffe")


def _letters(page: Any) -> Iterator[tuple[str, Box | None]]:
    """Each character of a page, with its box where it has ink."""
    for at in range(page.count_chars()):
        text = page.get_text_range(at, 1)
        mark = not text.strip() or unicodedata.category(text[0]) in ("Mn", "Cf", "Cc")
        yield text, None if mark else page.get_charbox(at)


def _words(letters: list[tuple[str, Box | None]], page: int) -> Iterator[Word]:
    """Letters joined into words: a space or the end of a line parts two."""
    text, box = "", None
    for letter, place in letters:
        ends = place is None and not letter.strip()
        if box is not None and (ends or (place and not _on_line(box, place))):
            yield Word(text, page, box)
            text, box = "", None
        if place is not None:
            text, box = text + letter, place if box is None else _union(box, place)
        elif box is not None and letter.strip():
            text += letter
    if box is not None:
        yield Word(text, page, box)


def _on_line(box: Box, place: Box) -> bool:
    """Whether a letter continues a word: neither far below or above it, nor far beside it."""
    height = max(box[3] - box[1], place[3] - place[1], 4.0)
    beside = max(place[0] - box[2], box[0] - place[2])
    above = max(place[1] - box[3], box[1] - place[3])
    return beside < height and above < height / 2


def _union(one: Box, two: Box) -> Box:
    return min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3])


def _drawn(grey: Any, box: Box) -> bool:
    """Whether some pixel of a letter's box is dark."""
    left, right = int(box[0] * SCALE), int(box[2] * SCALE) + 1
    top, bottom = grey.height - int(box[3] * SCALE) - 1, grey.height - int(box[1] * SCALE)
    darkest: int = grey.crop((left, top, right + 1, bottom + 1)).getextrema()[0]
    return darkest <= INK
