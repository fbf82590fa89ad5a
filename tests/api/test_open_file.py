"""A file that was aligned before opens on the result of that run."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import loky
import numpy as np
import pytest
from numpy.typing import NDArray

import align
from align import api, pipeline, stored_result, user_cache
from align.check.run import CheckConfig
from align.config import Config
from align.embed.kept_vectors import NAME as VECTORS
from align.embed.model_version import model_version
from align.export.bitext_json import to_json
from align.ocr import detect, kept_batches
from align.ocr.kept_batches import Batch
from align.ocr.runtime import parallel
from align.pipeline import align_documents
from align.run_context import Reuse
from align.stored_result import find_last, result_key

pytestmark = pytest.mark.model

RU = "Баш ответ получил. Я ушёл домой. Мы видели дом. Он читал письма. Снег лежал на поле."
EN = "I received your reply. I went home. We saw a house. He read letters. Snow lay on the field."


OWN = {stored_result.NAME, stored_result.LAST, kept_batches.NAME, VECTORS}
"""What is kept of documents."""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for results; word lists and indexes stay where they are."""
    usual, own = user_cache._place, tmp_path / "cache"

    def where(name: str, depends_on: object) -> Path:
        found = usual(name, depends_on)
        return own / found.name if name in OWN else found

    monkeypatch.setattr(user_cache, "_place", where)
    return own


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """An original and its translation."""
    paths = tmp_path / "ru.txt", tmp_path / "en.txt"
    for path, text in zip(paths, (RU, EN), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, ...]]:
    """Gets an entry whenever a pair of files is aligned."""
    found: list[tuple[Path, ...]] = []

    def noted(*given: Any, **named: Any) -> align.Bitext:
        found.append(named.get("reuse", Reuse()).files)
        return align_documents(*given, **named)

    monkeypatch.setattr(api, "align_documents", noted)
    return found


def without_seconds(bitext: align.Bitext) -> align.Bitext:
    return replace(bitext, signature=replace(bitext.signature, seconds=0.0))


def test_the_second_time_nothing_is_computed(files: tuple[Path, Path], runs: list[tuple[Path, ...]]) -> None:
    """The bitext is the same in every number."""
    first = align.open_file(*files)
    assert align.open_file(*files) == first
    assert len(runs) == 1
    assert without_seconds(first) == without_seconds(align.align_file(*files))


def figures(bitext: align.Bitext) -> dict[str, Any]:
    """All that was computed, to four places: sentences that are encoded together differ in the seventh."""
    return to_json(without_seconds(bitext), digits=4)


def test_fresh_computes_anew_and_keeps_it(files: tuple[Path, Path], runs: list[tuple[Path, ...]]) -> None:
    """The result takes the place of what was kept."""
    align.open_file(*files)
    fresh = align.open_file(*files, fresh=True)
    assert len(runs) == 2
    assert align.open_file(*files) == fresh
    assert len(runs) == 2


@pytest.mark.parametrize("damage", [b"", b"nothing of ours"])
def test_a_result_that_is_broken_is_computed_anew(
    files: tuple[Path, Path], runs: list[tuple[Path, ...]], place: Path, damage: bytes
) -> None:
    """A disk that was full costs time, no more."""
    first = align.open_file(*files)
    (entry,) = place.glob("result-*")
    (entry / "json.npy").write_bytes(damage)
    assert without_seconds(align.open_file(*files)) == without_seconds(first)
    assert len(runs) == 2


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """As where nothing is kept."""
    with pytest.raises(align.ReadError, match=r"none\.txt: no such file"):
        align.open_file(tmp_path / "none.txt")


def test_the_key_follows_all_that_a_result_depends_on(
    files: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text, name, order, settings, what the settings name, and the program."""
    words, terms = tmp_path / "words.txt", tmp_path / "terms.tsv"
    words.write_text("Баш\n", "utf-8")
    terms.write_text("дом\thouse\n", "utf-8")
    config = Config(words=words, check=CheckConfig(glossary=terms))
    changes: list[Callable[[], object]] = [
        lambda: None,
        lambda: words.write_text("дом\n", "utf-8"),
        lambda: terms.write_text("дом\thome\n", "utf-8"),
        lambda: files[0].write_text(RU + " Да.", "utf-8"),
        lambda: monkeypatch.setattr(stored_result, "program_version", lambda: "another"),
    ]
    keys = []
    for change in changes:
        change()
        keys.append(repr(result_key(files, config)))
    keys += [
        repr(result_key(files[::-1], config)),
        repr(result_key(files, replace(config, encoding="cp1251"))),
    ]
    copy = files[0].with_name("copy.txt")
    copy.write_bytes(files[0].read_bytes())
    keys.append(repr(result_key((copy, files[1]), config)))
    assert len(set(keys)) == len(keys)


def test_the_last_result_is_found_whatever_the_lists_hold_now(
    files: tuple[Path, Path], runs: list[tuple[Path, ...]], tmp_path: Path
) -> None:
    """After a word or a term was added nothing is computed; another glossary is noted."""
    words, terms = tmp_path / "words.txt", tmp_path / "terms.tsv"
    words.write_text("", "utf-8")
    terms.write_text("дом\thouse\n", "utf-8")
    config = Config(words=words, check=CheckConfig(glossary=terms))
    assert find_last(files, config) is None
    first = align.open_file(*files, config=config)
    words.write_text("баш\n", "utf-8")
    last = find_last(files, config)
    assert last is not None
    assert (last.bitext, last.same_glossary) == (first, True)
    terms.write_text("дом\thome\n", "utf-8")
    last = find_last(files, config)
    assert last is not None
    assert (last.bitext, last.same_glossary) == (first, False)
    assert find_last(files, replace(config, encoding="cp1251")) is None
    files[0].write_text(RU + " Да.", "utf-8")
    assert find_last(files, config) is None
    assert len(runs) == 1


@pytest.mark.usefixtures("files")
def test_the_key_is_the_same_seen_from_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The notebook of a review stands elsewhere than the shell, and finds what `align show` computed."""
    (tmp_path / "words.txt").write_text("Баш\n", "utf-8")
    (tmp_path / "review").mkdir()
    monkeypatch.chdir(tmp_path)
    config = Config(words=Path("words.txt"))
    here = result_key((Path("ru.txt"), Path("en.txt")), config)
    config = config.seen_from(Path("review"))
    monkeypatch.chdir(tmp_path / "review")
    there = result_key((Path("../ru.txt"), Path("../en.txt")), config)
    assert repr(here) == repr(there)


class NotingEncoder:
    """The embedded encoder, which notes what it encodes."""

    def __init__(self) -> None:
        self.inner = align.load_encoder()
        self.name, self.sha256 = self.inner.name, self.inner.sha256
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += texts
        return self.inner.encode(texts)


def test_after_an_edit_only_what_changed_is_computed(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """New sentences are encoded; errors are looked for where the text or its translation is another."""
    encoder = NotingEncoder()
    monkeypatch.setattr(pipeline, "load", lambda _name: encoder)
    monkeypatch.setattr(parallel, "BATCH_SENTENCES", 1)
    monkeypatch.setattr(loky, "cpu_count", lambda: 1)
    searched: list[tuple[str, str]] = []
    find = detect._flags_of_batch

    def noted(given: Any, batch: Batch, step: Any) -> object:
        searched.extend((batch.side, sentence.text) for sentence in batch.sentences)
        return find(given, batch, step)

    monkeypatch.setattr(detect, "_flags_of_batch", noted)
    align.open_file(*files)
    assert len(searched) == 10
    searched.clear()
    encoder.encoded.clear()
    files[0].write_text(re.sub("Я ушёл домой", "Вчера я ушёл домой", RU), encoding="utf-8")
    after = align.open_file(*files)
    assert searched == [("source", "Вчера я ушёл домой."), ("target", "I went home.")]
    assert "Вчера я ушёл домой." in encoder.encoded
    assert not {"Мы видели дом.", "He read letters."} & set(encoder.encoded)
    assert figures(after) == figures(align.open_file(*files, fresh=True))
    assert [flag.text for flag in after.flags] == ["Баш"]


def test_a_flag_in_a_speech_stands_where_it_stood_after_an_edit(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The speaker's name and the sentence are searched apart; what stands between them is in neither."""
    files[1].write_text("STALIN: How is your health now, comrade?", encoding="utf-8")
    searched: list[str] = []
    find = detect._flags_of_batch

    def noted(given: Any, batch: Batch, step: Any) -> object:
        searched.append(batch.side)
        return find(given, batch, step)

    monkeypatch.setattr(detect, "_flags_of_batch", noted)
    for between in (": ", " : ", ":  "):
        files[0].write_text(f"СТАЛИН{between}Как ваще здоровье теперь, товарищ?", encoding="utf-8")
        kept = align.open_file(*files)
        raw = files[0].read_text(encoding="utf-8")
        flags = [flag for flag in kept.flags if flag.side == "source"]
        assert flags
        assert all("".join(span.of(raw) for span in flag.spans) == flag.text for flag in flags)
    assert searched.count("source") == 1, "the parts are the same"


def test_what_was_edited_during_the_run_is_not_kept(files: tuple[Path, Path], runs: list[Any]) -> None:
    """The result is of a text that the file no longer has."""

    def edit(step: align.Step) -> None:
        if step.stage == "aligning":
            files[0].write_text(RU + " Да.", encoding="utf-8")

    align.open_file(*files, progress=edit)
    files[0].write_text(RU, encoding="utf-8")
    align.open_file(*files)
    assert len(runs) == 2


def test_ready_pairs_open_with_the_signature_of_their_run(tmp_path: Path) -> None:
    """Their file decides on languages; the second time it is as the first."""
    align.align_texts("Я ушёл.", "I left.").export(tmp_path / "pairs.tmx")
    assert align.open_file(tmp_path / "pairs.tmx") == align.open_file(tmp_path / "pairs.tmx")


def test_a_model_in_a_folder_is_known_by_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its folder is called, even as the encoder of this package."""
    (tmp_path / "embedded").mkdir()
    (tmp_path / "embedded" / "config.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert model_version("embedded") == "embedded"
    first = model_version("./embedded")
    assert repr(first) not in {repr("embedded"), repr("./embedded")}
    (tmp_path / "embedded" / "config.json").write_text("{ }", encoding="utf-8")
    assert model_version("./embedded") != first


def test_a_model_that_no_file_can_be_called_is_refused(files: tuple[Path, Path]) -> None:
    """In one line, before the work."""
    with pytest.raises(align.ModelError, match="expected an encoder"):
        align.open_file(*files, config=Config(encoder="a" * 300))


def test_a_list_counts_by_what_it_holds(
    files: tuple[Path, Path], runs: list[tuple[Path, ...]], tmp_path: Path
) -> None:
    """Lists that were made empty after the run, and notes in them, change nothing."""
    first = align.open_file(*files)
    words, terms = tmp_path / "words.txt", tmp_path / "terms.tsv"
    words.write_text("\n", "utf-8")
    terms.write_text("source\ttarget\tforbidden\n# a note\n", "utf-8")
    config = Config(words=words, check=CheckConfig(glossary=terms))
    last = find_last(files, config)
    assert last is not None
    assert (last.bitext, last.same_glossary) == (first, True)
    assert len(runs) == 1
