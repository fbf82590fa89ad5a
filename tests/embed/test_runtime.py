"""The hash that identifies the weights."""

from pathlib import Path

from align.embed.runtime import digest


def test_it_follows_the_content(tmp_path: Path) -> None:
    """Other bytes or another order give another hash; the same files the same, wherever they lie."""
    first, second = tmp_path / "a.npz", tmp_path / "b.model"
    first.write_bytes(b"weights")
    second.write_bytes(b"pieces")
    before = digest([first, second])
    copy = tmp_path / "copy"
    copy.mkdir()
    copies = [(copy / path.name) for path in (first, second)]
    for path, original in zip(copies, (first, second), strict=True):
        path.write_bytes(original.read_bytes())
    assert digest(copies) == before
    assert digest([second, first]) != before
    second.write_bytes(b"Pieces")
    assert digest([first, second]) != before
