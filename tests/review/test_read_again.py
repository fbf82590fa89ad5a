"""A scan that is read again gives other letters: which decisions of a review are placed again."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hand import LetterEncoder, bitext_of
from scanned import scanned_text
from typer.testing import CliRunner

from align.bitext import Bitext
from align.cli.app import app
from align.export import export_files
from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Page, PageBlock, PageLine, PageWord
from align.importing.import_decisions import import_decisions
from align.importing.tables import holds_decisions
from align.review import Review, read_decisions
from align.review.left_out import left_out_decisions, left_out_lines
from align.review.operation import (
    Accept,
    AcceptEverywhere,
    Comment,
    Confirm,
    Edit,
    Operation,
    QuotedPlace,
    RegroupRows,
    Reject,
    TextChange,
    Undecide,
)
from align.review.place import Pairing, Place
from align.review.protocol import MessageHandler
from align.text.span import Span

WORD = (100, 30)
"""The place of a word on the page, width and height in pixels."""

SENTENCES = ("Он бьла там.", "Я нe был.", "Она бьла дома.")
READ = SENTENCES
"""A line for each sentence; a place on the page for each word."""

Make = Callable[[Review], Operation]


def facsimile(lines: Sequence[str], *, boxes: bool = True, scale: int = 1) -> Facsimile:
    """A page; ``a+b``: two words at the place of one, ``a=``: one word at the places of two."""
    made = []
    for row, line in enumerate(lines):
        words, at = [], 0
        for text in line.split():
            parts, wide = text.rstrip("=").split("+"), 2 if text.endswith("=") else 1
            width = WORD[0] * wide // len(parts)
            for part in parts:
                left, top = scale * (at + 10), scale * (row * 60 + 20)
                box = Box(left, top, left + scale * (width - 10), top + scale * WORD[1])
                words.append(PageWord(part, box if boxes else None))
                at += width
        made.append(PageLine(tuple(words)))
    return Facsimile((Page(1000 * scale, 800 * scale, (PageBlock(tuple(made)),)),), "by hand")


def read(pages: Facsimile, sentences: Sequence[str] = SENTENCES) -> Bitext:
    """The bitext of a reading: each sentence is translated by one."""
    plain = bitext_of(sentences, ["abc"] * len(sentences), [(1, 1)] * len(sentences))
    return replace(plain, source=scanned_text("source", pages, "ru", sentences, None))


def place(review: Review, word: str, number: int = 0) -> Place:
    raw = review.state.side_views["source"].raw
    at = -1
    for _ in range(number + 1):
        at = raw.index(word, at + 1)
    return Place("source", (Span(at, at + len(word)),))


def accept(word: str, new: str, number: int = 0) -> Make:
    return lambda review: Accept(TextChange(place(review, word, number), word, new))


def reviewed(path: Path, *decisions: Make, pages: Facsimile | None = None) -> Path:
    """A journal with decisions on the first reading."""
    with Review.open(read(pages or facsimile(READ)), path / "j.jsonl", reviewer="anna") as review:
        for make in decisions:
            review.apply(make(review))
    return path / "j.jsonl"


def opened(journal: Path, pages: Facsimile, sentences: Sequence[str]) -> Review:
    return Review(read(pages, sentences), None, read_decisions(journal))


AGAIN = ("Он бьла тaм.", "Я нe был.", "Она бьла дома.")


def test_a_word_stays_corrected_where_letters_differ_elsewhere(tmp_path: Path) -> None:
    """The first sentence is read longer: the correction of the third is placed by its place on the page."""
    journal = reviewed(tmp_path, accept("бьла", "была", 1))
    lines = ("Онн+о бьла тамм.", "Я нe был.", "Она бьла дома.")
    sentences = ("Онн о бьла тамм.", "Я нe был.", "Она бьла дома.")
    again = opened(journal, facsimile(lines), sentences)
    assert again.corrected() == "Онн о бьла тамм.\nЯ нe был.\nОна была дома.\n"
    assert not left_out_decisions(again)
    [line] = left_out_lines(again)
    assert line.startswith("decisions made on another reading of the pages, placed again")
    assert line.endswith(": 1")


def test_a_word_stays_corrected_where_lines_and_blocks_differ(tmp_path: Path) -> None:
    """The engine reads the lines in another order, and breaks one: the places on the page do not change."""
    journal = reviewed(tmp_path, accept("бьла", "была", 1), lambda made: Reject(quote(made, "бьла")))
    page = facsimile(READ).pages[0]
    one, two, three = page.blocks[0].lines
    blocks = (
        PageBlock((PageLine(three.words[:1]), PageLine(three.words[1:]))),
        PageBlock((one, two)),
    )
    sentences = ("Она\nбьла дома.", "Он бьла там.", "Я нe был.")
    again = opened(journal, Facsimile((replace(page, blocks=blocks),)), sentences)
    assert again.corrected() == "Она\nбыла дома.\n\nОн бьла там.\nЯ нe был.\n"
    assert [verdict.how for verdict in again.state.verdicts.values()] == ["accepted", "kept"]


def quote(review: Review, word: str, number: int = 0) -> QuotedPlace:
    return QuotedPlace(place(review, word, number), word)


def test_a_word_that_is_read_otherwise_keeps_no_correction(tmp_path: Path) -> None:
    """The same letters stand at another place now: they are another word, and the decision is named."""
    journal = reviewed(tmp_path, accept("бьла", "была", 1))
    lines = ("Он бьла там.", "Я бьла был.", "Она бела дома.")
    again = opened(journal, facsimile(lines), lines)
    assert again.corrected() == "Он бьла там.\nЯ бьла был.\nОна бела дома.\n"
    [message] = left_out_lines(again)
    assert message.startswith("1 of 1 decisions of the journal have no place in this text, left out: ")
    assert "read otherwise" in message


@pytest.mark.parametrize("line", ["Я нeбыл.=", "Я н+e был."])
def test_a_word_that_is_joined_or_cut_keeps_no_decision(tmp_path: Path, line: str) -> None:
    """A dismissed word must stand alone, with its own letters."""
    journal = reviewed(tmp_path, lambda made: Reject(quote(made, "нe был")))
    pages = facsimile(("Он бьла там.", line, "Она бьла дома."))
    sentences = tuple(pages.text.rstrip("\n").split("\n"))
    again = opened(journal, pages, sentences)
    assert not again.state.verdicts
    assert len(left_out_decisions(again)) == 1


def test_a_correction_that_is_read_now_needs_no_place(tmp_path: Path) -> None:
    """The new engine reads what the reviewer typed: nothing is missing, and the row is confirmed again."""
    journal = reviewed(tmp_path, accept("бьла", "была", 1), lambda made: Confirm((made.rows[2].pairing,)))
    lines = ("Он бьла там.", "Я нe был.", "Она была дома.")
    again = opened(journal, facsimile(lines), lines)
    assert [row.status for row in again.rows] == ["auto", "auto", "confirmed"]
    [line] = left_out_lines(again)
    assert line.endswith("on the page: 1; not needed, as the text reads as corrected: 1")


def test_a_row_is_confirmed_again_only_with_the_letters_that_were_seen(tmp_path: Path) -> None:
    """Of three rows that were confirmed at once, one is read otherwise: two are confirmed, it is named."""
    journal = reviewed(tmp_path, lambda made: Confirm(tuple(row.pairing for row in made.rows)))
    lines = ("Он бьла там.", "Я не бьи.", "Она бьла дома.")
    again = opened(journal, facsimile(lines), lines)
    assert [row.status for row in again.rows] == ["confirmed", "auto", "confirmed"]
    [(_, why)] = left_out_decisions(again)
    assert "1 of its 3 places" in why


def test_comments_and_pairings_follow_their_rows(tmp_path: Path) -> None:
    """A comment and two rows made one are kept, whatever letters the rows have now."""

    def merged(made: Review) -> Operation:
        one, two = (row.pairing for row in made.rows[:2])
        joined = Pairing((*one.source, *two.source), (*one.target, *two.target))
        return RegroupRows("merge", (one, two), (joined,))

    journal = reviewed(tmp_path, merged, lambda made: Comment(made.rows[1].pairing, "as in the scan"))
    lines = ("Он бьла тamm.", "Я нe бы.", "Она бьла дома.")
    again = opened(journal, facsimile(lines), lines)
    assert [len(row.pairing.source) for row in again.rows] == [2, 1]
    assert [row.comment for row in again.rows] == ["", "as in the scan"]


@pytest.mark.parametrize("at", [0, 3])
def test_a_speck_beside_a_row_keeps_its_comment_and_not_its_confirmation(tmp_path: Path, at: int) -> None:
    """The new reading has a mark at the edge of the row: the reviewer did not see it."""
    journal = reviewed(
        tmp_path,
        lambda made: Comment(made.rows[1].pairing, "as in the scan"),
        lambda made: Confirm(tuple(row.pairing for row in made.rows)),
    )
    page = facsimile(READ).pages[0]
    one, two, three = page.blocks[0].lines
    words = (*two.words[:at], PageWord("|", Box(700, 80, 710, 110)), *two.words[at:])
    block = PageBlock((one, PageLine(words), three))
    lines = ("Он бьла там.", PageLine(words).text, "Она бьла дома.")
    again = opened(journal, Facsimile((replace(page, blocks=(block,)),)), lines)
    assert [row.comment for row in again.rows] == ["", "as in the scan", ""]
    assert [row.status for row in again.rows] == ["confirmed", "auto", "confirmed"]


def test_what_was_taken_back_stays_so(tmp_path: Path) -> None:
    """Undo and redo of decisions on another reading, of those with a place and of those without."""
    with Review.open(read(facsimile(READ)), tmp_path / "j.jsonl", reviewer="anna") as review:
        review.apply(accept("бьла", "была", 0)(review))
        review.apply(accept("бьла", "была", 1)(review))
        review.undo()
        review.undo()
        review.redo()
    lines = ("Он бела там.", "Я нe был.", "Она бьла дома.")
    again = opened(tmp_path / "j.jsonl", facsimile(lines), lines)
    assert not again.history.done
    assert len(left_out_decisions(again)) == 1


def test_a_row_is_not_confirmed_with_a_correction_that_was_taken_back(tmp_path: Path) -> None:
    """The reviewer confirmed the row as it was read; the new engine reads what was undone."""
    with Review.open(read(facsimile(READ)), tmp_path / "j.jsonl", reviewer="anna") as review:
        review.apply(accept("бьла", "была", 1)(review))
        review.undo()
        review.apply(Confirm((review.rows[2].pairing,)))
    lines = ("Он бьла там.", "Я нe был.", "Она была дома.")
    again = opened(tmp_path / "j.jsonl", facsimile(lines), lines)
    assert [row.status for row in again.rows] == ["auto"] * 3
    assert len(left_out_decisions(again)) == 1


def test_a_row_is_confirmed_with_a_correction_that_was_done_again(tmp_path: Path) -> None:
    """Undo and redo leave the row as it was corrected: with it, it is confirmed again."""
    with Review.open(read(facsimile(READ)), tmp_path / "j.jsonl", reviewer="anna") as review:
        review.apply(accept("бьла", "была", 1)(review))
        review.undo()
        review.redo()
        review.apply(Confirm((review.rows[2].pairing,)))
    lines = ("Он бьла там.", "Я нe был.", "Она была дома.")
    again = opened(tmp_path / "j.jsonl", facsimile(lines), lines)
    assert [row.status for row in again.rows] == ["auto", "auto", "confirmed"]
    [line] = left_out_lines(again)
    assert line.endswith("on the page: 1; not needed, as the text reads as corrected: 1")


@pytest.mark.parametrize(("line", "lost"), [("Он бьла там", 0), ("Он бьла тaм", 1), ("Он бьла там ,", 1)])
def test_a_deleted_mark_that_is_not_read_now_needs_no_place(tmp_path: Path, line: str, lost: int) -> None:
    """It is gone only where the words beside it are read as before."""
    lines = ("Он бьла там .", *READ[1:])
    with Review.open(read(facsimile(lines), lines), tmp_path / "j.jsonl", reviewer="anna") as review:
        review.apply(Edit((TextChange(place(review, "."), ".", ""),)))
        review.apply(Confirm((review.rows[0].pairing,)))
    again = opened(tmp_path / "j.jsonl", facsimile((line, *READ[1:])), (line, *READ[1:]))
    edits = [made for made, _ in left_out_decisions(again) if isinstance(made, Edit)]
    assert (len(edits), again.rows[0].status) == (lost, "auto" if lost else "confirmed")


def test_what_is_undone_now_is_not_counted_as_lost(tmp_path: Path) -> None:
    """A decision that was placed in part is taken back on the screen, and done again."""

    def everywhere(made: Review) -> Operation:
        changes = (TextChange(place(made, "бьла", number), "бьла", "была") for number in range(2))
        return AcceptEverywhere(tuple(changes))

    lines = ("Он бела там.", "Я нe был.", "Она бьла дома.")
    again = opened(reviewed(tmp_path, everywhere), facsimile(lines), lines)
    again.undo()
    assert not left_out_decisions(again)
    again.redo()
    assert len(left_out_decisions(again)) == 1


def test_changes_everywhere_are_placed_one_by_one(tmp_path: Path) -> None:
    def everywhere(made: Review) -> Operation:
        changes = (TextChange(place(made, "бьла", number), "бьла", "была") for number in range(2))
        return AcceptEverywhere(tuple(changes))

    lines = ("Он бела там.", "Я нe был.", "Она бьла дома.")
    again = opened(reviewed(tmp_path, everywhere), facsimile(lines), lines)
    assert again.corrected() == "Он бела там.\nЯ нe был.\nОна была дома.\n"
    assert len(left_out_decisions(again)) == 1


def test_changes_of_one_edit_stand_together(tmp_path: Path) -> None:
    def edit(made: Review) -> Operation:
        changes = (("бьла", "была"), ("дома", "в доме"))
        return Edit(tuple(TextChange(place(made, old, old == "бьла"), old, new) for old, new in changes))

    lines = ("Он бьла там.", "Я нe был.", "Она бьла лома.")
    again = opened(reviewed(tmp_path, edit), facsimile(lines), lines)
    assert again.corrected() == facsimile(lines).text
    assert len(left_out_decisions(again)) == 1


def test_a_withdrawn_decision_is_withdrawn_again(tmp_path: Path) -> None:
    journal = reviewed(tmp_path, accept("бьла", "была"), lambda made: Undecide(quote(made, "бьла")))
    again = opened(journal, facsimile(AGAIN), AGAIN)
    assert again.corrected() == facsimile(AGAIN).text
    assert not left_out_decisions(again)


def test_another_resolution_is_the_same_place(tmp_path: Path) -> None:
    """Pages of a PDF are drawn larger: places are compared in fractions of the page."""
    journal = reviewed(tmp_path, accept("бьла", "была", 1))
    again = opened(journal, facsimile(AGAIN, scale=2), AGAIN)
    assert "Она была дома." in again.corrected()


def test_without_boxes_words_around_it_show_the_place(tmp_path: Path) -> None:
    """The word is placed where its neighbours are read the same, and not where they differ."""
    plain = facsimile(READ, boxes=False)
    journal = reviewed(tmp_path, accept("бьла", "была"), accept("бьла", "была", 1), pages=plain)
    lines = ("Он бьла там.", "Я нe был.", "Она+и бьла лома.")
    sentences = ("Он бьла там.", "Я нe был.", "Она и бьла лома.")
    again = opened(journal, facsimile(lines, boxes=False), sentences)
    assert again.corrected() == "Он была там.\nЯ нe был.\nОна и бьла лома.\n"
    assert len(left_out_decisions(again)) == 1


def test_decisions_on_several_readings_are_in_one_journal(tmp_path: Path) -> None:
    """After a decision on the new reading the journal holds both texts; each keeps its decisions."""
    journal = reviewed(tmp_path, accept("бьла", "была", 1))
    with Review.open(read(facsimile(AGAIN), AGAIN), journal, reviewer="boris") as review:
        review.apply(Reject(quote(review, "тaм")))
        review.apply(Comment(review.rows[0].pairing, "boris"))
    assert len(read_decisions(journal).readings) == 2
    assert len(journal.read_text("utf-8").splitlines()) == 5
    first = opened(journal, facsimile(READ), SENTENCES)
    assert "Она была дома." in first.corrected()
    [(made, _)] = left_out_decisions(first)
    assert isinstance(made, Reject)
    assert first.rows[0].comment == "boris"


def test_the_reviewer_of_a_placed_decision_is_named(tmp_path: Path) -> None:
    """An export of the new reading names who made a correction on the old one."""
    journal = reviewed(tmp_path, accept("бьла", "была", 1))
    lines = ("Онн+о бьла тамм.", "Я нe был.", "Она бьла дома.")
    sentences = ("Онн о бьла тамм.", "Я нe был.", "Она бьла дома.")
    again = opened(journal, facsimile(lines), sentences)
    made = export_files(again, "jsonl", entries=read_decisions(journal).entries)
    rows = [json.loads(line) for line in made.files[""].decode().splitlines()]
    assert "anna" in json.dumps([row for row in rows if "была" in json.dumps(row, ensure_ascii=False)])


def test_the_screen_names_what_was_placed_and_what_not(tmp_path: Path) -> None:
    journal = reviewed(tmp_path, accept("бьла", "была"), accept("бьла", "была", 1))
    lines = ("Он бела там.", "Я нe был.", "Она бьла дома.")
    first, *_ = MessageHandler(opened(journal, facsimile(lines), lines)).handle({"do": "hello"})
    missing, placed = first["notes"]
    assert "has no place in this text: the pages were read again: it was read otherwise this time" in missing
    assert placed.startswith("Decisions made on another reading of the pages, placed again")


def test_a_journal_without_its_text_is_named_as_before(tmp_path: Path) -> None:
    """Journals of earlier versions keep no text: their decisions are named, none is placed by chance."""
    journal = reviewed(tmp_path, accept("бьла", "была", 1))
    lines = journal.read_text("utf-8").splitlines(keepends=True)
    journal.write_text(lines[-1], encoding="utf-8")
    again = opened(journal, facsimile(AGAIN), AGAIN)
    assert again.corrected() == facsimile(AGAIN).text
    assert "another reading" in next(left_out_lines(again))
    same = opened(journal, facsimile(READ), SENTENCES)
    assert "Она была дома." in same.corrected()


def test_a_text_of_the_journal_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    journal = reviewed(tmp_path, accept("бьла", "была", 1))
    first, *rest = journal.read_text("utf-8").splitlines(keepends=True)
    broken = json.loads(first) | {"boxes": [[0, 0, 5, 5]]}
    journal.write_text(json.dumps(broken) + "\n" + "".join(rest), encoding="utf-8")
    again = opened(journal, facsimile(AGAIN), AGAIN)
    [missing, torn] = left_out_lines(again)
    assert "another reading" in missing
    assert "left out: 1 (a reading that cannot be used: a reading of 9 words on 1 pages needs" in torn


@pytest.mark.parametrize(
    "values",
    [
        {"pages": [[0, 0]]},
        {"pages": [[-5, 10]]},
        {"pages": [[100, 0]]},
        {"pages": [[float("inf"), 10]]},
        {"pages": [[10**400, 10]]},
        {"boxes": [[0, 0, 10**400, 1]] * 9},
        {"boxes": [5] * 9},
    ],
)
def test_a_review_opens_whatever_sizes_a_line_names(tmp_path: Path, values: dict[str, object]) -> None:
    journal = reviewed(tmp_path, accept("бьла", "была", 1))
    first, *rest = journal.read_text("utf-8").splitlines(keepends=True)
    journal.write_text(json.dumps(json.loads(first) | values) + "\n" + "".join(rest), encoding="utf-8")
    [missing, torn] = left_out_lines(opened(journal, facsimile(AGAIN), AGAIN))
    assert "another reading" in missing
    assert "a reading that cannot be used" in torn


def test_a_review_opens_whatever_documents_a_line_names(tmp_path: Path) -> None:
    journal = reviewed(tmp_path, accept("бьла", "была"), accept("бьла", "была", 1))
    text, first, last = journal.read_text("utf-8").splitlines(keepends=True)
    odd = json.dumps(json.loads(first) | {"documents": {"source": ["x"]}}) + "\n"
    journal.write_text(text + odd + last, encoding="utf-8")
    again = opened(journal, facsimile(AGAIN), AGAIN)
    assert again.corrected().count("была") == 1
    assert "lines of the journal that cannot be read, left out: 2" in list(left_out_lines(again))[-1]


def test_a_document_without_pages_keeps_no_text(tmp_path: Path) -> None:
    with Review.open(bitext_of(["aaa"], ["abc"], [(1, 1)]), tmp_path / "j.jsonl") as review:
        review.apply(Comment(review.rows[0].pairing, "first"))
    assert len((tmp_path / "j.jsonl").read_text("utf-8").splitlines()) == 1


def test_a_colleague_s_decisions_on_another_reading_come_in(tmp_path: Path) -> None:
    """What has a place is applied and kept with our reading; what has none is a problem, in one line."""
    theirs = reviewed(tmp_path, accept("бьла", "была"), accept("бьла", "была", 1))
    lines = ("Он бела там.", "Я нe был.", "Она бьла дома.")
    ours = tmp_path / "ours.jsonl"
    with Review.open(read(facsimile(lines), lines), ours, reviewer="boris") as review:
        found = import_decisions(review, theirs)
    assert holds_decisions(theirs)
    assert (found.applied, len(found.problems)) == (1, 1)
    assert "read otherwise" in found.problems[0]
    kept = read_decisions(ours)
    assert {entry.documents["source"] for entry in kept.entries} == {kept.readings[0].sha256}


def test_scores_of_the_same_reading_come_in(tmp_path: Path) -> None:
    """Rows paired again come in as a colleague's review scored them; the same pairing is no conflict."""

    def merged(made: Review) -> Operation:
        one, two = (row.pairing for row in made.rows[:2])
        joined = Pairing((*one.source, *two.source), (*one.target, *two.target), 0.9, 0.8)
        return RegroupRows("realign", (one, two), (joined,))

    theirs = reviewed(tmp_path, merged)
    with Review.open(read(facsimile(READ)), tmp_path / "ours.jsonl") as review:
        assert import_decisions(review, theirs).applied == 1
        assert (review.rows[0].pairing.score, review.rows[0].pairing.confidence) == (0.9, 0.8)
    with Review.open(read(facsimile(READ)), tmp_path / "same.jsonl") as review:
        review.apply(merged(review))
        assert not import_decisions(review, theirs).conflicts


def test_what_we_took_back_does_not_come_in_again(tmp_path: Path) -> None:
    """A colleague goes on from our journal; what we have undone since is neither applied nor counted."""
    journal = reviewed(tmp_path, accept("бьла", "была"))
    theirs = tmp_path / "theirs.jsonl"
    theirs.write_bytes(journal.read_bytes())
    with Review.open(read(facsimile(READ)), journal) as review:
        review.undo()
        assert import_decisions(review, theirs).applied == 0
        assert review.corrected() == facsimile(READ).text


def test_merged_journals_keep_their_texts(tmp_path: Path) -> None:
    """The journal of two reviewers is placed again as each of theirs is."""
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    paths = reviewed(first, accept("бьла", "была")), reviewed(second, accept("бьла", "была", 1))
    merged = tmp_path / "merged.jsonl"
    done = CliRunner().invoke(app, ["merge-journals", *map(str, paths), "-o", str(merged)])
    assert done.exit_code == 0, done.output
    assert opened(merged, facsimile(AGAIN), AGAIN).corrected().count("была") == 2


def test_the_page_for_a_colleague_holds_the_text_of_the_scan(tmp_path: Path) -> None:
    """Its decisions are saved with that text, so that they find their places in another reading."""
    made = export_files(Review(read(facsimile(READ)), encoder=LetterEncoder()), "html").files[""].decode()
    data = json.loads(made.partition('id="data">')[2].partition("</script>")[0])
    kept = tmp_path / "kept.jsonl"
    kept.write_text("".join(data["readings"]) + '{"op":"undo","id":"a","of":"b","documents":{}}\n', "utf-8")
    assert read_decisions(kept).readings[0].text == facsimile(READ).text
