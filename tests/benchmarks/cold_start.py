"""What one letter costs from the start: ``python tests/benchmarks/cold_start.py [FILE] [--runs N]``.

Processor seconds and memory of ``align show``, computed anew and taken from the stored result, beside those
of ``import torch, spacy`` in the same run. The least of several runs counts: what disturbs only adds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LETTER = ROOT / "seeds/002_e3cea84825fd0a83.txt"
COMMAND = "from align.cli import main; main()"
RUNS = 3


@dataclass(frozen=True, order=True)
class Cost:
    """Processor seconds and the greatest memory in MB of a process."""

    seconds: float
    memory: float


def cost(*arguments: str) -> Cost:
    """Run Python with these arguments, one thread a library."""
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    running = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, cwd=ROOT, env=environment
    )
    _, status, used = os.wait4(running.pid, 0)
    if status:
        sys.exit(f"python {' '.join(arguments)} failed")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main() -> None:
    """Run, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, nargs="?", default=LETTER)
    parser.add_argument("--runs", type=int, default=RUNS)
    given = parser.parse_args()
    show = ("-c", COMMAND, "show", str(given.file))
    cost(*show)  # fills the cache
    commands = {
        "import torch, spacy": ("-c", "import torch, spacy"),
        "align show --fresh": (*show, "--fresh"),
        "align show": show,
    }
    found = {name: min(cost(*command) for _ in range(given.runs)) for name, command in commands.items()}
    base = found["import torch, spacy"].seconds
    for name, one in found.items():
        print(f"{name:20} {one.seconds:6.2f} s  x {one.seconds / base:4.2f}  {one.memory:6.0f} MB")


if __name__ == "__main__":
    main()
