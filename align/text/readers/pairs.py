"""Texts that are aligned already: TMX, and two files of as many lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from align.errors import InputError, ReadError
from align.text.document import Document
from align.text.lines import whole
from align.text.readers.file import read_text

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""``xml:lang`` as lxml names it."""

TOOL_CODES = ("bpt", "ept", "it", "ph", "ut")
"""Elements of a segment that hold a tool's own codes, no text."""

Languages = tuple[str | None, str | None]
"""Of source and target, ISO 639-1; ``None`` where unknown."""

Unit = dict[str, str]
"""Language -> segment of one translation unit."""


@dataclass(frozen=True)
class Pairs:
    """Two documents of as many lines; each line of one belongs to that of the other, and may be blank."""

    source: Document
    target: Document
    languages: Languages = (None, None)


def read_lines(source: Path, target: Path, encoding: str = "utf-8") -> Pairs:
    """Two files with one sentence a line.

    Raises:
        ReadError: A file cannot be read as text.
        InputError: The files have not as many lines.
    """
    raws = [read_text(path, encoding) for path in (source, target)]
    counts = [len(raw.removesuffix("\n").split("\n")) for raw in raws]
    if counts[0] != counts[1]:
        raise InputError(
            f"expected as many lines in both files, found {counts[0]:,} in {source} and {counts[1]:,} in "
            f"{target}; leave --pre-aligned out to have them aligned"
        )
    return Pairs(
        whole(source.name, raws[0], "source", encoding), whole(target.name, raws[1], "target", encoding)
    )


def read_tmx(path: Path, languages: Languages = (None, None)) -> Pairs:
    """The units of a TMX that have two languages.

    Args:
        path: The file. Entities are never resolved, nothing is loaded from outside.
        languages: Of source and target; by default the file's source language, and the first other.

    Returns:
        Documents with a segment a line, white space folded.

    Raises:
        ReadError: The file is no TMX, or has no unit in the two languages.
    """
    root = _root(path)
    units = [{_code(variant): _segment(variant) for variant in unit.iter("tuv")} for unit in root.iter("tu")]
    if not units:
        raise ReadError(f"{path}: expected TMX with translation units, found none; is it the right file?")
    source = languages[0] or _source_language(root.find("header"), units[0])
    target = languages[1] or next((code for unit in units for code in unit if code != source), "")
    _check_paired(path, units, source, target)
    kept = [unit for unit in units if unit.get(source) or unit.get(target)]
    raws = ["".join(unit.get(code, "") + "\n" for unit in kept) for code in (source, target)]
    return Pairs(
        whole(path.name, raws[0], "source", "utf-8"),
        whole(path.name, raws[1], "target", "utf-8"),
        (source, target),
    )


def _source_language(header: Any, first: Unit) -> str:  # noqa: ANN401  # lxml's element
    """The language that the header names; where it names none or all, the first of the first unit."""
    named = str((header.get("srclang") if header is not None else None) or "").lower()
    return next(iter(first), "") if named in ("", "*all*") else named.split("-")[0]


def _check_paired(path: Path, units: Sequence[Unit], source: str, target: str) -> None:
    if not any(source in unit and target in unit for unit in units):
        known = sorted({code for unit in units for code in unit})
        raise ReadError(
            f"{path}: no unit in {source or '?'} and {target or '?'}; it holds {', '.join(known)}: name two "
            "of them (--source-language, --target-language)"
        )


def _root(path: Path) -> Any:  # noqa: ANN401
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        tree = etree.parse(str(path), parser)
    except etree.XMLSyntaxError as error:
        reason = (error.msg or "cut short").splitlines()[0]
        raise ReadError(f"{path}, line {error.lineno}: expected TMX, this is broken XML: {reason}") from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read; check the path") from error
    if tree.docinfo.internalDTD is not None and any(tree.docinfo.internalDTD.entities()):
        raise ReadError(f"{path}: declares entities, which no TMX needs; nothing of it was read")
    root = tree.getroot()
    if root.tag != "tmx":
        raise ReadError(f"{path}: expected TMX, found XML of <{root.tag}>; give a .tmx file")
    return root


def _code(variant: Any) -> str:  # noqa: ANN401
    """The language of a variant without its region."""
    return str(variant.get(XML_LANG) or variant.get("lang") or "").lower().split("-")[0]


def _segment(variant: Any) -> str:  # noqa: ANN401
    """The text of a segment without a tool's own codes."""
    segment = variant.find("seg")
    if segment is None:
        return ""
    no_code = " or ".join(f"ancestor::{code}" for code in TOOL_CODES)
    return " ".join("".join(segment.xpath(f".//text()[not({no_code})]")).split())
