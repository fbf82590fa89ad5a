"""Word documents: what the author sees is read, once; what is left out is said."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import align
from align.bitext import Bitext
from align.render import to_text
from align.text.readers.file import read_file
from tests.field.made_docx import box, docx, item, levels, num, p, r, table
from tests.field.made_docx import field as fld
from tests.field.office import converted

LIST = levels(("decimal", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)"))
HIDDEN = "<w:vanish/>"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"/>'
    '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="h2"><w:basedOn w:val="h"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="hp"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="t1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="t2"><w:basedOn w:val="t1"/></w:style>'
)


@pytest.mark.model
def test_a_text_box_is_read_once(field: Callable[[str], Path], rows: Callable[[Bitext], object]) -> None:
    """As a paragraph of its own; the paragraph that anchors it stays whole."""
    folder = field("01-docx-textbox")
    assert rows(align.align_file(folder / "source.docx", folder / "target.txt")) == [
        ("Ваш ответ получил вчера.", "Your reply was received yesterday."),
        ("СТАМП АРХИВА", ""),
        ("Войска перейдут границу осенью.", "The troops will cross the border in autumn."),
    ]


@pytest.mark.model
def test_marks_of_word_are_read_as_they_are_shown(
    field: Callable[[str], Path], rows: Callable[[Bitext], object]
) -> None:
    """Hyphens, signs, tabs, deleted marks of paragraphs, moved text: no flag, and said what was moved."""
    folder = field("02-docx-word-marks")
    bitext = align.align_file(folder / "source.docx", folder / "target.txt")
    assert rows(bitext) == [
        (
            "Посылаем пять-шесть дивизий и 38-ю бригаду при 20° мороза.",
            "We are sending five or six divisions and the 38th Brigade at 20° of frost.",
        ),
        ("Ваш ответ получил вчера.", "Your reply was received yesterday."),
        ("Поезд ушёл вечером.", "The train left in the evening."),
        ("Москва Пекин", "Moscow Peking"),
    ]
    assert not bitext.flags
    assert "source.docx: moved text read once, where it was moved to: 1\n" in to_text(bitext)


def ruby(base: str, reading: str) -> str:
    return f"<w:r><w:ruby><w:rt>{r(reading)}</w:rt><w:rubyBase>{r(base)}</w:rubyBase></w:ruby></w:r>"


def m(inner: str) -> str:
    return f"<m:r><m:t>{inner}</m:t></m:r>"


FORMULA = (
    f"<m:oMath><m:f><m:num>{m('1')}</m:num><m:den>{m('2')}</m:den></m:f>{m(' + ')}"
    f"<m:sSup><m:e>{m('x')}</m:e><m:sup>{m('2')}</m:sup></m:sSup></m:oMath>"
)
VML = "<w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict>"
GROUP = (
    "<w:drawing><wp:inline><a:graphic><a:graphicData><wpg:wgp>{}{}</wpg:wgp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing>"
)
TXBX = "<wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp>"
SDT = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
DELETED, MOVED = '<w:del w:id="1" w:author="a"/>', '<w:moveFrom w:id="1" w:author="a"/>'
PAGE = '<w:r><w:br w:type="page"/></w:r>'
COMPUTED = "<w:r><w:lastRenderedPageBreak/></w:r>"

READ = {
    "box in VML only": (p("Он ", r(VML.format(p("Штамп."))), "ушёл."), "Он ушёл.\nШтамп."),
    "two boxes of a group": (
        p("Он ушёл.", r(GROUP.format(TXBX.format(p("Раз.")), TXBX.format(p("Два."))))),
        "Он ушёл.\nРаз.\nДва.",
    ),
    "box inside a box": (p("Он ушёл.", r(box(p("Штамп.", r(box(p("Дата."))))))), "Он ушёл.\nШтамп.\nДата."),
    "box of an empty paragraph": (p(r(box(p("Штамп."), p("Дата."))), "") + p("Он."), "Штамп.\nДата.\nОн."),
    "box in a cell": (table(("Он " + "", "Два")) + p(r(box(p("Штамп.")))), "Он \nДва\nШтамп."),
    "box with a table": (p("Он.", r(box(table(("а", "б"))))), "Он.\nа\nб"),
    "no-break hyphen": (p("пять", "<w:r><w:noBreakHyphen/></w:r>", "шесть"), "пять-шесть"),
    "soft hyphen": (p("благо", "<w:r><w:softHyphen/></w:r>", "дарю"), "благодарю"),
    "sign of an ordinary font": (p("20", '<w:r><w:sym w:font="Arial" w:char="00B0"/></w:r>'), "20°"),
    "sign of Symbol": (p("20", '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>'), "20°"),
    "tick of Wingdings": (p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " да"), "✓ да"),
    "private code in text": (p("пункт ", r("\uf061", '<w:rFonts w:ascii="Symbol"/>')), "пункт α"),
    "tabs": (
        p("Москва", "<w:r><w:ptab/></w:r>", "Пекин", "<w:r><w:tab/></w:r>", "1950"),
        "Москва\tПекин\t1950",
    ),
    "line ends": (p("Раз", "<w:r><w:br/></w:r>", "два", "<w:r><w:cr/></w:r>", "три"), "Раз\nдва\nтри"),
    "page set and computed": (p("Раз", PAGE) + p(COMPUTED, "два"), "Раз\n\f\n\nдва"),
    "ruby": (p(ruby("東京", "とうきょう"), "へ行く"), "東京へ行く"),
    "formula": (p("Скорость ", FORMULA, " верста"), "Скорость 1/2 + x^2 верста"),
    "inserted and deleted": (
        p(
            "Он ",
            f'<w:ins w:id="1">{r("не ")}</w:ins>',
            "<w:del><w:r><w:delText>да</w:delText></w:r></w:del>",
            "ушёл",
        ),
        "Он не ушёл",
    ),
    "three paragraphs whose marks were deleted": (
        p("Раз ", mark=DELETED) + p("два ", mark=DELETED) + p("три."),
        "Раз два три.",
    ),
    "mark moved away": (
        p(f"<w:moveFrom>{r('Он.')}</w:moveFrom>", mark=MOVED)
        + p("Она.")
        + p(f"<w:moveTo>{r('Он.')}</w:moveTo>"),
        "Она.\nОн.",
    ),
    "deleted row": (
        table(("а", "б"), f"<w:tr><w:trPr>{DELETED}</w:trPr><w:tc>{p('в')}</w:tc></w:tr>"),
        "а\nб",
    ),
    "deleted field": (p("Он", f"<w:del>{fld('PAGE', r('1'))}</w:del>", " ушёл"), "Он ушёл"),
    "result of a field": (p("Стр. ", fld(" PAGEREF a ", r("7")), " и далее"), "Стр. 7 и далее"),
    "field in a field": (p("А", fld(fld(" MERGEFIELD x ", r("нет")), r("да")), "Б"), "АдаБ"),
    "field over paragraphs": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            "<w:r><w:instrText>TOC</w:instrText></w:r>",
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            "Глава",
        )
        + p("Вторая", '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        "Глава\nВторая",
    ),
    "broken field": (p("Он ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("ушёл."), "Он \nушёл."),
    "simple field": (p("Дата: ", f'<w:fldSimple w:instr="DATE">{r("5 мая")}</w:fldSimple>'), "Дата: 5 мая"),
    "content controls": (SDT.format("", p("Раз")) + p(SDT.format("", r("два"))), "Раз\nдва"),
    "smart tags and links": (
        p(f"<w:smartTag>{r('Москва')}</w:smartTag>", f"<w:hyperlink>{r(' ссылка')}</w:hyperlink>"),
        "Москва ссылка",
    ),
    "custom XML": (f"<w:customXml>{p('Раз')}</w:customXml>", "Раз"),
    "nested table": (table(("а", table(("б", "в")))), "а\nб\nв"),
    "comment in the XML": ("<!-- нет -->" + p("Раз", "<!-- нет -->"), "Раз"),
}


@pytest.mark.parametrize(("body", "text"), READ.values(), ids=READ)
def test_what_is_shown_is_read_once(tmp_path: Path, body: str, text: str) -> None:
    """Each construct by itself."""
    assert read_file(docx(tmp_path / "a.docx", body + p("Конец."))).text == f"{text}\nКонец.\n"


NUMBERED = {
    "levels": (
        p("А", properties=item("1"))
        + p("Б", properties=item("1", 1))
        + p("В", properties=item("1", 1))
        + p("Г", properties=item("1"))
        + p("Д", properties=item("1", 1))
        + p("Е", properties=item("1", 2)),
        LIST + num("1"),
        "1. А|1.1. Б|1.2. В|2. Г|2.1. Д|a) Е",
    ),
    "two instances count together": (
        p("А", properties=item("1")) + p("Б", properties=item("2")),
        LIST + num("1") + num("2"),
        "1. А|2. Б",
    ),
    "a new start": (
        p("А", properties=item("1")) + p("Б", properties=item("2")) + p("В", properties=item("2")),
        LIST
        + num("1")
        + num("2", inner='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        "1. А|5. Б|6. В",
    ),
    "Roman and Russian": (
        p("А", properties=item("1")) + p("Б", properties=item("1", 1)) + p("В", properties=item("1", 1)),
        levels(("upperRoman", "%1."), ("russianLower", "%2)")) + num("1"),
        "I. А|а) Б|б) В",
    ),
    "words in the label": (
        p("А", properties=item("1")) + p("Б", properties=item("1")),
        levels(("decimal", "Статья %1.")) + num("1"),
        "Статья 1. А|Статья 2. Б",
    ),
    "bullets": (p("А", properties=item("1")), levels(("bullet", "•")) + num("1"), "А"),
    "by style": (
        p("А", properties='<w:pStyle w:val="t1"/>') + p("Б", properties='<w:pStyle w:val="t2"/>'),
        LIST + num("1"),
        "1. А|2. Б",
    ),
    "taken out of the list of its style": (
        p("А", properties='<w:pStyle w:val="t1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        LIST + num("1"),
        "А",
    ),
    "deleted items are not counted": (
        p("<w:del><w:r><w:delText>нет</w:delText></w:r></w:del>", properties=item("1"), mark=DELETED)
        + p("А", properties=item("1")),
        LIST + num("1"),
        "1. А",
    ),
    "one item of two paragraphs": (
        p("А ", properties=item("1"), mark=DELETED)
        + p("а", properties=item("1"))
        + p("Б", properties=item("1")),
        LIST + num("1"),
        "1. А а|2. Б",
    ),
    "behind a page's end": (p(COMPUTED, "А", properties=item("1")), LIST + num("1"), "|\f|1. А"),
    "unknown list": (p("А", properties=item("9")), LIST + num("1"), "А"),
}


@pytest.mark.parametrize(("body", "numbering", "text"), NUMBERED.values(), ids=NUMBERED)
def test_numbers_of_lists_are_kept(tmp_path: Path, body: str, numbering: str, text: str) -> None:
    """They are counted as Word counts them."""
    path = docx(tmp_path / "a.docx", body, numbering=numbering, styles=STYLES)
    assert read_file(path).text == text.replace("|", "\n") + "\n"


HIDES = {
    "run": (p("Он ", r("тайно ", HIDDEN), "ушёл."), "Он ушёл."),
    "switched off": (p("Он ", r("не ", '<w:vanish w:val="0"/>'), "ушёл."), "Он не ушёл."),
    "style of characters": (p("Он ", r("тайно ", '<w:rStyle w:val="h"/>'), "ушёл."), "Он ушёл."),
    "style based on one": (p("Он ", r("тайно ", '<w:rStyle w:val="h2"/>'), "ушёл."), "Он ушёл."),
    "style of the paragraph": (p("тайно", properties='<w:pStyle w:val="hp"/>') + p("Он ушёл."), "\nОн ушёл."),
    "two styles that hide show": (
        p(r("Он ушёл.", '<w:rStyle w:val="h"/>'), properties='<w:pStyle w:val="hp"/>'),
        "Он ушёл.",
    ),
    "shown in a hidden style": (
        p(r("Он ушёл.", '<w:vanish w:val="false"/>'), properties='<w:pStyle w:val="hp"/>'),
        "Он ушёл.",
    ),
    "hidden mark": (p("Заголовок. ", mark="<w:vanish/><w:specVanish/>") + p("Текст."), "Заголовок. Текст."),
    "hidden paragraph": (p(r("тайно", HIDDEN), mark=HIDDEN) + p("Он ушёл."), "Он ушёл."),
    "hidden field": (
        p(
            "Он",
            r('<w:fldChar w:fldCharType="begin"/>', HIDDEN),
            "<w:r><w:instrText>XE</w:instrText></w:r>",
            r('<w:fldChar w:fldCharType="end"/>', HIDDEN),
            " ушёл.",
        ),
        "Он ушёл.",
    ),
}


@pytest.mark.parametrize(("body", "text"), HIDES.values(), ids=HIDES)
def test_hidden_text_is_left_out(tmp_path: Path, body: str, text: str) -> None:
    """By itself, by styles and by styles that these are based on."""
    assert read_file(docx(tmp_path / "a.docx", body, styles=STYLES)).text == f"{text}\n"


NOTED = {
    "hidden": (p("Он ", r("тайно ", HIDDEN), "ушёл."), "hidden text left out: 5 characters"),
    "web": (
        p("Глава", r("12", "<w:webHidden/>")),
        "text that web pages hide (page numbers of contents) left out: 2",
    ),
    "ruby": (p(ruby("東京", "とうきょう")), "readings above characters (ruby) left out: 5 characters"),
    "sign": (
        p("А", '<w:r><w:sym w:font="Webdings" w:char="F05F"/></w:r>'),
        "signs of symbol fonts that Unicode",
    ),
    "comment": (p("А", '<w:r><w:commentReference w:id="0"/></w:r>'), "comments left out: 1"),
    "prompt": (
        SDT.format("<w:showingPlcHdr/>", p("Введите дату")) + p("А"),
        "prompts of empty form fields left out: 1",
    ),
    "embedded": (p("А") + '<w:altChunk r:id="x"/>', "embedded documents and objects left out: 1"),
    "object": (
        p("А", "<w:r><w:object><o:OLEObject/></w:object></w:r>"),
        "embedded documents and objects left out: 1",
    ),
    "tracked": (p("А", f"<w:ins>{r('Б')}</w:ins>"), "tracked insertions read as accepted: 1"),
}


@pytest.mark.parametrize(("body", "note"), NOTED.values(), ids=NOTED)
def test_what_is_left_out_is_noted(tmp_path: Path, body: str, note: str) -> None:
    """In one line, with its number."""
    notes = read_file(docx(tmp_path / "a.docx", body)).notes
    assert len(notes) == 1
    assert notes[0].startswith(note)


def test_a_plain_document_has_no_notes(tmp_path: Path) -> None:
    """Nothing is said where nothing was left out."""
    path = docx(tmp_path / "a.docx", p("Он ушёл."), styles=STYLES, header1=p("7"))
    assert read_file(path).notes == ()


def note(kind: str, id_: int, text: str) -> str:
    return f'<w:{kind} w:id="{id_}">{p(f"<w:r><w:{kind}Ref/></w:r>", text)}</w:{kind}>'


def sign(kind: str, id_: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{id_}"/></w:r>'


def test_notes_are_read_behind_the_text(tmp_path: Path) -> None:
    """Footnotes before endnotes; a note whose sign was deleted is none; headers are said."""
    path = docx(
        tmp_path / "a.docx",
        p("Он", sign("footnote", 2), " ушёл.", f"<w:del>{sign('footnote', 3)}</w:del>")
        + p("Она", sign("endnote", 1), " осталась."),
        footnotes='<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        + note("footnote", 2, " Вечером.")
        + note("footnote", 3, " Нет."),
        endnotes=note("endnote", 1, " Дома."),
        header1=p("Секретно"),
        footer1=p(fld("PAGE", r("1"))),
    )
    found = read_file(path)
    assert found.text == "Он ушёл.\nОна осталась.\n Вечером.\n Дома.\n"
    assert found.notes == (
        "tracked deletions left out: 1",
        "footnotes read, behind the text: 1",
        "endnotes read, at the end: 1",
        "headers and footers left out: 1",
    )


def test_a_document_of_strict_open_xml_is_read(tmp_path: Path) -> None:
    """Word's other way to save a document names everything otherwise."""
    path, strict = docx(tmp_path / "a.docx", p("Он ушёл.")), tmp_path / "strict.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            text = text.replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
            ).replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            new.writestr(name, text)
    assert read_file(strict).text == "Он ушёл.\n"


def test_a_document_that_names_missing_parts_is_read(tmp_path: Path) -> None:
    """Pictures that some tools name ``NULL``, and notes that were taken away."""
    path = docx(tmp_path / "a.docx", p("Он ушёл.", sign("footnote", 1)), image1="", footnotes=" ")
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            if "image" not in name and "footnotes" not in name:
                new.writestr(name, old.read(name))
    assert read_file(broken).text == "Он ушёл.\n"


def everything(path: Path) -> Path:
    """A document with a list, a box, a footnote, a tracked change, hidden text and a table."""
    return docx(
        path,
        p("Первое предложение.", properties=item("1"))
        + p("Второе предложение", sign("footnote", 2), ".", properties=item("1"))
        + p(
            "Пять",
            "<w:r><w:noBreakHyphen/></w:r>",
            "шесть",
            r(" тайно", HIDDEN),
            " дивизий.",
            r(box(p("ШТАМП"))),
        )
        + p(
            "Ваш ",
            f'<w:ins w:id="7" w:author="a" w:date="2020-01-01T00:00:00Z">{r("второй ")}</w:ins>',
            "ответ.",
        )
        + table(("Ячейка", "Вторая"))
        + p("Конец."),
        footnotes='<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        + note("footnote", 2, " Сноска."),
        numbering=LIST + num("1"),
        styles=STYLES,
    )


def by_python_docx(path: Path) -> Path:
    """What python-docx writes: a list by style, a heading, a table, a page's end."""
    import docx as python_docx

    made = python_docx.Document()
    made.add_heading("Заголовок", 1)
    made.add_paragraph("Первое.", style="List Number")
    made.add_paragraph("Второе.", style="List Number")
    made.add_paragraph("Пункт.", style="List Bullet")
    made.add_table(1, 2).rows[0].cells[0].text = "Ячейка"
    made.sections[0].header.paragraphs[0].text = "Секретно"
    made.save(str(path))
    return path


@pytest.mark.parametrize("make", [everything, by_python_docx])
def test_what_libreoffice_saves_reads_alike(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    """The same text and the same is said, but for the order of boxes and of notes."""
    path = make(tmp_path / "a.docx")
    saved = converted(path, "docx", tmp_path)

    def seen(path: Path) -> list[str]:
        return sorted(line.strip() for line in read_file(path).text.split("\n") if line.strip())

    assert seen(saved) == seen(path)
    assert "1. " in read_file(path).text
    assert [note for note in read_file(saved).notes if "headers" in note or "hidden" in note] == [
        note for note in read_file(path).notes if "headers" in note or "hidden" in note
    ]


SUPERSCRIPT = '<w:vertAlign w:val="superscript"/>'
DROP_CAP = '<w:framePr w:dropCap="drop" w:lines="3"/>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("Было 10", r("3", SUPERSCRIPT), " вагонов."), "Было 10³ вагонов."),
        (p("Это 1", r("st", SUPERSCRIPT), "."), "Это 1st."),
        (p("П", properties=DROP_CAP) + p("осол вручил ноту."), "Посол вручил ноту."),
        (p("П", properties='<w:framePr w:hSpace="5"/>') + p("осол."), "П\nосол."),
    ],
)
def test_high_figures_and_large_initials(tmp_path: Path, body: str, text: str) -> None:
    """As they are seen."""
    assert read_file(docx(tmp_path / "a.docx", body)).text.rstrip("\n") == text
