"""What a review needs of the export formats, which stand above it in the layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class ExportChoice:
    """A format to choose: ``name`` as on the command line, ``title`` for people.

    ``suffix``: the end of the file's name that is offered. ``is_text``: whether its file is text that people
    can look at. ``is_technical``: whether programs read it.
    """

    name: str
    title: str
    suffix: str
    is_text: bool
    is_technical: bool


@dataclass(frozen=True)
class Exported:
    """The files of a format, not yet written: what is added to the name -> bytes; and lines for the user."""

    files: Mapping[str, bytes]
    messages: tuple[str, ...]


class Exporter(Protocol):
    """Makes the files of one review."""

    @property
    def choices(self) -> Sequence[ExportChoice]:
        """The formats, those that people hand in first."""
        ...

    def export(self, to: str, output: Path, *, confirmed: bool) -> Exported:
        """The review as it stands in a format; ``confirmed``: only rows that a reviewer confirmed.

        ``output``: the file to write, from whose folder pictures are named.

        Raises:
            OutputError: A text does not fit the format.
        """
        ...
