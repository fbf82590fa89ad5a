"""Pages are read one by one, kept, and read on; what breaks off is one line and loses nothing."""

import errno
import gzip
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from align.errors import InputError, ModelError, ReadError
from align.progress import Step
from align.scan import kept_pages
from align.scan.read_scan import is_unfinished, read_scan
from align.scan.scan_config import ScanConfig
from align.scan.scan_pages import processors
from align.scan.scan_run import ScanRun
from tests.scan.conftest import FakeEngine

RUSSIAN = ScanRun(languages=("ru",))
Pictures = Callable[..., Path]


def test_a_folder_is_read_in_the_order_of_its_names(fake: FakeEngine, tmp_path: Path) -> None:
    folder = tmp_path / "letter"
    folder.mkdir()
    for name, width in (("page 10.png", 310), ("page 2.png", 302), (".hidden.png", 300), ("notes.txt", 0)):
        if width:
            Image.new("L", (width, 200)).save(folder / name)
        else:
            (folder / name).write_text("x", "utf-8")
    steps: list[Step] = []
    read = read_scan(folder, ScanRun(languages=("ru",), progress=steps.append))
    assert read.facsimile.text == "page302\n\f\npage310\n"
    assert [page.picture and page.picture.file for page in read.facsimile.pages] == [
        "letter/page 2.png",
        "letter/page 10.png",
    ]
    assert read.facsimile.engine == "tesseract 5.3.0"
    assert read.notes == ("pages read by tesseract 5.3.0 (rus): 2",)
    assert (steps[-1].done, steps[-1].total, steps[-1].unit) == (2, 2, "pages")
    assert fake.calls[0].split()[2:6] == ["-", "-l", "rus", "--psm"]


def test_what_was_read_is_not_read_again(fake: FakeEngine, pictures: Pictures) -> None:
    folder = pictures(301, 302)
    first = read_scan(folder, RUSSIAN)
    assert read_scan(folder, RUSSIAN).facsimile == first.facsimile
    assert len(fake.calls) == 2
    assert len(list(folder.with_name("letter.pages").glob("*.gz"))) == 2
    Image.new("L", (303, 200)).save(folder / "p2.png")
    assert read_scan(folder, RUSSIAN).facsimile.text == "page301\n\f\npage303\n"
    assert len(fake.calls) == 3
    read_scan(folder, ScanRun(ScanConfig(segmentation=6), ("ru",)))
    assert len(fake.calls) == 5


def test_a_page_that_is_added_does_not_make_the_others_be_read_again(
    fake: FakeEngine, pictures: Pictures
) -> None:
    folder = pictures(301, 302)
    read_scan(folder, RUSSIAN)
    Image.new("L", (300, 200)).save(folder / "p0.png")
    assert read_scan(folder, RUSSIAN).facsimile.text == "page300\n\f\npage301\n\f\npage302\n"
    assert len(fake.calls) == 3


def test_an_engine_that_is_killed_on_a_page_loses_only_that_page(
    fake: FakeEngine, pictures: Pictures
) -> None:
    folder = pictures(301, 302, 303)
    fake.conduct("if size == b'302': os.kill(os.getpid(), signal.SIGKILL)")
    read = read_scan(folder, RUSSIAN)
    assert read.facsimile.text == "page301\n\f\n\n\f\npage303\n"
    assert is_unfinished(read.notes)
    assert read.notes[-1] == (
        "pages on which the OCR engine broke off, 1 of 3: page 2 (p2.png): Tesseract was killed (signal 9; "
        "is there enough memory?); all others are kept, run the command again to read these"
    )
    assert read.notes[0] == "pages read by tesseract 5.3.0 (rus): 2 of 3"
    assert [call.split()[0] for call in fake.calls].count("302") == 2  # once more, alone
    fake.conduct("")
    again = read_scan(folder, RUSSIAN)
    assert again.facsimile.text == "page301\n\f\npage302\n\f\npage303\n"
    assert not is_unfinished(again.notes)
    assert len(fake.calls) == 5


def test_an_engine_that_breaks_off_once_is_called_again(
    fake: FakeEngine, pictures: Pictures, tmp_path: Path
) -> None:
    mark = tmp_path / "broke"
    fake.conduct(f"open({str(mark)!r}, 'a').write('x'); os.path.getsize({str(mark)!r}) > 1 or sys.exit(1)")
    assert read_scan(pictures(301), RUSSIAN).facsimile.text == "page301\n"


def test_an_engine_that_is_always_killed_is_given_up_after_three_pages(
    fake: FakeEngine, pictures: Pictures
) -> None:
    folder = pictures(*range(301, 313))
    fake.conduct("os.kill(os.getpid(), signal.SIGKILL)")
    with pytest.raises(ReadError, match=r"none of its 12 pages could be read: Tesseract was killed"):
        read_scan(folder, RUSSIAN)
    assert len(fake.calls) <= 3 + processors() - 1 + 3
    fake.conduct("")
    assert "page312" in read_scan(folder, RUSSIAN).facsimile.text


def test_an_engine_that_hangs_is_not_called_again_for_a_page(fake: FakeEngine, pictures: Pictures) -> None:
    fake.conduct("time.sleep(60 if size == b'302' else 0)")
    read = read_scan(pictures(301, 302, 303), ScanRun(ScanConfig(timeout=5), ("ru",)))
    assert is_unfinished(read.notes)
    assert sorted(call.split()[0] for call in fake.calls) == ["301", "302", "303"]


@pytest.mark.parametrize(
    ("conduct", "timeout", "line"),
    [
        ("sys.exit('out of cheese')", 60, r"Tesseract ended with an error \(1\): out of cheese"),
        ("time.sleep(60)", 0.4, r"Tesseract took more than 0\.4 s"),
        ("print('nothing of use'); sys.exit(0)", 60, "Tesseract wrote no hOCR"),
    ],
)
def test_an_engine_that_fails_on_all_pages_is_one_line(
    fake: FakeEngine, pictures: Pictures, conduct: str, timeout: float, line: str
) -> None:
    folder = pictures(301)
    fake.conduct(conduct)
    with pytest.raises(ReadError, match=f"letter: none of its 1 pages could be read: {line}") as raised:
        read_scan(folder, ScanRun(ScanConfig(timeout=timeout), ("ru",)))
    assert "\n" not in str(raised.value)


@pytest.mark.usefixtures("fake")
def test_a_picture_that_cannot_be_opened_does_not_stop_the_others(pictures: Pictures) -> None:
    folder = pictures(301, 302, 303)
    (folder / "p1.png").write_bytes(b"no picture")
    (folder / "p2.png").write_bytes((folder / "p2.png").read_bytes()[:90])  # its head is whole
    read = read_scan(folder, RUSSIAN)
    assert read.facsimile.text == "\n\f\npage303\n"
    assert any(note.startswith("picture left out: p1.png: expected a picture") for note in read.notes)
    assert any(
        note.startswith("pages that could not be read, 1 of 2: page 1 (p2.png): ") for note in read.notes
    )
    assert not is_unfinished(read.notes)


@pytest.mark.skipif(sys.platform != "linux", reason="file systems elsewhere refuse such names")
@pytest.mark.usefixtures("fake")
def test_a_name_that_is_not_utf_8_is_one_line(pictures: Pictures) -> None:
    folder = pictures(301, 302)
    bad = folder / os.fsdecode(b"p\xff.png")
    (folder / "p2.png").rename(bad)
    read = read_scan(folder, RUSSIAN)
    assert read.facsimile.text == "page301\n"
    line = r"p\udcff.png: expected a name in UTF-8, found letter/p\udcff.png: rename the file or the folder"
    assert f"picture left out: {line}" in read.notes
    with pytest.raises(ReadError, match="expected a name in UTF-8"):
        read_scan(bad, RUSSIAN)


def test_a_picture_that_is_longer_than_the_engine_reads_is_one_line(
    fake: FakeEngine, pictures: Pictures
) -> None:
    folder = pictures(301)
    Image.new("L", (40, 32_768), "white").save(folder / "p2.png")
    read = read_scan(folder, RUSSIAN)
    assert read.facsimile.text.startswith("page301\n")
    assert "page 2 (p2.png)" in read.notes[-1]
    problem = "Tesseract reads up to 32,767 pixels in width and height, found 40 x 32,768: save it smaller"
    assert f"page 2 (p2.png): {problem}" in read.notes[-1]
    assert len(fake.calls) == 1
    assert not is_unfinished(read.notes)


def test_pictures_of_a_folder_are_known_by_their_first_bytes(fake: FakeEngine, pictures: Pictures) -> None:
    folder = pictures(301)
    for number, name in ((302, "p2.jfif"), (303, "p3"), (304, "p4.dat")):
        Image.new("L", (number, 200), "white").save(folder / name, "JPEG")
    (folder / "p5.dat").write_text("P1 is a name, and this is a text", "utf-8")
    read = read_scan(folder, RUSSIAN)
    assert read.facsimile.text == "\n\f\n".join(f"page{number}" for number in range(301, 305)) + "\n"
    assert len(fake.calls) == 4
    assert len(read.notes) == 1


@pytest.mark.usefixtures("fake")
def test_files_and_folders_that_may_hold_further_pages_are_named(pictures: Pictures) -> None:
    folder = pictures(301)
    for name in ("p2.HEIC", "p3.pdf", "notes.txt", ".p4.pdf"):
        (folder / name).write_bytes(b"x")
    (folder / "more").mkdir()
    (folder / "more" / "p5.png").write_bytes(b"x")
    (folder / "empty").mkdir()
    (left_out,) = [note for note in read_scan(folder, RUSSIAN).notes if "left out" in note]
    assert left_out.startswith("picture left out: p2.HEIC, p3.pdf, more: not read in a folder of pictures")


@pytest.mark.usefixtures("fake")
def test_the_first_pages_of_a_tiff_that_is_cut_off_are_read(tmp_path: Path) -> None:
    sheets = [Image.new("L", (width, 200), "white") for width in (301, 302, 303)]
    whole = tmp_path / "letter.tif"
    sheets[0].save(whole, save_all=True, append_images=sheets[1:2])
    size = whole.stat().st_size
    sheets[0].save(whole, save_all=True, append_images=sheets[1:])
    whole.write_bytes(whole.read_bytes()[: size + 40])
    read = read_scan(whole, RUSSIAN)
    assert read.facsimile.text == "page301\n\f\npage302\n"
    (note,) = [note for note in read.notes if "left out" in note]
    assert note.startswith("picture left out: letter.tif: page 3 and what stands behind it cannot be read (")
    assert note.endswith("; is the file complete?")


def test_a_folder_without_a_picture_that_opens_is_one_line(fake: FakeEngine, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    with pytest.raises(ReadError, match=r"empty: expected pictures of pages .*, found none"):
        read_scan(folder, RUSSIAN)
    (folder / "a.png").write_bytes(b"x")
    with pytest.raises(ReadError, match=r"none of its 1 pictures can be opened; the first: a\.png: expected"):
        read_scan(folder, RUSSIAN)
    assert not fake.calls


def test_what_cannot_be_kept_beside_the_file_is_kept_in_the_cache_folder(
    fake: FakeEngine, pictures: Pictures, own_cache: Path
) -> None:
    folder = pictures(301)
    folder.with_name("letter.pages").write_text("in the way", "utf-8")
    assert read_scan(folder, RUSSIAN).notes == ("pages read by tesseract 5.3.0 (rus): 1",)
    read_scan(folder, RUSSIAN)
    assert len(fake.calls) == 1
    assert len(list(own_cache.rglob("*.json.gz"))) == 1


@pytest.mark.usefixtures("fake")
def test_a_full_disk_costs_only_what_would_be_kept(
    pictures: Pictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(kept_pages, "_write", full)
    read = read_scan(pictures(301), RUSSIAN)
    assert read.facsimile.text == "page301\n"
    assert "could not be kept" in read.notes[-1]
    assert "No space left on device" in read.notes[-1]


def cut(data: bytes) -> bytes:
    return data[:30]


def garbled(data: bytes) -> bytes:
    return data[:40] + bytes(255 for _ in data[40:])


@pytest.mark.parametrize(
    "damage",
    [
        cut,
        garbled,
        *(
            lambda _, text=text: gzip.compress(text.encode())
            for text in (
                "[]",
                "null",
                '"x"',
                '{"pages": ["x"], "notes": []}',
                '{"pages": null, "notes": []}',
                "[" * 9999,
            )
        ),
    ],
)
def test_a_kept_page_that_is_broken_is_read_again(
    fake: FakeEngine, pictures: Pictures, damage: Callable[[bytes], bytes]
) -> None:
    folder = pictures(301)
    read_scan(folder, RUSSIAN)
    (kept,) = folder.with_name("letter.pages").glob("*.gz")
    kept.write_bytes(damage(kept.read_bytes()))
    assert read_scan(folder, RUSSIAN).facsimile.text == "page301\n"
    assert len(fake.calls) == 2


def test_kept_languages_that_are_damaged_are_found_again(fake: FakeEngine, pictures: Pictures) -> None:
    folder = pictures(301)
    read_scan(folder)
    before = len(fake.calls)
    (kept,) = folder.with_name("letter.pages").glob("languages-*")
    kept.write_text("r\0s", "utf-8")
    assert read_scan(folder).facsimile.text == "page301\n"
    assert len(fake.calls) > before


def test_stopping_ends_all_processes_and_keeps_whole_pages(fake: FakeEngine, pictures: Pictures) -> None:
    folder = pictures(301, 302, 303)
    fake.conduct("time.sleep(30 if size == b'303' else 0)")

    def stop(step: Step) -> None:
        if step.done == 2:
            raise KeyboardInterrupt

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        read_scan(folder, ScanRun(languages=("ru",), progress=stop))
    assert time.monotonic() - began < 20
    fake.conduct("")
    assert read_scan(folder, RUSSIAN).facsimile.text == "page301\n\f\npage302\n\f\npage303\n"
    assert [call.split()[0] for call in fake.calls].count("301") == 1


def test_a_killed_program_keeps_whole_pages(
    fake: FakeEngine, pictures: Pictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pictures(301, 302, 303)
    fake.conduct("time.sleep(30 if size == b'303' else 0)")
    code = (
        "from pathlib import Path; from align.scan.read_scan import read_scan; from align.scan.scan_run "
        f"import ScanRun; read_scan(Path({str(folder)!r}), ScanRun(languages=('ru',)))"
    )
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    program = subprocess.Popen([sys.executable, "-c", code])
    kept = folder.with_name("letter.pages")
    until = time.monotonic() + 60
    while time.monotonic() < until and (not kept.is_dir() or len(list(kept.glob("*.gz"))) < 2):
        time.sleep(0.05)
    program.send_signal(signal.SIGKILL)
    program.wait()
    fake.conduct("")
    assert read_scan(folder, RUSSIAN).facsimile.text == "page301\n\f\npage302\n\f\npage303\n"
    assert [call.split()[0] for call in fake.calls].count("301") == 1


@pytest.mark.parametrize("caught", ["raise", "time.sleep(60)"])
def test_a_signal_to_end_the_program_ends_the_engine(
    caught: str, fake: FakeEngine, pictures: Pictures, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And the program, also a notebook's kernel, which catches the error that ends others."""
    started = tmp_path / "started"
    fake.conduct(f"open({str(started)!r}, 'w').write(str(os.getpid())); time.sleep(60)")
    code = (
        "import time; from pathlib import Path; from align.scan.read_scan import read_scan\n"
        "from align.scan.scan_run import ScanRun\n"
        f"try: read_scan(Path({str(pictures(301))!r}), ScanRun(languages=('ru',)))"
        f"\nexcept SystemExit: {caught}"
    )
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    program = subprocess.Popen([sys.executable, "-c", code])
    until = time.monotonic() + 60
    while time.monotonic() < until and not (started.is_file() and started.read_text()):
        time.sleep(0.05)
    program.terminate()
    assert program.wait(30) == -signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(int(started.read_text()), 0)


@pytest.mark.usefixtures("no_engine")
def test_a_missing_engine_is_one_line(pictures: Pictures) -> None:
    with pytest.raises(
        ModelError, match=r"needs Tesseract.*sudo apt install tesseract-ocr tesseract-ocr-rus"
    ):
        read_scan(pictures(301), RUSSIAN)


@pytest.mark.parametrize("run", [RUSSIAN, ScanRun()])
def test_what_was_read_is_found_without_the_engine(
    run: ScanRun, fake: FakeEngine, pictures: Pictures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The languages given or found; a picture that was not read needs the engine."""
    data = tmp_path / "tessdata"
    data.mkdir()
    (data / "rus.traineddata").write_text("x", "utf-8")
    fake.conduct("", data=data)
    folder = pictures(301, 302)
    read = read_scan(folder, run)
    (data / "rus.traineddata").unlink()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_scan(folder, run) == read
    Image.new("L", (303, 200)).save(folder / "p3.png")
    with pytest.raises(ModelError, match="needs Tesseract"):
        read_scan(folder, run)


def test_a_missing_language_is_one_line(fake: FakeEngine, pictures: Pictures) -> None:
    folder = pictures(301)
    with pytest.raises(
        ModelError, match=r"cannot read chi_sim.*tesseract-ocr-chi-sim .*installed are eng, rus"
    ):
        read_scan(folder, ScanRun(languages=("zh",)))
    with pytest.raises(ModelError, match="cannot read deu"):
        read_scan(folder, ScanRun(ScanConfig("rus+deu")))
    fake.conduct("", languages="osd")
    with pytest.raises(ModelError, match=r"cannot read rus.*installed are none"):
        read_scan(folder)
    assert not fake.calls


def test_an_engine_that_is_too_old_or_does_not_run_is_one_line(fake: FakeEngine, pictures: Pictures) -> None:
    folder = pictures(301)
    fake.conduct("", version="3.04.01")
    with pytest.raises(ModelError, match=r"expected Tesseract 4 or newer, .* 'tesseract 3\.04\.01'"):
        read_scan(folder, RUSSIAN)
    fake.conduct("no python (")
    with pytest.raises(ModelError, match="does not run"):
        read_scan(folder, RUSSIAN)


def test_settings_that_cannot_be_used_are_one_line() -> None:
    for arguments, line in (
        ({"segmentation": 2}, "expected a page segmentation"),
        ({"languages": "rus;eng"}, "such as rus or rus\\+eng, got 'rus;eng'"),
        ({"languages": 5.5}, "such as rus or rus\\+eng, got 5.5"),
        ({"languages": 5}, "such as rus or rus\\+eng, got 5"),
        ({"timeout": 0}, "more than 0 seconds"),
        ({"timeout": True}, "more than 0 seconds, got True"),
        ({"timeout": math.inf}, "more than 0 seconds, got inf"),
        ({"timeout": "x"}, "more than 0 seconds, got 'x'"),
    ):
        with pytest.raises(InputError, match=line):
            ScanConfig(**arguments)
