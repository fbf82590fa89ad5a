"""The command ``align``: parse, call one library function, print.

Annotations are evaluated here: typer reads the options from them.
"""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli.options import configured
from align.errors import AlignError, InputError, ModelError, OutputError
from align.ocr.runtime.parallel import GC_THRESHOLD
from align.output import check_output, check_picture, draw, write

if TYPE_CHECKING:
    from align.bitext import Bitext
    from align.config import Config
    from align.evaluate.report import Report
    from align.signature import Signature

app = typer.Typer(
    help="Align an OCR'd original with its translation and flag what the OCR got wrong.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

File = Annotated[Path, typer.Argument(help="An archive page that holds both texts, or the original.")]
Target = Annotated[Path | None, typer.Argument(help="The translation, where it is a file of its own.")]

Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]


@app.command()
@configured
def show(
    file: File,
    target: Target = None,
    width: Annotated[int | None, typer.Option(help="Columns to use; the terminal's.", min=40)] = None,
    *,
    config: "Config",
) -> None:
    """Print the two sides next to each other, flags marked, then a summary."""
    bitext = _bitext(file, target, config)
    from rich.console import Console

    from align import render

    console = Console(width=width)
    if console.is_terminal:
        console.print(render.renderable(bitext))
    else:
        sys.stdout.write(render.to_text(bitext, width=width or 100))


@app.command()
@configured
def export(
    file: File,
    target: Target = None,
    to: Annotated[
        str,
        typer.Option(
            help="Format: json, jsonl, tsv, tmx, xliff, xlsx, docx, tei, moses, html or text.",
            metavar="FORMAT",
        ),
    ] = "json",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A file; else the terminal.")] = None,
    force: Force = False,
    *,
    review: Annotated[
        Path | None, typer.Option(help="Decisions to apply: a review's journal.", metavar="JSONL")
    ] = None,
    confirmed: Annotated[bool, typer.Option("--confirmed", help="Only rows a reviewer confirmed.")] = False,
    source_locale: Annotated[
        str | None, typer.Option(help="Of the original in TMX, XLIFF …, as ru-RU.", metavar="TAG")
    ] = None,
    target_locale: Annotated[
        str | None, typer.Option(help="Of the translation, as en-GB.", metavar="TAG")
    ] = None,
    config: "Config",
) -> None:
    """Write the bitext in a format other programs read."""
    from align.export import collect_rows, export, suffixes
    from align.review import Review, read_decisions
    from align.review.journal import JournalContents

    named = suffixes(to, output)
    for path in named:
        check_output(path, file, target, review, force=force)
    decisions = JournalContents() if review is None else read_decisions(review)
    opened = Review(_bitext(file, target, config), None, decisions)
    rows = collect_rows(
        opened, decisions.entries, confirmed=confirmed, locales=(source_locale, target_locale)
    )
    written = export(rows, to)
    for line in (*written.messages, *rows.report()):
        sys.stderr.write(f"align: {line}\n")
    if output is None:
        sys.stdout.write(written.files[""].decode())
        return
    paths = {output.with_name(output.name + suffix): data for suffix, data in written.files.items()}
    for path in paths:
        check_output(path, file, target, review, force=force)
    for path, data in paths.items():
        write(path, data)


@app.command("import")
@configured
def import_(
    file: File,
    target: Target = None,
    changed: Annotated[
        Path | None,
        typer.Option(
            "--from",
            help="The file that came back: .xlsx, .docx, .tsv, .jsonl, or a one-file desk's decisions.",
        ),
    ] = None,
    review: Annotated[
        Path | None, typer.Option(help="The journal to write decisions to; made if new.", metavar="JSONL")
    ] = None,
    reviewer: Annotated[str | None, typer.Option(help="Who made the changes.", metavar="NAME")] = None,
    *,
    config: "Config",
) -> None:
    """Bring changes of an exported file into a review's journal, row by id; nothing is overwritten.

    Exits 1 where something found no place or both sides changed it; that is listed.
    """
    from align.importing.import_rows import bring_decisions, import_rows
    from align.importing.tables import holds_decisions, read_rows
    from align.review import Review

    if changed is None or review is None:
        raise InputError("expected --from and the file that came back, and --review and a journal to write")
    sheet = None if holds_decisions(changed) else read_rows(changed)
    opened = Review.open(_bitext(file, target, config), review, reviewer=reviewer, words=config.words)
    try:
        found = bring_decisions(opened, changed) if sheet is None else import_rows(opened, sheet)
    finally:
        opened.close()
    counted = (
        f"{found.applied} changes, {len(found.conflicts)} conflicts, {len(found.problems)} without a place"
    )
    sys.stdout.write("\n".join([*map(str, found.conflicts), *found.problems, counted]) + "\n")
    if found.conflicts or found.problems:
        raise typer.Exit(1)


@app.command()
@configured
def find(
    pattern: Annotated[str, typer.Argument(help="A regular expression; with --lemma a word or phrase.")],
    files: Annotated[
        list[Path], typer.Argument(help="Archive pages; ORIGINAL=TRANSLATION for two files.", metavar="FILE…")
    ],
    lemma: Annotated[
        bool, typer.Option("--lemma", help="Find the words in all their forms (Russian, English).")
    ] = False,
    *,
    config: "Config",
) -> None:
    """Print where something stands, on either side, with the other side beneath."""
    from align.render import hits

    for path in files:
        original, _, translation = str(path).partition("=")
        bitext = _bitext(Path(original), Path(translation) if translation else None, config)
        sys.stdout.write(hits(bitext.find(pattern, lemma=lemma), original))


@app.command()
@configured
def plot(
    file: File,
    target: Target = None,
    output: Annotated[Path, typer.Option("-o", "--output", help="A file: .png or .svg.")] = Path("align.png"),
    force: Force = False,
    *,
    config: "Config",
) -> None:
    """Draw the similarity matrix with the path, and confidence along the document."""
    check_picture(output, file, target, force=force)
    draw(output, _bitext(file, target, config).plot())


@app.command()
@configured
def profile(
    file: File,
    target: Target = None,
    side: Annotated[str, typer.Option(help="source or target.", metavar="SIDE")] = "source",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A picture: .png or .svg.")] = None,
    force: Force = False,
    *,
    config: "Config",
) -> None:
    """Print which letters this document's OCR took for which, and how often; draw it with -o."""
    from align.ocr.channel.report import as_text, confusion_table, plot_confusions
    from align.text.document import SIDES

    if side not in SIDES:
        raise InputError(f"expected --side source or target, got {side!r}")
    if output is not None:
        check_picture(output, file, target, force=force)
    bitext = _bitext(file, target, config)
    text = "".join(s.text for part in bitext.texts if part.side == side for s in part.sentences)
    found = confusion_table((flag for flag in bitext.flags if flag.side == side), text)
    sys.stdout.write(as_text(found))
    if output is not None:
        draw(output, plot_confusions(found))


@app.command()
@configured
def correct(
    file: File,
    target: Target = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A file for the text.")] = None,
    min_confidence: Annotated[
        float, typer.Option(help="Apply readings at least this sure, 0 to 1.", metavar="P", min=0.0, max=1.0)
    ] = 0.9,
    force: Force = False,
    *,
    config: "Config",
) -> None:
    """Write the original with its sure corrections, and an apparatus of what was changed beside it.

    The apparatus is a table (TSV) under the same name with `.apparatus.tsv` behind it.
    """
    from align.export.corrected import apparatus, corrected

    if output is None:
        raise OutputError("expected -o and a file for the corrected text; nothing is changed in place")
    beside = output.with_name(output.name + ".apparatus.tsv")
    for path in (output, beside):
        check_output(path, file, target, force=force)
    every_flag = replace(config, ocr=replace(config.ocr, min_confidence=0.0))
    text, changes = corrected(_bitext(file, target, every_flag), min_confidence)
    write(output, text)
    write(beside, apparatus(changes))
    sys.stdout.write(f"{len(changes)} corrections in {output}, each with its reason in {beside}\n")


@app.command()
@configured
def review(
    file: File,
    target: Target = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The notebook; FILE.review.ipynb here.")
    ] = None,
    journal: Annotated[
        str | None, typer.Option(help="Where decisions are written; beside the notebook.", metavar="PATH")
    ] = None,
    reviewer: Annotated[
        str | None, typer.Option(help="Who decides; who is logged in.", metavar="NAME")
    ] = None,
    *,
    opened: Annotated[bool, typer.Option("--open/--no-open", help="Open it in JupyterLab.")] = True,
    force: Force = False,
    config: "Config",
) -> None:
    """Write a notebook to review the document in, and open it in JupyterLab; a notebook there is opened."""
    from align.notebook import notebook
    from align.text.readers.file import read_text

    for path in (file, target):
        if path is not None:
            read_text(path, config.encoding)
    if config.words is not None and not config.words.exists():
        write(config.words, "")
    output = output or Path(f"{file.stem}.review.ipynb")
    if force or not output.exists():
        check_output(output, force=force)
        files = [Path(os.path.relpath(path, output.parent)) for path in (file, target) if path is not None]
        text = notebook(
            files[0],
            files[1] if len(files) > 1 else None,
            config.seen_from(output.parent),
            journal=journal or f"{file.stem}.review.jsonl",
            reviewer=reviewer,
        )
        write(output, text)
    sys.stdout.write(f"{output}\n")
    if opened:
        _open_notebook(output)


def _open_notebook(path: Path) -> None:
    if find_spec("jupyterlab") is None or find_spec("anywidget") is None:
        raise ModelError(
            "expected JupyterLab and anywidget; pip install 'bitext-align[review]', or --no-open"
        )
    command = [sys.executable, "-m", "jupyterlab", str(path)]
    subprocess.run(command, check=False)  # noqa: S603 - our own interpreter, a path of the user's


@app.command("merge-journals")
def merge_journals(
    first: Annotated[Path, typer.Argument(help="A reviewer's journal: its decisions all stand.")],
    second: Annotated[Path, typer.Argument(help="Another's, on the same document.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The merged journal.")],
    force: Force = False,
) -> None:
    """Make two reviewers' journals one; what contradicts the first is listed."""
    from align.review.journal import lines, read_decisions
    from align.review.merge import merge

    check_output(output, force=force)
    journals = [read_decisions(path) for path in (first, second)]
    kept, conflicts = merge(*(journal.entries for journal in journals))
    write(output, "".join(lines(kept)))
    for path, journal in zip((first, second), journals, strict=True):
        for torn in journal.torn:
            sys.stdout.write(f"{path}, line {torn.line} cannot be read: {torn.why}\n")
    for conflict in conflicts:
        one, two = conflict.first, conflict.second
        sys.stdout.write(f"{conflict.about} ({one.by} {one.at}, {two.by} {two.at})\n")
    sys.stdout.write(f"{len(kept)} decisions in {output}, {len(conflicts)} conflicts\n")


@app.command()
@configured
def evaluate(
    file: File,
    target: Target = None,
    beads: Annotated[Path | None, typer.Option(help="Gold beads of raw text (beads.json).")] = None,
    errors: Annotated[Path | None, typer.Option(help="Gold OCR errors (errors.tsv).")] = None,
    truth: Annotated[Path | None, typer.Option(help="The original as it was typed (truth.txt).")] = None,
    furniture: Annotated[Path | None, typer.Option(help="Gold page furniture (aside.tsv).")] = None,
    *,
    gold: Annotated[Path | None, typer.Option(help="Gold beads of numbered lines (gold.align).")] = None,
    to_json: Annotated[Path | None, typer.Option("--json", help="A file for all figures.")] = None,
    force: Force = False,
    config: "Config",
) -> None:
    """Score beads, flags and corrections against gold files."""
    if to_json is not None:
        check_output(to_json, file, target, force=force)
    if gold is not None:
        report, signature = _evaluate_lines(file, target, gold, config)
    elif beads is None and errors is None:
        raise InputError("expected gold to score against: --beads, --errors, or --sentences with --gold")
    else:
        from align.evaluate.report import evaluate_bitext

        every_flag = replace(config, ocr=replace(config.ocr, min_confidence=0.0))
        bitext = _bitext(file, target, every_flag)
        report = evaluate_bitext(bitext, beads=beads, errors=errors, truth=truth, furniture=furniture)
        signature = bitext.signature
    sys.stdout.write(report.to_text() + "\n")
    if to_json is not None:
        figures = json.dumps(report.to_json() | {"signature": asdict(signature)}, indent=1)
        write(to_json, figures + "\n")


def _evaluate_lines(
    file: Path, target: Path | None, gold: Path, config: "Config"
) -> tuple["Report", "Signature"]:
    if target is None or not config.sentences:
        raise InputError("--gold numbers lines: give --sentences and two files with one sentence a line")
    from align.evaluate.report import evaluate_sentences
    from align.pipeline import align_lines

    with _progress() as progress:
        alignment, signature = align_lines(file, target, config, progress=progress)
    return evaluate_sentences(alignment, gold), signature


def _bitext(file: Path, target: Path | None, config: "Config") -> "Bitext":
    with _progress() as progress:
        from align.api import align_file

        return align_file(file, target, config, progress=progress)


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A line on the terminal that says which stage runs and for how long; nothing when piped."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("starting", total=None)
        yield lambda stage: bar.update(task, description=stage)


def main() -> None:
    """Run the command; an error of ours is one line and its exit code, never a traceback."""
    gc.set_threshold(*GC_THRESHOLD)
    try:
        app()
    except AlignError as error:
        sys.stderr.write(f"align: {error}\n")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.stderr.write("align: stopped\n")
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
