"""The command ``align``: what happens where it fails or is stopped."""

import sys
from typing import Any

STOPPED = 130
"""The exit code of a command that Ctrl-C ends, as shells have it."""


def main() -> None:
    """Run the command. An :class:`align.AlignError` is printed as one line and sets the exit code."""
    try:
        _run()
    except KeyboardInterrupt:
        _end("stopped", STOPPED)


def _run() -> None:
    """Run the command; its modules are imported here, so that it can be stopped from the first moment."""
    import gc
    import os

    from align.cli.app import app
    from align.errors import AlignError
    from align.ocr.runtime.parallel import GC_THRESHOLD

    gc.set_threshold(*GC_THRESHOLD)
    try:
        if "--json" in sys.argv[1:2]:
            _run_for_program()
        else:
            app()
    except AlignError as error:
        _end(str(error), error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except SystemExit as end:
        if end.code == STOPPED:  # typer has caught the interrupt
            raise KeyboardInterrupt from end
        raise


def _run_for_program() -> None:
    """Run the command; what is wrong with its options is an object like other errors, not a drawn box."""
    import typer

    from align.cli.app import app

    # typer has no other name for errors of usage
    usage_error: Any = typer.BadParameter.__bases__[0]
    try:
        sys.exit(app(standalone_mode=False))
    except usage_error as error:
        from align.cli.progress import Messages

        Messages.as_json = True
        _end(error.format_message(), error.exit_code)


def _end(why: str, exit_code: int) -> None:
    from align.cli.progress import Messages

    Messages.error(why, exit_code)
    sys.exit(exit_code)
