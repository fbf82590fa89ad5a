"""What is refused before a run begins, so that no document fails for it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from align.config import Config
from align.corpus import conditions, keys
from align.corpus.cluster import connected
from align.corpus.document import CorpusDocument
from align.corpus.keys import document_keys
from align.corpus.run import run_corpus
from align.corpus.worker import COMMAND
from align.errors import AlignError, ModelError, ReadError

ROOT = Path(__file__).parents[2]
DOCUMENTS = [CorpusDocument(f"d{at}", (), (), problem="no such file") for at in range(5)]


def unreadable(folder: Path, name: str) -> Config:
    """Settings of which one names a file that is missing."""
    path = folder / "missing.txt"
    if name == "words":
        return Config(words=path)
    plain = Config()
    if name == "glossary":
        return replace(plain, check=replace(plain.check, glossary=path))
    return replace(plain, ocr=replace(plain.ocr, collection=path))


@pytest.mark.parametrize("name", ["words", "glossary", "collection"])
def test_a_file_of_the_settings_that_is_missing_is_refused(tmp_path: Path, name: str) -> None:
    """Good rows of an earlier run are not replaced: nothing is written."""
    with pytest.raises(AlignError):
        run_corpus(DOCUMENTS, tmp_path / "out", unreadable(tmp_path, name))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "config", [Config(source_pipeline="xx_no_such"), Config(target_pipeline="xx_no_such")]
)
def test_a_pipeline_that_is_not_installed_is_refused(tmp_path: Path, config: Config) -> None:
    """Not a row with an error for each document."""
    with pytest.raises(ModelError, match="installed spaCy pipeline, got 'xx_no_such'"):
        run_corpus(DOCUMENTS, tmp_path / "out", config)
    assert not (tmp_path / "out").exists()


def test_the_folder_of_a_pipeline_is_named_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workers and notebooks run in other folders; the name of a package stays a name."""
    (tmp_path / "splitter").mkdir()
    monkeypatch.chdir(tmp_path)
    config = Config(source_pipeline="splitter", target_pipeline="en_core_web_sm")
    seen = config.from_anywhere()
    assert (seen.source_pipeline, seen.target_pipeline) == (str(tmp_path / "splitter"), "en_core_web_sm")
    assert config.seen_from(tmp_path / "review").source_pipeline == "../splitter"


def test_settings_that_become_unreadable_give_no_keys(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="a file that the settings name"):
        list(document_keys(DOCUMENTS, unreadable(tmp_path, "words")))


def test_another_system_is_refused_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conditions, "os", SimpleNamespace(name="nt"))
    with pytest.raises(ModelError, match="expected Linux or macOS"):
        run_corpus(DOCUMENTS, tmp_path / "out")


def test_keys_keep_the_order_of_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever part of them is read at a time."""
    whole = list(document_keys(DOCUMENTS, Config()))
    monkeypatch.setattr(keys, "SLICE", 2)
    assert list(document_keys(DOCUMENTS, Config())) == whole


def test_a_worker_takes_no_module_from_the_current_folder(tmp_path: Path) -> None:
    """A file of the user that is called as a module of Python."""
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong module')\n", "utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run(COMMAND, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert "the wrong module" not in ran.stderr
    assert "align/corpus/child.py" in ran.stderr  # it came as far as its arguments, which are missing


def test_a_connection_of_the_caller_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ray is neither started nor ended, and its settings are as before."""
    settings = SimpleNamespace(enable_progress_bars=True, max_errored_blocks=0)
    ray, data = ModuleType("ray"), ModuleType("ray.data")
    vars(ray).update(is_initialized=lambda: True, data=data)
    vars(data).update(DataContext=SimpleNamespace(get_current=lambda: settings))
    monkeypatch.setitem(sys.modules, "ray", ray)
    monkeypatch.setitem(sys.modules, "ray.data", data)
    with connected(None, None) as found:
        assert found is ray
        assert settings.max_errored_blocks == -1
    assert (settings.enable_progress_bars, settings.max_errored_blocks) == (True, 0)
