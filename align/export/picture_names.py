"""The pictures of pages as they are named in a file that is written: as seen from its folder."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath, PureWindowsPath

from align.bitext_data import BitextData
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Page
from align.scan.pictures import picture_file
from align.text.document import Document


def seen_from(facsimile: Facsimile, here: Path | None, there: Path | None) -> Facsimile:
    """The pages with their pictures named as seen from another folder.

    Addresses and absolute paths stay as they are.

    Args:
        facsimile: The pages.
        here: The folder from which the pictures are named.
        there: The folder from which they are to be named. Where either is ``None``, nothing changes.

    Example:
        >>> from align.facsimile.page import Picture
        >>> pages = Facsimile((Page(9, 9, picture=Picture("p1.png")),))
        >>> seen_from(pages, Path("scans"), Path("out")).pages[0].picture
        Picture(file='../scans/p1.png', frame=0, region=None, turn=0)
    """
    if here is None or there is None or here.resolve() == there.resolve():
        return facsimile
    return replace(facsimile, pages=tuple(map(partial(_page, here=here, there=there), facsimile.pages)))


def bitext_seen_from(bitext: BitextData, there: Path | None) -> BitextData:
    """A bitext with the pictures of its pages named as seen from a folder; ``None``: as they are named."""
    source, target = (
        text and replace(text, document=_document(text.document, there))
        for text in (bitext.source, bitext.target)
    )
    return replace(bitext, source=source, target=target)


def away_messages(facsimile: Facsimile, here: Path | None, there: Path | None) -> tuple[str, ...]:
    """One line where a file that names the pictures of these pages will not show them; else none.

    Pictures that a file names are opened only in its own folder and below, since somebody else may have made
    the file. So what is written elsewhere needs its pictures beside it, or its journal beside them.

    Args:
        facsimile: The pages, their pictures named as seen from ``here``.
        here: The folder of the document.
        there: The folder of the file. Where either is ``None``, nothing is known.
    """
    if here is None or there is None:
        return ()
    named = sorted({page.picture.file for page in facsimile.pages if page.picture is not None})
    found = [name for name in named if picture_file(name, (here,)) is not None]
    if not found or all(picture_file(_name(name, here, there), (there,)) is not None for name in named):
        return ()
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    message = (
        f"the pictures ({found[0]}{more}) stand outside the folder of what is written: a review of it shows "
        "them when they are put beside it, or its journal beside them (align review --journal)"
    )
    return (message,)


def _document(document: Document, there: Path | None) -> Document:
    if document.facsimile is None:
        return document
    return replace(document, facsimile=seen_from(document.facsimile, document.folder, there))


def _page(page: Page, here: Path, there: Path) -> Page:
    if page.picture is None:
        return page
    return replace(page, picture=replace(page.picture, file=_name(page.picture.file, here, there)))


def _name(name: str, here: Path, there: Path) -> str:
    """The name of a picture as seen from another folder."""
    if _is_everywhere(name) or here.resolve() == there.resolve():
        return name
    return _relative(picture_file(name, (here,)) or here / name, there)


def _is_everywhere(name: str) -> bool:
    """Whether a name means the same file from every folder: an address, an absolute path."""
    is_absolute = PurePosixPath(name).is_absolute() or PureWindowsPath(name).is_absolute()
    return is_absolute or "://" in name or name.startswith("file:")


def _relative(path: Path, there: Path) -> str:
    try:
        return Path(os.path.relpath(path, there)).as_posix()
    except ValueError:  # on another drive of Windows
        return path.resolve().as_posix()
