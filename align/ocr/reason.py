"""Why a place is doubtful, in one sentence that a translator understands; and what kind of doubt it is."""

from __future__ import annotations

from align.ocr.lexicon import Lexicon
from align.ocr.reading import Reading
from align.ocr.tokens import Chunk, fold, parse


def kind(read: Chunk, best: Reading | None, lexicon: Lexicon) -> str:
    """The kind of flag, by what was read and what it may be."""
    if best is not None and best.rule in ("join", "inside", "hyphen"):
        return "ocr.broken-word"
    if best is not None and best.rule == "space":
        return "ocr.joined-words"
    if not read.core or (best is not None and not best.text):
        return "ocr.stray-mark"
    new = parse(best.text) if best is not None else None
    if new is not None and fold(new.core) == fold(read.core):
        return "ocr.case" if (new.lead, new.trail) == (read.lead, read.trail) else "ocr.punctuation"
    if any(character.isalpha() and not lexicon.writes(character) for character in read.core):
        return "ocr.alphabet"
    return "ocr.real-word" if lexicon.knows(read.core) else "ocr.unknown-word"


def reason(read: Chunk, best: Reading | None, kind: str) -> str:
    """What is wrong here and what it may be."""
    wrong = WRONG[kind].format(read=read.core or read.text)
    if best is None:
        return f"{wrong}; nothing near it fits."
    new = f"«{best.text}»" if best.text else "nothing"
    return f"{wrong}; {new} fits better here."


WRONG = {
    "ocr.unknown-word": "«{read}» is not a word of this language",
    "ocr.real-word": "«{read}» is a word, but not one that goes with its neighbours",
    "ocr.alphabet": "«{read}» holds letters of another alphabet",
    "ocr.broken-word": "«{read}» looks like a broken word",
    "ocr.joined-words": "«{read}» looks like two words without the space between them",
    "ocr.stray-mark": "«{read}» is no part of the text",
    "ocr.punctuation": "the marks at «{read}» cannot stand there",
    "ocr.case": "the capital or small letter of «{read}» cannot stand there",
}
