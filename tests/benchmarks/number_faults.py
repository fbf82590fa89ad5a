"""What the check of numbers misses and marks in vain: ``python tests/benchmarks/number_faults.py [DATA]``.

Three groups of Russian texts with their English translations: the sets of ``align-dev`` by their gold beads,
the news of ``ocr-dev`` as typed, and the automatically aligned beads of ``parallel-ru-en`` that are surer
than most, by novel. The rules were looked over on *Anna Karenina* alone.

clean    checks on the texts as they are, all of them in vain
figures  one number in digits of the translation becomes another
words    one number in words becomes another
money    the same, of either, before the name of a coin

A number is changed where both sides have it. What both sides have is decided by the small tables of this
file, so that the faults are the same for every version of the package.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from align.alignment.bead import Alignment, Bead
from align.check.registry import CHECKS
from align.check.run import CheckConfig, find_checks
from align.embed.cache import CachedEncoder
from align.embed.encoder import load
from align.flag import Flag

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from check_texts import LANGUAGES, check_texts, sentences_of

Pair = tuple[str, str]

MIN_SCORE = 0.0
"""Score of a bead of ``parallel-ru-en`` from which it is taken to be right."""

NOVELS = (
    ("War and Peace", range(19_120)),
    ("Anna Karenina", range(19_140, 37_875)),
    ("Fathers and Children", range(37_890, 42_355)),
)
"""Lines of ``novels.tsv``."""

UNITS = ["two", "three", "four", "five", "six", "seven", "eight", "nine"]
UNIT_STEMS = ["дв", "тр", "четыр", "пят", "шест", "сем", "восем", "девят"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
TEN_STEMS = ["двадцат", "тридцат", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяност"]
COINS = r"rou?bles?|[ck]ope[ck]ks?|dollars?|cents|francs?|pounds|shillings|pence"
COIN = re.compile(rf"[ -](?:(?:hundred|thousand|million) )*(?:{COINS})\b")
DIGITS = re.compile(r"(?<![\d.,:/-])[1-9]\d+(?![\d:/-]|[.,]\d)")
WORD = re.compile(rf"\b(?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(UNITS)}))?|{'|'.join(UNITS)})\b")
LONGER = re.compile(r"[ -](?:and|hundred|thousand|million|to|or)\b|-\w")
"""What makes a number a part of a longer one, or of a range."""


def pairs_of(data: Path, only: str | None) -> Iterator[tuple[str, list[Pair]]]:
    """Each group of texts with its pairs of lines, or one group."""
    if only not in dict(NOVELS):
        yield from _sentence_pairs(data)
    with lzma.open(data / "parallel-ru-en" / "novels.tsv.xz", "rt", encoding="utf-8") as lines:
        beads = [line.rstrip("\n").split("\t") for line in lines]
    for name, rows in NOVELS:
        found = (beads[at] for at in rows)
        yield name, [(one, other) for one, other, score in found if float(score) >= MIN_SCORE]


def _sentence_pairs(data: Path) -> Iterator[tuple[str, list[Pair]]]:
    """The groups whose beads are of sentences."""
    encoder = CachedEncoder(load())
    groups: dict[str, list[Pair]] = {}
    for text in check_texts(data, encoder):
        group = groups.setdefault("news" if text.name.startswith("ocr-dev") else "align-dev", [])
        group += [
            (" ".join(text.source[at] for at in one), " ".join(text.target[at] for at in other))
            for one, other in text.beads
            if one and other
        ]
    yield from groups.items()


def checked(pairs: Sequence[Pair]) -> list[Flag]:
    """The flags of the check of numbers, each pair a sure bead."""
    beads = tuple(Bead(range(at, at + 1), range(at, at + 1), 0.8, 0.95) for at in range(len(pairs)))
    source, target = (sentences_of([pair[side] for pair in pairs]) for side in (0, 1))
    config = CheckConfig(off=frozenset(CHECKS) - {"numbers"})
    alignment = Alignment(beads, len(pairs), len(pairs))
    found = find_checks(source, target, alignment, None, languages=LANGUAGES, config=config)
    return [flag for flags in found for flag in flags]


def russian(word: str) -> str:
    """An expression for a number below a hundred, written in English, in Russian or in digits."""
    tens, _, unit = (
        word.replace("-", " ").rpartition(" ") if " " in word.replace("-", " ") else ("", "", word)
    )
    if unit in TENS:
        return rf"\b(?:{TEN_STEMS[TENS.index(unit)]}\w*(?!\s\w*(?:{'|'.join(UNIT_STEMS)}))|{_value(word)})\b"
    stem = rf"{UNIT_STEMS[UNITS.index(unit)]}\w{{1,4}}"
    before = rf"{TEN_STEMS[TENS.index(tens)]}\w*[ -]" if tens else ""
    return rf"\b(?:{before}{stem}|{_value(word)})\b"


def _value(word: str) -> int:
    parts = word.replace("-", " ").split()
    return sum(10 * (TENS.index(part) + 2) if part in TENS else UNITS.index(part) + 2 for part in parts)


def _written(value: int) -> str:
    tens, unit = divmod(value, 10)
    parts = ([TENS[tens - 2]] if tens >= 2 else []) + ([UNITS[unit - 2]] if unit >= 2 else [])
    return "-".join(parts)


def spoilt(pair: Pair, kind: str, chance: random.Random) -> Pair | None:
    """The pair with one number of the translation changed; ``None`` where there is none to change."""
    source, target = pair
    for match in [*DIGITS.finditer(target), *WORD.finditer(target)]:
        word = match.group()
        is_coin = bool(COIN.match(target, match.end()))
        shape = "money" if is_coin else "figures" if word.isdigit() else "words"
        if shape != kind or (LONGER.match(target, match.end()) and not is_coin):
            continue
        known = rf"(?<!\d){word}(?!\d)" if word.isdigit() else russian(word)
        if is_coin and word in UNITS:
            known = rf"\b(?:{UNIT_STEMS[UNITS.index(word)]}|{_value(word)})"  # «пятьсот рублей»
        new = _other(word, chance)
        if re.search(known, source) and new and new not in f"{source} {target}":
            return source, target[: match.start()] + new + target[match.end() :]
    return None


def _other(word: str, chance: random.Random) -> str:
    """Another number of the same length: the last digit is changed, or for one word in two the first."""
    value = int(word) if word.isdigit() else _value(word)
    step = chance.choice([1, 2, 3])
    if word.isdigit():
        return str(value - step if value % 10 >= 5 else value + step)
    other = value + (10 if chance.random() < 0.5 and 20 <= value < 90 else step)
    return _written(other) if other % 10 != 1 and other < 100 and not 10 <= other < 20 else ""


def report(name: str, pairs: Sequence[Pair], shown: Sequence[str]) -> Counter[str]:
    """Print one group of texts."""
    flags = checked(pairs)
    counts = Counter({"pairs": len(pairs), "clean": len(flags)})
    if "clean" in shown:
        show(flags, pairs)
    for kind in ("figures", "words", "money"):
        chance = random.Random(f"{name} {kind}")  # noqa: S311  # to be the same each time
        damaged = [one for pair in pairs if (one := spoilt(pair, kind, chance)) is not None]
        marked = {flag.sentence for flag in checked(damaged)}
        counts.update({kind: len(damaged), f"{kind} found": len(marked)})
        for at, pair in enumerate(damaged if kind in shown else ()):
            if at not in marked:
                print("  ", *pair, sep=" | ")
    faults = (f"{counts[f'{kind} found']:6}/{counts[kind]:<5}" for kind in ("figures", "words", "money"))
    rate = 100 * counts["clean"] / counts["pairs"]
    print(f"{name:22}{counts['pairs']:7}{counts['clean']:6}{rate:7.2f}", *faults, flush=True)
    return counts


def show(flags: Iterable[Flag], pairs: Sequence[Pair]) -> None:
    """Print flags with their lines."""
    for flag in flags:
        print(f"  {flag.side} {flag.text!r} {flag.reason}", *pairs[flag.sentence], sep=" | ")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--only", help="one group of texts")
    parser.add_argument(
        "--show", nargs="*", default=[], help="clean, figures, words or money: print the lines"
    )
    options = parser.parse_args()
    print(f"{'text':22}{'pairs':>7}{'clean':>6}{'in 100':>7}      figures       words        money")
    for name, pairs in pairs_of(options.data, options.only):
        if options.only in (None, name):
            report(name, pairs, options.show)


if __name__ == "__main__":
    main()
