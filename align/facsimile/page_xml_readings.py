"""Lines of PAGE XML -> words: the finest level of text that is complete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Any

from align.facsimile.decided import Corrector, with_corrector
from align.facsimile.number_list import edges_around, number, numbers
from align.facsimile.page import Alternative, Glyph, PageWord
from align.facsimile.page_frame import Edges, PageFrame, fraction
from align.facsimile.page_words import words_of
from align.facsimile.page_xml_own import own_box


@dataclass(frozen=True)
class Reading:
    """One of several readings of a line, a word or a character, with its confidence and who read it so."""

    text: str
    confidence: float | None = None
    source: str = ""

    @property
    def squeezed(self) -> str:
        """The text without white space."""
        return "".join(self.text.split())

    @property
    def as_alternative(self) -> Alternative:
        """For another reading than this one."""
        return Alternative(self.text, self.confidence, self.source)


def readings_of(element: Any) -> tuple[Reading, ...]:  # noqa: ANN401  # lxml's element
    """The readings of an element, that of the lowest rank first."""
    given = list(element.iterchildren("{*}TextEquiv"))
    ranks = [number(one.get("index")) for one in given]
    if None not in ranks:
        given = [given[at] for at in sorted(range(len(given)), key=lambda at: ranks[at] or 0)]
    return tuple(
        Reading(_text(one), fraction(number(one.get("conf")), 1), one.get("comments") or "") for one in given
    )


def _text(equivalent: Any) -> str:  # noqa: ANN401
    unicode = next(equivalent.iterchildren("{*}Unicode"), None)
    found = next(equivalent.iterchildren("{*}PlainText"), None) if unicode is None else unicode
    return "" if found is None else found.text or ""


def points_of(element: Any, name: str = "Coords") -> tuple[float, ...]:  # noqa: ANN401
    """The numbers of an outline or a baseline: in one attribute, or of one element a point."""
    found = element.find(f"{{*}}{name}")
    if found is None:
        return ()
    separate = [number(one.get(axis)) for one in found.iterchildren("{*}Point") for axis in ("x", "y")]
    return tuple(one for one in separate if one is not None) or numbers(found.get("points"))


def edges_of(element: Any) -> Edges | None:  # noqa: ANN401
    """The edges of the outline of an element; ``None`` where it has none."""
    return edges_around(points_of(element))


def line_words(line: Any, frame: PageFrame) -> tuple[PageWord, ...]:  # noqa: ANN401
    """The words of a line, by its words where each has a text, else by its own text."""
    given = readings_of(line)
    own = given[0] if given else Reading("")
    elements = _in_order(list(line.iterchildren("{*}Word")), own)
    texts = [_word_text(one) for one in elements]
    if own.squeezed and (not elements or not all(texts)) and own.squeezed != _squeezed(texts):
        frame.tally["wordless"] += bool(elements)
        return _split(given, elements, frame)
    found = tuple(word for one in elements for word in _words(one, frame))
    if own.squeezed and own.squeezed != _squeezed(texts):
        frame.tally["disagree"] += 1
        return found
    return _with_others(found, given[1:]) if found else _split(given, (), frame)


def _squeezed(texts: Sequence[str]) -> str:
    return "".join("".join(texts).split())


def _in_order(elements: list[Any], line: Reading) -> list[Any]:
    """The words of a line as they stand in the file; from left to right where only that makes the line."""
    texts = [_word_text(one) for one in elements]
    if not line.squeezed or _squeezed(texts) == line.squeezed:
        return elements
    across = sorted(elements, key=lambda one: (edges_of(one) or (inf,))[0])
    return across if _squeezed([_word_text(one) for one in across]) == line.squeezed else elements


def _word_text(element: Any) -> str:  # noqa: ANN401
    """The text of a word, else that of its characters; empty where neither is given."""
    given = readings_of(element)
    return given[0].text if given else "".join(one.text for one in _glyph_readings(element))


def _glyph_readings(word: Any) -> Iterator[Reading]:  # noqa: ANN401
    for glyph in word.iterchildren("{*}Glyph"):
        yield next(iter(readings_of(glyph)), Reading(""))


def _words(element: Any, frame: PageFrame) -> tuple[PageWord, ...]:  # noqa: ANN401
    given = readings_of(element)
    elements = element.iterchildren("{*}Glyph")
    glyphs = tuple(glyph for one in elements if (glyph := _glyph(one, frame)) is not None)
    text, made = _word_text(element), Corrector.of(given[0].source) if given else None
    others = with_corrector(text, made, (one.as_alternative for one in given[1:] if one.squeezed))
    sure = given[0].confidence if given else None
    box = own_box(element, points_of(element), frame)
    return words_of(text, frame.tally, box, sure, glyphs, others, element.get("id") or "")


def _glyph(element: Any, frame: PageFrame) -> Glyph | None:  # noqa: ANN401
    """A character; ``None`` where it has no text."""
    first, *rest = readings_of(element) or (Reading(""),)
    if not first.text:
        return None
    others = tuple(one.as_alternative for one in rest if one.squeezed)
    return Glyph(first.text, own_box(element, points_of(element), frame), first.confidence, others)


def _split(
    given: Sequence[Reading],
    elements: Sequence[Any],
    frame: PageFrame,
) -> tuple[PageWord, ...]:
    """The words of the text of a line; they have places where the line has as many words with places."""
    if not given or not given[0].squeezed:
        return ()
    found = words_of(given[0].text, frame.tally, confidence=given[0].confidence)
    if len(found) == len(elements):
        boxes = [frame.box(edges_of(one)) for one in elements]
        found = tuple(replace(word, box=box) for word, box in zip(found, boxes, strict=True))
    return _with_others(found, given[1:])


def _with_others(words: tuple[PageWord, ...], others: Sequence[Reading]) -> tuple[PageWord, ...]:
    """The words with what other readings of the line have in their places, where these have as many words."""
    for other in others:
        pieces = other.text.split()
        if len(pieces) == len(words):
            words = tuple(_with_other(word, piece, other) for word, piece in zip(words, pieces, strict=True))
    return words


def _with_other(word: PageWord, text: str, reading: Reading) -> PageWord:
    known = {word.text, *(one.text for one in word.alternatives)}
    others = () if text in known else (Alternative(text, reading.confidence),)
    return replace(word, alternatives=(*word.alternatives, *others))
