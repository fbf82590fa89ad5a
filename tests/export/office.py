"""Other people's programs that open what is exported; what they draw, word by word."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, groupby
from pathlib import Path
from typing import Any

import pytest

SLACK = 1.0
"""Points that the boxes of two words may share: the lines of a paragraph touch."""


@dataclass(frozen=True)
class Letter:
    """A character that is drawn on a page, with its box in points (left, bottom, right, top)."""

    text: str
    page: int
    box: tuple[float, float, float, float]

    def overlaps(self, other: Letter) -> bool:
        """Whether the two are drawn over each other."""
        left, bottom = (max(self.box[n], other.box[n]) for n in (0, 1))
        right, top = (min(self.box[n], other.box[n]) for n in (2, 3))
        return self.page == other.page and right - left > SLACK and top - bottom > SLACK


def tool(name: str, packages: str) -> str:
    """Where another program is; without it the test is skipped, unless it is required."""
    found = shutil.which(name)
    if found is None and os.environ.get("ALIGN_TOOLS") == "required":
        pytest.fail(f"{name} is not installed")
    if found is None:
        pytest.skip(f"{name} is not installed (apt install {packages})")
    return found


def converted(path: Path, to: str) -> Path:
    """The file as LibreOffice saves it in another format, in a folder of its own."""
    office = tool("soffice", "libreoffice-calc-nogui libreoffice-writer-nogui")
    folder = path.parent / "converted"
    home = f"-env:UserInstallation=file://{path.parent}/home"
    command = [office, home, "--headless", "--convert-to", to, "--outdir", folder, path]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    return folder / f"{path.stem}.{to}"
