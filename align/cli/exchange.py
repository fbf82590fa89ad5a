"""Commands that exchange files with others: ``export``, ``import``, ``merge-journals``.

Annotations are evaluated here: typer reads the options from them.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli.notes import end_unfinished, note_documents
from align.cli.options import File, Force, Fresh, Target, configured
from align.cli.progress import Messages
from align.cli.run import aligned
from align.errors import InputError, OutputError
from align.export import FORMATS, output_paths
from align.members import check_files, write_files
from align.output import check_output, write

if TYPE_CHECKING:
    from align.config import Config
    from align.export.export_set import ExportedFiles
    from align.review.journal_file import Journal


@configured
def export(
    file: File,
    target: Target = None,
    to: Annotated[str, typer.Option(help=f"Format: {', '.join(FORMATS)}.", metavar="FORMAT")] = "json",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="A file, or a folder for several; by default the terminal."),
    ] = None,
    force: Force = False,
    *,
    review: Annotated[
        Path | None,
        typer.Option(help="Journal of a review; its decisions are applied.", metavar="JSONL", readable=False),
    ] = None,
    confirmed: Annotated[
        bool, typer.Option("--confirmed", help="Only rows that a reviewer confirmed.")
    ] = False,
    source_locale: Annotated[
        str | None, typer.Option(help="Language tag of the original in the output: ru-RU.", metavar="TAG")
    ] = None,
    target_locale: Annotated[
        str | None, typer.Option(help="Language tag of the translation: en-GB.", metavar="TAG")
    ] = None,
    images: Annotated[
        bool, typer.Option("--images/--no-images", help="Pictures of the scan in an HTML page.")
    ] = True,
    fresh: Fresh = False,
    config: "Config",
) -> None:
    """Write the bitext in a format that other programs read.

    Exits with 1 where decisions of the journal have no place in this text; all others are written. Exits with
    3 where the OCR engine broke off on a page: run the command again.
    """
    from align.export import export_files
    from align.review import Review, read_decisions
    from align.review.journal import JournalContents
    from align.review.left_out import left_out_decisions

    for path in output_paths(to, output):
        check_output(path, file, target, review, force=force)
    decisions = JournalContents() if review is None else read_decisions(review)
    reviewed = Review(aligned(file, target, config, fresh=fresh), None, decisions)
    note_documents(reviewed.bitext.documents)
    made = export_files(
        reviewed,
        to,
        entries=decisions.entries,
        confirmed=confirmed,
        locales=(source_locale, target_locale),
        images=images,
        output=output,
    )
    for message in made.messages:
        Messages.note(message)
    _put(made, output, (file, target, review), force=force)
    end_unfinished(reviewed.bitext.documents)
    if left_out_decisions(reviewed):
        raise typer.Exit(1)


def _put(made: "ExportedFiles", output: Path | None, read: "tuple[Path | None, ...]", *, force: bool) -> None:
    """Write the files, or show the only one on the terminal; no file of ``read`` is overwritten."""
    if output is None:
        sys.stdout.write(made.files[""].decode())
        return
    check_files(output, made.files, *read, force=force)
    write_files(output, made.files)


@configured
def import_(
    file: File,
    target: Target = None,
    changed: Annotated[
        Path | None,
        typer.Option(
            "--from",
            help="The changed file: .xlsx, .docx, .tsv, .jsonl, or decisions saved from an HTML export.",
        ),
    ] = None,
    review: Annotated[
        Path | None,
        typer.Option(
            help="Journal to write the changes to; made where there is none.", metavar="JSONL", readable=False
        ),
    ] = None,
    reviewer: Annotated[str | None, typer.Option(help="Who made the changes.", metavar="NAME")] = None,
    *,
    fresh: Fresh = False,
    config: "Config",
) -> None:
    """Write the changes of an exported file to the journal of a review; no decision is overwritten.

    Exits with 1 where a row was not found or both sides changed it; these are listed.
    """
    from align.importing.import_decisions import import_decisions
    from align.importing.import_rows import import_rows
    from align.importing.tables import holds_decisions, read_rows
    from align.review import Review
    from align.review.left_out import left_out_lines

    if changed is None or review is None:
        raise InputError("expected --from and the file that came back, and --review and a journal to write")
    table = None if holds_decisions(changed) else read_rows(changed)
    opened = Review.open(
        aligned(file, target, config, fresh=fresh), review, reviewer=reviewer, words=config.words
    )
    for line in left_out_lines(opened):
        Messages.note(line)
    try:
        _check_writable(opened.journal)
        result = import_decisions(opened, changed) if table is None else import_rows(opened, table)
    finally:
        opened.close()
    counted = (
        f"{result.applied} changes, {len(result.conflicts)} conflicts, {len(result.problems)} without a place"
    )
    sys.stdout.write("\n".join([*map(str, result.conflicts), *result.problems, counted]) + "\n")
    if result.conflicts or result.problems:
        raise typer.Exit(1)


def _check_writable(journal: "Journal | None") -> None:
    """Raises :class:`OutputError`, once, where no decision could be written."""
    if journal is None or journal.read_only is None:
        return
    if journal.open_elsewhere:
        raise OutputError(
            f"{journal.path.name} is open in another program (JupyterLab?): shut down that kernel "
            "(Kernel → Shut Down), then import again"
        )
    raise OutputError(journal.read_only)


def merge_journals(
    first: Annotated[
        Path, typer.Argument(help="A reviewer's journal: all its decisions are kept.", readable=False)
    ],
    second: Annotated[
        Path, typer.Argument(help="Another reviewer's journal on the same document.", readable=False)
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="The merged journal.")],
    force: Force = False,
) -> None:
    """Merge the journals of two reviewers; decisions that contradict the first journal are listed."""
    from align.review.journal import lines, read_decisions
    from align.review.merge import merge

    check_output(output, force=force)
    journals = [read_decisions(path) for path in (first, second)]
    kept, conflicts = merge(*(journal.entries for journal in journals))
    readings = {read.sha256: read for journal in journals for read in journal.readings}
    write(output, "".join(lines([*readings.values(), *kept])))
    for path, journal in zip((first, second), journals, strict=True):
        for torn in journal.torn:
            sys.stdout.write(f"{path}, line {torn.line} cannot be read: {torn.why}\n")
    for conflict in conflicts:
        one, two = conflict.first, conflict.second
        sys.stdout.write(f"{conflict.about} ({one.by} {one.at}, {two.by} {two.at})\n")
    sys.stdout.write(f"{len(kept)} decisions in {output}, {len(conflicts)} conflicts\n")
