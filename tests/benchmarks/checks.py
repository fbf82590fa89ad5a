"""What the checks miss and what they mark in vain: ``python tests/benchmarks/checks.py [DATA]``.

First the texts as they are: the Russian-English sets of ``align-dev``, the truth of ``ocr-dev`` beside its
translation, and the five seeds through the whole pipeline. Every check counts as false but those of
sentences that the gold leaves without a partner. Then faults are planted in the translations of
``align-dev`` and ``ocr-dev``, in one pair of three at a time (sentences: of ten), and everything is aligned
and checked anew:

number              a number that both sides name becomes another
not                 the only "not" (or "n't", "cannot") of a sentence is dropped; the original denies too
one not of several  the same where other negations stay in the sentence: neither side is then without
sentence            a sentence of five words or more is dropped
name                a name that both sides spell alike becomes another

A fault is found when a check of its kinds stands on a sentence of the pair.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from align.alignment.aligner import align_sentences
from align.api import align_file
from align.bitext import Bitext
from align.check.run import find_checks
from align.embed.cache import CachedEncoder
from align.embed.encoder import Encoder, load
from align.evaluate.gold_beads import read_gold_align, read_gold_anchors
from align.flag import Flag
from align.names.similarity import likeness
from align.numerals.quantities import quantities
from align.text.clean import clean
from align.text.document import Side
from align.text.readers.plain import read_plain
from align.text.sentence import Sentence
from align.text.sentences import split
from align.text.span import Span
from align.text.trace import TracedText

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ru", "en")
ROUNDS = {"number": 3, "not": 3, "one not of several": 3, "sentence": 10, "name": 3}
"""One bead in how many is spoilt at a time."""

LEAST = 5
"""Words of a sentence that is worth dropping."""

Bead = tuple[tuple[int, ...], tuple[int, ...]]
Plant = Callable[[str, str, "Text", random.Random], str | None]


@dataclass(frozen=True)
class Text:
    """Sentences of both sides, and which belong together."""

    name: str
    source: list[str]
    target: list[str]
    beads: list[Bead]
    lone: frozenset[tuple[str, int]] = frozenset()

    @property
    def names(self) -> list[str]:
        """Words of the translation with a capital inside sentences that the original spells alike."""
        words = {word for line in self.source for word in re.findall(r"(?<=[а-я,] )[А-ЯЁ][\w-]+", line)}
        found = {name for line in self.target for name in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", line)}
        return sorted(name for name in found if any(likeness(word, name) > 0.3 for word in words))


def texts(data: Path, encoder: Encoder) -> Iterator[Text]:
    """Of ``align-dev`` with its gold, of ``ocr-dev`` as typed with the beads we find."""
    for folder in sorted((data / "align-dev").glob("*-ru-en")):
        source, target = (
            (folder / f"{side}.txt").read_text("utf-8").removesuffix("\n").split("\n") for side in SIDES
        )
        links = read_gold_align(folder / "gold.align").beads
        beads = [(tuple(sorted(link.source)), tuple(sorted(link.target))) for link in links]
        nulls = {("source", at) for link in links if not link.target for at in link.source}
        nulls |= {("target", at) for link in links if not link.source for at in link.target}
        yield Text(folder.name, source, target, beads, frozenset(nulls))
    for folder in sorted((data / "ocr-dev").iterdir()):
        document = read_plain(folder / "truth.txt", "source"), read_plain(folder / "target.txt", "target")
        source, target = (
            [sentence.text for sentence in split(clean(page, side).text, language)]
            for page, side, language in zip(document, SIDES, LANGUAGES, strict=True)
        )
        found = align_sentences(source, target, encoder)
        beads = [(tuple(bead.source), tuple(bead.target)) for bead in found.beads]
        alone = lone_sentences(folder, source, target)
        level = "L0" if folder.name.endswith("L0") else "L1-L3"
        yield Text(f"ocr-dev {level}, as typed/{folder.name}", source, target, beads, alone)


SIDES: tuple[Side, Side] = ("source", "target")


def lone_sentences(folder: Path, source: list[str], target: list[str]) -> frozenset[tuple[str, int]]:
    """Sentences as typed that the gold of the scanned page leaves without a partner."""
    found = set()
    for side, sentences in zip(SIDES, (source, target), strict=True):
        raw = (folder / f"{side}.txt").read_bytes().decode("utf-8")
        for link in read_gold_anchors(folder / "beads.json"):
            anchors, others = (link.source, link.target) if side == "source" else (link.target, link.source)
            for anchor in () if others else anchors:
                heads = [
                    fuzz.ratio(sentence[:40], " ".join(raw[anchor : anchor + 45].split())[:40])
                    for sentence in sentences
                ]
                found.add((side, heads.index(max(heads))))
    return frozenset(found)


def checked(source: Sequence[str], target: Sequence[str], encoder: Encoder) -> tuple[Flag, ...]:
    """Align and check."""
    sides = [
        [Sentence(at, TracedText.of(line, Span(0, len(line)))) for at, line in enumerate(lines)]
        for lines in (source, target)
    ]
    alignment = align_sentences(source, target, encoder)
    return find_checks(sides[0], sides[1], alignment, encoder, languages=LANGUAGES)


def other_number(source: str, target: str, _: Text, chance: random.Random) -> str | None:
    """One number of the target changed, if the source names it."""
    there = quantities(source, "ru")
    for found in quantities(target, "en"):
        if found.form == "digits" and any(found.meets(other) for other in there):
            digits = target[found.start : found.stop]
            new = re.sub(
                r"\d", lambda digit: str((int(digit.group()) + chance.randint(1, 8)) % 9 + 1), digits
            )
        elif found.form == "word" and len(found.values) == 1 and any(found.meets(other) for other in there):
            new = chance.choice(OTHERS)
        else:
            continue
        changed = target[: found.start] + new + target[found.stop :]
        here = quantities(changed, "en")
        fresh = [other for other in here if other.start == found.start]
        if fresh and not any(fresh[0].meets(other) for other in there):
            return changed
    return None


def no_not(source: str, target: str, text: Text, chance: random.Random) -> str | None:
    """The only negation of the target dropped, if the source denies too."""
    return one_not(source, target, text, chance) if len(NEGATIONS.findall(target)) == 1 else None


def one_not_of_several(source: str, target: str, text: Text, chance: random.Random) -> str | None:
    """One "not" dropped where other negations stay, if the source denies too."""
    return one_not(source, target, text, chance) if len(NEGATIONS.findall(target)) > 1 else None


NEGATIONS = re.compile(
    r"\b(?:not?|never|nothing|nobody|none|neither|nor|nowhere|cannot)\b|n['’]t\b", re.IGNORECASE
)


def one_not(source: str, target: str, _: Text, chance: random.Random) -> str | None:
    """One "not" dropped, if the source denies too."""
    places = list(re.finditer(r"\s*\bnot\b|(?<=can)not\b|n['’]t\b", target))
    if not places or not re.search(r"\b(?:не|нет|нельзя|ни\w*)\b", source, re.IGNORECASE):
        return None
    place = chance.choice(places)
    before = re.sub(r"\b(ca|wo|sha)$", lambda cut: WHOLE[cut.group()], target[: place.start()])
    return before + target[place.end() :]


WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
"""What is left of "can't", "won't" and "shan't", as it stands without a "not"."""


def other_name(source: str, target: str, text: Text, chance: random.Random) -> str | None:
    """One name replaced by another of the document, if the source spells it alike."""
    words = re.findall(r"[А-ЯЁ][\w-]+", source)
    for match in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{2,}", target):
        if target.count(match.group()) == 1 and any(likeness(word, match.group()) > 0.3 for word in words):
            others = [
                name for name in [*text.names, *STRANGERS] if not any(likeness(w, name) > 0 for w in words)
            ]
            return target[: match.start()] + chance.choice(others) + target[match.end() :]
    return None


STRANGERS = (
    "Kowalski",
    "Bernhardt",
    "Rousseau",
    "Takahashi",
    "Fitzgerald",
    "Lindqvist",
    "Moreau",
    "Hartmann",
)
OTHERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "eleven", "fourteen", "thirty")

FAULTS: dict[str, tuple[Plant | None, tuple[str, ...]]] = {
    "number": (other_number, ("check.number", "check.date")),
    "not": (no_not, ("check.negation",)),
    "one not of several": (one_not_of_several, ("check.negation",)),
    "sentence": (None, ("check.omission", "check.length")),
    "name": (other_name, ("check.name", "check.name-spelling")),
}


def planted(text: Text, fault: str, turn: int) -> tuple[list[str], list[Bead]]:
    """The translation with faults in every third bead that can have one, and those beads."""
    chance = random.Random(f"{text.name} {fault} {turn}")  # noqa: S311  # to be the same each time
    target, spoilt, eligible = list(text.target), list[Bead](), 0
    for one, other in text.beads:
        if not one or len(other) != 1:
            continue
        source, [at] = " ".join(text.source[index] for index in one), other
        plant = FAULTS[fault][0]
        new = plant(source, text.target[at], text, chance) if plant else ""
        if new is None or (not new and len(text.target[at].split()) < LEAST):
            continue
        eligible += 1
        if eligible % ROUNDS[fault] == turn:
            target[at] = new
            spoilt.append((one, other))
    return target, spoilt


def found(text: Text, fault: str, encoder: Encoder) -> tuple[int, list[Bead]]:
    """How many faults were planted, and those that no check named."""
    total, missed = 0, list[Bead]()
    for turn in range(ROUNDS[fault]):
        target, spoilt = planted(text, fault, turn)
        kept = [at for at, line in enumerate(target) if line]
        flags = checked(text.source, [target[at] for at in kept], encoder) if spoilt else ()
        marked = {
            (flag.side, flag.sentence if flag.side == "source" else kept[flag.sentence])
            for flag in flags
            if flag.kind in FAULTS[fault][1]
        }
        total += len(spoilt)
        missed += [
            (one, other)
            for one, other in spoilt
            if not marked & {*(("source", at) for at in one), *(("target", at) for at in other)}
        ]
    return total, missed


def clean_table(everything: Sequence[Text], seeds: Sequence[Path], encoder: Encoder, *, show: bool) -> None:
    """Checks on the texts as they are."""
    print(f"{'text':36}{'sentences':>10}{'checks':>8}{'false':>7}{'in 100':>8}")
    groups: dict[str, Counter[str]] = {}
    for text in everything:
        flags = checked(text.source, text.target, encoder)
        lines = {"source": text.source, "target": text.target}
        group = groups.setdefault(text.name.split("/")[0], Counter())
        group.update(counted(flags, text.lone, lines, show=show) | {"sentences": len(text.source)})
    for path in seeds:
        bitext = align_file(path)
        flags = tuple(flag for flag in bitext.flags if flag.kind.startswith("check."))
        lines = {side.side: [sentence.text for sentence in side.sentences] for side in bitext.texts}
        count = max(map(len, lines.values()))
        alone = seed_lone(bitext)
        groups.setdefault("seeds", Counter()).update(
            counted(flags, alone, lines, show=show) | {"sentences": count}
        )
    clean = [counts for name, counts in groups.items() if "L1" not in name]
    for name, counts in [*groups.items(), ("all but L1-L3", sum(clean, Counter[str]()))]:
        rate = 100 * counts["false"] / counts["sentences"]
        print(f"{name:36}{counts['sentences']:10}{counts['checks']:8}{counts['false']:7}{rate:8.2f}")


def counted(
    flags: Sequence[Flag], lone: frozenset[tuple[str, int]], lines: dict[str, list[str]], *, show: bool
) -> dict[str, int]:
    """All checks, and those in vain."""
    omitted = ("check.omission", "check.addition")
    false = [flag for flag in flags if (flag.side, flag.sentence) not in lone or flag.kind not in omitted]
    for flag in false if show else ():
        print(f"  {flag.kind} {flag.text!r} {flag.reason} | {lines[flag.side][flag.sentence]}")
    return {"checks": len(flags), "false": len(false)}


def seed_lone(bitext: Bitext) -> frozenset[tuple[str, int]]:
    """Sentences of the letter that a close reading leaves without a partner (``tests/gold/002``)."""
    if bitext.source is None or bitext.target is None:
        return frozenset()
    links = read_gold_anchors(ROOT / "tests" / "gold" / "002" / "beads.json")
    anchors = {
        "source": [anchor for link in links if not link.target for anchor in link.source],
        "target": [anchor for link in links if not link.source for anchor in link.target],
    }
    return frozenset(
        (text.side, sentence.index)
        for text in bitext.texts
        for sentence in text.sentences
        if any(anchor in span for anchor in anchors[text.side] for span in sentence.origin)
    )


def fault_table(everything: Sequence[Text], encoder: Encoder, *, show: bool) -> None:
    """Faults that were found of those that were planted."""
    print(f"\n{'fault':20}{'planted':>8}{'found':>7}{'':>7}")
    for fault in FAULTS:
        results = [(text, *found(text, fault, encoder)) for text in everything]
        total, lost = sum(count for _, count, _ in results), sum(len(missed) for _, _, missed in results)
        print(f"{fault:20}{total:8}{total - lost:7}{100 * (total - lost) / total:6.1f}%", flush=True)
        for text, _, missed in results if show else ():
            for one, other in missed:
                sides = [text.source[at] for at in one], [text.target[at] for at in other]
                print("  ", text.name, *(" ".join(side)[:300] for side in sides), sep=" | ")


def main() -> None:
    """Print the two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--show", action="store_true", help="print what was missed and marked in vain")
    options = parser.parse_args()
    encoder = CachedEncoder(load())
    everything = list(texts(options.data, encoder))
    clean_table(everything, sorted((ROOT / "seeds").glob("0*.txt")), encoder, show=options.show)
    fault_table(everything, encoder, show=options.show)


if __name__ == "__main__":
    main()
