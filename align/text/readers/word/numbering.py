"""The numbers of list items, which Word counts and does not store."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from align.text.readers.word.number_formats import formatted
from align.text.readers.word.styles import Styles
from align.text.readers.word.xml_names import attribute, child, children, is_on, number_of, value_of

PLACE = re.compile(r"%([1-9])")
"""Where the number of a level stands in the text of a label."""

NO_LIST = ("", "0")
"""Ids that take a paragraph out of the list that its style puts it in."""


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered; the attributes are those of ``w:lvl``."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = " "
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True)
class NumberedList:
    """A list: its levels, the numbers that it starts anew with, and with which lists it counts together."""

    levels: Mapping[int, Level]
    starts: Mapping[int, int]
    counter: str


class ListNumbers:
    """Counts the items of a document's lists; paragraphs must be given in the order of the document."""

    def __init__(self, root: Any, styles: Styles) -> None:  # noqa: ANN401  # lxml's element, or None
        self._styles = styles
        self._abstract = {attribute(one, "abstractNumId") or "": one for one in children(root, "abstractNum")}
        self._nums = {attribute(one, "numId") or "": one for one in children(root, "num")}
        self._lists: dict[str, NumberedList | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, properties: Any) -> str:  # noqa: ANN401
        """The number before a paragraph, with the space behind it; empty for none and for a bullet.

        Args:
            properties: ``w:pPr`` of the paragraph, or ``None``.
        """
        style = self._styles.paragraph_style(properties)
        direct, styled = child(properties, "numPr"), self._styles.numbering(style)
        id_ = value_of(direct, "numId")
        if id_ is None:
            id_ = value_of(styled, "numId")
        found = None if id_ is None or id_ in NO_LIST else self._list(id_)
        if id_ is None or found is None:
            return ""
        depth = next(
            (n for n in (number_of(direct, "ilvl"), number_of(styled, "ilvl")) if n is not None), None
        )
        if depth is None:
            depth = next((at for at, level in found.levels.items() if level.style == style), 0)
        self._count(id_, found, depth)
        return self._written(found, depth)

    def _count(self, id_: str, found: NumberedList, depth: int) -> None:
        """Count one item, and start the levels below it anew."""
        counts = self._counts.setdefault(found.counter, {})
        fresh = depth in found.starts and (id_, depth) not in self._started
        self._started.add((id_, depth))
        if fresh or depth not in counts:
            counts[depth] = found.starts.get(depth, found.levels.get(depth, Level()).start)
        else:
            counts[depth] += 1
        for below in [at for at in counts if at > depth]:
            restart = found.levels.get(below, Level()).restart
            if restart is None or depth < restart:
                del counts[below]

    def _written(self, found: NumberedList, depth: int) -> str:
        level = found.levels.get(depth, Level())
        if level.format == "bullet":
            return ""
        counts = self._counts[found.counter]

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            of = found.levels.get(at, Level())
            name = "decimal" if level.legal else of.format
            return formatted(counts.get(at, found.starts.get(at, of.start)), name)

        label = PLACE.sub(number, level.text).strip()
        return label + level.suffix if label else ""

    def _list(self, id_: str) -> NumberedList | None:
        if id_ not in self._lists:
            self._lists[id_] = self._defined(id_)
        return self._lists[id_]

    def _defined(self, id_: str, depth: int = 0) -> NumberedList | None:
        """The list with this id; where its definition refers to a style, that of the style's list."""
        num = self._nums.get(id_)
        counter = value_of(num, "abstractNumId")
        abstract = self._abstract.get(counter or "")
        if abstract is None or counter is None:
            return None
        link = value_of(abstract, "numStyleLink")
        if link is not None and depth == 0:
            linked = value_of(self._styles.numbering(link), "numId")
            return self._defined(linked, depth + 1) if linked else None
        levels = {_depth(one): _level(one) for one in children(abstract, "lvl")}
        starts: dict[int, int] = {}
        for override in children(num, "lvlOverride"):
            if child(override, "lvl") is not None:
                levels[_depth(override)] = _level(child(override, "lvl"))
            start = number_of(override, "startOverride")
            if start is not None:
                starts[_depth(override)] = start
        return NumberedList(levels, starts, counter)


def _depth(element: Any) -> int:  # noqa: ANN401
    """``w:ilvl`` of a level, from 0."""
    written = attribute(element, "ilvl") or ""
    return int(written) if written.isdecimal() else 0


def _level(element: Any) -> Level:  # noqa: ANN401
    start = number_of(element, "start")
    level = Level(
        start=0 if start is None else start,
        format=value_of(element, "numFmt") or "decimal",
        text=value_of(element, "lvlText") or "",
        suffix="" if value_of(element, "suff") == "nothing" else " ",
        restart=number_of(element, "lvlRestart"),
        legal=is_on(element, "isLgl") is True,
        style=value_of(element, "pStyle"),
    )
    return replace(level, text="") if is_on(child(element, "rPr"), "vanish") else level
