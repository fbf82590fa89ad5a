"""The first of two passes over a collection, and what is learned from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from align.config import Config
from align.corpus.corpus_run import PassDone
from align.corpus.document import CorpusDocument
from align.corpus.knowledge import FILE_NAME, learn, write_knowledge
from align.corpus.options import CorpusOptions
from align.corpus.store import partition_count, partitions
from align.errors import InputError
from align.ocr.collection import read_knowledge
from align.progress import Progress, Step

FIRST = Path(".work", "first")
"""The tables of the first pass, in the folder of the collection."""

RunPass = Callable[[Sequence[CorpusDocument], Path, Config, CorpusOptions, Progress], PassDone]
"""Aligns documents into the tables of a folder."""


def with_knowledge(
    documents: Sequence[CorpusDocument],
    folder: Path,
    config: Config,
    options: CorpusOptions,
    progress: Progress,
    run_pass: RunPass,
) -> tuple[Config, PassDone]:
    """The settings of the second pass, and what the first did.

    The settings name what was learned, which is made where it is missing.

    Args:
        documents: Of the collection.
        folder: Of its tables.
        config: The settings of the first pass.
        options: How it is run; says whether what was learned is made anew.
        progress: Called with each step.
        run_pass: Runs the first pass.

    Raises:
        InputError: The settings look for no errors: there is nothing to learn.
        ReadError: What was learned cannot be read.
    """
    if not config.doubts:
        raise InputError("two passes need the search for errors; run one pass, or leave --alignment-only out")
    path, first = folder / FILE_NAME, PassDone()
    if options.learn or not path.exists():
        of_first = replace(options, bitexts=False, forget=True)
        first = run_pass(documents, folder / FIRST, config, of_first, _labelled(progress))
        write_knowledge(path, learn(partitions(folder / FIRST, partition_count(len(documents))), progress))
    read_knowledge(path)
    return replace(config, ocr=replace(config.ocr, collection=path.absolute())), first


def _labelled(progress: Progress) -> Progress:
    """Progress that names the pass."""

    def show(step: Step) -> None:
        progress(replace(step, stage=f"first pass: {step.stage}"))

    return show
