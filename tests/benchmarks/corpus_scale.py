"""What a collection costs: ``python tests/benchmarks/corpus_scale.py MANIFEST``.

MANIFEST is what ``tools/make_collection.py`` wrote. For each number of ``--documents`` and ``--workers``
the first documents are aligned by ``align corpus`` into a new folder, while all its processes are watched.
Printed are sentences of the original a second from the first document to the last, processor seconds by
what spent them (the stages in worker processes, the actors, Ray's own processes, the driver), the largest
memory of each, and bytes written. ``--option`` is passed on, such as ``--option=--alignment-only``;
``--json FILE`` keeps the figures.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil
import pyarrow.parquet as pq

LOOK = 0.25
"""Seconds between two looks at the processes."""
MEGABYTE = 1 << 20
START = "from align.cli import main; main()"


@dataclass(frozen=True)
class Measured:
    """Figures of one run; seconds of processor and megabytes (unique to a process, summed) by role."""

    documents: int
    workers: int
    sentences: int
    seconds: float
    aligning: float
    processor: dict[str, float]
    megabytes: dict[str, float]
    written: int

    @property
    def rate(self) -> float:
        """Sentences of the original a second, models loaded."""
        return self.sentences / self.aligning

    @property
    def share(self) -> float:
        """Of the processor time, what was spent in the stages."""
        return self.processor["stages"] / sum(self.processor.values())


def role(process: psutil.Process, driver: int) -> str:
    """What a process of the run is."""
    if process.pid == driver:
        return "driver"
    command = " ".join(process.cmdline())
    if "align.corpus.child" in command or "tesseract" in command:
        return "stages"
    return "actors" if "ray::" in command and "MapWorker" in command else "Ray"


class Watch:
    """Adds up what all processes of a run take."""

    def __init__(self, driver: psutil.Process) -> None:
        self._driver = driver
        self._spent: dict[tuple[int, float], tuple[str, float]] = {}
        self.megabytes: dict[str, float] = defaultdict(float)

    def look(self) -> None:
        """Take the figures of now."""
        now: dict[str, float] = defaultdict(float)
        for process in self._processes():
            try:
                with process.oneshot():
                    times, one = process.cpu_times(), (process.pid, process.create_time())
                    name = role(process, self._driver.pid)
                    if name == "Ray" and one in self._spent:
                        name = self._spent[one][0]  # a process that ends has no command any more
                    self._spent[one] = name, times.user + times.system
                    now[name] += process.memory_info().rss / MEGABYTE
            except psutil.Error:
                continue
        for name, held in now.items():
            self.megabytes[name] = max(self.megabytes[name], held)

    def _processes(self) -> Iterator[psutil.Process]:
        yield self._driver
        yield from self._driver.children(recursive=True)

    def processor(self) -> dict[str, float]:
        """Seconds by role."""
        found = dict.fromkeys(("stages", "actors", "Ray", "driver"), 0.0)
        for name, seconds in self._spent.values():
            found[name] += seconds
        return found


def part_of(manifest: Path, documents: int, folder: Path) -> Path:
    """A manifest of the first documents, with absolute paths."""
    head, *lines = manifest.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines[:documents]]
    absolute = [
        [row[0], *(str((manifest.parent / name).absolute()) if name else "" for name in row[1:])]
        for row in rows
    ]
    path = folder / "manifest.tsv"
    path.write_text("\n".join([head, *map("\t".join, absolute)]) + "\n", "utf-8")
    return path


def measure(manifest: Path, documents: int, workers: int, options: Sequence[str]) -> Measured:
    """Run once."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        output = folder / "tables"
        command = [sys.executable, "-c", START, "corpus", str(part_of(manifest, documents, folder))]
        began = time.time()
        with subprocess.Popen(
            [*command, "-o", str(output), "--workers", str(workers), *options], stdout=subprocess.PIPE
        ) as run:
            watch = Watch(psutil.Process(run.pid))
            while run.poll() is None:
                watch.look()
                time.sleep(LOOK)
        if run.returncode:
            raise SystemExit(run.returncode)
        seconds = time.time() - began
        return _measured(output, workers, seconds, watch)


def _measured(output: Path, workers: int, seconds: float, watch: Watch) -> Measured:
    documents = pq.read_table(output / "documents", columns=["source_sentences"])
    timings = pq.read_table(output / "timings", columns=["seconds", "finished"]).to_pylist()
    first = min(row["finished"].timestamp() - row["seconds"] for row in timings)
    last = max(row["finished"].timestamp() for row in timings)
    written = sum(path.stat().st_size for path in output.rglob("*.parquet"))
    sentences = sum(documents["source_sentences"].to_pylist())
    return Measured(
        len(documents),
        workers,
        sentences,
        seconds,
        last - first,
        watch.processor(),
        dict(watch.megabytes),
        written,
    )


def show(found: Measured) -> None:
    """Print the figures of a run."""
    print(
        f"{found.documents} documents, {found.workers} workers: {found.sentences} sentences of the original"
    )
    print(f"  {found.rate:.1f} sentences/s while aligning, {found.seconds:.0f} s in all")
    spent = ", ".join(f"{name} {seconds:.0f} s" for name, seconds in found.processor.items())
    print(f"  processor: {spent}; in the stages {found.share:.1%}")
    print("  memory: " + ", ".join(f"{name} {held:.0f} MB" for name, held in sorted(found.megabytes.items())))
    print(f"  written: {found.written / max(found.sentences, 1):.0f} bytes a sentence", flush=True)


def main() -> None:
    """Run, print, compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("manifest", type=Path)
    parser.add_argument("--documents", type=int, nargs="+", default=[200, 2000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--option", action="append", default=[])
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    results: list[Measured] = []
    for documents in given.documents:
        for workers in given.workers:
            results.append(measure(given.manifest, documents, workers, given.option))
            show(results[-1])
        if len(given.workers) > 1:
            gain = results[-1].rate / results[-len(given.workers)].rate
            print(f"  {gain:.2f} times as fast with {given.workers[-1]} workers as with {given.workers[0]}")
    if given.json:
        rows: list[dict[str, Any]] = [asdict(one) for one in results]
        given.json.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
