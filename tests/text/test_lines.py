"""Text that is split already."""

from __future__ import annotations

from align.text.lines import by_line, whole
from align.text.sentence import cut


def test_each_line_is_a_sentence_as_it_stands() -> None:
    """White space around a line and empty lines are no part of a sentence; the places are the file's."""
    raw = "Он ушёл. Она — нет.\r\n\n  Точка. \n"
    document = whole("lines.txt", raw, "source", "utf-8")
    sentences, _ = by_line(document)
    assert [sentence.text for sentence in sentences] == ["Он ушёл. Она — нет.", "Точка."]
    assert [[span.of(raw) for span in s.origin] for s in sentences] == [["Он ушёл. Она — нет."], ["Точка."]]


def test_a_cut_sentence_keeps_its_place_in_the_file() -> None:
    """Cutting makes two sentences of one; the white space between them belongs to neither."""
    raw = "Он ушёл, Она — нет.\nТочка."
    first, second, third = cut(by_line(whole("lines.txt", raw, "source", "utf-8"))[0], {0: (9,)})
    assert [s.text for s in (first, second, third)] == ["Он ушёл,", "Она — нет.", "Точка."]
    assert [s.index for s in (first, second, third)] == [0, 1, 2]
    assert [span.of(raw) for span in second.origin] == ["Она — нет."]
