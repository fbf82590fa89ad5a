"""The real letter reviewed from the keyboard alone, in JupyterLab, to "nothing left to review"."""

from __future__ import annotations

import csv
import json
import pickle
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.api import align_file
from align.bitext import Bitext
from align.corrections import rewrite
from align.review import Review, read_decisions
from align.text.span import Span

from .lab import Lab, notebook, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.model
ROOT = Path(__file__).parents[2]
AIM = 1.5


@pytest.fixture(scope="module")
def letter(chromium: Browser, seeds: Path) -> Bitext:  # noqa: ARG001 - skipped where there is no browser
    [path] = seeds.glob("002*.txt")
    return align_file(path)


@pytest.fixture(scope="module")
def gold() -> dict[Span, str]:
    """The true text of each passage that was misread."""
    path = ROOT / "tests" / "gold" / "002" / "errors.tsv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {Span(int(row["start"]), int(row["stop"])): row["truth"] for row in rows}


def alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def attribute(element: Locator, name: str) -> str:
    """An attribute that the element has."""
    value = element.get_attribute(name)
    assert value is not None
    return value


class Reviewer:
    """Knows the truth; decides each doubt with as few keys as there are."""

    def __init__(self, page: Page, raw: str, gold: Mapping[Span, str]) -> None:
        self.page, self.raw, self.gold = page, raw, gold
        self.desk = page.locator(".al-desk")
        self.presses = 0

    def press(self, key: str) -> None:
        self.presses += 1
        self.page.keyboard.press(key)

    def left(self) -> int:
        return int(attribute(self.desk, "data-needs"))

    def decide(self) -> None:
        """One decision on what has the focus."""
        revision = attribute(self.desk, "data-revision")
        card = self.page.locator(".al-card-chosen:not(.al-card-settled)")
        if not card.count():
            self.press("Enter")
        else:
            self.doubt(card)
        self.page.wait_for_function(
            "was => document.querySelector('.al-desk').dataset.revision !== was", arg=revision
        )
        self.page.wait_for_timeout(60)

    def doubt(self, card: Locator) -> None:
        name = attribute(card, "data-card")
        mark = self.page.locator(f'.al-current [data-d="{name}"][data-p]').first
        place = int(attribute(mark, "data-p")[1:])
        text = card.locator(".al-cardtext").inner_text()
        truth = self.truth(place, place + len(text))
        kind = attribute(card, "data-kind")
        readings = [attribute(one, "data-reading") for one in card.locator("[data-reading]").all()]
        known = truth is not None and kind.startswith("ocr.")
        whole = [self.around(place, text, reading) for reading in readings] if known else []
        if kind == "layout.moved":
            self.press("a")
        elif truth is None or not known:
            self.press("x")
        elif truth[0] in whole:
            at = whole.index(truth[0])
            self.press("a" if at == 0 else str(at + 1))
        else:
            self.type(truth[0], place, text)

    def truth(self, start: int, stop: int) -> tuple[str, Span] | None:
        for span, text in self.gold.items():
            if span.start < stop and start < span.stop:
                return text, span
        return None

    def gold_span(self, start: int, stop: int) -> Span:
        """The place of the gold error that these characters touch."""
        found = self.truth(start, stop)
        assert found is not None
        return found[1]

    def around(self, start: int, text: str, reading: str) -> str:
        """The gold error's passage with a suggestion in its place."""
        span = self.gold_span(start, start + len(text))
        return " ".join(
            (self.raw[span.start : start] + reading + self.raw[start + len(text) : span.stop]).split()
        )

    def type(self, truth: str, start: int, text: str) -> None:
        """Type the truth over the doubt, or change only the letters that are wrong, whichever is shorter."""
        span = self.gold_span(start, start + len(text))
        old, before = self.raw[span.start : span.stop], start - span.start
        rest = old[before + len(text) :]
        typed = truth[before : len(truth) - len(rest)]
        head = alike(old, truth)
        tail = alike(old[head:][::-1], truth[head:][::-1])
        new, wrong = truth[head : len(truth) - tail], len(old) - tail - head
        self.press("e")
        fits = typed and old[:before] + typed + rest == truth
        if not fits or 1 + abs(head - before) + wrong + len(new) < len(typed):
            self.delete(before, head, wrong)
            typed = new
        self.presses += len(typed)
        self.page.keyboard.type(typed)
        self.press("Enter")

    def delete(self, chosen: int, start: int, count: int) -> None:
        """From what is chosen, which begins at ``chosen``, to ``start``; so many characters from there."""
        self.press("ArrowLeft")
        for _ in range(abs(start - chosen)):
            self.press("ArrowRight" if start > chosen else "ArrowLeft")
        for _ in range(count):
            self.press("Delete")


def test_the_letter_is_reviewed_from_the_keyboard(
    letter: Bitext, gold: Mapping[Span, str], page: Page, tmp_path: Path
) -> None:
    """Every doubt decided as the gold reads; corrected text and journal are what was decided."""
    (tmp_path / "letter.pkl").write_bytes(pickle.dumps(letter))
    written = json.loads((ROOT / "review.ipynb").read_text(encoding="utf-8"))
    [cell] = ["".join(cell["source"]) for cell in written["cells"] if cell["cell_type"] == "code"]
    opened = cell[cell.index("review = ") :]
    read = 'Path("letter.pkl").read_bytes()'
    load = f"import align, pickle\nfrom pathlib import Path\nbitext = pickle.loads({read})"
    notebook(tmp_path / "review.ipynb", load, opened)
    with running(tmp_path) as address:
        Lab(page, address, "review.ipynb").run_all()
        page.locator(".al-cell[tabindex='0']").focus()
        raw = letter.documents[0].raw
        reviewer = Reviewer(page, raw, gold)
        for _ in range(120):
            if not reviewer.left():
                break
            reviewer.decide()
        assert page.locator(".al-done").inner_text().startswith("✓ Nothing left to review.")
        assert attribute(reviewer.desk, "data-open") == "0"
        reviewer.page.keyboard.press("Control+s")
        page.locator(".al-live", has_text="Saved").wait_for()
    found = read_decisions(tmp_path / "review.jsonl")
    review = Review(letter, None, found)
    assert review.left == ()
    flagged = [span for flag in letter.flags if flag.kind.startswith("ocr.") for span in flag.spans]
    expected = {span: truth for span, truth in gold.items() if any(span.overlaps(other) for other in flagged)}
    assert " ".join(review.corrected().split()) == " ".join(rewrite(raw, expected).split())
    decisions = len(found.entries)
    each = reviewer.presses / decisions
    sys.stdout.write(f"{reviewer.presses} key presses for {decisions} decisions: {each:.2f} each\n")
    assert reviewer.presses <= AIM * decisions
