"""An editor rejects or accepts every change of an exported Word document, whatever was decided."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.export import collect_rows, export
from align.importing.import_rows import ImportResult, import_rows
from align.importing.tables import read_rows
from align.review import Review
from align.review.operation import Edit, Reject, TextChange
from align.review.place import Place
from align.text.document import Side
from align.text.span import Span
from tests.export.made import review

from .test_word_changes import Document, accept_all, elements, reject_all, unwrap

NOTHING = ImportResult(0, (), ())
SENTENCES = (
    ["Баш ответ, ответ  получил вчера.", "Да.", "Он ушол ушол домой"],
    ["Your old, old father is ill.", "Yes.", "He left home"],
)
Cut = tuple[int, int, int, str]
"""Number of a sentence, its first and last changed token, and the new text."""

WORDS = st.sampled_from(["", " ", "ответ", "old", "новое ", " ушёл", "два слова", "ill.", "Да.", "."])
CUTS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6), st.integers(0, 6), WORDS), max_size=6)


def opened() -> Review:
    """Two pairs; the second sentence of each side is one word."""
    (one, two, three), (four, five, six) = SENTENCES
    return review(([one, three], [four, six]), ([two], [five]))


def change(made: Review, cut: Cut) -> None:
    """Replace stretches of a sentence, which may end in a space as those of a browser's journal do."""
    number, first, last, new = cut
    side: Side = "source" if number < 3 else "target"
    view = made.state.side_views[side]
    sentences = [spans for row in made.rows for spans in row.side(side)]
    [span] = sentences[number % 3]
    starts = [span.start, *(at for at in range(span.start + 1, span.stop) if view.raw[at - 1] == " ")]
    bounds = [*starts, span.stop]
    begin, end = sorted((bounds[first % len(bounds)], bounds[last % len(bounds)]))
    if view.raw[begin:end].strip():
        place = Place(side, (Span(begin, end),))
        made.apply(Edit((TextChange(place, view.quote(place.spans), new),)))


def document(made: Review) -> Document:
    return docx.Document(io.BytesIO(export(collect_rows(made), "docx").files[""]))


def back(made: Review, changed: Document, folder: Path) -> ImportResult:
    """What the import of a changed document does."""
    changed.save(str(folder / "letter.docx"))
    return import_rows(made, read_rows(folder / "letter.docx"))


def texts(made: Review) -> list[str]:
    return [" ".join(text.split()) for row in collect_rows(made).rows for text in (row.source, row.target)]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CUTS)
def test_all_changes_rejected_is_the_text_as_read(tmp_path: Path, cuts: list[Cut]) -> None:
    """Nothing is typed for it: each correction is dismissed, and no other text is decided on."""
    made = opened()
    as_read = texts(made)
    for cut in cuts:
        change(made, cut)
    before, differs = len(made.history.done), texts(made) != as_read
    changed = document(made)
    reject_all(changed)
    result = back(made, changed, tmp_path)
    assert not result.conflicts
    assert not result.problems
    assert texts(made) == as_read
    assert bool(result.applied) == differs
    assert all(isinstance(one, Reject) for one, _ in made.history.done[before:])


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CUTS)
def test_all_changes_accepted_changes_nothing(tmp_path: Path, cuts: list[Cut]) -> None:
    """The text is what was decided."""
    made = opened()
    for cut in cuts:
        change(made, cut)
    decided, before = texts(made), len(made.history.done)
    changed = document(made)
    accept_all(changed)
    assert back(made, changed, tmp_path) == NOTHING
    assert (texts(made), len(made.history.done)) == (decided, before)


def test_a_deleted_word_comes_back_beside_what_was_typed(tmp_path: Path) -> None:
    """The deletion is rejected in a cell in which the editor also typed; the other correction stays."""
    made = opened()
    change(made, (3, 1, 2, ""))
    change(made, (3, 5, 6, "well."))
    assert texts(made)[1] == "Your old father is well. He left home"
    changed = document(made)
    [gone, _] = elements(changed, "del")
    unwrap(gone)
    [typed] = [one for one in elements(changed, "t") if one.text and "father" in one.text]
    typed.text = typed.text.replace("father", "mother")
    assert back(made, changed, tmp_path) == ImportResult(1, (), ())
    assert texts(made)[1] == "Your old, old mother is well. He left home"
    verdicts = {made.state.quote(place).strip(): one.text for place, one in made.state.verdicts.items()}
    assert verdicts == {"old,": None, "father": "mother", "ill.": "well."}


@pytest.mark.parametrize("new", ["новое ", ""])
def test_a_rejected_deletion_joins_no_words(new: str, tmp_path: Path) -> None:
    """Of a change that ends in a space, as in the journal of a page for a browser."""
    made = opened()
    change(made, (0, 1, 2, new))
    changed = document(made)
    reject_all(changed)
    back(made, changed, tmp_path)
    assert texts(made)[0] == "Баш ответ, ответ получил вчера. Он ушол ушол домой"
