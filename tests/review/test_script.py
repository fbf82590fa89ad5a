"""The screen's script: its modules in Node, the built file, what ships with the package."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from node import run_node

from align.review.page import asset

ROOT = Path(__file__).parents[2]
TESTS = sorted((ROOT / "tests" / "review" / "frontend").glob("*.test.mjs"))
SOURCES = ROOT / "align" / "review" / "frontend"


def test_the_modules_of_the_script() -> None:
    """`node --test` on what needs no page: keys, rows, texts, the one-file desk without its screen."""
    assert TESTS
    run_node("--test", *map(str, TESTS))


def test_the_script_is_built_from_its_sources() -> None:
    """`npm run build` in ``align/review/frontend`` gives the file that ships, to the byte."""
    npm = shutil.which("npm")
    if npm is None or not (SOURCES / "node_modules").is_dir():
        reason = f"no node_modules; run `npm ci` in {SOURCES.relative_to(ROOT)}"
        if os.environ.get("ALIGN_TOOLS") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    built = subprocess.run(
        [npm, "run", "--silent", "bundle"], cwd=SOURCES, capture_output=True, check=True, timeout=120
    )
    assert built.stdout.decode() == asset("review.js"), (
        "review.js is not what its sources give: npm run build"
    )


def test_a_page_finds_its_entry_point() -> None:
    """The one-file desk calls ``open`` by its name, in the same module."""
    assert re.search(r"^function open\(root, data\) {$", asset("review.js"), flags=re.MULTILINE)


def test_no_text_becomes_markup() -> None:
    """The script never hands a string to a parser of HTML or code."""
    script = asset("review.js")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert word not in script


def test_nothing_comes_from_the_network() -> None:
    """No address, no import: the script and the styles are whole."""
    for name in ("review.js", "review.css"):
        text = asset(name)
        assert not re.search(r"https?://|@import|^\s*import\s", text, flags=re.MULTILINE)


def test_every_class_of_the_styles_is_our_own() -> None:
    """Styles are put into the whole page: each selector stays inside the desk."""
    styles = re.sub(r"/\*.*?\*/", "", asset("review.css"), flags=re.DOTALL)
    for selector in re.findall(r"(?:^|})\s*([^{}@]+?)\s*{", styles):
        for part in selector.split(","):
            assert re.search(r"\.al-|::highlight\(al-", part), part


def test_the_wheel_holds_script_and_styles(tmp_path: Path) -> None:
    """What is installed can show a review; the script's sources stay behind."""
    copied = tmp_path / "source"
    copied.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copied)
    shutil.copytree(
        ROOT / "align",
        copied / "align",
        ignore=shutil.ignore_patterns("__pycache__", "node_modules", "*.npz", "*.bin", "data"),
    )
    code = "from setuptools import setup; setup()"
    subprocess.run(
        [sys.executable, "-c", code, "-q", "build_py", "-d", str(tmp_path / "built")],
        cwd=copied,
        check=True,
        capture_output=True,
    )
    shipped = {path.name for path in (tmp_path / "built" / "align" / "review").iterdir()}
    assert {"review.js", "review.css"} <= shipped
    assert "frontend" not in shipped
    folder = {path.name for path in (tmp_path / "built" / "align" / "folder").iterdir()}
    assert {"folder.js", "folder.css", "report.css"} <= folder
