"""Pictures of pages in the review: where rows stand on them, and the parts of pictures that are sent."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hand import LetterEncoder, flag_on, send
from PIL import Image
from scanned import colour_of, scanned_bitext

from align.review import Review
from align.review.page_queries import PageQueries
from align.review.pictures import PagePictures
from align.review.protocol import MessageHandler

PAGES = (("aaa bbb. ccc", "ddd ee-"), ("eee fff.", "ggg hhh."))
SENTENCES = ("aaa bbb.", "ccc\nddd ee-\n\f\neee fff.", "ggg hhh.")


def review_of(folder: Path | None) -> Review:
    bitext = scanned_bitext(PAGES, SENTENCES, folder)
    flags = (flag_on(bitext.source, 0, 1, "bob."), flag_on(bitext.source, 2, 0, "gog"))
    return Review(replace(bitext, flags=flags), encoder=LetterEncoder())


@pytest.fixture
def review(tmp_path: Path) -> Review:
    return review_of(tmp_path)


@pytest.fixture
def queries(review: Review) -> PageQueries:
    return PageQueries(review, PagePictures())


def strips(review: Review) -> list[dict[str, Any]]:
    [reply] = send(MessageHandler(review), do="strips", rows=[row.id for row in review.rows])
    return list(reply["rows"])


def test_a_row_stands_on_lines_of_one_or_two_pages(review: Review) -> None:
    """The lines of its sentences, whole, in order, each once; and whose sentence each word is."""
    lines = [row["sides"]["source"] for row in strips(review)]
    assert [[(line["page"], line["text"]) for line in one] for one in lines] == [
        [(0, "aaa bbb. ccc")],
        [(0, "aaa bbb. ccc"), (0, "ddd ee-"), (1, "eee fff.")],
        [(1, "ggg hhh.")],
    ]
    ids = [row.id for row in review.rows]
    assert [word["sentence"] for word in lines[0][0]["words"]] == [ids[0], ids[0], ids[1]]
    assert lines[0][0]["words"][1]["box"] == [180, 60, 260, 90]


def test_a_doubt_has_the_raw_place_of_its_words(review: Review) -> None:
    """By it the screen finds the word in the strip."""
    [first, _, last] = strips(review)
    word = first["sides"]["source"][0]["words"][1]
    assert first["doubts"] == {"f1": [word["span"]]}
    assert list(last["doubts"]) == ["f2"]


def test_a_picture_is_the_requested_part_of_the_page(queries: PageQueries) -> None:
    """The box of a word gives the word, at the size asked for."""
    message = {"side": "source", "page": 0, "box": [180, 60, 260, 90], "scale": 0.5}
    [reply] = queries.picture(message)
    picture = Image.open(io.BytesIO(reply["data"])).convert("RGB")
    assert picture.size == (reply["width"], reply["height"]) == (40, 15)
    shown = picture.crop((20, 7, 21, 8)).tobytes()
    assert all(abs(a - b) < 12 for a, b in zip(shown, colour_of(1), strict=True))


def test_a_whole_page_comes_at_the_requested_width(queries: PageQueries) -> None:
    """Its own size comes along: boxes are in pixels of the page."""
    [reply] = queries.page({"side": "source", "page": 1, "width": 500})
    assert (reply["pages"], reply["size"], reply["width"], reply["height"]) == (2, [1000, 400], 500, 200)


def test_few_pages_stay_open(tmp_path: Path) -> None:
    """Going through a long letter keeps the pages used last, and sends what is kept without opening again."""
    pages = [[f"w{number} end."] for number in range(12)]
    bitext = scanned_bitext(pages, [lines[0] for lines in pages], tmp_path)
    pictures = PagePictures(most=2)
    queries = PageQueries(Review(bitext, encoder=LetterEncoder()), pictures)
    for number in range(12):
        list(queries.picture({"page": number, "box": [100, 60, 160, 90]}))
    assert (pictures.opened, len(pictures.pages)) == (12, 2)
    list(queries.picture({"page": 3, "box": [100, 60, 160, 90]}))
    assert pictures.opened == 12
    list(queries.picture({"page": 11, "box": [0, 0, 60, 90]}))
    assert pictures.opened == 12


def test_open_pages_stay_within_their_bytes(tmp_path: Path) -> None:
    """Two pages that do not fit together are not kept together."""
    pages = [[f"w{number} end."] for number in range(4)]
    bitext = scanned_bitext(pages, [lines[0] for lines in pages], tmp_path)
    pictures = PagePictures(limit=1_300_000)
    queries = PageQueries(Review(bitext, encoder=LetterEncoder()), pictures)
    for number in range(4):
        list(queries.picture({"page": number, "box": [100, 60, 160, 90]}))
    assert (len(pictures.pages), pictures.pages.bytes) == (1, 1_200_000)


def test_a_picture_that_was_replaced_is_opened_anew(queries: PageQueries, tmp_path: Path) -> None:
    """Another scan under the same name, while the kernel runs."""
    message = {"page": 0, "box": [180, 60, 260, 90]}
    [before] = queries.picture(message)
    Image.new("RGB", (1000, 400), "black").save(tmp_path / "page-1.png")
    [after] = queries.picture(message)
    assert Image.open(io.BytesIO(before["data"])).convert("L").getextrema()[1] != 0
    assert Image.open(io.BytesIO(after["data"])).convert("L").getextrema() == (0, 0)


def test_a_missing_picture_is_a_line_and_the_review_goes_on(tmp_path: Path) -> None:
    """The reply names page and file; decisions work."""
    (tmp_path / "page-1.png").write_bytes(b"no picture")
    handler = MessageHandler(review_of(None))
    [reply] = send(handler, do="picture", side="source", page=1, box=[100, 60, 160, 90])
    assert reply["is"] == "picture"
    assert reply["trouble"].startswith("Page 2 of the original: page-2.png")
    assert send(handler, do="confirm", row="s0")[0]["is"] == "patch"


def test_a_picture_of_the_working_folder_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another document's page may stand there under the same name."""
    review = review_of(tmp_path)
    for place in ("elsewhere", "journals"):
        (tmp_path / place).mkdir()
    (tmp_path / "page-1.png").rename(tmp_path / "elsewhere" / "page-1.png")
    monkeypatch.chdir(tmp_path / "elsewhere")
    message = {"side": "source", "page": 0, "box": [100, 60, 160, 90]}
    [reply] = PageQueries(review, PagePictures()).picture(message)
    assert "the picture of the page is missing" in reply["trouble"]
    opened = Review.open(review.bitext, tmp_path / "journals" / "letter.review.jsonl")
    (tmp_path / "elsewhere" / "page-1.png").rename(tmp_path / "journals" / "page-1.png")
    [found] = PageQueries(opened, PagePictures()).picture(message)
    opened.close()
    assert "data" in found


def test_a_broken_picture_is_a_line(tmp_path: Path) -> None:
    """A file that is no picture, found beside the document."""
    review = review_of(tmp_path)
    (tmp_path / "page-1.png").write_bytes(b"no picture")
    [reply] = send(MessageHandler(review), do="picture", side="source", page=0, box=[100, 60, 160, 90])
    assert "page-1.png" in reply["trouble"]
    assert "data" not in reply


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"do": "picture", "page": 2, "box": [0, 0, 9, 9]}, "from 0 to 1"),
        ({"do": "picture", "page": 0, "box": [5, 5, 5, 9]}, "a box on a page"),
        ({"do": "picture", "page": 0, "box": [2000, 0, 2100, 9]}, "1000 x 400"),
        ({"do": "picture", "page": 0, "box": "all"}, "expected a box"),
        ({"do": "picture", "page": 0, "box": [0, 0, 9, 9], "scale": 1e9}, "at most 4"),
        ({"do": "picture", "page": 0, "side": "target", "box": [0, 0, 9, 9]}, "not read from pages"),
        ({"do": "page", "page": 0, "width": 0}, "a width"),
    ],
)
def test_an_impossible_request_is_a_line(review: Review, message: dict[str, object], words: str) -> None:
    """No request breaks the review."""
    [reply] = send(MessageHandler(review), **message)
    assert reply["is"] == "trouble"
    assert words in reply["text"]


def test_words_of_a_scan_come_with_their_raw_places(review: Review) -> None:
    """A row in focus: the original is a scan, the translation is none."""
    detail = send(MessageHandler(review), do="detail", row=review.rows[0].id)[0]
    [sentence] = detail["cells"]["source"]
    assert [piece["spans"] for piece in sentence["pieces"]] == [[[0, 4]], [[4, 8]]]
    assert all("spans" not in piece for one in detail["cells"]["target"] for piece in one["pieces"])


def test_the_heading_states_the_number_of_pages(review: Review) -> None:
    """The screen shows strips where there are pages."""
    [rows] = send(MessageHandler(review), do="hello")
    assert rows["sides"]["source"]["pages"] == 2
    assert "pages" not in rows["sides"]["target"]


def test_a_notebook_gets_the_bytes_beside_the_message(review: Review) -> None:
    """No picture goes through JSON."""
    widget = review.widget()
    sent: list[tuple[dict[str, Any], list[bytes] | None]] = []
    widget.send = lambda content, buffers=None: sent.append((content, buffers))
    widget._receive(widget, {"do": "picture", "page": 0, "box": [100, 60, 160, 90], "n": 7}, [])
    [(content, buffers)] = sent
    assert content["n"] == 7
    assert "data" not in content
    assert buffers is not None
    assert Image.open(io.BytesIO(buffers[0])).size == (60, 30)
