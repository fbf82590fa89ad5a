"""Parts of pages are read again, many in one process, each with its own reading."""

import pytest
from PIL import Image

from align.errors import ModelError
from align.scan.crops import read_crops
from tests.scan.typed import sheet

WORDS = ["letter", "morning", "roads", "books", "friend", "reply", "town", "dry", "thank", "leave"] * 2


@pytest.mark.usefixtures("real")
def test_each_crop_has_its_own_reading() -> None:
    crops = [sheet([word], 500) for word in WORDS]
    crops[3] = Image.new("L", (200, 80), "white")
    read = read_crops(crops, 7, "eng", {"oem": "1", "load_system_dawg": "0"})
    assert [text for text, _ in read[:3]] == WORDS[:3]
    assert read[3] == ("", 0.0)
    assert [text for text, _ in read[4:]] == WORDS[4:]
    assert all(0.5 < sure <= 1 for text, sure in read if text)
    assert read_crops([], 7, "eng") == []


@pytest.mark.usefixtures("no_engine")
def test_a_missing_engine_is_one_line() -> None:
    with pytest.raises(ModelError, match="needs Tesseract"):
        read_crops([sheet(["word"])], 7, "eng")
