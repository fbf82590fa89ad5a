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
class FlaggedText:
    """The text as it was read, the suggestion (None: there is none), and the rule that generated it."""

    observed: str
    new: str | None = None
    rule: str = ""


@dataclass(frozen=True)
class Explanation:
    """What supports the best suggestion.

    ``phrases``: one for each kind of support, the strongest first; each continues a sentence that begins
    with the suggestion. ``confusions``: misreadings that it shows and that the document has several times
    (what was typed, what was read).
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


def reason(kind: str, change: FlaggedText, explanation: Explanation = Explanation()) -> str:
    """One sentence for a translator: what is wrong here, and what speaks best for the suggestion."""
    if change.new is None:
        return _sentence(f"{_wrong(kind, change)}, and no better reading was found")
    if change.rule == "double":
        return f"«{change.new}» stands here twice."
    support = _support(change.new, explanation)
    return _sentence("; ".join([_wrong(kind, change), *([support] if support else [])]))


def _sentence(words: str) -> str:
    """Words with a capital letter at the beginning and a full stop at the end."""
    return f"{words[:1].upper()}{words[1:]}."


def _wrong(kind: str, change: FlaggedText) -> str:
    """What is wrong, as precisely as the suggestion shows it."""
    observed, new = change.observed, change.new or ""
    precise = ""
    if kind == "ocr.broken-word" and " " in observed and " " not in new and new:
        precise = "«{text}» is one word"
    elif kind == "ocr.broken-word" and "-" in new and "-" not in observed:
        precise = "«{text}» needs a hyphen"
    elif kind == "ocr.case":
        precise = _wrong_case(observed, new)
    return (precise or WRONG[kind]).format(text=observed)


def _wrong_case(observed: str, new: str) -> str:
    """Whether the word should begin with a capital or a small letter; empty where it is another letter."""
    before, after = (next(filter(str.isalpha, text), "") for text in (observed, new))
    if before == after:
        return ""
    return f"«{{text}}» should begin with a {'capital' if after.isupper() else 'small'} letter"


def _support(new: str, explanation: Explanation) -> str:
    """What supports a suggestion, at most :data:`MAX_NAMED` things; empty where nothing does."""
    if not new:
        return ""
    misread = [
        f"{typed} is misread as {read} elsewhere, too"
        for typed, read in explanation.confusions
        if typed and read  # a lost or added letter is not worth a phrase
    ]
    phrases = explanation.phrases[:MAX_NAMED]
    supports = [f"«{new}» {' and '.join(phrases)}"] if phrases else []
    return ", and ".join([*supports, *misread[: MAX_NAMED - len(phrases)][:1]])


MAX_NAMED = 2
"""Things that a reason names in support of a suggestion."""

WRONG = {
    "ocr.unknown-word": "«{text}» is not a word of this language",
    "ocr.real-word": "«{text}» is a word, but it hardly fits here",
    "ocr.alphabet": "«{text}» has letters of two alphabets",
    "ocr.broken-word": "a space, hyphen or other sign in «{text}» is wrong",
    "ocr.joined-words": "«{text}» lacks a space",
    "ocr.stray-mark": "«{text}» is no part of the text",
    "ocr.punctuation": "the punctuation of «{text}» cannot be right",
    "ocr.case": "a capital or small letter in «{text}» is wrong",
}
