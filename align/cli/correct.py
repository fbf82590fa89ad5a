"""The command ``correct``.

Annotations are evaluated here: typer reads the options from them.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli.notes import end_unfinished, note_documents
from align.cli.options import File, Force, Fresh, Target, configured
from align.cli.run import aligned, with_every_flag
from align.errors import OutputError
from align.output import check_output, with_part, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.bitext_data import BitextData
    from align.config import Config
    from align.corrections import AppliedCorrection
    from align.export.pages import PageFormat


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

    The table (TSV) is written beside it, `.apparatus.tsv` added to the name. Of a scan or a file of pages
    the pages are written, where the name ends in `.hocr`, `.alto.xml` or `.page.xml`. Exits with 3 where the
    OCR engine broke off on a page: run the command again.
    """
    from align.export.corrected import apparatus, page_format_of
    from align.export.formats import APPARATUS

    if output is None:
        raise OutputError("expected -o and a file for the corrected text; nothing is changed in place")
    table = with_part(output, APPARATUS)
    for path in (output, table):
        check_output(path, file, target, force=force)
    bitext = aligned(file, target, with_every_flag(config), fresh=fresh)
    note_documents(bitext.documents)
    files, changes = _corrected(bitext, min_confidence, output, page_format_of(output))
    for path in files:
        check_output(path, file, target, force=force)
    for path, data in (files | {table: apparatus(changes).encode()}).items():
        write(path, data)
    sys.stdout.write(f"{len(changes)} corrections in {output}, each with its reason in {table}\n")
    end_unfinished(bitext.documents)


def _corrected(
    bitext: "BitextData", min_confidence: float, output: Path, to: "PageFormat | None"
) -> "tuple[dict[Path, bytes], Sequence[AppliedCorrection]]":
    """The files to write and the changes in them; ``to``: the format of pages that the name stands for."""
    from align.export.corrected import corrected, corrected_page_files

    if to is None:
        text, changes = corrected(bitext, min_confidence)
        return {output: text}, changes
    made, changes = corrected_page_files(bitext, min_confidence, to, output)
    return made.paths(output), changes
