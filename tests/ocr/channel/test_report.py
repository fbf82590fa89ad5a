"""The confusions of a document, for people."""

from __future__ import annotations

from align.flag import Flag, Suggestion
from align.ocr.channel.report import as_text, confusion_table, plot_confusions
from align.text.span import Span


def flag(read: str, typed: str, confidence: float = 1.0) -> Flag:
    """A flag on a word with one suggestion."""
    found = (Suggestion(typed, confidence),)
    return Flag("source", 0, (Span(0, len(read)),), read, "ocr.unknown-word", 1.0, "so", found)


FLAGS = (flag("борьби", "борьбы"), flag("би", "бы", 0.5), flag("иного", "много", 0.25))


def test_a_confusion_counts_as_much_as_its_suggestions_are_probable() -> None:
    """и for ы once surely and once by half."""
    first = confusion_table(FLAGS, "борьби би мы")[0]
    assert (first.typed, first.read, first.count) == ("ы", "и", 1.5)
    assert first.occurrences == 3


def test_the_commonest_confusion_stands_on_top() -> None:
    """The table and the picture have the same order."""
    found = confusion_table(FLAGS, "борьби би")
    assert [entry.count for entry in found] == sorted((entry.count for entry in found), reverse=True)
    assert as_text(found).splitlines()[1].startswith("ы      и")
    assert len(plot_confusions(found).axes[0].patches) == len(found)


def test_without_flags_there_are_no_confusions() -> None:
    """A clean document has an empty table."""
    assert confusion_table((), "текст") == ()
    assert as_text(()).count("\n") == 1
