"""What larger collections would cost: ``python tests/benchmarks/scale_model.py [FIGURES]``.

FIGURES (``docs/benchmarks/corpus.json`` by default) holds what was measured on one machine. From it follow,
for collections of any size, the processor hours, the hours on a number of machines, the bytes written, and
what the process takes that leads a run: it compares files, counts receipts, links copies and writes tables.
Last comes a simulation of machines that fail while a collection is run: how much work is done twice.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "docs/benchmarks/corpus.json"
SIZES = (1e8, 1e10)
HOUR = 3600
PART_DOCUMENTS = 50_000
"""Documents of a manifest that one driver leads: its memory grows with them."""


@dataclass(frozen=True)
class Figures:
    """Measured on one machine.

    Attributes:
        rate: Sentences of the original a second and worker, with all evidence.
        rate_alignment_only: Likewise, without the search for errors.
        sentences_a_document: In the collection that was measured.
        bytes_a_sentence: Of Parquet, all tables.
        worker_gigabytes: Of memory, the most that a worker held.
        driver_milliseconds: Of the driver's processor, a document.
        driver_kilobytes: Of the driver's memory, a document.
        merge_milliseconds: Of writing the tables, a document.
        batch: Documents that are lost with a worker, at most.
    """

    rate: float
    rate_alignment_only: float
    sentences_a_document: float
    bytes_a_sentence: float
    worker_gigabytes: float
    driver_milliseconds: float
    driver_kilobytes: float
    merge_milliseconds: float
    batch: int = 16


@dataclass(frozen=True)
class Machines:
    """Of a cluster: ``hours_between_failures`` of one machine."""

    number: int
    processors: int = 64
    gigabytes: float = 256.0
    hours_between_failures: float = 2000.0

    def workers(self, figures: Figures) -> int:
        """Of one machine: one a processor, as far as there is memory for them."""
        return min(self.processors, int(self.gigabytes / figures.worker_gigabytes))


def model(figures: Figures, sentences: float, machines: Machines) -> Iterator[tuple[str, str]]:
    """What it costs, each with its name."""
    documents = sentences / figures.sentences_a_document
    workers = machines.number * machines.workers(figures)
    yield "documents", f"{documents:,.0f}"
    for name, rate in (("all evidence", figures.rate), ("alignment only", figures.rate_alignment_only)):
        yield f"processor hours, {name}", f"{sentences / rate / HOUR:,.0f}"
        yield f"hours on {machines.number} machines, {name}", f"{sentences / rate / HOUR / workers:,.1f}"
    yield "tables", f"{sentences * figures.bytes_a_sentence / 1e9:,.0f} GB"
    part = min(documents, PART_DOCUMENTS)
    yield "parts of the manifest, a driver each", f"{-(-documents // PART_DOCUMENTS):,.0f}"
    yield "driver of a part, minutes of processor", f"{part * figures.driver_milliseconds / 6e4:,.1f}"
    yield "driver of a part, memory", f"{part * figures.driver_kilobytes / 1e6:,.1f} GB"
    yield "writing the tables of a part, minutes", f"{part * figures.merge_milliseconds / 6e4:,.1f}"
    yield "all drivers, part of the processor time", f"{_driver_share(figures):.1%}"


def _driver_share(figures: Figures) -> float:
    """What drivers take of the processor time that the stages take with all evidence."""
    return figures.driver_milliseconds / 1e3 / (figures.sentences_a_document / figures.rate)


def simulated_loss(figures: Figures, hours: float, machines: Machines, seed: int = 1) -> float:
    """The part of the work that is done twice because machines fail, by simulation.

    A machine fails at random (exponential times); each of its workers loses on average half a batch.
    """
    random_times = random.Random(seed)  # noqa: S311 - a simulation
    lost, at = 0.0, 0.0
    workers = machines.workers(figures)
    while (at := at + random_times.expovariate(machines.number / machines.hours_between_failures)) < hours:
        documents = sum(random_times.uniform(0, figures.batch) for _ in range(workers))
        lost += documents * figures.sentences_a_document / figures.rate / HOUR
    return lost / (hours * machines.number * workers)


def main() -> None:
    """Print the table of each size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("figures", type=Path, nargs="?", default=FIGURES)
    parser.add_argument("--machines", type=int, nargs=2, default=[10, 200])
    given = parser.parse_args()
    figures = Figures(**json.loads(given.figures.read_text("utf-8"))["model"])
    for sentences, number in zip(SIZES, given.machines, strict=True):
        machines = Machines(number)
        print(
            f"{sentences:,.0f} sentences of the original on {number} machines of {machines.processors} cores"
        )
        for name, value in model(figures, sentences, machines):
            print(f"  {name:45} {value:>16}")
        hours = sentences / figures.rate / HOUR / (number * machines.workers(figures))
        loss = simulated_loss(figures, hours, machines)
        print(f"  {'done twice after failures (simulated)':45} {loss:>16.4%}")


if __name__ == "__main__":
    main()
