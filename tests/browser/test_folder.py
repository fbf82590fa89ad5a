"""A folder of letters in JupyterLab: its start page, read, opened, searched, handed in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from align import user_cache
from align.config import Config
from align.folder.folder import Folder
from align.folder.notebooks import write_start
from align.folder.quality_report import quality_report
from align.folder.view import FolderView
from align.review.journal import Entry, now
from align.review.operation import QuotedPlace, Reject
from align.review.place import Place
from align.stored_result import LAST, NAME, find_last

from .lab import running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

TEXTS = {
    "rain.ru.txt": "Баш ответ получил. Вчера весь день шёл дождь.\n",
    "rain.en.txt": "I received your reply. Yesterday it rained all day.\n",
    "house.txt": "Contents:\n\nМы видели дом. Он читал письма.\n\nWe saw a house. He read letters.\n",
    "snow_original.txt": "Снег лежал на поле. Я ушёл домой.\n",
    "snow_translation.txt": "Snow lay on the field. I went home.\n",
    "numbers.txt": "1 2 3\n",
    "plan.de.txt": "Der Plan.\n",
    "plan.ru.txt": "План.\n",
}
VIOLATIONS = """async (part) => (await axe.run(part)).violations.map((v) => v.id + ': ' + v.nodes[0].html)"""


def fill(folder: Path) -> Path:
    """Write the letters into a folder."""
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds the dictionaries of this machine and no result."""
    own = tmp_path_factory.mktemp("cache")
    (own / "bitext-align").mkdir()
    for entry in user_cache.folder().glob("*") if user_cache.folder().is_dir() else ():
        if not entry.name.startswith((NAME, LAST, "vectors")):
            (own / "bitext-align" / entry.name).symlink_to(entry)
    return own


@pytest.fixture(scope="module")
def server(
    chromium: Browser,  # noqa: ARG001 - skipped where there is no browser
    cache: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, Path]]:
    """A JupyterLab, and the folder of letters below its root."""
    root = tmp_path_factory.mktemp("lab")
    folder = fill(root / "letters of 1950")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "XDG_CACHE_HOME", str(cache))
        with running(root) as address:
            yield address, folder


def start_page(page: Page, address: str, folder: Path) -> Locator:
    """The start page, its cell run."""
    write_start(folder, Config())
    page.goto(f"{address}/lab/tree/{folder.name}/start.review.ipynb?reset")
    page.get_by_text("| Idle").wait_for(timeout=60000)
    shown = page.locator(".al-folder[data-ready]")
    for _ in range(6):
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        for _ in range(80):
            if shown.count():
                return shown
            page.wait_for_timeout(250)
    raise AssertionError("the start page did not open")


def row(shown: Locator, name: str) -> Locator:
    return shown.locator(f'tr[data-name="{name}"]')


def dismiss(folder: Path) -> None:
    """Decide on the doubt of the first letter, as its notebook does."""
    opened = Folder.open(folder)
    document = opened.document("rain.ru")
    assert document is not None
    last = find_last(document.files, opened.settings())
    assert last is not None
    [flag] = last.bitext.flags
    hashes = {text.side: text.document.sha256 for text in last.bitext.texts}
    decision = Reject(QuotedPlace(Place(flag.side, flag.spans), flag.text))
    document.journal.write_text(Entry(decision, "anna", now(), hashes).to_line(), encoding="utf-8")


@pytest.mark.model
def test_a_folder_is_read_opened_searched_and_handed_in(
    server: tuple[str, Path], page: Page, axe: str, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way of a newcomer through the start page, by mouse and by keys."""
    address, folder = server
    shown = start_page(page, address, folder)
    assert row(shown, "rain.ru").inner_text().split("\t")[1].endswith("not read yet")
    assert "plan.de.txt, plan.ru.txt" in shown.locator(".al-unclear").inner_text()
    shown.get_by_role("button", name="Read all that are new (4)").click()
    shown.locator(".al-live", has_text="could not be read").wait_for(timeout=180000)
    row(shown, "rain.ru").get_by_text("1 doubt open").wait_for()
    assert "no letter" in row(shown, "numbers").inner_text()
    assert not shown.locator(".al-reading").is_visible()
    field = shown.get_by_label("Look for a word in all documents")
    field.fill("письмо")
    field.press("Enter")
    shown.locator(".al-hits mark", has_text="письма").wait_for()
    assert "house, row 2, original" in shown.locator(".al-hits").inner_text()
    shown.get_by_role("button", name="Quality report").click()
    with page.context.expect_page() as popup:
        shown.get_by_role("link", name="quality-report.html").click()
    popup.value.get_by_role("heading", name="Quality report: letters of 1950").wait_for()
    popup.value.close()
    page.evaluate(axe)
    assert page.evaluate(VIOLATIONS, ".al-folder") == []
    shown.get_by_role("button", name="rain.ru.txt + rain.en.txt").click()
    page.locator(".lm-TabBar-tabLabel", has_text="rain.ru.review.ipynb").wait_for()
    assert page.context.pages == [page]
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    dismiss(folder)
    page.locator(".lm-TabBar-tabLabel", has_text="start.review.ipynb").click()
    row(shown, "rain.ru").get_by_text("reviewed").wait_for()
    assert "anna" in row(shown, "rain.ru").inner_text()
    again = shown.get_by_role("link", name="rain.ru.txt + rain.en.txt")
    assert (again.get_attribute("href") or "").endswith("/lab/tree/letters%20of%201950/rain.ru.review.ipynb")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 500])
def test_no_barrier_on_the_page_and_on_the_report(
    chromium: Browser, axe: str, tmp_path: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    """axe-core finds nothing, light and dark, wide and narrow, and nothing leaves the page sideways."""
    folder = Folder.open(fill(tmp_path / "letters"))
    messages = [FolderView(folder, print).page()]
    messages.append({"is": "progress", "text": "1 of 4: house, aligning", "fraction": 0.2})
    hit = {
        "document": "house",
        "row": 1,
        "side": "source",
        "before": "Мы ",
        "text": "видели",
        "after": " дом.",
    }
    messages.append(
        {"is": "hits", "phrase": "видеть", "hits": [hit | {"other": "We saw it."}], "more": False}
    )
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    path = tmp_path / "page.html"
    path.write_text(_standing_alone(), encoding="utf-8")
    page.goto(path.as_uri())
    page.evaluate("(messages) => window.show(messages)", messages)
    page.wait_for_selector(".al-folder[data-ready] .al-hits mark")
    found = _barriers(page, axe)
    path.write_text(quality_report(folder), encoding="utf-8")
    page.goto(path.as_uri())
    found += _barriers(page, axe)
    context.close()
    assert found == []


def _barriers(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: list[str] = page.evaluate(VIOLATIONS, "main")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return found + (["it leaves the page sideways"] if wide else [])


def _standing_alone() -> str:
    """The start page's script with the messages of a test for its Python half."""
    package = Path(__file__).parents[2] / "align" / "folder"
    script, styles = ((package / f"folder.{kind}").read_text("utf-8") for kind in ("js", "css"))
    exported = "export {\n  main_default as default\n};"
    assert exported in script
    begin = """
const listeners = [];
const model = { send() {}, on(_, listener) { listeners.push(listener); }, off() {} };
main_default.render({ model, el: document.querySelector("main") });
window.show = (messages) => { for (const one of messages) for (const tell of listeners) tell(one); };
"""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>letters</title>'
        f"<style>body {{ margin: 0 }} {styles}</style></head><body><main></main>"
        f'<script type="module">{script.replace(exported, "")}{begin}</script></body></html>'
    )
