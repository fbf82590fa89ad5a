"""Why a place is doubtful, in one sentence that a translator understands; and what kind of doubt it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.channel.channel import Edit
from align.ocr.lattice.candidate import Candidate
from align.text.token import Token, parse


@dataclass(frozen=True)
class Explanation:
    """What speaks for the best reading.

    ``answered``: the word of the translation that answers it; ``habits``: the page's habits it shows (what
    was typed, what was read); whether grammar and neighbours prefer it.
    """

    aligned_word: str | None = None
    confusions: Sequence[Edit] = ()
    grammar: bool = False
    neighbours: bool = False


def kind(read: Token, best: Candidate | None, lexicon: Lexicon) -> str:
    """The kind of flag, by what was read and what it may be."""
    if best is not None and best.rule in ("join", "join_near", "inside", "hyphen", "hyphenate", "apostrophe"):
        return "ocr.broken-word"
    if best is not None and best.rule == "space":
        return "ocr.joined-words"
    if not read.core or (best is not None and (not best.text or best.rule == "double")):
        return "ocr.stray-mark"
    new = parse(best.text) if best is not None else None
    if new is not None and fold(new.core) == fold(read.core):
        return "ocr.case" if (new.lead, new.trail) == (read.lead, read.trail) else "ocr.punctuation"
    writes = [lexicon.writes(character) for character in read.core if character.isalpha()]
    if any(writes) and not all(writes):
        return "ocr.alphabet"
    return "ocr.real-word" if lexicon.knows(read.core) else "ocr.unknown-word"


def reason(read: Token, best: Candidate | None, kind: str, grounds: Explanation = Explanation()) -> str:
    """What is wrong here, what it may be, and who says so."""
    if best is None:
        return f"{WRONG[kind].format(read=read.core or read.text)}; nothing near it fits."
    if best.rule == "double":
        return f"«{read.core}» stands here twice."
    change = f"«{read.text}» → «{best.text}»" if best.text else f"«{read.text}» → nothing"
    return f"{change}: {'; '.join([WRONG[kind].format(read=read.core or read.text), *_said(grounds)])}."


def _said(grounds: Explanation) -> list[str]:
    said = []
    if grounds.aligned_word is not None:
        said.append(f"the translation says “{grounds.aligned_word}”")
    if grounds.grammar:
        said.append("the form fits its neighbours better")
    elif grounds.neighbours and grounds.aligned_word is None:
        said.append("its neighbours expect it")
    said += [f"{new} for {old} is a habit of this page" for old, new in grounds.confusions if old and new]
    return said


WRONG = {
    "ocr.unknown-word": "no word of this language",
    "ocr.real-word": "a word, but hardly the one that was typed",
    "ocr.alphabet": "letters of two alphabets in one word",
    "ocr.broken-word": "a broken word",
    "ocr.joined-words": "two words without the space between them",
    "ocr.stray-mark": "no part of the text",
    "ocr.punctuation": "this mark cannot stand here",
    "ocr.case": "this capital or small letter cannot stand here",
}
