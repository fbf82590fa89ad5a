"""Chunks that are in order whatever the dictionaries say: an ordered list of named rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from align.ocr.lexicon import Lexicon
from align.ocr.tokens import Chunk

MONOGRAM = re.compile(r"[^\W\d_]{2,3}")
REFERENCE = re.compile(r"(?=\D*\d)(?=.*[^\W\d_])[\w./№()-]{2,16}")
ENDING = re.compile(r"\d+-[^\W\d_]{1,3}")


def exempt(chunks: Sequence[Chunk], lexicon: Lexicon) -> list[bool]:
    """For each chunk of a sentence whether nothing needs to be doubted about it."""
    bracketed = inside_brackets(chunks)
    return [bracketed[at] or any(rule(chunks, at, lexicon) for rule in RULES) for at in range(len(chunks))]


def inside_brackets(chunks: Sequence[Chunk]) -> list[bool]:
    """Which chunks touch square brackets that open and close in this sentence: an editor's insertions."""
    found, opened = [False] * len(chunks), None
    for at, chunk in enumerate(chunks):
        for character in chunk.text:
            if character == "[" and opened is None:
                opened = at
            elif character == "]" and opened is not None:
                found[opened : at + 1] = [True] * (at + 1 - opened)
                opened = None
    return found


def abbreviation(chunks: Sequence[Chunk], at: int, lexicon: Lexicon) -> bool:
    """A short unknown word with a full stop before a name or number: ``cde. Filippov``."""
    chunk = chunks[at]
    following = chunks[at + 1].core[:1] if at + 1 < len(chunks) else ""
    named = following.isupper() or following.isdigit()
    return (
        named
        and chunk.trail == "."
        and len(chunk.core) < 5
        and not lexicon.knows(chunk.core)
        and chunk.core.isalpha()
    )


def monogram(chunks: Sequence[Chunk], at: int, lexicon: Lexicon) -> bool:  # noqa: ARG001
    """Two or three letters, the first a capital and not the only one: ``PhD``, ``VCh``, ``VKP(b)``."""
    core = chunks[at].core.split("(")[0]
    return (
        bool(MONOGRAM.fullmatch(core))
        and core[0].isupper()
        and not core.isupper()
        and core[-2:] != core[-2:].lower()
    )


def reference(chunks: Sequence[Chunk], at: int, lexicon: Lexicon) -> bool:  # noqa: ARG001
    """A code of a file or a numeral with its ending: ``P84/421``, ``38-ю``."""
    core = chunks[at].core
    if ENDING.fullmatch(core):
        return True
    own = [character for character in core if character.isalpha()]
    return bool(REFERENCE.fullmatch(core)) and len(own) <= 3 and any(mark in core for mark in "/.(№")


Rule = Callable[[Sequence[Chunk], int, Lexicon], bool]
RULES: tuple[Rule, ...] = (abbreviation, monogram, reference)
