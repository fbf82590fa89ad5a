"""`align review FOLDER` and `align report FOLDER`."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from align.cli.app import app
from align.errors import InputError, OutputError
from align.folder.folder import Folder

from .conftest import Keep, decide, letter

LETTERS = {
    "rain.ru.txt": "Баш ответ получил. Вчера весь день шёл дождь.\n",
    "rain.en.txt": "I received your reply. Yesterday it rained all day.\n",
    "house.txt": "Contents:\n\nМы видели дом. Он читал письма.\n\nWe saw a house. He read letters.\n",
    "snow_original.txt": "Снег лежал на поле. Я ушёл домой.\n",
    "snow_translation.txt": "Snow lay on the field. I went home.\n",
    "numbers.txt": "1 2 3\n",
}


def here(*arguments: str | Path) -> str:
    """What ``align`` prints."""
    done = CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_folder_is_listed_and_its_start_page_written(folder: Folder, keep: Keep) -> None:
    """The states are printed; nothing is computed, nothing is opened."""
    bitext = letter("Баш", "бом.")
    decide(keep("a", bitext), bitext, {"do": "accept", "doubt": "f1", "pick": 0})
    printed = here("review", folder.path, "--no-open")
    assert "1 doubt open" in printed
    assert "anna" in printed
    start = folder.path / "start.review.ipynb"
    assert printed.splitlines()[-1] == str(start)
    assert "align.review_folder" in start.read_text("utf-8")


def test_options_of_one_document_are_refused_for_a_folder(folder: Folder) -> None:
    """Each document has a notebook and a journal of its own."""
    with pytest.raises(InputError, match="is a folder"):
        here("review", folder.path, "--no-open", "--journal", "j.jsonl")


def test_the_report_is_a_file(folder: Folder, keep: Keep, tmp_path: Path) -> None:
    """One that is there is written over with --force only."""
    keep("a", letter("Баш"))
    path = tmp_path / "report.html"
    assert here("report", folder.path, "-o", path) == f"{path}\n"
    assert "Quality report: letters" in path.read_text("utf-8")
    with pytest.raises(OutputError, match="--force"):
        here("report", folder.path, "-o", path)
    here("report", folder.path, "-o", path, "--force")


@pytest.mark.model
def test_documents_are_read_from_the_command_line(letters: Path) -> None:
    """All that are new, the one that cannot be read named; the notebooks find what was read."""
    from align.api import open_file
    from align.folder.document_review import document_review

    for name, text in LETTERS.items():
        (letters / name).write_text(text, encoding="utf-8")
    printed = here("review", letters, "--no-open", "--read")
    lines = {line.split()[0]: line for line in printed.splitlines()}
    assert "1 doubt open" in lines["rain.ru"]
    assert "could not be read" in lines["numbers"]
    folder = Folder.open(letters)
    for document in folder.contents().documents:
        if document.name != "numbers":
            found = document_review(folder, document).review
            assert found is not None
            page, *translation = document.files
            same = open_file(page, translation[0] if translation else None, folder.settings())
            assert same == found.bitext
    folder.words.write_text("баш\n", encoding="utf-8")
    assert "nothing in doubt" in here("review", letters, "--no-open").splitlines()[3]
