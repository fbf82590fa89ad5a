"""What commands share: aligning with a line of progress on the terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.bitext import Bitext
    from align.config import Config


def aligned(file: Path, target: Path | None, config: "Config") -> "Bitext":
    """The bitext of the files."""
    with progress_line() as progress:
        from align.api import align_file

        return align_file(file, target, config, progress=progress)


def with_every_flag(config: "Config") -> "Config":
    """The same settings, with OCR flags of every confidence."""
    return replace(config, ocr=replace(config.ocr, min_confidence=0.0))


@contextmanager
def progress_line() -> Iterator[Callable[[str], None]]:
    """A line on the terminal with the running stage and its seconds; nothing where output is piped."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("starting", total=None)
        yield lambda stage: bar.update(task, description=stage)
