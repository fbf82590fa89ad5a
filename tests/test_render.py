"""What a reader sees, as plain text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from align import render
from align.alignment.bead import Bead, Crossing
from align.alignment.realign import RealignedRegion
from align.bitext import Bitext
from align.flag import Flag
from tests.conftest import noted


def test_both_sides_stand_side_by_side_with_flags_marked(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """A golden picture: flags in braces, suggestions below, doubtful beads with a question mark, summary."""
    assert render.to_text(tiny((doubt,)), width=72).splitlines() == GOLDEN


GOLDEN = """\
A letter
letter.txt (ru) | letter.txt (en)

    1 {Баш} ответ получил.           I received your reply.          .98
      Баш → Ваш | Наш  .93 ocr.real-word  the translation says “your”

    2 Я ушёл.                        I left.                        ?.40

2 beads: 2 1-1
1 doubtful: 2
1 flags: 1 ocr.real-word
5 of 79 characters set aside: 5 page furniture
""".splitlines()


def test_text_out_of_order_is_summed_up(tiny: Callable[..., Bitext]) -> None:
    """The summary names the beads whose sentences translate each other out of order."""
    crossings = (Crossing(range(2), range(2), 0.7), Crossing(range(1), range(1, 2), 0.7))
    bitext = tiny()
    shown = render.to_text(replace(bitext, alignment=replace(bitext.alignment, crossings=crossings)))
    assert "2 out of order: 1-2 by 1-2, 1 by 2\n" in shown
    assert "out of order" not in render.to_text(bitext)


def test_notes_on_files_and_sides_stand_in_the_summary(tiny: Callable[..., Bitext]) -> None:
    """Each once, with the name of the file or of the side."""
    bitext = noted(tiny())
    assert bitext.notes == ("letter.txt: 3 comments left out", "original: spelling of before 1918")
    summary = render.to_text(bitext).split("flags")[-1].splitlines()
    assert summary[1:3] == list(bitext.notes)


def test_a_missing_side_is_named_in_one_plain_line(tiny: Callable[..., Bitext]) -> None:
    """A page without its original shows the translation and names what is missing."""
    shown = render.to_text(tiny(source=False))
    assert "No original found" in shown
    assert "I received your reply." in shown
    assert "beads:" not in shown


def test_a_word_is_marked_before_the_sentence_it_stands_in(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """A doubt about a whole sentence hides none of its words; both are named below."""
    source = tiny().source
    assert source is not None
    whole = replace(doubt, kind="check.omission", suggestions=(), spans=source.sentences[0].origin)
    shown = render.to_text(tiny((whole, doubt)), width=72)
    assert "{Баш} ответ получил." in shown
    assert "check.omission" in shown


def test_a_deletion_is_shown_as_an_empty_reading(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """A suggestion to delete is visible, not a blank."""
    [first, *_] = doubt.suggestions
    shown = render.to_text(tiny((replace(doubt, suggestions=(replace(first, text=""),)),)))
    assert "Баш → ∅" in shown


def test_markup_in_a_text_is_text(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """Square brackets of a document are never read as styles."""
    shown = render.to_text(
        tiny((replace(doubt, reason="says [bold]your[/bold] [k bol'shoi voine]"),)), width=120
    )
    assert "[bold]your[/bold] [k bol'shoi voine]" in shown


def test_what_corrections_aligned_otherwise_is_listed(tiny: Callable[..., Bitext]) -> None:
    """A line of the summary names the beads that the sure corrections changed."""
    bitext = tiny()
    bead = bitext.alignment.beads[1]
    change = RealignedRegion((Bead(bead.source, range(1, 1), None, 0.5),), (bead,))
    shown = render.to_text(replace(bitext, realigned=(change,)), width=72).splitlines()
    assert "1 aligned otherwise once corrected: 2" in shown
