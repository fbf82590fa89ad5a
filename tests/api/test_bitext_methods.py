"""A bitext as a sequence of beads, its corrections and exports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from align.alignment.bead import Alignment, Bead
from align.bitext import Bitext
from align.errors import InputError, OutputError
from align.flag import Flag


def test_a_bitext_is_a_sequence_of_beads(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """``len``, indices from 0, negative indices, slices, iteration."""
    bitext = tiny((doubt,))
    assert len(bitext) == 2
    assert (bitext[0].source, bitext[0].target) == ("Баш ответ получил.", "I received your reply.")
    assert bitext[0].flags == (doubt,)
    assert (bitext[-1].index, bitext[-1].flags) == (1, ())
    assert bitext[:1] == (bitext[0],)
    assert list(bitext) == [bitext[0], bitext[1]]
    with pytest.raises(IndexError):
        bitext[2]


def test_pairs_are_the_texts_of_the_beads(tiny: Callable[..., Bitext]) -> None:
    """``for source, target in bitext.pairs()``."""
    assert list(tiny().pairs()) == [
        ("Баш ответ получил.", "I received your reply."),
        ("Я ушёл.", "I left."),
    ]


def test_pairs_without_null_beads(tiny: Callable[..., Bitext]) -> None:
    """A bead with an empty side is ``""`` there, or left out."""
    beads = (
        Bead(range(1), range(0), None, 0.9),
        Bead(range(1, 2), range(1), 0.5, 0.9),
        Bead(range(2, 2), range(1, 2), None, 0.9),
    )
    bitext = replace(tiny(), alignment=Alignment(beads, 2, 2))
    assert [target for _, target in bitext.pairs()] == ["", "I received your reply.", "I left."]
    assert list(bitext.pairs(nulls=False)) == [("Я ушёл.", "I received your reply.")]


def test_equal_bitexts_have_equal_hashes(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """Equality is that of all attributes."""
    assert tiny((doubt,)) == tiny((doubt,))
    assert hash(tiny((doubt,))) == hash(tiny((doubt,)))
    assert tiny((doubt,)) != tiny()
    assert tiny() != "letter.txt"


def test_confident_suggestions_correct_the_file(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """All of the file but what the flag covers stays; the apparatus lists the change."""
    bitext = tiny((doubt,))
    assert bitext.source is not None
    raw = bitext.source.document.raw
    assert bitext.correct() == raw.replace("Баш", "Ваш")
    assert [(one.old, one.new) for one in bitext.corrections()] == [("Баш", "Ваш")]
    assert bitext.correct(min_confidence=0.95) == raw
    assert bitext.corrections(side="target") == ()


def test_what_cannot_be_corrected_is_refused(tiny: Callable[..., Bitext]) -> None:
    """A confidence is a fraction, a side must be there."""
    with pytest.raises(InputError, match="fraction 0-1, got 90"):
        tiny().correct(min_confidence=90)
    with pytest.raises(InputError, match="got 'source'"):
        tiny(source=False).correct(side="source")


def test_export_takes_the_format_from_the_suffix(tiny: Callable[..., Bitext], tmp_path: Path) -> None:
    """The files that were written are returned."""
    [path] = tiny().export(tmp_path / "letter.tmx")
    assert path == tmp_path / "letter.tmx"
    assert "I received your reply." in path.read_text(encoding="utf-8")
    assert tiny().export(str(tmp_path / "letter.json")) == (tmp_path / "letter.json",)


def test_export_takes_a_named_format(tiny: Callable[..., Bitext], tmp_path: Path) -> None:
    """Where the suffix does not tell it."""
    [path] = tiny().export(tmp_path / "letter.dat", "tsv")
    assert path.read_text(encoding="utf-8").count("\t") > 2


def test_what_a_format_cannot_hold_is_a_warning(tiny: Callable[..., Bitext], tmp_path: Path) -> None:
    """Rows with one side only have no place in a translation memory."""
    with pytest.warns(UserWarning, match="2 rows with one side only"):
        tiny(source=False).export(tmp_path / "letter.tmx")


@pytest.mark.parametrize("name", ["letter.pdf", "letter"])
def test_an_unknown_suffix_is_refused(tiny: Callable[..., Bitext], tmp_path: Path, name: str) -> None:
    """The formats are listed."""
    with pytest.raises(InputError, match="tmx"):
        tiny().export(tmp_path / name)


def test_a_file_that_cannot_be_written_is_one_line(tiny: Callable[..., Bitext], tmp_path: Path) -> None:
    """For save and export alike."""
    for write in (tiny().save, tiny().export):
        with pytest.raises(OutputError, match=r"cannot write .*letter\.json"):
            write(tmp_path / "missing" / "letter.json")
