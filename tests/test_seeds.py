"""The letters are as they were received."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path


def test_every_letter_is_byte_for_byte_what_was_received(seeds: Path) -> None:
    """The README's table of sha256 holds for each file, and lists them all."""
    table = dict(
        re.findall(r"`(\S+\.txt)`.*`([0-9a-f]{64})`", (seeds / "README.md").read_text(encoding="utf-8"))
    )
    assert table == {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in seeds.glob("*.txt")}
    assert len(table) == 5
