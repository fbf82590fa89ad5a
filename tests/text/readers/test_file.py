"""A file becomes its text, or one clear line gives the reason."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from align.errors import ReadError
from align.scan.pictures import frames
from align.text.readers.file import read_file, read_text


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes], Path]:
    """A file of the bytes given."""

    def write(data: bytes) -> Path:
        path = tmp_path / "letter.txt"
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize("raw", ["\ufeffДа\r\nнет\r", "а\u2028б\f\n\n", "e\u0301 👩\u200d🚀\xa0."])
def test_text_comes_as_it_is(file: Callable[[bytes], Path], raw: str) -> None:
    """Newlines, byte-order mark, combining marks: nothing is touched."""
    assert read_text(file(raw.encode())) == raw


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n\t", "the file is empty"),
        ("Ответ получил".encode("utf-16"), "byte 0xff at offset 0 .*--encoding utf-16"),
        ("Ответ получил".encode("cp1251"), "byte 0xce at offset 0 .*--encoding cp1251"),
        ("Ответ получил".encode("koi8-r"), "at offset 0 .*--encoding koi8-r"),
        ("Да, да ".encode() + b"\xff", "byte 0xff at offset 11"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "the picture cannot be read"),
        (b"\x89BIN\x00\x01", "binary data"),
        (b"ab\x00cd", "NUL character at 2: a binary file"),
        (b"12 + 34 = 46\n", "no letter in 13 characters"),
    ],
)
def test_what_is_no_text_is_an_error(file: Callable[[bytes], Path], data: bytes, message: str) -> None:
    """The message names the place and what to try."""
    with pytest.raises(ReadError, match=message) as error:
        read_text(file(data))
    assert "\n" not in str(error.value)
    assert "letter.txt" in str(error.value)


def test_a_missing_file_and_a_directory_are_errors(tmp_path: Path) -> None:
    """Each is named."""
    with pytest.raises(ReadError, match="no such file"):
        read_text(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="found a directory"):
        read_text(tmp_path)


def test_a_named_encoding_is_used(file: Callable[[bytes], Path]) -> None:
    """``--encoding cp1251`` reads what UTF-8 cannot."""
    assert read_text(file("Ответ получил.".encode("cp1251")), "cp1251") == "Ответ получил."


@pytest.mark.parametrize("name", ["klingon", "rot13", "zlib"])
def test_an_unknown_encoding_is_an_error(file: Callable[[bytes], Path], name: str) -> None:
    """So is a codec that is none for text."""
    with pytest.raises(ReadError, match=f"'{name}'.*try utf-8"):
        read_text(file(b"abc"), name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_or_a_device_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "page.txt"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(ReadError, match="expected a file, found a pipe or a device"):
            read_file(path)
        with pytest.raises(ReadError, match="expected a picture or a PDF, found a pipe, a device"):
            frames(path)
    os.mkfifo(tmp_path / "page.hocr")
    with pytest.raises(ReadError, match="found a directory without pages"):
        read_file(tmp_path)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    with path.open("wb") as stream:
        stream.write("Да, да. ".encode() * 10_000)
        stream.truncate(300_000_001)
    with pytest.raises(ReadError, match="300,000,001 bytes is too large, up to 300,000,000 are read"):
        read_text(path)
