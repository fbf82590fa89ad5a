"""Small collections, their runs, and the processes of a run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic, sleep

import psutil
import pyarrow.parquet as pq

from align.config import Config
from align.corpus.corpus_run import CorpusRun
from align.corpus.manifest import read_manifest
from align.corpus.options import CorpusOptions
from align.corpus.run import run_corpus
from align.progress import Progress, Step, no_progress

ROOT = Path(__file__).parents[2]
TRAPS = Path(__file__).parent / "traps"
CONFIG = Config(doubts=False)
ALIGN = (sys.executable, "-c", "from align.cli import main; main()", "corpus")
COMPARED = ("documents", "sentences", "beads", "flags")
PATIENCE = 120.0
"""Seconds in which what must happen happens, on a machine that does something else as well."""

SENTENCES = (
    (
        "Вчера я получил ваше письмо и прочитал его с радостью.",
        "Yesterday I received your letter and read it.",
    ),
    ("Погода в городе стоит холодная, снег лежит на улицах.", "The weather in the city is cold, snow lies."),
    ("Мой брат уехал в деревню к нашей матери.", "My brother has gone to the village to our mother."),
    ("Книги, которые вы прислали, стоят на полке.", "The books that you sent stand on the shelf."),
    ("Доктор велел мне пить горячий чай и спать.", "The doctor ordered me to drink hot tea and to sleep."),
)


def make_pair(folder: Path, name: str, number: int) -> tuple[str, str]:
    """An original and its translation of two or three sentences; the names of their files."""
    chosen = [SENTENCES[(number + at) % len(SENTENCES)] for at in range(2 + number % 2)]
    chosen.append((f"Это письмо номер {number}.", f"This is letter number {number}."))
    for language, side in (("ru", 0), ("en", 1)):
        (folder / f"{name}.{language}.txt").write_text(
            " ".join(pair[side] for pair in chosen) + "\n", "utf-8"
        )
    return f"{name}.ru.txt", f"{name}.en.txt"


def make_collection(folder: Path, documents: int) -> Path:
    """A manifest of so many documents."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [(f"d{number}", *make_pair(folder, f"d{number}", number)) for number in range(documents)]
    return write_manifest(folder, rows)


def write_manifest(folder: Path, rows: Sequence[Sequence[str]]) -> Path:
    path = folder / "m.tsv"
    path.write_text("\n".join(map("\t".join, [("id", "original", "translation"), *rows])) + "\n", "utf-8")
    return path


def run(
    manifest: Path, folder: Path, options: CorpusOptions = CorpusOptions(), progress: Progress = no_progress
) -> CorpusRun:
    return run_corpus(read_manifest(str(manifest)).documents, folder, CONFIG, options, progress)


def command(manifest: Path, folder: Path, *options: str, **environment: str) -> subprocess.Popen[str]:
    """The command, running in a process of its own."""
    return subprocess.Popen(
        [*ALIGN, str(manifest), "-o", str(folder), "--alignment-only", "--batch", "2", *options],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The status with which a command ends, and the lines on its error stream that Ray has not written."""
    _, errors = process.communicate(timeout=PATIENCE)
    lines = [line for line in errors.splitlines() if "core_worker.cc" not in line]
    return process.returncode, "\n".join(lines)


def compared(folder: Path) -> Mapping[str, bytes]:
    """The files of the tables that are equal for equal input."""
    files = [path for name in COMPARED for path in sorted((folder / name).glob("*"))]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def statuses(folder: Path) -> dict[str, str]:
    """Id of each document -> its status; an id that stands twice fails."""
    rows = pq.read_table(folder / "documents", columns=["document", "status"]).to_pylist()
    found = {row["document"]: row["status"] for row in rows}
    assert len(found) == len(rows)
    return found


def errors(folder: Path) -> dict[str, str]:
    """Id of each document that failed -> why."""
    rows = pq.read_table(folder / "documents", columns=["document", "error"]).to_pylist()
    return {row["document"]: row["error"] for row in rows if row["error"]}


def at_document(number: int, act: Callable[[], object]) -> Progress:
    """Does something once, when so many documents are done."""
    waiting = [act]

    def progress(step: Step) -> None:
        if step.unit == "documents" and step.stage.startswith("aligning") and step.done >= number and waiting:
            waiting.pop()()

    return progress


def processes(*words: str, of: int | None = None) -> list[psutil.Process]:
    """The living processes whose command has all these words; ``of``: that this one has started."""
    every = psutil.Process(of).children(recursive=True) if of else psutil.process_iter()
    return [one for one in every if _is_alive(one) and all(word in _command(one) for word in words)]


def family(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """A process and all that it has started, and they."""
    own = psutil.Process(process.pid)
    return [own, *own.children(recursive=True)]


def alive(several: Sequence[psutil.Process]) -> list[str]:
    return [_command(one) for one in several if _is_alive(one)]


def until(is_so: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until something is so."""
    end = monotonic() + seconds
    while not is_so():
        assert monotonic() < end, "it has not happened"
        sleep(0.1)


def _is_alive(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return ""
