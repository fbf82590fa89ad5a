"""Which word of the translation is aligned with a word of the original."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from align.ocr.translation.association import Association
from align.ocr.translation.bilingual_lexicon import BilingualLexicon
from align.ocr.translation.encoded_words import WordEncoder, forget_words, word_encoder
from align.ocr.translation.word_aligner import AlignedWord, TextPair, WordAligner

__all__ = [
    "AlignedWord",
    "TextPair",
    "WordAligner",
    "WordEncoder",
    "build_word_aligner",
    "forget_words",
    "word_encoder",
]

_LEXICON = Path(__file__).parents[1] / "data/bilingual_lexicon.npz"


def build_word_aligner(
    pairs: Sequence[TextPair], languages: tuple[str, str], words: WordEncoder
) -> WordAligner:
    """The word aligner of a document's beads; ``languages``: of the source, of the target."""
    return WordAligner.build(pairs, _association(languages), words)


@cache
def _association(languages: tuple[str, str]) -> Association:
    """Of a pair of languages, opened once."""
    return Association.between(languages, BilingualLexicon.load(_LEXICON, languages))
