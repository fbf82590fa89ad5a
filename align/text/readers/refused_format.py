"""A format of files that is recognised and not read, and the line that a user gets."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Container
from dataclasses import dataclass

from align.text.readers.file_head import FileHead


@dataclass(frozen=True)
class RefusedFormat:
    """A format of files that are not read.

    Attributes:
        name: For people, with its article.
        matches: Whether a file is of this format.
        advice: What to do; ``FILE`` stands for the file's name.
        kind: Which of several formats under this name a file is of, for people; empty where there is one.
        usual: Ends of names that such a file rightly has, though they are those of a format that is read.
    """

    name: str
    matches: Callable[[FileHead], bool]
    advice: str
    kind: Callable[[FileHead], str] = lambda _: ""
    usual: tuple[str, ...] = ()

    def message(self, head: FileHead, suffixes: Container[str]) -> str:
        """One line: what was found, and what to do.

        Args:
            head: The file.
            suffixes: Ends of names of the formats that are read.
        """
        kind = self.kind(head)
        name = f"{self.name} ({kind})" if kind else self.name
        misnamed = head.suffix in suffixes and head.suffix not in self.usual
        though = f" (though its name ends in {head.suffix})" if misnamed else ""
        advice = self.advice.replace("FILE", shlex.quote(str(head.path)))
        return f"{head.path}: found {name}{though}, which is not read: {advice}"
