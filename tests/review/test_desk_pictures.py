"""The pictures that the one-file desk holds."""

from __future__ import annotations

import base64
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hand import LetterEncoder, flag_on
from PIL import Image
from scanned import letter_bitext, scanned_bitext

from align.export.desk_pictures import desk_pictures
from align.export.html import page
from align.export.write import export_files
from align.facsimile.page import Picture
from align.review import Review


def review_of(folder: Path | None) -> Review:
    return Review(letter_bitext(folder), encoder=LetterEncoder())


def data_of(html: str) -> dict[str, Any]:
    """What the page holds for its script."""
    found = re.search(r'id="data">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return dict(json.loads(found[1]))


def test_the_page_holds_the_lines_of_rows_with_doubts(tmp_path: Path) -> None:
    """Each once, in the order of the text, as pictures that open; the size is stated."""
    made = export_files(review_of(tmp_path), "html")
    lines = data_of(made.files[""].decode())["scan"]["source"]
    assert [line["text"].split()[0] for line in lines] == ["aaa", "eee", "hhh", "kkk", "mmm", "uuu"]
    picture = Image.open(io.BytesIO(base64.b64decode(lines[0]["url"].partition(",")[2])))
    assert picture.format == "WEBP"
    size = sum(len(line["url"]) for line in lines)
    assert made.messages == (f"pictures: 6 strips, {max(round(size / 1000), 1)} kB",)


def test_rows_without_doubts_have_no_picture(tmp_path: Path) -> None:
    """A colleague gets what is to be decided."""
    bitext = scanned_bitext([["aaa bbb.", "ccc ddd."]], ["aaa bbb.", "ccc ddd."], tmp_path)
    review = Review(replace(bitext, flags=(flag_on(bitext.source, 1, 0, "bob"),)), encoder=LetterEncoder())
    assert [line["text"] for line in desk_pictures(review).lines["source"]] == ["ccc ddd."]


def test_beyond_the_limit_lines_with_doubts_come_first(tmp_path: Path) -> None:
    """What is left out is stated."""
    whole = desk_pictures(review_of(tmp_path))
    made = desk_pictures(review_of(tmp_path), limit=whole.size - 1)
    assert "eee fff ggg" not in [line["text"] for line in made.lines["source"]]
    assert made.beyond == 1
    assert any("1 strip left out beyond the limit" in message for message in made.messages)


def test_the_policy_allows_pictures_only_where_there_are_some(tmp_path: Path) -> None:
    """It stays otherwise as it is."""
    review = review_of(tmp_path)
    with_pictures, without = page(review, desk_pictures(review)), page(review)
    assert "img-src data:; base-uri" in with_pictures
    assert (
        with_pictures.partition("<title>")[0].replace("img-src data:; ", "")
        == without.partition("<title>")[0]
    )


@pytest.mark.parametrize("images", [True, False])
def test_a_page_without_pictures_is_as_if_it_was_no_scan(tmp_path: Path, *, images: bool) -> None:
    """Because they were not wanted, or because the files are missing: that is a line for the user."""
    made = export_files(review_of(None if images else tmp_path), "html", images=images)
    data = data_of(made.files[""].decode())
    assert "scan" not in data
    assert "pages" not in data["sides"]["source"]
    missing = "page 1 of the original has no picture here: page-1.png: the picture of the page is missing"
    assert [message.partition(";")[0] for message in made.messages] == ([missing] if images else [])


def test_a_text_that_is_no_scan_has_no_word_about_pictures() -> None:
    """The messages are those of before."""
    from hand import bitext_of

    made = export_files(Review(bitext_of(["aaa"], ["abc"], [(1, 1)]), encoder=LetterEncoder()), "html")
    assert made.messages == ()


@pytest.mark.parametrize("name", ["../private/me.png", "{0}/private/me.png", "file://{0}/private/me.png"])
def test_no_picture_from_outside_the_folder_is_put_into_the_page(tmp_path: Path, name: str) -> None:
    """Whoever sends a file of pages names their pictures."""
    (tmp_path / "private").mkdir()
    (tmp_path / "sent").mkdir()
    bitext = letter_bitext(tmp_path / "private")
    (tmp_path / "private/page-1.png").rename(tmp_path / "private/me.png")
    assert bitext.source is not None
    facsimile = bitext.source.document.facsimile
    assert facsimile is not None
    named = [replace(page, picture=Picture(name.format(tmp_path))) for page in facsimile.pages]
    sent = replace(
        bitext.source.document,
        facsimile=replace(facsimile, pages=tuple(named)),
        folder=tmp_path / "sent",
    )
    bitext = replace(bitext, source=replace(bitext.source, document=sent))
    made = desk_pictures(Review(bitext, encoder=LetterEncoder()))
    assert not any(made.lines.values())
    assert "me.png: the picture of the page is missing" in made.messages[0]
