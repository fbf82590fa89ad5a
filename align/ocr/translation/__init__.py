"""The translation as a witness: which word of it answers a word of the original."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from align.embed.encoder import Encoder
from align.ocr.translation.association import Association
from align.ocr.translation.lexicon import Lexicon
from align.ocr.translation.witness import Answer, Pair, Witness

__all__ = ["Answer", "Pair", "Witness", "call"]

_LEXICON = Path(__file__).parents[1] / "data/lexicon.npz"


def call(pairs: Sequence[Pair], languages: tuple[str, str], encoder: Encoder) -> Witness:
    """The witness of a document's beads; ``languages``: of the source, of the target."""
    lexicon = Lexicon.load(_LEXICON, languages)
    return Witness.of(pairs, Association.between(languages, lexicon), encoder)
