"""Texts that are aligned already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from align.alignment.line_pairs import line_by_line
from align.errors import InputError, ReadError
from align.text.readers.line_files import read_lines
from align.text.readers.tmx import read_tmx

TMX = """<?xml version="1.0" encoding="UTF-8"?>
{doctype}<tmx version="1.4"><header srclang="{srclang}" creationtool="x" creationtoolversion="1"
 segtype="sentence" o-tmf="x" adminlang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="ru-RU"><seg>Он <bpt i="1">&lt;b></bpt>ушёл<ept i="1">&lt;/b></ept>.</seg></tuv>
<tuv xml:lang="en"><seg>He left.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Rain.</seg></tuv></tu></body></tmx>
"""


@pytest.fixture
def memory(tmp_path: Path) -> Callable[..., Path]:
    def write(
        doctype: str = "", srclang: str = "ru-RU", change: Callable[[str], str] = lambda text: text
    ) -> Path:
        path = tmp_path / "memory.tmx"
        path.write_bytes(change(TMX.format(doctype=doctype, srclang=srclang)).encode())
        return path

    return write


def test_a_memory_gives_its_units_line_by_line(memory: Callable[..., Path]) -> None:
    """Codes of tools are left out, a unit that lacks a language too, which is said."""
    found = read_tmx(memory('<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'))
    assert found.languages == ("ru", "en")
    assert found.source.raw == "Он ушёл.\n"
    assert found.target.raw == "He left.\n"
    assert found.source.notes == ("units without ru-RU or en left out: 1 of 2",)


def test_the_source_is_the_first_variant_where_the_memory_does_not_say(memory: Callable[..., Path]) -> None:
    """``srclang="*all*"`` is any of them; the caller may name both."""
    assert read_tmx(memory(srclang="*all*")).languages == ("ru", "en")
    assert read_tmx(memory(), ("en", "ru")).source.raw == "He left.\n"


@pytest.mark.parametrize(
    "entities",
    [
        '<!DOCTYPE tmx [<!ENTITY b SYSTEM "file:///etc/passwd">]>\n',
        '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>\n',
    ],
)
def test_entities_are_refused(memory: Callable[..., Path], entities: str) -> None:
    """Nothing from outside is read, nothing unfolds."""
    with pytest.raises(ReadError, match="declares entities"):
        read_tmx(memory(entities, change=lambda text: text.replace("Rain.", "&b;")))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text[:300], "line .*broken XML"),
        (lambda text: text.replace("tmx", "xml"), "found XML of <xml>"),
        (lambda text: text.replace("<tu>", "<no>").replace("</tu>", "</no>"), "found none"),
        (lambda text: text.replace('"ru-RU"><seg', '"en"><seg'), "no unit with text in .* it holds en"),
    ],
)
def test_what_is_no_usable_memory_is_refused(
    memory: Callable[..., Path], change: Callable[[str], str], words: str
) -> None:
    """The line of broken XML, another format, no units, other languages."""
    with pytest.raises(ReadError, match=words):
        read_tmx(memory(change=change))


def test_two_files_pair_line_by_line(tmp_path: Path) -> None:
    """A blank line is a missing side."""
    (tmp_path / "ru").write_text("Он ушёл.\n\nДождь.\n", encoding="utf-8")
    (tmp_path / "en").write_text("He left.\nSuddenly.\nRain.\n", encoding="utf-8")
    found = read_lines(tmp_path / "ru", tmp_path / "en")
    rows = zip(found.source.raw.split("\n"), found.target.raw.split("\n"), strict=True)
    assert [bead.type for bead in line_by_line(rows).beads] == ["1-1", "0-1", "1-1"]


def test_files_of_unlike_length_are_refused(tmp_path: Path) -> None:
    """The message names both counts, and what to try."""
    (tmp_path / "ru").write_text("Он ушёл.\n", encoding="utf-8")
    (tmp_path / "en").write_text("He left.\nRain.\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"found 1 in .* and 2 in .*leave --pre-aligned out"):
        read_lines(tmp_path / "ru", tmp_path / "en")
