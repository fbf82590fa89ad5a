"""The command line."""

from align.cli.entry import main

__all__ = ["main"]
