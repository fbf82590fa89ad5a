"""Where on an archive's page the original stands, and where its translation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from align.text.document import Part, Section, Side
from align.text.language import detect_language, language_named
from align.text.readers.head import Description
from align.text.readers.other_languages import set_aside
from align.text.readers.page_languages import (
    LanguageOfLines,
    Named,
    PageLanguages,
    PageLine,
    only_side,
    page_languages,
    present,
)
from align.text.span import Span

LANGUAGE_NAME = r"(?:\s*[-–—:(]?\s*(?:from|to|into|in|с|на)?(?: the)?\s*\w+\)?)?"
TRANSLATION = re.compile(
    r"[\W_]*(?:(?:english|russian|german|french|full|unofficial)?\s*translation"
    rf"|перевод|переклад|превод|traduction|übersetzung|tłumaczenie|traducción|traduzione){LANGUAGE_NAME}[\W_]*",
    re.IGNORECASE,
)
"""A heading behind which the translation begins."""

ORIGINAL = re.compile(
    r"[\W_]*(?:original(?: text| document| scan| version| language)?|\w+ (?:original|text)|transcript(?:ion)?"
    r"|оригинал|подлинник|текст оригинала|оригінал|originaltext|texte original|tekst oryginalny)"
    rf"{LANGUAGE_NAME}[\W_]*",
    re.IGNORECASE,
)
"""A heading behind which the original begins."""

MAX_HEADING = 80
"""Code points of a heading."""

MIN_SIDE_LETTERS = 12
"""Letters that make a side; fewer are a name or a stamp."""

MAX_STRAY_LETTERS = 60
"""Letters that may stand on the wrong side of a :data:`TRANSLATION` heading."""

MAX_WRONG = 0.05
"""Fraction of the letters of the shorter side that one cut may leave on the wrong side."""

MIN_RUNS, MIN_RUN_LETTERS, MIN_BALANCE, MIN_BALANCED = 4, 12, 0.3, 0.6
"""Original and translation alternate: so many stretches; of two that follow each other, one with so many
letters, the shorter is so much of the longer, in such a fraction of pairs."""

MAX_TITLE_LINES, MAX_TITLE_LETTERS = 6, 400
"""Lines and letters of a title or a remark in the translation's language at the edge of the original."""


@dataclass(frozen=True)
class _Line:
    """``source``, ``target``: letters of this line that belong to either side; ``aside``: it is of none."""

    place: PageLine
    source: int
    target: int
    aside: bool = False

    @property
    def heading(self) -> Side | None:
        """The side that this line announces."""
        if len(self.place.text) > MAX_HEADING:
            return None
        if TRANSLATION.fullmatch(self.place.text):
            return "target"
        return "source" if ORIGINAL.fullmatch(self.place.text) else None


@dataclass(frozen=True)
class _Cut:
    """The page cut before line ``at``, side ``first`` before it; ``wrong``: letters on the wrong side."""

    at: int
    first: Side
    wrong: int


@dataclass(frozen=True)
class Sides:
    """The sections of a page, and what there is to say of them."""

    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()


def find_sides(raw: str, described: Description, named: Named = (None, None)) -> Sides:
    """The sections of a page: original and translation in either order, or only one of them.

    The page is cut once, where fewest letters stand on the wrong side: a single line in the other language
    does not cut it. Where paragraphs of both alternate, it is cut at each.

    Args:
        raw: The page.
        described: What the page says of its document, and where; that is metadata.
        named: The languages of original and translation that the user states.
    """
    places = list(_places(raw, described.spans))
    languages = page_languages(places, described.metadata, named, _language_behind_heading(places))
    lines, notes = _classified(places, languages)
    cut = _best_cut(lines)
    if not _has_both_sides(lines, cut):
        text = "\n".join(place.text for place in places)
        side = only_side(text, languages, described.metadata, named)
        return Sides(side_sections(raw, side, described.spans))
    parts = _alternating(lines, cut)
    if parts is not None:
        notes = (*notes, "original and translation alternate: read as such")
    else:
        parts = _two_sides(lines, _at_heading(lines, cut), titled=bool(described.spans))
    placed = [(part, line.place) for part, line in zip(parts, lines, strict=True)]
    return Sides(_sections(raw, placed, described.spans), notes)


def side_sections(raw: str, side: Side, described: Sequence[Span]) -> tuple[Section, ...]:
    """The sections of a file that holds one side: all of it, but for what describes the document."""
    return _sections(raw, [(side, place) for place in _places(raw, described)], described)


def _places(raw: str, aside: Sequence[Span]) -> list[PageLine]:
    """The lines with text that are in none of the spans."""
    found, paragraph = [], 0
    for match in re.finditer(r"[^\n]*\n|[^\n]+", raw):
        text = match.group().strip()
        if any(span.start < match.end() and match.start() < span.stop for span in aside) or not text:
            paragraph += 1
        else:
            found.append(PageLine(match.start(), match.end(), text, paragraph))
    return found


def _language_behind_heading(places: Sequence[PageLine]) -> str | None:
    """The language that a heading *Translation* names, or that of the text behind it."""
    for number, place in enumerate(places):
        if len(place.text) <= MAX_HEADING and TRANSLATION.fullmatch(place.text):
            behind = " ".join(line.text for line in places[number + 1 : number + 20])
            named = language_named(re.sub(r"[^\w]+", " ", place.text))
            return named or (detect_language(behind) if any(map(str.isalpha, behind)) else None)
    return None


def _classified(places: Sequence[PageLine], languages: PageLanguages) -> tuple[list[_Line], tuple[str, ...]]:
    """The lines with their letters on either side; those in a third language are of none."""
    sides = languages.sides
    others = [language for language in present(places) if language not in sides]
    classifier = LanguageOfLines(places, [*sides, *others])
    counts = [classifier.counts(place) for place in places]
    aside, notes = set_aside(places, counts, languages)
    lines = []
    for number, (place, count) in enumerate(zip(places, counts, strict=True)):
        source, target = (
            count[language] if language else 0 for language in (languages.source, languages.target)
        )
        line = _Line(place, source, target, number in aside)
        lines.append(replace(line, source=0, target=0) if line.aside or line.heading else line)
    return lines, notes


def _best_cut(lines: Sequence[_Line]) -> _Cut:
    """Fewest letters on the wrong side; of equal cuts the first: a heading belongs to what follows it."""
    source_first = sum(line.source for line in lines)
    target_first = sum(line.target for line in lines)
    best = _Cut(0, "source", min(source_first, target_first))
    for number, line in enumerate(lines):
        here = [_Cut(number, "source", source_first), _Cut(number, "target", target_first)]
        best = min([best, *here], key=lambda cut: cut.wrong)
        source_first += line.target - line.source
        target_first += line.source - line.target
    return best


def _has_both_sides(lines: Sequence[_Line], cut: _Cut) -> bool:
    """Whether enough letters of each side stand where the cut puts them."""
    before, after = lines[: cut.at], lines[cut.at :]
    if cut.first == "target":
        before, after = after, before
    fewest = min(sum(line.source for line in before), sum(line.target for line in after))
    return fewest >= MIN_SIDE_LETTERS


def _at_heading(lines: Sequence[_Line], cut: _Cut) -> _Cut:
    """The cut, moved to the one heading of the second side where that is as good."""
    second: Side = "target" if cut.first == "source" else "source"
    headings = [number for number, line in enumerate(lines) if line.heading == second]
    if len(headings) != 1 or _wrong_letters(lines, headings[0], cut.first) > cut.wrong + MAX_STRAY_LETTERS:
        return cut
    return replace(cut, at=headings[0])


def _wrong_letters(lines: Sequence[_Line], at: int, first: Side) -> int:
    """Letters on the wrong side where ``first`` stands before line ``at``."""
    before, after = (lines[:at], lines[at:]) if first == "source" else (lines[at:], lines[:at])
    return sum(line.target for line in before) + sum(line.source for line in after)


def _two_sides(lines: Sequence[_Line], cut: _Cut, *, titled: bool) -> list[Part]:
    """The part of each line of a page that is cut once."""
    second: Side = "target" if cut.first == "source" else "source"
    parts: list[Part] = [cut.first if number < cut.at else second for number in range(len(lines))]
    at_edge = {0, cut.at - 1, cut.at, cut.at + 1}
    for number, line in enumerate(lines):
        if line.aside or (line.heading and number in at_edge):
            parts[number] = "metadata"
    if not titled:
        for number in _title(lines, parts):
            parts[number] = "metadata"
    return parts


def _title(lines: Sequence[_Line], parts: Sequence[Part]) -> range:
    """The lines before an original that are in the translation's language: a title."""
    count = 0
    while count < len(lines) and parts[count] == "source" and lines[count].target > lines[count].source:
        count += 1
    size = sum(line.target for line in lines[:count])
    return range(count if count <= MAX_TITLE_LINES and size <= MAX_TITLE_LETTERS else 0)


def _alternating(lines: Sequence[_Line], cut: _Cut) -> list[Part] | None:
    """The part of each line where stretches of original and translation alternate; ``None`` elsewhere."""
    source, target = sum(line.source for line in lines), sum(line.target for line in lines)
    if cut.wrong <= MAX_WRONG * min(source, target) or min(source, target) < MIN_BALANCE * max(
        source, target
    ):
        return None
    parts = _by_line(lines)
    sizes: list[int] = []
    for part, run in groupby(zip(parts, lines, strict=True), key=lambda pair: pair[0]):
        if part != "metadata":
            sizes.append(sum(line.source + line.target for _, line in run))
    pairs = [pair for pair in zip(sizes[::2], sizes[1::2], strict=False) if max(pair) >= MIN_RUN_LETTERS]
    balanced = sum(min(pair) >= MIN_BALANCE * max(pair) for pair in pairs)
    return parts if len(sizes) >= MIN_RUNS and balanced >= max(2, MIN_BALANCED * len(pairs)) else None


def _by_line(lines: Sequence[_Line]) -> list[Part]:
    """Each line on its own side; a line that tells none is on the side of the line before."""
    parts: list[Part] = []
    before: Part = (
        "source"
        if next(line.source > line.target for line in lines if line.source + line.target)
        else "target"
    )
    for line in lines:
        if line.source != line.target:
            before = "source" if line.source > line.target else "target"
        parts.append("metadata" if line.aside or line.heading else before)
    return parts


def _sections(
    raw: str, placed: Sequence[tuple[Part, PageLine]], described: Sequence[Span]
) -> tuple[Section, ...]:
    """Sections of lines of one part, without the white space around them, and of the descriptions."""
    stretches: list[tuple[int, int, Part]] = [(span.start, span.stop, "metadata") for span in described]
    for part, run in groupby(_by_gap(placed, described), key=lambda entry: entry[:2]):
        lines = [line for _, _, line in run]
        stretches.append((lines[0].start, lines[-1].stop, part[1]))
    sections = []
    for start, stop, part in sorted(stretches):
        text = raw[start:stop]
        left, right = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        if left < right:
            sections.append(Section(part, Span(left, right)))
    return tuple(sections)


def _by_gap(
    placed: Sequence[tuple[Part, PageLine]], described: Sequence[Span]
) -> list[tuple[int, Part, PageLine]]:
    """The lines, each with the number of descriptions before it: no section goes across one."""
    return [(sum(span.start < line.start for span in described), part, line) for part, line in placed]
