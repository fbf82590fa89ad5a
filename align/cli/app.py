"""The command ``align``: its list of commands."""

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from align.cli.cache import cache
from align.cli.corpus import corpus
from align.cli.correct import correct
from align.cli.evaluate import evaluate
from align.cli.exchange import export, import_, merge_journals
from align.cli.folder import report
from align.cli.progress import Messages
from align.cli.read import read
from align.cli.review import review
from align.cli.view import find, plot, profile, show

app = typer.Typer(
    help="Align an OCR'd original with its translation, and flag OCR errors.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

COMMANDS: dict[str, Callable[..., None]] = {
    "read": read,
    "show": show,
    "export": export,
    "import": import_,
    "find": find,
    "plot": plot,
    "profile": profile,
    "correct": correct,
    "review": review,
    "report": report,
    "corpus": corpus,
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
    as_json: Annotated[
        bool,
        typer.Option("--json", help="Report progress and errors as lines of JSON on the error stream."),
    ] = False,
) -> None:
    """The options of ``align`` itself."""
    Messages.as_json = as_json
