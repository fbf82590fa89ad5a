"""A bitext as rows of the tables of a collection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from align.bitext import Bitext
from align.corpus.document import CorpusDocument
from align.corpus.failed_rows import named_row
from align.corpus.minhash import minhash
from align.corpus.schema import Rows, TableName
from align.facsimile.facsimile import Facsimile
from align.text.side_text import SideText
from align.text.span import Span

DIGITS = 4
"""Decimal places of scores and confidences."""


def rows_of(document: CorpusDocument, key: str, bitext: Bitext) -> dict[TableName, Rows]:
    """The rows of a document that was aligned.

    Args:
        document: What the manifest says of it.
        key: What its result depends on.
        bitext: Its result.
    """
    return {
        "documents": [_document_row(document, key, bitext)],
        "sentences": [row for text in bitext.texts for row in _sentence_rows(document.id, text)],
        "beads": _bead_rows(document.id, bitext),
        "flags": _flag_rows(document.id, bitext),
    }


def _document_row(document: CorpusDocument, key: str, bitext: Bitext) -> dict[str, Any]:
    source, target = bitext.source, bitext.target
    metadata = bitext.documents[0].metadata
    texts = [[one.text for one in side.sentences] if side else [] for side in (source, target)]
    return named_row(document, key) | {
        "status": "aligned" if source and target else "alone",
        "title": metadata.title,
        "date": metadata.date,
        "source_language": source and source.language,
        "target_language": target and target.language,
        "source_sentences": len(texts[0]),
        "target_sentences": len(texts[1]),
        "source_words": sum(len(text.split()) for text in texts[0]),
        "beads": len(bitext.alignment.beads),
        "flags": len(bitext.flags),
        "notes": list(bitext.notes),
        "pictures": _pictures(bitext),
        "source_minhash": minhash(" ".join(texts[0])),
        "target_minhash": minhash(" ".join(texts[1])),
    }


def _pictures(bitext: Bitext) -> list[str]:
    """The names of the files that hold the pictures of its pages, each once."""
    facsimiles = (document.facsimile for document in bitext.documents)
    pages = (page for facsimile in facsimiles if facsimile for page in facsimile.pages)
    return list(dict.fromkeys(page.picture.file for page in pages if page.picture))


def _sentence_rows(document: str, text: SideText) -> Rows:
    return [
        {
            "document": document,
            "side": text.side,
            "sentence": sentence.index + 1,
            "text": sentence.text,
            "language": sentence.language or text.language,
            "spans": _spans(sentence.origin),
            **_page(text.document.facsimile, sentence.origin),
        }
        for sentence in text.sentences
    ]


def _bead_rows(document: str, bitext: Bitext) -> Rows:
    return [
        {
            "document": document,
            "bead": number,
            "type": bead.type,
            "source_first": bead.source.start + 1 if bead.source else None,
            "source_count": len(bead.source),
            "target_first": bead.target.start + 1 if bead.target else None,
            "target_count": len(bead.target),
            "score": None if bead.score is None else round(bead.score, DIGITS),
            "confidence": round(bead.confidence, DIGITS),
            "doubtful": bead.doubtful,
        }
        for number, bead in enumerate(bitext.alignment.beads, 1)
    ]


def _flag_rows(document: str, bitext: Bitext) -> Rows:
    pages = {text.side: text.document.facsimile for text in bitext.texts}
    return [
        {
            "document": document,
            "flag": number,
            "side": flag.side,
            "sentence": flag.sentence + 1,
            "kind": flag.kind,
            "text": flag.text,
            "confidence": round(flag.confidence, DIGITS),
            "reason": flag.reason,
            "suggestions": [
                {"text": one.text, "confidence": round(one.confidence, DIGITS)} for one in flag.suggestions
            ],
            "spans": _spans(flag.spans),
            **_page(pages[flag.side], flag.spans),
        }
        for number, flag in enumerate(bitext.flags, 1)
    ]


def _spans(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"start": span.start, "stop": span.stop} for span in spans]


def _page(facsimile: Facsimile | None, spans: Sequence[Span]) -> dict[str, Any]:
    """The page on which the first of some places stands, from 1, and the file of its picture."""
    if facsimile is None or not spans:
        return {"page": None, "picture": None}
    word = next(iter(facsimile.words_between(spans[0].start, spans[0].stop)), None)
    if word is None:
        return {"page": None, "picture": None}
    page = facsimile.pages[word.line.page]
    return {"page": word.line.page + 1, "picture": page.picture and page.picture.file}
