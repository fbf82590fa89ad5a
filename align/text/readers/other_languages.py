"""What on a page is neither original nor translation: a summary or a copy in a third language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from align.text.language import best_language, language_scores
from align.text.readers.page_languages import IDEOGRAPHIC, SUMMARY, PageLanguages, ScriptLine, script_in
from align.text.script import dominant, letters

MIN_LETTERS, MIN_IDEOGRAPHS = 40, 12
"""Letters of a passage that is set aside, and those of a script that writes a word with one or two."""

MIN_SHARE_AT_START = 0.2
"""Fraction of the shorter side that a passage at the start of a page must have: an original may begin with a
foreign phrase."""

Run = tuple[str | None, list[int]]
"""A language and the numbers of the lines in it."""


def set_aside(
    places: Sequence[ScriptLine], counts: Sequence[Counter[str]], languages: PageLanguages
) -> tuple[frozenset[int], tuple[str, ...]]:
    """The numbers of the lines in a third language, and a note for each such language.

    A passage inside a side belongs to it, as a quotation; one before, behind or between the sides does not.

    Args:
        places: The lines of the page.
        counts: Their letters by language.
        languages: Those of the sides.
    """
    runs = list(_runs(places, counts, languages))
    totals: Counter[str] = Counter()
    for count in counts:
        totals.update(count)
    shorter = min((totals[language] for language in languages.sides), default=0)
    found: list[int] = []
    sizes: Counter[str] = Counter()
    for number, (language, lines) in enumerate(runs):
        if language is None or language in languages.sides:
            continue
        before = runs[number - 1][0] if number else None
        after = runs[number + 1][0] if number + 1 < len(runs) else None
        size = sum(sum(map(str.isalpha, places[at].text)) for at in lines)
        least = _least(places[lines[0]].text, MIN_SHARE_AT_START * shorter if before is None else 0)
        if before != after and size >= least:
            found += [*_heading(places, lines[0]), *lines]
            sizes[language] += size
    notes = (
        f"{size} letters in {language} set aside: neither side is in it" for language, size in sizes.items()
    )
    return frozenset(found), tuple(notes)


def _heading(places: Sequence[ScriptLine], first: int) -> Sequence[int]:
    """The number of the line before a passage, where it announces a summary."""
    before = first - 1
    return [before] if before >= 0 and SUMMARY.fullmatch(places[before].text) else []


def _least(text: str, share: float) -> float:
    return max(MIN_IDEOGRAPHS if dominant(text) in IDEOGRAPHIC else MIN_LETTERS, share)


def _runs(
    places: Sequence[ScriptLine], counts: Sequence[Counter[str]], languages: PageLanguages
) -> Iterator[Run]:
    """Lines of one language that follow each other; a line that tells none belongs to those before it."""
    own = {script_in(language, places) for language in languages.sides}
    kinds: list[str | None] = []
    for place, count in zip(places, counts, strict=True):
        kinds.append(_language(place, count, own) or (kinds[-1] if kinds else None))
    for language, run in groupby(range(len(places)), key=kinds.__getitem__):
        yield language, list(run)


def _language(place: ScriptLine, count: Counter[str], own: set[str]) -> str | None:
    script = dominant(place.text)
    if script is not None and script not in own and letters(place.text, script) >= MIN_IDEOGRAPHS:
        return best_language(language_scores(place.text))
    return max(count, key=count.__getitem__) if count else None
