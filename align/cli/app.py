"""The command ``align``: its list of commands, and what happens where one fails."""

import gc
import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from align.cli.cache import cache
from align.cli.correct import correct
from align.cli.evaluate import evaluate
from align.cli.exchange import export, import_, merge_journals
from align.cli.review import review
from align.cli.view import find, plot, profile, show
from align.errors import AlignError
from align.ocr.runtime.parallel import GC_THRESHOLD

app = typer.Typer(
    help="Align an OCR'd original with its translation, and flag OCR errors.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

COMMANDS: dict[str, Callable[..., None]] = {
    "show": show,
    "export": export,
    "import": import_,
    "find": find,
    "plot": plot,
    "profile": profile,
    "correct": correct,
    "review": review,
    "merge-journals": merge_journals,
    "evaluate": evaluate,
    "cache": cache,
}
"""Name -> command, in the order of ``align --help``."""

for _name, _command in COMMANDS.items():
    app.command(_name)(_command)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        sys.stdout.write(f"align {version('bitext-align')}\n")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """The options of ``align`` itself."""


def main() -> None:
    """Run the command. An :class:`AlignError` is printed as one line and sets the exit code."""
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
