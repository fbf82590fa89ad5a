"""Documents of Word and PDF as text."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.errors import ReadError
from align.text.clean import clean
from align.text.readers.file import read_text
from align.text.readers.plain import read_plain


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Two pages of Word, a sentence running over their border, a table at the end."""
    from docx import Document
    from docx.enum.text import WD_BREAK

    made = Document()
    made.sections[0].header.paragraphs[0].text = "Archive header"
    paragraph = made.add_paragraph("Ваш ответ")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("получил.")
    made.add_table(1, 1).rows[0].cells[0].text = "Я ушёл."
    path = tmp_path / "letter.docx"
    made.save(str(path))
    return path


def pdf(path: Path, pages: list[str]) -> Path:
    """A PDF by hand: Latin text in one font, a line a page."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    path.write_bytes((out + end + trailer).encode("latin-1"))
    return path


def test_word_gives_its_text_with_page_borders(document: Path) -> None:
    """Paragraphs and cells in order; a form feed where the page ends; headers are furniture and left out."""
    assert read_text(document) == "Ваш ответ\n\f\nполучил.\nЯ ушёл.\n"


def test_a_sentence_over_a_page_border_is_joined(document: Path) -> None:
    """Cleaning distinguishes the end of a page from that of a paragraph."""
    page = read_plain(document, "source", "cp1251")
    assert clean(page, "source").text.text.startswith("Ваш ответ получил.")
    assert page.encoding == "utf-8"
    assert len(page.sha256) == 64


def test_pdf_gives_its_text_layer_with_page_borders(tmp_path: Path) -> None:
    """A page after another, a form feed between."""
    path = pdf(tmp_path / "letter.pdf", ["I received your reply.", "I left."])
    assert read_text(path) == "I received your reply.\n\f\nI left.\n"


def test_a_pdf_of_blank_pages_is_refused(tmp_path: Path) -> None:
    """With what may be the reason."""
    with pytest.raises(ReadError, match=r"no letter was found on its pages"):
        read_text(pdf(tmp_path / "scan.pdf", [""]))


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    """One that any viewer opens is read."""
    from pypdf import PdfReader, PdfWriter

    for password in ("", "secret"):
        writer = PdfWriter(clone_from=PdfReader(pdf(tmp_path / "plain.pdf", ["I left."])))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        writer.write(tmp_path / f"letter{password}.pdf")
    assert read_text(tmp_path / "letter.pdf") == "I left.\n"
    with pytest.raises(ReadError, match=r"a PDF with a password; open it in a viewer.*without a password"):
        read_text(tmp_path / "lettersecret.pdf")


def test_a_pdf_encrypted_with_aes_is_refused(tmp_path: Path) -> None:
    """Its method needs a library that is not installed; that is no reason to fail without a word."""
    path = pdf(tmp_path / "letter.pdf", ["I left."])
    keys = " ".join(
        f"/{name} <{'00' * size}>" for name, size in (("O", 48), ("U", 48), ("OE", 32), ("UE", 32))
    )
    filters = "/CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF"
    encrypted = (
        f"/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /P -4 {keys} /Perms <{'00' * 16}> {filters} >>"
    )
    trailer = f"/ID [<00> <00>] {encrypted} /Root".encode()
    path.write_bytes(path.read_bytes().replace(b"/Root", trailer))
    with pytest.raises(ReadError, match="with a password; open it in a viewer"):
        read_text(path)


@pytest.mark.parametrize(("name", "words"), [("letter.pdf", "cut short"), ("letter.docx", "cut short")])
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_broken_document_is_refused(tmp_path: Path, name: str, words: str) -> None:
    """In one line with the file's name."""
    path = tmp_path / name
    path.write_bytes(b"%PDF-1.4\nnothing" if name.endswith("pdf") else b"PK\x03\x04nothing")
    with pytest.raises(ReadError, match=words):
        read_text(path)
