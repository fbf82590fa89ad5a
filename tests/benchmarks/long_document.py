"""What OCR errors of a long document cost to find: ``python tests/benchmarks/long_document.py [DATA]``.

The first thousand sentences of *War and Peace* (``scale``), misread by ``tools/confuse_text.py`` (a slip in
thirty characters, and confusions of its own), with their translation. Alignment is not in the figures.
``--clean``: the same sentences as they were printed. ``--hunspell``: hunspell (Debian's ``hunspell`` and
``hunspell-ru``) on the words of the original, with its suggestions, in the same run. With either the search
runs in one process, and its seconds of processor time are printed.
"""

from __future__ import annotations

import argparse
import gc
import resource
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter, process_time

from align.alignment.aligner import align_sentences
from align.embed.cache import CachedEncoder
from align.embed.encoder import load
from align.flag import Flag
from align.ocr.detect import SearchedSide, find_flags
from align.ocr.runtime import parallel
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.token import tokenize
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


def texts(data: Path, *, clean: bool) -> tuple[str, str]:
    """The original, misread unless ``clean``, and its translation; one sentence a line."""
    sys.path.insert(0, str(ROOT / "tools"))
    from confuse_text import confuse

    folder = data / "scale"
    original, translation = (
        "\n".join((folder / f"{side}.txt").read_text("utf-8").split("\n")[:SENTENCES])
        for side in ("source", "target")
    )
    return original if clean else confuse(original, 7, RATE)[0], translation


def find(data: Path) -> tuple[Flag, ...]:
    """The flags of the misread sentences."""
    return search(data, clean=False)[0]


def search(data: Path, *, clean: bool) -> tuple[tuple[Flag, ...], float]:
    """Spoil, align, look; print the sizes and the seconds of the search.

    Returns:
        The flags, and the seconds of processor time that this process took to find them.
    """
    read, translation = texts(data, clean=clean)
    source, target = sentences(read), sentences(translation)
    encoder = CachedEncoder(load())
    alignment = align_sentences([one.text for one in source], [one.text for one in target], encoder)
    words = len(read.split()) + len(translation.split())
    print(f"{len(source)} sentences with {len(target)}, {words} words on both sides")
    started, busy = perf_counter(), process_time()
    flags = find_flags(
        SearchedSide(source, LANGUAGES[0]), SearchedSide(target, LANGUAGES[1]), alignment, encoder
    )
    busy = process_time() - busy
    print(f"{len(flags)} flags in {perf_counter() - started:.0f} s")
    if parallel.MAX_PROCESSES == 1:
        print(f"search: {busy:.1f} s of processor time, {words / busy:.0f} words a second")
    return flags, busy


def hunspell(words: Iterable[str]) -> float:
    """Seconds of processor time that hunspell takes for words, with suggestions for those it does not know.

    Raises:
        FileNotFoundError: hunspell is not installed.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = "".join(f"^{word}\n" for word in words)  # the mark keeps a word from being a command
    command = ["hunspell", "-a", "-i", "utf-8", "-d", "ru_RU"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    unknown = sum(line.startswith(("&", "#")) for line in done.stdout.split("\n"))
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"hunspell: {seconds:.1f} s of processor time, {unknown} words unknown")
    return seconds


def compare(data: Path, *, clean: bool) -> None:
    """Look for errors, let hunspell look at the words of the original, print the ratio of the times."""
    _, busy = search(data, clean=clean)
    words = [token.core for token in tokenize(texts(data, clean=clean)[0]) if token.core]
    print(f"the search, with the loading of its dictionaries, takes {busy / hunspell(words):.2f} of that")


def main() -> None:
    """Look, print the memory."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", default=ROOT.parent / "shared/data")
    parser.add_argument("--clean", action="store_true", help="the text without misreadings")
    parser.add_argument("--hunspell", action="store_true", help="compare with hunspell")
    options = parser.parse_args()
    if options.clean or options.hunspell:
        parallel.MAX_PROCESSES = 1
        gc.set_threshold(*parallel.GC_THRESHOLD)
    (compare if options.hunspell else search)(options.data, clean=options.clean)
    peaks = [
        resource.getrusage(who).ru_maxrss / 2**20 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    print(f"{max(peaks):.1f} GB in the largest process")


if __name__ == "__main__":
    main()
