"""What describes a document on an archive's page: before it, behind it, between its sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from align.lang import registry
from align.text.document import Metadata
from align.text.readers.label_values import may_be_value
from align.text.readers.labels import Label, label_of
from align.text.span import Span

MAX_BESIDE = 60
"""Code points of a line that is the value of a label which fills no field and has no colon."""

MIN_LABELS, MIN_LABELS_INSIDE = 2, 3
"""A head or tail has at least so many labels; a description between the sides has more."""

MAX_FIRST_LABEL = 30
"""Lines before the first label of a head: the title."""

SENTENCE = re.compile(r"[^.]{3}[.!?…][\"”»)]*$")
MIN_SENTENCE_SPACES = 5
"""A line of running text: what it ends with, and the spaces in it."""

MAX_VALUE, MAX_SUMMARY = 1200, 3000
"""Code points of a list of names, and of other values before a label that documents have not."""

MAX_ENTRY = 90
"""Code points of a line in a list of names."""

MAX_READ = 200_000
"""Code points that are searched for labels."""

MONTH = "|".join(name for code in ("en", "ru") for name in registry.language(code).months.names)
DATE = re.compile(
    rf"(?:(?:{MONTH})\s+\d{{1,2}},?|\d{{1,2}}\s+(?:{MONTH}))\s+\d{{4}}(?:\s*г\.)?", re.IGNORECASE
)
CONTENTS_ENTRY = re.compile(r"original|translation|transcript|scan|summary|оригинал|перевод", re.IGNORECASE)
"""Words of a line of the table of contents."""


@dataclass(frozen=True)
class Description:
    """``spans``: where a page describes its document, in code points of the raw file, in order."""

    metadata: Metadata
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class _Line:
    start: int
    stop: int
    text: str
    """Without markup."""

    label: Label | None


@dataclass(frozen=True)
class _Block:
    """Labels with their values; ``labels``: numbers of the lines with labels, ``stop``: behind the last."""

    labels: tuple[int, ...]
    stop: int


def read_description(raw: str, *, lists: bool = True) -> Description:
    """What a page says of its document; nothing where a file is all text.

    A head begins within 30 lines and has two labels at least, one of them such as documents have not; so has
    a tail, with which the file ends. Between original and translation three labels make a description.

    Args:
        raw: The page.
        lists: Whether a value of several paragraphs of names or dates is taken; without, each value is one
            paragraph at most.
    """
    lines = list(_lines(raw))
    blocks = [block for block in _blocks(lines, lists=lists) if _describes(lines, block)]
    found: dict[str, str | None] = {}
    spans = []
    for block in blocks:
        values = _values(lines, block)
        first = block.labels[0]
        if _is_head(lines, block):
            date, title = _date_and_title(lines[:first])
            values = {**values, "date": values.get("date") or date, "title": values.get("title") or title}
            first = 0
        found = {name: found.get(name) or values.get(name) for name in {*found, *values}}
        spans.append(Span(lines[first].start, lines[block.stop - 1].stop))
    found["date"] = found.get("date") or _date_in(found.get("title")) or _date_in(found.get("citation"))
    known = {field.name for field in fields(Metadata)}
    return Description(
        Metadata(**{name: value for name, value in found.items() if name in known}), tuple(spans)
    )


def _lines(raw: str) -> Iterator[_Line]:
    at = 0
    start = max(0, len(raw) - MAX_READ)
    for piece in raw.splitlines(keepends=True):
        text = piece.strip().strip("#").strip("\ufeff* \t")
        read = at < MAX_READ or at >= start
        yield _Line(at, at + len(piece.rstrip()), text, label_of(text) if read else None)
        at += len(piece)


def _is_head(lines: Sequence[_Line], block: _Block) -> bool:
    """Whether only a title stands before the first label, and a document behind the last."""
    before = [line.text for line in lines[: block.labels[0]] if line.text]
    sentences = any(SENTENCE.search(text) and text.count(" ") >= MIN_SENTENCE_SPACES for text in before)
    behind = any(line.text for line in lines[block.stop :])
    return block.labels[0] <= MAX_FIRST_LABEL and not sentences and (behind or not before)


def _blocks(lines: Sequence[_Line], *, lists: bool) -> Iterator[_Block]:
    """Labels that follow each other, with nothing but values between them."""
    labelled = [number for number, line in enumerate(lines) if line.label]
    block: list[int] = []
    for number in labelled:
        if block and not _follows(lines, block, number, lists=lists):
            yield _Block(tuple(block), _value_stop(lines, block[-1]))
            block = []
        block.append(number)
    if block:
        yield _Block(tuple(block), _value_stop(lines, block[-1]))


def _follows(lines: Sequence[_Line], block: Sequence[int], number: int, *, lists: bool) -> bool:
    """Whether what stands between the last label of a block and the next one is a value."""
    last, following = lines[block[-1]].label, lines[number].label
    assert last is not None and following is not None  # noqa: S101, PT018 - lines with labels
    if following.field is not None and any(_field(lines[at]) == following.field for at in block):
        return False
    end = _paragraph_stop(lines, block[-1])
    rest = [line.text for line in lines[end:number] if line.text]
    if not rest or not lists:
        return not rest
    below = [line.text for line in lines[block[-1] + 1 : number] if line.text]
    if not last.value and not may_be_value(last, below):
        return False
    size = sum(map(len, rest))
    if last.field == "contents" or (last.value and not following.strong):
        return False
    return size <= (MAX_SUMMARY if following.strong and last.strong and not last.value else 0) or _is_list(
        rest
    )


def _field(line: _Line) -> str | None:
    return line.label.field if line.label else None


def _is_list(texts: Sequence[str]) -> bool:
    """Whether lines are names or dates, not sentences."""
    short = all(len(text) <= MAX_ENTRY and not text.endswith((".", "!", "?", ":")) for text in texts)
    return short and sum(map(len, texts)) <= MAX_VALUE


def _describes(lines: Sequence[_Line], block: _Block) -> bool:
    """Whether a block describes the document: at the head, at the end, or long enough to be sure."""
    distinct = {lines[at].text.lower(): lines[at].label for at in block.labels}  # not one that pages repeat
    labels = [label for label in distinct.values() if label]
    strong = sum(label.strong for label in labels)
    known = sum(label.field in ("citation", "summary", "contents", "original_language") for label in labels)
    if strong == 0 or len(labels) < MIN_LABELS:
        return False
    if _is_head(lines, block) and (strong + known >= MIN_LABELS or len(labels) > MIN_LABELS):
        return True
    rest = [line.text for line in lines[block.stop :] if line.text]
    if not rest or (_is_list(rest) and len(rest) <= 3):
        return True
    return len(labels) >= MIN_LABELS_INSIDE and strong >= MIN_LABELS


def _values(lines: Sequence[_Line], block: _Block) -> dict[str, str | None]:
    """The value of each label that fills a field."""
    values: dict[str, str | None] = {}
    for number, following in zip(block.labels, [*block.labels[1:], block.stop], strict=True):
        label = lines[number].label
        if label and label.field and not values.get(label.field):
            values[label.field] = _joined(
                [label.value, *(line.text for line in lines[number + 1 : following])]
            )
    return values


def _value_stop(lines: Sequence[_Line], number: int) -> int:
    """The line behind the value of a block's last label.

    Text may follow: a label that fills no field has a paragraph only right beneath it, or at the end, else
    one short line.
    """
    label, stop = lines[number].label, _paragraph_stop(lines, number)
    assert label is not None  # noqa: S101 - a line with a label
    beneath = label.value or (label.colon and number + 1 < len(lines) and lines[number + 1].text)
    below = [line.text for line in lines[number + 1 : stop] if line.text]
    is_short = sum(map(len, below)) <= MAX_BESIDE and len(below) == 1
    if label.field is not None or beneath or is_short or not any(line.text for line in lines[stop:]):
        return stop
    return number + 1


def _paragraph_stop(lines: Sequence[_Line], number: int) -> int:
    """The line behind a label's value: the end of one paragraph, or of the table of contents."""
    label = lines[number].label
    assert label is not None  # noqa: S101 - a line with a label
    stop = number + 1
    if label.value:
        while stop < len(lines) and lines[stop].text and not lines[stop].label and label.field != "contents":
            stop += 1
        below = [line.text for line in lines[number + 1 : stop]]
        return stop if may_be_value(label, below) else number + 1
    while stop < len(lines) and not lines[stop].text:
        stop += 1
    contents = label.field == "contents"
    if stop == len(lines) or lines[stop].label or (contents and not CONTENTS_ENTRY.search(lines[stop].text)):
        return number + 1
    while stop < len(lines) and lines[stop].text and not lines[stop].label:
        if contents and not _is_entry(lines[stop].text):
            break
        stop += 1
    below = [line.text for line in lines[number + 1 : stop] if line.text]
    return stop if contents or may_be_value(label, below) else number + 1


def _is_entry(text: str) -> bool:
    """Whether a line can be one of the table of contents."""
    return len(text) < 100 and CONTENTS_ENTRY.search(text) is not None


def _joined(texts: Sequence[str]) -> str | None:
    return " ".join(" ".join(texts).split()).strip() or None


def _date_and_title(lines: Sequence[_Line]) -> tuple[str | None, str | None]:
    """The first line that is nothing but a date; the other lines are the title."""
    texts = [line.text for line in lines if line.text]
    dates = [text for text in texts if DATE.fullmatch(text)]
    return (dates[0] if dates else None), _joined([text for text in texts if text not in dates])


def _date_in(text: str | None) -> str | None:
    found = DATE.search(text or "")
    return found.group() if found else None
