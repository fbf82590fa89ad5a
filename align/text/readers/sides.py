"""Where on an archive's page the original stands, and where its translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice, takewhile

from align.text.document import Part, Section, Side
from align.text.language import detect_language
from align.text.readers.head import Description
from align.text.readers.other_languages import set_aside
from align.text.readers.page_cut import at_paragraph
from align.text.readers.page_languages import (
    LanguageOfLines,
    Named,
    PageLanguages,
    ScriptLine,
    only_side,
    page_languages,
    third_languages,
)
from align.text.readers.side_lines import (
    SideLine,
    alternating,
    at_heading,
    best_cut,
    has_both_sides,
    heading_of,
    noted_sides,
    two_sides,
)
from align.text.span import Span


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
    cut = best_cut(lines)
    parts = alternating(lines, cut)
    if parts is not None:
        notes = (*notes, "original and translation alternate: read as such")
    elif has_both_sides(lines, cut):
        parts = two_sides(
            lines, at_heading(lines, at_paragraph(lines, cut)), titled=_has_head(places, described)
        )
    elif (parts := noted_sides(lines)) is not None:
        notes = (*notes, _noted(parts, lines))
    else:
        text = "\n".join(place.text for place in places)
        side = only_side(text, languages, described.metadata, named)
        return Sides(side_sections(raw, side, described.spans))
    placed = [(part, line.place) for part, line in zip(parts, lines, strict=True)]
    return Sides(_sections(raw, placed, described.spans), notes)


def _noted(parts: Sequence[Part], lines: Sequence[SideLine]) -> str:
    """What is said of a note at the original's edge."""
    size = sum(line.target for part, line in zip(parts, lines, strict=True) if part == "metadata")
    return f"a note of {size:,} letters at the original's edge set aside"


def _has_head(places: Sequence[ScriptLine], described: Description) -> bool:
    return bool(described.spans) and described.spans[0].start < places[0].start


def side_sections(raw: str, side: Side, described: Sequence[Span]) -> tuple[Section, ...]:
    """The sections of a file that holds one side: all of it, but for what describes the document."""
    return _sections(raw, [(side, place) for place in _places(raw, described)], described)


def _places(raw: str, aside: Sequence[Span]) -> list[ScriptLine]:
    """The lines with text that are in none of the spans."""
    found, paragraph, start = [], 0, 0
    for line in raw.splitlines(keepends=True):  # as the lines of a description are cut
        stop = start + len(line)
        if any(span.start < stop and start < span.stop for span in aside) or not line.strip():
            paragraph += 1
        else:
            found.append(ScriptLine(start, stop, line.strip(), paragraph))
        start = stop
    return found


def _language_behind_heading(places: Sequence[ScriptLine]) -> str | None:
    """The language of the text behind a heading *Translation*."""
    for number, place in enumerate(places):
        if heading_of(place.text) == "target":
            behind = takewhile(lambda line: heading_of(line.text) is None, places[number + 1 :])
            text = max((line.text for line in islice(behind, 5)), key=len, default="")
            return detect_language(text) if any(map(str.isalpha, text)) else None
    return None


def _classified(
    places: Sequence[ScriptLine], languages: PageLanguages
) -> tuple[list[SideLine], tuple[str, ...]]:
    """The lines with their letters on either side; those in a third language are of none."""
    sides = languages.sides
    classifier = LanguageOfLines(places, [*sides, *third_languages(places, languages)])
    counts = [classifier.counts(place) for place in places]
    aside, notes = set_aside(places, counts, languages)
    lines = []
    for number, (place, count) in enumerate(zip(places, counts, strict=True)):
        source, target = (
            count[language] if language else 0 for language in (languages.source, languages.target)
        )
        line = SideLine(place, source, target, number in aside)
        lines.append(replace(line, source=0, target=0) if line.aside or line.heading else line)
    return lines, notes


def _sections(
    raw: str, placed: Sequence[tuple[Part, ScriptLine]], described: Sequence[Span]
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
    placed: Sequence[tuple[Part, ScriptLine]], described: Sequence[Span]
) -> list[tuple[int, Part, ScriptLine]]:
    """The lines, each with the number of descriptions before it: no section goes across one."""
    return [(sum(span.start < line.start for span in described), part, line) for part, line in placed]
