"""Count which case Russian prepositions and verbs govern: ``python tools/learn_government.py [DATA]``.

DATA (default ``../shared/data``) holds ``text-ru/*.xz``. Written beside each other under ``align/ocr/data``:

* ``preposition_cases.tsv``: a preposition and the fraction of its uses with each case;
* ``governor_cases.tsv``: a verb or noun (its dictionary form) and a preposition with which it governs another
  case than the preposition does on the whole (*послать в* + accusative), with the fractions;
* ``tag_frequencies.tsv``: how often the tagger expects each tag where it cannot read the word.

Most endings stand for several cases. Which one is meant is shared out by expectation-maximisation: a form
counts for each of its cases as far as the preposition is seen with that case elsewhere. A noun made of a
verb governs much as the verb does (*посылка в*): of 117 pairs met twice and more the verb's fractions, half
mixed with the preposition's, make a use likelier by a tenth of a nat. These
are the prior of a rare noun, to which its own uses are added.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np
import pymorphy3
from learn_ngram import russian, sentences

from align.ocr.grammar.morphology import Form, forms
from align.ocr.grammar.tagger import Tagger
from align.ocr.runtime.word_vectors import slovnet_folder

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
OUTPUT = Path(__file__).parents[1] / "align/ocr/data"
Seen = Counter[tuple[float, ...]]
Governor = tuple[str, str]
"""A verb or noun, and the preposition after it."""
LEAST, PRIOR, APART, KNOWN = 12, 4.0, 0.5, 5
"""Uses from which a word has a row; uses its prior weighs; how far its fractions are from the preposition's,
all differences together; how often a noun is met that has a row for its verb's sake."""
VERBAL = {"VERB", "INFN", "GRND", "PRTF", "PRTS"}
INFINITIVE = re.compile(r"(?:ова|ыва|ива|а|я|и|е|ы|)ть(?:ся)?$|ти(?:сь)?$")
ACTION = re.compile(r"(?:(?:ова|ыва|ива|е|а|я)н|[иы]?т)[иь]е$|ка$|ок$|$")
LABIAL = re.compile(r"(?<=[бпвмф])л$")
SHORTEST = 4
"""Letters of a stem that two words may share by chance."""

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
def lemma(word: str, kinds: frozenset[str]) -> str | None:
    """The dictionary form of a word that mostly is of one of these parts of speech."""
    found = parsed(word)
    return found[0].lemma if found and found[0].kind in kinds else None


def verb_of(words: Sequence[str]) -> str | None:
    """The nearest verb before a preposition."""
    return next((verb for verb in (lemma(word, frozenset(VERBAL)) for word in reversed(words)) if verb), None)


def noun(word: str) -> str | None:
    """A noun's dictionary form."""
    return lemma(word, frozenset({"NOUN"}))


def uses(sentence: list[str]) -> Iterator[tuple[str, str | None, str | None, tuple[float, ...]]]:
    """Each preposition with the verb before it, the noun beside it, and the cases of the word after it."""
    words = [word.lower() for word in sentence]
    for place, word in enumerate(words[:-1]):
        if is_preposition(word) and (after := cases(words[place + 1])) is not None:
            before = words[max(0, place - 3) : place]
            yield word, verb_of(before), noun(before[-1]) if before else None, after


def stem(word: str, ending: re.Pattern[str]) -> str:
    """A word without what makes it a verb, or a noun of one: *отправлять* and *отправка* share it."""
    return LABIAL.sub("", ending.sub("", word, count=1))


def maximise(seen: Mapping[tuple[float, ...], int], start: np.ndarray, weight: float) -> np.ndarray:
    """The fractions of the cases that explain the endings best; ``start`` counts as ``weight`` uses."""
    endings = np.array(list(seen)).reshape(-1, len(CASES))
    counts = np.array(list(seen.values()), float)
    fractions = start.copy()
    for _ in range(30):
        shared = endings * fractions
        shared /= np.maximum(shared.sum(1, keepdims=True), 1e-12)
        fractions = counts @ shared + weight * start
        fractions /= fractions.sum()
    return fractions


def government(texts: list[list[str]]) -> tuple[list[str], list[str]]:
    """Rows of the two tables."""
    of_preposition: defaultdict[str, Seen] = defaultdict(Counter)
    of_verb: defaultdict[Governor, Seen] = defaultdict(Counter)
    of_noun: defaultdict[Governor, Seen] = defaultdict(Counter)
    for sentence in texts:
        for preposition, verb, beside, after in uses(sentence):
            of_preposition[preposition][after] += 1
            if verb is not None:
                of_verb[verb, preposition][after] += 1
            if beside is not None:
                of_noun[beside, preposition][after] += 1
    even = np.full(len(CASES), 1 / len(CASES))
    whole = {word: maximise(seen, even, 1.0) for word, seen in of_preposition.items() if seen.total() >= 30}
    verbs = apart({pair: (seen, None) for pair, seen in of_verb.items() if seen.total() >= LEAST}, whole)
    made = {pair: (of_noun[pair], start) for pair, start in actions(texts, verbs).items()}
    common = {pair: (seen, None) for pair, seen in of_noun.items() if seen.total() >= LEAST}
    nouns = apart({**common, **made}, whole)
    first = [row(word, of_preposition[word].total(), whole[word]) for word in sorted(whole)]
    counted = [(verbs, of_verb), (nouns, of_noun)]
    second = [
        row("\t".join(pair), seen[pair].total(), found[pair]) for found, seen in counted for pair in found
    ]
    return first, sorted(second)


def apart(
    uses: Mapping[Governor, tuple[Seen, np.ndarray | None]], whole: Mapping[str, np.ndarray]
) -> dict[Governor, np.ndarray]:
    """The fractions of those words that do not govern as the preposition does on the whole.

    ``uses``: with what is thought of a word before, half of it the preposition's own.
    """
    found = {}
    for (word, preposition), (seen, start) in uses.items():
        if preposition in whole:
            usual = whole[preposition]
            own = maximise(seen, usual if start is None else (start + usual) / 2, PRIOR)
            if np.abs(own - usual).sum() > APART:
                found[word, preposition] = own
    return found


def actions(texts: Iterable[list[str]], verbs: Mapping[Governor, np.ndarray]) -> dict[Governor, np.ndarray]:
    """How the verbs of nouns that are made of verbs govern, the mean of them, by noun and preposition."""
    of_stem: defaultdict[str, defaultdict[str, list[np.ndarray]]] = defaultdict(lambda: defaultdict(list))
    for (verb, preposition), fractions in verbs.items():
        if len(root := stem(verb, INFINITIVE)) >= SHORTEST:
            of_stem[root][preposition].append(fractions)
    met = Counter(found for sentence in texts for word in sentence if (found := noun(word.lower())))
    known = (word for word, count in met.items() if count >= KNOWN)
    return {
        (word, preposition): np.mean(fractions, axis=0)
        for word in known
        for preposition, fractions in of_stem.get(stem(word, ACTION), {}).items()
    }


def row(name: str, total: int, fractions: np.ndarray) -> str:
    """Name, uses, fractions."""
    return "\t".join([name, str(total), *(f"{fraction:.3f}" for fraction in fractions)])


def expectations(texts: list[list[str]]) -> list[str]:
    """How often each tag is expected of words that are not read; rows of the third table."""
    folder = slovnet_folder()
    if folder is None:
        raise SystemExit("expected the models of the natasha wheel: pip install natasha")
    tagger = Tagger.load(folder)
    sums = sum(tagger.expected([one], [range(len(one))]).sum(0) for one in texts if len(one) > 4)
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
        "preposition_cases.tsv": [source, f"preposition\tuses\t{heads}", *first],
        "governor_cases.tsv": [source, f"governor\tpreposition\tuses\t{heads}", *second],
        "tag_frequencies.tsv": [source, "tag\tfraction", *expectations(list(islice(texts, 0, None, 60)))],
    }
    for name, lines in tables.items():
        (OUTPUT / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(lines) - 2} rows")


if __name__ == "__main__":
    main()
