"""LibreOffice, which converts documents as a user's office program does."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def converted(path: Path, to: str, folder: Path) -> Path:
    """A document, opened by LibreOffice and saved in another format.

    Args:
        path: The document.
        to: The end of the new name; behind a colon the filter and its options.
        folder: Where the new file and LibreOffice's settings are written.
    """
    office = shutil.which("soffice")
    if office is None and os.environ.get("ALIGN_TOOLS") == "required":
        pytest.fail("soffice is not installed")
    if office is None:
        pytest.skip("LibreOffice is not installed (apt install libreoffice-writer-nogui)")
    out = folder / "saved"
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", to, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return out / f"{path.stem}.{to.partition(':')[0]}"
