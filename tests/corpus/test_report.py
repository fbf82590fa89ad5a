"""The report on a collection."""

from __future__ import annotations

import base64
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree, html
from made_tables import document, failure, flag, write_copies, write_tables

from align.corpus import confusion_profile
from align.corpus.bitext_files import bitext_file
from align.corpus.document import CorpusDocument
from align.corpus.report import write_report
from align.corpus.report_plots import PLOT_NAMES
from align.errors import ReadError
from align.folder.made_here import made_here

HOSTILE = '<script>alert(1)</script>"&'


class Page:
    """A report that was read: the rows of the tables of a section, and its text."""

    def __init__(self, path: Path) -> None:
        self.text = path.read_text("utf-8")
        self._root = html.fromstring(self.text)

    def rows(self, section: str) -> list[list[str]]:
        """The cells of the tables of a section."""
        lines = self._root.xpath(f'//section[@id="{section}"]//tbody/tr')
        return [[cell.text_content() for cell in line] for line in lines]

    def words(self, section: str) -> str:
        """The text of a section."""
        return str(self._root.xpath(f'string(//section[@id="{section}"])'))

    def links(self, section: str) -> dict[str, str]:
        """Text -> address of the links of a section."""
        found = self._root.xpath(f'//section[@id="{section}"]//a')
        return {link.text_content(): link.get("href") for link in found}

    def pictures(self) -> list[tuple[str, bytes]]:
        """The alternative text and the content of each picture."""
        sources = [(one.get("alt"), one.get("src")) for one in self._root.xpath("//img")]
        return [(alt, base64.b64decode(src.partition("base64,")[2])) for alt, src in sources]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five documents: two bad, one good, one without original, one that failed."""
    misread = flag("Баш", ("Ваш", 0.8))
    bad = document("bad", [misread, misread], 3, confidences=[0.97, 0.31])
    worse = document("worse", [misread, misread, flag("99", kind="check.number")], 3)
    alone = document("copy of bad", sides="target")
    failed = failure("gone", "gone.txt: no such file")
    return write_tables(tmp_path / "out", bad, worse, document("good"), alone, failed)


def test_the_figures_of_a_page_are_those_of_the_tables(folder: Path) -> None:
    """Counts, kinds, languages and confidences."""
    page = Page(write_report(folder))
    assert page.rows("counts")[0] == ["documents", "5"]
    assert ["sentences of originals", "9"] in page.rows("counts")
    assert [(row[0], row[2]) for row in page.rows("flags-by-kind")] == [
        ("unknown word", "4"),
        ("number", "1"),
    ]
    assert page.rows("languages") == [["ru", "en", "3", "9", "9"], ["–", "en", "1", "0", "3"]]
    alternatives = [alternative for alternative, _ in page.pictures()]
    assert "Confidences of 2 beads: 1 of .95 and more, 1 below .5, 0 between." in alternatives


def test_the_worst_documents_stand_first(folder: Path) -> None:
    """By their flags for each hundred words of both sides: 3 sentences of 10 and 12 words."""
    rows = Page(write_report(folder)).rows("worst-documents")
    assert [row[:5] for row in rows] == [
        ["worse", "4.5", "3", "66", "unknown word (2)"],
        ["bad", "3.0", "2", "66", "unknown word (2)"],
    ]
    assert rows[1][5:7] == ["2", "1"]  # beads, doubtful


def test_flags_that_are_not_sure_make_no_document_bad(tmp_path: Path) -> None:
    """Below a confidence of .5 a flag does not count."""
    write_tables(tmp_path, document("a", [flag("Баш", confidence=0.49)]))
    assert "There is none with flags." in Page(write_report(tmp_path)).words("worst-documents")


def test_a_document_of_a_few_words_is_not_ranked(tmp_path: Path) -> None:
    """One flag would make it the worst; how many there are stands below the list."""
    short = document("short", [flag("Баш")], 1, sides="source")
    write_tables(tmp_path, short, document("long", [flag("Баш")]))
    page = Page(write_report(tmp_path))
    assert [row[0] for row in page.rows("worst-documents")] == ["long"]
    assert "1 more with flags, but fewer than 20 words" in page.words("worst-documents")


def test_the_worst_pages_are_named_with_their_pictures(tmp_path: Path) -> None:
    """A page of a scan has the flags and the words of its own side and sentences: two of 10 words."""
    several = [flag("Баш", sentence=at) for at in (2, 3, 4, 5)]
    write_tables(tmp_path, document("scan", several, 5, pages=True), document("text", several))
    page = Page(write_report(tmp_path))
    assert page.rows("worst-pages") == [
        ["scan", "10.0", "2", "20", "unknown word (2)", "original", "2", "scans/p2.jpg"],
        ["scan", "5.0", "1", "20", "unknown word (1)", "original", "1", "scans/p1.jpg"],
    ]
    assert "1 more with flags, but fewer than 20 words" in page.words("worst-pages")


def test_pictures_and_bitexts_are_linked_where_they_stand(tmp_path: Path) -> None:
    """Addresses lead from the folder of the report; what is missing is named without a link."""
    out, name = tmp_path / "out", "box 1/scan #1"
    flags = [flag("Баш", sentence=at) for at in (1, 3)]
    write_tables(out, document(name, flags, 4, pages=True), document("lost", flags))
    source = tmp_path / "in" / "scan #1.hocr"
    (tmp_path / "in" / "scans").mkdir(parents=True)
    source.touch()
    (tmp_path / "in" / "scans" / "p1.jpg").touch()
    bitext_file(out / "bitexts", name).parent.mkdir(parents=True)
    bitext_file(out / "bitexts", name).touch()
    page = Page(write_report(out, [CorpusDocument(name, (source,), ("scan #1.hocr",))]))
    assert page.links("worst-pages") == {name: "../in/scan%20%231.hocr", "scans/p1.jpg": "../in/scans/p1.jpg"}
    assert [row[-1] for row in page.rows("worst-pages")] == ["scans/p1.jpg", "scans/p2.jpg"]
    links = page.links("worst-documents")
    assert sorted(links) == ["bitext", name]
    assert (out / unquote(links["bitext"])).samefile(bitext_file(out / "bitexts", name))


def test_misread_letters_are_counted_over_the_collection(folder: Path) -> None:
    """Four flags read Б for В with .8: 3.2 of the В that the originals hold, the four misread ones too."""
    [row] = Page(write_report(folder)).rows("misread-letters")
    assert row == ["В", "Б", "3.2", "12", "26.67 %"]


def test_of_many_flags_some_are_compared_and_stand_for_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time that the report takes does not grow with the flags."""
    monkeypatch.setattr(confusion_profile, "FLAGS", 2)
    page = Page(write_report(folder))
    assert [row[:3] for row in page.rows("misread-letters")] == [["В", "Б", "3.2"]]
    assert re.search(r"[12] of 4 such flags were compared", page.words("misread-letters"))


def test_documents_with_one_side_and_failures_are_listed(folder: Path) -> None:
    """With the name of the file, and with the error."""
    page = Page(write_report(folder))
    assert page.rows("failed-documents") == [["gone", "gone.txt: no such file"]]
    assert page.rows("documents-with-one-side") == [["copy of bad", "copy of bad.txt"]]
    assert "Without an original" in page.words("documents-with-one-side")


def test_copies_are_listed_the_most_alike_first(folder: Path) -> None:
    """Where there is a table of copies."""
    assert "Copies were not looked for" in Page(write_report(folder)).words("copies")
    write_copies(folder, ("good", "bad", 0.8), ("worse", "bad", 0.95))
    rows = Page(write_report(folder)).rows("copies")
    assert rows == [["worse", "copy", "bad", "0.95"], ["good", "excerpt", "bad", "0.80"]]


@pytest.mark.parametrize("files", [(), (Path("/x" * 40, "x" * 300),)], ids=["no file", "a name too long"])
def test_documents_whose_files_cannot_be_looked_at_are_named(folder: Path, files: tuple[Path, ...]) -> None:
    """Such lines of a manifest have rows where it is run anyway."""
    page = Page(write_report(folder, [CorpusDocument(name, files, ()) for name in ("gone", "bad")]))
    assert page.rows("failed-documents") == [["gone", "gone.txt: no such file"]]
    assert page.links("failed-documents") == {}


def test_pictures_of_others_beside_the_plots_stay(tmp_path: Path) -> None:
    """Only plots of a former report are removed."""
    (tmp_path / "plots").mkdir()
    for name in ("own.svg", "confusions.svg"):
        (tmp_path / "plots" / name).write_text("<svg/>")
    write_tables(tmp_path, document("good"))
    write_report(tmp_path)
    assert (tmp_path / "plots" / "own.svg").is_file()
    assert not (tmp_path / "plots" / "confusions.svg").exists()


def test_a_long_list_ends_with_the_number_left_out(tmp_path: Path) -> None:
    """A list shows a hundred rows."""
    write_tables(tmp_path, *(failure(f"d{at:03}", "no such file") for at in range(130)))
    page = Page(write_report(tmp_path))
    assert len(page.rows("failed-documents")) == 100
    assert page.rows("failed-documents")[99][0] == "d099"
    assert "And 30 more" in page.words("failed-documents")


def test_a_hostile_name_is_text(tmp_path: Path) -> None:
    """Ids, errors, names of pictures, words and kinds are escaped; the policy of the page runs no script."""
    bad = flag(HOSTILE, ("$\\frac{1}$" + HOSTILE, 0.9))
    rows = document(HOSTILE, [bad, bad], 3, source_language=HOSTILE)
    write_tables(tmp_path / "out", rows, failure(f"x{HOSTILE}", HOSTILE), document("$a$", sides="source"))
    path = write_report(tmp_path / "out")
    page = Page(path)
    assert "<script" not in page.text
    assert "default-src 'none'" in unescape(page.text)
    assert page.rows("worst-documents")[0][0] == HOSTILE
    assert page.rows("failed-documents") == [[f"x{HOSTILE}", HOSTILE]]
    for _, svg in page.pictures():
        assert etree.fromstring(svg).xpath("//*[local-name()='script']") == []


def test_letters_that_no_font_has_are_drawn_without_a_warning(tmp_path: Path) -> None:
    """The reader's browser has them; control characters are shown by their escapes."""
    odd = [flag("語", ("話", 0.9)), flag("a\x07", ("a", 0.9)), flag("$$", ("$", 0.9))]
    write_tables(tmp_path, document("a", odd))
    page = Page(write_report(tmp_path))
    assert {("話", "∅"), ("∅", "\\x07")} <= {tuple(row[:2]) for row in page.rows("misread-letters")}
    for _, svg in page.pictures():
        etree.fromstring(svg)


@pytest.mark.parametrize("rows", [[], [failure("a", "no such file"), failure("b", "empty")]])
def test_a_collection_in_which_nothing_was_aligned_has_a_report(tmp_path: Path, rows: list[object]) -> None:
    """Each section says that there is nothing; no picture is drawn."""
    page = Page(write_report(write_tables(tmp_path / "out", *rows)))  # type: ignore[arg-type]
    assert page.rows("counts")[0] == ["documents", str(len(rows))]
    assert "No flag was raised." in page.words("flags-by-kind")
    assert "No document was read." in page.words("languages")
    assert page.pictures() == []


def test_equal_tables_make_an_equal_report_apart_from_times(folder: Path, tmp_path: Path) -> None:
    """The section of times is the last one."""
    other = document("bad", [flag("Баш", ("Ваш", 0.8))] * 2, 3, confidences=[0.97, 0.31])
    other["timings"][0].update(seconds=77.0, megabytes=999.0)
    worse = document("worse", [*[flag("Баш", ("Ваш", 0.8))] * 2, flag("99", kind="check.number")], 3)
    again = write_tables(
        tmp_path / "again" / "out",
        failure("gone", "gone.txt: no such file"),
        worse,
        document("copy of bad", sides="target"),
        document("good"),
        other,
    )
    one, two = write_report(folder).read_text("utf-8"), write_report(again).read_text("utf-8")
    assert one != two
    assert one.partition('<section id="times">')[0] == two.partition('<section id="times">')[0]
    assert all(
        path.read_bytes() == (again / "plots" / path.name).read_bytes()
        for path in (folder / "plots").iterdir()
    )


def test_the_plots_are_files_as_well(folder: Path) -> None:
    """They are the pictures of the page; their ink follows light and dark."""
    page = Page(write_report(folder))
    files = {path.name: path.read_bytes() for path in (folder / "plots").iterdir()}
    assert sorted(files) == [
        "bead-confidences.svg",
        "confusions.svg",
        "flag-confidences.svg",
        "flags.svg",
        "sizes.svg",
    ]
    assert files.keys() == {f"{name}.svg" for name in PLOT_NAMES}
    assert sorted(files.values()) == sorted(svg for _, svg in page.pictures())
    assert all(alternative for alternative, _ in page.pictures())
    assert all(b"currentColor" in svg and b"prefers-color-scheme" in svg for svg in files.values())


def test_a_report_is_written_again_where_the_tables_are_newer(folder: Path) -> None:
    """A run that changed nothing leaves the page as it is."""
    path = write_report(folder)
    path.write_text("kept", "utf-8")
    assert write_report(folder).read_text("utf-8") == "kept"
    write_tables(folder, document("new"))
    assert "<title>" in write_report(folder).read_text("utf-8")
    assert [one.name for one in (folder / "plots").iterdir()] == ["sizes.svg"]  # no flag, no bead


def test_a_report_is_no_document_of_a_folder(folder: Path) -> None:
    """A folder of documents passes over what align wrote."""
    assert made_here(write_report(folder))


def test_a_damaged_table_is_named_with_what_to_do(folder: Path) -> None:
    """Its footer is whole: nothing else notices it."""
    write_report(folder)
    path = folder / "sentences" / "part-00000.parquet"
    content = bytearray(path.read_bytes())
    content[4 : len(content) // 2] = bytes(len(content) // 2 - 4)
    path.write_bytes(content)
    with pytest.raises(
        ReadError, match=r"sentences/part-00000\.parquet: .*remove this file and run the same"
    ):
        write_report(folder)
