"""An export of Transkribus or eScriptorium, or any folder or zip of pages -> the text of all pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from align.errors import ReadError
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Page
from align.facsimile.reading_tally import ReadingTally
from align.scan.picture_places import FOLDERS_OF_TEXT, picture_file
from align.scan.scan_files import PICTURE_SUFFIXES, is_picture_name, natural_order, picture_files
from align.text.readers.file_head import FileHead
from align.text.readers.file_text import FileText
from align.text.readers.file_tree import ZIP, EncryptedZipError, FileTree, opened_tree
from align.text.readers.mets import page_order
from align.text.readers.page_formats import PAGE_FORMATS, PageBytes, PageFormat, page_format
from align.text.readers.page_heads import LOOKED_AT, SUFFIXES, heads, was_read_here
from align.text.readers.page_pictures import NAMED, PictureFinder, picture_notes
from align.text.readers.xml_file import parsed_xml
from align.text.readers.zip_guard import check_archive

METS = "mets.xml"
IN_ZIP = "the pictures stay in the zip: to see them, unpack it beside itself, into the folder {}"


@dataclass(frozen=True)
class PageFile:
    """A file of an export that holds pages: its name, and its format."""

    name: str
    kind: PageFormat

    @property
    def page(self) -> tuple[str, str]:
        """Folder of the document and name of the page: the same in every format that the page is kept in."""
        path = PurePosixPath(self.name)
        folder = path.parent.parent if path.parent.name.lower() in FOLDERS_OF_TEXT else path.parent
        return folder.as_posix(), path.stem.casefold()


def is_page_export(head: FileHead) -> bool:
    """Whether it is a folder or a zip that holds pages."""
    if not head.path.is_dir() and not any(name.lower().endswith(SUFFIXES) for name in head.members):
        return False
    try:
        with opened_tree(head.path) as tree:
            return next(_page_files(tree, LOOKED_AT), None) is not None
    except EncryptedZipError:  # its reader says so
        return True
    except ReadError:
        return False


def files_of_folder(path: Path) -> list[Path]:
    """The files on which the text of a folder depends: pages, their order, pictures; at any depth.

    Raises:
        ReadError: The folder cannot be read.
    """
    with opened_tree(path) as tree:
        read = [path / name for name in tree.names if name.lower().endswith((*SUFFIXES, *PICTURE_SUFFIXES))]
    return list(dict.fromkeys((*read, *picture_files(path))))


def read_page_export(path: Path, encoding: str = "utf-8") -> FileText:
    """The text of all pages of a folder or a zip.

    The pages stand in the order of the METS file where there is one, else by the numbers in their names. Of
    a page that is kept in several formats PAGE XML is read before ALTO, hOCR and the table of Tesseract.

    Args:
        path: The folder or the zip.
        encoding: Of tables and HTML that declare none.

    Raises:
        ReadError: A file of it is broken; the message names it. Or the zip unpacks to more than it can hold.
    """
    with opened_tree(path) as tree:
        if not path.is_dir():
            check_archive(path, ZIP, guarded=(), counted=SUFFIXES)
        return _text(tree, encoding)


def _text(tree: FileTree, encoding: str) -> FileText:
    tally, found = ReadingTally(), list(_page_files(tree))
    chosen, order_notes = _in_order(_preferred(found), tree)
    read, broken = _read_files(tree, chosen, tally, encoding)
    pages = tuple(page for facsimile, _ in read for page in facsimile.pages)
    missing = [name for _, names in read for name in names]
    left = len(found) - len(chosen)
    notes = [f"files of pages read, in order: {len(read):,}"]
    notes += [f"file of pages left out: {line}" for line in broken]
    notes += [f"other formats of the same pages left out: {left:,}"] if left else []
    notes += [
        *order_notes,
        *tally.notes(),
        *_picture_notes(tree, pages, missing),
        *_left_out(tree, pages, found),
    ]
    engines = {facsimile.engine: None for facsimile, _ in read if facsimile.engine}
    return FileText.of_pages(Facsimile(pages, "; ".join(engines)), tuple(notes))


def _read_files(
    tree: FileTree, files: Sequence[PageFile], tally: ReadingTally, encoding: str
) -> tuple[list[tuple[Facsimile, list[str]]], list[str]]:
    """What :func:`_pages` gives for each file that can be read, and why others cannot.

    Raises:
        ReadError: None can be read.
    """
    read, broken = [], []
    for file in files:
        try:
            read.append(_pages(tree, file, tally, encoding))
        except ReadError as error:
            broken.append(str(error).removeprefix(f"{tree.path}: "))
            if len(broken) == len(files):
                raise
    return read, broken


def _page_files(tree: FileTree, most: int | None = None) -> Iterator[PageFile]:
    """The files that hold pages, among the first so many whose names say that they may."""
    for name, data in heads(tree, most):
        kind = page_format(FileHead(tree.path / name, data))
        if kind is not None and not was_read_here(tree, name, data):
            yield PageFile(name, kind)


def _preferred(found: Iterable[PageFile]) -> list[PageFile]:
    """One file for each page."""
    best: dict[tuple[str, str], PageFile] = {}
    for file in sorted(found, key=lambda one: PAGE_FORMATS.index(one.kind)):
        best.setdefault(file.page, file)
    return sorted(best.values(), key=lambda one: tuple(map(natural_order, one.page)))


def _in_order(files: Sequence[PageFile], tree: FileTree) -> tuple[list[PageFile], list[str]]:
    """The files in the order that METS gives; those that it does not name come last."""
    places: dict[tuple[str, str], int] = {}
    named_pages: dict[tuple[str, str], str] = {}
    notes: list[str] = []
    for name in (one for one in tree.names if one.lower().endswith(METS)):
        try:
            root = parsed_xml(tree.read(name, -1), f"{tree.path}: {name}")
        except ReadError as error:
            notes.append(f"{error}; the pages are read in the order of their names")
            continue
        folder = PurePosixPath(name).parent.as_posix()
        for one in page_order(root, "" if folder == "." else folder):
            places.setdefault(PageFile(one, PAGE_FORMATS[0]).page, len(places))
            if one.lower().endswith(SUFFIXES):
                named_pages.setdefault(PageFile(one, PAGE_FORMATS[0]).page, one)
    named = [one for one in files if one.page in places]
    others = [one for one in files if one.page not in places]
    if named and others:
        notes.append(f"pages that the METS file does not name, read last: {len(others):,}")
    there = {one.page for one in files}
    missing = [name for page, name in named_pages.items() if page not in there]
    if named and missing:
        notes.append(f"pages that the METS file names and that are missing: {len(missing):,} ({missing[0]})")
    return sorted(named, key=lambda one: places[one.page]) + others, notes


def _pages(tree: FileTree, file: PageFile, tally: ReadingTally, encoding: str) -> tuple[Facsimile, list[str]]:
    """The pages of one file, and the names of pictures that are missing."""
    pictures = PictureFinder(tree.path.parent, tree.path / file.name)
    width = pictures.width if tree.path.is_dir() else lambda _: None
    source = f"{tree.path}: {file.name}"
    facsimile = file.kind.read(PageBytes(tree.read(file.name, -1), source, tally, encoding, width))
    if not tree.path.is_dir():
        shown = tuple(_beside_zip(page, tree) for page in facsimile.pages)
        return replace(facsimile, pages=shown), []
    pages, missing = pictures.placed(facsimile.pages)
    return replace(facsimile, pages=pages), missing


def _beside_zip(page: Page, tree: FileTree) -> Page:
    """A page with its picture where the zip was unpacked, else with the name that it has in the zip."""
    if page.picture is None:
        return page
    last, beside = PurePosixPath(page.picture.file.replace("\\", "/")).name, tree.path.parent
    name = tree.by_last_part.get(last, page.picture.file)
    there = picture_file(name, (beside / tree.path.stem, beside))
    seen = there.relative_to(beside).as_posix() if there and there.is_relative_to(beside) else name
    return replace(page, picture=replace(page.picture, file=seen))


def _picture_notes(tree: FileTree, pages: Sequence[Page], missing: Sequence[str]) -> tuple[str, ...]:
    if tree.path.is_dir():
        return picture_notes(pages, missing)
    kept = set(tree.names)
    inside = any(page.picture and page.picture.file in kept for page in pages)
    return (IN_ZIP.format(tree.path.stem),) if inside else ()


def _left_out(tree: FileTree, pages: Iterable[Page], files: Iterable[PageFile]) -> tuple[str, ...]:
    """A note on pictures of which no file of pages is there: their text is not read."""
    named = [page.picture.file for page in pages if page.picture is not None]
    known = {PurePosixPath(name).stem.casefold() for name in (*named, *(file.name for file in files))}
    paths = [PurePosixPath(name) for name in tree.names if is_picture_name(PurePosixPath(name).name)]
    alone = [path.as_posix() for path in paths if path.stem.casefold() not in known]
    if not alone:
        return ()
    listed = ", ".join(sorted(alone, key=natural_order)[:NAMED]) + (", …" if len(alone) > NAMED else "")
    return (f"pictures without a file of pages, not read: {len(alone):,} ({listed})",)
