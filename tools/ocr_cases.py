"""Documents to fit the reranker on: pages with known errors, and documents that are made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from confuse_text import confuse

from align.alignment.aligner import align_sentences
from align.alignment.bead import Alignment
from align.embed.encoder import Encoder
from align.evaluate.gold_errors import GoldError, read_furniture, read_gold_errors
from align.lang.frequency import word_frequency
from align.ocr.reranker import Kind
from align.text.clean import clean
from align.text.document import Document, Section
from align.text.sentence import Sentence
from align.text.sentences import split
from align.text.span import Span

RUSSIAN, ENGLISH = ("ru", "en"), ("en", "ru")
RATES = (0.004, 0.01, 0.02, 0.04)
ENGLISH_RATES = (0.0005, 0.001, 0.002, 0.008)
"""A translation is typed by hand: few slips, and most of its pages have none."""


@dataclass(frozen=True)
class Case:
    """A document to learn from.

    ``letter``: what it was made of; all documents of one letter are left out together. ``group``: what it
    counts under in the report. ``truth``: as it was typed. ``wrong``, ``aside``: where it is wrong, and
    which stretches are no part of it. ``languages``: of the side that is judged, and of its translation.
    ``kind``: the weights that it is to fit, where not those of its language.
    """

    letter: str
    group: str
    raw: str
    truth: str
    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    alignment: Alignment
    wrong: tuple[GoldError, ...]
    aside: tuple[Span, ...]
    languages: tuple[str, str]
    kind: Kind | None = None


@dataclass(frozen=True)
class Plan:
    """A document to be made: its page, the number of its letter, and what to ``make`` of the page."""

    page: Path
    number: int
    home: bool
    make: str


def plans(folders: Sequence[Path]) -> Iterator[Plan]:
    """Every page of the folders; of some letters their truth and their English too, clean and spoiled."""
    pages = [(path.parent, folder) for folder in folders for path in sorted(folder.glob("*/errors.tsv"))]
    letters: dict[str, int] = {}
    for page, folder in pages:
        letter = page.name.rsplit("-", 1)[0]
        wanted = ["page"]
        if letter not in letters:
            number = letters[letter] = len(letters)
            wanted += [make for make, (every, at) in MADE.items() if number % every == at]
        yield from (Plan(page, letters[letter], folder == folders[0], make) for make in wanted)


MADE = {
    "spoiled": (1, 0),
    "clean": (4, 0),
    "english": (1, 0),
    "english alone": (2, 1),
    "english clean": (4, 2),
    "english clean alone": (4, 0),
}
"""What is made of which pages: every how-manieth, beginning with which. Alone: without the other side."""


def case(plan: Plan, encoder: Encoder) -> Case:
    """The document of a plan."""
    page, number = plan.page, plan.number
    letter, level = page.name.rsplit("-", 1)
    raw, target, truth = (_text(page / name) for name in ("source.txt", "target.txt", "truth.txt"))
    typed = truth.replace("\n", "\n\n")
    if plan.make == "page":
        found = tuple(read_gold_errors(page / "errors.tsv")), tuple(read_furniture(page / "aside.tsv"))
        group = level if plan.home else level.replace("L", "made ")
        return _case(letter, group, (raw, target), truth, found, RUSSIAN, encoder)
    if plan.make == "spoiled":
        read, made = _spoiled(typed, number, RATES[number % len(RATES)])
        return _case(letter, plan.make, (read, target), typed, (made, ()), RUSSIAN, encoder)
    if plan.make == "clean":
        return _case(letter, plan.make, (typed, target), typed, ((), ()), RUSSIAN, encoder)
    other = "" if plan.make.endswith("alone") else typed
    if plan.make.startswith("english clean"):
        return _case(letter, plan.make, (target, other), target, ((), ()), ENGLISH, encoder)
    rate = ENGLISH_RATES[(number // 2 if "alone" in plan.make else number) % len(ENGLISH_RATES)]
    read, made = _spoiled(target, 90 + number, rate, hand=rate)
    return _case(letter, plan.make, (read, other), target, (made, ()), ENGLISH, encoder)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _spoiled(text: str, seed: int, rate: float, hand: float = 0.0) -> tuple[str, tuple[GoldError, ...]]:
    read, rows = confuse(text, seed, rate, hand)
    return read, tuple(GoldError(Span(row.start, row.stop), row.ocr, row.truth, "ocr") for row in rows)


def _case(
    letter: str,
    group: str,
    texts: tuple[str, str],
    truth: str,
    found: tuple[tuple[GoldError, ...], tuple[Span, ...]],
    languages: tuple[str, str],
    encoder: Encoder,
) -> Case:
    """Clean, split and align one document."""
    sides = sentences_of(texts[0], languages[0]), sentences_of(texts[1], languages[1])
    lines = [[sentence.text for sentence in side] for side in sides]
    alignment = align_sentences(lines[0], lines[1], encoder)
    return Case(letter, group, texts[0], truth, *sides, alignment, *found, languages)


def sentences_of(raw: str, language: str) -> tuple[Sentence, ...]:
    """The cleaned sentences of a text in a language (ISO 639-1)."""
    start, stop = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    document = Document("text", raw, (Section("source", Span(start, stop)),))
    return split(clean(document, "source", frequency=word_frequency(language)).text, language)
