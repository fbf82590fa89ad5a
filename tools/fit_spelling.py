"""Fit the weights for texts that no encoder knows: ``python tools/fit_spelling.py [DATA]``.

The same texts and the same model as in ``fit_alignment.py``, their vectors those of the spelling
(``align.alignment.spelling``). Texts in languages with alphabets are used once more with their source
enciphered, and all of them once more with merged sentences, page furniture and lost lines.
"""

from __future__ import annotations

from pathlib import Path

from alignment_damage import damaged, furniture, lost_lines, merged_sentences
from alignment_data import GoldText, load
from alignment_examples import MAX_BEAD
from alignment_spelling import enciphered
from fit_alignment import fit_all, fit_options, signature_of

from align.alignment.features.matrix import ALL_GROUPS
from align.alignment.method import spelled

DAMAGE = (merged_sentences, furniture, lost_lines)
"""Every text is used as it is, and with this damage."""

DAMAGED_SHARE = 0.5
"""Weight of a damaged text, where that of an undamaged one is 1."""

MIN_POSTERIOR = 4e-3
"""Posterior (fraction 0-1) in the first pass of the candidates for the fit: lengths leave many of them."""

UNUSED = {"words", "answered"}
"""Groups of features that find nothing in words that are only compared by their spelling: without them sets
left out were better (strict F1 of texts .966 to .968, enciphered .949 to .957, scans .965 to .969)."""

COARSE_START = {
    "cosine.sized": 1.5,
    "beside.sized": -1.5,
    "length.sized": -1.3,
    "extra": -1.7,
    "both": -1.0,
    "null": -4.5,
    "normal": -0.35,
}
"""Weights of the first pass that the candidates for fitting its weights come from."""


def texts_to_fit(data: Path) -> list[GoldText]:
    """The texts of the development sets, damaged and enciphered ones among them."""
    texts = load(data)
    alphabetic = [text for text in texts if not text.name.endswith("zh-en")]
    texts += [enciphered(text) for text in alphabetic if text.group != "ocr-dev"]
    return texts + [damaged(text, DAMAGE).text for text in texts]


def main() -> None:
    """Fit, print what was left out, write the weights."""
    options = fit_options(__doc__, Path("align/alignment/weights_spelling.json"))
    texts = texts_to_fit(options.data)
    shares = [DAMAGED_SHARE if text.is_damaged else 1.0 for text in texts]
    pairs = [spelled(text.source, text.target, MAX_BEAD) for text in texts]
    outcome = fit_all(texts, shares, pairs, COARSE_START, options.prior, MIN_POSTERIOR, ALL_GROUPS - UNUSED)
    signature = signature_of("fit_spelling", options.data, options.prior, None)
    outcome.write(options.output, signature)
    if options.left_out:
        outcome.write_left_out(options.left_out, signature, ".spelling.json")


if __name__ == "__main__":
    main()
