"""An engine made up for the tests, and the real one where it is installed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from align import user_cache

FAKE = """#!{python}
import os, signal, sys, time
if "--version" in sys.argv:
    print("tesseract {version}")
elif "--list-langs" in sys.argv:
    print('List of available languages{data} (2):\\n{languages}')
else:
    data, again, sure = sys.stdin.buffer.read(), "tsv" in sys.argv, 96
    size = b"again" if again else data.split(None, 3)[1]
    with open("{log}", "a") as log:
        log.write(size.decode() + " " + " ".join(sys.argv[1:]) + "\\n")
    {conduct}
    if again:
        cells = [5, 1, 1, 1, 1, 1, 12, 12, 160, 40, 90, "again"]
        sys.exit(print("header", "\\t".join(map(str, cells)), sep="\\n"))
    print('<html><body><div class="ocr_page" title="bbox 0 0 300 200"><p class="ocr_par">'
          '<span class="ocr_line" title="bbox 10 10 90 30"><span class="ocrx_word" '
          'title="bbox 10 10 90 30; x_wconf ' + str(sure) + '">page' + size.decode() +
          '</span></span></p></div></body></html>')
"""


class FakeEngine:
    """A program that is called ``tesseract`` and reads the width of a picture."""

    def __init__(self, folder: Path) -> None:
        self._program, self._log = folder / "tesseract", folder / "log"
        self.conduct("")

    def conduct(
        self, code: str, version: str = "5.3.0", languages: str = "eng\\nrus", data: Path | None = None
    ) -> None:
        """Make it do something before it writes; ``size`` is the width of the picture.

        It can set ``sure``, the confidence of the word in percent; ``again`` is true where it reads again.
        """
        text = FAKE.format(
            python=sys.executable,
            version=version,
            languages=languages,
            data=f' in "{data}/"' if data else "",
            log=self._log,
            conduct=code or "pass",
        )
        self._program.write_text(text, "utf-8")
        self._program.chmod(0o755)

    @property
    def calls(self) -> list[str]:
        """The width of each picture that it was given, and how it was called."""
        return self._log.read_text("utf-8").splitlines() if self._log.exists() else []


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """The only engine on the path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return FakeEngine(folder)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder of the test."""
    folder = tmp_path / "cache"
    monkeypatch.setattr(user_cache, "folder", lambda: folder)
    return folder


@pytest.fixture
def real() -> None:
    """Skips where Tesseract with Russian and English is not installed; fails where it has to be."""
    from align.errors import AlignError
    from align.scan.tesseract import find_tesseract

    try:
        find_tesseract().require("rus+eng")
    except AlignError as error:
        if os.environ.get("ALIGN_TOOLS") == "required":
            pytest.fail(str(error))
        pytest.skip(str(error))


@pytest.fixture
def no_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No engine on the path."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("tesseract") is None


@pytest.fixture
def pictures(tmp_path: Path) -> Callable[..., Path]:
    """Writes a folder of blank pictures of these widths."""
    from PIL import Image

    def write(*widths: int) -> Path:
        folder = tmp_path / "letter"
        folder.mkdir()
        for number, width in enumerate(widths, 1):
            Image.new("L", (width, 200), "white").save(folder / f"p{number}.png")
        return folder

    return write
