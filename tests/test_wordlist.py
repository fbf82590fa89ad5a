"""The project's word list: plain text that people and reviews write."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.errors import ReadError
from align.flag import Flag
from align.text.span import Span
from align.wordlist import WordList, read_words, without_listed


def flag(text: str, kind: str = "ocr.unknown-word") -> Flag:
    return Flag("source", 0, (Span(0, len(text)),), text, kind, 0.9, "no word")


def test_a_list_is_read_as_people_write_it(tmp_path: Path) -> None:
    """Case, ё, notes, blank lines and a byte-order mark do not count; what is taken back is not right."""
    path = tmp_path / "words.txt"
    path.write_text("\ufeff# names\nГоминьдан\n\n  Берёзов \nСун-цзы\n-гоминьдан\n", encoding="utf-8")
    assert read_words(path) == {"березов", "сун-цзы"}


@pytest.mark.parametrize("content", [None, "слово".encode("cp1251")])
def test_what_is_no_list_is_refused(tmp_path: Path, content: bytes | None) -> None:
    """A list that is not there, or in another encoding: one line with what to do."""
    path = tmp_path / "words.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReadError, match=r"words\.txt: expected a list of words"):
        read_words(path)


def test_words_on_the_list_are_not_doubted() -> None:
    """However they are written and whatever marks stand around; flags of checks on them stay."""
    flags = [flag("«Гоминьдан»,"), flag("гоминьданом"), flag("Гоминьдан", "check.name")]
    assert [one.text for one in without_listed(flags, frozenset({"гоминьдан"}))] == [
        "гоминьданом",
        "Гоминьдан",
    ]


def test_a_list_is_only_appended_to(tmp_path: Path) -> None:
    """What others wrote stays, also where they left the last line open; no word comes twice by itself."""
    path = tmp_path / "words.txt"
    path.write_text("сун-цзы\n-лишь", encoding="utf-8")
    words = WordList(path)
    words.add({"сун-цзы", "лишь", "чжэн"})
    words.note([("чжэн", False), ("юань", True)])
    assert path.read_text(encoding="utf-8") == "сун-цзы\n-лишь\nчжэн\n-чжэн\nюань\n"
    assert read_words(path) == {"сун-цзы", "юань"}
