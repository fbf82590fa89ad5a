"""The place where a review was left is kept; damaged, it is as good as not kept."""

from pathlib import Path

import numpy as np
import pytest

from align import user_cache
from align.review.kept_place import keep_place, kept_place


@pytest.mark.parametrize("text", [b"", b"\xff\0{", b'{"row": ', b"[]"])
def test_a_damaged_place_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: bytes) -> None:
    monkeypatch.setattr(user_cache, "folder", lambda: tmp_path / "cache")
    journal = tmp_path / "a.jsonl"
    keep_place(journal, {"row": "s12"})
    (kept,) = (tmp_path / "cache").glob("*/json.npy")
    np.save(kept, np.frombuffer(text, dtype=np.uint8))
    assert kept_place(journal) == {}
