"""The picture of a page is found, opened, cut out and turned; what cannot be opened is one line."""

from pathlib import Path
from typing import IO

import pypdf
import pytest
from PIL import Image, ImageChops, ImageOps, TiffImagePlugin

from align.errors import ReadError
from align.facsimile.box import Box
from align.facsimile.page import Page, Picture
from align.scan.pictures import frames, page_picture, stored_picture
from align.scan.raster import raster_picture

RED = (255, 0, 0)
ORIENTATION = 0x0112


@pytest.fixture
def sheet() -> Image.Image:
    """A white sheet with a red corner at its upper left."""
    image = Image.new("RGB", (300, 400), "white")
    image.paste(RED, (0, 0, 20, 20))
    return image


def test_pages_of_a_tiff_have_their_own_sizes(tmp_path: Path, sheet: Image.Image) -> None:
    pages = [sheet.convert("1"), sheet.resize((100, 50))]
    sheet.save(tmp_path / "a.tif", save_all=True, append_images=pages, dpi=(150, 150))
    found = frames(tmp_path / "a.tif")
    assert [(frame.width, frame.height, frame.dpi) for frame in found] == [
        (300, 400, 150),
        (300, 400, 150),
        (100, 50, 150),
    ]
    assert page_picture(Page(100, 50, picture=Picture("a.tif", 2)), tmp_path).size == (100, 50)
    with pytest.raises(ReadError, match=r"a\.tif: expected page 4, the file has 3"):
        page_picture(Page(100, 50, picture=Picture("a.tif", 3)), tmp_path)


def test_the_pages_behind_a_page_of_a_tiff_are_not_looked_at(
    tmp_path: Path, sheet: Image.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet.save(tmp_path / "a.tif", save_all=True, append_images=[sheet] * 20)
    loads: list[object] = []
    load = TiffImagePlugin.ImageFileDirectory_v2.load

    def counted(directory: TiffImagePlugin.ImageFileDirectory_v2, file: IO[bytes]) -> None:
        loads.append(file)
        load(directory, file)

    monkeypatch.setattr(TiffImagePlugin.ImageFileDirectory_v2, "load", counted)
    assert raster_picture(tmp_path / "a.tif", 2).size == sheet.size
    assert len(loads) < 10


def test_a_pdf_that_is_a_picture_is_rendered_at_its_resolution(tmp_path: Path, sheet: Image.Image) -> None:
    sheet.save(tmp_path / "a.pdf", resolution=150)
    assert [(frame.width, frame.height, frame.dpi) for frame in frames(tmp_path / "a.pdf")] == [
        (300, 400, 150)
    ]
    page = Page(300, 400, picture=Picture("a.pdf"), dpi=150)
    assert page_picture(page, tmp_path).getpixel((5, 5)) == pytest.approx(RED, abs=8)
    assert page_picture(Page(600, 800, picture=Picture("a.pdf")), tmp_path).size == (600, 800)


def test_a_part_of_a_picture_is_cut_out_then_turned(tmp_path: Path, sheet: Image.Image) -> None:
    sheet.save(tmp_path / "a.png")
    upright = page_picture(Page(50, 40, picture=Picture("a.png", 0, Box(0, 0, 40, 50), 90)), tmp_path)
    assert upright.size == (50, 40)
    assert upright.getpixel((49, 0)) == RED  # what was on the left is on top


def test_the_orientation_of_a_camera_counts_where_the_page_has_its_proportions(
    tmp_path: Path, sheet: Image.Image
) -> None:
    noted = Image.Exif()
    noted[ORIENTATION] = 6
    sheet.save(tmp_path / "a.jpg", exif=noted, quality=95)
    assert [frame.turn for frame in frames(tmp_path / "a.jpg")] == [90]
    turned = page_picture(Page(400, 300, picture=Picture("a.jpg")), tmp_path)
    assert turned.getpixel((395, 5)) == pytest.approx(RED, abs=20)
    stored = page_picture(Page(300, 400, picture=Picture("a.jpg")), tmp_path)
    assert stored.getpixel((5, 5)) == pytest.approx(RED, abs=20)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif"])
def test_a_picture_is_turned_and_mirrored_as_it_notes(tmp_path: Path, suffix: str, orientation: int) -> None:
    path, noted = tmp_path / f"a.{suffix}", Image.Exif()
    noted[ORIENTATION] = orientation
    image = Image.new("L", (320, 160), "white")
    image.paste(0, (16, 32, 128, 64))
    image.paste(96, (240, 112, 304, 144))
    image.save(path, exif=noted, quality=100)
    (frame,) = frames(path)
    shown = page_picture(Page(*frame.upright, picture=Picture(path.name, turn=frame.turn)), tmp_path)
    with path.open("rb") as stream, Image.open(stream) as stored:
        expected = ImageOps.exif_transpose(stored).convert("L")
    assert shown.size == expected.size == ((160, 320) if orientation > 4 else (320, 160))
    difference = ImageChops.difference(shown.convert("L"), expected)
    assert max(difference.tobytes()) < 16


def test_a_picture_of_another_resolution_is_scaled(tmp_path: Path, sheet: Image.Image) -> None:
    sheet.save(tmp_path / "a.png")
    assert page_picture(Page(150, 200, picture=Picture("a.png")), tmp_path).size == (150, 200)
    with pytest.raises(ReadError, match="300 x 400 pixels, its page 400 x 900: is it the picture of another"):
        page_picture(Page(400, 900, picture=Picture("a.png")), tmp_path)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_pixels_is_grey_or_colour(tmp_path: Path, mode: str) -> None:
    name = "a.tif" if mode == "CMYK" else "a.png"
    made = Image.new("RGBA", (20, 10), (0, 0, 0, 0)) if mode in ("LA", "RGBA") else None
    white = Image.new("I;16", (20, 10), 65535) if mode == "I;16" else Image.new("RGB", (20, 10), "white")
    (made or white).convert(mode).save(tmp_path / name)
    picture = page_picture(Page(20, 10, picture=Picture(name)), tmp_path)
    assert picture.mode in ("L", "RGB")
    assert picture.convert("L").getpixel((3, 3)) == 255


def test_what_cannot_be_opened_is_one_line(tmp_path: Path, sheet: Image.Image) -> None:
    sheet.save(tmp_path / "whole.png")
    (tmp_path / "cut.png").write_bytes((tmp_path / "whole.png").read_bytes()[:90])
    sheet.save(tmp_path / "whole.tif", compression="tiff_lzw")
    (tmp_path / "cut.tif").write_bytes((tmp_path / "whole.tif").read_bytes()[:200])
    sheet.save(tmp_path / "whole.pdf")
    (tmp_path / "cut.pdf").write_bytes((tmp_path / "whole.pdf").read_bytes()[:400])
    (tmp_path / "text.png").write_text("no picture", "utf-8")
    locked = pypdf.PdfWriter(clone_from=tmp_path / "whole.pdf")
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(tmp_path / "locked.pdf")
    expected = {
        "cut.png": "the picture cannot be read",
        "cut.tif": "found another file or a broken one",
        "cut.pdf": "a damaged PDF",
        "text.png": "expected a picture",
        "locked.pdf": "a PDF with a password; open it in a viewer",
        "missing.png": "missing.png: the picture of the page is missing",
    }
    for name, message in expected.items():
        with pytest.raises(ReadError, match=message) as raised:
            page_picture(Page(300, 400, picture=Picture(name)), tmp_path)
        assert "\n" not in str(raised.value)


def test_a_picture_of_too_many_pixels_is_not_decoded(
    tmp_path: Path, sheet: Image.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet.save(tmp_path / "a.png")
    sheet.save(tmp_path / "a.tif", save_all=True, append_images=[sheet.resize((900, 900))])
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 50_000)
    with pytest.raises(ReadError, match="too large, up to 100,000 pixels are read"):
        frames(tmp_path / "a.png")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100_000)
    assert len(frames(tmp_path / "a.png")) == 1  # more than Pillow warns of
    with pytest.raises(ReadError, match="of 900 x 900 pixels is too large"):
        frames(tmp_path / "a.tif")


def test_a_sheet_of_a0_at_600_dpi_is_refused(tmp_path: Path) -> None:
    Image.new("1", (19866, 28087)).save(tmp_path / "a0.png")
    with pytest.raises(ReadError, match="up to 178,956,970 pixels"):
        frames(tmp_path / "a0.png")


def test_a_large_sheet_of_pdf_is_rendered_at_a_lower_resolution(tmp_path: Path) -> None:
    sheet = pypdf.PdfWriter()
    sheet.add_blank_page(14_000, 14_000)
    sheet.write(tmp_path / "sheet.pdf")
    found = frames(tmp_path / "sheet.pdf")
    assert found[0].width * found[0].height < 178_956_970
    with pytest.raises(ReadError, match="page 1 at 300 dpi has more than"):
        page_picture(Page(3000, 3000, picture=Picture("sheet.pdf"), dpi=300), tmp_path)


def test_a_page_of_too_many_pixels_is_not_made_of_a_small_picture(tmp_path: Path) -> None:
    Image.new("L", (500, 500)).save(tmp_path / "a.png")
    with pytest.raises(ReadError, match=r"found 60,000 x 60,000; its picture has 500 x 500"):
        page_picture(Page(60_000, 60_000, picture=Picture("a.png")), tmp_path)


@pytest.mark.parametrize("name", ["a.png", "a.pdf"])
@pytest.mark.parametrize(("ink", "mode"), [((9, 9, 9), "L"), ((9, 9, 40), "RGB")])
def test_a_picture_without_colour_is_opened_in_grey(
    tmp_path: Path, name: str, ink: tuple[int, int, int], mode: str
) -> None:
    """Whatever its file calls it."""
    page = Image.new("RGB", (120, 90), "white")
    page.paste(ink, (24, 24, 64, 48))
    page.save(tmp_path / name)
    opened = stored_picture(tmp_path / name, dpi=72)
    assert opened.mode == mode
    assert opened.convert("RGB").getpixel((40, 30)) == pytest.approx(ink, abs=3)
