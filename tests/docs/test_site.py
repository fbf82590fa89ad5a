"""The site is complete: generated pages, figures, glossary, data cards, citation."""

from __future__ import annotations

import importlib
import json
import re
import sys
import tomllib
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml

from align.bitext import Bitext

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
sys.path.insert(0, str(ROOT / "tools"))

import docs_figures  # noqa: E402 - the folder of tools is no package
import docs_reference  # noqa: E402


def test_every_command_is_on_the_page_of_the_command_line() -> None:
    """The reference names the commands the program has, each with a sentence."""
    page = docs_reference.cli()
    for name in docs_reference.registry("app").registered_commands:
        command = name.name or name.callback.__name__
        assert re.search(rf"^## `align {command}`\n\n\w", page, re.MULTILINE), command
    assert re.search(r"^\| `--json` \| ", page, re.MULTILINE)


@pytest.mark.parametrize(("name", "page"), [("kinds", "flags"), ("checks", "checks"), ("rules", "cleaning")])
def test_every_entry_of_a_registry_is_on_its_page(name: str, page: str) -> None:
    """A kind, check or rule that is registered is explained."""
    text = getattr(docs_reference, page)()
    for entry in docs_reference.registry(name):
        listed = getattr(entry, "name", entry)
        assert re.search(rf"^\| `{re.escape(listed)}` \| \S", text, re.MULTILINE), listed


@pytest.mark.parametrize("name", ["facsimile", "page", "box"])
def test_every_type_of_pages_is_on_its_page(name: str) -> None:
    """What ``document.facsimile`` holds can be looked up."""
    module = importlib.import_module(f"align.facsimile.{name}")
    shown = (DOCS / "reference" / "pages.md").read_text("utf-8")
    types = [
        one
        for one in vars(module).values()
        if isinstance(one, type) and is_dataclass(one) and one.__module__ == module.__name__
    ]
    assert types
    assert [one.__name__ for one in types if f"::: {one.__module__}.{one.__name__}\n" not in shown] == []


def test_every_format_has_a_row() -> None:
    """Export formats lists what the program writes."""
    text = (DOCS / "reference" / "formats.md").read_text(encoding="utf-8")
    for name in docs_reference.registry("formats"):
        assert f"`{name}`" in text, name


@pytest.mark.parametrize("path", sorted(docs_figures.FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_every_figure_has_its_command_day_and_machine(path: Path) -> None:
    """Each row has values, a command, a day and a machine."""
    held = docs_figures.Figures.read(path)
    assert held.rows
    for row in held.rows:
        assert row.values, row
        assert len(row.command) > 8, row
        assert row.machine, row
        assert date.fromisoformat(row.date) <= date.today(), row  # noqa: DTZ011 - a day is meant


def test_every_table_of_figures_is_shown() -> None:
    """No file of figures is left out of the page of benchmarks."""
    text = (DOCS / "benchmarks.md").read_text(encoding="utf-8")
    assert sorted(docs_figures.PLACE.findall(text)) == sorted(docs_figures.figures())


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.5, ".50"), (0.993, ".993"), (1.0, "1.00"), (45, "45"), ([10, 13], "10–13"), ({"L1": 0.9}, "L1 .90")],
)
def test_a_value_is_shown_as_tables_have_it(value: docs_figures.Number, shown: str) -> None:
    """A fraction has two digits at least, a range a dash, a part its name."""
    assert docs_figures.number(value) == shown


def test_the_glossary_is_in_order() -> None:
    """Terms stand in alphabetical order, each once, each with an explanation."""
    text = (DOCS / "glossary.md").read_text(encoding="utf-8")
    terms = re.findall(r"^(\S.*)\n:   \S", text, re.MULTILINE)
    assert len(terms) > 80
    assert terms == sorted(set(terms), key=str.lower)


def test_every_learned_file_has_a_data_card() -> None:
    """What ships and was learned has its sources named."""
    cards = (DOCS / "retraining" / "data-cards.md").read_text(encoding="utf-8")
    folders = [ROOT / "align" / "ocr" / "data", ROOT / "align" / "lang" / "data"]
    learned = [
        *(path for folder in folders for path in folder.iterdir()),
        *(ROOT / "align" / "alignment").glob("*.json"),
    ]
    for path in learned:
        if path.suffix in {".npz", ".tsv", ".json", ".bin"}:
            assert f"`{path.name}`" in cards, path.name


def test_the_citation_names_this_version() -> None:
    """CITATION.cff is YAML of the present version, with the licence of the code.

    One data file has another; a list in the citation would say that either may be chosen.
    """
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["version"] == project["version"]
    assert project["license"] == f"{citation['license']} AND CC-BY-SA-4.0"


@pytest.mark.parametrize("path", sorted((DOCS / "architecture").glob("*.md")), ids=lambda path: path.stem)
def test_the_architecture_shows_the_contracts_of_imports(path: Path) -> None:
    """Each place for layers is filled with the contract of pyproject.toml."""
    text = path.read_text(encoding="utf-8")
    shown = docs_reference.with_layers(text)
    assert "<!-- layers" not in shown
    assert shown.count("| `errors` |") == text.count("<!-- layers: align -->")


def test_hooks_before_a_commit_are_local() -> None:
    """pre-commit fetches nothing."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repository["repo"] for repository in hooks["repos"]] == ["local"]


def test_the_page_of_the_json_export_has_every_key(tiny: Callable[..., Bitext]) -> None:
    """The page of the JSON export names every key at its top."""
    if docs_reference.schema_file() is None:
        pytest.skip("no schema is shipped yet")
    from align.export.bitext_json import to_json

    page = docs_reference.json_page()
    for key in json.loads(json.dumps(to_json(tiny()))):
        assert f"| `{key}`" in page, key


def test_every_feature_is_on_the_page_of_features() -> None:
    """A feature stands there with what its number is."""
    text = docs_reference.features()
    for group in docs_reference.registry("features"):
        for feature in group.features:
            assert re.search(rf"^\| `{feature}` \| \S", text, re.MULTILINE), feature
