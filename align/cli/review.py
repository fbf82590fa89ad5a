"""The command ``review``.

Annotations are evaluated here: typer reads the options from them.
"""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli.folder import folder_page
from align.cli.notes import end_unfinished, note_documents
from align.cli.options import File, Force, Target, configured
from align.cli.progress import shown_progress
from align.errors import InputError, ModelError
from align.output import check_output, write

if TYPE_CHECKING:
    from align.config import Config


@configured
def review(
    file: File,
    target: Target = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The notebook; by default FILE.review.ipynb in this folder."),
    ] = None,
    journal: Annotated[
        str | None,
        typer.Option(help="File for the decisions; by default beside the notebook.", metavar="PATH"),
    ] = None,
    reviewer: Annotated[
        str | None, typer.Option(help="Who decides; by default the user logged in.", metavar="NAME")
    ] = None,
    *,
    opened: Annotated[bool, typer.Option("--open/--no-open", help="Open it in JupyterLab.")] = True,
    read: Annotated[
        bool, typer.Option("--read", help="Of a folder: first read all its documents that are new.")
    ] = False,
    force: Force = False,
    config: "Config",
) -> None:
    """Write a notebook to review the document in, and open it in JupyterLab.

    A notebook that exists is opened as it is; the review goes on. Of a folder: the start page with all its
    documents, whose states are printed, too. A folder of pages is a document where its translation is named.
    """
    if file.is_dir() and target is None:
        if output is not None or journal is not None or force:
            raise InputError(f"{file} is a folder: it takes no --output, --journal or --force")
        start = folder_page(file, config, reviewer, read=read)
        if opened:
            _open_notebook(start)
        return
    from align.loading import documents_of

    files = [path for path in (file, target) if path is not None]
    with shown_progress() as progress:
        documents, _ = documents_of(file, target, config, progress)
    note_documents(documents.values())
    if config.words is not None and not config.words.exists():
        write(config.words, "")
    output = output or Path(f"{file.stem}.review.ipynb")
    if force or not output.exists():
        check_output(output, force=force)
        write(output, _notebook(files, output.parent, config, journal, reviewer))
    sys.stdout.write(f"{output}\n")
    if opened:
        _open_notebook(output)
    else:
        end_unfinished(documents.values())


def _notebook(
    files: list[Path], folder: Path, config: "Config", journal: str | None, reviewer: str | None
) -> str:
    """The notebook's JSON; every path as seen from its folder."""
    from align.notebook import notebook

    original, *rest = (Path(os.path.relpath(path, folder)) for path in files)
    return notebook(
        original,
        rest[0] if rest else None,
        config.seen_from(folder),
        journal=journal or f"{original.stem}.review.jsonl",
        reviewer=reviewer,
    )


def _open_notebook(path: Path) -> None:
    if find_spec("jupyterlab") is None or find_spec("anywidget") is None:
        raise ModelError(
            "expected JupyterLab and anywidget; pip install 'bitext-align[review]', or --no-open"
        )
    command = [sys.executable, "-m", "jupyterlab", str(path)]
    subprocess.run(command, check=False)  # noqa: S603 - our own interpreter, a path of the user's
