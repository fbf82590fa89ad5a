"""What was read of a scan is kept, page by page, in a folder beside its file: reading goes on where it ended.

Where nothing can be written beside the file, the pages are kept in the user's cache folder.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import get_ident

from align import user_cache
from align.facsimile.facsimile import Facsimile
from align.facsimile.json_value import from_value, to_value
from align.facsimile.page import Page

SUFFIX = ".pages"
"""What the folder of ``scan.pdf`` is called behind the name of the file: ``scan.pdf.pages``."""

ELSEWHERE = "read-pages"
"""The folder of what cannot be kept beside a file, in the user's cache folder."""

BROKEN = (
    *(OSError, EOFError, zlib.error),
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError),
)
"""What a file raises that is missing or not what :meth:`KeptPages.keep` wrote."""

Read = tuple[tuple[Page, ...], tuple[str, ...]]
"""The pages of a picture, and what is to be said of them."""


class KeptPages:
    """What was read of the pictures of a scan.

    Args:
        scan: The file or the folder.

    Attributes:
        problem: Why something could not be kept anywhere; empty where all was.
    """

    def __init__(self, scan: Path) -> None:
        whole = scan.resolve()
        name = hashlib.sha256(os.fsencode(whole)).hexdigest()[: user_cache.KEY_LENGTH]
        self._folders = (whole.with_name(f"{whole.name}{SUFFIX}"), user_cache.folder() / ELSEWHERE / name)
        self.problem = ""

    def find(self, key: str) -> Read | None:
        """What was kept of a picture under a key; ``None`` where nothing was."""
        for folder in self._folders:
            with suppress(*BROKEN):
                value = json.loads(gzip.decompress((folder / _name(key)).read_bytes()))
                return from_value(value).pages, tuple(value["notes"])
        return None

    def keep(self, key: str, pages: Sequence[Page], notes: Sequence[str] = ()) -> None:
        """Keep what was read of a picture, whole or not at all; :attr:`problem` tells where it cannot be."""
        value = {"pages": [], **to_value(Facsimile(tuple(pages))), "notes": list(notes)}
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        self._keep(_name(key), gzip.compress(text.encode(), compresslevel=3, mtime=0))

    def find_text(self, name: str) -> str | None:
        """What else was kept under a name; ``None`` where nothing was."""
        for folder in self._folders:
            with suppress(OSError, UnicodeError):
                return (folder / name).read_text("utf-8")
        return None

    def keep_text(self, name: str, text: str) -> None:
        """Keep something else than a page, such as the languages that were found."""
        self._keep(name, text.encode())

    def _keep(self, name: str, data: bytes) -> None:
        problems = []
        for folder in self._folders:
            try:
                _write(folder / name, data)
            except OSError as error:
                problems.append(f"{folder}: {error.strerror or error}")
            else:
                return
        self.problem = "; ".join(problems)


def key_of(content: str, *settings: object) -> str:
    """A key of what is read: of the hash of its picture, and of all that the reading depends on."""
    return hashlib.sha256(repr((content, *settings)).encode()).hexdigest()[: user_cache.KEY_LENGTH]


def content_of(path: Path) -> str:
    """The hash of a file. Raises ``OSError``."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _name(key: str) -> str:
    return f"{key}.json.gz"


def _write(path: Path, data: bytes) -> None:
    """Write a file beside its place, then move it there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}.part")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
