"""A page of an archive: its head, its original, its translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.text.document import Document, Side
from align.text.readers.archive import page, read_archive
from align.text.readers.plain import read_plain

RUSSIAN = "ПЕКИН\n\nВаш ответ получил. Я считал возможным обратиться к Вам."
ENGLISH = "From Filippov\n\nI received your reply. I considered it possible to turn to you."
GERMAN = "Ich habe Ihre Antwort erhalten. Ich hielt es für möglich, mich an Sie zu wenden."


def head(contents: str, language: str = "Russian", form: str = "#### {}:") -> str:
    labels = [form.format(name) for name in ("Citation", "Summary", "Original Language", "Contents")]
    values = ['"Letter to Mao", October 5, 1950, Archive', "Stalin writes.", language, contents]
    pairs = "\n\n".join(f"{label}\n\n{value}" for label, value in zip(labels, values, strict=True))
    return f"# Letter to Mao\n\n{pairs}\n\n"


def parts(document: Document) -> list[tuple[str, str]]:
    return [(section.part, section.span.of(document.raw)) for section in document.sections]


@pytest.mark.parametrize("form", ["#### {}:", "**{}:**", "## **{}:**", "{}:", "### {}:  "])
def test_the_head_is_read_in_any_dress(form: str) -> None:
    """Headings as Markdown has them, bold or plain."""
    metadata = page("a", head("Original Scan Translation - English", form=form) + RUSSIAN).metadata
    assert metadata.title == "Letter to Mao"
    assert metadata.date == "October 5, 1950"
    assert metadata.citation == '"Letter to Mao", October 5, 1950, Archive'
    assert metadata.summary == "Stalin writes."
    assert metadata.original_language == "Russian"
    assert metadata.contents == "Original Scan Translation - English"
    assert metadata.credits is None


@pytest.mark.parametrize(("first", "second"), [(RUSSIAN, ENGLISH), (ENGLISH, RUSSIAN)])
def test_both_sides_are_found_in_either_order(first: str, second: str) -> None:
    """The script separates them, whichever stands first."""
    document = page("a", f"{head('Original Scan Translation - English')}{first}\n\n{second}\n")
    sides = ["source", "target"] if first == RUSSIAN else ["target", "source"]
    assert parts(document)[1:] == list(zip(sides, (first, second), strict=True))


def test_strays_of_the_other_script_split_nothing() -> None:
    """A scrawl inside the Russian and a Russian word inside the English stay where they are."""
    russian = RUSSIAN.replace("\n\n", "\n\nU-m PULLIPPOLE\n\n")
    english = ENGLISH.replace("\n\n", "\n\nПЕКИН\n\n")
    document = page("a", f"{russian}\n\n{english}")
    assert parts(document) == [("source", russian), ("target", english)]


def test_names_in_the_other_script_at_the_end_of_a_side_stay_there() -> None:
    """Most letters of its last lines are of the other script: the blank line shows where the side ends."""
    russian = f"{RUSSIAN} Данные таких каналов, как PBS и\nFox Business Network, пока не\nдоступны."
    assert parts(page("a", f"{russian}\n\n{ENGLISH}")) == [("source", russian), ("target", ENGLISH)]


@pytest.mark.parametrize("signature", ["А. Власов", "А. Власов, Boston"])
def test_without_a_blank_line_a_last_line_of_its_own_script_stays(signature: str) -> None:
    """A signature below a blank line, and the translation right below it: nothing is moved."""
    russian = f"{RUSSIAN}\n\n{signature}"
    assert parts(page("a", f"{russian}\n{ENGLISH}")) == [("source", russian), ("target", ENGLISH)]


def test_a_heading_of_the_page_s_own_parts_the_sides() -> None:
    """A line with *Translation - English* is metadata; behind it the translation begins."""
    document = page("a", f"{RUSSIAN}\n\nWilson Center\n\n**Translation - English**\n\n{ENGLISH}")
    assert [part for part, _ in parts(document)] == ["source", "metadata", "target"]
    assert parts(document)[1][1] == "**Translation - English**"


def test_sides_in_one_script_are_separated_by_language() -> None:
    """A German original with its English translation, as the page states."""
    raw = head("Original Scan Translation - English", "German") + f"{GERMAN}\n\n{ENGLISH}"
    assert parts(page("a", raw))[1:] == [("source", GERMAN), ("target", ENGLISH)]


@pytest.mark.parametrize(
    ("text", "side"), [(RUSSIAN, "source"), (ENGLISH, "target"), (GERMAN, "source")], ids=["ru", "en", "de"]
)
def test_a_page_with_one_side_has_one_section(text: str, side: Side) -> None:
    """An English text is a translation, any other an original."""
    assert parts(page("a", text)) == [(side, text)]


def test_a_translation_into_another_language_is_known_by_the_contents() -> None:
    """The page names the language of its translation."""
    raw = head("Translation - Russian", "English") + RUSSIAN
    assert parts(page("a", raw))[1] == ("target", RUSSIAN)


@pytest.mark.parametrize(
    ("name", "date", "title"),
    [
        (
            "000",
            "November 19, 1951",
            "VKP(b) CC Politburo decision with approved message Filippov (Stalin) to Mao",
        ),
        (
            "001",
            "July 29, 1953",
            "Telegram from Kuznetsov to Soviet Foreign Ministry regarding a Meeting with Mao",
        ),
        ("002", "October 5, 1950", "October 5, 1950 Letter, Cde. Filippov [Stalin] for Mao"),
        ("003", None, None),
        ("004", "January 13, 1949", "Ciphered Telegrams No. 50450, 50470, and 50490, Terebin to Kuznetsov"),
    ],
)
def test_the_letters_say_what_they_are(seeds: Path, name: str, date: str | None, title: str | None) -> None:
    """Title and date of each, in three dresses and in none."""
    (path,) = seeds.glob(f"{name}_*.txt")
    metadata = read_archive(path).metadata
    assert metadata.date == date
    assert metadata.title is None if title is None else str(metadata.title).startswith(title)


def test_only_one_letter_holds_its_original(seeds: Path) -> None:
    """Of the five, one has both sides; the others are translations."""
    sides = [
        {part for part, _ in parts(read_archive(path))} - {"metadata"}
        for path in sorted(seeds.glob("0*.txt"))
    ]
    assert sides == [{"target"}, {"target"}, {"source", "target"}, {"target"}, {"target"}]


def test_a_plain_file_is_one_side(tmp_path: Path) -> None:
    """All of it, but for a head such as archives write."""
    path = tmp_path / "ru.txt"
    path.write_text(f"\n{RUSSIAN}\n", encoding="utf-8")
    assert parts(read_plain(path, "source")) == [("source", RUSSIAN)]
    path.write_text(head("Translation - English") + ENGLISH, encoding="utf-8")
    document = read_plain(path, "target")
    assert [part for part, _ in parts(document)] == ["metadata", "target"]
    assert document.metadata.title == "Letter to Mao"


def test_a_text_that_only_mentions_a_label_has_no_head() -> None:
    """One label does not make a head."""
    raw = "Он ушёл.\n\nSummary: no.\n"
    assert page("a", raw).spans("metadata") == ()


BEGINNING = "Секретно\nЭкз. № 2\nТоварищу Молотову."
HEAD = "A letter\n\nRights: free\n\nSource: an archive\n\n"


@pytest.mark.parametrize(
    "before",
    [
        f"{head('Original Scan Translation - English')}Original Scan\n\n",
        f"{HEAD}Rights:\n\n",
        f"{HEAD}Источник\n\n",
        f"{HEAD}Date: October 5, 1950\n",
        f"{HEAD}Original Language:\n\n",
        f"{HEAD}Summary:\n\n",
    ],
)
def test_the_first_paragraph_of_an_original_is_no_value_of_the_label_before_it(before: str) -> None:
    """It is text of the original, whatever label stands above it."""
    raw = f"{before}{BEGINNING}\n\n{RUSSIAN}\n\n{ENGLISH}\n"
    [original] = page("a", raw).spans("source")
    assert original.of(raw).startswith(BEGINNING)


def test_a_whole_original_between_two_labels_is_no_value() -> None:
    """A short letter is no longer than the values of some labels."""
    raw = f"{HEAD}Original Scan\n\n{RUSSIAN}\n\nRights: free\n\nSource: x\n\nCopyright: y\n\n{ENGLISH}\n"
    assert RUSSIAN.strip() in "".join(span.of(raw) for span in page("a", raw).spans("source"))


def test_an_address_is_no_title() -> None:
    """A letter begins with it."""
    raw = f"{HEAD}Title:\n\nDear Comrade Stalin!\n\n{ENGLISH}\n\n{RUSSIAN}\n"
    assert page("a", raw).metadata.title != "Dear Comrade Stalin!"


def test_a_statement_at_the_end_stays_one() -> None:
    """What an archive writes in a paragraph below its label."""
    tail = "Rights:\n\nThe archive welcomes reuse. Cite it.\n\nSource:\n\nThe archive of the president."
    raw = f"{RUSSIAN}\n\n{ENGLISH}\n\n{tail}\n"
    assert [span.of(raw) for span in page("a", raw).spans("metadata")] == [tail]
