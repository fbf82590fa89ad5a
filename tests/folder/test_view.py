"""The start page's answers to its screen."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

import pytest

from align.errors import ReadError
from align.folder import reading
from align.folder.folder import Folder
from align.folder.notebooks import write_start
from align.folder.view import FolderView
from align.progress import Step
from align.stored_result import keep_last, keep_result, result_key

from .conftest import Keep, decide, letter


class Screen:
    """Keeps the messages that it receives, as JSON carries them."""

    def __init__(self, folder: Folder) -> None:
        self.received: list[dict[str, Any]] = []
        self.view = FolderView(folder, lambda message: self.received.append(json.loads(json.dumps(message))))

    def send(self, **message: object) -> list[dict[str, Any]]:
        """The answers to a message, when nothing is read any more."""
        self.received.clear()
        self.view.receive(message)
        self.wait()
        return self.received

    def wait(self) -> None:
        """Until nothing is read any more; what the screen is sent then is there."""
        while self.view.reading:
            sleep(0.01)


@pytest.fixture
def screen(folder: Folder) -> Screen:
    return Screen(folder)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Reads a document without models: its text says whether that works. Gets each file that was read."""
    read: list[str] = []

    def made(path: Path, translation: Path | None, config: Any, *, progress: Any) -> None:
        assert translation is None
        progress(Step("aligning"))
        read.append(path.name)
        if "broken" in path.read_text("utf-8"):
            raise ReadError(f"{path.name}: cannot be read")
        if "wrong" in path.read_text("utf-8"):
            raise ValueError("nobody thought of this")
        keep_result(result_key((path,), config), letter("Баш"))
        keep_last((path,), config)

    monkeypatch.setattr(reading, "open_file", made)
    return read


def write(folder: Folder, **texts: str) -> None:
    for name, text in texts.items():
        (folder.path / f"{name}.txt").write_text(text, encoding="utf-8")


def test_the_page_holds_documents_and_lists(folder: Folder, keep: Keep, screen: Screen) -> None:
    """What is unclear, what was skipped, and the entries of the lists with their number."""
    keep("a", letter("Баш"))
    write(folder, **{"b.de": "x", "b.ru": "y"})
    folder.words.write_text("берёзов\nчжэн\n", encoding="utf-8")
    [page] = screen.send(do="look")
    assert page["folder"]["path"] == folder.path.resolve().as_posix()
    assert [(one["name"], one["label"], one["written"]) for one in page["documents"]] == [
        ("a", "1 doubt open", False)
    ]
    assert [one["files"] for one in page["unclear"]] == [["b.de.txt", "b.ru.txt"]]
    counts = {one["path"]: (one["count"], one["entries"]) for one in page["lists"]}
    assert counts["words.txt"] == (2, ["березов", "чжэн"])
    assert counts["glossary.tsv"] == (0, [])


def test_a_list_that_cannot_be_read_is_named(folder: Folder, screen: Screen) -> None:
    """The page is shown all the same."""
    folder.glossary.write_text("one cell\n", encoding="utf-8")
    [page] = screen.send(do="look")
    assert "line 1" in next(one["error"] for one in page["lists"] if one["title"] == "Glossary")


def test_reading_goes_on_behind_a_document_that_fails(
    folder: Folder, screen: Screen, reader: list[str]
) -> None:
    """Its line says why; the others are read, and only they."""
    write(folder, a="fine", b="broken", c="fine", d="wrong")
    received = screen.send(do="read")
    lines = {one["document"]["name"]: one["document"] for one in received if one["is"] == "document"}
    assert {name: line["label"] for name, line in lines.items()} == {
        "a": "1 doubt open", "b": "could not be read", "c": "1 doubt open", "d": "could not be read",
    }  # fmt: skip
    assert lines["b"]["error"] == "b.txt: cannot be read"
    steps = [one for one in received if one["is"] == "progress"]
    assert steps[0]["text"] == "1 of 4: a, aligning"
    assert "left" in steps[-1]["text"]
    assert received[-1]["is"] == "done"
    assert "could not be read" in received[-1]["text"]
    [page] = screen.send(do="look")
    assert [one["error"] for one in page["documents"]] == [
        "",
        "b.txt: cannot be read",
        "",
        "ValueError: nobody thought of this",
    ]
    reader.clear()
    write(folder, b="fine now", d="fine now")
    assert screen.send(do="read")[-1]["text"] == "All documents are read."
    assert reader == ["b.txt", "d.txt"]


def test_reading_can_be_stopped(
    folder: Folder, screen: Screen, reader: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read before is kept; nothing is half read."""
    write(folder, a="fine", b="fine")
    made: Any = vars(reading)["open_file"]
    begun, go = Event(), Event()

    def slow(path: Path, *given: Any, **named: Any) -> Any:
        if path.name == "b.txt":
            begun.set()
            assert go.wait(20)
        return made(path, *given, **named)

    monkeypatch.setattr(reading, "open_file", slow)
    screen.view.receive({"do": "read"})
    assert begun.wait(20)
    assert screen.view.page()["reading"]
    screen.view.receive({"do": "stop"})
    go.set()
    screen.wait()
    assert screen.received[-1] == {"is": "done", "text": "Stopped. What was read before is kept."}
    assert reader == ["a.txt"]
    assert [one["stage"] for one in screen.send(do="look")[0]["documents"]] == ["read", "new"]


def test_an_error_of_any_kind_ends_the_reading_in_words(
    folder: Folder, screen: Screen, reader: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is never taken for a reading that is done; the next one begins."""
    write(folder, a="fine")
    with monkeypatch.context() as patched:
        patched.setattr(Folder, "prepare", lambda _: 1 // 0)
        received = screen.send(do="read")
    assert received == [{"is": "done", "text": "Reading stopped: integer division or modulo by zero"}]
    assert screen.send(do="read")[-1] == {"is": "done", "text": "All documents are read."}
    assert reader == ["a.txt"]


def test_the_end_of_a_reading_comes_before_the_next_one(folder: Folder, reader: list[str]) -> None:
    """A screen that is slow to take the message hides no bar of the reading behind it."""
    write(folder, a="fine")
    received: list[str] = []
    ends, go = Event(), Event()

    def slow(message: dict[str, Any]) -> None:
        if message["is"] == "done" and not ends.is_set():
            ends.set()
            assert not go.wait(0.5)
        received.append(message["is"])

    view = FolderView(folder, slow)
    view.receive({"do": "read"})
    assert ends.wait(20)
    write(folder, b="fine")
    view.receive({"do": "read"})
    while view.reading:
        sleep(0.01)
    assert reader == ["a.txt", "b.txt"]
    assert received[-1] == "done"
    assert received.index("done") < max(at for at, one in enumerate(received) if one == "progress")


@pytest.mark.parametrize("name", ["documents.tsv", "quality-report.html", "words.txt", "glossary.tsv"])
@pytest.mark.parametrize("do", ["look", "report", "search"])
def test_a_folder_in_the_place_of_a_file_is_named(letters: Path, name: str, do: str) -> None:
    """In the answer, whichever file it is."""
    (letters / name).mkdir()
    [answer] = Screen(Folder.open(letters)).send(do=do, phrase="ответ")
    assert answer["is"] != "trouble" or name in answer["text"]
    assert (answer["is"] == "trouble") >= (do == "report" and name == "quality-report.html")


def test_the_page_follows_the_files(folder: Folder, keep: Keep, screen: Screen) -> None:
    """Decisions, words and results that came since; what did not change is not looked at again."""
    bitext = letter("Баш", "бом.")
    first = keep("a", bitext)
    keep("b", bitext)

    def labels() -> list[str]:
        return [one["label"] for one in screen.send(do="look")[0]["documents"]]

    assert labels() == ["2 doubts open"] * 2
    decide(first, bitext, {"do": "reject", "doubt": "f2"})
    assert labels() == ["1 doubt open", "2 doubts open"]
    folder.words.write_text("баш\n", encoding="utf-8")
    assert labels() == ["reviewed", "1 doubt open"]
    write(folder, c="new")
    assert labels() == ["reviewed", "1 doubt open", "not read yet"]
    keep("c", bitext)
    assert labels()[2] == "1 doubt open"


def test_opening_a_document_writes_its_notebook_once(keep: Keep, screen: Screen) -> None:
    """With the folder's word list and glossary; a notebook that is there stays as it is."""
    document = keep("a", letter("Баш"))
    assert screen.send(do="open", name="a") == [{"is": "opened", "name": "a", "notebook": "a.review.ipynb"}]
    text = document.notebook.read_text("utf-8")
    for part in ("a.txt", "words.txt", "glossary.tsv", "a.review.jsonl"):
        assert part in text
    document.notebook.write_text("mine", encoding="utf-8")
    screen.send(do="open", name="a")
    assert document.notebook.read_text("utf-8") == "mine"
    [answer] = screen.send(do="open", name="gone")
    assert answer["is"] == "trouble"


def test_the_report_is_written_over_an_earlier_one_only(folder: Folder, keep: Keep, screen: Screen) -> None:
    """Another page of that name stays."""
    keep("a", letter("Баш"))
    assert (
        screen.send(do="report")
        == screen.send(do="report")
        == [{"is": "report", "path": "quality-report.html"}]
    )
    path = folder.path / "quality-report.html"
    path.write_text("<p>mine</p>", encoding="utf-8")
    [answer] = screen.send(do="report")
    assert "stays as it is" in answer["text"]
    assert path.read_text("utf-8") == "<p>mine</p>"


def test_a_search_is_answered(keep: Keep, screen: Screen) -> None:
    """With the hits, and a line where nothing can be looked for."""
    keep("a", letter())
    [answer] = screen.send(do="search", phrase="ответы", forms=True)
    assert [(hit["document"], hit["text"]) for hit in answer["hits"]] == [("a", "ответ")]
    assert not answer["more"]
    assert screen.send(do="search", phrase="…")[0]["is"] == "trouble"


def test_messages_of_another_kind_are_ignored(screen: Screen) -> None:
    """As of a later version."""
    assert screen.send(do="dance") == []


def test_the_start_page_is_written_once(folder: Folder) -> None:
    """Its cell shows the folder with the settings of the command line."""
    from align.check.run import CheckConfig
    from align.config import Config

    config = Config(source_language="de", check=CheckConfig(glossary=folder.path / "terms.tsv"))
    path = write_start(folder.path, config, "Анна")
    [code] = [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    source = "".join(code["source"])
    assert source.splitlines()[-1] == (
        "align.review_folder(\".\", config=align.Config(source_language='de', "
        "check=CheckConfig(glossary=Path('terms.tsv'))), reviewer='Анна')"
    )
    compile(source, "cell", "exec")
    path.write_text("mine", encoding="utf-8")
    write_start(folder.path, config)
    assert path.read_text("utf-8") == "mine"
