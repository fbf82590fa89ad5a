"""The start page as a browser receives it: JSON values only.

page      {is, folder, documents, unclear, skipped, problems, lists}
document  {name, files, title, stage, label, pairs, doubts, open, left, reviewers, last, note, unread,
           notebook, written, error}
hit       {document, row, side, before, text, after, other}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from align.check.term import read_glossary
from align.errors import AlignError
from align.folder.document_state import DocumentState
from align.folder.folder import Folder
from align.folder.folder_document import FolderContents
from align.review.page import place_of_folder
from align.wordlist import read_words

MOST_ENTRIES = 200
"""Entries of a list that the page shows."""


def page_json(
    folder: Folder, contents: FolderContents, states: Sequence[DocumentState], errors: Mapping[str, str]
) -> dict[str, Any]:
    """The whole page; ``errors``: why a document could not be read, by its name."""
    unclear = [{"files": [path.name for path in one.files], "reason": one.reason} for one in contents.unclear]
    return {
        "is": "page",
        "folder": place_of_folder(folder.path),
        "documents": [document_json(state, errors.get(state.document.name, "")) for state in states],
        "unclear": unclear,
        "skipped": [asdict(one) for one in contents.skipped],
        "problems": list(contents.problems),
        "lists": [_words(folder), _glossary(folder), _documents(folder)],
    }


def document_json(state: DocumentState, error: str = "") -> dict[str, Any]:
    """One line of the page."""
    document = state.document
    return {
        "name": document.name,
        "files": [path.name for path in document.files],
        "title": " ".join(state.title.split()),
        "stage": state.stage,
        "label": state.label,
        "pairs": state.pairs,
        "doubts": state.doubts,
        "open": state.open,
        "left": state.left,
        "reviewers": [list(one) for one in state.reviewers],
        "last": state.last,
        "note": state.note,
        "unread": state.unread,
        "notebook": document.notebook.name,
        "written": document.notebook.exists(),
        "error": state.failure or error,
    }


def _words(folder: Folder) -> dict[str, Any]:
    try:
        words = sorted(read_words(folder.words)) if folder.words.exists() else []
    except AlignError as error:
        return _list("Word list", folder.words, [], str(error))
    return _list("Word list", folder.words, words)


def _glossary(folder: Folder) -> dict[str, Any]:
    try:
        terms = read_glossary(folder.glossary) if folder.glossary.exists() else ()
    except AlignError as error:
        return _list("Glossary", folder.glossary, [], str(error))
    return _list("Glossary", folder.glossary, [f"{one.source} → {' | '.join(one.targets)}" for one in terms])


def _documents(folder: Folder) -> dict[str, Any]:
    path = folder.document_list
    lines = path.read_text("utf-8", errors="replace").splitlines() if path.exists() else []
    entries = [line.replace("\t", " + ") for line in lines if line.strip() and not line.startswith("#")]
    return _list("Which files belong together", path, entries)


def _list(title: str, path: Path, entries: Sequence[str], error: str = "") -> dict[str, Any]:
    return {
        "title": title,
        "path": path.name,
        "there": path.exists(),
        "count": len(entries),
        "entries": list(entries[:MOST_ENTRIES]),
        "error": error,
    }
