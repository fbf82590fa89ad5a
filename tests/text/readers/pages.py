"""Files of pages, written for the tests by themselves: no writer of the package has a hand in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

SIZE = 1000
"""Width and height of a page."""


def hocr(*pages: Iterable[Iterable[str]], image: str = "page.png") -> str:
    """Pages of lines of words, a paragraph a page."""
    parts = [
        f"<div class='ocr_page' title='image \"{image}\"; bbox 0 0 {SIZE} {SIZE}; ppageno {number}'>"
        f"<p class='ocr_par'>{''.join(map(_hocr_line, range(len(list(page))), page))}</p></div>"
        for number, page in enumerate(pages)
    ]
    return f"<html><head><title/></head><body>{''.join(parts)}</body></html>"


def _hocr_line(number: int, words: Iterable[str]) -> str:
    inside = " ".join(
        f"<span class='ocrx_word' title='{_place(number, at)}; x_wconf 90'>{escape(word)}</span>"
        for at, word in enumerate(words)
    )
    return f"<span class='ocr_line' title='bbox 0 {20 * number} {SIZE} {20 * number + 20}'>{inside}</span>"


def _place(line: int, word: int) -> str:
    return f"bbox {10 * word} {20 * line} {10 * word + 9} {20 * line + 18}"


def alto(*lines: str, image: str = "page.png", unit: str = "pixel", size: int = SIZE) -> str:
    """A page of lines, each one string."""
    read = "".join(
        f'<TextLine HPOS="0" VPOS="{20 * number}" WIDTH="900" HEIGHT="18"><String CONTENT="{escape(line)}"/>'
        "</TextLine>"
        for number, line in enumerate(lines)
    )
    picture = f"<sourceImageInformation><fileName>{image}</fileName></sourceImageInformation>"
    return (
        f'<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Description><MeasurementUnit>{unit}'
        f"</MeasurementUnit>{picture}</Description><Layout><Page WIDTH='{size}' HEIGHT='{size}'><PrintSpace>"
        f"<TextBlock>{read}</TextBlock></PrintSpace></Page></Layout></alto>"
    )


def page_xml(*lines: str, image: str = "page.png") -> str:
    """A page of lines whose words have no places, as Transkribus exports it."""
    read = "".join(
        f'<TextLine><Coords points="0,{20 * number} 900,{20 * number} 900,{20 * number + 18}"/><TextEquiv>'
        f"<Unicode>{escape(line)}</Unicode></TextEquiv></TextLine>"
        for number, line in enumerate(lines)
    )
    space = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"
    page = f'<Page imageFilename="{image}" imageWidth="{SIZE}" imageHeight="{SIZE}">'
    return f'<PcGts xmlns="{space}">{page}<TextRegion id="r">{read}</TextRegion></Page></PcGts>'


def mets(*names: str) -> str:
    """A METS file that names files in the order of their pages, the last division first in the file."""
    files = "".join(
        f'<m:file ID="f{at}"><m:FLocat x:href="{name}"/></m:file>' for at, name in enumerate(names)
    )
    pages = "".join(
        f'<m:div ORDER="{at}"><m:fptr><m:area FILEID="f{at}"/></m:fptr></m:div>'
        for at in reversed(range(len(names)))
    )
    spaces = 'xmlns:m="http://www.loc.gov/METS/" xmlns:x="http://www.w3.org/1999/xlink"'
    return (
        f"<m:mets {spaces}><m:fileSec><m:fileGrp>{files}</m:fileGrp></m:fileSec>"
        f"<m:structMap><m:div>{pages}</m:div></m:structMap></m:mets>"
    )


def folder(path: Path, files: Mapping[str, str]) -> Path:
    """The files in a folder."""
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return path


def zipped(path: Path, files: Mapping[str, str]) -> Path:
    """The files in a zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    path.write_bytes(buffer.getvalue())
    return path
