"""Translation units in two languages or more -> pairs in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from align.errors import ReadError
from align.text.readers.language_tags import UNKNOWN, distance, iso_code, normal_tag
from align.text.readers.pairs import Languages, Pairs, pairs_of

Variant = tuple[str, str]
"""Language tag and text of one variant of a unit."""

Unit = tuple[Variant, ...]
"""The variants of one translation unit, in the order of the file."""

HOW = "name two of them (--source-language, --target-language)"


@dataclass(frozen=True)
class Wanted:
    """The language of one side; ``variants``: whether any variant of it will do."""

    tag: str
    variants: bool


def pairs_in(
    path: Path,
    units: Sequence[Unit],
    requested: Languages = (None, None),
    source: str = "",
    notes: tuple[str, ...] = (),
) -> Pairs:
    """The units that have text in both languages.

    Args:
        path: The file.
        units: In the order of the file.
        requested: The languages that the user named. ``zh-TW`` is that variant, ``zh`` any.
        source: The source language that the file names, as it is written.
        notes: What the file's reader left out.

    Raises:
        ReadError: No unit has text in both.
    """
    counts = Counter(tag for unit in units for tag in dict.fromkeys(tag for tag, _ in unit))
    wanted = _wanted(units, counts, requested, source)
    chosen = [_chosen(unit, wanted) for unit in units]
    rows = [(one[1], other[1]) for one, other in filter(None, chosen) if one[1] and other[1]]
    if not rows:
        known = ", ".join(sorted(counts)) or "nothing"
        one, other = (side.tag if side else "?" for side in wanted)
        raise ReadError(f"{path}: no unit with text in {one} and {other}; it holds {known}: {HOW}")
    tags = tuple(_most(pair[side][0] for pair in chosen if pair) for side in (0, 1))
    found = (
        *_choice_note(counts, chosen, tags, requested),
        *_count_notes(units, chosen, tags),
    )
    languages = tuple(
        iso_code(tag if tag != UNKNOWN else normal_tag(given or ""))
        for tag, given in zip(tags, requested, strict=True)
    )
    return pairs_of(path.name, rows, (languages[0], languages[1]), (*found, *notes))


def _most(tags: Iterable[str]) -> str:
    return Counter(tags).most_common(1)[0][0]


def _wanted(
    units: Sequence[Unit], counts: Counter[str], requested: Languages, source: str
) -> tuple[Wanted | None, Wanted | None]:
    """The languages of both sides: those requested, else the file's source, else the most frequent others."""
    one, other = (Wanted(normal_tag(tag), variants=False) if tag else None for tag in requested)
    if one is None:
        one = _source(counts, source, other)
    if one is not None and other is None:
        other = _target(units, one)
    return one, other


def _source(counts: Counter[str], named: str, target: Wanted | None) -> Wanted | None:
    """The language that the file names as its source, else the first that is not the target's."""
    candidates = [Wanted(normal_tag(named), variants=True)] if named else []
    candidates += [Wanted(tag, variants=True) for tag in counts]
    for candidate in candidates:
        known = any(distance(tag, candidate.tag, variants=True) is not None for tag in counts)
        is_target = target and distance(candidate.tag, target.tag, variants=False) is not None
        if known and not is_target and (candidate.tag != UNKNOWN or candidate.tag in counts):
            return candidate
    return None


def _target(units: Sequence[Unit], source: Wanted) -> Wanted | None:
    """The language that most units have beside the source, or else another variant of the source."""
    paired = Counter(
        tag
        for unit in units
        if any(distance(tag, source.tag, variants=source.variants) is not None for tag, _ in unit)
        for tag in dict.fromkeys(tag for tag, _ in unit)
    )
    languages = Counter[str | None]()
    for tag, count in paired.items():
        if iso_code(tag) != iso_code(source.tag) or tag == UNKNOWN:
            languages[iso_code(tag) or tag] += count
    if languages:
        best = languages.most_common(1)[0][0]
        return Wanted(
            _most(tag for tag in paired.elements() if (iso_code(tag) or tag) == best), variants=True
        )
    others = [tag for tag in paired if tag != source.tag]
    return Wanted(max(others, key=paired.__getitem__), variants=False) if others else None


def _chosen(unit: Unit, wanted: tuple[Wanted | None, Wanted | None]) -> tuple[Variant, Variant] | None:
    """The two variants of a unit that are nearest to the wanted languages; ``None`` where it lacks one."""
    one, other = wanted
    if one is None or other is None:
        return None
    firsts, seconds = (
        [(apart, at) for at, (tag, _) in enumerate(unit) if (apart := _apart(tag, side)) is not None]
        for side in (one, other)
    )
    found = [(near + far, i, j) for near, i in firsts for far, j in seconds if i != j]
    if not found:
        return None
    _, i, j = min(found)
    return unit[i], unit[j]


def _apart(tag: str, wanted: Wanted) -> int | None:
    return distance(tag, wanted.tag, variants=wanted.variants)


def _choice_note(
    counts: Counter[str],
    chosen: Sequence[tuple[Variant, Variant] | None],
    tags: Sequence[str],
    requested: Languages,
) -> tuple[str, ...]:
    """Which two languages were taken, where the file has others or they are variants of one."""
    used = {tag for pair in chosen if pair for tag, _ in pair}
    others = [f"{tag} ({count:,})" for tag, count in counts.most_common() if tag not in used]
    if not others and (UNKNOWN in tags or iso_code(tags[0]) != iso_code(tags[1])):
        return ()
    also = f"; units in other languages: {', '.join(others)}" if others else ""
    how = f": {HOW}" if others and not all(requested) else ""
    return (f"read as {tags[0]} and {tags[1]}{also}{how}",)


def _count_notes(
    units: Sequence[Unit], chosen: Sequence[tuple[Variant, Variant] | None], tags: Sequence[str]
) -> tuple[str, ...]:
    """How many units were left out, and in how many the first of several variants was taken."""
    lacking = chosen.count(None)
    empty = sum(pair is not None and not all(text for _, text in pair) for pair in chosen)
    doubled = Counter(
        tag
        for unit, pair in zip(units, chosen, strict=True)
        if pair and pair[0][0] != pair[1][0]
        for tag in (pair[0][0], pair[1][0])
        if sum(tag == own for own, _ in unit) > 1
    )
    notes = (
        [f"units without {tags[0]} or {tags[1]} left out: {lacking:,} of {len(units):,}"] if lacking else []
    )
    notes += [f"units with an empty segment left out: {empty:,} of {len(units):,}"] if empty else []
    notes += [
        f"units with several segments in {tag}, the first taken: {count:,}" for tag, count in doubled.items()
    ]
    return tuple(notes)
