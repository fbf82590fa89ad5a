"""Arrays that are kept between runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from align import user_cache
from align.user_cache import Arrays, kept


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own."""
    monkeypatch.setattr(user_cache, "folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


class Maker:
    """Makes arrays, and counts how often."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> Arrays:
        self.made += 1
        return {"numbers": np.arange(5), "nothing": np.zeros(0)}


def numbers(arrays: Arrays) -> list[int]:
    return [int(number) for number in arrays["numbers"]]


def test_arrays_are_made_once_for_each_key() -> None:
    """Other versions have another key, and the first stays."""
    make = Maker()
    assert [numbers(kept("some", version, make)) for version in (1, 1, 2, 1)] == [[0, 1, 2, 3, 4]] * 4
    assert make.made == 2


def test_a_folder_that_cannot_be_written_costs_only_time(place: Path) -> None:
    """A file stands where the folder would be."""
    place.write_text("")
    make = Maker()
    assert numbers(kept("some", 1, make)) == numbers(kept("some", 1, make))
    assert make.made == 2


@pytest.mark.parametrize("damage", ["cut", "missing", "no list", "replaced"])
def test_a_broken_entry_is_made_anew(place: Path, damage: str) -> None:
    """A disk that was full, or a hand that removed a file."""
    make = Maker()
    kept("some", 1, make)
    (entry,) = place.iterdir()
    match damage:
        case "replaced":
            (entry / user_cache.WRITING).unlink()
        case "cut":
            (entry / "numbers.npy").write_bytes((entry / "numbers.npy").read_bytes()[:-9])
        case "missing":
            (entry / "numbers.npy").unlink()
        case _:
            (entry / "names").unlink()
    assert numbers(kept("some", 1, make)) == [0, 1, 2, 3, 4]
    assert numbers(kept("some", 1, make)) == [0, 1, 2, 3, 4]
    assert make.made == 2


def test_what_nothing_reads_for_long_makes_room(place: Path) -> None:
    """An entry of another version goes when a new one comes; one that is in use stays."""
    kept("some", 1, Maker())
    (old,) = place.iterdir()
    kept("some", 2, Maker())
    os.utime(old / "names", (0, 0))
    kept("some", 3, Maker())
    assert old not in set(place.iterdir())
    assert len(list(place.iterdir())) == 2


def test_what_is_written_into_an_array_stays_in_the_process() -> None:
    """The next reader finds what was kept."""
    kept("some", 1, Maker())["numbers"]
    arrays = kept("some", 1, Maker())
    arrays["numbers"][0] = 9
    assert numbers(kept("some", 1, Maker())) == [0, 1, 2, 3, 4]


def test_what_is_kept_is_listed_and_cleared(place: Path) -> None:
    """With its name and size."""
    kept("words-ru", 1, Maker())
    (entry,) = user_cache.entries()
    assert entry.name == "words-ru"
    assert user_cache.clear() == entry.size > 0
    assert not list(place.iterdir())
    assert user_cache.clear() == 0


STARTER = """
import sys
from pathlib import Path
import numpy as np
from align import user_cache
user_cache.folder = lambda: Path(sys.argv[1])
print(user_cache.kept("some", 1, lambda: {"numbers": np.arange(100_000)})["numbers"].sum())
"""


def test_several_starters_at_once_all_get_the_arrays(place: Path) -> None:
    """One of them keeps them; no draft is left behind."""
    command = [sys.executable, "-c", STARTER, str(place)]
    starters = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert [int(one.communicate()[0]) for one in starters] == [4_999_950_000] * 4
    assert len(list(place.iterdir())) == 1


def test_an_entry_that_is_replaced_while_it_is_read_is_not_mixed(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two runs on one file: the texts of one do not meet the vectors of the other."""
    user_cache.keep("some", 1, {"texts": np.zeros(3), "vectors": np.zeros(3)})
    load = np.load

    def replacing(path: Path, **named: Any) -> Any:
        found = load(path, **named)
        if path.name == "texts.npy":
            monkeypatch.undo()
            monkeypatch.setattr(user_cache, "folder", lambda: place)
            user_cache.keep("some", 1, {"texts": np.ones(3), "vectors": np.ones(3)})
        return found

    monkeypatch.setattr(np, "load", replacing)
    assert user_cache.find("some", 1) is None
    found = user_cache.find("some", 1)
    assert found is not None
    assert [*found["texts"], *found["vectors"]] == [1] * 6


def test_the_least_read_make_room() -> None:
    """No more entries of a name than are wanted."""
    for number in range(5):
        user_cache.keep("some", number, {"numbers": np.zeros(1)}, newest=2)
    kept_numbers = [number for number in range(5) if user_cache.find("some", number) is not None]
    assert kept_numbers == [3, 4]


def test_whether_nothing_is_kept_is_known(place: Path) -> None:
    """Also where a file stands in the place of the folder."""
    assert user_cache.is_empty()
    kept("some", 1, Maker())
    assert not user_cache.is_empty()
    user_cache.clear()
    place.rmdir()
    place.write_text("")
    assert user_cache.is_empty()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_user_can_open_what_is_kept(place: Path) -> None:
    """It holds the text of documents."""
    kept("some", 1, Maker())
    (entry,) = place.iterdir()
    assert entry.stat().st_mode & 0o077 == 0
