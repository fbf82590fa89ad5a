"""What the command for collections prints when it is done: a table, or an object for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from align.cli.progress import Messages

if TYPE_CHECKING:
    from align.corpus.corpus_run import CorpusRun


def show_run(run: CorpusRun) -> None:
    """Print what a run did, what the tables hold now, and where they and the report are."""
    from align.corpus.summary import corpus_summary
    from align.corpus.summary_lines import summary_lines, summary_values

    summary = corpus_summary(run.folder)
    if Messages.as_json:
        values = summary_values(summary, run)
        sys.stdout.write(json.dumps(values, ensure_ascii=False) + "\n")
        return
    sys.stdout.write(_first_line(run, summary.failed) + "\n")
    _show_table(list(summary_lines(summary, run)))
    sys.stdout.write(f"{run.folder}\n{run.report}\n")


def _first_line(run: CorpusRun, failed: int) -> str:
    """Whether there was anything to do, and what may be tried again."""
    if run.done:
        return f"{run.done:,} of {run.documents:,} documents done now"
    again = f"; {failed:,} failed: --retry tries them again" if failed else ""
    did = f"{run.forgotten:,} documents taken out" if run.forgotten else "nothing to do"
    return f"{did}: all {run.documents:,} documents of the manifest were done before{again}"


def _show_table(lines: Sequence[tuple[str, str]]) -> None:
    """Two columns, on a terminal with lines around them."""
    if not sys.stdout.isatty():
        width, last = (max(len(line[at]) for line in lines) for at in (0, 1))
        sys.stdout.writelines(f"{label:{width}}  {value:>{last}}\n" for label, value in lines)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for label, value in lines:
        table.add_row(Text(label, style="" if label.startswith(" ") else "bold"), Text(value))
    Console().print(table)
