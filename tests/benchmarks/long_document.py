"""What OCR errors of a long document cost to find: ``python tests/benchmarks/long_document.py [DATA]``.

The first thousand sentences of *War and Peace* (``scale``), misread by ``tools/confuse_text.py`` (a slip in
thirty characters, and confusions of its own), with their translation. Alignment is not in the figures.
"""

from __future__ import annotations

import argparse
import resource
import sys
from pathlib import Path
from time import perf_counter

from align.alignment.aligner import align_sentences
from align.embed.cache import CachedEncoder
from align.embed.encoder import load
from align.flag import Flag
from align.ocr.detect import find_flags
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.trace import TracedText

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ru", "en")
SENTENCES, RATE = 1000, 1 / 30


def sentences(text: str) -> tuple[Sentence, ...]:
    """One a line."""
    found, at = list[Sentence](), 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Sentence(len(found), TracedText.of(text, Span(at, at + len(line)))))
        at += len(line) + 1
    return tuple(found)


def find(data: Path) -> tuple[Flag, ...]:
    """Spoil, align, look; print the sizes and the seconds of the search."""
    sys.path.insert(0, str(ROOT / "tools"))
    from confuse_text import confuse

    folder = data / "scale"
    lines = [
        (folder / f"{side}.txt").read_text("utf-8").split("\n")[:SENTENCES] for side in ("source", "target")
    ]
    read, rows = confuse("\n".join(lines[0]), 7, RATE)
    source, target = sentences(read), sentences("\n".join(lines[1]))
    encoder = CachedEncoder(load())
    alignment = align_sentences([one.text for one in source], [one.text for one in target], encoder)
    print(
        f"{len(source)} sentences with {len(target)}, {len(read.split())} words, {len(rows)} of them misread"
    )
    started = perf_counter()
    flags = find_flags(source, target, alignment, encoder, languages=LANGUAGES)
    print(f"{len(flags)} flags in {perf_counter() - started:.0f} s")
    return flags


def main() -> None:
    """Look, print the memory."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", default=ROOT.parent / "shared/data")
    find(parser.parse_args().data)
    peaks = [
        resource.getrusage(who).ru_maxrss / 2**20 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    print(f"{max(peaks):.1f} GB in the largest process")


if __name__ == "__main__":
    main()
