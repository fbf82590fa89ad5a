"""Saved web pages and e-books: what a browser shows as text is read, once; what is left out is said."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import align
from align.errors import ReadError
from align.text.readers.file import read_file
from align.text.readers.web.encoding import page_text
from align.text.readers.web.html import parsed_page
from align.text.readers.web.page_lines import PageLines
from align.text.readers.web.tally import WebTally
from tests.field.made_odt import CONTAINER, PACKAGE, archive, epub, odt, p
from tests.field.office import converted
from tests.field.test_word import by_python_docx, everything


def web_page(path: Path, body: str, head: str = '<meta charset="utf-8">') -> Path:
    """Write a page in UTF-8."""
    path.write_text(f"<!DOCTYPE html>\n<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return path


SITE = "<header>Сайт</header><nav><a>Меню</a></nav>{}<div role='navigation'>Ещё</div><footer>Права</footer>"

READ = {
    "paragraphs": ("<p>Ваш ответ\n   получил.</p><p>Я <b>уш</b>ёл.</p>", "Ваш ответ получил.\nЯ ушёл."),
    "no paragraphs": ("Он ушёл.<div>Она\nосталась.</div>Дождь.", "Он ушёл.\nОна осталась.\nДождь."),
    "line ends": ("<p>Раз<br>два <br/> три<br></p><p>Пять</p>", "Раз\nдва\nтри\nПять"),
    "preformatted": ("<pre>\nРаз\n  два\n\nтри\n</pre><p>Пять</p>", "Раз\n  два\n\nтри\nПять"),
    "characters by name": ("<p>20&nbsp;&deg;&mdash;&#1103;&lt;p&gt;</p>", "20\xa0°—я<p>"),
    "scripts and styles": ("<style>p{}</style><p>Он.</p><script>var a = '<p>нет';</script>", "Он."),
    "page of a site": (
        SITE.format("<article><header><h1>Письмо</h1></header><p>Он.</p></article>"),
        "Письмо\nОн.",
    ),
    "hidden": (
        "<p>Он <span style='color:red; DISPLAY: none'>тайно </span>ушёл.</p><p hidden>Нет.</p>",
        "Он ушёл.",
    ),
    "deleted": ("<p>Он <del>не </del><ins>уже </ins>ушёл.</p>", "Он уже ушёл."),
    "comment": ("<p>Он <!-- тайно -->ушёл.<![if x]> Да.<![endif]></p>", "Он ушёл. Да."),
    "set high": ("<p>10<sup>3</sup> вёрст<sup><a href='#n'>1</a></sup></p>", "10³ вёрст¹"),
    "ruby": ("<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>へ</p>", "東京へ"),
    "lists": (
        "<ol start=3><li>Три<li><p>Четыре</p><ul><li>точка</ul></ol><ol type=a><li value=2>Б</ol>",
        "3. Три\n4. Четыре\nточка\nb. Б",
    ),
    "list from nought": (
        "<ol start=0><li>Раз<li>Два</ol><ol start=-1><li>Три</ol>",
        "0. Раз\n1. Два\n-1. Три",
    ),
    "list from no number": ("<ol start=x><li>Раз</ol><ol start=''><li>Два</ol>", "1. Раз\n1. Два"),
    "table in a table": (
        "<table><tr><td>а<td><table><tr><td>б<td>в</table><tr><th>г</table>",
        "а\nб\nв\nг",
    ),
    "form": (
        "<form><label>Имя</label><input value='x'><select><option>Да</select><button>Ок</button></form>",
        "Имя",
    ),
    "other scripts": ("<p dir=rtl>اتفقنا على ذلك.</p><p>我们同意。</p>", "اتفقنا على ذلك.\n我们同意。"),
    "upper case": ("<P>Он ушёл.<P>Дождь.", "Он ушёл.\nДождь."),
    "tags across each other": ("<p><b>Он <i>ушёл</b> вчера</i>.</p>", "Он ушёл вчера."),
}


@pytest.mark.parametrize(("body", "text"), READ.values(), ids=READ)
def test_the_text_is_what_a_browser_shows(tmp_path: Path, body: str, text: str) -> None:
    """A paragraph, heading, item or cell a line."""
    assert read_file(web_page(tmp_path / "page.html", body)).text == f"{text}\n"


def test_what_is_left_out_is_noted(tmp_path: Path) -> None:
    """Counted, a line for each kind."""
    body = (
        "<nav>Меню <script>x()</script></nav><p>Он<img src=x> <del>не</del> ушёл.<iframe src=x></iframe></p>"
        "<p style='display:none'>Тайно.</p>"
    )
    assert read_file(web_page(tmp_path / "page.html", body)).notes == (
        "navigation, header and footer of the page left out: 4 characters",
        "hidden text left out: 6 characters",
        "text marked as deleted left out: 2 characters",
        "pictures left out: 1",
        "frames and embedded objects left out: 1",
    )


RUSSIAN, CHINESE, ARABIC = "Ваш ответ получил.", "你的回复收到了。", "وصلني ردك."


@pytest.mark.parametrize(
    ("head", "text", "encoding"),
    [
        ('<meta charset="windows-1251">', RUSSIAN, "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', RUSSIAN, "koi8-r"),
        ("<!-- <meta charset=koi8-r> --><meta charset='cp1251'>", RUSSIAN, "cp1251"),
        ("<meta charset=gb2312>", CHINESE, "gb18030"),
        ("<meta charset=big5>", "你的回覆收到了。", "big5"),
        ("<meta charset=windows-1256>", ARABIC, "cp1256"),
        ("<meta charset=iso-8859-1>", "It’s “done”.", "cp1252"),
        ("<meta charset=shift_jis>", "返事を受け取りました。", "shift_jis"),
        ("<meta charset=windows-1251>", RUSSIAN + " — Ѳ и 你好", "utf-8"),
        ("<meta charset=utf-16>", RUSSIAN, "utf-8"),
        ("<meta charset=unheard-of>", RUSSIAN, "utf-8"),
        ("<meta charset=undefined>", "It is done.", "utf-8"),
        ("<meta charset=undefined>", RUSSIAN, "utf-8"),
        ("<meta charset=punycode>", "It is done.", "utf-8"),
        ("<meta charset=idna>", "It is .xn--80ak6aa.", "utf-8"),
        ("<meta charset=unicode-escape>", r"It is \u0041.", "utf-8"),
        ("<meta charset=utf-7>", "It is +AGE-.", "utf-8"),
        ("<meta charset=cp037>", "It is done.", "utf-8"),
        ("", RUSSIAN, "utf-8-sig"),
        ("", RUSSIAN, "utf-16"),
        ("", RUSSIAN, "utf-16-be"),
    ],
)
def test_a_page_is_read_in_its_encoding(tmp_path: Path, head: str, text: str, encoding: str) -> None:
    """By its byte-order mark, else as it declares; one saved anew in UTF-8 as that."""
    path = tmp_path / "page"
    path.write_bytes(f"<html><head>{head}</head><body><p>{text}</p></body></html>".encode(encoding))
    assert read_file(path).text == f"{text}\n"


def test_an_encoding_that_the_user_names_is_taken(tmp_path: Path) -> None:
    """Before what the page declares; without either the message names the likely one."""
    path = tmp_path / "page.html"
    path.write_bytes(f"<html><body><p>{RUSSIAN}</p></body></html>".encode("cp1251"))
    with pytest.raises(ReadError, match="try --encoding cp1251"):
        read_file(path)
    assert read_file(path, "cp1251").text == f"{RUSSIAN}\n"


@pytest.mark.parametrize("encoding", ["undefined", "punycode", "idna"])
def test_an_encoding_of_no_text_is_one_error(tmp_path: Path, encoding: str) -> None:
    """Where the user names it, of a page and of a plain text."""
    for name, text in (("page.html", f"<html><body><p>{RUSSIAN}</p></body></html>"), ("text.txt", RUSSIAN)):
        path = tmp_path / name
        path.write_bytes(text.encode("cp1251"))
        with pytest.raises(ReadError, match="try --encoding cp1251") as error:
            read_file(path, encoding)
        assert "\n" not in str(error.value)


def test_a_page_that_declares_no_encoding_of_text_is_one_error(tmp_path: Path) -> None:
    """It is not in UTF-8 either."""
    path = tmp_path / "page.html"
    path.write_bytes(f"<html><meta charset=undefined><p>{RUSSIAN}</p></html>".encode("cp1251"))
    with pytest.raises(ReadError, match="try --encoding cp1251"):
        read_file(path)


def test_xhtml_declares_its_encoding_in_xml(tmp_path: Path) -> None:
    """The declaration itself is no text."""
    path = tmp_path / "page.xhtml"
    page = '<?xml version="1.0" encoding="windows-1251"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body>'
    path.write_bytes(f"{page}<p>{RUSSIAN}</p><p/>Да.</body></html>".encode("cp1251"))
    assert read_file(path).text.startswith(f"{RUSSIAN}\n")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<div id='app'></div><script>start()</script>", "holds no text; if a script fills the page"),
        ("<img src='1.jpg'>", "holds no text"),
        ("<div>" * 5000 + "Глубоко", "cannot be read to its end"),
        ("<p>Он\0ушёл.</p>", "NUL character"),
    ],
)
def test_a_page_without_text_is_refused(tmp_path: Path, body: str, words: str) -> None:
    """In one line that says what to do."""
    with pytest.raises(ReadError, match=words) as error:
        read_file(web_page(tmp_path / "page.html", body))
    assert "\n" not in str(error.value)


def test_entities_of_a_page_unfold_to_nothing(tmp_path: Path) -> None:
    """Neither a bomb of entities nor another file comes in."""
    path = tmp_path / "page.xhtml"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "аааааааааа"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c SYSTEM "file:///etc/passwd">]><html><body><p>Он ушёл. &b; &c;</p></body></html>',
        encoding="utf-8",
    )
    text = read_file(path).text
    assert "Он ушёл." in text
    assert "аааааааааа&" not in text.partition("Он ушёл.")[2]
    assert "root:" not in text


def test_a_megabyte_on_one_line_is_read(tmp_path: Path) -> None:
    """Nothing of it is lost, in one paragraph or in a thousand tables inside each other."""
    words = "слово " * 100_000
    path = web_page(tmp_path / "long.html", f"<p>{words}</p>")
    assert read_file(path).text == f"{words.strip()}\n"
    nested = "<table><tr><td>" * 300 + "Глубоко." + "</table>" * 300
    assert read_file(web_page(tmp_path / "deep.html", nested)).text == "Глубоко.\n"


@pytest.mark.parametrize("make", [everything, by_python_docx])
def test_what_libreoffice_saves_as_a_page_reads_alike(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    """The words of the Word document, and the signs of its notes."""
    path = make(tmp_path / "a.docx")
    saved = read_file(converted(path, "html", tmp_path)).text.replace("\N{NON-BREAKING HYPHEN}", "-")
    extra = [word for word in saved.split() if word.strip("1")]
    assert [word.replace("¹", "") for word in extra] == read_file(path).text.split()[: len(extra)]


def test_what_libreoffice_saves_as_a_book_is_read(tmp_path: Path) -> None:
    """Its words stand in order; the table of contents is no part of them."""
    path = by_python_docx(tmp_path / "a.docx")
    assert (
        read_file(converted(path, "epub", tmp_path)).text == "Заголовок\nПервое.\nВторое.\nПункт.\nЯчейка\n"
    )


ONE = "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><body>{}</body></html>"


def test_chapters_come_in_the_order_of_reading(tmp_path: Path) -> None:
    """Not in that of the archive; the table of contents is left out, and that is said."""
    chapters = {
        "two.xhtml": ONE.format("<p>Второе.</p>"),
        "nav.xhtml": ONE.format("<p>Содержание</p>"),
        "one.xhtml": ONE.format("<h1>Глава</h1><p>Первое.</p>"),
    }
    order = ("nav.xhtml", "one.xhtml", "two.xhtml")
    found = read_file(epub(tmp_path / "book", chapters, order))
    assert found.text == "Глава\nПервое.\nВторое.\n"
    assert found.notes == ("tables of contents left out: 1",)


PROTECTED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
    'xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherData><CipherReference URI="{}"/></CipherData>'
    "</EncryptedData></encryption>"
)
ENTITIES = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><container>&a;</container>'


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"META-INF/encryption.xml": PROTECTED.format("OEBPS/one.xhtml")}, "copy protection"),
        ({"META-INF/container.xml": "<container/>"}, "its part package is missing"),
        ({"META-INF/container.xml": ENTITIES}, "its part package is missing"),
        ({"META-INF/container.xml": "<contai"}, "no e-book that can be read"),
        ({"META-INF/container.xml": CONTAINER.replace("book", "none")}, "its part OEBPS/none.opf is missing"),
        ({"OEBPS/book.opf": "<package/>"}, "names no chapters"),
        ({"OEBPS/one.xhtml": "x" * 5_000_000}, "a bomb"),
        ({"OEBPS/one.xhtml": b"\xff\xfa\xfb"}, "one.xhtml: expected utf-8"),
        ({"OEBPS/one.xhtml": ONE.format("<img src='1.jpg'/>")}, "holds no text"),
    ],
)
def test_a_book_that_cannot_be_read_is_refused(
    tmp_path: Path, members: dict[str, str | bytes], words: str
) -> None:
    """In one line; nothing of it is read."""
    usual: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": PACKAGE.format(
            '<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/>', '<itemref idref="a"/>'
        ),
        "OEBPS/one.xhtml": ONE.format("<p>Он ушёл.</p>"),
    }
    path = archive(tmp_path / "book.epub", {**usual, **members})
    with pytest.raises(ReadError, match=words) as error:
        read_file(path)
    assert "\n" not in str(error.value)
    assert str(error.value).startswith(str(path))


def test_a_book_with_encrypted_fonts_is_read(tmp_path: Path) -> None:
    """Publishers encrypt them; the text is open."""
    fonts = {"META-INF__encryption.xml": PROTECTED.format("OEBPS/fonts/a.otf")}
    path = epub(tmp_path / "book.epub", {"one.xhtml": ONE.format("<p>Он ушёл.</p>")}, (), **fonts)
    assert read_file(path).text == "Он ушёл.\n"


def shown(page: str) -> list[str]:
    return PageLines(WebTally()).read(parsed_page(page_text(page.encode(), "page"), "page"))


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufeff\ufffe"), min_size=1
).filter(lambda text: bool(text.strip()) and unicodedata.normalize("NFC", text) != "")
TAGS = st.sampled_from(["p", "h2", "div", "li", "blockquote", "td", "section"])


@given(st.lists(st.tuples(TAGS, WORDS), min_size=1, max_size=8))
def test_no_text_is_lost_or_added(blocks: list[tuple[str, str]]) -> None:
    """Each block comes as it is, in order, one a line; white space between words counts once."""
    body = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in blocks)
    lines = shown(f"<html><body>{body}</body></html>")
    assert [line.split() for line in lines] == [text.split() for _, text in blocks]


@given(st.text(max_size=200))
def test_no_page_ends_the_program(page: str) -> None:
    """Whatever stands in the file, the answer is lines or one error."""
    try:
        assert all(shown(f"<html>{page}"))
    except ReadError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either is right


@pytest.mark.model
def test_a_page_aligns_with_a_document_and_places_are_those_of_the_text(tmp_path: Path) -> None:
    """A page in an old encoding, a translation in OpenDocument; flags stand where their words are."""
    body = (
        "<nav>Меню сайта</nav><h1>Телеграмма</h1><p>Баш ответ   получил.<br>Я ушёл 10<sup>3</sup> вёрст.</p>"
    )
    path = tmp_path / "telegram.html"
    path.write_bytes(f"<html><meta charset=windows-1251><body>{body}</body></html>".encode("cp1251"))
    other = odt(tmp_path / "telegram.odt", p("Telegram") + p("I received your reply. I left 10³ versts."))
    bitext = align.align_files(path, other)
    assert bitext.source is not None
    raw = bitext.source.document.raw
    assert raw == "Телеграмма\nБаш ответ получил.\nЯ ушёл 10³ вёрст.\n"
    assert "telegram.html: navigation, header and footer of the page left out: 9 characters" in bitext.notes
    found = [one for one in bitext.flags if one.kind.startswith("ocr.") and one.side == "source"]
    assert ("Баш", "Ваш") in [(flag.text, flag.suggestions[0].text) for flag in found]
    assert all([span.of(raw) for span in flag.spans] == [flag.text] for flag in found)
    assert bitext.correct().startswith("Телеграмма\nВаш ответ")
