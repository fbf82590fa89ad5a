"""Messages from the screen and the replies to them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand import LetterEncoder, bitext_of, flag_on, send

from align.review.operation import Edit
from align.review.protocol import MessageHandler, Reply
from align.review.session import Review
from align.text.document import Side


@pytest.fixture
def review() -> Review:
    made = bitext_of(
        ["aob cod", "eee fff. ggg", "hohoh", "aob iii"], ["aab", "eef ggg", "haha", "aii"], [(1, 1)] * 4
    )
    flags = (
        flag_on(made.source, 0, 0, "aab", "abb"),
        flag_on(made.source, 0, 1, "cad"),
        flag_on(made.source, 2, 0, "hehoh", "hahah"),
        flag_on(made.source, 3, 0, "aab"),
    )
    return Review(replace(made, flags=flags), encoder=LetterEncoder())


@pytest.fixture
def handler(review: Review) -> MessageHandler:
    return MessageHandler(review)


def row_text(row: Reply, side: Side = "source") -> str:
    return " ".join("".join(piece["t"] for piece in sentence["pieces"]) for sentence in row["cells"][side])


def test_hello_brings_all_rows_with_their_doubts(handler: MessageHandler) -> None:
    """Rows in order, texts whole, doubts with suggestions best first."""
    [rows] = send(handler, do="hello")
    assert [row_text(row) for row in rows["rows"]] == ["aob cod", "eee fff. ggg", "hohoh", "aob iii"]
    first = rows["rows"][0]
    assert [one["t"] for one in first["doubts"][0]["suggestions"]] == ["aab", "abb"]
    assert [row["needs"] for row in rows["rows"]] == [True, False, True, True]


def test_a_correction_is_seen_and_the_score_follows(handler: MessageHandler) -> None:
    """The segment shows the correction and what was read; the cosine is that of the corrected text."""
    [patch] = send(handler, do="accept", doubt="f1", reading="aab")
    [row] = patch["updates"]
    assert row_text(row) == "aab cod"
    assert row["cells"]["source"][0]["pieces"][0] == {"t": "aab", "d": "f1", "old": "aob"}
    assert patch["stale"] == 1
    [rescored] = send(handler, do="refresh")
    assert rescored["updates"][0]["score"] != 0.8
    assert rescored["stale"] == 0


def test_decisions_adapt_the_channel(handler: MessageHandler, review: Review) -> None:
    """Two corrections of o to a: in a third doubt the suggestion with a comes before the one with e."""
    [row] = [row for row in review.rows if row.id == "s21"]
    before = send(handler, do="detail", row=row.id)[0]["suggestions"]
    assert before == {}
    send(handler, do="accept", doubt="f1")
    send(handler, do="accept", doubt="f2")
    after = send(handler, do="detail", row=row.id)[0]["suggestions"]["f3"]
    assert [one["t"] for one in after] == ["hahah", "hehoh"]


def test_the_suggestion_that_was_shown_is_the_one_that_is_taken(
    handler: MessageHandler, review: Review
) -> None:
    """A pick names the text it was shown with, whatever the order is now."""
    send(handler, do="accept", doubt="f3", pick=0, reading="hahah")
    assert "hahah" in review.corrected()


def test_everywhere_shows_first_the_same_word_then_the_same_letters(
    handler: MessageHandler, review: Review
) -> None:
    """The places, each with its row, what would be read there, and the words around."""
    [preview] = send(handler, do="preview", doubt="f1", accept=True, pick=0)
    assert [(place["row"], place["why"], place["new"]) for place in preview["places"]] == [
        (4, "same", "aab"),
        (1, "habit", "cad"),
    ]
    send(handler, do="everywhere", doubt="f1", accept=True, pick=0, others=["f4", "f2"])
    assert review.corrected().startswith("aab cad\neee fff. ggg\nhohoh\naab iii")


def test_a_whitelisted_word_is_right_everywhere(handler: MessageHandler, review: Review) -> None:
    """All doubts about it are settled, and undo opens them again."""
    patch = send(handler, do="right", doubt="f1")[0]
    assert {row["doubts"][0]["state"] for row in patch["updates"]} == {"right"}
    assert len(patch["updates"]) == 2
    send(handler, do="undo")
    assert [doubt.open for doubt in review.doubts.every(review.state)] == [True] * 4


def test_an_edited_cell_becomes_changes_at_their_places(handler: MessageHandler, review: Review) -> None:
    """Each changed passage is one change in the raw file; the rest stays byte for byte."""
    row = review.rows[1].id
    send(handler, do="edit", row=row, side="source", text="eee xxx. ggg yyy")
    assert review.corrected().splitlines()[1] == "eee xxx. ggg yyy"
    made = review.history.last
    assert isinstance(made, Edit)
    assert [change.old for change in made.changes] == ["fff.", "ggg"]
    assert send(handler, do="edit", row=row, side="source", text="eee  xxx. ggg yyy")[0]["is"] == "nothing"


def test_pairing_two_cells_aligns_again_around_them(handler: MessageHandler, review: Review) -> None:
    """One decision: the pair as the reviewer made it, the rest as the aligner finds it; one undo."""
    rows = review.rows
    send(handler, do="pair", source=rows[0].id, target=rows[1].id)
    texts = [
        tuple(review.state.text(side, row.side(side)) for side in ("source", "target") if row.side(side))
        for row in review.rows
    ]
    assert ("aob cod", "eef ggg") in texts
    assert len(review.history.done) == 1
    send(handler, do="undo")
    assert review.rows == rows


def test_aligning_again_keeps_what_is_confirmed(handler: MessageHandler, review: Review) -> None:
    """Confirmed rows stay as they are, whatever the aligner thinks."""
    send(handler, do="merge", row=review.rows[0].id)
    send(handler, do="confirm", row=review.rows[0].id)
    kept = review.rows[0]
    send(handler, do="realign")
    assert review.rows[0] == kept
    assert len(review.rows) >= 3


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
def test_an_impossible_command_is_reported_in_a_line(
    handler: MessageHandler, review: Review, message: dict[str, object], words: str
) -> None:
    """An error is a reply, never a crash, and changes nothing."""
    state = review.state
    [reply] = send(handler, **message)
    assert reply["is"] == "trouble"
    assert words in reply["text"]
    assert review.state is state


def test_the_reply_about_a_row_alone_is_short(handler: MessageHandler) -> None:
    """The reply to a confirmation holds the row's status, not its text again."""
    reply = send(handler, do="confirm", row="s0")[0]
    assert reply["rows"] == reply["updates"] == []
    assert [(one["id"], one["status"], one["needs"]) for one in reply["said"]] == [("s0", "confirmed", False)]
