"""Commands that show what was found: ``show``, ``find``, ``plot``, ``profile``.

Annotations are evaluated here: typer reads the options from them.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli.options import File, Force, Fresh, Target, configured
from align.cli.run import aligned
from align.errors import InputError
from align.output import check_picture, draw

if TYPE_CHECKING:
    from align.config import Config


@configured
def show(
    file: File,
    target: Target = None,
    width: Annotated[
        int | None, typer.Option(help="Columns of the output; by default those of the terminal.", min=40)
    ] = None,
    *,
    fresh: Fresh = False,
    config: "Config",
) -> None:
    """Print both sides next to each other with the flags in braces, then a summary."""
    bitext = aligned(file, target, config, fresh=fresh)
    from rich.console import Console

    from align import render

    console = Console(width=width)
    if console.is_terminal:
        console.print(render.renderable(bitext))
    else:
        sys.stdout.write(render.to_text(bitext, width=width or 100))


@configured
def find(
    pattern: Annotated[str, typer.Argument(help="A regular expression; with --lemma a word or a phrase.")],
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Pages of an archive; ORIGINAL=TRANSLATION for two files.", metavar="FILE…", readable=False
        ),
    ],
    lemma: Annotated[
        bool, typer.Option("--lemma", help="Find a word in all its forms (Russian, English).")
    ] = False,
    *,
    fresh: Fresh = False,
    config: "Config",
) -> None:
    """Print each match on either side, with the sentences of the other side below it."""
    from align.render import hits

    for path in files:
        original, _, translation = str(path).partition("=")
        bitext = aligned(Path(original), Path(translation) if translation else None, config, fresh=fresh)
        sys.stdout.write(hits(bitext.find(pattern, lemma=lemma), original))


@configured
def plot(
    file: File,
    target: Target = None,
    output: Annotated[Path, typer.Option("-o", "--output", help="A file: .png or .svg.")] = Path("align.png"),
    force: Force = False,
    *,
    fresh: Fresh = False,
    config: "Config",
) -> None:
    """Draw the matrix of similarities with the alignment, and the confidence along the document."""
    check_picture(output, file, target, force=force)
    draw(output, aligned(file, target, config, fresh=fresh).plot())


@configured
def profile(
    file: File,
    target: Target = None,
    side: Annotated[str, typer.Option(help="source or target.", metavar="SIDE")] = "source",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="A picture to draw as well: .png or .svg.")
    ] = None,
    force: Force = False,
    *,
    fresh: Fresh = False,
    config: "Config",
) -> None:
    """Print which letters the OCR confused in this document, and how often; draw them with -o."""
    from align.ocr.channel.report import as_text, confusion_table, plot_confusions
    from align.text.document import SIDES

    if side not in SIDES:
        raise InputError(f"expected --side source or target, got {side!r}")
    if output is not None:
        check_picture(output, file, target, force=force)
    bitext = aligned(file, target, config, fresh=fresh)
    text = "".join(s.text for part in bitext.texts if part.side == side for s in part.sentences)
    found = confusion_table((flag for flag in bitext.flags if flag.side == side), text)
    sys.stdout.write(as_text(found))
    if output is not None:
        draw(output, plot_confusions(found))
