"""Where the time of a collection goes: ``python tests/benchmarks/corpus_stages.py MANIFEST [--documents N]``.

The first documents are aligned in this process as a worker does it, with models loaded and one thread.
Printed are hours of one processor by stage for a million sentences of the original, and sentences a second.
``--alignment-only``: without the search for errors. ``--whole``: no stages, which cost a tenth of the time.
"""

from __future__ import annotations

import argparse
import gc
import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "LOKY_MAX_CPU_COUNT"):
    os.environ[_name] = "1"  # before numpy is loaded

from time import process_time  # noqa: E402

from profile_run import Meter, watch  # noqa: E402

from align.config import Config  # noqa: E402
from align.corpus.align_batch import BatchAligner  # noqa: E402
from align.corpus.job import KeyedDocument, WorkerJob  # noqa: E402
from align.corpus.manifest import read_manifest  # noqa: E402
from align.ocr.runtime.parallel import GC_THRESHOLD  # noqa: E402

BATCH = 16
WARM_UP = 16
"""Documents that are aligned before time is taken: dictionaries are loaded with the first."""


def ignore(_number: int | None) -> None:
    """Nobody watches."""


def sentences(aligner: BatchAligner, documents: list[KeyedDocument]) -> tuple[int, int]:
    """Align documents; how many sentences they have on both sides."""
    counts = [0, 0]
    for start in range(0, len(documents), BATCH):
        for done in aligner.run(documents[start : start + BATCH]):
            row = done.rows["documents"][0]
            counts[0] += row["source_sentences"]
            counts[1] += row["target_sentences"]
    return counts[0], counts[1]


def main() -> None:
    """Align, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("manifest")
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--alignment-only", action="store_true")
    parser.add_argument("--whole", action="store_true")
    given = parser.parse_args()
    config = Config(doubts=not given.alignment_only)
    gc.set_threshold(*GC_THRESHOLD)
    aligner = BatchAligner(WorkerJob(config, 600.0, 4.0), ignore)
    found = [KeyedDocument(one, "") for one in read_manifest(given.manifest).documents]
    sentences(aligner, found[:WARM_UP])
    meter = Meter()
    if not given.whole:
        watch(meter)
    meter.seconds.clear()
    began = process_time()
    source, target = sentences(aligner, found[WARM_UP : WARM_UP + given.documents])
    spent = process_time() - began
    print(f"{source} sentences with {target}: {source / spent:.1f} of the original a second")
    if not given.whole:
        print("hours of one processor for a million sentences of the original")
        for name, seconds in sorted(meter.seconds.items(), key=lambda row: -row[1]):
            print(f"{name:38}{seconds / source * 1e6 / 3600:9.2f}")


if __name__ == "__main__":
    main()
