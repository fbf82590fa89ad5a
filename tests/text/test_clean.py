"""What cleaning sets aside, joins and moves, in pictures: ``⏎`` is a newline of the file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align.errors import InputError
from align.text.clean import RULES, CleanConfig, Cleaned

FREQUENCIES = {
    "будет": 6.2,
    "бу": 2.0,
    "дет": 2.5,
    "японского": 4.0,
    "ского": 1.5,
    "стране": 5.0,
    "большая": 5.0,
}
FREQUENCIES |= {"пяти": 4.9, "шести": 4.6, "положение": 5.2, "договора": 4.8, "это": 7.4, "в": 7.6, "и": 7.5}


def frequency(word: str) -> float:
    """A tiny list of words with Zipf frequencies."""
    return FREQUENCIES.get(word.lower(), 0.0)


@pytest.mark.parametrize(
    ("picture", "furniture"),
    [
        ("Он шёл в лес и⏎⏎Wilson Center Digital Archive⏎⏎Original Scan⏎⏎там остался.", 2),
        ("Он шёл в лес и⏎⏎Nilson Center Digita1 Archive⏎⏎там остался.", 1),
        ("Он шёл в лес и⏎⏎Digital Archive          Original Scan⏎⏎2⏎⏎там остался.", 2),
        ("Он шёл в лес и⏎⏎- 2 -⏎⏎там остался.", 1),
        ("Он шёл в лес и⏎⏎2.⏎⏎там остался.", 1),
        ("Он шёл в лес и⏎\f⏎стр. 17⏎там остался.", 1),
    ],
)
def test_page_furniture_is_set_aside_and_the_sentence_goes_on(
    running: Callable[..., str], aside: Callable[[str], list[str]], picture: str, furniture: int
) -> None:
    """Stamps of archives, misread too, and page numbers interrupt a sentence; without them it is whole."""
    assert running(picture) == "Он шёл в лес и там остался."
    assert len(aside(picture)) == furniture


def test_a_classification_on_a_page_border_is_furniture(running: Callable[..., str]) -> None:
    """``СЕКРЕТНО`` with a copy's number between pages is no text."""
    head = "В связи с этим мы считаем необходимым обратиться к Вам ещё раз с просьбой.⏎⏎"
    assert running(f"{head}Он шёл⏎⏎СЕКРЕТНО⏎⏎Экз. № 3⏎⏎домой.") == running(f"{head}Он шёл⏎⏎домой.")


def test_a_letter_s_head_is_text(running: Callable[..., str], aside: Callable[[str], list[str]]) -> None:
    """Classification, places, addressees and copies in a letter's head are text of the letter."""
    head = "СЕКРЕТНО⏎⏎Экз. № 1⏎⏎ПЕКИН СОВПОСОЛ⏎⏎для МАО ЦЗЕ-ДУНА.⏎⏎Копии: Молотову"
    assert running(head) == head.replace("⏎⏎", "⏎")
    assert not aside(head)


def test_a_stamp_glued_to_a_word_comes_off(running: Callable[..., str]) -> None:
    """The word goes on behind the page break."""
    picture = "Так в стране буWilson Center Digital Archive⏎⏎Original Scan⏎⏎дет мир."
    assert running(picture, frequency) == "Так в стране будет мир."


def test_a_translation_may_speak_of_the_archive(running: Callable[..., str]) -> None:
    """A name inside an English sentence is not a stamp."""
    sentence = "A copy is kept in the Wilson Center Digital Archive."
    assert running(sentence) == sentence


def test_numbers_of_chapters_are_text(running: Callable[..., str], aside: Callable[[str], list[str]]) -> None:
    """Lone numbers that count from one are not page numbers."""
    chapters = "1.⏎Он ушёл далеко в тёмный лес и долго там жил.⏎2.⏎Она осталась дома и ждала его всю зиму."
    assert "2." in running(chapters)
    assert not aside(chapters)


def test_running_heads_are_set_aside(running: Callable[..., str]) -> None:
    """A line that is repeated inside sentences is page furniture."""
    pages = "⏎⏎".join(
        f"Мы долго шли через лес номер {n} и⏎⏎Записки путника⏎⏎видели много зверей." for n in "абвг"
    )
    assert "Записки" not in running(pages)


def test_a_stamp_read_letter_by_letter_is_set_aside(running: Callable[..., str]) -> None:
    """The library's stamp across the margin leaves scraps, its number even inside a word."""
    stamp = "31-MAY 1200 0 К ROM MANUS A エく IBRARY Ŋ 202".replace(" ", "⏎⏎")
    picture = f"восстановления япон-⏎⏎{stamp}⏎⏎114 ского империализма."
    assert running(picture, frequency) == "восстановления японского империализма."


@pytest.mark.parametrize(
    "lines", ["— Да.⏎— Нет.⏎— Да.⏎— Нет.⏎— Иди.⏎— Иду.", "1⏎2⏎3⏎4⏎5⏎6⏎7", "Я⏎ты⏎он⏎она⏎мы⏎вы⏎они"]
)
def test_short_lines_of_text_are_no_stamp(aside: Callable[[str], list[str]], lines: str) -> None:
    """A dialogue, a column of numbers and a list of words stay."""
    assert not aside(lines)


def test_handwriting_is_set_aside(running: Callable[..., str], aside: Callable[[str], list[str]]) -> None:
    """Scraps behind the signature, and lines of another script at a page break."""
    scraps = "6 2 2 2 min S con pilop S. . . . ."
    picture = f"Original Scan⏎U-m PULLIPPOLE⏎Мы будем рады встретить их.⏎⏎С уважением ФИЛИППОВ {scraps}"
    assert running(picture) == "Мы будем рады встретить их.⏎С уважением ФИЛИППОВ"
    assert aside(picture)[-1] == scraps


def test_signs_of_comparison_are_no_tags(running: Callable[..., str]) -> None:
    """A tag inside a line has attributes with values, or none."""
    text = "If a<b and c>d, or i<s or x>y, see <i class=x>this</i>, <b>that</b>, <br clear>there."
    assert running(text) == "If a<b and c>d, or i<s or x>y, see this, that, there."


def test_markup_is_set_aside(running: Callable[..., str], aside: Callable[[str], list[str]]) -> None:
    """Tags, bold and headings are the file's, not the letter's."""
    assert (
        running("# Письмо⏎⏎Мы с <u>друзьями</u> H<sub>2</sub>O **вместе**")
        == "Письмо⏎Мы с друзьями H2O вместе"
    )
    assert not aside("если a < b и c > d, то 2 * 3 * 4 > 1, #1")


def test_a_byte_order_mark_is_set_aside(aside: Callable[[str], list[str]]) -> None:
    """It is kept in the raw text and is no letter."""
    assert aside("\ufeffОн ушёл.") == ["\ufeff"]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("сказал япон-⏎ского посла", "сказал японского посла"),
        ("это поло- жение и", "это положение и"),
        ("это поло\u00adжение", "это положение"),
        ("минимум о пяти-⏎шести", "минимум о пяти-шести"),
        ("пяти- и шестилетний план", "пяти- и шестилетний план"),
        ("условия договора- это всё", "условия договора- это всё"),
        ("из-за дождя", "из-за дождя"),
    ],
)
def test_a_word_cut_at_a_line_end_is_joined(running: Callable[..., str], broken: str, whole: str) -> None:
    """A real compound keeps its hyphen; a dash that lost a space stays."""
    assert running(broken, frequency) == whole


@pytest.mark.parametrize(
    ("head", "tail"), [("он устал", ", но шёл"), ("скажи", "-ка нам"), ("(он", ") ушёл")]
)
def test_a_mark_behind_a_page_s_end_stands_close_to_its_word(
    running: Callable[..., str], head: str, tail: str
) -> None:
    """A comma, a bracket, a hyphen that came to stand on the next page."""
    assert running(f"Тут {head}⏎⏎- 2 -⏎⏎{tail}.") == f"Тут {head}{tail}."


def test_two_words_over_a_page_end_stay_two(running: Callable[..., str]) -> None:
    """Only likelier words are put together."""
    assert running("Так в стране⏎⏎- 2 -⏎⏎большая тяга.", frequency) == "Так в стране большая тяга."


def test_without_a_list_of_words_the_document_decides(running: Callable[..., str]) -> None:
    """A word that stands elsewhere in the text is known."""
    assert running("Война будет. Мир бу⏎⏎- 2 -⏎⏎дет.") == "Война будет. Мир будет."


@pytest.mark.parametrize(
    ("picture", "text"),
    [
        ("a consideration that is new to⏎⏎me. You insist.", "a consideration that is new to me. You insist."),
        ("We agree.⏎⏎They do not.", "We agree.⏎They do not."),
        ("Two points;⏎⏎2) another", "Two points;⏎2) another"),
        ("Comrade Filippov,⏎⏎I received it.", "Comrade Filippov,⏎I received it."),
        ("We agree⏎⏎a) with this⏎⏎b) with that", "We agree⏎a) with this⏎b) with that"),
        (
            "of the Politburo [Central Committee,⏎All-Union Party]",
            "of the Politburo [Central Committee, All-Union Party]",
        ),
        ("Mao Zedong⏎12 January 1949", "Mao Zedong⏎12 January 1949"),
    ],
)
def test_a_sentence_that_runs_over_a_break_is_joined(
    running: Callable[..., str], picture: str, text: str
) -> None:
    """A small letter after an unfinished line goes on the sentence; points, heads and dates do not."""
    assert running(picture) == text


def test_wrapped_lines_are_one_paragraph(running: Callable[..., str]) -> None:
    """Where the next word would not have fitted, the line's end is no paragraph's."""
    lines = ["Мы шли лесом и полем, а Иван", "Петрович всё молчал и смотрел", "Ольге вслед, будто не узнавал"]
    text = "⏎".join([*lines, "Ольгу в новом платье. Нет."])
    assert "⏎" not in running(text)


def test_one_sentence_a_line_stays_so(running: Callable[..., str]) -> None:
    """A file prepared with one segment a line keeps its lines."""
    text = "⏎".join(f"Это строка номер {n}{' и ещё слово' * (n % 4)}" for n in range(30))
    assert running(text) == text


def test_a_line_read_out_of_turn_goes_back(cleaned: Callable[..., Cleaned]) -> None:
    """The stranded end of a paragraph moves behind its beginning; the move is recorded."""
    stranded = "Original Scan⏎⏎-на Востоке.⏎⏎Original Scan"
    raw = f"отказаться от япон-⏎⏎{stranded}⏎⏎ского плана в свой плацдарм⏎⏎Я исходил."
    result = cleaned(raw, frequency)
    assert result.text.text == "отказаться от японского плана в свой плацдарм -на Востоке.\nЯ исходил."
    (move,) = result.moves
    text = raw.replace("⏎", "\n")
    assert move.span.of(text) == "-на Востоке."
    assert text[: move.after].endswith("плацдарм")


def test_each_rule_can_be_switched_off(running: Callable[..., str]) -> None:
    """With every rule off only white space is put in order."""
    picture = "# А  б⏎⏎- 2 -⏎⏎<b>В</b>"
    assert running(picture, off=frozenset(rule.name for rule in RULES)) == "# А б⏎- 2 -⏎<b>В</b>"
    assert running(picture, off=frozenset({"page-numbers"})) == "А б⏎- 2 -⏎В"


def test_an_unknown_rule_is_an_error_that_lists_the_rules() -> None:
    """A misspelt rule would otherwise switch nothing off, silently."""
    with pytest.raises(InputError, match=r"'markupp'.*byte-order-mark.*markup"):
        CleanConfig(frozenset({"markupp"}))


def test_every_rule_has_a_name_of_its_own_and_a_label() -> None:
    """The command line and the documentation list the rules by both."""
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.label for rule in RULES)
