"""Aligners side by side: ``python tests/benchmarks/peers.py [DATA] [--sizes 1000 2500 5000 20000]``.

Ours and, where they are installed, each in a process of its own, with the same encoder, on the same machine:

- ``bertalign``: Bertalign's two passes on vectors of true concatenations; ``bertalign-8``: with beads of up
  to 8 sentences, not 5 (``pip install numba torch && pip install --no-deps bertalign``; before Python 3.12
  with ``--ignore-requires-python``). Its loops are compiled in its first run on a machine;
- ``sentweave``: Vecalign's algorithm (``pip install cython && pip install --no-build-isolation sentweave``);
- ``galechurch``: lengths alone.

Scores are strict and lax F1 of Vecalign's scorer; ``nulls/gold`` counts the sentences of both sides that are
in no pair. Seconds are of processor time (wall time in brackets), with and without embedding; memory is the
peak of the process. The pages of ``ocr-dev``, cut where true sentences begin, are pooled. On ``scale/`` it
is against silver, which is no gold: read it as agreement. ``growth``: exponent of the seconds in the number
of sentences, from 2,500 on. At the end: the development sets on which another aligner is ahead.

``--weights FOLDER``: our weights for each development set are those of ``FOLDER/SET.json`` (``ocr-dev.json``
for its pages), such as were fitted without the set. ``--keep FILE``: rows of the other aligners that the
file has are not measured again, new ones are written to it.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import reduce
from operator import add
from pathlib import Path

from peer_aligners import PEERS, installed
from peer_jobs import Job, jobs, measure
from peer_rows import HEADER, OURS, Row, Rows, losses, read_rows, write_rows

PUBLISHED = (
    ("Bertalign + LaBSE, beads to 8", 0.940),
    ("Bertalign + LaBSE", 0.936),
    ("SentAlign + LaBSE", 0.932),
    ("Vecalign + LASER", 0.902),
)
"""Strict F1 on the Text+Berg test set, quoted; ours there is not measured here."""

POOLED = ("ru-en", "zh-en")
"""The sets whose names end in one of these pairs of languages are pooled, too."""

LEAST = 2500
"""Source sentences from which on growth is measured."""


def alone(name: str, job: Job) -> Row:
    """One aligner on one set in a process of its own, so that memory is its own, too."""
    command = [sys.executable, __file__, "--job", json.dumps([name, asdict(job)])]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Row.read(json.loads(done.stdout.splitlines()[-1]))


class Table:
    """Measures and prints rows, those that are known not again."""

    def __init__(self, names: Sequence[str], keep: Path | None) -> None:
        """``names``: of the aligners; ``keep``: a file of rows of the others."""
        self.names, self.keep, self.here = names, keep, {OURS, *installed()}
        self.kept = read_rows(keep) if keep else {}

    def rows(self, job: Job) -> dict[str, Row]:
        """The rows of one set, printed."""
        kept, rows = self.kept.setdefault(job.text, {}), dict[str, Row]()
        for name in self.names:
            if name in kept:
                rows[name] = kept[name]
            elif name in self.here:
                rows[name] = alone(name, job)
            else:
                continue
            print(rows[name].line(job.text, name), flush=True)
            if self.keep and name != OURS:
                kept[name] = rows[name]
                write_rows(self.keep, self.kept)
        return rows


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--sizes", nargs="*", type=int, default=[1000, 2500, 5000, 20000])
    parser.add_argument("--only", nargs="*", default=[OURS, *PEERS], choices=[OURS, *PEERS])
    parser.add_argument("--weights", type=Path, help="folder of SET.json: our weights for each set")
    parser.add_argument("--keep", type=Path, help="file of rows of the other aligners, read and written")
    parser.add_argument("--job", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        name, job = json.loads(options.job)
        print(json.dumps(asdict(measure(name, Job(**job)))))
        return
    development, scale = jobs(options.data, options.sizes, options.weights)
    table = Table(options.only, options.keep)
    print(HEADER)
    rows = {job.text: table.rows(job) for job in development}
    grown = {job.size or 0: table.rows(job) for job in scale}
    print_pooled(rows)
    print_growth(grown)
    for title, strict in PUBLISHED:
        print(f"{'Text+Berg test (quoted)':26}{title:32}{strict:.3f}")
    print_losses(rows)


def print_pooled(rows: Rows) -> None:
    """The sets of each pair of languages of :data:`POOLED` together."""
    for ending in POOLED:
        own = [found for text, found in rows.items() if text.endswith(ending)]
        for name in own[0] if own else ():
            if all(name in found for found in own):
                print(reduce(add, (found[name] for found in own)).line(f"all {ending}", name))


def print_growth(grown: Mapping[int, Mapping[str, Row]]) -> None:
    """The exponent of each aligner between the smallest and the greatest size, where there are two."""
    sizes = sorted(size for size in grown if size >= LEAST)
    if len(sizes) < 2:
        return
    for name, row in grown[sizes[-1]].items():
        if name not in grown[sizes[0]]:
            continue
        ratio = row.seconds / grown[sizes[0]][name].seconds
        print(f"{'growth':26}{name:13}{math.log(ratio) / math.log(sizes[-1] / sizes[0]):7.2f}")


def print_losses(rows: Rows) -> None:
    """The sets where another aligner is ahead, or that there are none."""
    found = losses(rows)
    print(f"behind another aligner: {len(found) or 'nowhere'}")
    for loss in found:
        print(loss.line())


if __name__ == "__main__":
    main()
