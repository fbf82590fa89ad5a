"""The formats of texts that are read: of word processors, books, pages of the web, plain text."""

from __future__ import annotations

from align.text.readers.decoding import read_plain_text
from align.text.readers.file_head import FileHead
from align.text.readers.input_format import InputFormat
from align.text.readers.opendocument.reader import read_opendocument, read_opendocument_pairs
from align.text.readers.web.epub import read_epub
from align.text.readers.web.html import read_html
from align.text.readers.web.kinds import SUFFIXES, is_web_page
from align.text.readers.word.reader import read_word, read_word_pairs

OPENDOCUMENT_TYPE = "application/vnd.oasis.opendocument.text"
NO_PAGE = (
    "holds no text; if a script fills the page, open it in a browser and save what it shows as plain text"
)


def _is_opendocument_text(head: FileHead) -> bool:
    """Whether an archive is a text or a template of one; one that does not say its type, by its name."""
    declared = head.declared_type
    unsaid = not declared and head.suffix == ".odt" and "content.xml" in head.members
    return unsaid or declared.strip() in (OPENDOCUMENT_TYPE, f"{OPENDOCUMENT_TYPE}-template")


WORD = InputFormat(
    "Word",
    (".docx",),
    "an archive with `word/`",
    lambda head: any(name.startswith("word/") for name in head.members),
    "paragraphs, tables row by row, text boxes, notes, list numbers, results of fields, formulas; "
    "tracked changes as accepted; alone, a bilingual table as ready pairs",
    "hidden text, comments, headers and footers, ruby, prompts of forms, embedded objects and diagrams, "
    "signs without a Unicode character; bullets (not said)",
    read_text=lambda path, _: read_word(path),
    read_pairs=read_word_pairs,
)

OPENDOCUMENT = InputFormat(
    "OpenDocument text",
    (".odt",),
    "an archive that says so",
    _is_opendocument_text,
    "paragraphs, headings, tables row by row, text boxes, notes, numbers of lists and headings, fields, "
    "indexes; tracked changes as accepted; alone, a bilingual table as ready pairs",
    "hidden text, comments, headers and footers, ruby, prompts of forms, embedded objects; bullets (not "
    "said)",
    read_text=lambda path, _: read_opendocument(path),
    read_pairs=read_opendocument_pairs,
)

EPUB = InputFormat(
    "EPUB",
    (".epub",),
    "an archive that says so",
    lambda head: "epub" in head.declared_type,
    "the chapters in the order of reading, each as HTML",
    "tables of contents; the same as of HTML",
    read_text=lambda path, _: read_epub(path),
)

HTML = InputFormat(
    "HTML",
    SUFFIXES,
    "root `html`, `head` or `body`",
    is_web_page,
    "paragraphs, headings, tables cell by cell, numbers of lists, in the encoding that the page declares",
    "navigation, header and footer of the page, hidden and deleted text, ruby, pictures, frames; "
    "scripts, styles, comments, form fields (not said)",
    read_text=read_html,
    without_letters=NO_PAGE,
)

PLAIN_TEXT = InputFormat(
    "plain text",
    (".txt", ".md"),
    "none of the others",
    lambda _: True,
    "every character, in the encoding of `--encoding`; an archive's page with head, original and translation",
    "what cleaning excludes, counted by reason",
    read_text=read_plain_text,
    without_letters="expected text, found no letter in COUNT characters; is it the right file?",
)
"""What a file is read as that is recognised as nothing else."""
