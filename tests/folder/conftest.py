"""Folders of made-up documents that were read before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hand import bitext_of, flag_on

from align import user_cache
from align.bitext import Bitext
from align.folder.folder import Folder
from align.folder.folder_document import FolderDocument
from align.review.session import Review
from align.stored_result import keep_last, keep_result, result_key

Keep = Callable[[str, Bitext], FolderDocument]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    path = tmp_path / "cache"
    monkeypatch.setattr(user_cache, "folder", lambda: path)
    return path


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """An empty folder."""
    path = tmp_path / "letters"
    path.mkdir()
    return path


@pytest.fixture
def folder(letters: Path) -> Folder:
    """The same with its lists."""
    made = Folder.open(letters)
    made.prepare()
    return made


@pytest.fixture
def keep(folder: Folder) -> Keep:
    """Puts a document into the folder, and its result into the cache as if it had been read."""

    def kept(name: str, bitext: Bitext) -> FolderDocument:
        path = folder.path / f"{name}.txt"
        path.write_text("what was read\n", encoding="utf-8")
        document = FolderDocument((path,))
        keep_result(result_key(document.files, folder.settings()), bitext)
        keep_last(document.files, folder.settings())
        return document

    return kept


def letter(*wrong: str, kind: str = "ocr.unknown-word") -> Bitext:
    """Two pairs of sentences; each word of ``wrong`` that the original has is in doubt."""
    made = bitext_of(["Баш ответ получил.", "Мы видели бом."], ["I got it.", "We saw it."], [(1, 1)] * 2)
    places = {"Баш": (0, 0, "Ваш"), "бом.": (1, 2, "дом.")}
    flags = [flag_on(made.source, *places[word][:2], places[word][2], kind=kind) for word in wrong]
    return replace(made, flags=tuple(flags))


def decide(document: FolderDocument, bitext: Bitext, *commands: dict[str, object], by: str = "anna") -> None:
    """Decide in the document's journal, as its notebook does."""
    from align.review.command import operation

    with Review.open(bitext, document.journal, reviewer=by) as review:
        for command in commands:
            made = operation(review, command)
            assert made is not None
            review.apply(made)


def names(documents: Sequence[FolderDocument]) -> list[str]:
    """The files of each document, joined."""
    return [document.label for document in documents]
