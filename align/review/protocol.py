"""The conversation with a screen: messages in, messages out; values, to be tested without a browser.

in    {do: "hello"} · {do: "detail", row} · {do: "preview", doubt, accept} · {do: "lists"} · {do: "save"}
· {do: "refresh"} · {do: <any command of :mod:`.command`>, id}
out   {is: "rows", at, rows, total, …} · {is: "patch", at, gone, rows, updates, …} · {is: "detail", …}
· {is: "preview", …} · {is: "lists", …} · {is: "trouble", text}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from time import perf_counter
from typing import Any

from align.errors import AlignError, OutputError
from align.review import refresh
from align.review.channel_update import ReviewedChannel, similar_doubts, reviewed_channel
from align.review.command import Message, doubt_of, operation, chosen_suggestion, row_number_of
from align.review.explain import length_ratio
from align.review.place import Place
from align.review.session import Review
from align.review.state import Patch
from align.review.view import View, heading
from align.text.document import Side

CHUNK = 500
"""Rows in one message: well under the 10 MB at which a notebook's connection breaks."""

PATIENCE = 0.03
"""Seconds after which rows that are weighed again are sent: no key may wait for long."""

Out = dict[str, Any]


class MessageHandler:
    """Answers messages about a review; :meth:`answer` yields as results arrive, the urgent one first."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self._stale = {row.id: row for row in review.rows if review.stale(row)}
        self._learned: tuple[object, dict[Side, ReviewedChannel]] = (None, {})
        self._ratio = length_ratio(review.state)
        self._revision = 0
        self._saved = ""
        self._trouble = ""

    @property
    def view(self) -> View:
        """How rows are shown now."""
        return View(self.review.rescored, self._ratio)

    def handle(self, message: Message) -> Iterator[Out]:
        """What the screen is told. A mistake of the reviewer's comes back as one line of trouble."""
        queries: Mapping[str, Callable[[Message], Iterator[Out]]] = {
            "hello": self._rows,
            "detail": self._detail,
            "preview": self._preview,
            "lists": self._lists,
            "save": self._save,
            "refresh": self._refresh,
        }
        try:
            yield from queries.get(str(message.get("do")), self._decide)(message)
        except AlignError as error:
            yield {"is": "trouble", "text": str(error), "n": message.get("n")}

    def _status(self) -> Out:
        """What every answer about rows says besides."""
        review = self.review
        journal = review.journal
        return {
            "revision": self._revision,
            "undo": type(review.history.last).__name__ if review.history.last else None,
            "redo": type(review.history.next).__name__ if review.history.next else None,
            "saved": self._saved,
            "trouble": self._trouble or (journal.read_only if journal else None) or "",
            "readOnly": bool(journal and journal.read_only),
            "stale": len(self._stale),
        }

    def _rows(self, _message: Message) -> Iterator[Out]:
        """All rows, some at a time; what the journal could not place or read comes with the first."""
        review, state, view = self.review, self.review.state, self.view
        first = heading(review.bitext) | {"notes": list(_notes(review))}
        rows = review.rows
        for at in range(0, max(len(rows), 1), CHUNK):
            shown = [view.row(state, row) for row in rows[at : at + CHUNK]]
            yield {"is": "rows", "at": at, "total": len(rows), "rows": shown, **self._status(), **first}
            first = {}
        self._warm()

    def _warm(self) -> None:
        """Load what decisions and looks will need while the reviewer reads: no key has to wait for it."""
        state = self.review.state
        number = next(
            (at for at, row in enumerate(state.rows) if row.pairing.source and row.pairing.target), None
        )
        if number is None:
            return
        for side in state.side_views:
            reviewed_channel(state, side)
        refresh.links(self.review, state.rows[number])
        self.review.rescorer.rescore(state, self.review.doubts, number)

    def _habits(self) -> dict[Side, ReviewedChannel]:
        """What the decisions so far teach about the page's misreadings; learned again after each."""
        state = self.review.state
        if self._learned[0] is not state.verdicts:
            learned = {side: reviewed_channel(state, side) for side in state.side_views} if state.verdicts else {}
            self._learned = (state.verdicts, learned)
        return self._learned[1]

    def _detail(self, message: Message) -> Iterator[Out]:
        """First where the row stands and its words; then, when they are found, the words that answer."""
        row = self.review.rows[row_number_of(self.review, message)]
        detail = self.view.detail(self.review.state, row, self._habits())
        yield {"is": "detail", "revision": self._revision, **detail}
        links = refresh.links(self.review, row)
        if links:
            yield {"is": "links", "row": row.id, "revision": self._revision, "links": links}

    def _preview(self, message: Message) -> Iterator[Out]:
        """What "everywhere" would decide: each place with its row, and whether it is the same word."""
        doubt = doubt_of(self.review, message)
        text = chosen_suggestion(doubt, message) if message.get("accept") else None
        found = similar_doubts(doubt, text, self.review.doubts.every(self.review.state))
        shown = []
        for why, others in found.items():
            for other in others:
                number = self.review.state.row_number_at(other.place)
                if number is None:
                    continue
                new = text if why == "same" else chosen_suggestion(other, {})
                shown.append(
                    {
                        "doubt": other.id,
                        "row": number + 1,
                        "why": why,
                        "old": other.flag.text,
                        "new": new if message.get("accept") else None,
                        "around": refresh.around(self.review.state, other.place),
                    }
                )
        yield {
            "is": "preview",
            "doubt": doubt.id,
            "accept": bool(message.get("accept")),
            "pick": int(message.get("pick", 0)),
            "old": doubt.flag.text,
            "new": text,
            "places": shown,
        }

    def _lists(self, _message: Message) -> Iterator[Out]:
        """What was set aside, with a number to bring it back by; what was moved; words called right."""
        state = self.review.state
        aside, moved = [], []
        for text in self.review.bitext.texts:
            sheet = state.side_views[text.side]
            for number, piece in enumerate(text.aside):
                back = Place(text.side, (piece.span,)) in state.restored
                aside.append(
                    {
                        "side": text.side,
                        "number": number,
                        "text": piece.span.of(sheet.raw),
                        "reason": piece.reason,
                        "where": sheet.where((piece.span,)),
                        "back": back,
                    }
                )
            moved += [
                {
                    "side": text.side,
                    "text": move.span.of(sheet.raw),
                    "reason": move.reason,
                    "where": sheet.where((move.span,)),
                }
                for move in text.moves
            ]
        yield {"is": "lists", "aside": aside, "moved": moved, "words": sorted(state.words)}

    def _save(self, _message: Message) -> Iterator[Out]:
        self.review.save()
        self._saved, self._trouble = _clock(), ""
        yield {"is": "saved", **self._status()}

    def _decide(self, message: Message) -> Iterator[Out]:
        """A decision: at once what changed, then what follows from it."""
        made = operation(self.review, message)
        if made is None:
            yield {"is": "nothing", "n": message.get("n"), **self._status()}
            return
        patch, trouble = self.review.decide(made)
        self._revision += 1
        self._told(trouble)
        state, view = self.review.state, self.view
        touched = refresh.touched(state, self.review.doubts, patch)
        self._stale |= {row.id: row for row in (*touched, *patch.new) if self.review.stale(row)}
        yield {
            "is": "patch",
            "n": message.get("n"),
            "did": message.get("do"),
            **self._rows_of(patch),
            "updates": [view.row(state, row) for row in touched],
            **self._status(),
        }

    def _rows_of(self, patch: Patch) -> Out:
        """Rows that became others; where only what was said of them changed, that alone."""
        state, view = self.review.state, self.view
        if [row.pairing for row in patch.old] == [row.pairing for row in patch.new]:
            changed = (new for old, new in zip(patch.old, patch.new, strict=True) if new != old)
            return {"at": 0, "gone": 0, "rows": [], "said": [view.status(state, row) for row in changed]}
        rows = [view.row(state, row) for row in patch.new]
        return {"at": patch.at, "gone": len(patch.old), "rows": rows, "said": []}

    def _told(self, trouble: OutputError | None) -> None:
        if trouble is None:
            self._saved, self._trouble = _clock(), ""
        else:
            self._trouble = str(trouble)

    def _refresh(self, _message: Message) -> Iterator[Out]:
        """Some rows that were corrected, weighed again: asked for while the reviewer thinks."""
        updates: list[Out] = []
        until = perf_counter() + PATIENCE
        while self._stale and (not updates or perf_counter() < until):
            number = self.review.state.row_number(self._stale.popitem()[0])
            if number is not None and self.review.rescore(self.review.rows[number]):
                updates.append(self.view.row(self.review.state, self.review.rows[number]))
        yield {"is": "patch", "at": 0, "gone": 0, "rows": [], "updates": updates, **self._status()}


def _clock() -> str:
    """The time of day for "saved 14:05", where the reviewer is."""
    return datetime.now().astimezone().strftime("%H:%M")


def _notes(review: Review) -> Iterator[str]:
    """What a reviewer has to know of the journal."""
    for made, why in review.unplaced:
        yield f"A decision could not be placed ({type(made).__name__} {made.id[:8]}): {why}."
    for torn in review.torn:
        yield f"Line {torn.line} of the journal cannot be read ({torn.why}); the others are in force."
