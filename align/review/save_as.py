"""Save as…: a look at the result in a format, then its file. Nothing is written before the reviewer asks.

in    {do: "look", to, confirmed}            out   {is: "look", to, name, folder, exists, text | table, notes}
in    {do: "write", to, confirmed, name, replace}  out   {is: "written", paths} · {is: "exists", name}
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from align.errors import OutputError
from align.members import paths_of
from align.output import check_output, write
from align.review.doubts import doubts_are
from align.review.exporter import ExportChoice, Exported, Exporter
from align.review.message import Message
from align.review.segments import corrected_sentence
from align.review.workspace import Workspace
from align.text.document import SIDES

LOOK_CHARACTERS = 3000
"""Characters of a text that the look shows."""
SEPARATORS = frozenset('/\\:*?"<>|')
"""Characters that a file's name cannot hold on every system."""
MAX_NAME = 200
"""Bytes of a name in UTF-8; systems take 255, with what is added to it."""
LOOK_ROWS = 8
"""Rows that the look shows of a format that is no text."""

Reply = dict[str, Any]


class SaveAs:
    """Looks at the files of one review and writes them beside its journal."""

    def __init__(self, workspace: Workspace, exporter: Exporter) -> None:
        self._workspace = workspace
        self._exporter = exporter

    @property
    def choices(self) -> list[Mapping[str, object]]:
        """The formats as the screen shows them."""
        return [
            {"name": one.name, "title": one.title, "technical": one.is_technical}
            for one in self._exporter.choices
        ]

    def look(self, message: Message) -> Reply:
        """What would be written: the file's name, whether it exists, its beginning, what it leaves out."""
        choice = self._choice(message)
        name = self._usual_name(choice)
        made = self._made(choice, self._folder / name, message)
        return {
            "is": "look",
            "to": choice.name,
            "name": name,
            "folder": str(self._folder.resolve()),
            "exists": any(path.exists() for path in paths_of(self._folder / name, made.files)),
            "notes": [*self._unanswered(), *made.messages],
            **self._sample(choice, made),
        }

    def write(self, message: Message) -> Reply:
        """Write the files; an existing one only where the message says ``replace``.

        Raises:
            OutputError: The name is none, or the disk does not allow it.
        """
        choice = self._choice(message)
        path = self._path(str(message.get("name", "")), choice)
        made = self._made(choice, path, message)
        paths = paths_of(path, made.files)
        existing = [one.name for one in paths if one.exists()]
        if existing and not message.get("replace"):
            return {"is": "exists", "name": ", ".join(existing)}
        for one in paths:
            check_output(one, *self._read, force=True)
        for one, data in paths.items():
            write(one, data)
        return {"is": "written", "paths": [str(one.resolve()) for one in paths]}

    def _choice(self, message: Message) -> ExportChoice:
        found = (one for one in self._exporter.choices if one.name == message.get("to"))
        choice = next(found, None)
        if choice is None:
            raise OutputError(f"no format {message.get('to')!r}")
        return choice

    def _made(self, choice: ExportChoice, output: Path, message: Message) -> Exported:
        self._workspace.save()
        return self._exporter.export(choice.name, output, confirmed=bool(message.get("confirmed")))

    @property
    def _folder(self) -> Path:
        """Where the journal stands, else the folder of the notebook."""
        journal = self._workspace.journal
        return Path() if journal is None else journal.path.parent

    @property
    def _read(self) -> tuple[Path | None, ...]:
        """Files that are never overwritten: the journal and the documents."""
        journal, documents = self._workspace.journal, self._workspace.bitext.documents
        named = (self._folder / document.name for document in documents)
        return (None if journal is None else journal.path, *named)

    def _usual_name(self, choice: ExportChoice) -> str:
        """The original's name with the format's suffix: ``letter.docx``, ``letter.clean``.

        A name that a document has, or that differs from another one's in the suffix alone, also names the
        format: ``letter.docx.docx``.
        """
        documents = self._workspace.bitext.documents
        stem = Path(documents[0].name).stem
        name = f"{stem}{choice.suffix}"
        others = {Path(document.name).stem for document in documents[1:]}
        is_taken = name in {document.name for document in documents} or Path(name).stem in others
        return f"{stem}.{choice.name}{choice.suffix}" if is_taken else name

    def _path(self, name: str, choice: ExportChoice) -> Path:
        """The file of this name; what is missing of the format's suffix is added."""
        name = name.strip()
        if not _is_name(name):
            usual = self._usual_name(choice)
            raise OutputError(f"expected a name for the file, without folders, such as {usual}")
        if name.lower().endswith(choice.suffix):
            return self._folder / name
        last = Path(choice.suffix).suffix  # of .text.txt
        begun = name[: -len(last)] if last and name.lower().endswith(last) else name
        return self._folder / f"{begun}{choice.suffix}"

    def _unanswered(self) -> list[str]:
        """One line where doubts are open: the text stands there as it was read."""
        doubts = self._workspace.doubts.every(self._workspace.state)
        count = sum(doubt.open for doubt in doubts)
        return [f"{doubts_are(count)} unanswered: the text stands there as it was read."] if count else []

    def _sample(self, choice: ExportChoice, made: Exported) -> Reply:
        if choice.is_text and "" in made.files:
            return {"text": made.files[""].decode("utf-8", "replace")[:LOOK_CHARACTERS]}
        state = self._workspace.state
        rows = self._workspace.rows[:LOOK_ROWS]
        texts = [
            [" ".join(corrected_sentence(state, side, spans) for spans in row.side(side)) for side in SIDES]
            for row in rows
        ]
        return {"table": texts}


def _is_name(name: str) -> bool:
    """Whether this is the name of a file, without folders."""
    is_short = len(name.encode()) <= MAX_NAME
    return bool(Path(name).stem.strip(".")) and name.isprintable() and is_short and not set(name) & SEPARATORS
