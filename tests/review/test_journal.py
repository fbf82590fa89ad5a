"""The journal: no decision is ever lost."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hand import bitext_of

from align.bitext import Bitext
from align.errors import OutputError, PlaceError, ReadError
from align.review.journal import decisions, read_decisions
from align.review.operation import Accept, Comment, Confirm, Reject, TextChange, Undo
from align.review.operation import QuotedPlace as Read
from align.review.place import Pairing, Place
from align.review.row import Row
from align.review.session import Review
from align.text.span import Span


@pytest.fixture
def bitext() -> Bitext:
    return bitext_of(["aaa bbb", "ccc ddd", "eee fff"], ["aaa", "ccc", "eee"], [(1, 1)] * 3)


def word(bitext: Bitext, start: int, old: str) -> Place:
    place = Place("source", (Span(start, start + len(old)),))
    assert bitext.source is not None
    assert bitext.source.document.raw[start : start + len(old)] == old
    return place


def accept(bitext: Bitext, start: int, old: str, new: str) -> Accept:
    return Accept(TextChange(word(bitext, start, old), old, new))


def test_a_line_names_decision_reviewer_time_and_file(bitext: Bitext, tmp_path: Path) -> None:
    """One JSON object a decision, with reviewer, UTC time, places in the raw file, and sha256."""
    path = tmp_path / "j.jsonl"
    Review.open(bitext, path, reviewer="anna").apply(accept(bitext, 0, "aaa", "xyz"))
    [line] = path.read_text(encoding="utf-8").splitlines()
    values = json.loads(line)
    assert values["op"] == "accept"
    assert values["by"] == "anna"
    assert values["at"].endswith("Z")
    assert values["change"] == {"side": "source", "spans": [[0, 3]], "old": "aaa", "new": "xyz"}
    assert bitext.source is not None
    assert values["documents"]["source"] == bitext.source.document.sha256


def test_opening_again_resumes_with_undo(bitext: Bitext, tmp_path: Path) -> None:
    """What was decided is in force, what was undone is not, and the last decision can be undone."""
    path = tmp_path / "j.jsonl"
    review = Review.open(bitext, path)
    review.apply(accept(bitext, 0, "aaa", "xyz"))
    review.apply(accept(bitext, 4, "bbb", "uvw"))
    review.apply(Confirm((review.rows[1].pairing,)))
    review.undo()
    state = review.state
    review.close()
    again = Review.open(bitext, path)
    assert again.state == state
    assert again.corrected() == "xyz uvw\nccc ddd\neee fff\n- 7 -\n"
    again.undo()
    assert again.corrected() == "xyz bbb\nccc ddd\neee fff\n- 7 -\n"


def test_a_killed_kernel_loses_no_decision(tmp_path: Path) -> None:
    """``kill -9`` right after each of fifty decisions: all fifty are in the journal."""
    path = tmp_path / "j.jsonl"
    script = Path(__file__).with_name("server.py")
    done = subprocess.run(
        [sys.executable, str(script), str(path), "7"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    made = done.stdout.split()
    assert len(made) == 50
    found = read_decisions(path)
    assert [entry.operation.id for entry in found.entries] == made
    assert found.torn == ()


def test_a_torn_last_line_costs_only_itself(bitext: Bitext, tmp_path: Path) -> None:
    """A crash in the middle of a line: the others are in force, the line is named, writing goes on."""
    path = tmp_path / "j.jsonl"
    review = Review.open(bitext, path)
    review.apply(accept(bitext, 0, "aaa", "xyz"))
    review.apply(accept(bitext, 4, "bbb", "uvw"))
    review.close()
    data = path.read_bytes()
    path.write_bytes(data[:-20])
    again = Review.open(bitext, path)
    assert again.corrected().startswith("xyz bbb")
    assert [torn.line for torn in again.torn] == [2]
    again.apply(accept(bitext, 4, "bbb", "new"))
    again.close()
    third = Review.open(bitext, path)
    assert third.corrected().startswith("xyz new")
    assert path.read_bytes().startswith(data[:-20])  # nothing was rewritten


def test_a_full_disk_is_reported_at_once_and_the_decision_stays(
    bitext: Bitext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The decision is in force on the screen; the next save writes it; nothing is half written."""
    path = tmp_path / "j.jsonl"
    review = Review.open(bitext, path)
    review.apply(accept(bitext, 0, "aaa", "xyz"))
    size = path.stat().st_size
    write = os.write
    monkeypatch.setattr(os, "write", lambda to, data: _full(write, to, data))
    with pytest.raises(OutputError, match=r"not saved.*No space left.*Ctrl\+S"):
        review.apply(accept(bitext, 4, "bbb", "uvw"))
    assert review.corrected().startswith("xyz uvw")
    assert path.stat().st_size == size
    monkeypatch.setattr(os, "write", write)
    review.save()
    assert len(read_decisions(path).entries) == 2


def _full(write: Callable[[int, bytes], int], to: int, data: bytes) -> int:
    """A disk that takes half a line, then no more."""
    if len(data) > 60:
        return write(to, bytes(data[:60]))
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_second_notebook_can_only_look(bitext: Bitext, tmp_path: Path) -> None:
    """Another process holds the journal: this one opens, shows, and refuses to decide, with the reason."""
    path = tmp_path / "j.jsonl"
    code = (
        "import sys; from align.review.journal_file import Journal; held = Journal.open(sys.argv[1])\n"
        "print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline()
        review = Review.open(bitext, path)
        with pytest.raises(OutputError, match="another notebook"):
            review.apply(accept(bitext, 0, "aaa", "xyz"))
        assert review.corrected().startswith("aaa")
        other.stdin.close()
    journal = Review.open(bitext, path).journal
    assert journal is not None
    assert journal.read_only is None


def test_the_cell_run_again_goes_on_and_the_old_one_can_only_look(bitext: Bitext, tmp_path: Path) -> None:
    """In one kernel the review opened last writes; an older one notices before it would overwrite."""
    path = tmp_path / "j.jsonl"
    old = Review.open(bitext, path)
    new = Review.open(bitext, path)
    new.apply(accept(bitext, 0, "aaa", "xyz"))
    with pytest.raises(OutputError, match="opened again"):
        old.apply(accept(bitext, 0, "aaa", "other"))
    assert len(read_decisions(path).entries) == 1


def test_decisions_on_another_file_are_listed_not_dropped(bitext: Bitext, tmp_path: Path) -> None:
    """A journal of another file: each decision is named with the reason, none is in force."""
    path = tmp_path / "j.jsonl"
    review = Review.open(bitext, path)
    review.apply(accept(bitext, 0, "aaa", "xyz"))
    review.close()
    other = bitext_of(["aaa bbb!", "ccc ddd", "eee fff"], ["aaa", "ccc", "eee"], [(1, 1)] * 3)
    again = Review.open(other, path)
    assert other.source is not None
    assert again.corrected() == other.source.document.raw
    [(_, why)] = again.unplaced
    assert "another file" in why


def test_decisions_find_their_place_in_a_newer_alignment(tmp_path: Path) -> None:
    """A newer model paired otherwise: corrections stay, a confirmed row is made again, nothing is lost."""
    path = tmp_path / "j.jsonl"
    texts = ["aaa bbb", "ccc ddd", "eee fff"], ["aaa", "ccc", "eee"]
    bitext = bitext_of(*texts, [(1, 1)] * 3)
    review = Review.open(bitext, path)
    review.apply(accept(bitext, 8, "ccc", "xyz"))
    review.apply(Confirm((review.rows[1].pairing,)))
    review.apply(Comment(review.rows[0].pairing, "first"))
    review.close()
    newer = Review.open(bitext_of(*texts, [(3, 3)]), path)
    assert newer.corrected().startswith("aaa bbb\nxyz ddd")
    rows = [(newer.state.text("source", row.pairing.source), row.status) for row in newer.rows]
    assert rows == [("aaa bbb", "auto"), ("ccc ddd", "confirmed"), ("eee fff", "auto")]
    kept = [row.comment for row in newer.rows] + [str(made) for made, _ in newer.unplaced]
    assert any("first" in one for one in kept)


def test_what_has_no_place_is_refused_with_the_reason(bitext: Bitext) -> None:
    """A correction of a place that holds other text, or of a row that is not there, changes nothing."""
    review = Review(bitext)
    state = review.state
    with pytest.raises(PlaceError, match="holds 'aaa' there"):
        review.apply(Accept(TextChange(word(bitext, 0, "aaa"), "bbb", "x")))
    with pytest.raises(PlaceError, match="outside"):
        review.apply(Reject(Read(Place("source", (Span(900, 903),)), "abc")))
    with pytest.raises(PlaceError):
        review.apply(Comment(Pairing(((Span(1, 3),),), ()), "?"))
    with pytest.raises(PlaceError, match="undone"):
        review.apply(Undo("unknown"))
    assert review.state == state


def test_a_file_that_is_no_journal_is_refused(tmp_path: Path) -> None:
    """The message names what was expected and the first line that is something else."""
    path = tmp_path / "notes.txt"
    path.write_text("hello\n", encoding="utf-8")
    with pytest.raises(ReadError, match="line 1"):
        read_decisions(path)
    with pytest.raises(ReadError, match="cannot be read"):
        read_decisions(tmp_path / "none.jsonl")


@pytest.mark.parametrize(
    "line",
    [
        b"[]",
        b"1",
        b"{}",
        b'{"op":"accept","id":"a","documents":{}}',
        b'{"op":"confirm","id":"a","rows":[{"source":[[[3,1]]],"target":[]}],"documents":{}}',
        b'{"op":"later","id":"a","row":{"source":[[[0,1]]],"target":[]},"on":"yes","documents":{}}',
        b'{"op":"comment","id":"a","row":{"source":[],"target":[]},"text":"x","documents":{}}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_a_line_of_nonsense_is_listed(line: bytes) -> None:
    """Whatever a line holds, it is one entry in the list of what cannot be read, never a crash."""
    found = decisions(line + b"\n")
    assert found.entries == ()
    assert len(found.torn) == 1


def test_two_widgets_of_one_review_lose_nothing(tmp_path: Path) -> None:
    """A notebook runs each widget in a thread of its own: all decisions are in force and on the disk."""
    words = [f"a{n} b{n}" for n in range(120)]
    bitext = bitext_of(words, words, [(1, 1)] * len(words))
    review = Review.open(bitext, tmp_path / "j.jsonl")
    halves = review.rows[::2], review.rows[1::2]

    def confirm(rows: Sequence[Row]) -> None:
        for row in rows:
            review.apply(Confirm((row.pairing,)))

    with ThreadPoolExecutor() as pool:
        list(pool.map(confirm, halves))
    assert {row.status for row in review.rows} == {"confirmed"}
    assert len(read_decisions(tmp_path / "j.jsonl").entries) == len(words)
