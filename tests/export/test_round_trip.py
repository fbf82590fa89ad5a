"""Export, then import: nothing changes; and what others changed is applied without overwriting a decision."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.errors import InputError, ReadError
from align.export import collect_rows, export
from align.export.row_digest import fields, normal
from align.importing.import_decisions import import_decisions
from align.importing.import_rows import ImportResult, import_rows
from align.importing.imported_row import ImportedTable
from align.importing.tables import holds_decisions, read_rows
from align.review.journal import Entry
from align.review.session import Review
from align.text.readers.tmx import read_tmx

from .made import Pair, bitext, decide, review

KINDS = ("tsv", "jsonl", "xlsx", "docx")
NOTHING = ImportResult(0, (), ())

WORDS = st.text(
    st.characters(categories=("L", "N", "P", "S"), include_characters="=+-@'\t\x08 "), min_size=1, max_size=12
)
SENTENCES = WORDS.map(lambda text: " ".join(text.split())).filter(bool)
SIDES = st.lists(SENTENCES, max_size=2)
PAIRS = st.lists(st.tuples(SIDES, SIDES).filter(any), min_size=1, max_size=4)


def returned(opened: Review, to: str, change: Callable[[bytes], bytes] = lambda data: data) -> ImportedTable:
    """What a file holds after an export."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"rows.{to}"
        path.write_bytes(change(export(collect_rows(opened), to).files[""]))
        return read_rows(path)


def decided(opened: Review, data: st.DataObject) -> None:
    """A reviewer decides on some rows."""
    for row in collect_rows(opened).rows:
        verb = data.draw(st.sampled_from(["", "confirm", "reject-pair", "comment"]))
        if verb:
            decide(opened, do=verb, row=row.id, text=data.draw(SENTENCES))


@pytest.mark.parametrize("to", KINDS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pairs=PAIRS, data=st.data())
def test_a_file_that_was_not_changed_changes_nothing(to: str, pairs: list[Pair], data: st.DataObject) -> None:
    """Export then import is nothing, whatever the texts and decisions."""
    opened = Review(bitext(pairs), reviewer="anna")
    decided(opened, data)
    assert import_rows(opened, returned(opened, to)) == NOTHING


@pytest.mark.parametrize("to", KINDS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pairs=PAIRS, data=st.data())
def test_decisions_come_over_whole(to: str, pairs: list[Pair], data: st.DataObject) -> None:
    """Imported into a fresh review of the same bitext, a file brings statuses and notes with it."""
    whole = bitext(pairs)
    opened, fresh = Review(whole, reviewer="anna"), Review(whole, reviewer="boris")
    decided(opened, data)
    sheet = returned(opened, to)
    bare = type(sheet)(sheet.name, tuple(type(row)(row.id, row.values, row.where) for row in sheet.rows))
    assert import_rows(fresh, bare).problems == ()
    assert [fields(row) for row in collect_rows(fresh).rows] == [
        fields(row) for row in collect_rows(opened).rows
    ]


@settings(max_examples=25, deadline=None)
@given(pairs=PAIRS)
def test_a_memory_comes_back_as_a_ready_bitext(pairs: list[Pair]) -> None:
    """TMX out, --pre-aligned in: the same pairs of texts, but for what XML forbids."""
    rows = [
        row for row in collect_rows(Review(bitext(pairs))).rows if normal(row.source) and normal(row.target)
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        path.write_bytes(export(collect_rows(Review(bitext(pairs))), "tmx").files[""])
        if not rows:
            with pytest.raises(ReadError, match="found none"):
                read_tmx(path)
            return
        found = read_tmx(path, ("ru", "en"))
    lines = zip(found.source.raw.split("\n"), found.target.raw.split("\n"), strict=True)
    expected = [(normal(row.source), normal(row.target)) for row in rows]
    assert [line for line in lines if any(line)] == expected


LETTER = (("Баш ответ получил.", "I received your reply."), ("Он ушёл.", "He left."))


@pytest.mark.parametrize("to", ["tsv", "jsonl"])
def test_a_change_in_the_file_becomes_a_decision(to: str) -> None:
    """Word by word, at its place in the raw file: it can be undone, and stands in the journal."""
    opened = review(*LETTER)
    sheet = returned(opened, to, lambda data: data.replace("Баш ответ".encode(), "Ваш ответ".encode(), 1))
    assert import_rows(opened, sheet) == ImportResult(1, (), ())
    [row, _] = collect_rows(opened).rows
    assert (row.source, row.corrections[0].old) == ("Ваш ответ получил.", "Баш")
    opened.undo()
    assert collect_rows(opened).rows[0].source == "Баш ответ получил."


def test_rows_find_their_place_by_id_not_by_number() -> None:
    """A table in another order gives the same result."""
    opened = review(*LETTER)

    def upside_down(data: bytes) -> bytes:
        lines = data.decode().replace("He left.", "He went.").splitlines(keepends=True)
        return "".join([lines[0], *lines[:0:-1]]).encode()

    assert import_rows(opened, returned(opened, "jsonl", upside_down)).applied == 1
    assert [row.target for row in collect_rows(opened).rows] == ["I received your reply.", "He went."]


def test_what_both_changed_is_a_conflict_and_ours_stands() -> None:
    """The list names the place, what was kept and what the file has."""
    opened = review(*LETTER)
    sheet = returned(opened, "jsonl", lambda data: data.replace(b"He left.", b"He went."))
    decide(opened, do="edit", row="s19", side="target", text="He departed.")
    found = import_rows(opened, sheet)
    assert found.applied == 0
    [conflict] = found.conflicts
    assert str(conflict) == "line 3, s19 target: kept 'He departed.', the file has 'He went.'"
    assert collect_rows(opened).rows[1].target == "He departed."


def test_what_only_we_changed_meanwhile_stays() -> None:
    """An old copy of a row does not undo a newer decision."""
    opened = review(*LETTER)
    sheet = returned(opened, "xlsx")
    decide(opened, do="edit", row="s19", side="target", text="He departed.")
    assert import_rows(opened, sheet) == NOTHING
    assert collect_rows(opened).rows[1].target == "He departed."


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            lambda text: text.replace('"id": "s19"', '"id": ""'),
            "line 3: no id; left out: Он ушёл. | He went.",
        ),
        (lambda text: text.replace('"s19"', '"s0"'), "line 2: the id s0 stands 2 times"),
        (lambda text: text.replace('"s19"', '"s18"'), "line 3: no row s18 here"),
        (lambda text: text.replace('"open"', '"done"'), "line 2, s0 status: no status is called 'done'"),
        (lambda text: text.replace("He went.", ""), "line 3, s19 target: the text was emptied"),
    ],
)
def test_rows_that_find_no_place_are_named_with_what_they_hold(
    change: Callable[[str], str], problem: str
) -> None:
    """Missing, doubled and unknown ids, and unknown values are named; the other rows are imported."""
    opened = review(*LETTER)

    def spoil(data: bytes) -> bytes:
        return change(data.decode().replace("He left.", "He went.")).encode()

    found = import_rows(opened, returned(opened, "jsonl", spoil))
    assert any(one.startswith(problem) for one in found.problems), found.problems


def test_rows_of_another_file_are_refused() -> None:
    """By the hash the file carries."""
    sheet = returned(review(*LETTER), "tsv")
    with pytest.raises(InputError, match="its rows are of another source"):
        import_rows(review(("Дождь.", "Rain.")), sheet)


def test_decisions_of_another_desk_come_in_and_contradictions_are_listed(tmp_path: Path) -> None:
    """A desk's file is lines of a journal; what contradicts ours is listed, and ours is kept."""
    ours, theirs = review(*LETTER), review(*LETTER)
    decide(theirs, do="edit", row="s0", side="source", text="Ваш ответ получил.")
    decide(theirs, do="confirm", row="s19")
    decide(ours, do="reject-pair", row="s19")
    path = tmp_path / "desk.jsonl"
    entries = [
        Entry(made, "boris", "2026-01-01T00:00:00Z", theirs.documents) for made, _ in theirs.history.done
    ]
    path.write_text("".join(entry.to_line() for entry in entries), encoding="utf-8")
    assert holds_decisions(path)
    found = import_decisions(ours, path)
    assert (found.applied, len(found.conflicts), found.problems) == (1, 1, ())
    first, second = collect_rows(ours).rows
    assert (first.source, second.status) == ("Ваш ответ получил.", "rejected")


def test_the_corrected_file_goes_out_with_its_apparatus() -> None:
    """All else byte for byte; old text, new text and place of each correction."""
    opened = review(*LETTER)
    decide(opened, do="edit", row="s0", side="source", text="Ваш ответ получил.")
    files = export(collect_rows(opened), "text").files
    assert files[""].decode() == "Ваш ответ получил.\nОн ушёл.\n"
    assert files[".apparatus.tsv"].decode().splitlines()[1] == "0\t3\tБаш\tВаш\tedited\t"
