"""Count the n-gram model from plain text: ``python tools/learn_ngram.py [DATA] [-o FILE]``.

DATA (default ``../shared/data``) holds ``text-ru/*.xz`` (Russian prose; lines ``=== NAME`` begin a work) and
``parallel-ru-en/*.tsv.xz`` (Russian, English, score); the English model is learned from its English side.
Only counts go into the file; the text does not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from align.ocr.lm.backoff import BITS, pack
from align.ocr.lm.ngram import EMISSION_STEP
from align.ocr.lm.truecasing import LOWER, STEP, preceding_class
from align.ocr.lm.word_forms import RARE, START, STOP, UNKNOWN, normalise, suffix_class
from align.text.word_tokens import word_tokens

OUTPUT = Path(__file__).parents[1] / "align/ocr/data/ngram.npz"
LARGEST = np.concatenate([np.arange(1, 65), np.unique(np.round(64 * 1.08 ** np.arange(1, 191)))])[:255]
"""The counts a byte can stand for: exact to 64, then steps of 8 %."""

_SENTENCE = re.compile(r"(?<=[.!?…])[»\"”)]*\s+(?=[—–-]?\s*[«\"„“(]*[A-ZА-ЯЁ])")


@dataclass(frozen=True)
class Recipe:
    """What is kept: words seen so often, pairs and triples seen so often, classes of their own."""

    words: int = 2
    pairs: int = 1
    triples: int = 2
    class_pairs: int = 1
    class_triples: int = 2
    own_class: int = 600
    modern: float = 0.7  # share of wordfreq in how likely a word is inside its class


def sentences(text: Iterable[str]) -> Iterator[list[str]]:
    """Tokens of each sentence, as written."""
    for paragraph in text:
        for sentence in _SENTENCE.split(paragraph.strip()):
            if found := word_tokens(sentence):
                yield found


def russian(folder: Path) -> Iterator[str]:
    """Paragraphs of the prose."""
    for path in sorted((folder / "text-ru").glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield from (line for line in lines if not line.startswith("==="))


def english(folder: Path) -> Iterator[str]:
    """The English side of the parallel novels, accents of transliterated names taken off."""
    for path in sorted((folder / "parallel-ru-en").glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                letters = unicodedata.normalize("NFKD", line.split("\t")[1])
                yield "".join(c for c in letters if not unicodedata.combining(c))


def count(
    ids: NDArray[np.int64], size: int, least: int
) -> tuple[NDArray[np.uint64], NDArray[np.int64], list[float]]:
    """Sorted keys of runs of ``size`` tokens seen at least ``least`` times, their counts, their discounts."""
    keys = np.zeros(len(ids) - size + 1, np.uint64)
    whole = np.ones(len(keys), bool)
    for step in range(size):
        part = ids[step : len(ids) - size + 1 + step]
        keys = (keys << np.uint64(BITS)) | part.astype(np.uint64)
        whole &= part > 0
    found, counts = np.unique(keys[whole], return_counts=True)
    kept = counts >= least
    return found[kept], counts[kept], discounts(counts)


def discounts(counts: NDArray[np.int64]) -> list[float]:
    """For counts of 1, 2, 3 and more (Chen & Goodman 1999)."""
    n1, n2, n3, n4 = (float(np.sum(counts == size)) for size in (1, 2, 3, 4))
    y = n1 / (n1 + 2 * n2)
    return [1 - 2 * y * n2 / n1, 2 - 3 * y * n3 / n2, 3 - 4 * y * n4 / n3]


def table(
    ids: NDArray[np.int64], n_tokens: int, least: tuple[int, int], prefix: str
) -> dict[str, NDArray[np.generic]]:
    """The arrays that ``BackoffTable.load`` reads."""
    pairs, pair_counts, of_pairs = count(ids, 2, least[0])
    triples, triple_counts, of_triples = count(ids, 3, least[1])
    kept = np.isin(triples >> np.uint64(BITS), pairs)
    return {
        f"{prefix}.pairs": pack(pairs),
        f"{prefix}.pair_counts": byte(pair_counts),
        f"{prefix}.triples": pack(triples[kept]),
        f"{prefix}.triple_counts": byte(triple_counts[kept]),
        f"{prefix}.totals": np.bincount(ids, minlength=n_tokens).astype(np.uint32),
        f"{prefix}.steps": LARGEST.astype(np.uint32),
        f"{prefix}.discounts": np.array([of_pairs, of_triples], np.float32),
    }


def byte(counts: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Each count as the place of the nearest smaller one in ``LARGEST``."""
    return (np.searchsorted(LARGEST, counts, side="right") - 1).astype(np.uint8)


def numbered(stream: Iterable[list[str]]) -> tuple[list[str], NDArray[np.int64]]:
    """Distinct normal forms, most frequent first, and the text as their numbers.

    0 stands between sentences, which begin with START and end with STOP.
    """
    numbers: dict[str, int] = {UNKNOWN: 0, START: 1, STOP: 2}
    text: list[int] = []
    for sentence in stream:
        text.append(1)
        text.extend(numbers.setdefault(normalise(token), len(numbers)) for token in sentence)
        text.extend((2, 0))
    ids = np.array(text, np.int64)
    totals = np.bincount(ids, minlength=len(numbers))
    totals[:3] += totals.max()  # the three keep their places
    order = np.argsort(-totals, kind="stable")
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    forms = list(numbers)
    return [forms[i] for i in order], place[ids]


def classes(
    forms: list[str], totals: NDArray[np.int64], recipe: Recipe
) -> tuple[list[str], NDArray[np.int64]]:
    """Names of the classes and the class of each form: itself when frequent, else its ending."""
    names = [
        form if total >= recipe.own_class or not form[0].isalpha() else suffix_class(form)
        for form, total in zip(forms, totals, strict=True)
    ]
    sizes: Counter[str] = Counter()
    for name, total in zip(names, totals, strict=True):
        sizes[name] += int(total)
    kept = [UNKNOWN, START, STOP, RARE]
    kept += [name for name, size in sizes.most_common() if size >= 20 and name not in kept]
    number = {name: place for place, name in enumerate(kept)}
    return kept, np.array([number.get(name, 3) for name in names], np.int64)


def emissions(
    language: str,
    forms: list[str],
    totals: NDArray[np.int64],
    class_names: list[str],
    class_of: NDArray[np.int64],
    recipe: Recipe,
) -> dict[str, NDArray[np.generic]]:
    """How likely each form is inside its class, and the frequency of the whole class in wordfreq."""
    import wordfreq

    number = {name: place for place, name in enumerate(class_names)}
    frequencies: defaultdict[str, float] = defaultdict(float)
    for word, frequency in wordfreq.get_frequency_dict(language, "best").items():
        frequencies[normalise(word)] += frequency
    own = {form: int(c) for form, c in zip(forms, class_of, strict=True)}
    masses = np.full(len(class_names), 1e-7)
    for word, frequency in frequencies.items():
        masses[own.get(word, number.get(suffix_class(word), 3))] += frequency
    modern = np.array([frequencies.get(form, 0.0) for form in forms]) / masses[class_of]
    old = totals / np.maximum(np.bincount(class_of, totals)[class_of], 1)
    known = (
        np.bincount(class_of, modern)[class_of] > 0
    )  # a class that wordfreq knows nothing of: the text alone
    share = np.where(known, recipe.modern, 0.0)
    logs = np.log(np.maximum(share * modern + (1 - share) * old, 1e-12))
    return {
        "emission": np.round(np.minimum(-logs / EMISSION_STEP, 255)).astype(np.uint8),
        "masses": masses.astype(np.float32),
    }


def capitals(
    sentences: Iterable[list[str]], forms: list[str], class_names: list[str], class_of: NDArray[np.int64]
) -> dict[str, NDArray[np.generic]]:
    """Log-odds of a capital: by word and by class in the middle of a sentence, and what the place adds."""
    number = {form: place for place, form in enumerate(forms)}
    by_word, by_place = np.zeros((len(forms), 2)), defaultdict[str, list[int]](lambda: [0, 0])
    for sentence in sentences:
        for place, word in enumerate(sentence):
            if word[0].isalpha() and (len(word) == 1 or not word.isupper()):
                found, upper = preceding_class(sentence[:place]), int(word[0].isupper())
                by_place[found][upper] += 1
                if found in {LOWER, ","} and (row := number.get(normalise(word))) is not None:
                    by_word[row, upper] += 1
    by_class = np.zeros((len(class_names), 2))
    np.add.at(by_class, class_of, by_word)
    usual = by_word.sum(0) / by_word.sum()
    of_class = by_class + 2 * usual
    of_word = by_word + 2 * (of_class / of_class.sum(1, keepdims=True))[class_of]
    kept = sorted(name for name, seen in by_place.items() if sum(seen) >= 100)
    of_place = np.array([by_place[name] for name in kept]) + 0.5
    shifts = log_odds(of_place) - np.where(np.array(kept) == START, 0.0, log_odds(usual[None]))
    return {
        "capital.of_words": whole(log_odds(of_word)),
        "capital.of_classes": whole(log_odds(of_class)),
        "capital.places": text(kept),
        "capital.of_places": whole(shifts),
    }


def log_odds(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of the second column against the first."""
    odds: NDArray[np.float64] = np.log(counts[:, 1] / counts[:, 0])
    return odds


def whole(values: NDArray[np.float64]) -> NDArray[np.int8]:
    """In steps of a byte."""
    return np.round(values * STEP).clip(-127, 127).astype(np.int8)


def learn(language: str, stream: Iterable[list[str]], recipe: Recipe) -> dict[str, NDArray[np.generic]]:
    """All arrays of one language, their names begun with it."""
    read = list(stream)
    forms, ids = numbered(read)
    totals = np.bincount(ids, minlength=len(forms))
    class_names, class_of = classes(forms, totals, recipe)
    n_kept = int(np.sum(totals >= recipe.words))
    words = np.where(ids < n_kept, ids, 0)
    forms, totals, kept_class = forms[:n_kept], totals[:n_kept], class_of[:n_kept]
    arrays: dict[str, NDArray[np.generic]] = {
        "forms": text(forms),
        "class_names": text(class_names),
        "class_of": kept_class.astype(np.uint16),
        **capitals(read, forms, class_names, kept_class),
        **emissions(language, forms, totals, class_names, kept_class, recipe),
        **table(words, n_kept, (recipe.pairs, recipe.triples), "word"),
        **table(class_of[ids], len(class_names), (recipe.class_pairs, recipe.class_triples), "class"),
    }
    return {f"{language}.{name}": array for name, array in arrays.items()}


def text(words: list[str]) -> NDArray[np.uint8]:
    """Words as the bytes of lines."""
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def signature(folder: Path, recipe: Recipe) -> NDArray[np.uint8]:
    """What the file was made from, by which script, as JSON in bytes."""
    sources = sorted([*(folder / "text-ru").glob("*.xz"), *(folder / "parallel-ru-en").glob("*.xz")])
    described = {
        "script": "tools/learn_ngram.py",
        "recipe": vars(recipe),
        "sources": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sources},
        "rights": "counts learned from public-domain prose; the text itself is not here",
    }
    return np.frombuffer(json.dumps(described, ensure_ascii=False, sort_keys=True).encode(), np.uint8)


def main() -> None:
    """Learn both languages and write one file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    options.add_argument("-o", "--output", type=Path, default=OUTPUT)
    chosen = options.parse_args()
    recipe = Recipe()
    arrays = learn("ru", sentences(russian(chosen.data)), recipe)
    arrays |= learn("en", sentences(english(chosen.data)), recipe)
    np.savez_compressed(chosen.output, allow_pickle=False, signature=signature(chosen.data, recipe), **arrays)
    print(f"{chosen.output}: {chosen.output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
