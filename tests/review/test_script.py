"""The screen's helpers, in Node; and that script and styles ship with the package."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from align.review.page import asset

TESTS = Path(__file__).with_name("review.test.mjs")


def node() -> str:
    """Node itself, or the one inside playwright."""
    found = shutil.which("node")
    spec = find_spec("playwright")
    if found is None and spec is not None and spec.origin:
        inside = Path(spec.origin).parent / "driver" / "node"
        found = str(inside) if inside.exists() else None
    if found is None:
        pytest.skip("no Node: install it, or playwright, which brings one")
    return found


def test_the_helpers_of_the_script():
    """`node --test` on what needs no page: keys, filters, counts, what a typed text changes."""
    done = subprocess.run(
        [node(), "--test", str(TESTS)], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def test_no_text_becomes_markup():
    """The script never hands a string to a parser of HTML or code."""
    script = asset("review.js")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert word not in script


def test_nothing_comes_from_the_network():
    """No address, no import: the script and the styles are whole."""
    for name in ("review.js", "review.css"):
        text = asset(name)
        assert not re.search(r"https?://|@import|^\s*import\s", text, flags=re.MULTILINE)


def test_every_class_of_the_styles_is_our_own():
    """Styles are put into the whole page: each selector stays inside the desk."""
    styles = re.sub(r"/\*.*?\*/", "", asset("review.css"), flags=re.DOTALL)
    for selector in re.findall(r"(?:^|})\s*([^{}@]+?)\s*{", styles):
        for part in selector.split(","):
            assert re.search(r"\.al-|::highlight\(al-", part), part


def test_the_wheel_holds_script_and_styles(tmp_path):
    """What is installed can show a review."""
    root = Path(__file__).parents[2]
    copied = tmp_path / "source"
    copied.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(root / name, copied)
    shutil.copytree(
        root / "align",
        copied / "align",
        ignore=shutil.ignore_patterns("__pycache__", "*.npz", "*.bin", "data"),
    )
    code = "from setuptools import setup; setup()"
    subprocess.run(
        [sys.executable, "-c", code, "-q", "build_py", "-d", str(tmp_path / "built")],
        cwd=copied,
        check=True,
        capture_output=True,
    )
    assert {"review.js", "review.css"} <= {
        path.name for path in (tmp_path / "built" / "align" / "review").iterdir()
    }
