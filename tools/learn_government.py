"""Count which case Russian prepositions and verbs govern: ``python tools/learn_government.py [DATA]``.

DATA (default ``../shared/data``) holds ``text-ru/*.xz``. Written beside each other under ``align/ocr/data``:

* ``government.tsv``: a preposition and the fraction of its uses with each case;
* ``direction.tsv``: a verb (its dictionary form) and a preposition with which the verb governs another case
  than the preposition does on the whole (*послать в* + accusative), with the fractions;
* ``tags.tsv``: how often the tagger expects each tag where it cannot read the word.

Most endings stand for several cases. Which one is meant is shared out by expectation-maximisation: a form
counts for each of its cases as far as the preposition is seen with that case elsewhere.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np
import pymorphy3
from learn_context import russian, sentences

from align.ocr.grammar.paradigm import Form, forms
from align.ocr.grammar.tagger import Tagger, models

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
OUTPUT = Path(__file__).parents[1] / "align/ocr/data"
Seen = Counter[tuple[str, tuple[float, ...]]]

_ANALYZER = pymorphy3.MorphAnalyzer()


@cache
def parsed(word: str) -> tuple[Form, ...]:
    """All forms of a known word."""
    return forms(_ANALYZER, word)


@cache
def cases(word: str) -> tuple[float, ...] | None:
    """How the uses of a nominal form divide over ``CASES``; ``None`` for other words."""
    found = parsed(word)
    if not found or any(form.case is None or "Fixd" in form.kind for form in found):
        return None
    shares = [sum(form.share for form in found if form.case == case) for case in CASES]
    return tuple(round(share / sum(shares), 3) for share in shares)


@cache
def is_preposition(word: str) -> bool:
    """Whether that is what the word mostly is."""
    found = parsed(word)
    return bool(found) and found[0].kind == "PREP"


@cache
def governor(word: str) -> str | None:
    """The dictionary form of a verb."""
    found = parsed(word)
    return found[0].lemma if found and found[0].kind in {"VERB", "INFN", "GRND", "PRTF", "PRTS"} else None


def uses(sentence: list[str]) -> Iterator[tuple[str, str | None, tuple[float, ...]]]:
    """Each preposition with the verb before it and the cases of the word after it."""
    words = [word.lower() for word in sentence]
    for place, word in enumerate(words[:-1]):
        if is_preposition(word) and (after := cases(words[place + 1])) is not None:
            yield (
                word,
                next(
                    (verb for verb in map(governor, reversed(words[max(0, place - 3) : place])) if verb), None
                ),
                after,
            )


def maximise(seen: Mapping[tuple[float, ...], int], start: np.ndarray, weight: float) -> np.ndarray:
    """The fractions of the cases that explain the endings best; ``start`` counts as ``weight`` uses."""
    endings, counts = np.array(list(seen)), np.array(list(seen.values()), float)
    fractions = start.copy()
    for _ in range(30):
        shared = endings * fractions
        shared /= np.maximum(shared.sum(1, keepdims=True), 1e-12)
        fractions = counts @ shared + weight * start
        fractions /= fractions.sum()
    return fractions


def government(texts: list[list[str]]) -> tuple[list[str], list[str]]:
    """Rows of the two tables."""
    of_preposition: defaultdict[str, Counter[tuple[float, ...]]] = defaultdict(Counter)
    of_verb: defaultdict[tuple[str, str], Counter[tuple[float, ...]]] = defaultdict(Counter)
    for sentence in texts:
        for preposition, verb, after in uses(sentence):
            of_preposition[preposition][after] += 1
            if verb is not None:
                of_verb[verb, preposition][after] += 1
    even = np.full(len(CASES), 1 / len(CASES))
    whole = {word: maximise(seen, even, 1.0) for word, seen in of_preposition.items() if seen.total() >= 30}
    first = [row(word, of_preposition[word].total(), whole[word]) for word in sorted(whole)]
    second = []
    for (verb, preposition), seen in sorted(of_verb.items()):
        if seen.total() >= 12 and preposition in whole:
            own = maximise(seen, whole[preposition], 4.0)
            if np.abs(own - whole[preposition]).sum() > 0.5:
                second.append(row(f"{verb}\t{preposition}", seen.total(), own))
    return first, second


def row(name: str, total: int, fractions: np.ndarray) -> str:
    """Name, uses, fractions."""
    return "\t".join([name, str(total), *(f"{fraction:.3f}" for fraction in fractions)])


def expectations(texts: list[list[str]]) -> list[str]:
    """How often each tag is expected of words that are not read; rows of the third table."""
    folder = models()
    if folder is None:
        raise SystemExit("expected the models of the natasha wheel: pip install natasha")
    tagger = Tagger.load(folder)
    sums = sum(tagger.expected(sentence).sum(0) for sentence in texts if len(sentence) > 4)
    return [f"{tag}\t{part:.3e}" for tag, part in zip(tagger.tags, sums / np.sum(sums), strict=True)]


def main() -> None:
    """Learn and write the three tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    data = options.parse_args().data
    texts = list(sentences(russian(data)))
    prints = [
        hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted((data / "text-ru").glob("*.xz"))
    ]
    source = f"# counted by tools/learn_government.py over public-domain prose, sha256 {' '.join(prints)}"
    first, second = government(texts)
    heads = "\t".join(CASES)
    tables = {
        "government.tsv": [source, f"preposition\tuses\t{heads}", *first],
        "direction.tsv": [source, f"verb\tpreposition\tuses\t{heads}", *second],
        "tags.tsv": [source, "tag\tfraction", *expectations(list(islice(texts, 0, None, 60)))],
    }
    for name, lines in tables.items():
        (OUTPUT / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(lines) - 2} rows")


if __name__ == "__main__":
    main()
