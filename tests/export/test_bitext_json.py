"""The JSON that other programs read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from align.alignment.bead import Bead, Crossing
from align.alignment.realign import RealignedRegion
from align.bitext import Bitext
from align.export import collect_rows, export
from align.export.bitext_json import to_json
from align.flag import Flag
from align.review import Review


def test_ids_tie_flags_beads_and_sentences_together(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """A flag names its bead, a bead its sentences, a sentence its raw spans."""
    written = to_json(tiny((doubt,)))
    [flag] = written["flags"]
    bead = next(bead for bead in written["beads"] if bead["id"] == flag["bead"])
    [sentence] = [s for s in written["sentences"]["source"] if s["id"] in bead["source"]]
    assert sentence == {"id": "s1", "text": "Баш ответ получил.", "spans": [[12, 30]]}
    assert flag["spans"] == [[12, 15]]
    assert flag["suggestions"][0] == {"text": "Ваш", "confidence": 0.9, "evidence": {"translation": "your"}}


def test_schema_keys_are_all_there(tiny: Callable[..., Bitext]) -> None:
    """Every key of align/bitext-1 is written, also where it is empty."""
    written = to_json(tiny())
    assert written["schema"] == "align/bitext-1"
    assert {"documents", "metadata", "sentences", "beads", "flags", "aside", "signature"} <= set(written)
    assert written["documents"]["source"].keys() == {"name", "sha256", "language", "file"}
    assert written["aside"] == [{"side": "source", "span": [32, 37], "reason": "page furniture"}]
    assert written["metadata"]["title"] == "A letter"


def test_a_missing_side_is_null(tiny: Callable[..., Bitext]) -> None:
    """A page without its original has ``null`` in ``documents``."""
    written = to_json(tiny(source=False))
    assert written["documents"]["source"] is None
    assert written["sentences"]["source"] == []


def test_the_files_are_written_once(tiny: Callable[..., Bitext]) -> None:
    """Both sides of a page point to the same file, which holds its text, sections and encoding."""
    written = to_json(tiny())
    [file] = written["files"]
    assert {written["documents"][side]["file"] for side in ("source", "target")} == {file["id"]}
    assert file["text"].startswith("# A letter\n\nБаш ответ")
    assert [section["part"] for section in file["sections"]] == ["metadata", "source", "target"]


def test_text_is_written_as_it_reads(tiny: Callable[..., Bitext]) -> None:
    """Cyrillic is not escaped, and what is written reads back equal."""
    text = export(collect_rows(Review(tiny())), "json").files[""].decode()
    assert "Баш ответ получил." in text
    assert json.loads(text) == to_json(tiny())


def test_crossings_are_listed_by_their_sentences(tiny: Callable[..., Bitext]) -> None:
    """Sentences that translate each other out of order, with their mean cosine."""
    bitext = tiny()
    crossing = Crossing(range(1), range(1, 2), 0.71234)
    crossed = replace(bitext, alignment=replace(bitext.alignment, crossings=(crossing,)))
    assert to_json(crossed)["crossings"] == [{"source": ["s1"], "target": ["t2"], "score": 0.7123}]
    assert to_json(bitext)["crossings"] == []


def test_beads_that_corrections_changed_are_listed(tiny: Callable[..., Bitext]) -> None:
    """What was aligned otherwise before the sure corrections stands beside the ids of what replaced it."""
    bitext = tiny()
    bead = bitext.alignment.beads[0]
    before = Bead(bead.source, range(bead.target.start, bead.target.start), None, 0.5)
    written = to_json(replace(bitext, realigned=(RealignedRegion((before,), (bead,)),)))
    was = {"source": ["s1"], "target": [], "score": None, "confidence": 0.5}
    assert written["realigned"] == [{"before": [was], "after": ["b1"]}]
    assert to_json(bitext)["realigned"] == []
