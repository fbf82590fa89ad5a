"""Ours beside two plain baselines on the same pages.

    python tests/benchmarks/ocr.py [DATA_FOLDER]

hunspell: every unknown Cyrillic word is a flag, its first suggestion the correction (spylls' bundled
dictionary). distance: every word that neither wordfreq nor pymorphy3 knows is a flag, the nearest and
then commonest form the correction (rapidfuzz). DATA_FOLDER (default ../shared/data/ocr-dev) holds
documents as the development data does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import spylls
from spylls.hunspell import Dictionary

from align.bitext import Bitext
from align.evaluate.correction import score_correction
from align.evaluate.detection import score_detection
from align.evaluate.gold_errors import read_gold_errors
from align.ocr import lexicon
from align.ocr.flag import Flag, Suggestion
from align.ocr.tokens import chunks
from align.pipeline import align_file

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

    def nearest(word: str) -> str | None:
        for reach in (1, 2):
            forms = [form for form in words.index.near(word.lower(), reach) if words.knows(form)]
            if forms:
                return max(forms, key=words.zipf)
        return None

    return lambda bitext: list(_unknown(bitext, words.knows, nearest))


def _unknown(
    bitext: Bitext, knows: Callable[[str], bool], suggest: Callable[[str], str | None]
) -> Iterator[Flag]:
    for sentence in bitext.source.sentences if bitext.source else ():
        for chunk in chunks(sentence.text):
            if not any("а" <= letter.lower() <= "я" for letter in chunk.core) or knows(chunk.core):
                continue
            start = chunk.start + len(chunk.lead)
            spans = sentence.traced.spans(start, start + len(chunk.core))
            best = suggest(chunk.core)
            found = (Suggestion(best, 1.0),) if best else ()
            yield Flag("source", sentence.index, spans, chunk.core, "ocr.unknown-word", 1.0, "unknown", found)


def main(folder: Path) -> None:
    """Print a table: document, method, precision, recall, F1, first suggestion right."""
    methods: dict[str, Method] = {"ours": ours, "hunspell": hunspell(), "distance": distance()}
    print(f"{'document':24s}{'method':10s}{'P':>6s}{'R':>6s}{'F1':>6s}{'first':>7s}")
    for path in sorted(item.parent for item in folder.glob("*/errors.tsv")):
        bitext = align_file(path / "source.txt", path / "target.txt")
        gold = read_gold_errors(path / "errors.tsv")
        raw = bitext.documents[0].raw
        for name, method in methods.items():
            flags = method(bitext)
            found = score_detection(flags, gold, tokens=len(raw.split())).counts
            mended = score_correction(raw, flags, gold)
            figures = (found.precision, found.recall, found.f1, mended.rate(1))
            row = "".join(f"{value:7.3f}" if value is not None else "      —" for value in figures)
            print(f"{path.name:24s}{name:10s}{row}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/ocr-dev"))
