"""Learn which words translate which: ``python tools/learn_bilingual_lexicon.py [DATA] [-o FILE]``.

DATA (default ``../shared/data``) holds ``parallel-ru-en/*.tsv.xz``: Russian, English, score. IBM model 1
(Brown et al. 1993) over lemmas, each sentence's lemmas counted once, in both directions; a pair is kept
where the geometric mean of the two probabilities is high enough. Only that goes into the file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from align.lang.lemma import Lemmatizer, lemmatizer
from align.ocr.translation.bilingual_lexicon import STEP
from align.text.word_tokens import word_tokens

OUTPUT = Path(__file__).parents[1] / "align/ocr/data/bilingual_lexicon.npz"
LANGUAGES = ("ru", "en")
NOTHING = "<nothing>"


@dataclass(frozen=True)
class Recipe:
    """``least``: a mean probability; ``seen``: beads that hold both words; ``score``: of the bead."""

    least: float = 0.03
    seen: int = 2
    score: float = -1.5
    rounds: int = 8


def beads(folder: Path, least: float) -> Iterator[tuple[str, str]]:
    """Both texts of each bead that is sure enough."""
    for path in sorted((folder / "parallel-ru-en").glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                source, target, score = line.rstrip("\n").split("\t")
                if float(score) >= least:
                    yield source, plain(target)


def plain(text: str) -> str:
    """English without the accents that mark the stress of names."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


class Numbering(dict[str, int]):
    """Each new word gets the next number."""

    def __missing__(self, word: str) -> int:
        """Number it."""
        self[word] = number = len(self)
        return number


def cooccurrences(
    texts: Iterator[tuple[str, str]], lemmas: tuple[Lemmatizer, Lemmatizer]
) -> tuple[list[Numbering], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Words of both sides, and for each meeting of two in a bead: bead, source word, target word."""
    words = [Numbering({NOTHING: 0}), Numbering({NOTHING: 0})]
    bead_of, source_of, target_of = [], [], []
    for bead, pair in enumerate(texts):
        sides = [
            np.array([0, *{words[k][lemmas[k](t.lower())] for t in word_tokens(pair[k]) if t[0].isalpha()}])
            for k in (0, 1)
        ]
        grid = np.meshgrid(*sides, indexing="ij")
        source_of.append(grid[0].ravel())
        target_of.append(grid[1].ravel())
        bead_of.append(np.full(grid[0].size, bead))
    return words, np.concatenate(bead_of), np.concatenate(source_of), np.concatenate(target_of)


def model_one(
    bead: NDArray[np.int64],
    given: NDArray[np.int64],
    explained: NDArray[np.int64],
    place: NDArray[np.int64],
    n_pairs: int,
    rounds: int,
) -> NDArray[np.float64]:
    """P(explained | given) of each distinct pair; ``place``: which distinct pair each meeting is."""
    real = explained > 0  # the empty word explains, it is not explained
    bead, given, explained, place = bead[real], given[real], explained[real], place[real]
    _, slot = np.unique(bead * (explained.max() + 1) + explained, return_inverse=True)
    owner = np.zeros(n_pairs, np.int64)
    owner[place] = given
    probability = np.ones(n_pairs)
    for _ in range(rounds):
        likely = probability[place]
        share = likely / np.bincount(slot, likely)[slot]
        counts = np.bincount(place, share, n_pairs)
        probability = counts / np.maximum(np.bincount(owner, counts)[owner], 1e-9)
    return probability


def learn(folder: Path, recipe: Recipe) -> dict[str, NDArray[np.generic]]:
    """The arrays that ``BilingualLexicon.load`` reads."""
    lemmas = (lemmatizer(LANGUAGES[0]), lemmatizer(LANGUAGES[1]))
    words, bead, source, target = cooccurrences(beads(folder, recipe.score), lemmas)
    keys, place, met = np.unique(source * len(words[1]) + target, return_inverse=True, return_counts=True)
    forward = model_one(bead, source, target, place, len(keys), recipe.rounds)
    backward = model_one(bead, target, source, place, len(keys), recipe.rounds)
    mean = np.sqrt(forward * backward)
    first, second = np.divmod(keys, len(words[1]))
    kept = (mean >= recipe.least) & (met >= recipe.seen) & (first > 0) & (second > 0)
    first, second, mean = first[kept], second[kept], mean[kept]
    names = [list(side) for side in words]
    used = [np.unique(first), np.unique(second)]
    first, second = np.searchsorted(used[0], first), np.searchsorted(used[1], second)
    return {
        "source": text([names[0][i] for i in used[0]]),
        "target": text([names[1][i] for i in used[1]]),
        "degrees": np.bincount(first, minlength=len(used[0])).astype(np.uint16),
        "partners": second.astype(np.uint32),
        "values": np.round(np.minimum(-np.log(mean) / STEP, 255)).astype(np.uint8),
    }


def text(lines: list[str]) -> NDArray[np.uint8]:
    """Words as the bytes of lines."""
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def main() -> None:
    """Learn and write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    options.add_argument("-o", "--output", type=Path, default=OUTPUT)
    chosen = options.parse_args()
    recipe = Recipe()
    arrays = learn(chosen.data, recipe)
    paths = sorted((chosen.data / "parallel-ru-en").glob("*.xz"))
    signature = {
        "script": "tools/learn_bilingual_lexicon.py",
        "languages": LANGUAGES,
        "recipe": vars(recipe),
        "sources": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths},
        "rights": "probabilities learned from public-domain novels; the text itself is not here",
    }
    packed = np.frombuffer(json.dumps(signature, sort_keys=True).encode(), np.uint8)
    np.savez_compressed(chosen.output, allow_pickle=False, signature=packed, **arrays)
    print(f"{chosen.output}: {len(arrays['partners'])} pairs, {chosen.output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
