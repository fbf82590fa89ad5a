"""What a file's name tells of its document: ``letter.ru.txt`` is the Russian side of ``letter``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from align.lang.registry import LANGUAGES
from align.text.language import NAMES

Role = Literal["original", "translation"]

ROLES: dict[str, Role] = {
    **dict.fromkeys(("original", "orig", "source", "оригинал", "подлинник"), "original"),
    **dict.fromkeys(("translation", "translated", "trans", "target", "перевод"), "translation"),
}
"""Words in a name that say which side the file is."""

PARTS = re.compile(r"[._\s()\[\]-]+")
"""What stands between the words of a name."""


@dataclass(frozen=True)
class NameParts:
    """A file's name without the word for its side.

    Attributes:
        base: What both sides share, in small letters; the whole name where no word tells the side.
        role: The side that the name tells; ``None`` where it tells none.
        language: ISO 639-1 of the language that it tells; likewise.
    """

    base: str
    role: Role | None = None
    language: str | None = None

    @property
    def plain(self) -> bool:
        """Whether the name tells neither side nor language."""
        return self.role is None and self.language is None


def name_parts(path: Path) -> NameParts:
    """Cut a file's name.

    The word for the side is the last one of the name, else the first.

    Example:
        >>> name_parts(Path("Letter 7.ru.txt"))
        NameParts(base='letter 7', role=None, language='ru')
        >>> name_parts(Path("letter_translation.docx"))
        NameParts(base='letter', role='translation', language=None)
        >>> name_parts(Path("letter.txt"))
        NameParts(base='letter', role=None, language=None)
    """
    words = [word for word in PARTS.split(path.stem.lower()) if word]
    for at in (-1, 0) if len(words) > 1 else ():
        rest = " ".join(words[:-1] if at else words[1:])
        role, language = ROLES.get(words[at]), _language(words[at])
        if role or language:
            return NameParts(rest, role, language)
    return NameParts(" ".join(words) or path.stem.lower())


def _language(word: str) -> str | None:
    """The language that a word names: its code, or its name in English."""
    return word if word in LANGUAGES else NAMES.get(word)
