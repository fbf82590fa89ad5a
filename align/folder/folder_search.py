"""Search in all documents of a folder, both sides, with the corrections made so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from align.errors import InputError
from align.folder.document_review import DocumentReview
from align.review.row import Row
from align.review.segments import corrected_sentence
from align.review.session import Review
from align.search import Search, by_lemma, by_pattern
from align.text.document import SIDES, Side

MOST = 300
"""Hits that are shown."""

AROUND = 90
"""Characters of context on either side of a hit."""


@dataclass(frozen=True)
class FolderHit:
    """One match.

    Attributes:
        document: The name of the document.
        row: Number of the row as the review shows it, from 1.
        side: The side of the match.
        before: Text before it in its sentence, perhaps cut.
        text: The match.
        after: Text behind it, likewise.
        other: The text of the other side in the row; empty where it has none.
    """

    document: str
    row: int
    side: Side
    before: str
    text: str
    after: str
    other: str


def search_folder(reviews: Iterable[DocumentReview], phrase: str, *, forms: bool = True) -> list[FolderHit]:
    """Search the documents that were read.

    Args:
        reviews: The reviews of the documents.
        phrase: A word or several.
        forms: Whether to find the words in any inflected form where the language has a dictionary of them;
            otherwise the letters as they stand.

    Returns:
        The hits in order, at most :data:`MOST` and one.

    Raises:
        InputError: The phrase has no word.
    """
    if not any(map(str.isalnum, phrase)):
        raise InputError("expected a word to look for; type one")
    found: list[FolderHit] = []
    for one in reviews:
        if one.review is not None:
            found += _in_document(one.document.name, one.review, phrase, forms=forms)
            if len(found) > MOST:
                break
    return found[: MOST + 1]


def _in_document(name: str, review: Review, phrase: str, *, forms: bool) -> Iterator[FolderHit]:
    searches = {
        side: _search(phrase, language, forms=forms)
        for side, language in zip(SIDES, review.languages, strict=True)
    }
    for number, row in enumerate(review.rows, 1):
        texts = {side: _sentences(review, side, row) for side in SIDES}
        for side in SIDES:
            other = " ".join(texts["target" if side == "source" else "source"])
            for text in texts[side]:
                for start, stop in searches[side](text):
                    yield FolderHit(name, number, side, *_context(text, start, stop), other)


def _search(phrase: str, language: str, *, forms: bool) -> Search:
    return by_lemma(phrase, language) if forms else by_pattern(_literal(phrase))


def _literal(phrase: str) -> str:
    """A pattern for the letters themselves, whatever their case."""
    return r"\s+".join(map(re.escape, phrase.lower().split()))


def _sentences(review: Review, side: Side, row: Row) -> list[str]:
    return [corrected_sentence(review.state, side, spans) for spans in row.side(side)]


def _context(text: str, start: int, stop: int) -> tuple[str, str, str]:
    """Text before the match, the match, text behind it; cut at a space where it is long."""
    before, after = text[:start], text[stop:]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].split(" ", 1)[-1]
    if len(after) > AROUND:
        after = after[:AROUND].rsplit(" ", 1)[0] + " …"
    return before, text[start:stop], after
