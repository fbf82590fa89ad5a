"""The export formats: one table that the command line, the documentation and file names are read by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from types import MappingProxyType
from typing import TYPE_CHECKING

from align.errors import InputError
from align.output import with_part

if TYPE_CHECKING:
    from align.export.export_set import ExportedFiles, ExportSet


@dataclass(frozen=True)
class ExportFormat:
    """One format.

    Attributes:
        name: As on the command line.
        suffixes: Ends of file names that stand for the format, the usual one first; none where no
            name stands for it.
        label: What the format holds, for people.
        function: ``module:function`` in this package; it turns an ``ExportSet`` into ``ExportedFiles``.
        parts: What is added to the output's name for each file that is known before the export.
        printable: Whether a terminal can show it: text, in one file.
        save_as: End of the name that *Save as…* offers; by default the usual suffix.
        own_ends: Ends of names that tell its files from a reader's own, where their content does not.
        needs_pages: Whether it is for documents with pages alone.
    """

    name: str
    suffixes: tuple[str, ...]
    label: str
    function: str
    parts: tuple[str, ...] = ("",)
    printable: bool = True
    save_as: str = ""
    own_ends: tuple[str, ...] = ()
    needs_pages: bool = False

    @property
    def offered_end(self) -> str:
        """The end of the name that *Save as…* offers: ``.docx``, ``.text.txt``, ``.clean``."""
        return self.save_as or next(iter(self.suffixes), f".{self.name}")

    def write(self, export_set: ExportSet) -> ExportedFiles:
        """The rows in this format. The function's module is loaded now: ``--help`` needs none of them."""
        function: Callable[[ExportSet], ExportedFiles] = resolve_name(f"align.export.{self.function}")
        return function(export_set)


APPARATUS = ".apparatus.tsv"
"""What is added to the name of a corrected text for the table of what was changed in it."""

CLEAN_PARTS = (".clean.original.txt", ".clean.translation.txt")

_FORMATS = (
    ExportFormat("json", (".json",), "everything that was found, as one JSON object", "bitext_json:json"),
    ExportFormat("jsonl", (".jsonl",), "a JSON object for each row", "jsonl:jsonl"),
    ExportFormat("tsv", (".tsv",), "a table with tabs, for spreadsheets", "tsv:tsv"),
    ExportFormat("tmx", (".tmx",), "a translation memory (TMX 1.4)", "tmx:tmx"),
    ExportFormat("xliff", (".xliff", ".xlf"), "work for translation tools (XLIFF 1.2)", "xliff:xliff"),
    ExportFormat("xlsx", (".xlsx",), "a workbook to review in, or to print", "xlsx:xlsx", printable=False),
    ExportFormat(
        "docx",
        (".docx",),
        "a bilingual table for Word, corrections as tracked changes",
        "docx:docx",
        printable=False,
    ),
    ExportFormat("tei", (".tei", ".tei.xml"), "a digital edition (TEI P5)", "tei:tei"),
    ExportFormat(
        "moses",
        (),
        "two files with one row a line, for training machine translation",
        "moses:moses",
        parts=(".json",),
        printable=False,
    ),
    ExportFormat("html", (".html", ".htm"), "the review as one page for a browser", "html:html"),
    ExportFormat(
        "clean",
        (),
        "two files for reading: the corrected original and its translation, in paragraphs",
        "clean:clean",
        parts=CLEAN_PARTS,
        printable=False,
        own_ends=CLEAN_PARTS,
    ),
    ExportFormat(
        "text",
        (".txt",),
        "the whole file with a reviewer's corrections, and a table of what was changed",
        "text:text",
        parts=("", APPARATUS),
        printable=False,
        save_as=".text.txt",
        own_ends=(".text.txt", APPARATUS),
    ),
    ExportFormat(
        "hocr",
        (".hocr",),
        "the pages with their corrected words (hOCR)",
        "pages:hocr",
        parts=(),
        printable=False,
        needs_pages=True,
    ),
    ExportFormat(
        "alto",
        (".alto.zip", ".alto.xml", ".alto"),
        "the pages with their corrected words (ALTO 4.4), a file a page",
        "pages:alto",
        own_ends=(".alto.zip",),
        parts=(),
        printable=False,
        needs_pages=True,
    ),
    ExportFormat(
        "page",
        (".page.zip", ".page.xml"),
        "the pages with their corrected words (PAGE XML 2019), a file a page",
        "pages:page",
        own_ends=(".page.zip",),
        parts=(),
        printable=False,
        needs_pages=True,
    ),
)
FORMATS: Mapping[str, ExportFormat] = MappingProxyType({one.name: one for one in _FORMATS})
"""Name -> format, in the order in which they are listed for people."""

OWN_ENDS = tuple(end for one in _FORMATS for end in one.own_ends)
"""Ends of names of exported files whose content tells nothing."""


def format_named(name: str) -> ExportFormat:
    """The format of this name. Raises :class:`InputError` that lists the names."""
    if name not in FORMATS:
        raise InputError(f"no format {name!r}; known: {', '.join(FORMATS)}")
    return FORMATS[name]


def format_of(path: Path) -> str:
    """The name of the format that a file's name stands for.

    Args:
        path: The file to write; only its name is looked at, in small letters.

    Returns:
        A key of :data:`FORMATS`.

    Raises:
        InputError: The name has no suffix of a format.

    Example:
        >>> format_of(Path("letter.TMX"))
        'tmx'
    """
    name = path.name.lower()
    found = next((one.name for one in _FORMATS if name.endswith(one.suffixes)), None)
    if found is None:
        known = ", ".join(suffix for one in _FORMATS for suffix in one.suffixes)
        raise InputError(f"{path}: expected a file name that ends in {known}; rename it, or name the format")
    return found


def output_paths(to: str, output: Path | None) -> tuple[Path, ...]:
    """The files that an export will write, as far as they are known before it.

    Args:
        to: A key of :data:`FORMATS`.
        output: The file to write; ``None`` for the terminal.

    Raises:
        InputError: There is no such format, or a terminal cannot show it.
    """
    found = format_named(to)
    if output is None and not found.printable:
        raise InputError(f"{to} is nothing for a terminal; give -o and a file")
    if output is None:
        return ()
    return tuple(with_part(output, part) for part in found.parts)
