"""Pictures of confirmed lines with their text."""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from align.errors import InputError
from align.export import ExportedFiles, export_files
from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.review.journal import Entry
from align.review.session import Review

from .made import decide
from .paged import change, paged_review, paged_side, pages

FONT = Path("/usr/share/fonts/truetype/freefont/FreeMono.ttf")
TEXT = "Баш ответ получил и китай-\nского правительства ждем.\nОн ушол домой."


def drawn(facsimile: Facsimile, text: str, folder: Path) -> None:
    """Draw the text into the boxes of the words of each page."""
    if not FONT.is_file():
        pytest.skip("the font FreeMono is not installed")
    font = ImageFont.truetype(str(FONT), 33)
    for page in facsimile.pages:
        picture = Image.new("L", (page.width, page.height), 255)
        for line, written in zip(page.lines, text.split("\n"), strict=True):
            assert line.box is not None
            ImageDraw.Draw(picture).text((line.box.left, line.box.top), written, 0, font)
        assert page.picture is not None
        picture.save(folder / page.picture.file)


def reviewed(folder: Path, *, picture: str = "page_{}.png", facsimile: Facsimile | None = None) -> Review:
    """A letter of two sentences and one more; all rows but the last are confirmed."""
    facsimile = facsimile or pages(TEXT, picture=picture)
    opened = paged_review(paged_side("source", facsimile, folder))
    ushol = facsimile.text.index("ушол")
    change(opened, "source", [((0, 3), "Ваш"), ((ushol, ushol + 4), "ушёл")])
    decide(opened, do="confirm", row="s0")
    return opened


def exported(opened: Review) -> ExportedFiles:
    entries = [Entry(made, "anna", "2026-11-27T10:00:00Z", {}) for made, _ in opened.history.done]
    return export_files(opened, "groundtruth", entries=entries)


def texts(made: ExportedFiles) -> dict[str, str]:
    return {name[1:]: data.decode() for name, data in made.files.items() if name.endswith(".gt.txt")}


def table(made: ExportedFiles) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.files["/manifest.tsv"].decode()), delimiter="\t"))


def test_pictures_are_looked_for_where_the_review_finds_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the document, then beside the journal; not in the working folder."""
    for place in ("scans", "journals", "elsewhere"):
        (tmp_path / place).mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    drawn(pages(TEXT, picture="page_{}.png"), TEXT, tmp_path / "elsewhere")
    opened = Review.open(reviewed(tmp_path / "scans").bitext, tmp_path / "journals" / "a.review.jsonl")
    decide(opened, do="confirm", row="s0")
    assert not texts(exported(opened))
    (tmp_path / "elsewhere" / "page_0.png").rename(tmp_path / "journals" / "page_0.png")
    assert len(texts(exported(opened))) == 2
    opened.close()


def test_only_confirmed_lines_are_written_as_they_stand_on_the_page(tmp_path: Path) -> None:
    """With the corrections, and the hyphen of a word that the line's end breaks."""
    opened = reviewed(tmp_path)
    drawn(pages(TEXT, picture="page_{}.png"), TEXT, tmp_path)
    made = exported(opened)
    assert texts(made) == {
        "source-0001-001.gt.txt": "Ваш ответ получил и китай-\n",
        "source-0001-002.gt.txt": "ского правительства ждем.\n",
    }
    assert {name.replace(".gt.txt", ".png") for name in texts(made)} <= {name[1:] for name in made.files}
    assert made.messages == ()


def test_the_manifest_names_the_origin_of_each_line(tmp_path: Path) -> None:
    """Page and place, language, who confirmed it and when, the picture and its hash."""
    drawn(pages(TEXT, picture="page_{}.png"), TEXT, tmp_path)
    first = table(exported(reviewed(tmp_path)))[0]
    digest = hashlib.sha256((tmp_path / "page_0.png").read_bytes()).hexdigest()
    assert first == {
        "file": "source-0001-001.png",
        "text": "Ваш ответ получил и китай-",
        "document": "source.hocr",
        "page": "1",
        "left": "20",
        "top": "20",
        "right": "540",
        "bottom": "60",
        "language": "ru",
        "by": "anna",
        "at": "2026-11-27T10:00:00Z",
        "picture": "page_0.png",
        "sha256": digest,
    }


def test_a_picture_shows_its_line(tmp_path: Path) -> None:
    """Cut with a little margin, in the size of the page's pixels."""
    drawn(pages(TEXT, picture="page_{}.png"), TEXT, tmp_path)
    data = exported(reviewed(tmp_path)).files["/source-0001-001.png"]
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.size == (532, 52)
        assert picture.histogram()[0] > 0


def test_tesseract_reads_a_line_near_its_text(tmp_path: Path) -> None:
    """The pair of picture and text fits: nearly every letter is read."""
    if shutil.which("tesseract") is None:
        pytest.skip("Tesseract is not installed")
    from rapidfuzz.distance import Levenshtein

    printed = TEXT.replace("Баш", "Ваш")
    drawn(pages(TEXT, picture="page_{}.png"), printed, tmp_path)
    made = exported(reviewed(tmp_path))
    path = tmp_path / "line.png"
    path.write_bytes(made.files["/source-0001-001.png"])
    command = ["tesseract", str(path), "-", "-l", "rus", "--psm", "7", "--dpi", "300"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "Failed loading language" in done.stderr:
        pytest.skip("Tesseract has no Russian")
    wanted = texts(made)["source-0001-001.gt.txt"].strip()
    assert Levenshtein.normalized_similarity(done.stdout.strip(), wanted) > 0.8


def test_lines_without_a_picture_are_counted(tmp_path: Path) -> None:
    """In one line with the name of the picture; the rest is written."""
    opened = reviewed(tmp_path)
    made = exported(opened)
    assert texts(made) == {}
    [message] = made.messages
    assert message.startswith("confirmed lines left out, their pages have no picture: 2 (page_0.png: ")


def test_without_confirmed_rows_there_is_nothing_to_train_from(tmp_path: Path) -> None:
    """One line that names the review."""
    opened = paged_review(paged_side("source", pages(TEXT), tmp_path))
    with pytest.raises(InputError, match="expected lines that stand in confirmed rows, found none"):
        exported(opened)


def test_a_line_that_is_furniture_or_half_confirmed_is_left_out(tmp_path: Path) -> None:
    """Its text was not looked at."""
    text = "Он ушёл. Он\nвернулся домой.\nДа."
    facsimile = pages(text, picture="page_{}.png")
    drawn(facsimile, text, tmp_path)
    opened = paged_review(paged_side("source", facsimile, tmp_path))
    decide(opened, do="confirm", row=opened.rows[1].id)
    assert list(texts(exported(opened)).values()) == ["вернулся домой.\n"]
    decide(opened, do="confirm", row="s0")
    assert list(texts(exported(opened)).values()) == ["Он ушёл. Он\n", "вернулся домой.\n"]


def test_a_hyphen_that_nobody_read_is_no_training_data(tmp_path: Path) -> None:
    """Two words that a reviewer joined over the end of a line: the page may show no hyphen."""
    text = "Он по\nлучил ответ."
    facsimile = pages(text, picture="page_{}.png")
    drawn(facsimile, text, tmp_path)
    opened = paged_review(paged_side("source", facsimile, tmp_path))
    change(opened, "source", [((3, 11), "получил")])
    decide(opened, do="confirm", row="s0")
    made = exported(opened)
    assert list(texts(made).values()) == ["лучил ответ.\n"]
    assert made.messages == ("confirmed lines left out, with a hyphen that was not read: 1",)


def test_a_word_that_was_inserted_at_the_end_of_a_line_is_no_training_data(tmp_path: Path) -> None:
    """It may stand outside the place of the line; inside the line it is shown."""
    text = "Он ушёл.\nДа."
    facsimile = pages(text, picture="page_{}.png")
    drawn(facsimile, text, tmp_path)
    opened = paged_review(paged_side("source", facsimile, tmp_path))
    change(opened, "source", [((0, 2), "Он вчера"), ((9, 12), "Да. Нет.")])
    for row in opened.rows:
        decide(opened, do="confirm", row=row.id)
    made = exported(opened)
    assert list(texts(made).values()) == ["Он вчера ушёл.\n"]
    assert made.messages == ("confirmed lines left out, with a word at its end that was not read: 1",)


def test_a_word_without_a_place_has_no_picture(tmp_path: Path) -> None:
    """A line is left out where neither it nor its words have a box."""
    facsimile = pages("Он ушёл.", picture="page_{}.png")
    drawn(facsimile, "Он ушёл.", tmp_path)
    page = facsimile.pages[0]
    [line] = page.lines
    bare = replace(line, box=None, words=tuple(replace(word, box=None) for word in line.words))
    block = replace(page.blocks[0], lines=(bare,))
    paged = Facsimile((replace(page, blocks=(block,)),))
    opened = paged_review(paged_side("source", paged, tmp_path))
    decide(opened, do="confirm", row="s0")
    assert exported(opened).messages == ("confirmed lines left out, without a place: 1",)


def test_a_line_outside_its_picture_is_left_out(tmp_path: Path) -> None:
    """A picture of that size would take terabytes."""
    drawn(pages(TEXT, picture="page_{}.png"), TEXT, tmp_path)
    (page,) = pages(TEXT, picture="page_{}.png").pages
    (block,) = page.blocks
    first, *rest = block.lines
    place = Box(2000, 2000, 9_000_000, 9_000_000)
    away = replace(first, box=place, words=tuple(replace(word, box=place) for word in first.words))
    moved = replace(page, blocks=(replace(block, lines=(away, *rest)),))
    made = exported(reviewed(tmp_path, facsimile=Facsimile((moved,))))
    assert list(texts(made)) == ["source-0001-002.gt.txt"]
    assert "page 1: a line stands outside its picture" in made.messages[0]
