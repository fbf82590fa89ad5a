"""Reading the documents of a folder one by one: each is aligned, and its result is kept for its review."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from align.api import open_file
from align.errors import AlignError
from align.folder.failures import keep_failure
from align.folder.folder import Folder
from align.folder.folder_document import FolderDocument
from align.progress import Step


class ReadingStopped(Exception):  # noqa: N818  # no error: the reviewer wants it
    """Raised inside a run to end it; what was read before is kept."""


@dataclass(frozen=True)
class FolderStep:
    """A moment of the reading.

    Attributes:
        document: The document that is read.
        number: Its number in the queue, from 1.
        total: Documents in the queue.
        stage: What is done with it now.
        fraction: How much of all is done, 0 to 1.
        seconds_left: What the rest takes at the speed so far; ``None`` where it is unknown.
    """

    document: FolderDocument
    number: int
    total: int
    stage: Step
    fraction: float
    seconds_left: float | None = None


@dataclass(frozen=True)
class ReadDocument:
    """A document that was read, or the line that says why it could not be."""

    document: FolderDocument
    error: str = ""


Listener = Callable[[FolderStep], None]
"""Called with each moment; it may raise :class:`ReadingStopped`."""


def read_documents(
    folder: Folder, documents: Sequence[FolderDocument], listener: Listener
) -> Iterator[ReadDocument]:
    """Read documents one after the other. One that cannot be read does not stop the others.

    Args:
        folder: Their folder.
        documents: In this order.
        listener: Called as each stage begins and whenever more of it is done.

    Yields:
        Each document when it is done. Its result is kept by then: whatever ends the reading, nothing is lost.

    Raises:
        ReadingStopped: The listener raised it.
        OutputError: The folder's lists cannot be written.
    """
    folder.prepare()
    clock = _Clock(documents)
    for number, document in enumerate(documents, 1):
        show = _shown(listener, FolderStep(document, number, len(documents), Step("reading"), 0.0), clock)
        try:
            translation = document.files[1] if len(document.files) > 1 else None
            open_file(document.files[0], translation, folder.settings(), progress=show)
        except ReadingStopped:
            raise
        except AlignError as error:
            yield _failed(folder, document, str(error))
        except Exception as error:  # noqa: BLE001 - one document must not stop the others, whatever is in it
            yield _failed(folder, document, f"{type(error).__name__}: {error}")
        else:
            yield ReadDocument(document)
        clock.finish(document)


def _failed(folder: Folder, document: FolderDocument, reason: str) -> ReadDocument:
    keep_failure(folder, document, reason)
    return ReadDocument(document, reason)


class _Clock:
    """How much is done by size of files, and how long the rest takes."""

    def __init__(self, documents: Sequence[FolderDocument]) -> None:
        self._began = monotonic()
        self._total = sum(max(one.size, 1) for one in documents)
        self._done = 0

    def finish(self, document: FolderDocument) -> None:
        self._done += max(document.size, 1)

    @property
    def fraction(self) -> float:
        return self._done / max(self._total, 1)

    @property
    def seconds_left(self) -> float | None:
        """At the speed of the documents that are done."""
        if not self._done:
            return None
        return (monotonic() - self._began) * (self._total - self._done) / self._done


def _shown(listener: Listener, begun: FolderStep, clock: _Clock) -> Callable[[Step], None]:
    """Tells the listener each step of a document's run."""

    def show(step: Step) -> None:
        moment = replace(begun, stage=step, fraction=clock.fraction, seconds_left=clock.seconds_left)
        listener(moment)

    return show
