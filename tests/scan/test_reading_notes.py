"""Pages that could not be read are named as people count them: in the file, or by the name of the picture."""

from __future__ import annotations

from pathlib import Path

from align.scan.frame import Frame
from align.scan.reading_notes import read_count, reading_notes
from align.scan.scan_pages import PictureReading
from align.scan.scan_picture import ScanPicture

FRAME = Frame(300, 200)


def test_pages_of_a_pdf_keep_their_numbers_where_only_some_are_read() -> None:
    pictures = [ScanPicture(Path("scan.pdf"), number, FRAME, "scan.pdf") for number in (4, 6)]
    readings = [PictureReading((), ("blank",)), PictureReading((), failure="out of ink")]
    assert list(reading_notes(pictures, readings)) == [
        "page 5: blank",
        "pages that could not be read, 1 of 2: page 7: out of ink",
    ]
    assert read_count(readings, 9) == "1 of 9"


def test_pictures_of_a_folder_are_named_and_counted_in_its_order() -> None:
    pictures = [ScanPicture(Path(f"a/p{at}.png"), 0, FRAME, f"a/p{at}.png") for at in (1, 3)]
    readings = [PictureReading(()), PictureReading((), failure="killed", lasting=False)]
    [note] = reading_notes(pictures, readings)
    assert note.startswith("pages on which the OCR engine broke off, 1 of 2: page 2 (p3.png): killed; all")
    assert read_count(readings, 2) == "1 of 2"
    assert read_count(readings[:1], 1) == "1"
