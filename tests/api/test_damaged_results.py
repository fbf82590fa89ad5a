"""What is kept of earlier runs and was damaged meanwhile is as good as not kept; no run ends with it."""

from pathlib import Path

import numpy as np
import pytest

from align import user_cache
from align.config import Config
from align.stored_result import LAST, NAME, find_last, find_result, keep_last


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder of the test."""
    folder = tmp_path / "cache"
    monkeypatch.setattr(user_cache, "folder", lambda: folder)
    return folder


@pytest.mark.parametrize("text", [b"\xff\0{", b"[]", b"5", b'{"words": null}', b"null"])
def test_damaged_notes_of_the_last_run_are_none(tmp_path: Path, own_cache: Path, text: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Я ушёл.", "utf-8")
    keep_last([path], Config())
    (noted,) = own_cache.glob(f"{LAST}-*/lists.npy")
    np.save(noted, np.frombuffer(text, dtype=np.uint8))
    assert find_last([path], Config()) is None


def test_a_damaged_result_is_none() -> None:
    user_cache.keep(NAME, "key", {"json": np.frombuffer(b"x\xff" * 40, dtype=np.uint8)})
    assert find_result("key", Config()) is None
