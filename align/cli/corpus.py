"""The command that runs a collection.

Annotations are evaluated here: typer reads the options from them.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli.corpus_summary import show_run
from align.cli.options import configured
from align.cli.progress import Messages, shown_progress, tell_of_first_run

if TYPE_CHECKING:
    from align.config import Config


@configured
def corpus(
    manifest: Annotated[
        str,
        typer.Argument(
            help="The documents: a table .tsv, .csv or .jsonl with id, original and translation; a folder; "
            "or a pattern in quotes, such as 'letters/**/*.txt'.",
        ),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder of the tables.")],
    workers: Annotated[
        int | None,
        typer.Option(
            help="Documents that are done at a time; by default one a processor.", metavar="N", min=1
        ),
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(
            help="A Ray cluster that runs already; by default one is started here.", metavar="HOST:PORT"
        ),
    ] = None,
    batch: Annotated[
        int, typer.Option(help="Documents that a worker is given at a time.", metavar="N", min=1)
    ] = 16,
    timeout: Annotated[
        float,
        typer.Option(
            help="Seconds that a document may take; of a scan, each page.", metavar="SECONDS", min=1
        ),
    ] = 600.0,
    memory: Annotated[float, typer.Option(help="GB that a worker may hold.", metavar="GB", min=0.5)] = 4.0,
    gpus: Annotated[
        float | None,
        typer.Option(
            help="Part of a GPU for each worker; by default all are shared out.", metavar="PART", min=0
        ),
    ] = None,
    bitexts: Annotated[
        bool, typer.Option("--bitexts", help="Write the bitext of each document as well, as JSON.")
    ] = False,
    anyway: Annotated[
        bool,
        typer.Option(
            "--anyway", help="Run although the manifest has problems; these documents get rows with an error."
        ),
    ] = False,
    retry: Annotated[bool, typer.Option("--retry", help="Try documents that failed before again.")] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Take documents out that the manifest names no more.")
    ] = False,
    passes: Annotated[
        int,
        typer.Option(
            help="2 learns how letters are misread, and names, from a first pass over all documents.",
            metavar="N",
            min=1,
            max=2,
        ),
    ] = 1,
    learn: Annotated[
        bool, typer.Option("--learn", help="Make anew what a first pass has learned; with --passes 2.")
    ] = False,
    *,
    config: "Config",
) -> None:
    """Align a collection of documents into tables of Parquet.

    Where it was stopped, the same command goes on.
    """
    from align.corpus.manifest import read_manifest
    from align.corpus.options import CorpusOptions
    from align.corpus.run import run_corpus
    from align.errors import InputError

    found = read_manifest(manifest, (config.source_language, config.target_language))
    for line in (*found.notes, *found.problems):
        Messages.note(f"{manifest}: {line}")
    if found.problems and not anyway:
        raise InputError(
            f"{manifest}: {len(found.problems)} problems, nothing was started; mend them, or run --anyway"
        )
    tell_of_first_run()
    options = CorpusOptions(
        workers, address, batch, timeout, memory, gpus, bitexts, retry, forget, passes, learn
    )
    with _ended_by_sigterm(), shown_progress() as progress:
        done = run_corpus(found.documents, output, config, options, progress)
    show_run(done)


@contextmanager
def _ended_by_sigterm() -> Iterator[None]:
    """End as Ctrl-C does where another program ends this one: no process stays behind.

    Outside the main thread signals cannot be handled: there nothing is done.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL if before is None else before)


def _stop(*_: object) -> None:
    raise KeyboardInterrupt
