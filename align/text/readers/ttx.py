"""TTX (Trados TagEditor) -> pairs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from align.errors import ReadError
from align.text.readers.language_tags import normal_tag
from align.text.readers.pairs import Languages, Pairs
from align.text.readers.units import Unit, pairs_in
from align.text.readers.xml_file import child_named, descendants, local_name, parse_xml, segment_text

OUTSIDE = frozenset({"ut", "Tu"})
"""Elements whose text is a tool's own code, or that of a unit."""


def read_ttx(path: Path, languages: Languages = (None, None)) -> Pairs:
    """The translated units of a TTX; text that was not translated is left out.

    Args:
        path: The file.
        languages: Of source and target, where they are named.

    Raises:
        ReadError: The file is no TTX, is broken, or has no translated unit.
    """
    root = parse_xml(path)
    if local_name(root) != "TRADOStag":
        raise ReadError(f"{path}: expected TTX, found XML of <{local_name(root)}>; give a .ttx file")
    units: list[Unit] = [
        tuple((normal_tag(one.get("Lang") or ""), segment_text(one)) for one in unit.iterchildren("{*}Tuv"))
        for unit in descendants(root, "Tu")
    ]
    if not units:
        raise ReadError(f"{path}: expected TTX with translated units, found none; translate it first")
    settings = next(descendants(root, "UserSettings"), None)
    source = "" if settings is None else settings.get("SourceLanguage") or ""
    outside = _letters_outside(child_named(root, "Body"))
    notes = (f"text outside units, not translated, left out: {outside:,} letters",) if outside else ()
    return pairs_in(path, units, languages, source, notes)


def _letters_outside(element: Any) -> int:  # noqa: ANN401  # lxml's element
    """Letters that stand in no unit."""
    if element is None:
        return 0
    count = sum(map(str.isalpha, element.text or ""))
    for part in element:
        if local_name(part) and local_name(part) not in OUTSIDE:
            count += _letters_outside(part)
        count += sum(map(str.isalpha, part.tail or ""))
    return count
