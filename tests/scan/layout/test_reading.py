"""Pages as archives have them, read by Tesseract; the pages are drawn for the test."""

from __future__ import annotations

import numpy as np
import pytest
from archive_pages import ArchivePage, Grey, Texts, has_fonts, make, plain_typist
from PIL import Image
from rapidfuzz.distance import Levenshtein

from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Picture
from align.scan.engine_runs import Runs
from align.scan.layout.read_picture import PictureRead, Source, read_picture
from align.scan.page_reading import EngineSettings
from align.scan.picture_engine import TesseractPictures
from align.scan.tesseract import find_tesseract
from align.text.clean import clean
from align.text.document import Document, Section
from align.text.span import Span
from tests.scan.typed import sheet

RUSSIAN = (
    "Уважаемый товарищ секретарь, сообщаю вам о переговорах, которые состоялись вчера в столице.",
    "Посол вручил ноту и просил передать её правительству до конца недели без всяких изменений.",
    "Ответ мы получили только утром, и он оказался совсем не таким, какого ждали в министерстве.",
    "Прошу дать указания, следует ли продолжать беседы или дождаться приезда всей делегации.",
    "Все материалы будут отправлены со следующей почтой, вместе с отчётом о положении в стране.",
    "Настроение в городе спокойное, газеты о переговорах пока ничего не пишут, и это хорошо.",
)
ENGLISH = (
    "Dear comrade secretary, I report to you on the talks that took place in the capital yesterday.",
    "The ambassador handed over a note and asked to give it to the government within the week.",
    "We received the answer only in the morning, and it was not what the ministry had expected.",
    "Please advise whether we should continue the talks or wait until the delegation has arrived.",
    "All materials will be sent with the next mail, together with the report on the situation.",
    "The mood in the city is calm, the newspapers write nothing about the talks, which is good.",
)
DPI = 200


def scanned(page: Grey) -> Image.Image:
    """The page at 200 dpi."""
    full = Image.fromarray((page * 255).astype(np.uint8))
    return full.resize((full.width * DPI // 300, full.height * DPI // 300), Image.Resampling.LANCZOS)


def archive_page(kind: str) -> ArchivePage:
    """A page of a kind; skips where no font is installed."""
    if not has_fonts():
        pytest.skip("needs the fonts of fonts-freefont-ttf or fonts-dejavu, and of fonts-paratype")
    long = tuple(" ".join((one, *RUSSIAN[:2])) for one in RUSSIAN)
    texts = Texts(long if kind == "margin-note" else RUSSIAN, ENGLISH)
    return make(kind, texts, plain_typist, scanned, 1, DPI)


def read(page: ArchivePage, languages: str = "rus") -> PictureRead:
    """What is read of it."""
    engine = TesseractPictures(find_tesseract(), EngineSettings(languages), Runs())
    return read_picture(page.picture, Source(Picture("page.png"), DPI), engine)


def running(found: PictureRead) -> str:
    """The text as the alignment gets it."""
    facsimile = Facsimile(found.pages)
    raw = facsimile.text
    document = Document("p.png", raw, (Section("source", Span(0, len(raw))),), facsimile=facsimile)
    return clean(document, "source").text.text


def error_rate(text: str, page: ArchivePage) -> float:
    """The part of the characters that are wrong."""
    got, wanted = (" ".join(one.replace("ё", "е").split()) for one in (text, " ".join(page.pages)))
    return Levenshtein.distance(got, wanted) / len(wanted)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_upright(turn: int) -> None:
    """Its picture says by how much it is turned, its boxes are those of the upright page."""
    page = archive_page(f"turned-{turn}")
    found = read(page)
    assert found.pages[0].picture == Picture("page.png", turn=turn)
    assert (found.pages[0].width, found.pages[0].height) == (1653, 2338)
    assert error_rate(running(found), page) < 0.05
    boxes = [word.box for line in found.pages[0].lines for word in line.words if len(word.text) > 4]
    assert all(box is not None and box.width > box.height for box in boxes)


@pytest.mark.usefixtures("real")
def test_two_pages_on_a_picture_are_read_one_after_the_other() -> None:
    """Each is a page of its own, a region of the picture."""
    page = archive_page("spread-dark")
    found = read(page)
    assert len(found.pages) == 2
    assert "two-pages" in found.notes
    assert error_rate(running(found), page) < 0.05


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("kind", ["stamp-red", "border", "skewed", "newspaper"])
def test_what_lies_across_or_around_the_text_does_not_spoil_it(kind: str) -> None:
    """A red stamp, a black border, lines askew, columns."""
    page = archive_page(kind)
    assert error_rate(running(read(page)), page) < 0.05


@pytest.mark.usefixtures("real")
def test_a_note_in_the_margin_is_no_running_text() -> None:
    """It stays on the page, behind the text, and is named."""
    page = archive_page("margin-note")
    found = read(page)
    assert "marginalia" in found.notes
    assert found.pages[0].blocks[-1].kind == "marginalia"
    assert error_rate(running(found), page) < 0.03


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("kind", "note"), [("blank-back", "blank"), ("handwriting", "unread")])
def test_a_page_without_text_has_no_blocks_and_is_named(kind: str, note: str) -> None:
    """The back of a sheet, seen through; nothing but handwriting."""
    found = read(archive_page(kind))
    assert [page.blocks for page in found.pages] == [()]
    assert found.notes == (note,)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("kind", ["stacked", "side-by-side"])
def test_two_languages_on_a_page_are_read_one_after_the_other(kind: str) -> None:
    """So that both sides of it are found."""
    page = archive_page(kind)
    assert error_rate(Facsimile(read(page, "rus+eng").pages).text, page) < 0.05


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("segmentation", "pages"), [(3, 2), (4, 1), (6, 1)])
def test_a_wide_list_of_two_columns_is_one_page_where_the_user_takes_it_so(
    segmentation: int, pages: int
) -> None:
    names = ("Petrov Ivan", "Sidorov Nikolai", "Smirnov Aleksei", "Volkov Sergei", "Zaitsev Pyotr") * 3
    page = sheet(names, width=2000, height=1300)
    page.paste(sheet([f"major, since 195{at % 10}" for at in range(15)], width=900, height=1300), (1100, 0))
    engine = TesseractPictures(find_tesseract(), EngineSettings("eng"), Runs())
    found = read_picture(page, Source(Picture("page.png"), DPI), engine, segmentation)
    assert len(found.pages) == pages
    assert ("two-pages" in found.notes) == (pages == 2)
    if pages == 1:
        first = next(iter(found.pages[0].lines))
        assert first.text == "Petrov Ivan major, since 1950"
