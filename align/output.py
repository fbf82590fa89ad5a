"""Files that are written: looked at before the work, whole after it."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import OutputError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PICTURES = frozenset({".png", ".svg"})
DOTS = 150
"""An inch, of a picture in pixels."""


def check_picture(path: Path, *read: Path | None, force: bool) -> None:
    """As :func:`check_output`, and by its name a picture."""
    if path.suffix.lower() not in PICTURES:
        raise OutputError(f"expected a picture's name that ends in .png or .svg, got {path}")
    check_output(path, *read, force=force)


def check_output(path: Path, *read: Path | None, force: bool) -> None:
    """Refuse before the work what would fail after it, and to write over a file that is ``read``."""
    if path.exists() and any(file is not None and file.exists() and path.samefile(file) for file in read):
        raise OutputError(f"{path} is read here and stays as it is; give another path")
    if path.is_dir():
        raise OutputError(f"expected a file to write, {path} is a folder; name a file in it")
    if path.exists() and not force:
        raise OutputError(f"{path} exists; give another path, or --force to write over it")
    if not path.parent.is_dir():
        raise OutputError(f"the folder {path.parent} does not exist; make it first")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise OutputError(f"no permission to write {path}; choose another place")


def write(path: Path, content: str | bytes) -> None:
    """Write beside, then rename: an interrupted run leaves what was there. Text as UTF-8."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content.encode() if isinstance(content, str) else content)
        beside.replace(path)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}; choose another place") from error
    finally:
        beside.unlink(missing_ok=True)


def draw(path: Path, figure: Figure) -> None:
    """A picture in the format that its name says."""
    stream = io.BytesIO()
    figure.savefig(stream, format=path.suffix[1:].lower(), dpi=DOTS)
    write(path, stream.getvalue())
