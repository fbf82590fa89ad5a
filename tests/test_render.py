"""What a reader sees, as plain text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from align import render
from align.alignment.bead import Alignment, Bead, Crossing
from align.alignment.realign import RealignedRegion
from align.bitext import Bitext
from align.flag import Flag
from align.text.edit import Excluded, Move
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
12 of 79 characters describe the document
""".splitlines()


def test_footnotes_and_unreadable_stretches_are_summed_up(tiny: Callable[..., Bitext]) -> None:
    """The summary counts the footnotes that moved, and names the lines of what could not be read."""
    bitext = tiny()
    assert bitext.source is not None
    (span,) = (piece.span for piece in bitext.source.excluded)
    place = bitext.source.sentences[0].origin[0]
    source = replace(
        bitext.source,
        excluded=(Excluded(span, "unreadable"),),
        moves=(Move(place, 0, "footnote 1"), Move(place, 0, "read out of turn")),
    )
    shown = render.to_text(replace(bitext, source=source)).splitlines()
    assert "1 footnote moved behind the text of the original" in shown
    line = bitext.source.document.raw.count("\n", 0, span.start) + 1
    assert f"{len(span)} characters of the original cannot be read: line {line}" in shown


def test_text_out_of_order_is_summed_up(tiny: Callable[..., Bitext]) -> None:
    """The summary names the sentences that translate each other out of order."""
    crossings = (Crossing(range(2), range(2), 0.7), Crossing(range(1), range(1, 2), 0.7))
    bitext = tiny()
    shown = render.to_text(replace(bitext, alignment=replace(bitext.alignment, crossings=crossings)))
    places = "sentences 1-2 stand at 1-2; sentence 1 stands at 2 of the translation"
    assert f"2 out of order: {places}\n" in shown
    assert "out of order" not in render.to_text(bitext)


def test_an_empty_cell_points_to_its_partner(tiny: Callable[..., Bitext]) -> None:
    """An arrow and the number of the bead; a sentence without a partner has a dash alone."""
    bitext = tiny()
    lone = (
        Bead(range(1), range(0), None, 0.95),
        Bead(range(1, 2), range(1), 0.8, 0.95),
        Bead(range(2, 2), range(1, 2), None, 0.95),
    )
    moved = (Crossing(range(1), range(1, 2), 0.7),)
    shown = render.to_text(replace(bitext, alignment=Alignment(lone, 2, 2, moved)))
    assert re.search(r"1 Баш ответ получил. +— → 3 +.95", shown)
    assert re.search(r"3 — → 1 +I left. +.95", shown)
    assert "→" not in render.to_text(replace(bitext, alignment=Alignment(lone, 2, 2)))


def test_notes_on_files_and_sides_stand_in_the_summary(tiny: Callable[..., Bitext]) -> None:
    """Each once, with the name of the file or of the side."""
    bitext = noted(tiny())
    assert bitext.notes[:2] == ("letter.txt: 3 comments left out", "original: spelling of before 1918")
    assert bitext.notes[2:] == ("hardly translate each other",)
    summary = render.to_text(bitext).split("flags")[-1].splitlines()
    assert summary[1:4] == list(bitext.notes)


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
