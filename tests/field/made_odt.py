"""OpenDocument texts and e-books written out as XML: what a test says, and nothing else."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

URN = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": f"{URN}office:1.0",
        "text": f"{URN}text:1.0",
        "table": f"{URN}table:1.0",
        "draw": f"{URN}drawing:1.0",
        "style": f"{URN}style:1.0",
        "fo": f"{URN}xsl-fo-compatible:1.0",
        "svg": f"{URN}svg-compatible:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    }.items()
)
TEXT_TYPE = "application/vnd.oasis.opendocument.text"


def odt(path: Path, body: str, styles: str = "", common: str = "", **members: str | bytes) -> Path:
    """Write a document.

    Args:
        path: The file.
        body: What ``office:text`` holds.
        styles: What ``office:automatic-styles`` of the text's part holds.
        common: What ``styles.xml`` holds; without it there is no such part.
        members: Name of another member, ``__`` for a slash -> what it holds.
    """
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    parts = {"mimetype": TEXT_TYPE, "content.xml": content}
    if common:
        parts["styles.xml"] = f"<office:document-styles {NAMESPACES}>{common}</office:document-styles>"
    return archive(path, {**parts, **{name.replace("__", "/"): data for name, data in members.items()}})


def archive(path: Path, members: Mapping[str, str | bytes]) -> Path:
    """Write an archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return path


def p(*inner: str, style: str = "") -> str:
    """A paragraph."""
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{''.join(inner)}</text:p>"


def span(inner: str, style: str) -> str:
    """Text of a style."""
    return f'<text:span text:style-name="{style}">{inner}</text:span>'


def text_style(name: str, properties: str, family: str = "text", parent: str = "") -> str:
    """A style with properties of text."""
    based = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{based}>'
        f"<style:text-properties {properties}/></style:style>"
    )


def note(inner: str, kind: str = "footnote") -> str:
    """A footnote or an endnote."""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p(inner)}</text:note-body></text:note>"
    )


def items(*inner: str, style: str = "L", attributes: str = "") -> str:
    """A list; each item is a text, or XML."""
    made = "".join(
        f"<text:list-item>{one if one.startswith('<') else p(one)}</text:list-item>" for one in inner
    )
    return f'<text:list text:style-name="{style}" {attributes}>{made}</text:list>'


def table(*rows: tuple[str, ...] | str) -> str:
    """A table; a row is its cells, or XML. A cell is a text, or XML."""

    def cell(inner: str) -> str:
        return f"<table:table-cell>{inner if inner[:1] == '<' else p(inner)}</table:table-cell>"

    made = [row if isinstance(row, str) else "".join(map(cell, row)) for row in rows]
    return (
        "<table:table>"
        + "".join(f"<table:table-row>{row}</table:table-row>" for row in made)
        + "</table:table>"
    )


PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>{}</manifest>'
    "<spine>{}</spine></package>"
)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)


def epub(
    path: Path, chapters: Mapping[str, str], order: tuple[str, ...] = (), **members: str | bytes
) -> Path:
    """Write an e-book.

    Args:
        path: The file.
        chapters: Name of a file -> the page in it; ``nav.xhtml`` is the table of contents.
        order: The names in the order of reading, where it is another.
        members: Name of another member, ``__`` for a slash -> what it holds.
    """
    listed = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"'
        + (' properties="nav"/>' if name == "nav.xhtml" else "/>")
        for name in chapters
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in order or chapters)
    return archive(
        path,
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": PACKAGE.format(listed, spine),
            **{f"OEBPS/{name}": page for name, page in chapters.items()},
            **{name.replace("__", "/"): data for name, data in members.items()},
        },
    )
