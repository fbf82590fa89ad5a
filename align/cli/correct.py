"""The command ``correct``.

Annotations are evaluated here: typer reads the options from them.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli.options import File, Force, Fresh, Target, configured
from align.cli.run import aligned, with_every_flag
from align.errors import OutputError
from align.output import check_output, with_part, write

if TYPE_CHECKING:
    from align.config import Config


@configured
def correct(
    file: File,
    target: Target = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="A file for the corrected text.")
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(help="Least confidence of a correction, 0 to 1.", metavar="P", min=0.0, max=1.0),
    ] = 0.9,
    force: Force = False,
    *,
    fresh: Fresh = False,
    config: "Config",
) -> None:
    """Write the original with its most certain corrections, and a table of what was changed.

    The table (TSV) is written beside it, `.apparatus.tsv` added to the name.
    """
    from align.export.corrected import apparatus, corrected
    from align.export.formats import APPARATUS

    if output is None:
        raise OutputError("expected -o and a file for the corrected text; nothing is changed in place")
    table = with_part(output, APPARATUS)
    for path in (output, table):
        check_output(path, file, target, force=force)
    text, changes = corrected(aligned(file, target, with_every_flag(config), fresh=fresh), min_confidence)
    write(output, text)
    write(table, apparatus(changes))
    sys.stdout.write(f"{len(changes)} corrections in {output}, each with its reason in {table}\n")
