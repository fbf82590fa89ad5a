"""The command line."""

from align.cli.app import app, main

__all__ = ["app", "main"]
