"""A real Chromium: ``ALIGN_CHROMIUM``, by default Debian's. Without one these tests are skipped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.review import Review

from .lab import CELL, DISK, PID, Lab, notebook, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = os.environ.get("ALIGN_CHROMIUM", "/usr/bin/chromium")
AXE = Path(__file__).parents[2] / "align" / "review" / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def missing(what: str) -> None:
    """Skip; fail where a browser is required (``ALIGN_BROWSER=required``, set in continuous integration)."""
    if os.environ.get("ALIGN_BROWSER") == "required":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core's script (MPL-2.0, not shipped): ``ALIGN_AXE`` is the path of ``axe.min.js``."""
    path = Path(os.environ.get("ALIGN_AXE", AXE))
    if not path.is_file():
        missing("no axe-core; run `npm ci` in align/review/frontend, or set ALIGN_AXE")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not shutil.which(CHROMIUM):
        missing(f"no Chromium at {CHROMIUM}; apt-get install chromium, or set ALIGN_CHROMIUM")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


GIVEN_UP = "Canceled future for "
"""How JupyterLab's message on a request begins when its kernel is gone."""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that fails the test when a script on it fails.

    JupyterLab gives up its own requests when a kernel dies and raises an error: that is no script of ours.
    """
    context = chromium.new_context(viewport={"width": 1280, "height": 860})
    made = context.new_page()
    errors: list[str] = []
    made.on("pageerror", lambda error: errors.append(str(error)))
    yield made
    context.close()
    assert [error for error in errors if not error.startswith(GIVEN_UP)] == []


@pytest.fixture(scope="session")
def server(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:  # noqa: ARG001 - skipped where there is no browser
    """One JupyterLab for all tests: its address and its folder."""
    folder = tmp_path_factory.mktemp("lab")
    with running(folder) as address:
        yield address, folder


@pytest.fixture
def lab(server: tuple[str, Path], page: Page, request: pytest.FixtureRequest) -> tuple[Lab, Path]:
    """A fresh notebook with a small review open, and its journal's path."""
    address, folder = server
    home = folder / request.node.name
    home.mkdir()
    notebook(home / "review.ipynb", CELL, PID, DISK)
    made = Lab(page, address, f"{request.node.name}/review.ipynb")
    made.run_all()
    return made, home / "review.jsonl"


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Callable[[Review], Page]:
    """Open the one-file desk of a review; gives the page when it is ready."""
    from align.export.html import page as desk_page

    def open_desk(review: Review) -> Page:
        path = Path(tmp_path) / "desk.html"
        path.write_text(desk_page(review), encoding="utf-8")
        page.goto(path.as_uri())
        page.wait_for_selector(".al-desk[data-ready]")
        return page

    return open_desk


@contextmanager
def open_for_axe(chromium: Browser, review: Review, folder: Path) -> Iterator[Page]:
    """The one-file desk of a review, the first row in focus, in a page that lets axe-core's script in."""
    from align.export.html import page as desk_page

    path = folder / "desk.html"
    path.write_text(desk_page(review), encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector(".al-desk[data-ready]")
    page.locator(".al-row").first.locator(".al-source").click(position={"x": 4, "y": 4})
    yield page
    context.close()
