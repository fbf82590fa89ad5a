"""The command ``align``: what happens where it fails or is stopped."""

import sys

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


def _end(why: str, exit_code: int) -> None:
    from align.cli.progress import Messages

    Messages.error(why, exit_code)
    sys.exit(exit_code)
