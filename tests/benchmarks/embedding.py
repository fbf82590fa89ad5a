"""How fast the embedded encoder is: seconds to load, sentences and words a second, peak memory.

python tests/benchmarks/embedding.py [DATA]     DATA: folder of the development data, default ../shared/data
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

MEAN = 135  # code points a sentence
COUNT = 40_000


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def peak() -> int:
    """MB of memory, at its highest so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def sentences_of(folder: Path) -> list[str]:
    """Lines of both sides, the short ones joined to the next, so that the mean is about ``MEAN``."""
    lines = [
        line for side in ("source", "target") for line in (folder / f"{side}.txt").read_text().splitlines()
    ]
    joined: list[str] = []
    for line in lines:
        if joined and len(joined[-1]) < 60:
            joined[-1] += " " + line
        else:
            joined.append(line)
    return (joined * 2)[:COUNT]


def import_times() -> None:
    """The libraries, in the order in which they are needed."""

    def torch() -> None:
        import torch  # noqa: F401  # only its loading time matters

    def sentence_transformers() -> None:
        import sentence_transformers  # noqa: F401  # only its loading time matters

    for work in (torch, sentence_transformers):
        print(f"import {work.__name__}: {seconds(work):.2f} s, peak {peak()} MB")


def main(data: Path) -> None:
    """Print every figure on a line of its own."""
    import_times()
    from align.embed.encoder import load
    from align.embed.use_multilingual import UseMultilingual

    start = time.perf_counter()
    encoder = load()
    encoder.encode(["warm"])
    print(f"load and first sentence, imports done: {time.perf_counter() - start:.2f} s, peak {peak()} MB")
    texts = sentences_of(data / "scale")
    mean = np.mean([len(text) for text in texts])
    module = UseMultilingual.bundled()
    took = seconds(lambda: module.preprocess(texts[:10_000]))
    print(f"tokens alone: {10_000 / took:,.0f} sentences/s")
    before = peak()
    took = seconds(lambda: encoder.encode(texts))
    print(f"{len(texts)} sentences, mean {mean:.0f} code points: {len(texts) / took:,.0f} a second")
    print(f"peak {peak()} MB, {peak() - before} more than before")
    words = sorted({word for text in texts for word in text.split()})[:10_000]
    print(f"single words: {len(words) / seconds(lambda: encoder.encode(words)):,.0f} a second")
    before = peak()
    took = seconds(lambda: encoder.encode([" ".join(texts)[:1_000_000]]))
    print(f"one text of 1,000,000 code points: {took:.1f} s, peak {peak() - before} MB more than before")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
