"""OpenDocument texts: what the author sees is read, once; what is left out is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.config import Config
from align.errors import ReadError
from align.loading import documents_of
from align.text.readers.file import read_file
from tests.field.made_odt import TEXT_TYPE, archive, items, note, odt, p, span, table, text_style
from tests.field.office import converted
from tests.field.test_word import by_python_docx, everything

HIDDEN = text_style("H", 'text:display="none"')
RAISED = text_style("R", 'style:text-position="super 58%"')
HIDDEN_PARAGRAPH = text_style("HP", 'text:display="none"', "paragraph") + text_style(
    "HQ", 'fo:color="#000000"', "paragraph", "HP"
)
NEW_PAGE = (
    '<style:style style:name="N" style:family="paragraph">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
)


def levels(*formats: str) -> str:
    """A list style; each level is ``number format|suffix``."""
    made = "".join(
        f'<text:list-level-style-number text:level="{level}" style:num-format="{one.partition("|")[0]}" '
        f'style:num-suffix="{one.partition("|")[2]}" text:display-levels="{level}"/>'
        for level, one in enumerate(formats, start=1)
    )
    return f'<text:list-style style:name="L">{made}</text:list-style>'


DELETED = (
    "<text:tracked-changes><text:changed-region><text:deletion>"
    f"{p('Этого нет.')}</text:deletion></text:changed-region><text:changed-region><text:insertion/>"
    "</text:changed-region></text:tracked-changes>"
)
BOX = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"

SECTION = "<text:section{}>{}</text:section>"
BULLETS = (
    '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    "</text:list-style>"
)
CONTENTS = (
    "<text:table-of-content><text:table-of-content-source><text:index-title-template>Нет"
    "</text:index-title-template></text:table-of-content-source><text:index-body>{}</text:index-body>"
    "</text:table-of-content>"
)

READ = {
    "paragraph and heading": (
        '<text:h text:outline-level="1">Письмо</text:h>' + p("Он ушёл."),
        "",
        "Письмо\nОн ушёл.",
    ),
    "spaces, tabs and line ends": (
        p("Раз\n   два", '<text:s text:c="2"/>', "три<text:tab/>пять<text:line-break/>шесть "),
        "",
        "Раз два  три\tпять\nшесть",
    ),
    "text around a link and a comment": (
        p('Он <text:a href="x">ушёл</text:a><!-- x --> в дом.'),
        "",
        "Он ушёл в дом.",
    ),
    "hidden text": (p("Он ", span("тайно ", "H"), "ушёл."), HIDDEN, "Он ушёл."),
    "text hidden by the style of its paragraph": (
        p("Тайно.", style="HQ") + p("Он."),
        HIDDEN_PARAGRAPH,
        "\nОн.",
    ),
    "figures that are set high": (p("10", span("3", "R"), " вёрст"), RAISED, "10³ вёрст"),
    "footnote and endnote": (
        p("Он", note("Конец.", "endnote"), " ушёл", note("Сноска."), ".") + p("Она."),
        "",
        "Он ушёл.\nОна.\nСноска.\nКонец.",
    ),
    "deleted text": (DELETED + p("Он <text:change/>ушёл."), "", "Он ушёл."),
    "box": (p("Он ", BOX.format(p("Штамп.")), "ушёл."), "", "Он ушёл.\nШтамп."),
    "box at the page": (BOX.format(p("Штамп.")) + p("Он."), "", "Штамп.\nОн."),
    "shape with text": (
        p("Он.", f"<draw:g><draw:custom-shape>{p('Штамп.')}</draw:custom-shape></draw:g>"),
        "",
        "Он.\nШтамп.",
    ),
    "page ends": (
        p("Раз<text:soft-page-break/>два") + "<text:soft-page-break/>" + p("Три", style="N"),
        NEW_PAGE,
        "Раз\n\f\nдва\n\f\n\f\nТри",
    ),
    "ruby": (
        p(
            "<text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とうきょう</text:ruby-text></text:ruby>へ"
        ),
        "",
        "東京へ",
    ),
    "table, nested": (table(("а", table(("б", "в"))), ("г", "д")), "", "а\nб\nв\nг\nд"),
    "numbers of a list": (
        items("Первое.", p("Второе.") + items("Пункт.", "Ещё."), "Третье."),
        levels("1|.", "a|)"),
        "1. Первое.\n2. Второе.\n2.a) Пункт.\n2.b) Ещё.\n3. Третье.",
    ),
    "an item that holds only a list": (
        items(items("Пункт.", attributes='text:continue-numbering="true"'), "Первое."),
        levels("1|.", "1|."),
        "1.1. Пункт.\n2. Первое.",
    ),
    "a list that goes on": (
        items("Первое.", attributes='xml:id="one"')
        + p("Между.")
        + items("Второе.", attributes='text:continue-list="one"'),
        levels("I|."),
        "I. Первое.\nМежду.\nII. Второе.",
    ),
    "bullets": (
        items("Пункт."),
        BULLETS,
        "Пункт.",
    ),
    "contents": (
        CONTENTS.format(p("Глава 1")),
        "",
        "Глава 1",
    ),
    "hidden section": (
        SECTION.format(' text:display="none"', p("Тайно.")) + SECTION.format("", p("Он.")),
        "",
        "Он.",
    ),
    "other scripts": (
        p("اتفقنا على ذلك.") + p("我们同意。") + p("Мы согласны."),
        "",
        "اتفقنا على ذلك.\n我们同意。\nМы согласны.",
    ),
}


@pytest.mark.parametrize(("body", "styles", "text"), READ.values(), ids=READ)
def test_the_text_is_what_the_author_sees(tmp_path: Path, body: str, styles: str, text: str) -> None:
    """A paragraph a line; notes behind the text."""
    assert read_file(odt(tmp_path / "letter.odt", body, styles)).text == f"{text}\n"


def test_headings_are_numbered_as_chapters(tmp_path: Path) -> None:
    """By the outline that the document defines."""
    outline = "".join(
        f'<text:outline-level-style text:level="{level}" style:num-format="1" style:num-suffix="." '
        f'text:display-levels="{level}"/>'
        for level in (1, 2)
    )
    heads = "".join(
        f'<text:h text:outline-level="{level}">{name}</text:h>'
        for level, name in ((1, "Раз"), (2, "Два"), (2, "Три"), (1, "Пять"))
    )
    path = odt(tmp_path / "a.odt", heads, common=f"<text:outline-style>{outline}</text:outline-style>")
    assert read_file(path).text == "1. Раз\n1.1. Два\n1.2. Три\n2. Пять\n"


def test_what_is_left_out_is_noted(tmp_path: Path) -> None:
    """Counted, a line for each kind."""
    comment = "<office:annotation><dc:creator>А</dc:creator><text:p>Неверно.</text:p></office:annotation>"
    body = DELETED + p("Он ", span("тайно ", "H"), comment, "ушёл", note("Сноска."), ".")
    margins = (
        "<office:master-styles><style:header><text:p>Секретно</text:p></style:header></office:master-styles>"
    )
    assert read_file(odt(tmp_path / "a.odt", body, HIDDEN, margins)).notes == (
        "tracked insertions read as accepted: 1",
        "tracked deletions left out: 1",
        "hidden text left out: 5 characters",
        "footnotes read, behind the text: 1",
        "comments left out: 1",
        "headers and footers left out: 1",
    )


def test_a_bilingual_table_is_ready_pairs(tmp_path: Path) -> None:
    """As one of Word: a cell that spans rows is one with that above."""
    tall = '<table:table-cell table:number-rows-spanned="2"><text:p>Я ушёл.</text:p></table:table-cell>'
    below = "<table:covered-table-cell/><table:table-cell><text:p>At once.</text:p></table:table-cell>"
    body = table(
        ("Оригинал", "Перевод"),
        ("Мы согласны.", "We agree."),
        f"{tall}<table:table-cell><text:p>I left.</text:p></table:table-cell>",
        below,
    )
    documents, config = documents_of(odt(tmp_path / "a.odt", body), None, Config())
    assert config.pre_aligned
    assert documents["source"].raw == "Мы согласны.\nЯ ушёл.\n"
    assert documents["target"].raw == "We agree.\nI left. At once.\n"


XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
BOMB = '<!DOCTYPE x [<!ENTITY a "аааа"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
DEEP = "<text:section>" * 240 + p("Глубоко.") + "</text:section>" * 240


def rewritten(path: Path, content: str) -> Path:
    """A document whose text part is this."""
    return archive(path, {"mimetype": TEXT_TYPE, "content.xml": content})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (XXE, "declares a document type: refused"),
        (BOMB, "declares a document type: refused"),
        ("<office", "no document that can be read"),
        ("<x/>", "found no text part"),
        ("<x>" + " " * 3_000_000 + "</x>", "a bomb"),
    ],
)
def test_a_dangerous_or_broken_document_is_refused(tmp_path: Path, content: str, words: str) -> None:
    """In one line; nothing of it is read."""
    with pytest.raises(ReadError, match=words) as error:
        read_file(rewritten(tmp_path / "letter.odt", content))
    assert "\n" not in str(error.value)
    assert str(error.value).startswith(str(tmp_path / "letter.odt"))


def test_a_deep_document_is_read_or_refused(tmp_path: Path) -> None:
    """Elements inside each other never end the program."""
    path = odt(tmp_path / "letter.odt", DEEP)
    try:
        assert read_file(path).text == "Глубоко.\n"
    except ReadError as error:
        assert "no document that can be read" in str(error)  # noqa: PT017 - either is right


def test_a_repeated_space_does_not_fill_the_memory(tmp_path: Path) -> None:
    """Whatever number the file states."""
    text = read_file(odt(tmp_path / "a.odt", p('Он<text:s text:c="999999999"/>ушёл.'))).text
    assert len(text) < 2000


def test_a_document_cut_short_is_refused(tmp_path: Path) -> None:
    """By its name, where its content shows nothing."""
    path = odt(tmp_path / "letter.odt", p("Он ушёл."))
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ReadError, match="cut short"):
        read_file(path)


def test_a_document_with_a_password_is_refused(tmp_path: Path) -> None:
    """Its list of parts says that they are encrypted."""
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    path = odt(tmp_path / "letter.odt", p("x"), **{"META-INF__manifest.xml": manifest})
    with pytest.raises(ReadError, match="with a password; save it without one"):
        read_file(path)


@pytest.mark.parametrize("make", [everything, by_python_docx])
def test_what_libreoffice_writes_reads_as_the_word_document(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    """The same lines and the same is said of an ``.odt`` that LibreOffice made of a ``.docx``."""
    path = make(tmp_path / "a.docx")
    word, saved = read_file(path), read_file(converted(path, "odt", tmp_path))
    assert saved.text.replace("\N{NON-BREAKING HYPHEN}", "-").split() == word.text.split()
    assert saved.notes == word.notes


LISTS = items(
    items("Пункт.", attributes='text:continue-numbering="true"'),
    "Первое.",
    p("Второе.") + items("Пункт.", "Ещё."),
    p("Третье.") + items("А так."),
)
NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
ENTRY = '<m:file-entry m:full-path="{}" m:media-type="{}"/>'
MANIFEST = (
    f'<m:manifest xmlns:m="{NAMESPACE}">{ENTRY.format("/", TEXT_TYPE)}'
    f"{ENTRY.format('content.xml', 'text/xml')}</m:manifest>"
)


def test_numbers_are_those_that_libreoffice_shows(tmp_path: Path) -> None:
    """Compared with the plain text that it saves."""
    path = odt(tmp_path / "a.odt", LISTS, levels("1|.", "A|)"), **{"META-INF__manifest.xml": MANIFEST})
    shown = converted(path, "txt:Text (encoded):UTF8", tmp_path).read_text(encoding="utf-8-sig")
    assert [line.strip() for line in shown.splitlines()] == read_file(path).text.splitlines()


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="<&>"), min_size=1)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_no_text_is_lost_or_added(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    """Each paragraph comes as it is, in order, one a line."""
    path = odt(tmp_path_factory.getbasetemp() / "law.odt", p("Я") + "".join(map(p, texts)))
    lines = read_file(path).text.split("\n")
    assert [line.split() for line in lines[1:-1]] == [text.split() for text in texts]
