"""How far the command is, on the error stream: a bar on a terminal, JSON for programs, else nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from time import monotonic
from typing import TYPE_CHECKING

from align.one_line import one_line

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import ProgressColumn

    from align.progress import Progress, Step


class Messages:
    """The form of all messages of this process.

    ``as_json``: one JSON object a line, for a program that runs the command.
    """

    as_json = False

    @classmethod
    def note(cls, text: str) -> None:
        """Say in one line something about the work."""
        text = one_line(text)
        line = json.dumps({"note": text}, ensure_ascii=False)
        sys.stderr.write(f"{line}\n" if cls.as_json else f"align: {text}\n")

    @classmethod
    def error(cls, text: str, exit_code: int) -> None:
        """Say in one line why the command ends."""
        text = one_line(text)
        line = json.dumps({"error": text, "exit_code": exit_code}, ensure_ascii=False)
        sys.stderr.write(f"{line}\n" if cls.as_json else f"align: {text}\n")


def tell_of_first_run() -> None:
    """Say on a terminal why the first run takes longer than all others."""
    from align import user_cache

    if sys.stderr.isatty() and not Messages.as_json and user_cache.is_empty():
        place = user_cache.folder()
        sys.stderr.write(
            f"align: the first run prepares dictionaries in {place}, which takes half a minute\n"
        )


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """Something to call with each step of a run, which shows it."""
    if Messages.as_json:
        yield _write_json
        return
    if not sys.stderr.isatty():
        from align.progress import no_progress

        yield no_progress
        return
    with _bar() as bar:
        yield _shown_on(bar)


def _write_json(step: Step) -> None:
    sys.stderr.write(json.dumps(asdict(step), ensure_ascii=False) + "\n")
    sys.stderr.flush()


def _bar() -> Bar:
    """A line that goes when the work is done: stage, bar, what is done, time left, time passed."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        TextColumn("{task.fields[counted]}"),
        _time_left_column(),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _time_left_column() -> ProgressColumn:
    """The time left as the last step gave it, less the time since."""
    from rich.progress import ProgressColumn, Task
    from rich.text import Text

    from align.progress import duration

    class TimeLeft(ProgressColumn):
        def render(self, task: Task) -> Text:
            ends = task.fields["ends"]
            return Text("" if ends is None else f"{duration(max(0.0, ends - monotonic()))} left")

    return TimeLeft()


def _shown_on(bar: Bar) -> Callable[[Step], None]:
    task = bar.add_task("starting", total=None, counted="", ends=None)

    def show(step: Step) -> None:
        bar.tasks[0].total = step.total or None  # update() would take None for no change
        left = step.seconds_left
        bar.update(
            task,
            description=step.stage,
            completed=step.done,
            counted=f"{step.done} of {step.total} {step.unit}" if step.total else "",
            ends=None if left is None else monotonic() + left,
        )

    return show
