"""The start page: it answers what a screen asks, and reads documents beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from align.errors import AlignError, InputError, OutputError
from align.folder.document_list import FILE_NAME
from align.folder.document_review import DocumentReview, document_review
from align.folder.folder import Folder
from align.folder.folder_document import FolderDocument
from align.folder.folder_search import MOST, search_folder
from align.folder.known_states import KnownStates
from align.folder.made_here import REPORT_MARK, REPORT_NAME
from align.folder.notebooks import write_notebook
from align.folder.page_data import document_json, page_json
from align.folder.quality_report import quality_report
from align.folder.reading import FolderStep, ReadingStopped, read_documents
from align.output import write
from align.progress import duration
from align.text.readers.file_head import FileHead

Message = dict[str, Any]

SOME_FAILED = f"Some documents could not be read; their lines say why. {FILE_NAME} can leave a file out."


class FolderView:
    """The start page of one folder.

    Args:
        folder: The folder.
        send: Called with each message for the screen, also from the thread that reads.
    """

    def __init__(self, folder: Folder, send: Callable[[Message], None]) -> None:
        self.folder = folder
        self._send = send
        self._states = KnownStates(folder)
        self._errors: dict[str, str] = {}
        self._stop = Event()
        self._lock = Lock()
        self._reading = False

    @property
    def reading(self) -> bool:
        """Whether documents are being read; once it is false, the screen has the message ``done``."""
        with self._lock:
            return self._reading

    def receive(self, message: Mapping[str, Any]) -> None:
        """Answer a message: ``look``, ``read``, ``stop``, ``search``, ``open`` or ``report``."""
        actions: Mapping[str, Callable[[Mapping[str, Any]], None]] = {
            "look": lambda _: self._look(),
            "read": lambda _: self.read_new(),
            "stop": lambda _: self._stop.set(),
            "search": self._search,
            "open": self._open,
            "report": self._report,
        }
        action = actions.get(str(message.get("do")))
        if action is None:
            return
        try:
            action(message)
        except AlignError as error:
            self._send({"is": "trouble", "text": str(error)})
        except OSError as error:
            self._send({"is": "trouble", "text": f"{error.filename}: {error.strerror or error}"})

    def page(self) -> Message:
        """The whole page as it stands."""
        contents = self.folder.contents()
        states = [self._states.state(one) for one in contents.documents]
        return page_json(self.folder, contents, states, self._errors) | {"reading": self.reading}

    def _look(self) -> None:
        """Send the page with what ``reading`` is as it is sent: no ``done`` overtakes it."""
        page = self.page()
        with self._lock:
            self._send(page | {"reading": self._reading})

    def read_new(self) -> None:
        """Begin to read all documents that are new, in a thread of its own; nothing where it runs already."""
        with self._lock:
            if self._reading:
                return
            self._reading = True
            self._stop.clear()
            Thread(target=self._read, name="align reads a folder", daemon=True).start()

    def _read(self) -> None:
        end = ""
        try:
            for done in read_documents(self.folder, list(self._unread()), self._show):
                self._errors.pop(done.document.name, None)
                if done.error:
                    self._errors[done.document.name] = done.error
                    end = SOME_FAILED
                self._send({"is": "document", "document": self._line(done.document)})
        except ReadingStopped:
            end = "Stopped. What was read before is kept."
        except AlignError as error:
            end = str(error)
        except Exception as error:  # noqa: BLE001 - nobody else sees what ends this thread
            end = f"Reading stopped: {error}"
        finally:
            with self._lock:
                self._reading = False
                self._send({"is": "done", "text": end or "All documents are read."})

    def _unread(self) -> Iterator[FolderDocument]:
        for one in self.folder.contents().documents:
            if self._states.state(one).unread:
                yield one

    def _show(self, step: FolderStep) -> None:
        if self._stop.is_set():
            raise ReadingStopped
        left = "" if step.seconds_left is None else f", about {duration(step.seconds_left)} left"
        text = f"{step.number} of {step.total}: {step.document.name}, {step.stage.stage}{left}"
        self._send({"is": "progress", "text": text, "fraction": round(step.fraction, 3)})

    def _line(self, document: FolderDocument) -> Message:
        return document_json(self._states.state(document), self._errors.get(document.name, ""))

    def _search(self, message: Mapping[str, Any]) -> None:
        phrase, forms = str(message.get("phrase", "")), bool(message.get("forms", True))
        reviews: Iterator[DocumentReview] = (
            document_review(self.folder, one) for one in self.folder.contents().documents
        )
        hits = search_folder(reviews, phrase, forms=forms)
        found = [asdict(hit) for hit in hits[:MOST]]
        self._send({"is": "hits", "phrase": phrase, "hits": found, "more": len(hits) > MOST})

    def _open(self, message: Mapping[str, Any]) -> None:
        document = self.folder.document(str(message.get("name")))
        if document is None:
            raise InputError(f"there is no document {message.get('name')!r} any more; press Look again")
        path = write_notebook(self.folder, document)
        self._send({"is": "opened", "name": document.name, "notebook": path.name})

    def _report(self, _message: Mapping[str, Any]) -> None:
        path = write_report(self.folder, self.folder.path / REPORT_NAME)
        self._send({"is": "report", "path": path.name})


def write_report(folder: Folder, path: Path) -> Path:
    """Write the quality report over an earlier one.

    Raises:
        OutputError: Another file or a folder stands there, or it cannot be written.
        ReadError: What stands there cannot be read.
    """
    if path.exists() and not (path.is_file() and REPORT_MARK in FileHead.of(path).text):
        raise OutputError(f"{path} is no quality report and stays as it is; rename it, then try again")
    write(path, quality_report(folder))
    return path
