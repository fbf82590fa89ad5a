"""XLIFF 1.2 and 2.x -> pairs; also ``.sdlxliff``, ``.mqxliff`` and ``.mxliff``, which are XLIFF 1.2."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from align.errors import ReadError
from align.text.readers.language_tags import normal_tag
from align.text.readers.pairs import Languages, Pairs
from align.text.readers.units import Unit, pairs_in
from align.text.readers.xml_file import (
    XML_LANG,
    child_named,
    descendants,
    local_name,
    parse_xml,
    segment_text,
)

NEW = frozenset({"new", "needs-translation", "initial"})
"""States of segments that no one translated; some tools fill them with the source."""


def read_xliff(path: Path, languages: Languages = (None, None)) -> Pairs:
    """The segments of an XLIFF that are translated.

    Args:
        path: The file. Proposals (``alt-trans``, ``matches``) and notes are left out.
        languages: Of source and target, where they are named.

    Raises:
        ReadError: The file is no XLIFF, is broken, or holds no translated segment.
    """
    root = parse_xml(path)
    if local_name(root) != "xliff":
        raise ReadError(f"{path}: expected XLIFF, found XML of <{local_name(root)}>; give an .xliff file")
    second = root.get("srcLang") is not None or (root.get("version") or "").startswith("2")
    segments = _segments_2(root) if second else _segments_1(root)
    found = [unit for unit in segments if any(text for _, text in unit)]
    if not found:
        raise ReadError(f"{path}: expected XLIFF with text in its units, found none; is it the right file?")
    units = [unit for unit in found if unit[-1][1]]
    empty = len(found) - len(units)
    if not units:
        raise ReadError(
            f"{path}: expected translated segments, none of {len(found):,} is; translate it first"
        )
    notes = (f"segments without a translation left out: {empty:,} of {len(found):,}",) if empty else ()
    return pairs_in(path, units, languages, notes=notes)


def _segments_1(root: Any) -> Iterator[Unit]:  # noqa: ANN401  # lxml's element
    """The segments of XLIFF 1.x; a unit is one segment unless ``seg-source`` cuts it."""
    for file in descendants(root, "file"):
        tags = file.get("source-language") or "", file.get("target-language") or ""
        for unit in descendants(file, "trans-unit"):
            source, target = child_named(unit, "source"), child_named(unit, "target")
            if target is None and unit.get("translate") == "no":
                continue
            cut, translated = _marked(child_named(unit, "seg-source")), _marked(target)
            own = _tags(tags, source, target)
            if cut and translated:
                for id_, segment in cut.items():
                    yield _pair(own, segment, translated.get(id_))
            elif source is not None:
                new = target is not None and target.get("state") in NEW
                yield _pair(own, source, target, new=new)


def _segments_2(root: Any) -> Iterator[Unit]:  # noqa: ANN401
    """The segments of XLIFF 2.x."""
    tags = root.get("srcLang") or "", root.get("trgLang") or ""
    for segment in descendants(root, "segment"):
        source, target = child_named(segment, "source"), child_named(segment, "target")
        if source is not None:
            new = segment.get("state", "translated") in NEW
            yield _pair(_tags(tags, source, target), source, target, new=new)


def _marked(element: Any) -> dict[str, Any]:  # noqa: ANN401
    """The segments that ``mrk`` cuts a text into, by their ids."""
    if element is None:
        return {}
    return {mark.get("mid") or "": mark for mark in descendants(element, "mrk") if mark.get("mtype") == "seg"}


def _tags(tags: tuple[str, str], source: Any, target: Any) -> tuple[str, str]:  # noqa: ANN401
    """The languages as written: those of the elements, else those of the file."""
    own = ("" if element is None else element.get(XML_LANG) or "" for element in (source, target))
    one, other = (tag or named for tag, named in zip(own, tags, strict=True))
    return one, other


def _pair(tags: tuple[str, str], source: Any, target: Any, *, new: bool = False) -> Unit:  # noqa: ANN401
    """A segment; one that is ``new`` and repeats its source was only filled with it."""
    texts = ["" if element is None else segment_text(element) for element in (source, target)]
    if new and texts[0] == texts[1]:
        texts[1] = ""
    one, other = ((normal_tag(tag), text) for tag, text in zip(tags, texts, strict=True))
    return one, other
