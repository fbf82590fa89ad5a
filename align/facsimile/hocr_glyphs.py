"""The characters of a word of hOCR with their places, and what else the engine took them for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from lxml import etree

from align.facsimile.hocr_own import own_alternatives
from align.facsimile.hocr_title import edges_of, number, properties_of
from align.facsimile.number_list import numbers
from align.facsimile.page import Alternative, Glyph
from align.facsimile.page_frame import PageFrame, fraction

Choices = tuple[Alternative, ...]
CHARACTERS = frozenset({"ocrx_cinfo", "ocr_cinfo", "ocr_glyph"})


def classes(element: Any) -> Sequence[str]:  # noqa: ANN401  # lxml's element
    """The classes of an element; none of a comment."""
    return (element.get("class") or "").split()


def is_choices(element: Any) -> bool:  # noqa: ANN401
    """Whether an element holds what else a character may be, not what was read."""
    names = classes(element)
    listed = "ocrx_cinfo" in names and (element.get("id") or "").startswith("lstm_choices")
    return listed or "ocr_symbol" in names or ("alt" in names and str(element.tag).endswith("del"))


def own_text(element: Any) -> str:  # noqa: ANN401
    """The text of an element without the other readings in it."""
    return "".join(_texts(element)) if len(element) else element.text or ""


def _texts(element: Any) -> Iterator[str]:  # noqa: ANN401
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, inner in walk:
        if event != "start":
            yield "" if inner is element else inner.tail or ""
        elif inner is not element and is_choices(inner):
            walk.skip_subtree()
        else:
            yield inner.text or ""


def glyphs_of(word: Any, frame: PageFrame) -> tuple[Glyph, ...]:  # noqa: ANN401
    """The characters of a word; empty where neither places nor choices nor confidences are given."""
    characters: list[Glyph] = []
    choices: list[Choices] = []
    for element in word.iter("{*}span", "{*}ins"):
        if is_choices(element):
            choices.append(_choices(element))
        elif _is_character(element, word) and (text := own_text(element)):
            characters.append(_glyph(element, text, frame))
    found = characters or [Glyph(sign) for sign in own_text(word) if choices]
    return _with_choices(found, choices) if found else _by_confidences(word)


def _is_character(element: Any, word: Any) -> bool:  # noqa: ANN401
    """Whether an element is a character that was read: none of several choices, nor a step between them."""
    if "x_confs" in (element.get("title") or "") or not CHARACTERS.intersection(classes(element)):
        return False
    return element.getparent() is word or not any(map(is_choices, element.iterancestors("{*}span")))


def _glyph(element: Any, text: str, frame: PageFrame) -> Glyph:  # noqa: ANN401
    properties = properties_of(element.get("title"))
    edges = edges_of(properties, "x_bboxes") or edges_of(properties)
    confidence = fraction(number(properties, "x_conf"), 100)
    return Glyph(text, frame.box(edges), confidence, own_alternatives(properties))


def _choices(group: Any) -> Choices:  # noqa: ANN401
    """The choices of a group, each text once with its highest confidence, the likeliest first."""
    best: dict[str, float] = {}
    for element in group.iter("{*}span"):
        title = element.get("title")
        confidence = fraction(number(properties_of(title), "x_confs"), 100) if title else None
        if confidence is None:
            continue
        text = ("".join(element.itertext()) if len(element) else element.text or "").strip()
        if text.split() == [text]:
            best[text] = max(confidence, best.get(text, 0.0))
    ordered = sorted(best.items(), key=lambda item: -item[1])
    return tuple(Alternative(text, confidence) for text, confidence in ordered)


def _with_choices(glyphs: Sequence[Glyph], choices: Sequence[Choices]) -> tuple[Glyph, ...]:
    """Each character with the choices that name it; a group of choices that names none has no character."""
    found = dict(_fitting(glyphs, choices)) if choices else {}
    return tuple(
        Glyph(glyph.text, glyph.box, glyph.confidence, choices[found[at]]) if at in found else glyph
        for at, glyph in enumerate(glyphs)
    )


def _fitting(glyphs: Sequence[Glyph], choices: Sequence[Choices]) -> Iterator[tuple[int, int]]:
    """The most pairs (character, group of choices) in order in which the group names the character."""
    named = [{one.text for one in group} for group in choices]
    if len(glyphs) == len(named) and all(
        glyph.text in group for glyph, group in zip(glyphs, named, strict=True)
    ):
        yield from ((at, at) for at in range(len(glyphs)))
        return
    rows = [[0] * (len(choices) + 1)]
    for glyph in reversed(glyphs):
        row = [0] * (len(choices) + 1)
        for at in reversed(range(len(choices))):
            row[at] = max(rows[-1][at], row[at + 1], rows[-1][at + 1] + (glyph.text in named[at]))
        rows.append(row)
    at = 0
    for here, (row, below) in enumerate(pairwise(reversed(rows))):
        while at < len(choices) and row[at] == row[at + 1]:
            at += 1
        if at < len(choices) and row[at] > below[at]:
            yield here, at
            at += 1


def _by_confidences(word: Any) -> tuple[Glyph, ...]:  # noqa: ANN401
    """The characters of a word that lists their confidences (``x_confs``), of 100 or of 1."""
    listed = numbers(properties_of(word.get("title")).get("x_confs"))
    signs = "".join(own_text(word).split())
    if not listed or len(listed) != len(signs):
        return ()
    whole = 1 if max(listed) <= 1 else 100
    return tuple(Glyph(sign, None, fraction(one, whole)) for sign, one in zip(signs, listed, strict=True))
