"""The folder's list of documents: a small table in which the reviewer says which files belong together.

    letter.txt                              one page with both texts
    letter.txt<TAB>letter_en.txt            an original and its translation
    -notes.txt                              no document

It holds only what the names of the files do not tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from align.errors import ReadError
from align.folder.folder_document import UnclearFiles
from align.text.readers.file import read_text

FILE_NAME = "documents.tsv"

HEAD = """\
# Which files are the documents of this folder. Most are found by their names;
# here stands what the names do not tell.
# One line a document: the original, a tab, its translation.
# One page with both texts stands alone on its line.
# A minus before a name leaves that file out:
# -notes.txt
# Lines that begin with # count for nothing. Save this file, then press "Look again" on the start page.
"""


@dataclass(frozen=True)
class DocumentList:
    """``documents``: names of files, the original first. ``left_out``: files that are no documents."""

    documents: tuple[tuple[str, ...], ...] = ()
    left_out: frozenset[str] = frozenset()
    problems: tuple[str, ...] = field(default=())

    @property
    def named(self) -> frozenset[str]:
        """Every file that the list speaks of."""
        return self.left_out.union(*self.documents)


def read_document_list(path: Path) -> DocumentList:
    """Read the list; an empty one where there is no file. A line that cannot be read is a problem."""
    if not path.exists():
        return DocumentList()
    try:
        lines = read_text(path).removeprefix("\ufeff").splitlines()
    except ReadError as error:
        return DocumentList(problems=(str(error),))
    documents, left_out, problems = [], set(), []
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
        if not cells or cells[0].startswith("#"):
            continue
        if cells[0].startswith("-"):
            left_out.add(cells[0][1:].strip())
        elif len(cells) > 2:
            problems.append(f"{path.name}, line {number}: expected one or two files, got {len(cells)}")
        else:
            documents.append(tuple(cells))
    return DocumentList(tuple(documents), frozenset(left_out), tuple(problems))


def first_list(unclear: Sequence[UnclearFiles]) -> str:
    """The list as it is written once: how to fill it in, and a note for each group of files to decide on."""
    notes = [f"#\n# {one.reason}:\n# " + "\t".join(path.name for path in one.files) for one in unclear]
    return HEAD + "".join(f"{note}\n" for note in notes)


def missing_files(listed: DocumentList, files: Mapping[str, Path]) -> list[str]:
    """A problem for each name in the list that no file has."""
    names = sorted(listed.named - files.keys())
    return [f"{FILE_NAME} names {name}, and there is no such file here" for name in names]
