"""Words that the engine doubts are read again when a page is read; without that the page stands as well."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from align.facsimile.page import PageWord
from align.scan.engine_input import INPUT
from align.scan.read_scan import ReadScan, read_scan
from align.scan.scan_run import ScanRun
from tests.scan.conftest import FakeEngine

Pictures = Callable[..., Path]


def scanned(folder: Path) -> ReadScan:
    """What is read of it, in Russian."""
    return read_scan(folder, ScanRun(languages=("ru",)))


def only_word(read: ReadScan) -> PageWord:
    """The word of a page with one."""
    (word,) = (word for page in read.facsimile.pages for line in page.lines for word in line.words)
    return word


def test_a_doubtful_word_has_its_further_readings(fake: FakeEngine, pictures: Pictures) -> None:
    """In the language of the page; they are kept with it."""
    fake.conduct("sure = 70")
    folder = pictures(300)
    read = scanned(folder)
    assert only_word(read).text == "page300"
    assert {one.text for one in only_word(read).alternatives} == {"again"}
    assert [call.split()[:5] for call in fake.calls[1:]] == [["again", INPUT, "-", "-l", "rus"]] * 2
    calls = len(fake.calls)
    assert scanned(folder).facsimile == read.facsimile
    assert len(fake.calls) == calls


def test_a_sure_page_is_read_once(fake: FakeEngine, pictures: Pictures) -> None:
    """One call, no note of it."""
    fake.conduct("sure = 96")
    assert len(scanned(pictures(300)).notes) == 1
    assert len(fake.calls) == 1


def test_an_engine_killed_when_it_reads_again_costs_no_page(fake: FakeEngine, pictures: Pictures) -> None:
    """The first reading stands and is named; the next run reads again."""
    folder = pictures(300)
    fake.conduct("sure = 70\n    if again: os.kill(os.getpid(), signal.SIGKILL)")
    read = scanned(folder)
    assert only_word(read).text == "page300"
    assert any("page 1: Tesseract broke off when it read doubtful words again" in note for note in read.notes)
    fake.conduct("sure = 70")
    assert only_word(scanned(folder)).alternatives
