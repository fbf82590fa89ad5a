"""How the engine read each token of a sentence."""

from __future__ import annotations

from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Alternative, Glyph, Page, PageBlock, PageLine, PageWord
from align.ocr.doubt.of_pages import readings_of
from align.ocr.doubt.token_reading import ReadGlyph, TokenReading
from align.text.clean import clean
from align.text.document import Document, Section
from align.text.sentence import Sentence
from align.text.sentences import split
from align.text.span import Span
from align.text.trace import TracedText


def word(text: str, confidence: float | None = None, *others: str, glyphs: bool = False) -> PageWord:
    """A word; each other reading is of a source of its own."""
    read = tuple(Glyph(one, confidence=confidence) for one in text) if glyphs else ()
    alternatives = tuple(Alternative(one, source=f"{number}") for number, one in enumerate(others))
    return PageWord(text, confidence=confidence, glyphs=read, alternatives=alternatives)


def page_of(*lines: tuple[PageWord, ...]) -> Facsimile:
    """One page of one block."""
    block = PageBlock(tuple(PageLine(words) for words in lines))
    return Facsimile((Page(100, 100, (block,)),), "tesseract 5.3.0")


def sentences_of(facsimile: Facsimile) -> tuple[Sentence, ...]:
    """Its sentences after cleaning."""
    raw = facsimile.text
    document = Document("page", raw, (Section("source", Span(0, len(raw))),))
    return split(clean(document, "source", language="ru").text, "ru")


def test_each_token_has_the_confidence_of_its_word() -> None:
    """And its other readings; white space apart the tokens are the words."""
    facsimile = page_of((word("Баш", 0.5, "Ваш"), word("ответ.", 0.9)))
    [found] = readings_of(sentences_of(facsimile), facsimile)
    assert found == (TokenReading(0.5, others=("Ваш",)), TokenReading(0.9))


def test_a_word_over_two_lines_is_as_sure_as_its_less_sure_half() -> None:
    """Its glyphs and its other readings are put together, without the hyphen."""
    first, second = word("сло-", 0.9, "спо-", glyphs=True), word("вами", 0.4, "вамн", glyphs=True)
    facsimile = page_of((word("Этими", 0.9), first), (second, word("он", 0.9)))
    [found] = readings_of(sentences_of(facsimile), facsimile)
    assert found[1] is not None
    assert "".join(glyph.text for glyph in found[1].glyphs) == "словами"
    assert [glyph.confidence for glyph in found[1].glyphs] == [0.9] * 3 + [0.4] * 4
    assert (found[1].confidence, found[1].others) == (0.4, ("сповамн",))


def test_a_glyph_of_several_letters_stays_one() -> None:
    """What the engine read as one shape."""
    read = PageWord("жил", glyphs=(Glyph("ж", confidence=0.9), Glyph("ил", confidence=0.3)))
    facsimile = page_of((read,))
    sentence = Sentence(0, TracedText.of(facsimile.text, Span(0, 3)))
    [[found]] = readings_of([sentence], facsimile)
    assert found is not None
    assert found.glyphs == (ReadGlyph("ж", 0.9), ReadGlyph("ил", 0.3))


def test_confidences_of_other_engines_are_not_compared_with_those_of_tesseract() -> None:
    """Their scales differ; other readings count."""
    read = page_of((word("Баш", 0.5, "Ваш", glyphs=True),))
    facsimile = Facsimile(read.pages, "kraken 5")
    assert readings_of(sentences_of(facsimile), facsimile) == ((TokenReading(others=("Ваш",)),),)


def test_pages_without_confidences_say_nothing() -> None:
    """As the text layer of a PDF; and a text without pages has no readings at all."""
    facsimile = page_of((word("Ваш"), word("ответ.")))
    sentences = sentences_of(facsimile)
    assert readings_of(sentences, facsimile) == ()
    assert readings_of(sentences, None) == ()
