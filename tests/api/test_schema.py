"""The published JSON Schema of ``align/bitext-1``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import align
from align.bitext import Bitext
from align.export.bitext_json import SCHEMA, schema, to_text
from align.flag import Flag
from tests.conftest import noted

jsonschema = pytest.importorskip("jsonschema")


def errors(text: str) -> list[str]:
    """Where JSON breaks the schema, and how."""
    validator = jsonschema.Draft202012Validator(schema())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(text))]


def parts(value: Any, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property that the schema describes, with its path."""
    for name, part in value.get("properties", {}).items():
        yield f"{path}.{name}", part
    for key in ("properties", "$defs"):
        for name, part in value.get(key, {}).items():
            yield from parts(part, f"{path}.{name}")
    for part in (value.get("items"), *value.get("anyOf", ())):
        if isinstance(part, dict):
            yield from parts(part, path)


def test_the_schema_is_a_schema() -> None:
    """Of draft 2020-12, by the name that the files give."""
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema()["title"] == schema()["properties"]["schema"]["const"] == SCHEMA


def test_every_property_is_described() -> None:
    """By itself or by the definition that it refers to."""
    whole = schema()

    def described(part: dict[str, Any]) -> bool:
        reference = part.get("$ref", "").removeprefix("#/$defs/")
        return "description" in part or (bool(reference) and described(whole["$defs"][reference]))

    found = list(parts(whole))
    assert len(found) > 60
    assert [path for path, part in found if not described(part)] == []


def test_objects_are_closed() -> None:
    """An unknown key is an error, but for the names of evidence and the files of metadata."""
    closed = [part for _, part in parts(schema()) if "properties" in part]
    assert closed
    assert all(part["additionalProperties"] is False for part in closed)


@pytest.mark.parametrize("source", [True, False])
def test_a_small_bitext_is_valid(tiny: Callable[..., Bitext], doubt: Flag, *, source: bool) -> None:
    """Rounded and in full, with and without original."""
    bitext = tiny((doubt,) if source else (), source=source)
    assert errors(to_text(bitext)) == []
    assert errors(to_text(bitext, digits=None)) == []


def test_notes_are_valid(tiny: Callable[..., Bitext]) -> None:
    """Of a file and of a side."""
    assert errors(to_text(noted(tiny()))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"name": "letter.txt"', '"title": "letter.txt"'),
        ('"confidence": 0.98', '"confidence": 98'),
        ('"b1"', '"b0"'),
        ('"kind": "ocr.real-word"', '"kind": "real word"'),
        ('"align/bitext-1"', '"align/bitext-2"'),
    ],
)
def test_what_breaks_the_schema_is_found(
    tiny: Callable[..., Bitext], doubt: Flag, old: str, new: str
) -> None:
    """Keys, ranges, ids, kinds of flags, the schema's name."""
    text = to_text(tiny((doubt,)))
    assert old in text
    assert errors(text.replace(old, new))


@pytest.mark.model
def test_real_runs_are_valid(letter: Bitext, tmp_path: Path) -> None:
    """A page of an archive, saved and exported."""
    assert errors(to_text(letter)) == []
    letter.save(tmp_path / "letter.json")
    assert errors((tmp_path / "letter.json").read_text(encoding="utf-8")) == []


@pytest.mark.model
def test_a_run_on_sentences_is_valid() -> None:
    """Lines that are split already; nulls on both sides."""
    source = "Я ушёл.\nОн остался дома.\nВойна кончилась."
    target = "I left.\nHe stayed at home.\nNobody knew about it."
    bitext = align.align_texts(source, target, config=align.Config(sentences=True))
    assert errors(to_text(bitext)) == []
