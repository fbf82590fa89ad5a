"""Learn the words and letters of each language: ``python tools/learn_languages.py [-o FILE]``.

From the lists of wordfreq, and for languages that it lacks from ``tools/common_words.tsv``: words in the
order of their frequency. Spellings of older print are added to the words of today.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from align.lang.word_evidence import END, START, STEP, UNLISTED

OUTPUT = Path(__file__).parents[1] / "align/lang/data/words.npz"
OWN = Path(__file__).parent / "common_words.tsv"
LISTED = [
    "ru", "uk", "bg", "mk", "en", "de", "fr", "es", "it", "pt", "ca", "nl", "da", "nb", "sv", "fi", "is",
    "pl", "cs", "sk", "sl", "hu", "ro", "lt", "lv", "tr", "vi", "id",
]  # fmt: skip
"""Languages with a list in wordfreq."""

COMMON, COUNTED = 2000, 20_000
"""Words of a language that are kept, and those whose letters are counted."""

POWER = 0.5
"""A word's letters count with this power of its frequency: between counting texts and counting words."""

MIN_UNLISTED = 0.02
"""Least fraction of a language's text that is in words which are not kept."""

OLD_SHARE = 0.03
"""Fraction of a word's occurrences that an older spelling of it is given."""

MIN_TRIGRAM = 3e-6
"""Fraction of a language's letters from which three letters are kept."""

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
LATIN_TO_CYRILLIC = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")
DIGRAPHS = (("lj", "љ"), ("nj", "њ"), ("dž", "џ"))
SERBIAN = {
    "gde": "gdje", "ko": "tko", "niko": "nitko", "neko": "netko", "šta": "što", "hiljada": "tisuća",
    "uopšte": "uopće", "takođe": "također", "opšte": "opće", "juče": "jučer", "nedelje": "tjedna",
    "hleb": "kruh", "januara": "siječnja", "marta": "ožujka", "avgusta": "kolovoza", "oktobra": "listopada",
}  # fmt: skip
"""Serbian words and the Croatian ones in their place, where more than a vowel differs."""

Words = Mapping[str, float]


def main() -> None:
    """Learn the model and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=OUTPUT)
    given = parser.parse_args()
    languages = {code: with_old_spellings(code, words) for code, words in word_lists()}
    given.output.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(given.output, allow_pickle=False, **tables(languages))
    print(f"{given.output}: {len(languages)} languages, {given.output.stat().st_size:,} bytes")


def word_lists() -> Iterator[tuple[str, Words]]:
    """Each language with its words and their fraction of all words."""
    for code in LISTED:
        yield code, listed(code)
    both = listed("sh")
    yield "hr", {word: share * croatian(word, both) for word, share in both.items()}
    serbian = {word: share * (2 - croatian(word, both)) for word, share in both.items()}
    yield "sr-Latn", serbian
    yield "sr", {in_cyrillic(word): share for word, share in serbian.items()}
    for line in OWN.read_text(encoding="utf-8").splitlines():
        code, _, words = line.partition("\t")
        ranked = dict.fromkeys(words.lower().split())
        yield code, {word: 0.07 / (rank + 2) for rank, word in enumerate(ranked)}


def listed(code: str) -> Words:
    """The most frequent words of wordfreq's list."""
    from wordfreq import get_frequency_dict

    words = (
        (word, share) for word, share in get_frequency_dict(code, "best").items() if WORD.fullmatch(word)
    )
    return dict(sorted(words, key=lambda item: -item[1])[:COUNTED])


def croatian(word: str, both: Words) -> float:
    """How much more a word is Croatian than Serbian, 0-2: by *ije* or *je* for *e*, else 1."""
    if word in SERBIAN or (len(word) > 3 and _changed(word, "e", ("ije", "je")) & both.keys()):
        return 0.1
    if word in SERBIAN.values() or (len(word) > 3 and _changed(word, "ije", ("e",)) & both.keys()):
        return 1.9
    return 1.0


def _changed(word: str, vowel: str, others: tuple[str, ...]) -> set[str]:
    return {word.replace(vowel, other, 1) for other in others} if vowel in word else set()


def in_cyrillic(word: str) -> str:
    """A Serbian word in Cyrillic letters."""
    for latin, cyrillic in DIGRAPHS:
        word = word.replace(latin, cyrillic)
    return word.translate(LATIN_TO_CYRILLIC)


def with_old_spellings(code: str, words: Words) -> Words:
    """The words with the spellings that older print has for them."""
    found = dict(words)
    for word, share in words.items():
        for old in old_spellings(code, word):
            if old != word:
                found[old] = found.get(old, 0.0) + share * OLD_SHARE
    return found


def old_spellings(code: str, word: str) -> Iterator[str]:
    """How the word was spelt or printed before, as an OCR gives it (the long s reads as f)."""
    if word.isascii() or word[0] < "а":
        yield re.sub("s(?=.)", "f", word)
    if code == "cs":
        yield word.replace("v", "w").replace("j", "g").replace("í", "j").replace("ou", "au")
    if code == "de":
        yield word.replace("ei", "ey")
        yield re.sub(r"\bt(?=[eu])", "th", word)
    if code == "sl":
        yield word.replace("c", "z").replace("č", "zh").replace("š", "sh").replace("ž", "sh")
    if code == "nl":
        yield re.sub("ij", "y", word)
    if code == "bg":
        yield re.sub("(?<=.)ъ(?=.)", "ж", word)
        yield re.sub("а$", "ж", word)


def tables(languages: Mapping[str, Words]) -> dict[str, NDArray[np.uint8]]:
    """The arrays of the file: of words, of three letters, two, one; values are ``-log p / STEP``."""
    models = [Letters.counted(words) for words in languages.values()]
    lists = [shares(words) for words in languages.values()]
    rows = sorted({word for words in lists for word in words})
    values = [[_byte(words.get(row)) for words in lists] for row in rows]
    unlisted = [_byte(max(1 - sum(words.values()), MIN_UNLISTED)) for words in lists]
    found = {
        "languages": _text([*languages]),
        "words": _text(rows),
        "word_values": np.array(values, np.uint8),
    }
    found["unlisted"] = np.array(unlisted, np.uint8)
    for length in (3, 2, 1):
        grams = sorted({gram for model in models for gram in model.kept(length)})
        found[f"grams{length}"] = _text(grams)
        array = [[_byte(model.probability(gram)) for model in models] for gram in grams]
        found[f"gram_values{length}"] = np.array(array, np.uint8)
    return found


def shares(words: Words) -> Words:
    """The most frequent words with their fraction of all."""
    total = sum(words.values()) if sum(words.values()) > 0.8 else 1.0
    common = sorted(words.items(), key=lambda item: -item[1])[:COMMON]
    return {word: share / total for word, share in common}


@dataclass(frozen=True)
class Letters:
    """How often letters follow each other in the words of a language: trigrams that back off to bigrams."""

    counts: Mapping[int, Counter[str]]
    contexts: Mapping[int, Counter[str]]
    total: float

    @classmethod
    def counted(cls, words: Words) -> Letters:
        """Count a list of words."""
        counts: dict[int, Counter[str]] = {1: Counter(), 2: Counter(), 3: Counter()}
        contexts: dict[int, Counter[str]] = {2: Counter(), 3: Counter()}
        for word, share in words.items():
            letters, weight = START + word + END, share**POWER
            for at in range(2, len(letters)):
                counts[1][letters[at]] += weight
                for length in (2, 3):
                    gram = letters[at - length + 1 : at + 1]
                    counts[length][gram] += weight
                    contexts[length][gram[:-1]] += weight
        return cls(counts, contexts, sum(counts[1].values()))

    def kept(self, length: int) -> Iterator[str]:
        """The letters that stand together often enough to be kept."""
        least = MIN_TRIGRAM * self.total if length == 3 else 0.0
        return (gram for gram, count in self.counts[length].items() if count > least)

    def probability(self, gram: str) -> float:
        """P(last letter | those before)."""
        if len(gram) == 1:
            return (self.counts[1][gram] + 1e-4 * self.total) / (self.total * 1.02)
        mean = self.total / len(self.contexts[2]) * (0.02 if len(gram) == 2 else 0.01)
        seen = self.counts[len(gram)][gram] + mean * self.probability(gram[1:])
        return seen / (self.contexts[len(gram)][gram[:-1]] + mean)


def _byte(probability: float | None) -> int:
    if probability is None:
        return UNLISTED
    return int(min(UNLISTED - 1, max(0.0, round(-float(np.log(probability)) / STEP))))


def _text(entries: list[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(entries).encode(), dtype=np.uint8)


if __name__ == "__main__":
    main()
