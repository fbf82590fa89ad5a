"""The messages between a review and its screen: plain values, tested without a browser.

in    {do: "hello"} · {do: "detail", row} · {do: "preview", doubt, accept} · {do: "lists"} · {do: "errors"}
· {do: "forms", text} · {do: "word", side, word} · {do: "translations", side, word}
· {do: "save"} · {do: "refresh"} · {do: "look", …} · {do: "write", …} (:mod:`.save_as`)
· {do: "strips", …} · {do: "picture", …} · {do: "page", …} (:mod:`.page_queries`)
· {do: "page-layer", …} · {do: "places", …} (:mod:`.page_view`)
· {do: <any of :data:`.command.COMMANDS`>, id}
out   {is: "rows", at, rows, total, …} · {is: "patch", at, gone, rows, updates, …} · {is: "detail", …}
· {is: "links", …} · {is: "preview", …} · {is: "lists", …} · {is: "errors", …} · {is: "saved", …}
· {is: "forms", …} · {is: "word", …} · {is: "translations", …} · {is: "nothing", …} · {is: "trouble", text}
· {is: "strips", …} · {is: "picture", …} · {is: "page", …} · {is: "page-layer", …} · {is: "places", …}
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from time import perf_counter
from typing import Any

from align.errors import AlignError, OutputError
from align.review.affected_rows import affected_rows
from align.review.channel_update import ReviewedChannel, reviewed_channel
from align.review.command import operation
from align.review.decision_summary import brought_back, quoted, step_of, summary
from align.review.error_list import error_list
from align.review.explain import length_ratio
from align.review.exporter import Exporter
from align.review.left_out import left_out_decisions, placed_again_lines
from align.review.lists import lists
from align.review.message import Message, row_number_of
from align.review.page import heading, start_page
from align.review.page_queries import PageQueries
from align.review.page_view import PageLayers
from align.review.patch import Patch
from align.review.preview import preview
from align.review.save_as import SaveAs
from align.review.view import View
from align.review.word_forms import can_inflect
from align.review.word_queries import WordQueries
from align.review.workspace import Workspace
from align.text.document import Side

ROWS_PER_MESSAGE = 500
"""Keeps a message well under the 10 MB at which a notebook's connection breaks."""

RESCORING_TIME = 0.03
"""Seconds after which rescored rows are sent, so that a key waits no longer."""

Reply = dict[str, Any]

logger = logging.getLogger(__name__)


class MessageHandler:
    """Handles the screen's messages about one review."""

    def __init__(self, workspace: Workspace, exporter: Exporter | None = None) -> None:
        self.workspace = workspace
        self._save_as = None if exporter is None else SaveAs(workspace, exporter)
        self._stale = {row.id: row for row in workspace.rows if workspace.is_stale(row)}
        self._channels: tuple[object, dict[Side, ReviewedChannel]] = (None, {})
        self._ratio = length_ratio(workspace.state)
        self._words = WordQueries(workspace)
        self._pages = PageQueries(workspace)
        self._layers = PageLayers(workspace)
        self._revision = 0
        self._saved = ""
        self._trouble = ""

    @property
    def view(self) -> View:
        """How rows are shown now."""
        return View(self.workspace.rescored, self._ratio, self._pages.sides)

    def handle(self, message: Message) -> Iterator[Reply]:
        """Handle one message.

        Args:
            message: ``do``, and what it refers to.

        Yields:
            The replies as they are ready, the urgent one first, each with the message's ``n``. An error that
            the reviewer can correct is a reply too: ``{is: "trouble", text}``.
        """
        number = message.get("n")
        for reply in self._replies(message):
            yield reply | {"n": number}

    def _replies(self, message: Message) -> Iterator[Reply]:
        handlers: Mapping[str, Callable[[Message], Iterator[Reply]]] = {
            "hello": self._rows,
            "detail": self._detail,
            "preview": self._preview,
            "lists": self._lists,
            "errors": self._errors,
            "forms": self._words.forms,
            "word": self._words.word,
            "translations": self._words.translations,
            "strips": self._pages.strips,
            "picture": self._pages.picture,
            "page": self._pages.page,
            "page-layer": self._layers.layer,
            "places": self._layers.places,
            "save": self._save,
            "refresh": self._refresh,
            "look": self._look,
            "write": self._write,
        }
        try:
            yield from handlers.get(str(message.get("do")), self._decide)(message)
        except AlignError as error:
            yield {"is": "trouble", "text": str(error)}
        except Exception as error:  # a message without a reply would look like a lost kernel
            logger.exception("a message of the review's screen failed")
            yield {"is": "trouble", "text": f"This could not be done ({type(error).__name__}: {error})."}

    def _status(self) -> Reply:
        """What every reply about rows holds besides."""
        workspace = self.workspace
        history, journal = workspace.history, workspace.journal
        return {
            "revision": self._revision,
            "undo": summary(workspace.state, history.done[-1]) if history.done else None,
            "redo": summary(workspace.state, history.undone[-1]) if history.undone else None,
            "saved": self._saved,
            "trouble": self._trouble or (journal.read_only if journal else None) or "",
            "readOnly": bool(journal and journal.read_only),
            "stale": len(self._stale),
        }

    def _rows(self, _message: Message) -> Iterator[Reply]:
        """All rows, some at a time; notes on the journal come with the first."""
        workspace, state, view = self.workspace, self.workspace.state, self.view
        formats = self._save_as.choices if self._save_as else []
        first = heading(workspace.bitext) | {"notes": list(_notes(workspace)), "formats": formats}
        first["wordForms"] = any(map(can_inflect, workspace.languages))
        if workspace.journal is not None:
            first["start"] = start_page(workspace.journal.path.parent)
        rows = workspace.rows
        for at in range(0, max(len(rows), 1), ROWS_PER_MESSAGE):
            shown = [view.row(state, row) for row in rows[at : at + ROWS_PER_MESSAGE]]
            yield {"is": "rows", "at": at, "total": len(rows), "rows": shown, **self._status(), **first}
            first = {}
        self._warm_up()

    def _warm_up(self) -> None:
        """Load the models that later messages need, so that no key has to wait for them."""
        state = self.workspace.state
        paired = (at for at, row in enumerate(state.rows) if row.pairing.source and row.pairing.target)
        number = next(paired, None)
        if number is None:
            return
        for side in state.side_views:
            reviewed_channel(state, side)
        self.workspace.linked_words(state.rows[number])
        self.workspace.rescorer.rescore(state, self.workspace.doubts, number)

    def _reviewed_channels(self) -> dict[Side, ReviewedChannel]:
        """The channel of each side, adapted again after each decision; none before the first."""
        state = self.workspace.state
        if self._channels[0] is not state.verdicts:
            sides = state.side_views if state.verdicts else ()
            self._channels = (state.verdicts, {side: reviewed_channel(state, side) for side in sides})
        return self._channels[1]

    def _detail(self, message: Message) -> Iterator[Reply]:
        """First where the row stands and its words; then, when they are found, the linked words."""
        row = self.workspace.rows[row_number_of(self.workspace, message)]
        detail = self.view.detail(self.workspace.state, row, self._reviewed_channels())
        yield {"is": "detail", "revision": self._revision, **detail}
        links = self.workspace.linked_words(row)
        if links:
            yield {"is": "links", "row": row.id, "revision": self._revision, "links": links}

    def _preview(self, message: Message) -> Iterator[Reply]:
        yield preview(self.workspace, message)

    def _lists(self, _message: Message) -> Iterator[Reply]:
        yield {"is": "lists", **lists(self.workspace)}

    def _errors(self, _message: Message) -> Iterator[Reply]:
        yield {"is": "errors", "errors": error_list(self.workspace)}

    def _save(self, _message: Message) -> Iterator[Reply]:
        self.workspace.save()
        self._note_saving(None)
        yield {"is": "saved", **self._status()}

    def _look(self, message: Message) -> Iterator[Reply]:
        if self._save_as is not None:
            yield self._save_as.look(message)

    def _write(self, message: Message) -> Iterator[Reply]:
        if self._save_as is not None:
            yield self._save_as.write(message)

    def _decide(self, message: Message) -> Iterator[Reply]:
        """A decision: what it changed, and the other rows that look different after it."""
        made = operation(self.workspace, message)
        step = step_of(self.workspace.history, made)
        if made is None:
            yield {"is": "nothing", **self._status()}
            return
        patch, error = self.workspace.decide(made)
        self._revision += 1
        self._note_saving(error)
        state, view = self.workspace.state, self.view
        affected = affected_rows(state, self.workspace.doubts, patch)
        self._stale |= {row.id: row for row in (*affected, *patch.new) if self.workspace.is_stale(row)}
        yield {
            "is": "patch",
            "did": message.get("do"),
            **self._changed_rows(patch),
            "updates": [view.row(state, row) for row in affected],
            **brought_back(state, self.workspace.doubts, step),
            **self._status(),
        }

    def _changed_rows(self, patch: Patch) -> Reply:
        """The rows of a patch; where no pairing changed, only their new status (``said``)."""
        state, view = self.workspace.state, self.view
        if [row.pairing for row in patch.old] == [row.pairing for row in patch.new]:
            changed = (new for old, new in zip(patch.old, patch.new, strict=True) if new != old)
            return {"at": 0, "gone": 0, "rows": [], "said": [view.status(state, row) for row in changed]}
        rows = [view.row(state, row) for row in patch.new]
        return {"at": patch.at, "gone": len(patch.old), "rows": rows, "said": []}

    def _note_saving(self, error: OutputError | None) -> None:
        """Keep the time of the last saving, or the error, for the status."""
        if error is None:
            self._saved, self._trouble = _clock(), ""
        else:
            self._trouble = str(error)

    def _refresh(self, _message: Message) -> Iterator[Reply]:
        """Some corrected rows rescored; the screen requests it while the reviewer pauses."""
        workspace = self.workspace
        updates: list[Reply] = []
        until = perf_counter() + RESCORING_TIME
        while self._stale and (not updates or perf_counter() < until):
            number = workspace.state.row_number(self._stale.popitem()[0])
            if number is not None and workspace.rescore(workspace.rows[number]):
                updates.append(self.view.row(workspace.state, workspace.rows[number]))
        yield {"is": "patch", "at": 0, "gone": 0, "rows": [], "updates": updates, **self._status()}


def _clock() -> str:
    """The local time of day, for "saved 14:05"."""
    return datetime.now().astimezone().strftime("%H:%M")


def _notes(workspace: Workspace) -> Iterator[str]:
    """Decisions and lines of the journal that could not be used, in words."""
    for made, why in left_out_decisions(workspace):
        yield f"A decision of before{quoted(made)} has no place in this text: {why}."
    for line in placed_again_lines(workspace.history):
        yield f"{line[0].upper()}{line[1:]}."
    for torn in workspace.torn:
        yield f"Line {torn.line} of the journal cannot be read ({torn.why}); the others are in force."
