"""Messages in, messages out: what the screen asks and is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand import LetterEncoder, bitext_of, flag_on, said

from align.review.protocol import MessageHandler
from align.review.session import Review


@pytest.fixture
def talk():
    made = bitext_of(
        ["aob cod", "eee fff. ggg", "hohoh", "aob iii"], ["aab", "eef ggg", "haha", "aii"], [(1, 1)] * 4
    )
    flags = (
        flag_on(made.source, 0, 0, "aab", "abb"),
        flag_on(made.source, 0, 1, "cad"),
        flag_on(made.source, 2, 0, "hehoh", "hahah"),
        flag_on(made.source, 3, 0, "aab"),
    )
    return MessageHandler(Review(replace(made, flags=flags), encoder=LetterEncoder()))


def row_text(row, side="source"):
    return " ".join("".join(piece["t"] for piece in sentence["pieces"]) for sentence in row["cells"][side])


def test_hello_brings_all_rows_with_their_doubts(talk):
    """Rows in order, texts whole, doubts with suggestions best first."""
    [rows] = said(talk, do="hello")
    assert [row_text(row) for row in rows["rows"]] == ["aob cod", "eee fff. ggg", "hohoh", "aob iii"]
    first = rows["rows"][0]
    assert [one["t"] for one in first["doubts"][0]["suggestions"]] == ["aab", "abb"]
    assert [row["needs"] for row in rows["rows"]] == [True, False, True, True]


def test_a_correction_is_seen_and_the_score_follows(talk):
    """The piece shows the reading and what was read; the cosine is that of the text as it reads now."""
    [patch] = said(talk, do="accept", doubt="f1", reading="aab")
    [row] = patch["updates"]
    assert row_text(row) == "aab cod"
    assert row["cells"]["source"][0]["pieces"][0] == {"t": "aab", "d": "f1", "old": "aob"}
    assert patch["stale"] == 1
    [rescored] = said(talk, do="refresh")
    assert rescored["updates"][0]["score"] != 0.8
    assert rescored["stale"] == 0


def test_what_was_decided_teaches_the_page(talk):
    """Two corrections of o to a: in a third doubt the reading with a comes before the one with e."""
    [row] = [row for row in talk.review.rows if row.id == "s21"]
    before = said(talk, do="detail", row=row.id)[0]["suggestions"]
    assert before == {}
    said(talk, do="accept", doubt="f1")
    said(talk, do="accept", doubt="f2")
    after = said(talk, do="detail", row=row.id)[0]["suggestions"]["f3"]
    assert [one["t"] for one in after] == ["hahah", "hehoh"]


def test_the_reading_that_was_shown_is_the_one_that_is_taken(talk):
    """A pick names the text it was shown with, whatever the order is now."""
    said(talk, do="accept", doubt="f3", pick=0, reading="hahah")
    assert "hahah" in talk.review.corrected()


def test_everywhere_shows_first_the_same_word_then_the_same_letters(talk):
    """The places, each with its row, what would be read there, and the words around."""
    [preview] = said(talk, do="preview", doubt="f1", accept=True, pick=0)
    assert [(place["row"], place["why"], place["new"]) for place in preview["places"]] == [
        (4, "same", "aab"),
        (1, "habit", "cad"),
    ]
    said(talk, do="everywhere", doubt="f1", accept=True, pick=0, others=["f4", "f2"])
    assert talk.review.corrected().startswith("aab cad\neee fff. ggg\nhohoh\naab iii")


def test_a_word_called_right_is_right_everywhere(talk):
    """All doubts about it are settled, and undo opens them again."""
    patch = said(talk, do="right", doubt="f1")[0]
    assert {row["doubts"][0]["state"] for row in patch["updates"]} == {"right"}
    assert len(patch["updates"]) == 2
    said(talk, do="undo")
    assert [doubt.open for doubt in talk.review.doubts.every(talk.review.state)] == [True] * 4


def test_a_cell_typed_anew_becomes_readings_at_their_places(talk):
    """Each changed stretch is one change in the raw file; the rest stays byte for byte."""
    row = talk.review.rows[1].id
    said(talk, do="edit", row=row, side="source", text="eee xxx. ggg yyy")
    assert talk.review.corrected().splitlines()[1] == "eee xxx. ggg yyy"
    assert [change.old for change in talk.review.history.done[-1][0].changes] == ["fff.", "ggg"]
    assert said(talk, do="edit", row=row, side="source", text="eee  xxx. ggg yyy")[0]["is"] == "nothing"


def test_pairing_two_cells_aligns_again_around_them(talk):
    """One decision: the pair as the reviewer said, the rest as the aligner finds it; undo takes all back."""
    rows = talk.review.rows
    said(talk, do="pair", source=rows[0].id, target=rows[1].id)
    texts = [
        tuple(talk.review.state.text(side, row.side(side)) for side in ("source", "target") if row.side(side))
        for row in talk.review.rows
    ]
    assert ("aob cod", "eef ggg") in texts
    assert len(talk.review.history.done) == 1
    said(talk, do="undo")
    assert talk.review.rows == rows


def test_aligning_again_keeps_what_is_confirmed(talk):
    """Confirmed rows stay as they are, whatever the aligner thinks."""
    said(talk, do="merge", row=talk.review.rows[0].id)
    said(talk, do="confirm", row=talk.review.rows[0].id)
    kept = talk.review.rows[0]
    said(talk, do="realign")
    assert talk.review.rows[0] == kept
    assert len(talk.review.rows) >= 3


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"do": "fly"}, "fly"),
        ({"do": "confirm", "row": "s999"}, "not there"),
        ({"do": "accept", "doubt": "f99"}, "no doubt"),
        ({"do": "accept", "doubt": "f1", "pick": 7}, "nothing is suggested"),
        ({"do": "split", "row": "s0", "piece": "s0"}, "nothing would stand before"),
        ({"do": "split", "row": "s0", "piece": "<b>"}, "expected a word"),
        ({"do": "up", "row": "s0", "side": "source"}, "above the first"),
        ({"do": "bring-back", "side": "source", "number": 9}, "not in the list"),
        ({}, "None"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(talk, message, words):
    """Trouble is an answer, never a crash, and changes nothing."""
    state = talk.review.state
    [answer] = said(talk, **message)
    assert answer["is"] == "trouble"
    assert words in answer["text"]
    assert talk.review.state is state


def test_a_row_alone_is_answered_in_a_few_bytes(talk):
    """Confirming says what was said of the row, not its text again."""
    answer = said(talk, do="confirm", row="s0")[0]
    assert answer["rows"] == answer["updates"] == []
    assert [(one["id"], one["status"], one["needs"]) for one in answer["said"]] == [
        ("s0", "confirmed", False)
    ]
