"""What was learned from a collection of documents: how its letters are misread, and which words it has.

``align corpus --passes 2`` writes it (:mod:`align.corpus.knowledge`); the search for errors reads it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from align.errors import ReadError
from align.ocr.channel.adaptation import EMPTY_PROFILE, Profile

SCHEMA = "align/knowledge-1"
PRIOR_CHARACTERS, MAX_SHARE = 2000.0, 0.2
"""Characters of a document that the errors of its collection weigh as much as; the largest fraction of those
that were counted: what a document has added to a small collection must not weigh twice."""


@dataclass(frozen=True)
class CountedConfusion:
    """A text that the documents have for another.

    Attributes:
        typed: What was typed; empty where something was added.
        read: What it was read as; empty where it was lost.
        count: How often, expected.
        documents: That have it.
    """

    typed: str
    read: str
    count: float
    documents: int


@dataclass(frozen=True)
class CollectionWord:
    """A word that no dictionary has.

    Attributes:
        form: Folded.
        documents: That have it.
        occurrences: In all documents.
        name: The word of the translation that is most often like it; ``None`` where none is.
        named: Documents in which that word faces it.
    """

    form: str
    documents: int
    occurrences: int
    name: str | None = None
    named: int = 0


@dataclass(frozen=True, eq=False)
class LanguageKnowledge:
    """What was learned of the texts of one language.

    Attributes:
        documents: That were counted.
        words: In all of them.
        typed: How often each character was typed, expected, in the documents by which errors were counted.
        confusions: The commonest first.
        listed: In alphabetical order.
    """

    documents: int
    words: int
    typed: Mapping[str, float]
    confusions: tuple[CountedConfusion, ...]
    listed: tuple[CollectionWord, ...]

    @cached_property
    def counted(self) -> Profile:
        """The errors as they were counted."""
        return Profile({(one.typed, one.read): one.count for one in self.confusions}, self.typed)

    @cached_property
    def prior(self) -> Profile:
        """The errors as a document expects them before it is searched."""
        characters = sum(self.typed.values())
        if not self.confusions or not characters:
            return EMPTY_PROFILE
        return self.counted.scaled(min(PRIOR_CHARACTERS / characters, MAX_SHARE))


@dataclass(frozen=True, eq=False)
class CollectionKnowledge:
    """What was learned from a collection.

    Attributes:
        languages: Of each side, by its ISO 639-1 code.

    Example:
        >>> CollectionKnowledge({}).to_text()
        '{"schema": "align/knowledge-1", "languages": {}}'
    """

    languages: Mapping[str, LanguageKnowledge]

    def to_text(self) -> str:
        """As JSON, equal for equal knowledge; a confusion or a word is one line."""
        parts = [f"{_json(name)}: {_language(found)}" for name, found in sorted(self.languages.items())]
        body = ",\n".join(parts)
        return f'{{"schema": "{SCHEMA}", "languages": {{{body}}}}}'

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> CollectionKnowledge:
        """From what the JSON holds; raises an error of Python where that is anything else."""
        if data["schema"] != SCHEMA:
            raise ValueError(f"the schema is {data['schema']!r}")
        return cls({name: _of_language(found) for name, found in data["languages"].items()})


@lru_cache(maxsize=4)
def _parsed(text: str) -> CollectionKnowledge:
    return CollectionKnowledge.of(json.loads(text))


def read_knowledge(path: Path) -> CollectionKnowledge:
    """Read what was learned from a collection.

    Args:
        path: Its ``knowledge.json``.

    Raises:
        ReadError: There is no such file, or it holds something else.
    """
    text = _text(path)
    try:
        return _parsed(text)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise ReadError(
            f"{path}: expected {SCHEMA}, found something else: {error}; align corpus --learn makes it anew"
        ) from error


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise ReadError(
            f"{path}: cannot be read: {error.strerror}; align corpus --passes 2 makes it"
        ) from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: expected {SCHEMA}, found another file than of text in UTF-8") from error


def knowledge_version(path: Path | None) -> str | None:
    """A hash of what such a file holds; ``None`` without a file.

    Raises:
        ReadError: It cannot be read.
    """
    return None if path is None else hashlib.sha256(_text(path).encode()).hexdigest()


def _language(found: LanguageKnowledge) -> str:
    rows = {
        "confusions": [asdict(one) for one in found.confusions],
        "listed": [asdict(one) for one in found.listed],
    }
    lines = [f'"{name}": [{",".join(chr(10) + _json(one) for one in own)}]' for name, own in rows.items()]
    head = [f'"documents": {found.documents}', f'"words": {found.words}', f'"typed": {_json(found.typed)}']
    return "{" + ",\n".join([*head, *lines]) + "}"


def _of_language(data: Mapping[str, Any]) -> LanguageKnowledge:
    return LanguageKnowledge(
        data["documents"],
        data["words"],
        data["typed"],
        tuple(CountedConfusion(**one) for one in data["confusions"]),
        tuple(CollectionWord(**one) for one in data["listed"]),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
