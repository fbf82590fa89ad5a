"""The screen's questions about words: the forms of a phrase, what is known of a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from align.review.message import Message, side_of
from align.review.word_forms import FormTables
from align.review.word_view import translations, word_reply
from align.review.workspace import Workspace


class WordQueries:
    """Answers ``forms``, ``word`` and ``translations``."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._tables = FormTables()

    def forms(self, message: Message) -> Iterator[dict[str, Any]]:
        """The forms in which either side has the words of a phrase."""
        text = str(message.get("text", ""))
        yield {"is": "forms", "text": text, "forms": self._tables.of_phrase(self.workspace.state, text)}

    def word(self, message: Message) -> Iterator[dict[str, Any]]:
        """What is known of a word at once."""
        yield word_reply(self.workspace, self._tables, side_of(message), _word(message))

    def translations(self, message: Message) -> Iterator[dict[str, Any]]:
        """A word's translations as far as they are known; the screen requests the rest while it is idle."""
        yield translations(self.workspace, self._tables, side_of(message), _word(message))


def _word(message: Message) -> str:
    return str(message.get("word", ""))
