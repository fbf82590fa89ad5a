"""What the commands do with a folder of documents: its start page, and the report on it.

Annotations are evaluated here: typer reads the options from them.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli.options import Force, configured
from align.cli.progress import Messages, shown_progress, tell_of_first_run
from align.output import check_output, write

if TYPE_CHECKING:
    from align.config import Config
    from align.folder.folder import Folder


def folder_page(path: Path, config: "Config", reviewer: str | None, *, read: bool) -> Path:
    """Write the start page of a folder where there is none, and print the state of each document.

    Args:
        path: The folder.
        config: The settings of all its documents.
        reviewer: Who decides.
        read: Whether documents that are new are read first.

    Returns:
        The notebook of the start page.
    """
    from align.folder.document_review import document_review
    from align.folder.document_state import document_state
    from align.folder.folder import Folder
    from align.folder.notebooks import write_start
    from align.folder.state_table import state_table

    folder = Folder.open(path, config, reviewer)
    start = write_start(path, config, reviewer)
    folder.prepare()
    if read:
        _read_new(folder)
    contents = folder.contents()
    states = [document_state(document_review(folder, one)) for one in contents.documents]
    sys.stdout.write(f"{state_table(contents, states)}\n{start}\n")
    return start


def _read_new(folder: "Folder") -> None:
    """Read what is new, one document after the other; Ctrl-C keeps what is done."""
    from dataclasses import replace

    from align.folder.document_review import document_review
    from align.folder.document_state import document_state
    from align.folder.reading import FolderStep, read_documents

    tell_of_first_run()
    new = [one for one in folder.contents().documents if document_state(document_review(folder, one)).unread]
    with shown_progress() as progress:

        def show(step: FolderStep) -> None:
            name = f"{step.number} of {step.total}: {step.document.name}: {step.stage.stage}"
            progress(replace(step.stage, stage=name, seconds_left=step.seconds_left))

        errors = [done for done in read_documents(folder, new, show) if done.error]
    for done in errors:
        Messages.note(f"{done.document.name}: {done.error}")


@configured
def report(
    folder: Annotated[Path, typer.Argument(help="A folder of documents.", readable=False)],
    output: Annotated[Path, typer.Option("-o", "--output", help="The report, a page of HTML.")] = Path(
        "quality-report.html"
    ),
    force: Force = False,
    *,
    config: "Config",
) -> None:
    """Write a report on a folder to hand in: what was found, answered, corrected and not reviewed.

    Nothing is aligned for it: documents that were not read yet are listed as such.
    """
    from align.folder.folder import Folder
    from align.folder.quality_report import quality_report

    opened = Folder.open(folder, config)
    check_output(output, force=force)
    write(output, quality_report(opened))
    sys.stdout.write(f"{output}\n")
