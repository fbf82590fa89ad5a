"""Ours beside two plain baselines on the same tokens, level by level.

    python tests/benchmarks/ocr.py [DATA_FOLDER]

hunspell: every unknown Cyrillic word is a flag, its first suggestion the correction (spylls' bundled
dictionary). distance: every word that neither wordfreq nor pymorphy3 knows is a flag, the nearest and
then commonest form the correction (rapidfuzz). DATA_FOLDER (default ../shared/data/ocr-dev) holds
documents as the development data does; errors are pooled over the documents of a level.
What each feature group contributes: tools/fit_ocr.py --ablation. hunspell takes most of the time for its
suggestions.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import spylls
from spylls.hunspell import Dictionary

from align.api import align_file
from align.bitext import Bitext
from align.evaluate.gold_errors import read_furniture, read_gold_errors
from align.evaluate.report import ErrorScore, score_errors
from align.flag import Flag, Suggestion
from align.lang import lexicon
from align.ocr.candidates.form_indexes import FormIndexes
from align.text.token import tokenize

Method = Callable[[Bitext], list[Flag]]


def ours(bitext: Bitext) -> list[Flag]:
    """What the package flags."""
    return [flag for flag in bitext.flags if flag.side == "source"]


def hunspell() -> Method:
    """Unknown to the spelling dictionary."""
    folder = Path(spylls.__file__).parent / "hunspell" / "data" / "ru" / "ru"
    dictionary: Any = Dictionary.from_files(str(folder))
    return lambda bitext: list(
        _unknown(bitext, dictionary.lookup, lambda word: next(iter(dictionary.suggest(word)), None))
    )


def distance() -> Method:
    """Unknown to word list and morphology; the nearest form, of equals the commonest."""
    words = lexicon.load("ru")
    index = FormIndexes(words).by_edits

    def nearest(word: str) -> str | None:
        for reach in (1, 2):
            forms = [form for form in index.within_distance(word.lower(), reach) if words.knows(form)]
            if forms:
                return max(forms, key=words.zipf)
        return None

    return lambda bitext: list(_unknown(bitext, words.knows, nearest))


def _unknown(
    bitext: Bitext, knows: Callable[[str], bool], suggest: Callable[[str], str | None]
) -> Iterator[Flag]:
    for sentence in bitext.source.sentences if bitext.source else ():
        for chunk in tokenize(sentence.text):
            if not any("а" <= letter.lower() <= "я" for letter in chunk.core) or knows(chunk.core):
                continue
            start = chunk.start + len(chunk.lead)
            spans = sentence.traced.spans(start, start + len(chunk.core))
            best = suggest(chunk.core)
            found = (Suggestion(best, 1.0),) if best else ()
            yield Flag("source", sentence.index, spans, chunk.core, "ocr.unknown-word", 1.0, "unknown", found)


def scored(folder: Path, flags: Sequence[Flag], raw: str) -> ErrorScore:
    """The flags of one document against its gold."""
    return score_errors(
        raw,
        flags,
        read_gold_errors(folder / "errors.tsv"),
        words=len(raw.split()),
        truth=(folder / "truth.txt").read_text(encoding="utf-8"),
        furniture=read_furniture(folder / "aside.tsv"),
    )


def measured(folder: Path) -> dict[tuple[str, str], ErrorScore]:
    """One document by every method, under its level and the method's name."""
    bitext = align_file(folder / "source.txt", folder / "target.txt")
    level, raw = folder.name.rsplit("-", 1)[-1], bitext.documents[0].raw
    methods: dict[str, Method] = {"ours": ours, "hunspell": hunspell(), "distance": distance()}
    return {(level, name): scored(folder, method(bitext), raw) for name, method in methods.items()}


def main() -> None:
    """Print a table: level, method, precision, recall, F1, first and third suggestion, false alarms."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data/ocr-dev"))
    options = parser.parse_args()
    folders = sorted(item.parent for item in options.data.glob("*/errors.tsv"))
    scores: dict[tuple[str, str], ErrorScore] = defaultdict(ErrorScore)
    with ProcessPoolExecutor() as pool:
        for folder, found in zip(folders, pool.map(measured, folders), strict=True):
            print(f"{folder.name} measured", file=sys.stderr, flush=True)
            for key, score in found.items():
                scores[key] += score
    print(f"{'level':6}{'method':10}     P      R     F1  first  third  CER cut  false/1000")
    for (level, name), score in sorted(scores.items(), key=lambda item: item[0][0]):
        counts, corrected = score.detection.counts, score.correction
        figures = (counts.precision, counts.recall, counts.f1, corrected.rate(1), corrected.rate(3))
        row = "".join(f"{value:7.3f}" if value is not None else "      —" for value in figures)
        alarms = score.detection.false_alarms or 0
        print(f"{level:6}{name:10}{row}{score.characters.cut or 0:9.3f}{alarms:12.1f}")


if __name__ == "__main__":
    main()
