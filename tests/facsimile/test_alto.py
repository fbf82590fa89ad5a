"""ALTO 2, 3 and 4 are read: what is printed, where, how sure, in the order of reading."""

from __future__ import annotations

import pytest
from lxml import etree

from align.facsimile.alto import pages_of_alto
from align.facsimile.alto_file import engine_of_alto
from align.facsimile.box import Box
from align.facsimile.page import Alternative, Page, Picture
from align.facsimile.reading_tally import ReadingTally

NAME_SPACES = ["", *(f' xmlns="http://www.loc.gov/standards/alto/ns-v{version}#"' for version in (2, 3, 4))]
SIZE = 'WIDTH="1000" HEIGHT="800"'


def alto(body: str, unit: str = "pixel", before: str = "", name_space: str = "", size: str = SIZE) -> str:
    picture = "<sourceImageInformation><fileName>p 1.tif</fileName></sourceImageInformation>"
    described = f"<Description><MeasurementUnit>{unit}</MeasurementUnit>{picture}</Description>"
    page = f'<Layout><Page ID="P1" PHYSICAL_IMG_NR="7" {size}>{body}</Page></Layout>'
    return f"<alto{name_space}>{described}{before}{page}</alto>"


def space(*blocks: str) -> str:
    return f"<PrintSpace>{''.join(blocks)}</PrintSpace>"


def block(*lines: str, about: str = 'ID="B1"') -> str:
    return f"<TextBlock {about}>{''.join(lines)}</TextBlock>"


def line(*strings: str, about: str = "") -> str:
    return f"<TextLine {about}>{''.join(strings)}</TextLine>"


def place(left: float, top: float, width: float, height: float) -> str:
    return f'HPOS="{left}" VPOS="{top}" WIDTH="{width}" HEIGHT="{height}"'


def string(text: str, about: str = "", inside: str = "") -> str:
    return f'<String CONTENT="{text}" {about}>{inside}</String>'


def read(text: str, tally: ReadingTally | None = None, dpi: float | None = None) -> Page:
    (page,) = pages_of_alto(etree.fromstring(text), tally, dpi)
    return page


@pytest.mark.parametrize("name_space", NAME_SPACES)
def test_every_version_is_read(name_space: str) -> None:
    """With the name space of its version, or without."""
    body = space(block(line(string("Баш", place(10, 20, 30, 40) + ' WC="0.9"'), string("ответ"))))
    page = read(alto(body, name_space=name_space))
    first, second = page.blocks[0].lines[0].words
    assert (page.width, page.height, page.id, page.picture) == (1000, 800, "P1", Picture("p 1.tif"))
    assert (first.text, first.box, first.confidence) == ("Баш", Box(10, 20, 40, 60), 0.9)
    assert (second.text, second.box, second.confidence) == ("ответ", None, None)


def test_a_printed_hyphen_stays() -> None:
    """What is printed is read; the box holds the hyphen; what the word stands for is not read."""
    first = string("япон", place(10, 10, 30, 9) + ' SUBS_TYPE="HypPart1" SUBS_CONTENT="японского"')
    hyphen = f'<HYP CONTENT="\u00ad" {place(40, 12, 5, 2)}/>'
    page = read(alto(space(block(line(first, hyphen), line(string("ского"))))))
    assert page.text == "япон\u00ad\nского"
    assert page.blocks[0].lines[0].words[0].box == Box(10, 10, 45, 19)


def test_characters_and_other_readings() -> None:
    """Glyphs have places, confidences and variants; a word has alternatives."""
    glyphs = f'<Glyph CONTENT="в" GC="0.4" {place(1, 1, 3, 9)}><Variant CONTENT="з" VC="0.3"/></Glyph>'
    glyphs += '<Glyph CONTENT="о"/>'
    only = string("во", inside=f'<ALTERNATIVE PURPOSE="spelling">vo</ALTERNATIVE>{glyphs}')
    (word,) = read(alto(space(block(line(only))))).blocks[0].lines[0].words
    assert word.alternatives == (Alternative("vo", source="spelling"),)
    assert [(one.text, one.box, one.confidence) for one in word.glyphs] == [
        ("в", Box(1, 1, 4, 10), 0.4),
        ("о", None, None),
    ]
    assert word.glyphs[0].alternatives == (Alternative("з", 0.3),)


def test_confidences_of_characters() -> None:
    """``CC`` counts from 0 (sure) to 9, with or without spaces; one that has not one for each is left out."""
    strings = string("да", 'CC="0 9"'), string("нет", 'CC="009"'), string("ну", 'CC="1"')
    words = read(alto(space(block(line(*strings))))).blocks[0].lines[0].words
    assert [[one.confidence for one in word.glyphs] for word in words] == [[1, 0], [1, 1, 0], []]


def test_a_string_of_several_words_is_split() -> None:
    """A line that is one string keeps its box; its words have none of their own."""
    about = place(10, 10, 300, 30) + ' BASELINE="10 38 310 36"'
    only = read(alto(space(block(line(string("Баш ответ  получил", place(10, 10, 300, 30)), about=about)))))
    (read_line,) = only.lines
    assert [word.text for word in read_line.words] == ["Баш", "ответ", "получил"]
    assert {word.box for word in read_line.words} == {None}
    assert (read_line.box, read_line.baseline) == (Box(10, 10, 310, 40), ((10, 38), (310, 36)))


def test_a_baseline_may_be_one_number() -> None:
    """The height of the line on which the letters stand, as ALTO 2 and 3 give it."""
    about = place(10, 10, 300, 30) + ' BASELINE="38.2"'
    (read_line,) = read(alto(space(block(line(string("да"), about=about))))).lines
    assert read_line.baseline == ((10, 38), (310, 38))


def test_units_become_pixels_by_the_resolution() -> None:
    """A tenth of a millimetre is 300/254 pixels at 300 dpi; without a resolution units stay, as noted."""
    text = alto(
        space(block(line(string("да", place(254, 0, 254, 127))))), "mm10", size='WIDTH="2540" HEIGHT="2540"'
    )
    page = read(text, dpi=300)
    assert (page.width, page.dpi, page.blocks[0].lines[0].words[0].box) == (3000, 300, Box(300, 0, 600, 150))
    tally = ReadingTally()
    page = read(text, tally)
    assert (page.width, page.dpi, page.blocks[0].lines[0].words[0].box) == (2540, 254, Box(254, 0, 508, 127))
    assert "resolution of their picture is unknown: 1" in " ".join(tally.notes())
    inch = read(text.replace("mm10", "inch1200"), dpi=300)
    assert (inch.width, inch.blocks[0].lines[0].words[0].box) == (635, Box(63, 0, 127, 32))


@pytest.mark.parametrize(("unit", "notes"), [("Pixel", 0), ("", 0), ("mm10", 0), ("twips", 1)])
def test_a_unit_that_alto_does_not_define_is_noted(unit: str, notes: int) -> None:
    """Its numbers are taken as pixels, with one note for the file."""
    tally = ReadingTally()
    page = read(alto(space(block(line(string("Баш", place(10, 20, 30, 40))))), unit=unit), tally, 254)
    assert page.blocks[0].lines[0].words[0].box == Box(10, 20, 40, 60)
    found = [note for note in tally.notes() if "a unit that is none of ALTO" in note]
    assert len(found) == notes


def test_blocks_in_the_order_of_reading() -> None:
    """Of blocks or lines; what is not named comes last; a composed block is in order inside."""
    order = '<ReadingOrder><OrderedGroup ID="g"><ElementRef ID="r1" REF="B3"/><ElementRef ID="r2" REF="C1"/>'
    order += "</OrderedGroup></ReadingOrder>"
    one, two, three, four = (
        block(line(string(text)), about=f'ID="B{number}"')
        for number, text in enumerate(("один", "два", "три", "четыре"), 1)
    )
    body = space(four, f'<ComposedBlock ID="C1">{one}{two}</ComposedBlock>', three)
    assert read(alto(body, before=order)).text == "три\n\nодин\n\nдва\n\nчетыре"


def test_blocks_that_name_the_next() -> None:
    """``IDNEXT`` orders where no order of reading is given; a circle of blocks is read once."""
    one = block(line(string("один")), about='ID="B1" IDNEXT="B2"')
    two = block(line(string("два")), about='ID="B2" IDNEXT="B1"')
    three = block(line(string("три")), about='ID="B3" IDNEXT="B4"')
    four = block(line(string("четыре")), about='ID="B4"')
    assert read(alto(space(four, three))).text == "три\n\nчетыре"
    assert read(alto(space(two, one))).text.count("один") == 1


def test_kinds_and_margins() -> None:
    """A tag names the kind of a block; else the margin does; the upper margin is read first."""
    tags = '<Tags><OtherTag ID="T1" LABEL="StampZone"/></Tags>'
    stamp = block(line(string("печать")), about='ID="B9" TAGREFS="T0 T1"')
    margins = "".join(
        f"<{name}>{block(line(string(text)))}</{name}>"
        for name, text in {"TopMargin": "верх", "LeftMargin": "слева", "BottomMargin": "низ"}.items()
    )
    page = read(alto(margins + space(block(line(string("текст"))), stamp), before=tags))
    assert page.text.split() == ["верх", "текст", "печать", "слева", "низ"]
    assert [one.kind for one in page.blocks] == ["header", "", "StampZone", "marginalia", "footer"]


def test_a_page_without_a_size() -> None:
    """It is as large as its print space, else as its boxes."""
    body = space(block(line(string("да", place(10, 10, 30, 40)))))
    assert read(alto(body, size="")).width == 40
    sized = body.replace("<PrintSpace>", f"<PrintSpace {place(100, 100, 300, 400)}>")
    assert (read(alto(sized, size="")).width, read(alto(sized, size="")).height) == (400, 500)


def test_several_pages_of_one_file() -> None:
    """Each is a page of the picture that the file names."""
    page = f"<Page {SIZE}>{space(block(line(string('да'))))}</Page>"
    text = alto("").replace("</Layout>", f"{page}</Layout>")
    assert [one.picture for one in pages_of_alto(etree.fromstring(text))] == [
        Picture("p 1.tif"),
        Picture("p 1.tif", 1),
    ]


def test_a_turned_page_is_set_upright() -> None:
    """Its text is turned by 90 degrees against the clock: boxes are moved, the picture has to be turned."""
    body = space(block(line(string("да", place(0, 700, 10, 100)))))
    page = read(alto(body, size=f'{SIZE} ROTATION="90"'))
    assert (page.width, page.height, page.picture) == (800, 1000, Picture("p 1.tif", turn=90))
    assert page.blocks[0].lines[0].words[0].box == Box(0, 0, 100, 10)


def test_the_engine_is_named() -> None:
    """The program of the last step."""
    step = "<Processing ID='s'><processingSoftware><softwareName>kraken</softwareName>"
    step += "<softwareVersion>5.2</softwareVersion></processingSoftware></Processing></Description>"
    root = etree.fromstring(alto(space()).replace("</Description>", step))
    assert engine_of_alto(root) == "kraken 5.2"


@pytest.mark.parametrize("value", ["nan", "inf", "1e400"])
def test_a_number_that_is_not_finite_is_none(value: str) -> None:
    """The page is read as if it were not given."""
    text = alto(space(block(line(string("да", f'WC="{value}"')))), size=f'{SIZE} ROTATION="{value}"')
    page = read(text)
    assert (page.width, page.height, page.picture) == (1000, 800, Picture("p 1.tif"))
    assert page.blocks[0].lines[0].words[0].confidence is None
