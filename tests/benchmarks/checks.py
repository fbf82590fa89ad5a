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
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from align.alignment.aligner import align_sentences
from align.api import align_file
from align.bitext import Bitext
from align.check.run import find_checks
from align.embed.cache import CachedEncoder
from align.embed.encoder import Encoder, load
from align.evaluate.gold_beads import read_gold_anchors
from align.flag import Flag

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from check_texts import LANGUAGES, Bead, CheckText, check_texts, sentences_of
from plant_faults import FAULTS, planted

ROOT = Path(__file__).parents[2]


def checked(source: Sequence[str], target: Sequence[str], encoder: Encoder) -> tuple[Flag, ...]:
    """Align and check."""
    alignment = align_sentences(source, target, encoder)
    sides = sentences_of(source), sentences_of(target)
    return tuple(chain.from_iterable(find_checks(*sides, alignment, encoder, languages=LANGUAGES)))


def found(text: CheckText, fault: str, encoder: Encoder) -> tuple[int, list[Bead]]:
    """How many faults were planted, and those that no check named."""
    total, missed = 0, list[Bead]()
    for turn in range(FAULTS[fault].rounds):
        target, spoilt = planted(text, fault, turn)
        kept = [at for at, line in enumerate(target) if line]
        flags = checked(text.source, [target[at] for at in kept], encoder) if spoilt else ()
        marked = {
            (flag.side, flag.sentence if flag.side == "source" else kept[flag.sentence])
            for flag in flags
            if flag.kind in FAULTS[fault].kinds
        }
        total += len(spoilt)
        missed += [
            (one, other)
            for one, other in spoilt
            if not marked & {*(("source", at) for at in one), *(("target", at) for at in other)}
        ]
    return total, missed


def clean_table(
    everything: Sequence[CheckText], seeds: Sequence[Path], encoder: Encoder, *, show: bool
) -> None:
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


def fault_table(everything: Sequence[CheckText], encoder: Encoder, *, show: bool) -> None:
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
    everything = list(check_texts(options.data, encoder))
    clean_table(everything, sorted((ROOT / "seeds").glob("0*.txt")), encoder, show=options.show)
    fault_table(everything, encoder, show=options.show)


if __name__ == "__main__":
    main()
