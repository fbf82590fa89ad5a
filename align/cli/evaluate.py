"""The command ``evaluate``.

Annotations are evaluated here: typer reads the options from them.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli.options import File, Force, Fresh, Target, configured
from align.cli.progress import shown_progress
from align.cli.run import aligned, with_every_flag
from align.errors import InputError
from align.output import check_output, write

if TYPE_CHECKING:
    from align.config import Config
    from align.evaluate.report import Report
    from align.signature import Signature


@configured
def evaluate(
    file: File,
    target: Target = None,
    beads: Annotated[Path | None, typer.Option(help="Gold beads of raw text (beads.json).")] = None,
    errors: Annotated[Path | None, typer.Option(help="Gold OCR errors (errors.tsv).")] = None,
    truth: Annotated[Path | None, typer.Option(help="The original without OCR errors (truth.txt).")] = None,
    furniture: Annotated[Path | None, typer.Option(help="Gold page furniture (aside.tsv).")] = None,
    *,
    gold: Annotated[
        Path | None,
        typer.Option(help="Gold beads of lines, with --sentences (gold.align, lines counted from 0)."),
    ] = None,
    to_json: Annotated[Path | None, typer.Option("--json", help="A file for all figures.")] = None,
    force: Force = False,
    fresh: Fresh = False,
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

        bitext = aligned(file, target, with_every_flag(config), fresh=fresh)
        report = evaluate_bitext(bitext, beads=beads, errors=errors, truth=truth, furniture=furniture)
        signature = bitext.signature
    sys.stdout.write(report.to_text() + "\n")
    if to_json is not None:
        figures = report.to_json() | {"signature": asdict(signature)}
        write(to_json, json.dumps(figures, indent=1) + "\n")


def _evaluate_lines(
    file: Path, target: Path | None, gold: Path, config: "Config"
) -> tuple["Report", "Signature"]:
    """Align two files with one sentence a line and score the beads."""
    if target is None or not config.sentences:
        raise InputError("--gold numbers lines: give --sentences and two files with one sentence a line")
    from align.evaluate.report import evaluate_sentences
    from align.pipeline import align_lines

    with shown_progress() as progress:
        alignment, signature = align_lines(file, target, config, progress=progress)
    return evaluate_sentences(alignment, gold), signature
