"""A summary as lines for people, and as values for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from align.corpus.corpus_run import CorpusRun
from align.corpus.summary import CorpusSummary
from align.flag import KIND_NAMES
from align.progress import duration

SCHEMA = "align/corpus-summary-1"

Line = tuple[str, str]
"""Label and value; the label of a part of the figure above it begins with two spaces."""


def count_lines(summary: CorpusSummary) -> Iterator[Line]:
    """The counts of the tables; the last is that of all flags."""
    counts = {
        "documents": summary.documents,
        "  aligned": summary.aligned,
        "  with one side": summary.alone,
        "  failed": summary.failed,
        "  copies of others": summary.duplicates,
        "sentences of originals": summary.source_sentences,
        "sentences of translations": summary.target_sentences,
        "beads": summary.beads,
        "  doubtful": summary.doubtful,
        "flags": sum(summary.flags.values()),
    }
    yield from ((label, f"{count:,}") for label, count in counts.items() if count is not None)


def summary_lines(summary: CorpusSummary, run: CorpusRun) -> Iterator[Line]:
    """All that the terminal shows after a run."""
    yield from count_lines(summary)
    yield from ((f"  {KIND_NAMES.get(kind, kind)}", f"{count:,}") for kind, count in summary.flags.items())
    if summary.megabytes is not None:
        yield "largest memory of a worker", f"{summary.megabytes:,.0f} MB"
    yield "done now", f"{run.done:,}"
    if run.first_pass:
        yield "  in a first pass", f"{run.first_pass:,}"
    if run.forgotten:
        yield "  taken out", f"{run.forgotten:,}"
    if run.done:
        yield "  time", duration(run.seconds)
        yield "  sentences a second", f"{run.rate:.1f}"


def summary_values(summary: CorpusSummary, run: CorpusRun) -> dict[str, Any]:
    """The same for programs."""
    return {
        "schema": SCHEMA,
        "folder": str(run.folder),
        "report": str(run.report),
        "documents": {
            "all": summary.documents,
            "aligned": summary.aligned,
            "alone": summary.alone,
            "failed": summary.failed,
            "copies": summary.duplicates,
            "done_now": run.done,
            "first_pass": run.first_pass,
            "taken_out": run.forgotten,
        },
        "sentences": {"source": summary.source_sentences, "target": summary.target_sentences},
        "beads": {"all": summary.beads, "doubtful": summary.doubtful},
        "flags": dict(summary.flags),
        "megabytes": summary.megabytes,
        "seconds": round(run.seconds, 3),
        "sentences_per_second": round(run.rate, 2),
    }
