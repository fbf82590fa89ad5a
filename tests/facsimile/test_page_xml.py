"""PAGE XML 2010-2019 is read in its order, from the finest level of text that is complete."""

from __future__ import annotations

import pytest
from lxml import etree

from align.facsimile.box import Box
from align.facsimile.page import Alternative, Page, Picture
from align.facsimile.page_xml import engine_of_page_xml, pages_of_page_xml
from align.facsimile.reading_tally import ReadingTally

VERSIONS = ["2010-03-19", "2013-07-15", "2016-07-15", "2017-07-15", "2018-07-15", "2019-07-15"]
SIZE = 'imageFilename="p 1.tif" imageWidth="1000" imageHeight="800"'


def pcgts(body: str, size: str = SIZE, version: str = "2019-07-15") -> str:
    space = f"http://schema.primaresearch.org/PAGE/gts/pagecontent/{version}"
    made = "<Metadata><Creator>a program 1.0</Creator></Metadata>"
    return f'<PcGts xmlns="{space}" pcGtsId="pc1">{made}<Page {size}>{body}</Page></PcGts>'


def region(inside: str, name: str = "r1", about: str = "", coords: str = "", kind: str = "TextRegion") -> str:
    return f'<{kind} id="{name}" {about}>{coords}{inside}</{kind}>'


def line(inside: str = "", text: str = "", about: str = "", coords: str = "") -> str:
    return f"<TextLine {about}>{coords}{inside}{equivalent(text) if text else ''}</TextLine>"


def word(text: str, coords: str = "", inside: str = "") -> str:
    return f"<Word>{coords}{inside}{equivalent(text)}</Word>"


def equivalent(text: str, about: str = "") -> str:
    return f"<TextEquiv {about}><Unicode>{text}</Unicode></TextEquiv>"


def coords(left: int, top: int, right: int, bottom: int) -> str:
    return f'<Coords points="{left},{top} {right},{top} {right},{bottom} {left},{bottom}"/>'


def read(text: str, tally: ReadingTally | None = None) -> Page:
    (page,) = pages_of_page_xml(etree.fromstring(text), tally)
    return page


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_is_read(version: str) -> None:
    """Points stand in one attribute, or each in an element as in 2010."""
    places = coords(10, 20, 40, 60)
    if version == "2010-03-19":
        corners = ((10, 20), (40, 20), (40, 60), (10, 60))
        places = "<Coords>" + "".join(f'<Point x="{x}" y="{y}"/>' for x, y in corners) + "</Coords>"
    text = pcgts(region(line(word("Баш", places), coords=places)), version=version)
    page = read(text)
    assert (page.width, page.height, page.picture, page.id) == (1000, 800, Picture("p 1.tif"), "pc1")
    (only,) = page.lines
    assert (only.text, only.box, only.outline, only.words[0].box) == (
        "Баш",
        Box(10, 20, 40, 60),
        (),
        Box(10, 20, 40, 60),
    )
    assert engine_of_page_xml(etree.fromstring(text)) == "a program 1.0"


def test_ranks_are_alternatives() -> None:
    """The reading of the lowest rank is the text, wherever it stands; the others keep their confidences."""
    readings = equivalent("Наш", "index='2' conf='0.3'") + equivalent("Ваш", "index='1' conf='0.6'")
    readings += equivalent("Баш", "index='0'")
    letters = "".join("<Glyph>" + equivalent(sign, "conf='0.5'") + "</Glyph>" for sign in "Баш")
    page = read(pcgts(region(line(f'<Word id="w">{letters}{readings}</Word>'))))
    (only,) = page.blocks[0].lines[0].words
    assert (only.text, only.alternatives) == ("Баш", (Alternative("Ваш", 0.6), Alternative("Наш", 0.3)))
    assert [one.confidence for one in only.glyphs] == [0.5, 0.5, 0.5]


def test_the_text_of_a_line_is_split() -> None:
    """Transkribus keeps the text of lines alone; other readings of as many words go to the words."""
    readings = equivalent("Баш ответ", 'index="0"') + equivalent("Баш отвег", 'index="1" conf="0.4"')
    (only,) = read(pcgts(region(line(readings, coords=coords(10, 10, 210, 40))))).lines
    assert [(one.text, one.box) for one in only.words] == [("Баш", None), ("ответ", None)]
    assert only.box == Box(10, 10, 210, 40)
    assert [one.alternatives for one in only.words] == [(), (Alternative("отвег", 0.4),)]


def test_words_without_a_text_give_way_to_their_line() -> None:
    """As many words as the line has give it their places."""
    tally = ReadingTally()
    empty = f"<Word>{coords(10, 10, 50, 40)}</Word><Word>{coords(60, 10, 200, 40)}</Word>"
    (only,) = read(pcgts(region(line(empty, "Баш ответ"))), tally).lines
    assert [(one.text, one.box) for one in only.words] == [
        ("Баш", Box(10, 10, 50, 40)),
        ("ответ", Box(60, 10, 200, 40)),
    ]
    assert "the text of the line read: 1" in " ".join(tally.notes())


def test_words_and_line_that_differ() -> None:
    """The words are read where each has a text, and it is noted."""
    tally = ReadingTally()
    (only,) = read(pcgts(region(line(word("Баш") + word("отвег"), "Баш ответ"))), tally).lines
    assert only.text == "Баш отвег"
    assert "the words read: 1" in " ".join(tally.notes())


def test_words_out_of_order_stand_as_in_their_line() -> None:
    """Where the file has words in another order than their line, they stand from left to right."""
    tally = ReadingTally()
    words = word("ответ", coords(60, 10, 200, 40)) + word("Баш", coords(10, 10, 50, 40))
    assert read(pcgts(region(line(words, "Баш ответ"))), tally).text == "Баш ответ"
    assert not tally.notes()


def test_a_region_may_have_the_only_text() -> None:
    """Its lines are those of its text, without places."""
    page = read(pcgts(region(equivalent("Раз,\n\nдва"), coords=coords(5, 5, 90, 90))))
    assert (page.text, page.blocks[0].box) == ("Раз,\nдва", Box(5, 5, 90, 90))


def test_regions_in_groups_of_groups() -> None:
    """An index decides, not the place in the file; what is not named comes last."""
    order = (
        '<ReadingOrder><OrderedGroup id="g"><UnorderedGroupIndexed id="u" index="1">'
        '<RegionRef regionRef="a"/><RegionRef regionRef="b"/></UnorderedGroupIndexed>'
        '<RegionRefIndexed index="0" regionRef="c"/>'
        '<OrderedGroupIndexed id="o" index="2" regionRef="d"><RegionRefIndexed index="1" regionRef="f"/>'
        '<RegionRefIndexed index="0" regionRef="e"/></OrderedGroupIndexed></OrderedGroup></ReadingOrder>'
    )
    nested = region(line(text="d") + "".join(region(line(text=one), one) for one in "fe"), "d")
    body = (
        order + region(line(text="z"), "z") + nested + "".join(region(line(text=one), one) for one in "abc")
    )
    assert read(pcgts(body)).text.split() == ["c", "a", "b", "d", "e", "f", "z"]


def test_places_that_transkribus_numbers() -> None:
    """Without an order of reading the numbers of regions and lines decide."""
    about = "custom='readingOrder {{index:{};}} structure {{type:{};}}'"
    lines = line(text="два", about=about.format(1, "x")) + line(text="раз", about=about.format(0, "x"))
    body = region(line(text="три"), "b", about.format(1, "marginalia")) + region(
        lines, "a", about.format(0, "MainZone")
    )
    page = read(pcgts(body))
    assert page.text.split() == ["раз", "два", "три"]
    assert [block.kind for block in page.blocks] == ["MainZone", "marginalia"]


def test_cells_of_a_table() -> None:
    """Row by row, whether the table is one of Transkribus or of PAGE 2019."""
    places = [(1, 0), (0, 1), (0, 0)]
    cells = (
        region(
            line(text=f"{row}{column}"), f"c{row}{column}", f'row="{row}" col="{column}"', kind="TableCell"
        )
        for row, column in places
    )
    roles = (
        region(
            f'<Roles><TableCellRole rowIndex="{row}" columnIndex="{column}"/></Roles>'
            + line(text=f"{row}{column}"),
            f"d{row}{column}",
        )
        for row, column in places
    )
    for body in (cells, roles):
        page = read(pcgts(region("".join(body), "t", kind="TableRegion")))
        assert page.text.split() == ["00", "01", "10"]


def test_kinds_of_regions() -> None:
    """A paragraph is running text; what a program says of its own comes before the type."""
    body = "".join(
        region(line(text="да"), f"r{number}", about)
        for number, about in enumerate(
            [
                "type='paragraph'",
                "type='heading'",
                "type='paragraph' custom='structure {type:marginalia;}'",
                "",
            ]
        )
    )
    assert [block.kind for block in read(pcgts(body)).blocks] == ["", "heading", "marginalia", ""]


def test_a_turned_picture() -> None:
    """The page is turned by 90 degrees clockwise to be upright: its boxes are moved."""
    body = region(line(word("да", coords(0, 700, 10, 800))))
    page = read(pcgts(body, f'{SIZE} orientation="90.0"'))
    assert (page.width, page.height, page.picture) == (800, 1000, Picture("p 1.tif", turn=90))
    assert page.blocks[0].lines[0].words[0].box == Box(0, 0, 100, 10)


def test_a_page_without_a_size() -> None:
    """It is as large as its boxes; a size that most boxes lie outside of is not believed."""
    body = region(line(word("да", coords(100, 50, 400, 90)), coords=coords(100, 50, 500, 90)))
    tally = ReadingTally()
    assert read(pcgts(body, ""), tally).width == 500
    assert read(pcgts(body, 'imageWidth="90" imageHeight="40"'), tally).width == 500
    assert (tally["unsized"], tally["contradicted"]) == (1, 1)


def test_outlines_and_baselines() -> None:
    """A polygon that is more than a box is kept; a resolution in dots a centimetre becomes one an inch."""
    places = '<Coords points="10,10 100,12 100,40 10,38"/><Baseline points="10,30 100,32"/>'
    page = read(
        pcgts(
            region(line(text="да", coords=places)),
            f'{SIZE} imageXResolution="100" imageResolutionUnit="PPCM"',
        )
    )
    (only,) = page.lines
    assert (only.box, only.outline) == (Box(10, 10, 100, 40), ((10, 10), (100, 12), (100, 40), (10, 38)))
    assert (only.baseline, page.dpi) == (((10, 30), (100, 32)), 254)


@pytest.mark.parametrize("value", ["nan", "inf", "1e400", "1e308"])
def test_a_number_that_is_not_finite_is_none(value: str) -> None:
    """Neither a turn nor a resolution, also where only its value in inches would not be finite."""
    about = f'{SIZE} orientation="{value}" imageXResolution="{value}" imageResolutionUnit="PPCM"'
    page = read(pcgts(region(line(text="да", about=f'index="{value}"')), about))
    assert (page.width, page.height, page.dpi, page.picture) == (1000, 800, None, Picture("p 1.tif"))
