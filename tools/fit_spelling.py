"""Fit the weights for texts that no encoder knows: ``python tools/fit_spelling.py [DATA]``.

The same texts and the same model as in ``fit_alignment.py``, their vectors those of the spelling
(``align.alignment.spelling``). Texts in languages with alphabets are used once more with their source
enciphered, and all of them once more with merged sentences, page furniture and lost lines.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from alignment_damage import damaged
from alignment_data import GoldText, load
from alignment_predictions import Beads, calibrate, report, report_weights
from alignment_spelling import enciphered
from fit_alignment import coarse_weights, document_pairs, fine_examples, fit, held_out, write

from align.alignment.features.document_pair import DocumentPair
from align.alignment.graph import Gaps
from align.alignment.spelling import SpellingEncoder

DAMAGE = ["merged sentences", "furniture", "lost lines"]
"""Every text is used as it is, and with this damage."""

MIN_POSTERIOR = 4e-3
"""Posterior (fraction 0-1) in the first pass of the candidates for the fit: lengths leave many of them."""

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


def spelled(text: GoldText) -> DocumentPair:
    """The text with the vectors of its spelling."""
    return document_pairs([text], SpellingEncoder.of(text.source, text.target))[0]


def main() -> None:
    """Fit, print what was held out, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--output", type=Path, default=Path("align/alignment/weights_spelling.json"))
    parser.add_argument("--prior", type=float, default=2.0, help="inverse variance of the weights")
    options = parser.parse_args()
    texts = texts_to_fit(options.data)
    pairs = [spelled(text) for text in texts]
    coarse = coarse_weights(texts, pairs, options.prior, COARSE_START)
    examples, names = fine_examples(texts, pairs, coarse, MIN_POSTERIOR)
    out_of_set = held_out(examples, options.prior)
    line = calibrate(Beads.joined(list(out_of_set.values())))
    report("set held out", out_of_set, line)
    weights = fit(examples, options.prior).tolist()
    fine, gaps = dict(zip(names, weights[:-2], strict=True)), Gaps(*weights[-2:])
    report_weights(fine)
    write(options, coarse, fine, gaps, line, None)


if __name__ == "__main__":
    main()
