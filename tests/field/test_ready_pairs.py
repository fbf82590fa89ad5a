"""Files of texts that are aligned already: as the standard says, and as tools write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import align
from align.bitext import Bitext
from align.config import Config
from align.errors import AlignError, ReadError
from align.loading import documents_of
from align.render import to_text
from tests.field.made_docx import docx, p, table

Seen = list[tuple[str, str]]


def seen(path: Path, **settings: str) -> tuple[Seen, tuple[str | None, str | None], tuple[str, ...]]:
    """The pairs of a file, their languages, and what is said."""
    documents, config = documents_of(path, None, Config(**settings))  # type: ignore[arg-type]
    assert config.pre_aligned
    source, target = (documents[side].raw.splitlines() for side in ("source", "target"))
    languages = config.source_language, config.target_language
    return list(zip(source, target, strict=True)), languages, documents["source"].notes


def tmx(*units: str, srclang: str = "ru", head: str = "", root: str = "tmx") -> str:
    return (
        f'{head}<{root} version="1.4"><header srclang="{srclang}" datatype="plaintext"/>'
        f"<body>{''.join(f'<tu>{unit}</tu>' for unit in units)}</body></{root.split(maxsplit=1)[0]}>"
    )


def tuv(language: str, text: str) -> str:
    return f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv>'


RU_EN = tuv("ru", "Мы согласны."), tuv("en", "We agree.")
AGREE = [("Мы согласны.", "We agree.")]

FIELD: dict[tuple[str, str, str], Seen] = {
    ("namespace", "", ""): AGREE,
    ("star", "", ""): AGREE,
    ("three-letters", "", ""): AGREE,
    ("underscore", "", ""): AGREE,
    ("regions", "", ""): [("The colour is gray.", "Цвет серый.")],
    ("regions", "en-GB", ""): [("The colour is grey.", "Цвет серый.")],
    ("regions", "en-GB", "en-US"): [("The colour is grey.", "The colour is gray.")],
    ("regions", "ru", "en-gb"): [("Цвет серый.", "The colour is grey.")],
    ("two-of-one", "", ""): [("Да.", "Yes, sir.")],
    ("two-pairs", "", ""): [("We agree.", "Wir sind einverstanden.")],
    ("two-pairs", "", "ru"): [("We disagree.", "Мы не согласны.")],
    ("zh", "", ""): [("我们同意。", "我們同意。")],
    ("zh", "zh-TW", "zh-CN"): [("我們同意。", "我们同意。")],
    ("zh", "zh-Hant", ""): [("我們同意。", "我们同意。")],
}


@pytest.mark.parametrize(
    ("requested", "pairs"), FIELD.items(), ids=["-".join(filter(None, key)) for key in FIELD]
)
def test_memories_of_the_field(
    field: Callable[[str], Path], requested: tuple[str, str, str], pairs: Seen
) -> None:
    """The pairs that are requested for, or those of the header's language."""
    name, source, target = requested
    settings = {"source_language": source, "target_language": target}
    path = field("17-18-tmx") / f"{name}.tmx"
    assert seen(path, **{key: value for key, value in settings.items() if value})[0] == pairs


@pytest.mark.model
def test_what_was_chosen_is_noted(field: Callable[[str], Path], rows: Callable[[Bitext], Seen]) -> None:
    """Other languages are named, units without one are counted and are no omissions."""
    bitext = align.align_file(field("17-18-tmx") / "two-pairs.tmx")
    assert rows(bitext) == [("We agree.", "Wir sind einverstanden.")]
    assert not bitext.flags
    summary = " ".join(to_text(bitext).split())
    assert "read as en and de; units in other languages: ru (1): name two of them" in summary
    assert "units without en or de left out: 1 of 2" in summary
    chinese = align.align_file(field("17-18-tmx") / "zh.tmx")
    assert [text.language for text in chinese.texts] == ["zh", "zh"]


def test_a_memory_without_segments_is_refused(field: Callable[[str], Path]) -> None:
    """With the unit, the line and what to do."""
    with pytest.raises(ReadError, match=r"unit 1, line 2: no <seg>.*export the memory again"):
        seen(field("17-18-tmx") / "no-seg.tmx")


MEMORIES = {
    "three languages": (
        tmx(tuv("en", "Yes.") + tuv("ru", "Да.") + tuv("de", "Ja."), tuv("ru", "Нет.") + tuv("de", "Nein.")),
        [("Да.", "Ja."), ("Нет.", "Nein.")],
        "read as ru and de; units in other languages: en (1): name two of them",
    ),
    "the variant that a unit has": (
        tmx(
            tuv("en-US", "Gray.") + tuv("ru", "Серый."),
            tuv("en-GB", "Grey.") + tuv("ru", "Серый."),
            srclang="en-US",
        ),
        [("Gray.", "Серый."), ("Grey.", "Серый.")],
        "",
    ),
    "a language that the header alone has": (tmx("".join(RU_EN), srclang="fr"), AGREE, ""),
    "no language in the header": (tmx("".join(RU_EN), srclang=""), AGREE, ""),
    "all languages in the header": (tmx("".join(RU_EN), srclang="*all*"), AGREE, ""),
    "names of languages": (tmx(tuv("Russian", "Да.") + tuv("English", "Yes.")), [("Да.", "Yes.")], ""),
    "Norwegian": (tmx(tuv("no", "Ja.") + tuv("en", "Yes."), srclang="no-NO"), [("Ja.", "Yes.")], ""),
    "several segments in a variant": (
        tmx("<tuv xml:lang='ru'><seg>Да.</seg><seg>Нет.</seg></tuv>" + tuv("en", "Yes. No.")),
        [("Да. Нет.", "Yes. No.")],
        "",
    ),
    "regions of Wordfast": (
        tmx(tuv("RU-01", "Да.") + tuv("EN-US", "Yes."), srclang="RU-01"),
        [("Да.", "Yes.")],
        "",
    ),
    "lang of TMX 1.1": (tmx("".join(RU_EN).replace("xml:lang", "lang")), AGREE, ""),
    "a prefix": (
        re.sub(r"<(/?)(\w)", r"<\1t:\2", tmx("".join(RU_EN), root='tmx xmlns:t="http://www.lisa.org/tmx14"')),
        AGREE,
        "",
    ),
    "the standard's DTD": (tmx("".join(RU_EN), head='<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'), AGREE, ""),
    "an entity of HTML": (
        tmx(tuv("ru", "Да&nbsp;же.") + tuv("en", "Yes."), head='<!DOCTYPE tmx SYSTEM "tmx14.dtd">'),
        [("Да\xa0же.", "Yes.")],
        "",
    ),
    "empty segments": (
        tmx("".join(RU_EN), tuv("ru", "Нет.") + '<tuv xml:lang="en"><seg/></tuv>'),
        AGREE,
        "units with an empty segment left out: 1 of 2",
    ),
    "a variant that holds nothing": (
        tmx("".join(RU_EN), tuv("ru", "Нет.") + '<tuv xml:lang="en"><note/></tuv>'),
        AGREE,
        "units with an empty segment left out: 1 of 2",
    ),
    "a segment without a language": (
        tmx("".join(RU_EN) + "<tuv><seg>?</seg></tuv>"),
        AGREE,
        "segments without a language left out: 1",
    ),
    "codes": (
        tmx(
            tuv("ru", 'Он <bpt i="1">&lt;b></bpt>у<ept i="1">&lt;/b></ept>шёл<it>x</it><ph>{1}</ph>.')
            + tuv("en", "He <hi>left</hi><ut>y</ut>.")
        ),
        [("Он ушёл.", "He left.")],
        "",
    ),
    "text inside a code": (
        tmx(tuv("ru", "Слон<ph>\\f<sub>Большой.</sub></ph> спит.") + tuv("en", "It sleeps.")),
        [("Слон спит. Большой.", "It sleeps.")],
        "",
    ),
    "a line's end inside a code": (
        tmx(tuv("ru", 'Раз<ph type="lb"/>два<ph>&lt;br/></ph>три') + tuv("en", "One\n  two &#8232;three")),
        [("Раз два три", "One two three")],
        "",
    ),
    "notes and comments": (
        tmx('<note>нет</note><prop type="x">нет</prop>' + tuv("ru", "Да<!-- нет -->.") + tuv("en", "Yes.")),
        [("Да.", "Yes.")],
        "",
    ),
}


@pytest.mark.parametrize(("text", "pairs", "note"), MEMORIES.values(), ids=MEMORIES)
def test_memories_of_other_tools_are_read(tmp_path: Path, text: str, pairs: Seen, note: str) -> None:
    """What their tools write, and what is said of it."""
    path = tmp_path / "a.tmx"
    path.write_text(text, encoding="utf-8")
    found, _, notes = seen(path)
    assert found == pairs
    assert [one for one in notes if note and one.startswith(note)] or notes == ()


@pytest.mark.parametrize(
    "data",
    [
        ("\ufeff" + tmx("".join(RU_EN), head='<?xml version="1.0" encoding="UTF-16"?>')).encode("utf-16-le"),
        tmx("".join(RU_EN), head='<?xml version="1.0" encoding="utf-16"?>').encode("utf-16"),
        tmx("".join(RU_EN), head='<?xml version="1.0" encoding="windows-1251"?>').encode("cp1251"),
        tmx("".join(RU_EN), head='<?xml version="1.0" encoding="utf-16"?>').encode("utf-8"),
        ("\n\n" + tmx("".join(RU_EN), head='<?xml version="1.0"?>')).encode("utf-8-sig"),
    ],
    ids=["UTF-16 LE", "UTF-16", "declared", "wrongly declared", "blank lines and a mark before"],
)
def test_memories_in_other_encodings_are_read(tmp_path: Path, data: bytes) -> None:
    """By their mark, by what they declare, and where they declare another."""
    path = tmp_path / "memory"
    path.write_bytes(data)
    assert seen(path)[0] == AGREE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (tmx("".join(RU_EN), "".join(RU_EN))[:-60], r"unit 2, line 1: broken XML .*export the file again"),
        (tmx("".join(RU_EN)).replace("согласны", "согласны&#2;"), r"unit 1, line 1: broken XML"),
        ("<tmx version='1.4'><body><tu><tuv xml:lang='ru'><seg>Да", r"unit 1, line 1: broken XML"),
        (tmx(), "found none"),
        (tmx(RU_EN[0]), r"no unit with text in ru and \?; it holds ru: name two of them"),
        (tmx("<tuv><seg>Да.</seg></tuv>"), "no unit"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, text: str, words: str) -> None:
    """With the place and what to do."""
    path = tmp_path / "a.tmx"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=words) as error:
        seen(path)
    assert "\n" not in str(error.value)


def xliff(*units: str, languages: str = 'source-language="ru-RU" target-language="en-US"') -> str:
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com">'
        f'<file original="a" datatype="x" {languages}><header/><body><group>{"".join(units)}</group></body>'
        "</file></xliff>"
    )


def unit(source: str, target: str, more: str = "") -> str:
    texts = f"<source>{source}</source>{more}<target>{target}</target>"
    return f'<trans-unit id="1">{texts}</trans-unit>'


MRK = '<mrk mtype="seg" mid="{}">{}</mrk>'
SEGMENTED = (
    '<trans-unit id="1"><source>Да. Нет.</source><seg-source><g id="5">'
    f'{MRK.format(1, "Да.")} {MRK.format(2, "Нет.")}</g></seg-source><target><g id="5">'
    f"{MRK.format(1, 'Yes.')} {MRK.format(2, 'No.')}</g></target>"
    '<sdl:seg-defs><sdl:seg id="1"/></sdl:seg-defs></trans-unit>'
)
TTX = (
    '<?xml version="1.0"?><TRADOStag Version="2.0"><FrontMatter><ToolSettings/><UserSettings '
    'SourceLanguage="RU-RU" TargetLanguage="EN-US"/></FrontMatter><Body><Raw><ut Type="start">&lt;p></ut>{}'
    '<Tu MatchPercent="0"><Tuv Lang="RU-RU"><df Bold="on">Мы</df> согла<ut>x</ut>сны.</Tuv>'
    '<Tuv Lang="EN-US">We agree.</Tuv></Tu></Raw></Body></TRADOStag>'
)
PROPOSAL = "<alt-trans><source>Нет</source><target>No</target></alt-trans>"
NO_TEXT = '<trans-unit id="2" translate="no"><source><x id="9"/></source></trans-unit>'
XLIFF_2 = (
    '<xliff version="2.0" srcLang="ru" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file>'
    '<group id="g"><unit id="1"><originalData><data id="d">нет</data></originalData><segment><source>Мы '
    '<pc id="1">согласны</pc><ph id="2" dataRef="d"/>.</source><target>We agree.</target></segment>'
    "<ignorable><source> </source></ignorable></unit></group></file></xliff>"
)
OTHERS = {
    "XLIFF 1.2": (xliff(unit("Мы <g id='1'>согласны</g>.<x id='2'/>", "We agree.")), AGREE, ""),
    "no translation": (
        xliff(unit("Мы согласны.", "We agree."), "<trans-unit id='2'><source>Нет.</source></trans-unit>"),
        AGREE,
        "segments without a translation left out: 1 of 2",
    ),
    "segments filled with their source": (
        xliff(
            unit("Мы согласны.", "We agree."),
            unit("Нет.", "Нет.").replace("<target>", '<target state="needs-translation">'),
        ),
        AGREE,
        "segments without a translation left out: 1 of 2",
    ),
    "names that are translated by themselves": (
        xliff(unit("Мы согласны.", "We agree."), unit("USA", "USA")),
        [*AGREE, ("USA", "USA")],
        "",
    ),
    "proposals": (
        xliff(unit("Мы согласны.", "We agree.", PROPOSAL)),
        AGREE,
        "",
    ),
    "segments of Trados": (
        xliff(SEGMENTED, NO_TEXT),
        [("Да.", "Yes."), ("Нет.", "No.")],
        "",
    ),
    "no languages": (xliff(unit("Мы согласны.", "We agree."), languages=""), AGREE, ""),
    "XLIFF 2": (
        XLIFF_2,
        AGREE,
        "",
    ),
    "TTX": (TTX.format(""), AGREE, ""),
    "TTX with untranslated text": (
        TTX.format("Нет."),
        AGREE,
        "text outside units, not translated, left out: 3",
    ),
}


@pytest.mark.parametrize("name", ["a", "a.xliff", "a.txt"])
@pytest.mark.parametrize(("text", "pairs", "note"), OTHERS.values(), ids=OTHERS)
def test_other_files_of_pairs_are_read(tmp_path: Path, name: str, text: str, pairs: Seen, note: str) -> None:
    """Whatever they are named."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-16" if "TRADOS" in text else "utf-8")
    found, _, notes = seen(path)
    assert found == pairs
    assert [one for one in notes if note and one.startswith(note)] or notes == ()


@pytest.mark.model
def test_ready_pairs_are_cleaned(tmp_path: Path, rows: Callable[[Bitext], Seen]) -> None:
    """Entities, invisible characters, tags and soft hyphens inside a segment, as in other text."""
    path = tmp_path / "a.tmx"
    source = "Мы &lt;b&gt;со\u00adглас\u200bны&lt;/b&gt;&amp;nbsp;со вс\u0435\u0308м."
    path.write_text(
        tmx(tuv("ru", source) + tuv("en", "We &amp;quot;agree&amp;quot; to  all.")), encoding="utf-8"
    )
    bitext = align.align_file(path)
    assert rows(bitext) == [("Мы согласны со всём.", 'We "agree" to all.')]
    assert sum(len(piece.span) for text in bitext.texts for piece in text.excluded)


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "target", "types"),
    [
        ("Да.\nНет.\n", "Yes.\nNo.\n\n\n", ["1-1", "1-1"]),
        ("Да.\nНет.\n\n \n", "Yes.\nNo.", ["1-1", "1-1"]),
        ("Да.\r\nНет.\r\n", "Yes.\n\n", ["1-1", "1-0"]),
        ("Да.\rНет.\r", "Yes.\nNo.\n", ["1-1", "1-1"]),
        ("Да.\n<b></b>\nНет.\n", "Yes.\nSo.\nNo.\n", ["1-1", "0-1", "1-1"]),
    ],
)
def test_blank_lines_at_the_end_are_nothing(
    tmp_path: Path, source: str, target: str, types: list[str]
) -> None:
    """Two files of as many lines; a blank line inside is a missing side."""
    for name, text in (("ru.txt", source), ("en.txt", target)):
        (tmp_path / name).write_bytes(text.encode())
    bitext = align.align_files(
        tmp_path / "ru.txt",
        tmp_path / "en.txt",
        config=align.Config(pre_aligned=True, source_language="ru", target_language="en"),
    )
    assert [bead.type for bead in bitext.alignment] == types


HEAD = ("Оригинал", "Перевод")
ROWS = (("Ваш ответ получил.", "I received your reply."), ("Я ушёл домой.", "I went home."))
MERGED = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{}</w:tc></w:tr>"


def row(left: str, right: str) -> str:
    """A row of a cell in XML and one of paragraphs."""
    return f"<w:tr>{left}<w:tc>{right}</w:tc></w:tr>"


DOWN = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr>{}</w:tc>"
TABLES = {
    "bare": (table(*ROWS), ROWS, "a bilingual table, 2 rows read as ready pairs: columns 1 and 2"),
    "heading": (table(HEAD, *ROWS), ROWS, "heading rows left out: 1"),
    "number and remark": (
        table(("№", "Русский", "English", "Note"), *((str(n), *row, "ok") for n, row in enumerate(ROWS, 1))),
        ROWS,
        "a bilingual table, 2 rows read as ready pairs: columns 2 and 3",
    ),
    "translation first": (
        table(("Translation", "Original"), *((en, ru) for ru, en in ROWS)),
        ROWS,
        "heading rows left out: 1",
    ),
    "merged over the row": (
        table(*ROWS, MERGED.format(p("Часть вторая"))),
        ROWS,
        "rows of merged cells left out: 1",
    ),
    "merged down": (
        table(
            ROWS[0],
            row(DOWN.format(" w:val='restart'", p("Я ушёл.")), p("I left.")),
            row(DOWN.format("", p()), p("Then.")),
        ),
        (ROWS[0], ("Я ушёл.", "I left. Then.")),
        "a bilingual table, 2 rows",
    ),
    "several paragraphs": (
        table(ROWS[0], (p("Я ушёл.") + p("Домой."), p("I left.") + p("For home."))),
        (ROWS[0], ("Я ушёл. Домой.", "I left. For home.")),
        "a bilingual table, 2 rows",
    ),
    "several tables": (table(ROWS[0]) + p() + table(ROWS[1]), ROWS, "a bilingual table, 2 rows"),
    "text around": (p("Письмо") + table(*ROWS), ROWS, "paragraphs outside the table left out: 1"),
    "an empty cell": (table(*ROWS, ("Дождь.", "")), (*ROWS, ("Дождь.", "")), "a bilingual table, 3 rows"),
    "Chinese": (
        table(
            ("原文", "Text"), ("我收到了你的回信。", "I received your reply."), ("我回家了。", "I went home.")
        ),
        (("原文", "Text"), ("我收到了你的回信。", "I received your reply."), ("我回家了。", "I went home.")),
        "a bilingual table, 3 rows",
    ),
}


@pytest.mark.parametrize(("body", "pairs", "note"), TABLES.values(), ids=TABLES)
def test_a_bilingual_table_of_word_is_read_as_pairs(
    tmp_path: Path, body: str, pairs: tuple[tuple[str, str], ...], note: str
) -> None:
    """A row is a pair; which columns were read is said in one line."""
    found, _, notes = seen(docx(tmp_path / "a.docx", body))
    assert tuple(found) == pairs
    assert any(one.startswith(note) for one in notes)


@pytest.mark.parametrize(
    "body",
    [
        table(("Имя", "Дата"), ("Иванов", "5 мая"), ("Петров", "6 мая")),
        table(("Дом", "1"), ("Сад", "2")),
        table(*ROWS) + p("Длинное письмо, которому таблица только приложена. " * 9),
        table(("Ваш ответ получил вчера вечером.", "OK")),
        p("Нет таблицы."),
    ],
)
def test_another_table_is_text(tmp_path: Path, body: str) -> None:
    """One language, figures, a table of a letter, a single row."""
    with pytest.raises(ReadError, match=r"expected ready pairs .* found Word"):
        documents_of(docx(tmp_path / "a.docx", body), None, Config(pre_aligned=True))


def test_the_named_language_is_the_original(tmp_path: Path) -> None:
    """Whichever column it stands in."""
    path = docx(tmp_path / "a.docx", table(*ROWS))
    assert seen(path, source_language="en")[0] == [(en, ru) for ru, en in ROWS]
    assert seen(path, source_language="ru")[0] == list(ROWS)


@pytest.mark.parametrize("name", ["a.tmx", "b.txt"])
def test_a_file_of_pairs_is_no_side(tmp_path: Path, name: str) -> None:
    """Given as one of two files it is refused with what to do."""
    (tmp_path / name).write_text(tmx("".join(RU_EN)), encoding="utf-8")
    (tmp_path / "c.txt").write_text("We agree.", encoding="utf-8")
    with pytest.raises(AlignError, match="holds an original and its translation: give it as the only file"):
        documents_of(tmp_path / name, tmp_path / "c.txt", Config())
