"""The translation as a witness: which word of it answers a word of the original."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from align.embed.encoder import Encoder
from align.ocr.translation.association import Association
from align.ocr.translation.bilingual_lexicon import BilingualLexicon
from align.ocr.translation.word_aligner import AlignedWord, TextPair, WordAligner

__all__ = ["AlignedWord", "TextPair", "WordAligner", "build_word_aligner"]

_LEXICON = Path(__file__).parents[1] / "data/lexicon.npz"


def build_word_aligner(
    pairs: Sequence[TextPair], languages: tuple[str, str], encoder: Encoder
) -> WordAligner:
    """The witness of a document's beads; ``languages``: of the source, of the target."""
    lexicon = BilingualLexicon.load(_LEXICON, languages)
    return WordAligner.build(pairs, Association.between(languages, lexicon), encoder)
