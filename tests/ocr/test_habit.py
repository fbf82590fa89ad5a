"""A document's habits of error, for people."""

from __future__ import annotations

from align.flag import Flag, Suggestion
from align.ocr.channel.report import as_text, confusion_table, plot_confusions
from align.text.span import Span


def flag(read, typed, confidence=1.0):
    """A flag on a word with one reading."""
    found = (Suggestion(typed, confidence),)
    return Flag("source", 0, (Span(0, len(read)),), read, "ocr.unknown-word", 1.0, "so", found)


FLAGS = (flag("борьби", "борьбы"), flag("би", "бы", 0.5), flag("иного", "много", 0.25))


def test_a_habit_is_counted_as_far_as_its_readings_are_sure():
    """и for ы once surely and once by half."""
    first = confusion_table(FLAGS, "борьби би мы")[0]
    assert (first.typed, first.read, first.count) == ("ы", "и", 1.5)
    assert first.occurrences == 3


def test_the_commonest_habit_stands_on_top():
    """The table and the picture show the same order."""
    found = confusion_table(FLAGS, "борьби би")
    assert [habit.count for habit in found] == sorted((habit.count for habit in found), reverse=True)
    assert as_text(found).splitlines()[1].startswith("ы      и")
    assert len(plot_confusions(found).axes[0].patches) == len(found)


def test_no_flags_no_habits():
    """A clean document has an empty table."""
    assert confusion_table((), "текст") == ()
    assert as_text(()).count("\n") == 1
