"""Chunks that are in order whatever the dictionaries say: an ordered list of named rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from align.lang.lexicon import Lexicon
from align.text.insertions import inside
from align.text.token import Token

MONOGRAM = re.compile(r"[^\W\d_]{2,3}")
REFERENCE = re.compile(r"(?=\D*\d)(?=.*[^\W\d_])[\w./№()-]{2,16}")
ENDING = re.compile(r"\d+-[^\W\d_]{1,3}")


def skipped(chunks: Sequence[Token], lexicon: Lexicon, insertions: Sequence[range] = ()) -> list[bool]:
    """For each chunk of a sentence whether nothing needs to be doubted about it.

    ``insertions``: the stretches of the sentence (code points) that an editor put in.
    """
    return [
        inside((chunk.start, chunk.stop), insertions) or any(rule(chunks, at, lexicon) for rule in SKIP_RULES)
        for at, chunk in enumerate(chunks)
    ]


def abbreviation(chunks: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
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


def monogram(chunks: Sequence[Token], at: int, lexicon: Lexicon) -> bool:  # noqa: ARG001
    """Two or three letters, the first a capital and not the only one: ``PhD``, ``VCh``, ``VKP(b)``."""
    core = chunks[at].core.split("(")[0]
    return (
        bool(MONOGRAM.fullmatch(core))
        and core[0].isupper()
        and not core.isupper()
        and core[-2:] != core[-2:].lower()
    )


def reference(chunks: Sequence[Token], at: int, lexicon: Lexicon) -> bool:  # noqa: ARG001
    """A code of a file or a numeral with its ending: ``P84/421``, ``38-ю``."""
    core = chunks[at].core
    if ENDING.fullmatch(core):
        return True
    own = [character for character in core if character.isalpha()]
    return bool(REFERENCE.fullmatch(core)) and len(own) <= 3 and any(mark in core for mark in "/.(№")


def typed_dash(chunks: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Two words with a dash between them as typewriters have it: ``crime--it``."""
    before, dash, after = chunks[at].core.partition("--")
    return bool(dash) and lexicon.knows(before) and lexicon.knows(after)


Rule = Callable[[Sequence[Token], int, Lexicon], bool]
SKIP_RULES: tuple[Rule, ...] = (abbreviation, monogram, reference, typed_dash)
