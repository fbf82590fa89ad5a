"""Gold bead files: what is read, and the errors for files that cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from align.errors import InputError, ReadError
from align.evaluate.gold_beads import check_anchors, read_gold_align, read_gold_anchors


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def written(text: str, name: str = "gold.align") -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return written


def test_lines_are_links(write: Callable[..., Path]) -> None:
    """``[0, 1]:[2]`` links two lines with one; a score behind it and empty lines are passed over."""
    gold = read_gold_align(write("[0, 1]:[2]\n\n[2]:[]:0.5\n[]:[0,1]\n"))
    assert [(sorted(link.source), sorted(link.target)) for link in gold.beads] == [
        ([0, 1], [2]),
        ([2], []),
        ([], [0, 1]),
    ]
    assert gold.missing == gold.doubled == ((), ())


def test_published_gold_may_have_gaps_and_doubles(write: Callable[..., Path]) -> None:
    """Lines left out or held twice are named, and scored as they are."""
    gold = read_gold_align(write("[0]:[0]\n[2]:[1]\n[2]:[2]\n"), (4, 3))
    assert gold.missing == ((1, 3), ())
    assert gold.doubled == ((2,), ())
    absent, doubled = gold.remarks
    assert absent == (
        "source lines 1, 3 (counted from 0) are in no bead of the gold: "
        "predicted beads that hold them count as wrong"
    )
    assert doubled == (
        "source line 2 (counted from 0) is in more than one bead of the gold: "
        "one of them can be found at most"
    )


@pytest.mark.parametrize("text", ["", "\n\n", "[]:[]\n"])
def test_gold_without_a_bead_is_refused(write: Callable[..., Path], text: str) -> None:
    """A score against nothing would be zero and look like the aligner's fault."""
    with pytest.raises(InputError, match="got no bead"):
        read_gold_align(write(text), (2, 2))
    with pytest.raises(InputError, match="empty list"):
        read_gold_anchors(write("[]"))


def test_anchors_of_another_file_are_refused(write: Callable[..., Path]) -> None:
    """An offset beyond the end of a text names the bead, the side and the text's length."""
    links = read_gold_anchors(write('[{"source": [0], "target": [3]}, {"source": [9], "target": []}]'))
    check_anchors(Path("beads.json"), links, (10, 4))
    with pytest.raises(
        InputError, match=r"beads.json, bead 2: source offset 9 does not exist, the source has 9"
    ):
        check_anchors(Path("beads.json"), links, (9, 4))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[0]:[0]\n[2]:[1]\n", r"source line 1 \(counted from 0\) is in no bead"),
        ("[0]:[0]\n[1]:[0]\n[2]:[1]", r"target line 0 \(counted from 0\) is in two beads"),
    ],
)
def test_an_alignment_made_by_a_program_must_be_complete(
    write: Callable[..., Path], text: str, message: str
) -> None:
    """Every line of both sides in exactly one bead, or the first that is not is named."""
    with pytest.raises(InputError, match=message):
        read_gold_align(write(text), (3, 2), complete=True)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[0]:[0]\n0-0\n", r"gold.align, line 2: expected \[source lines\]"),
        ("[0]\n", "line 1: expected"),
        ("[0 1]:[0]\n", "line 1: expected numbers with commas"),
        ("[0,]:[0]\n", "line 1: expected numbers with commas"),
        ("[-1]:[0]\n", "line 1: expected"),
        ("[0]:[0]\n[1]:[5]\n", "line 2: target line 5 does not exist, the target has 2"),
    ],
)
def test_a_bad_line_is_named_with_its_file(write: Callable[..., Path], text: str, message: str) -> None:
    """The error names line and file, what was expected and what came."""
    with pytest.raises(InputError, match=message):
        read_gold_align(write(text), (2, 2))


def test_a_file_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    """Neither a traceback nor a guess of the encoding."""
    with pytest.raises(ReadError, match=r"missing\.align: cannot be read"):
        read_gold_align(tmp_path / "missing.align")
    (tmp_path / "bytes.align").write_bytes(b"[0]:[0]\xff")
    with pytest.raises(ReadError, match="expected UTF-8, byte 7"):
        read_gold_align(tmp_path / "bytes.align")


def test_anchors_are_sets_of_offsets(write: Callable[..., Path]) -> None:
    """A bead is the offsets of its sentences' first letters, one side possibly empty."""
    beads = read_gold_anchors(write('[{"source": [2, 9], "target": [0]}, {"source": [], "target": [4]}]'))
    assert [(sorted(bead.source), sorted(bead.target)) for bead in beads] == [([2, 9], [0]), ([], [4])]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[{]", "line 1: expected JSON"),
        ("{}", "expected a list of beads, got dict"),
        ('[{"source": [1]}]', "bead 1: expected"),
        ('[{"source": [1], "target": ["2"]}]', "bead 1: expected a list of offsets"),
        ('[{"source": [true], "target": []}]', "bead 1: expected a list of offsets"),
        ('[{"source": [-1], "target": []}]', "bead 1: expected a list of offsets"),
        ('[{"source": [1], "target": []}, {"source": [], "target": []}]', "bead 2: a bead needs an offset"),
    ],
)
def test_a_bad_bead_is_named(write: Callable[..., Path], text: str, message: str) -> None:
    """The error names the bead, counted from 1, and what was expected."""
    with pytest.raises(ReadError, match=message):
        read_gold_anchors(write(text))
