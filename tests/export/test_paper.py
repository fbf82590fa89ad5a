"""What an editor prints: the workbook and the Word document as LibreOffice draws them.

No two words overlap, no letter is cut off, every word of every cell is there.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import align
from align.export import collect_rows, export
from align.export.plain_words import row_remarks
from align.review import Review

from .made import Pair, bitext, decide, review
from .office import Paper, converted

LONG = (
    "Я считал возможным обратиться к Вам с вопросом о пяти-шести китайских добровольческих дивизиях потому, "
    "что хорошо знал о ряде заявлений китайских руководящих товарищей относительно готовности двинуть армии; "
)
LONG_TRANSLATION = (
    "I considered it possible to turn to you with the question of five-six Chinese divisions because "
    "I was well aware of a number of statements by the leading Chinese comrades regarding their readiness; "
)
SENTENCES: tuple[Pair, ...] = tuple(
    ((LONG * times,), (LONG_TRANSLATION * other,))
    for times, other in ((1, 1), (4, 1), (1, 5), (9, 9), (1, 1))
)
CAPITALS: tuple[Pair, ...] = (
    (("ПОСТАНОВЛЕНИЕ СОВЕТА МИНИСТРОВ " * 12,), ("RESOLUTION OF THE COUNCIL " * 12,)),
    (("Непереносимодлинноеслово" * 9,), ("www.archive.example/" + "folder/" * 40,)),
)
MANY: tuple[Pair, ...] = tuple(
    ((f"{LONG[: 20 + number % 170]} {number}.",), (f"{LONG_TRANSLATION[: 15 + number % 180]} {number}.",))
    for number in range(160)
)
RIGHT_TO_LEFT: tuple[Pair, ...] = (
    (
        ("وصلت رسالتكم أمس إلى القيادة العامة للجيش في المدينة. " * 6,),
        ("מכתבך הגיע אתמול למפקדת הצבא הראשית בעיר. " * 6,),
    ),
    (("غادر القطار في المساء.",), ("הרכבת יצאה בערב.",)),
)


def opened(pairs: tuple[Pair, ...], languages: tuple[str, str]) -> Review:
    """A review of made texts, with a decision, a note, and a status of each kind."""
    made = Review(bitext([([*one], [*other]) for one, other in pairs], languages=languages), reviewer="anna")
    rows = collect_rows(made).rows
    decide(made, do="edit", row=rows[0].id, side="target", text=rows[0].target.replace(" ", " x", 1))
    decide(
        made, do="comment", row=rows[0].id, text="Compare this with the scan of the second page, please. " * 4
    )
    decide(made, do="confirm", row=rows[0].id)
    decide(made, do="reject-pair", row=rows[-1].id)
    return made


def printed(made: Review, to: str, folder: Path) -> Paper:
    """What LibreOffice prints of an export."""
    path = folder / f"letter.{to}"
    path.write_bytes(export(collect_rows(made), to).files[""])
    return Paper(converted(path, "pdf"))


def check(paper: Paper, made: Review, *, remarks: bool) -> None:
    """Nothing overlaps, nothing is cut, nothing is missing."""
    assert paper.overlapping == []
    assert paper.unseen == []
    for row in collect_rows(made).rows:
        shown = [row.source, row.target, row.status, row.note, *(row_remarks(row) if remarks else ())]
        assert paper.missing(" ".join(shown)) == []


@pytest.mark.parametrize("to", ["xlsx", "docx"])
@pytest.mark.parametrize(
    ("pairs", "languages"),
    [
        (SENTENCES, ("ru", "en")),
        (CAPITALS, ("ru", "en")),
        (MANY, ("ru", "en")),
        (RIGHT_TO_LEFT, ("ar", "he")),
    ],
    ids=["long", "capitals", "many", "right-to-left"],
)
def test_nothing_overlaps_and_nothing_is_cut_on_paper(
    pairs: tuple[Pair, ...], languages: tuple[str, str], to: str, tmp_path: Path
) -> None:
    """Sentences of every length, capitals, words longer than a column, both directions of writing."""
    made = opened(pairs, languages)
    check(printed(made, to, tmp_path), made, remarks=to == "xlsx")


@pytest.fixture(scope="module")
def letter(seeds: Path) -> Review:
    """A real letter with all its doubts, some of them decided."""
    made = Review(align.align_file(seeds / "002_e3cea84825fd0a83.txt"), reviewer="anna")
    for doubt in [one for one in made.doubts.every(made.state) if one.flag.suggestions][:6]:
        decide(made, do="accept", doubt=doubt.id)
    return made


@pytest.mark.model
@pytest.mark.parametrize("to", ["xlsx", "docx"])
def test_a_real_letter_is_printed_whole(letter: Review, to: str, tmp_path: Path) -> None:
    """Words of an OCR, doubts without a suggestion, corrections side by side with what was read."""
    check(printed(letter, to, tmp_path), letter, remarks=to == "xlsx")


@pytest.mark.parametrize("to", ["xlsx", "docx"])
def test_each_page_has_heading_title_and_number(to: str, tmp_path: Path) -> None:
    """In the workbook and in the document."""
    paper = printed(opened(MANY, ("ru", "en")), to, tmp_path)
    assert paper.pages > 2
    for page in range(paper.pages):
        words = [word.text for word in paper.words if word.page == page]
        assert {"Original", "Translation", "Status", "Note", "source.txt"} <= set(words)
        assert f"Page {page + 1} of {paper.pages}" in " ".join(words)


def test_a_row_too_high_for_a_workbook_is_named() -> None:
    """A workbook's row is 409 points high at most; the message names what is not seen whole."""
    exported = export(collect_rows(review((LONG * 40, "He left."), ("Он ушёл.", "He left."))), "xlsx")
    assert exported.messages == ("too long to be seen whole in a workbook, row 1",)
