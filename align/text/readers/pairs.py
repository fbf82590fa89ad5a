"""Texts that are aligned already: TMX, and two files whose lines are pairs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from align.errors import InputError, ReadError
from align.text.document import Document
from align.text.lines import whole
from align.text.namespace import LANG
from align.text.readers.file import read_text


@dataclass(frozen=True)
class Pairs:
    """Two documents of as many lines, each line of the one with that of the other; a line may be blank."""

    source: Document
    target: Document
    languages: tuple[str | None, str | None] = (None, None)


def read_lines(source: Path, target: Path, encoding: str = "utf-8") -> Pairs:
    """Two files with one sentence a line. Raises :class:`InputError` where their lines are not as many."""
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


def read_tmx(path: Path, languages: tuple[str | None, str | None] = (None, None)) -> Pairs:
    """The units of a TMX that have the two languages; by default its source language and the first other.

    The documents hold a segment a line, white space folded. Entities are never resolved, nothing is loaded
    from outside. Raises :class:`ReadError`.
    """
    root = _root(path)
    header = root.find("header")
    units = [{_code(variant): _segment(variant) for variant in unit.iter("tuv")} for unit in root.iter("tu")]
    if not units:
        raise ReadError(f"{path}: expected TMX with translation units, found none; is it the right file?")
    said = (header.get("srclang") if header is not None else None) or ""
    first = next(iter(units[0]), "")
    source = languages[0] or (first if said.lower() in ("", "*all*") else said.lower().split("-")[0])
    target = languages[1] or next((code for unit in units for code in unit if code != source), "")
    kept = [unit for unit in units if unit.get(source) or unit.get(target)]
    if not any(source in unit and target in unit for unit in units):
        known = sorted({code for unit in units for code in unit})
        raise ReadError(
            f"{path}: no unit in {source or '?'} and {target or '?'}; it holds {', '.join(known)}: name two "
            "of them (--source-language, --target-language)"
        )
    raws = ["".join(unit.get(code, "") + "\n" for unit in kept) for code in (source, target)]
    return Pairs(
        whole(path.name, raws[0], "source", "utf-8"),
        whole(path.name, raws[1], "target", "utf-8"),
        (source, target),
    )


def _root(path: Path) -> Any:  # noqa: ANN401  # lxml's element
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
    return str(variant.get(LANG) or variant.get("lang") or "").lower().split("-")[0]


def _segment(variant: Any) -> str:  # noqa: ANN401
    """The text of a segment; what stands for a tool's own codes is left out."""
    segment = variant.find("seg")
    if segment is None:
        return ""
    codes = ("bpt", "ept", "it", "ph", "ut")
    texts = segment.xpath(".//text()[not(" + " or ".join(f"ancestor::{code}" for code in codes) + ")]")
    return " ".join("".join(texts).split())
