"""The languages of a scan are those in which the engine is surest of what it reads."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from align.facsimile.tesseract_tsv import HEAD
from align.progress import Reporter
from align.scan.found_languages import find_languages
from align.scan.read_scan import read_scan
from align.scan.scan_files import scan_files
from align.scan.tesseract import find_tesseract
from tests.scan.conftest import FakeEngine

Found = Callable[..., str]
TABLE = """
    name = sys.argv[sys.argv.index("-l") + 1]
    if name == "osd":
        print("Rotate: 0\\nOrientation confidence: 9.1\\nScript: {script}\\nScript confidence: 2.0")
        sys.exit(0)
    print({head!r})
    for conf, text in {rows!r}.get(name, ()):
        print("\\t".join(["5", "1", "1", "1", "1", "1", "0", "0", "30", "9", conf, text]))
    sys.exit(0)
"""


@pytest.fixture
def found(fake: FakeEngine, pictures: Callable[..., Path]) -> Found:
    """The languages that are found, by what the engine reads in each: confidences and words."""

    def find(rows: Mapping[str, object], script: str = "Latin", installed: str = "eng\\nrus") -> str:
        fake.conduct(TABLE.format(head=HEAD, rows=rows, script=script).strip(), languages=installed)
        scan = scan_files(pictures(301)).pictures
        return find_languages(scan, find_tesseract(), Reporter(lambda _: None)).names

    return find


def test_the_engine_is_surest_in_the_right_language(found: Found) -> None:
    """Long words count more than short ones."""
    assert found({"rus": [("90", "правительство"), ("10", "и")], "eng": [("80", "npaBHTe")]}) == "rus"


def test_two_languages_are_taken_where_both_are_clearly_better_than_one(found: Found) -> None:
    rows = {"rus": [("60", "дом")], "eng": [("50", "house")], "rus+eng": [("70", "дом")]}
    assert found(rows) == "rus+eng"


def test_a_small_gain_does_not_add_a_language(found: Found) -> None:
    assert found({"rus": [("60", "дом")], "eng": [("50", "house")], "rus+eng": [("64", "дом")]}) == "rus"


@pytest.mark.parametrize("damaged", [[("no number", "house")], [("99", "house\ttoo many")]])
def test_a_table_that_cannot_be_read_counts_as_nothing_read(found: Found, damaged: object) -> None:
    assert found({"rus": [("60", "дом")], "eng": damaged}) == "rus"


def test_of_many_languages_those_of_the_script_are_tried(found: Found, fake: FakeEngine) -> None:
    rows = {"ukr": [("80", "будинок")], "rus": [("60", "дом")], "eng": [("99", "house")]}
    assert found(rows, script="Cyrillic", installed="eng\\nosd\\nrus\\nukr\\nbul") == "ukr"
    assert not any("eng" in call.split() for call in fake.calls)


def test_a_sample_on_which_the_engine_breaks_off_does_not_count(fake: FakeEngine, tmp_path: Path) -> None:
    """It is said where no sample is left; the languages are not kept then, and found the next time."""
    folder = tmp_path / "letter"
    folder.mkdir()
    Image.new("L", (301, 200), "white").save(folder / "p1.png")
    fake.conduct("if again: os.kill(os.getpid(), signal.SIGKILL)")
    read = read_scan(folder)
    assert "the language of the pages could not be found (Tesseract was killed" in read.notes[-1]
    assert "read as rus" in read.notes[-1]
    fake.conduct("")
    assert not any("could not be found" in note for note in read_scan(folder).notes)


def test_a_language_is_added_by_the_samples_that_all_trials_read(
    fake: FakeEngine, pictures: Callable[..., Path]
) -> None:
    """A sample on which the engine broke off in one language adds nothing to the sum of both."""
    code = TABLE.format(head=HEAD, rows={one: [("90", "дом")] for one in ("rus", "rus+eng")}, script="Latin")
    broken = 'if size == b"302" and "eng" in sys.argv: os.kill(os.getpid(), signal.SIGKILL)'
    fake.conduct(f"size = data.split(None, 3)[1]\n    {broken}\n    {code.strip()}")
    scan = scan_files(pictures(300, 301, 302)).pictures
    assert find_languages(scan, find_tesseract(), Reporter(lambda _: None)).names == "rus"
