"""The ledger is a law."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from align.bitext import Bitext
from align.errors import InvariantError
from align.flag import Flag
from align.text.clean import Excluded
from align.text.span import Span


def test_ledger_rebuilds_the_raw_file(tiny: Callable[..., Bitext]) -> None:
    """The pieces of the ledger, in order, are the raw file."""
    bitext = tiny()
    [document] = bitext.documents
    pieces = [entry.span.of(document.raw) for entry in bitext.ledger(document)]
    assert "".join(pieces) == document.raw


def test_ledger_names_what_became_of_each_stretch(tiny: Callable[..., Bitext]) -> None:
    """Metadata, sentences, white space and what was set aside with its reason stand in file order."""
    bitext = tiny()
    [document] = bitext.documents
    kinds = [(entry.kind, entry.reason) for entry in bitext.ledger(document) if entry.kind != "space"]
    assert kinds == [
        ("metadata", None),
        ("sentence", None),
        ("aside", "page furniture"),
        ("sentence", None),
        ("sentence", None),
        ("sentence", None),
    ]


def test_a_character_claimed_twice_is_refused(tiny: Callable[..., Bitext]) -> None:
    """Text that is both a sentence and set aside cannot be built."""
    bitext = tiny()
    assert bitext.source is not None
    source = replace(bitext.source, excluded=(*bitext.source.excluded, Excluded(Span(12, 14), "stamp")))
    with pytest.raises(InvariantError, match="claimed twice"):
        replace(bitext, source=source)


def test_a_character_that_no_entry_claims_is_refused(tiny: Callable[..., Bitext]) -> None:
    """Text that is lost without a reason cannot be built."""
    bitext = tiny()
    assert bitext.source is not None
    with pytest.raises(InvariantError, match="no entry claims"):
        replace(bitext, source=replace(bitext.source, excluded=()))


def test_beads_must_cover_the_sentences(tiny: Callable[..., Bitext]) -> None:
    """A bitext whose beads leave a sentence out cannot be built."""
    bitext = tiny()
    with pytest.raises(InvariantError, match="does not fit"):
        replace(bitext, source=None)


def test_every_sentence_knows_its_bead(tiny: Callable[..., Bitext]) -> None:
    """A flag finds its bead by side and sentence."""
    assert tiny().bead_of == {("source", 0): 0, ("target", 0): 0, ("source", 1): 1, ("target", 1): 1}


def test_a_bitext_shows_itself_in_a_line(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """In a terminal: the files, their languages, how much was found."""
    assert repr(tiny((doubt,))) == "<Bitext letter.txt (ru) | letter.txt (en): 2 beads, 1 flags>"


def test_a_bitext_is_a_frame_of_beads_and_one_of_flags(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """A row for each bead and for each flag, unknown values missing, never a sentinel."""
    pytest.importorskip("pandas")
    bitext = tiny((doubt,))
    beads = bitext.to_frame()
    assert list(beads["source"]) == ["Баш ответ получил.", "Я ушёл."]
    assert list(beads["flags"]) == [1, 0]
    flags = bitext.flags_frame()
    assert list(flags["suggestion"]) == ["Ваш"]
    assert (flags["start"][0], flags["stop"][0], flags["bead"][0]) == (12, 15, 0)


def test_html_of_a_bitext_and_a_flag_is_text(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """Without widgets a notebook shows a plain table; nothing of the document is markup."""
    hostile = replace(doubt, text="<script>alert(1)</script>", reason="<b>")
    for shown in (tiny((hostile,))._repr_html_(), hostile._repr_html_()):
        assert shown.startswith("<table>")
        assert "<script" not in shown
        assert "<b>" not in shown
    assert "I received your reply." in tiny()._repr_html_()
