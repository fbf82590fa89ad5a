"""Capitals inside a word: names that have them keep them, and no candidate puts one there."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from align.lang.folding import fold
from align.ocr.candidates.token_context import TokenContext
from align.ocr.lattice.candidate import Candidate
from align.text.token import parse

PARTICLE = re.compile(r"(?:Mc|Mac|[DdLlOОдДлЛ]['’])[A-ZА-ЯЁ][^\W\d_]+(?:['’]s)?")
"""A name with a particle before it: ``McDonald``, ``д'Артаньян``."""


def with_good_case(
    context: TokenContext, candidates: Sequence[Candidate], target_words: Iterable[str]
) -> tuple[Candidate, ...]:
    """The candidates without those that only take the capitals of a name, or put one behind a small letter.

    Args:
        context: The token.
        candidates: The observed text first.
        target_words: The words of the translation.
    """
    core, kept = context.token.core, frozenset(target_words)
    is_name = PARTICLE.fullmatch(core) is not None or (
        _has_inner(core) and (core in kept or not context.lexicon.knows(core))
    )
    if is_name:
        return tuple(one for one in candidates if not one.changed or not _is_recased(one, core))
    mixed = _mixes(core)
    return tuple(one for one in candidates if mixed or not one.changed or not _gains_inner(one, kept))


def _has_inner(core: str) -> bool:
    """Whether a capital and a small letter stand in it otherwise than at the head of a word."""
    return core.isalpha() and not (core.islower() or core.isupper() or core[1:].islower())


def _is_recased(candidate: Candidate, core: str) -> bool:
    """Whether a candidate differs in nothing but its capitals."""
    found = parse(candidate.text).core
    return found != core and fold(found) == fold(core)


def _gains_inner(candidate: Candidate, kept: Container[str]) -> bool:
    """Whether a candidate has a capital behind a small letter: ``PR`` → ``oR``; not if it is to be kept."""
    if candidate.text.islower() or candidate.text.istitle():
        return False
    found = parse(candidate.text).core
    return found.isalpha() and _mixes(found) and found not in kept


def _mixes(word: str) -> bool:
    return any(one.islower() and two.isupper() for one, two in pairwise(word))
