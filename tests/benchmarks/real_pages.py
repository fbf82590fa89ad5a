"""Real OCR of real pages: ``python tests/benchmarks/real_pages.py [DATA] [--weights FOLDER] [--plot FILE]``.

Three Russian texts of before 1918 that were read closely by hand (``ocr-real``), and the pages of the ICDAR
2019 competition on post-OCR correction in eight languages, whose languages are given. Each goes through the
whole pipeline. The shipped weights and tables were fitted on the competition's pages: FOLDER holds those of
``tools/fit_plain.py --left-out FOLDER``, by which each half of the pages is measured with what was learned on
the other half.

Errors are tokens whose letters or digits differ; stretches whose truth is not known count neither way.
Columns: precision, recall and F1 of flags of confidence .5 or more; errors whose first, or one of the first
three suggestions is right; the fraction of character errors that applying suggestions of .9 or more removes,
and what it adds to the worst page; how many suggestions are at least .9 sure, the fraction of them that is
right, and that of the worst page with twenty of them; calibration error of the flags; wrong flags in 1,000
words. ``hunspell``: F1 of every word that the dictionary of spylls or of Debian does not have. ``winner``: F1
that the competition reports of its winner, on all pages of its evaluation set (Rigaud et al. 2019), of which
these are every other one.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from align.api import align_texts
from align.config import Config
from align.evaluate.gold_errors import GoldError
from align.evaluate.report import ErrorScore, score_errors
from align.flag import Flag
from align.ocr.runtime.data import replace_data
from align.text.span import Span
from align.text.token import tokenize

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from competition_pages import CompetitionPage, read_pages
from fit_plain import part_of
from learn_print import learnable

RUSSIAN = ("segodnya-1919", "barnaby-1842", "liv1904")
NEUTRAL = ("break", "unsure", "typography")
"""Kinds of differences that count neither way."""
FOLDED = str.maketrans("ѣѢіІiIѳѲѵѴ", "еЕиИиИфФиИ")
WINNER: Mapping[str, float] = {
    "bg": 0.77, "cs": 0.70, "en": 0.67, "es": 0.69, "fr": 0.67, "nl": 0.71, "pl": 0.82, "sl": 0.69,
}  # fmt: skip
LEAST = 0.02
"""Confidence from which flags count for the calibration."""
SURE, ENOUGH = 0.9, 20
"""Confidence from which a suggestion is sure; sure suggestions of a page from which it counts by itself."""
DICTIONARIES = Path("/usr/share/hunspell")
HEAD = (
    f"{'set':14}{'words':>7}{'errors':>8}      P      R     F1  first  third   cut  worst"
    f"{'sure':>7}  right  least   ECE  false/1000  hunspell  winner"
)


@dataclass(frozen=True)
class RealPage:
    """A page with its errors.

    ``aside``: stretches that count neither way. ``half``: which half of the competition's pages it is in.
    """

    name: str
    group: str
    language: str
    raw: str
    translation: str | None
    errors: tuple[GoldError, ...]
    aside: tuple[Span, ...] = ()
    half: int | None = None


@dataclass(frozen=True)
class Measured:
    """Scores of one page, of ours and of a spelling dictionary; how many words it has."""

    page: RealPage
    words: int
    ours: ErrorScore
    hunspell: ErrorScore | None


def russian_pages(folder: Path) -> Iterator[RealPage]:
    """The pages that were read closely by hand."""
    for name in RUSSIAN:
        raw = (folder / name / "source.txt").read_text("utf-8")
        target = folder / name / "target.txt"
        translation = target.read_text("utf-8") if target.exists() else None
        yield RealPage(
            name, name, "ru", raw, translation, tuple(_close_reading(folder / name / "errors.tsv"))
        )


def _close_reading(path: Path) -> Iterator[GoldError]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, escapechar="\\")
        for start, stop, read, truth, kind in list(rows)[1:]:
            yield GoldError(
                Span(int(start), int(stop)), read, truth, "typography" if kind in NEUTRAL else "ocr"
            )


def competition_pages(folder: Path) -> list[RealPage]:
    """The pages of the competition whose truth stands in the order of the text."""
    pages = read_pages(folder)
    return [_real(page, half) for half in range(2) for page in learnable(part_of(pages, half))]


def _real(page: CompetitionPage, half: int) -> RealPage:
    return RealPage(page.name, page.language, page.language, page.raw, None, page.errors, page.aside, half)


def ours(page: RealPage) -> list[Flag]:
    """What the package flags, of every confidence."""
    config = Config(source_language=page.language, target_language="en" if page.translation else None)
    old = True if page.language == "ru" else None
    config = replace(config, ocr=replace(config.ocr, min_confidence=LEAST, old_spelling=old))
    flags = align_texts(page.raw, page.translation, config=config).flags
    return [flag for flag in flags if flag.side == "source" and flag.kind.startswith("ocr.")]


def measured(page: RealPage) -> Measured:
    """A page by both methods."""
    known = spelling(page.language)
    unknown = None if known is None else scored(page, list(_unknown(page, known)))
    words = max(len(page.raw.split()) - len(page.aside), 1)
    return Measured(page, words, scored(page, ours(page)), unknown)


def scored(page: RealPage, flags: Sequence[Flag]) -> ErrorScore:
    """Flags of a page against its errors."""
    kept = [flag for flag in flags if not any(own.overlaps(out) for own in flag.spans for out in page.aside)]
    errors = page.errors
    raw = page.raw
    if page.language == "ru":
        kept, errors, raw = (
            [_folded(flag) for flag in kept],
            tuple(map(_folded_error, errors)),
            raw.translate(FOLDED),
        )
    words = max(len(raw.split()) - len(page.aside), 1)
    return score_errors(raw, kept, errors, words=words, furniture=page.aside)


def _folded(flag: Flag) -> Flag:
    suggestions = tuple(replace(one, text=one.text.translate(FOLDED)) for one in flag.suggestions)
    return replace(flag, text=flag.text.translate(FOLDED), suggestions=suggestions)


def _folded_error(error: GoldError) -> GoldError:
    return replace(error, ocr=error.ocr.translate(FOLDED), truth=error.truth.translate(FOLDED))


@cache
def spelling(language: str) -> Any:
    """A spelling dictionary of a language; ``None`` where none is installed."""
    import spylls
    from spylls.hunspell import Dictionary

    own = Path(spylls.__file__).parent / "hunspell" / "data"
    places = [path.with_suffix("") for path in (*own.glob("*/*.dic"), *DICTIONARIES.glob("*.dic"))]
    found = [path for path in places if path.name.split("_")[0] == language]
    return Dictionary.from_files(str(found[0])) if found else None


def _unknown(page: RealPage, dictionary: Any) -> Iterator[Flag]:
    for token in tokenize(page.raw):
        if token.core.isalpha() and not dictionary.lookup(token.core):
            start = token.start + len(token.lead)
            place = Span(start, start + len(token.core))
            yield Flag("source", 0, (place,), token.core, "ocr.unknown-word", 1.0, "unknown", ())


def _begin(folder: Path | None) -> None:
    if folder is not None:
        replace_data(folder)


def all_measured(pages: Sequence[RealPage], weights: Path | None) -> Iterator[Measured]:
    """All pages, each half of the competition's with what was learned on the other half."""
    for half in (None, 0, 1):
        folder = weights / str(1 - half) if weights is not None and half is not None else None
        own = [page for page in pages if page.half == half]
        with ProcessPoolExecutor(initializer=_begin, initargs=(folder,)) as pool:
            for found in pool.map(measured, own):
                print(f"{found.page.name} measured", file=sys.stderr, flush=True)
                yield found


def line(name: str, rows: Sequence[Measured]) -> str:
    """The figures of some pages, pooled."""
    score = sum((row.ours for row in rows[1:]), start=rows[0].ours)
    counts, correction, characters = score.detection.counts, score.correction, score.characters
    worst = max((row.ours.characters.after / max(row.ours.characters.before, 1)) - 1 for row in rows)
    sure = _sure(score)
    pages = [own for row in rows if len(own := _sure(row.ours)) >= ENOUGH]
    figures = (counts.precision, counts.recall, counts.f1, correction.rate(1), correction.rate(3))
    known = [row.hunspell for row in rows if row.hunspell is not None]
    spelt = sum(known[1:], start=known[0]).detection.counts.f1 if known else None
    return (
        f"{name:14}{sum(row.words for row in rows):7}{correction.errors:8}"
        + "".join(_figure(value, 7) for value in figures)
        + f"{characters.cut or 0:6.2f}{worst:7.3f}{len(sure):7}"
        + _figure(sum(sure) / len(sure) if sure else None, 7)
        + _figure(min((sum(own) / len(own) for own in pages), default=None), 7)
        + f"{score.detection.calibration.error or 0:6.3f}{score.detection.false_alarms or 0:12.1f}"
        + _figure(spelt, 10)
        + _figure(WINNER.get(name), 8)
    )


def _sure(score: ErrorScore) -> list[bool]:
    """Of each suggestion that is said to be sure whether it is right."""
    return [right for confidence, right in score.correction.calibration.outcomes if confidence >= SURE]


def _figure(value: float | None, width: int) -> str:
    return f"{value:{width}.3f}" if value is not None else "—".rjust(width)


def main() -> None:
    """Print the table, draw the reliability diagram."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument("--weights", type=Path, metavar="FOLDER")
    parser.add_argument("--plot", type=Path, metavar="FILE")
    options = parser.parse_args()
    folder = options.data / "ocr-real"
    pages = [*russian_pages(folder), *competition_pages(folder / "icdar2019")]
    rows = list(all_measured(pages, options.weights))
    print(HEAD)
    for group in dict.fromkeys(row.page.group for row in rows):
        print(line(group, [row for row in rows if row.page.group == group]))
    print(line("all", rows))
    if options.plot is not None:
        from reliability import draw

        draw(
            sum(
                (row.ours.detection.calibration for row in rows[1:]), start=rows[0].ours.detection.calibration
            ),
            options.plot,
            "flags",
        )


if __name__ == "__main__":
    main()
