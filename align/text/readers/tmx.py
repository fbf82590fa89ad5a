"""TMX (Translation Memory eXchange, 1.1 to 1.4b) -> pairs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from align.errors import ReadError
from align.text.readers.language_tags import normal_tag
from align.text.readers.pairs import Languages, Pairs
from align.text.readers.units import Unit, Variant, pairs_in
from align.text.readers.xml_file import (
    XML_LANG,
    child_named,
    descendants,
    local_name,
    parse_xml,
    segment_text,
)


def read_tmx(path: Path, languages: Languages = (None, None)) -> Pairs:
    """The units of a TMX that have text in two languages.

    Args:
        path: The file. Entities are never resolved, nothing is loaded from outside.
        languages: Of source and target; by default the file's source language, and the one that most units
            have beside it.

    Returns:
        Documents with a segment a line, white space folded, codes of tools left out.

    Raises:
        ReadError: The file is no TMX, is broken, or has no unit in the two languages.
    """
    root = parse_xml(path)
    if local_name(root).lower() != "tmx":
        raise ReadError(f"{path}: expected TMX, found XML of <{local_name(root)}>; give a .tmx file")
    units = [_unit(path, number, unit) for number, unit in enumerate(descendants(root, "tu"), start=1)]
    if not units:
        raise ReadError(f"{path}: expected TMX with translation units, found none; is it the right file?")
    header = child_named(root, "header")
    source = "" if header is None else header.get("srclang", "")
    unnamed = sum(not _written_tag(variant) for variant in descendants(root, "tuv"))
    notes = (f"segments without a language left out: {unnamed:,}",) if unnamed else ()
    return pairs_in(path, units, languages, source, notes)


def _unit(path: Path, number: int, unit: Any) -> Unit:  # noqa: ANN401  # lxml's element
    """The variants of a unit that name their language."""
    return tuple(
        _variant(path, number, variant) for variant in unit.iterchildren("{*}tuv") if _written_tag(variant)
    )


def _variant(path: Path, number: int, variant: Any) -> Variant:  # noqa: ANN401
    segments = list(variant.iterchildren("{*}seg"))
    tag = normal_tag(_written_tag(variant))
    if not segments and not (variant.text or "").strip():
        return tag, ""
    if not segments:
        raise ReadError(
            f"{path}, unit {number}, line {variant.sourceline}: no <seg> in <tuv> ({_written_tag(variant)}); "
            "TMX keeps its text there: export the memory again, or put the text into <seg>"
        )
    # The standard has one segment a variant; tools that write more cut one text.
    return tag, " ".join(filter(None, map(segment_text, segments)))


def _written_tag(variant: Any) -> str:  # noqa: ANN401
    """The language of a variant as the file writes it: ``xml:lang``, or ``lang`` of TMX 1.1."""
    return str(variant.get(XML_LANG) or variant.get("lang") or "").strip()
