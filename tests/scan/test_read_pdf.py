"""A PDF gives its text layer with places; its pages without one, or with one of another text, are read."""

from collections.abc import Sequence
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from align.errors import ModelError, ReadError
from align.facsimile.box import box_around
from align.facsimile.facsimile import Facsimile
from align.scan.layer_check import likeness
from align.scan.pictures import page_picture
from align.scan.read_scan import read_scan
from align.scan.scan_config import ScanConfig
from align.scan.scan_run import ScanRun
from align.text.readers.file import read_file
from tests.scan.conftest import FakeEngine
from tests.scan.typed import DPI, sheet
from tests.text.readers.test_office import pdf

LETTER = (
    "Dear friend, we received your reply and",
    "thank you for the books that you sent.",
    "We shall leave the town in the morning",
    "and come back when the roads are dry.",
)
OTHER = (
    "Sugar 12 kopecks, flour 7, salt 3, oil",
    "from Kazan 21; candles by weight, soap",
    "by dozens; nails, hinges, locks, paint",
    "as listed under invoice number 4417-b.",
)
GARBLED = ("\\342\\340\\370 \\356\\362\\342\\345\\362 " * 5,) * 8
MARK = ("Fond 89, list 4",)
ENGLISH = ScanRun(languages=("en",))
UKRAINIAN = ScanRun(languages=("uk",))


def scanned(path: Path, lines: Sequence[str], layer: Sequence[str] = ()) -> Path:
    """A PDF of a page that is a picture, with a text layer over it."""
    sheet(lines).save(path, resolution=DPI)
    writer = pypdf.PdfWriter(clone_from=path)
    if layer:
        shown = ") Tj T* (".join(layer)
        text = pypdf.PdfReader(pdf(path.with_suffix(".layer"), [f") Tj 14 TL ({shown}"]))
        for page in writer.pages:
            page.merge_page(text.pages[0])
    writer.write(path)
    return path


def inked(facsimile: Facsimile, folder: Path) -> list[bool]:
    """Whether there is ink in the box of each word."""
    pictures = [page_picture(page, folder).convert("L") for page in facsimile.pages]
    boxes = [(pictures[word.line.page], word.box) for word in facsimile.words]
    return [
        box is not None and min(picture.crop((box.left, box.top, box.right, box.bottom)).tobytes()) < 128
        for picture, box in boxes
    ]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.usefixtures("no_engine")
def test_words_of_a_text_layer_stand_where_their_ink_is(tmp_path: Path, turn: int) -> None:
    path = pdf(tmp_path / "letter.pdf", ["I received your reply.", "I left."])
    turned = pypdf.PdfWriter(clone_from=path)
    for sheet_of_pdf in turned.pages:
        sheet_of_pdf.rotate(turn)
        sheet_of_pdf.cropbox = pypdf.generic.RectangleObject((30, 20, 600, 780))
    turned.write(path)
    file = read_file(path)
    assert file.text == "I received your reply.\n\f\nI left.\n"
    assert file.facsimile is not None
    assert all(inked(file.facsimile, tmp_path))
    assert [word.word.text for word in file.facsimile.words_between(2, 10)] == ["received"]
    page = file.facsimile.pages[0]
    assert (page.dpi, page.width > page.height) == (300, turn in (90, 270))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "crop",
    [
        (-100, -50, 700, 900),  # beyond the page
        (30, -50, 700, 780),
        (600, 780, 30, 20),  # from the upper right corner
        (30.4, 20.7, 600.3, 780.9),
    ],
)
@pytest.mark.usefixtures("no_engine")
def test_words_stand_where_their_ink_is_whatever_the_page_is_cut_to(
    tmp_path: Path, turn: int, crop: tuple[float, float, float, float]
) -> None:
    path = pdf(tmp_path / "letter.pdf", ["I received your reply."])
    writer = pypdf.PdfWriter(clone_from=path)
    box = pypdf.generic.ArrayObject(map(pypdf.generic.FloatObject, crop))
    writer.pages[0][pypdf.generic.NameObject("/CropBox")] = box
    writer.pages[0].rotate(turn)
    writer.write(path)
    file = read_file(path)
    assert file.facsimile is not None
    assert inked(file.facsimile, tmp_path) == [True] * 4
    (page,) = file.facsimile.pages
    picture = page_picture(page, tmp_path).convert("L")
    ink = picture.point(lambda value: 255 * (value < 128)).getbbox()
    found = box_around(word.box for word in next(iter(page.lines)).words)
    assert ink is not None
    assert found is not None
    edges = found.left, found.top, found.right, found.bottom
    assert max(abs(one - other) for one, other in zip(edges, ink, strict=True)) < 12


@pytest.mark.usefixtures("no_engine")
def test_a_page_that_is_cut_to_nothing_has_text_without_a_picture(tmp_path: Path) -> None:
    path = pdf(tmp_path / "letter.pdf", ["I received your reply."])
    writer = pypdf.PdfWriter(clone_from=path)
    writer.pages[0].cropbox = pypdf.generic.RectangleObject((700, 900, 800, 1000))
    writer.write(path)
    file = read_file(path)
    assert file.text == "I received your reply.\n"
    assert file.facsimile is not None
    with pytest.raises(ReadError, match=r"letter\.pdf: page 1 is cut to nothing"):
        page_picture(file.facsimile.pages[0], tmp_path)


HALVES = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
    b"1 begincodespacerange <00> <FF> endcodespacerange "
    b"3 beginbfchar <48> <D835> <49> <D835DC00> <6C> <DC00> endbfchar endcmap end end"
)


@pytest.mark.usefixtures("no_engine")
@pytest.mark.parametrize("places", [True, False])
def test_halves_of_characters_in_a_text_layer_are_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, places: bool
) -> None:
    if not places:
        monkeypatch.setattr("align.text.readers.pdf.find_spec", lambda _: None)
    path = pdf(tmp_path / "letter.pdf", ["Hello dear friend I see"])
    writer = pypdf.PdfWriter(clone_from=path)
    stream = pypdf.generic.DecodedStreamObject()
    stream.set_data(HALVES)
    parts = [part for part in writer._objects if isinstance(part, pypdf.generic.DictionaryObject)]
    font = next(part for part in parts if str(part.get("/Type")) == "/Font")
    font[pypdf.generic.NameObject("/ToUnicode")] = writer._add_object(stream)
    writer.write(path)
    file = read_file(path)
    assert file.text.encode("utf-8")
    assert "\ufffd" in file.text
    assert "\N{MATHEMATICAL BOLD CAPITAL A} see" in file.text


@pytest.mark.usefixtures("real")
def test_a_scanned_pdf_is_read_with_places(tmp_path: Path) -> None:
    file = read_file(scanned(tmp_path / "scan.pdf", LETTER), scan=ENGLISH)
    assert file.facsimile is not None
    assert file.text.split() == " ".join(LETTER).split()
    assert all(inked(file.facsimile, tmp_path))
    page = file.facsimile.pages[0]
    assert (page.width, page.height) == sheet(LETTER).size
    word = file.facsimile.words[0].word
    assert word.confidence is not None
    assert word.confidence > 0.8
    assert [glyph.text for glyph in word.glyphs] == list("Dear")
    assert all(glyph.alternatives for glyph in word.glyphs)
    assert file.notes[0].startswith("pages read by tesseract")


@pytest.mark.usefixtures("real")
def test_pages_with_and_without_text_are_one_document(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    for part in (pdf(tmp_path / "a.pdf", ["I left."]), scanned(tmp_path / "b.pdf", LETTER)):
        writer.append(part)
    writer.add_blank_page(600, 800)
    writer.write(tmp_path / "both.pdf")
    file = read_file(tmp_path / "both.pdf", scan=ENGLISH)
    first, second, third = file.text.split("\f")
    assert first == "I left.\n"
    assert second.split() == " ".join(LETTER).split()
    assert not third.strip()
    assert "(eng): 1 of 3" in file.notes[0]
    assert file.notes[-1] == "pages without a text layer left out: 1 of 3"


@pytest.mark.usefixtures("real")
def test_a_text_layer_that_matches_its_picture_is_taken(tmp_path: Path) -> None:
    layer = tuple(line.replace("your", "yoor") for line in LETTER)
    path = scanned(tmp_path / "scan.pdf", LETTER, layer)
    file = read_file(path, scan=ENGLISH)
    assert file.text.split() == " ".join(layer).split()
    assert not file.notes
    again = read_file(path, scan=ScanRun(ScanConfig(text_layer=False), ("en",)))
    assert again.text.split() == " ".join(LETTER).split()
    assert again.notes[0] == "text layer not used, as wanted: 1 pages read again"


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("layer", [OTHER, GARBLED])
def test_a_text_layer_of_another_text_is_left_out(tmp_path: Path, layer: Sequence[str]) -> None:
    path = scanned(tmp_path / "scan.pdf", LETTER, layer)
    file = read_file(path, scan=ENGLISH)
    assert file.text.split() == " ".join(LETTER).split()
    assert file.notes[0].startswith("text layer that does not match its pictures")
    kept = read_file(path, scan=ScanRun(ScanConfig(text_layer=True), ("en",)))
    assert kept.text.split()[:3] != list(LETTER[0].split()[:3])


@pytest.mark.usefixtures("real")
def test_a_mark_of_the_archive_is_not_the_text_of_a_page(tmp_path: Path) -> None:
    file = read_file(scanned(tmp_path / "scan.pdf", LETTER, ["Fond 89, list 4"]), scan=ENGLISH)
    assert set(" ".join(LETTER).split()) <= set(file.text.split())


@pytest.mark.usefixtures("no_engine")
def test_without_an_engine_pages_are_left_out_and_named(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    for part in (pdf(tmp_path / "a.pdf", ["I left."]), scanned(tmp_path / "b.pdf", LETTER)):
        writer.append(part)
    writer.write(tmp_path / "both.pdf")
    file = read_file(tmp_path / "both.pdf")
    assert file.text.split() == ["I", "left."]
    assert "left out: 1 of 2 (reading pages needs Tesseract" in file.notes[0]
    with pytest.raises(ModelError, match=r"needs Tesseract.*sudo apt install"):
        read_file(tmp_path / "b.pdf")


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize("layer", [GARBLED, MARK])
def test_a_missing_language_is_named_also_where_the_file_holds_some_text(
    tmp_path: Path, layer: Sequence[str]
) -> None:
    path = scanned(tmp_path / "scan.pdf", LETTER, layer)
    for run in (UKRAINIAN, ScanRun(ScanConfig(text_layer=False), ("uk",))):
        with pytest.raises(
            ModelError, match=r"cannot read ukr.*sudo apt install tesseract-ocr-ukr.*--text-layer"
        ):
            read_file(path, scan=run)
    assert read_file(path, scan=ScanRun(ScanConfig(text_layer=True), ("uk",))).text


@pytest.mark.usefixtures("no_engine")
@pytest.mark.parametrize("layer", [GARBLED, MARK])
def test_a_missing_engine_is_named_also_where_the_file_holds_some_text(
    tmp_path: Path, layer: Sequence[str]
) -> None:
    path = scanned(tmp_path / "scan.pdf", LETTER, layer)
    with pytest.raises(ModelError, match=r"needs Tesseract.*--text-layer"):
        read_file(path)


@pytest.mark.usefixtures("fake")
def test_pages_that_cannot_be_read_again_keep_their_text_where_others_have_text(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    for part in (
        pdf(tmp_path / "a.pdf", ["I left."]),
        scanned(tmp_path / "b.pdf", LETTER, GARBLED),
        scanned(tmp_path / "c.pdf", LETTER),
    ):
        writer.append(part)
    writer.write(tmp_path / "all.pdf")
    file = read_file(tmp_path / "all.pdf", scan=UKRAINIAN)
    first, second, third = file.text.split("\f")
    assert (first.strip(), bool(second.strip()), bool(third.strip())) == ("I left.", True, False)
    assert [note.partition(" (Tesseract cannot read ukr")[0] for note in file.notes] == [
        "pages without a text layer left out: 1 of 3",
        "pages that cannot be read again, their text layer kept: 1 of 3",
    ]


@pytest.mark.usefixtures("no_engine")
def test_encrypted_and_broken_files_are_one_line(tmp_path: Path) -> None:
    path = pdf(tmp_path / "plain.pdf", ["I left."])
    for password in ("", "secret"):
        writer = pypdf.PdfWriter(clone_from=path)
        writer.encrypt(password, "owner", algorithm="RC4-128")
        writer.write(tmp_path / f"locked{password}.pdf")
    assert read_file(tmp_path / "locked.pdf").text == "I left.\n"
    with pytest.raises(ReadError, match="a PDF with a password"):
        read_file(tmp_path / "lockedsecret.pdf")


@pytest.mark.parametrize("extra", ["scan", ""])
@pytest.mark.parametrize(
    ("whole", "damaged"),
    [(b"6 0 obj\n<< /Type /Page ", b"6 0 obj\n<< /Type /Xxxx "), (b"came.) Tj ET", b"came. Tj <<< (")],
)
@pytest.mark.usefixtures("no_engine")
def test_a_damaged_page_of_a_pdf_does_not_stop_the_others(
    whole: bytes, damaged: bytes, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page or its content; with the library that gives places, and by pypdf alone."""
    path = pdf(tmp_path / "letter.pdf", ["I left.", "You came.", "They stay."])
    path.write_bytes(path.read_bytes().replace(whole, damaged))
    if not extra:
        monkeypatch.setattr("align.text.readers.pdf.find_spec", lambda _: None)
    read = read_file(path)
    assert read.text.split("\f")[0].strip() == "I left."
    assert read.text.split("\f")[-1].strip() == "They stay."
    if extra:
        assert len(read.text.split("\f")) == 3
        assert read.notes[0].startswith("pages that could not be read, 1 of 3: page 2: a damaged page (")


def test_a_pdf_of_damaged_pages_alone_is_one_line(tmp_path: Path) -> None:
    path = pdf(tmp_path / "letter.pdf", ["I left."])
    path.write_bytes(path.read_bytes().replace(b"/Type /Page ", b"/Type /Xxxx "))
    with pytest.raises(ReadError, match=r"letter\.pdf: .*damaged"):
        read_file(path)


def test_an_engine_that_fails_on_all_pages_of_a_pdf_is_one_line(fake: FakeEngine, tmp_path: Path) -> None:
    fake.conduct("sys.exit(1)")
    path = scanned(tmp_path / "scan.pdf", LETTER)
    with pytest.raises(ReadError, match=r"none of its 1 pages could be read: Tesseract ended with an error"):
        read_file(path, scan=ENGLISH)


@pytest.mark.usefixtures("real")
def test_pages_of_a_tiff_are_read_in_the_language_that_is_found(tmp_path: Path) -> None:
    russian = (
        "Дорогой друг, я получил Ваш ответ и",
        "благодарю за книги, которые прислали.",
        "Завтра утром мы покидаем этот город и",
        "вернёмся, когда высохнут все дороги.",
    )
    pages = [sheet(russian), sheet(russian[::-1])]
    pages[0].save(tmp_path / "scan.tif", save_all=True, append_images=pages[1:], dpi=(DPI, DPI))
    read = read_scan(tmp_path / "scan.tif")
    assert read.facsimile.text.split() == " ".join((*russian, *russian[::-1])).split()
    assert "(rus): 2" in read.notes[0]
    assert all(inked(read.facsimile, tmp_path))
    sheet((*russian, "", *LETTER)).save(tmp_path / "both.png", dpi=(DPI, DPI))
    both = read_scan(tmp_path / "both.png")
    assert set(both.notes[0].split("(")[1].split(")")[0].split("+")) == {"rus", "eng"}


@pytest.mark.usefixtures("real")
def test_a_photo_is_read_as_the_camera_held_it(tmp_path: Path) -> None:
    noted = Image.Exif()
    noted[0x0112] = 6
    sheet(LETTER).transpose(Image.Transpose.ROTATE_90).save(tmp_path / "a.jpg", exif=noted, dpi=(DPI, DPI))
    read = read_scan(tmp_path / "a.jpg", ENGLISH)
    assert read.facsimile.text.split() == " ".join(LETTER).split()
    assert all(inked(read.facsimile, tmp_path))


def test_likeness_separates_bad_readings_from_other_texts() -> None:
    letter, other = " ".join(LETTER), " ".join(OTHER)
    bad = letter.replace("e", "c").replace("th", "lh")
    assert likeness(letter, bad) > 0.4
    assert likeness(letter, other) < 0.2
    assert likeness("", letter) == 0
