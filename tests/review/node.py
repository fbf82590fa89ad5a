"""Node, which runs the screen's modules without a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest


def node() -> str:
    """Node itself, or the one inside playwright; without one the test is skipped.

    Where the tools are required (``ALIGN_TOOLS=required``, set in continuous integration), it fails.
    """
    found = shutil.which("node")
    spec = find_spec("playwright")
    if found is None and spec is not None and spec.origin:
        inside = Path(spec.origin).parent / "driver" / "node"
        found = str(inside) if inside.exists() else None
    if found is None:
        reason = "no Node: install it, or playwright, which brings one"
        if os.environ.get("ALIGN_TOOLS") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def run_node(*arguments: str) -> str:
    """What Node prints; it must end well."""
    done = subprocess.run(
        [node(), *arguments], capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    return done.stdout
