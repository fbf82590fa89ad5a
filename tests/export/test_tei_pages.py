"""The pages of TEI: surfaces and zones, and pointers to them from the text."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from align.export import collect_rows, export
from align.facsimile.box import Box
from align.facsimile.page import Picture
from align.review.session import Review

from .office import tool
from .paged import change, paged_review, paged_side, pages
from .test_formats import schema

SPACE = {"t": "http://www.tei-c.org/ns/1.0"}


@pytest.fixture
def review() -> Review:
    """A sentence over the end of a page with a corrected word on each; the second page is turned."""
    made = pages("Баш ответ получил и", "ушол домой.\nОн вернулся.", picture="скан {}.png")
    turned = replace(made.pages[1], picture=Picture("скан.pdf", 1, Box(0, 0, 800, 1000), 90))
    facsimile = replace(made, pages=(made.pages[0], turned))
    opened = paged_review(
        paged_side("source", facsimile), paged_side("target", pages("I left. He returned."))
    )
    start = facsimile.text.index("ушол")
    change(opened, "source", [((0, 3), "Ваш"), ((start, start + 4), "ушёл")])
    return opened


def test_sentences_and_corrections_point_to_their_lines_and_words(review: Review) -> None:
    """Every pointer has its zone; a word has one where it was corrected."""
    root = etree.fromstring(export(collect_rows(review), "tei").files[""])
    found = root.xpath("//t:div[@type='source']//t:s/@facs", namespaces=SPACE)
    assert found == ["#f1p1l1 #f1p2l1", "#f1p2l2"]
    assert root.xpath("//t:choice/@facs", namespaces=SPACE) == ["#f1p1l1w1", "#f1p2l1w1"]
    assert root.xpath("count(//t:zone[@type='word'])", namespaces=SPACE) == 2
    pointers = {one for value in root.xpath("//@facs") for one in value.split()}
    assert {one[1:] for one in pointers} <= set(root.xpath("//@xml:id"))
    zone = root.xpath("//t:zone[@xml:id='f1p2l1w1']", namespaces=SPACE)[0]
    assert [zone.get(name) for name in ("ulx", "uly", "lrx", "lry")] == ["20", "20", "100", "60"]


def test_a_page_begins_inside_its_sentence(review: Review) -> None:
    """Before its first word; the text of the sentence is whole."""
    root = etree.fromstring(export(collect_rows(review), "tei").files[""])
    first = root.xpath("//t:div[@type='source']//t:s", namespaces=SPACE)[0]
    names = [etree.QName(one).localname for one in first]
    assert names == ["pb", "choice", "pb", "choice"]
    assert (first[1].tail, first[3].tail) == (" ответ получил и ", " домой.")
    assert [one.get("n") for one in first.iterchildren("{*}pb")] == ["1", "2"]


def test_tei_with_pages_is_valid(review: Review, tmp_path: Path) -> None:
    """Against the schema of TEI P5, by jing; the picture is a pointer, its part and turn are described."""
    data = export(collect_rows(review), "tei").files[""]
    root = etree.fromstring(data)
    assert root.xpath("//t:graphic/@url", namespaces=SPACE)[:2] == [
        "%D1%81%D0%BA%D0%B0%D0%BD%200.png",
        "%D1%81%D0%BA%D0%B0%D0%BD.pdf#page=2",
    ]
    assert "turned clockwise by 90 degrees" in root.xpath("string(//t:surface[2]/t:desc)", namespaces=SPACE)
    path = tmp_path / "letter.tei.xml"
    path.write_bytes(data)
    command = [tool("jing", "jing"), "-i", schema("tei_all-2.7.0.rng"), path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
