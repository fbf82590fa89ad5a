"""Large pages are not read side by side, small ones are."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock

import pytest
from PIL import Image

from align.facsimile.page import Page
from align.scan import pixel_budget, scan_pages
from align.scan.layout.read_picture import PictureRead
from align.scan.read_scan import read_scan
from align.scan.scan_run import ScanRun

PIXELS = 301 * 200


class Crowd:
    """Reads pictures slowly and counts how many are read at once."""

    def __init__(self) -> None:
        self._lock, self._now, self.most = Lock(), 0, 0

    def read(self, stored: Image.Image, *_: object) -> PictureRead:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        time.sleep(0.2)
        with self._lock:
            self._now -= 1
        return PictureRead((Page(*stored.size),))


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize(
    ("room", "at_once"), [(PIXELS // 2, {1}), (PIXELS * 3 // 2, {1}), (PIXELS * 9, {2, 3, 4})]
)
def test_pages_are_read_at_once_as_far_as_their_pixels_allow(
    pictures: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, room: int, at_once: set[int]
) -> None:
    crowd = Crowd()
    monkeypatch.setattr("align.scan.layout.read_picture.read_picture", crowd.read)
    monkeypatch.setattr(scan_pages, "processors", lambda: 4)
    monkeypatch.setattr(pixel_budget, "MOST", room)
    assert len(read_scan(pictures(301, 301, 301, 301), ScanRun(languages=("ru",))).facsimile.pages) == 4
    assert crowd.most in at_once
