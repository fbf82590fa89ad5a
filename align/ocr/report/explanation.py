"""The kind of a flag, and its reason in one sentence for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.channel.channel import Edit
from align.ocr.lattice.candidate import Candidate
from align.ocr.lattice.marks import odd_marks
from align.text.token import Token, parse

BROKEN_WORD_RULES = frozenset(("join", "join_near", "inside", "hyphen", "hyphenate", "apostrophe"))


@dataclass(frozen=True)
class Explanation:
    """What supports the best suggestion.

    ``phrases``: one for each kind of support, the strongest first. ``confusions``: misreadings that it shows
    and that the document has several times (what was typed, what was read).
    """

    phrases: Sequence[str] = ()
    confusions: Sequence[Edit] = ()


def kind(observed: Token, best: Candidate | None, lexicon: Lexicon) -> str:
    """The kind of flag, by the observed token and the best suggestion."""
    if best is not None and best.rule in BROKEN_WORD_RULES:
        return "ocr.broken-word"
    if best is not None and best.rule == "space":
        return "ocr.joined-words"
    if not observed.core or (best is not None and (not best.text or best.rule == "double")):
        return "ocr.stray-mark"
    new = parse(best.text) if best is not None else None
    if new is not None and fold(new.core) == fold(observed.core):
        return "ocr.case" if (new.lead, new.trail) == (observed.lead, observed.trail) else "ocr.punctuation"
    return _kind_of_word(observed, lexicon, resolved=best is not None)


def _kind_of_word(observed: Token, lexicon: Lexicon, *, resolved: bool) -> str:
    """The kind of flag where the letters of a word are wrong; ``resolved``: whether it has a suggestion."""
    writes = [lexicon.writes(character) for character in observed.core if character.isalpha()]
    if any(writes) and not all(writes):
        return "ocr.alphabet"
    if not resolved and odd_marks(observed.lead, observed.core, observed.trail):
        return "ocr.punctuation"
    return "ocr.real-word" if lexicon.knows(observed.core) else "ocr.unknown-word"


def reason(
    observed: Token, best: Candidate | None, kind: str, explanation: Explanation = Explanation()
) -> str:
    """What is wrong here, what it may be, and why."""
    if best is None:
        return f"{UNRESOLVED.get(kind, WRONG[kind])}, no good suggestion."
    if best.rule == "double":
        return f"«{observed.core}» stands here twice."
    typed = best.printed_text
    change = f"«{observed.text}» → «{typed}»" if typed else f"«{observed.text}» → nothing"
    return f"{change}: {'; '.join([WRONG[kind], *explanation.phrases, *_confusions(explanation)])}."


def _confusions(explanation: Explanation) -> list[str]:
    """Misreadings of letters; a lost or added letter is not worth a phrase."""
    return [
        f"this document has {read} for {typed} elsewhere too"
        for typed, read in explanation.confusions
        if typed and read
    ]


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
UNRESOLVED = {"ocr.unknown-word": "unknown word", "ocr.stray-mark": "a mark that can hardly stand here"}
"""What is wrong where there is no suggestion, if that is said in other words."""
