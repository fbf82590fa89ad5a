"""What was read with other data of the engine is read again, and an installed language is seen at once."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from align.config import Config
from align.errors import ModelError
from align.scan.read_scan import read_scan
from align.scan.scan_config import ScanConfig
from align.scan.scan_run import ScanRun
from align.scan.tesseract import find_tesseract
from align.stored_result import result_key
from tests.scan.conftest import FakeEngine

RUSSIAN = ScanRun(languages=("ru",))


@pytest.fixture
def data(fake: FakeEngine, tmp_path: Path) -> Path:
    """The folder of the engine's languages."""
    folder = tmp_path / "tessdata"
    folder.mkdir()
    for name in ("eng", "rus", "osd"):
        (folder / f"{name}.traineddata").write_bytes(b"fast")
    fake.conduct("", languages="eng\\nosd\\nrus", data=folder)
    return folder


@pytest.mark.parametrize(("name", "again"), [("rus", 1), ("osd", 1), ("eng", 0)])
def test_a_page_is_read_again_where_the_data_of_its_language_changed(
    fake: FakeEngine, pictures: Callable[..., Path], data: Path, name: str, again: int
) -> None:
    folder = pictures(301)
    read_scan(folder, RUSSIAN)
    (data / f"{name}.traineddata").write_bytes(b"the best")
    read_scan(folder, RUSSIAN)
    assert len(fake.calls) == 1 + again


def test_languages_are_found_again_where_their_data_changed(
    fake: FakeEngine, pictures: Callable[..., Path], data: Path
) -> None:
    folder = pictures(301)
    read_scan(folder)
    before = len(fake.calls)
    (data / "eng.traineddata").write_bytes(b"the best")
    read_scan(folder)
    assert len(fake.calls) > before


def test_data_in_another_folder_are_other_data(
    fake: FakeEngine, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "best"
    other.mkdir()
    (other / "rus.traineddata").write_bytes(b"the best")
    fake.conduct("", languages="rus", data=data)
    program = tmp_path / "bin" / "tesseract"
    text = program.read_text("utf-8").replace(f'"{data}/"', "\"' + os.environ['TESSDATA_PREFIX'] + '/\"")
    program.write_text(text, "utf-8")
    monkeypatch.setenv("TESSDATA_PREFIX", str(data))
    first = find_tesseract().data_versions(["rus"])
    monkeypatch.setenv("TESSDATA_PREFIX", str(other))
    assert find_tesseract().data_versions(["rus"]) != first


def test_a_language_that_is_installed_meanwhile_can_be_used(fake: FakeEngine, data: Path) -> None:
    with pytest.raises(ModelError, match="cannot read ukr"):
        find_tesseract().require("ukr")
    program = data.with_name("bin") / "tesseract"
    before = program.stat()
    fake.conduct("", languages="eng\\nosd\\nrus\\nukr", data=data)
    os.utime(program, ns=(before.st_atime_ns, before.st_mtime_ns))
    (data / "ukr.traineddata").write_bytes(b"fast")
    assert find_tesseract().require("ukr") == "ukr"


@pytest.mark.parametrize("name", ["p.png", "p.jfif", "p.pnm", "p", "p.txt"])
def test_a_result_depends_on_the_engine_whatever_the_name_of_a_picture(
    data: Path, tmp_path: Path, name: str
) -> None:
    path, config = tmp_path / name, Config(scan=ScanConfig("rus"))
    Image.new("L", (300, 200)).save(path, "PNG")
    before = result_key([path], config)
    (data / "rus.traineddata").write_bytes(b"the best")
    assert result_key([path], config) != before


def test_a_result_of_texts_does_not_depend_on_the_engine(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Я ушёл.", "utf-8")
    before = result_key([path], Config())
    (data / "rus.traineddata").write_bytes(b"the best")
    assert result_key([path], Config()) == before
