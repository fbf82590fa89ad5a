"""The start page's script and styles: built from their sources, whole, and our own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "align" / "review" / "frontend"


def asset(name: str) -> str:
    return files("align.folder").joinpath(name).read_text("utf-8")


def test_the_script_is_built_from_its_sources() -> None:
    """`npm run build` in ``align/review/frontend`` gives the file that ships, to the byte."""
    npm = shutil.which("npm")
    if npm is None or not (SOURCES / "node_modules").is_dir():
        reason = "no node_modules; run `npm ci` in align/review/frontend"
        if os.environ.get("ALIGN_TOOLS") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    command = [npm, "run", "--silent", "bundle:folder"]
    built = subprocess.run(command, cwd=SOURCES, capture_output=True, check=True, timeout=120)
    assert built.stdout.decode() == asset("folder.js")


def test_no_text_becomes_markup_and_nothing_is_loaded() -> None:
    """The script hands no string to a parser and names no address."""
    script = asset("folder.js")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert word not in script
    for name in ("folder.js", "folder.css", "report.css"):
        assert not re.search(r"https?://|@import|^\s*import\s", asset(name), flags=re.MULTILINE)


def test_every_class_of_the_styles_is_our_own() -> None:
    """Styles are put into the whole page of JupyterLab: each selector stays inside the start page."""
    styles = re.sub(r"/\*.*?\*/", "", asset("folder.css"), flags=re.DOTALL)
    for selector in re.findall(r"(?:^|})\s*([^{}@]+?)\s*{", styles):
        assert all(".al-folder" in part for part in selector.split(",")), selector
