"""Search over all documents of a folder."""

from __future__ import annotations

import pytest

from align.errors import InputError
from align.folder.document_review import document_review
from align.folder.folder import Folder
from align.folder.folder_search import MOST, FolderHit, search_folder

from .conftest import Keep, decide, letter


def hits(folder: Folder, phrase: str, *, forms: bool = True) -> list[FolderHit]:
    reviews = [document_review(folder, one) for one in folder.contents().documents]
    return search_folder(reviews, phrase, forms=forms)


def test_both_sides_of_all_documents_are_searched_in_all_forms(folder: Folder, keep: Keep) -> None:
    """A hit has its document, its row, its context and the other side."""
    keep("a", letter())
    keep("b", letter())
    (folder.path / "c.txt").write_text("not read yet", encoding="utf-8")
    found = hits(folder, "вижу")
    assert [(hit.document, hit.row, hit.side) for hit in found] == [("a", 2, "source"), ("b", 2, "source")]
    assert (found[0].before, found[0].text, found[0].after) == ("Мы ", "видели", " бом.")
    assert found[0].other == "We saw it."
    assert [hit.side for hit in hits(folder, "we saw")] == ["target", "target"]


def test_letters_are_found_as_they_stand(folder: Folder, keep: Keep) -> None:
    """Signs of patterns mean themselves."""
    keep("a", letter())
    assert [hit.text for hit in hits(folder, "it.", forms=False)] == ["it.", "it."]
    assert [hit.text for hit in hits(folder, "ОТВЕТ", forms=False)] == ["ответ"]
    assert not hits(folder, "i.t", forms=False)


def test_corrections_are_found(folder: Folder, keep: Keep) -> None:
    """The text is searched as it was corrected."""
    bitext = letter("Баш")
    decide(keep("a", bitext), bitext, {"do": "accept", "doubt": "f1", "pick": 0})
    assert [hit.text for hit in hits(folder, "Ваш")] == ["Ваш"]
    assert not hits(folder, "Баш", forms=False)


def test_a_search_without_a_word_is_refused(folder: Folder) -> None:
    """Empty or signs alone."""
    with pytest.raises(InputError, match="word"):
        hits(folder, " . ")


def test_what_is_everywhere_ends_somewhere(folder: Folder, keep: Keep) -> None:
    """One hit more than is shown tells that there are others."""
    for number in range(MOST // 2 + 1):
        keep(f"letter {number}", letter())
    assert len(hits(folder, "it", forms=False)) == MOST + 1
