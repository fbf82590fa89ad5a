"""Candidates that the engine had in view."""

from __future__ import annotations

from align.ocr.candidates.generators.engine import engine_readings, near_readings, reading_queries
from align.ocr.candidates.lookup_query import LookupQuery
from align.ocr.candidates.token_context import TokenContext
from align.ocr.channel.engines import prior_channel
from align.ocr.doubt.token_reading import GlyphChoice, ReadGlyph, TokenReading
from align.text.token import tokenize
from tests.ocr.sample import resources_of

KNOWN = resources_of({"маршрут": 1e-5, "здесь": 1e-3})


def candidates(reading: TokenReading | None) -> list[str]:
    """The candidates by the engine of a token that is far from every word of the list."""
    tokens = tokenize("мкпщбуд")
    context = TokenContext(tokens, 0, KNOWN.lexicon, prior_channel(), {}, reading=reading)
    return [candidate.text for candidate in engine_readings(context)]


def glyph(text: str, *choices: tuple[str, float]) -> ReadGlyph:
    """A glyph that may be something else."""
    return ReadGlyph(text, 0.9, tuple(GlyphChoice(*choice) for choice in choices))


WORD = (
    glyph("м"),
    glyph("к", ("а", 0.5)),
    glyph("п", ("р", 0.2)),
    glyph("щ", ("ш", 0.6), ("ц", 0.3)),
    glyph("р"),
    glyph("у"),
    glyph("д", ("т", 0.1)),
)


def test_choices_of_several_glyphs_make_a_word() -> None:
    """Three glyphs at a time are changed, no more; what makes no word is left out."""
    assert candidates(TokenReading(0.3, (*WORD[:6], glyph("т")))) == ["маршрут"]
    assert candidates(TokenReading(0.3, WORD)) == []


def test_choices_without_confidence_are_not_tried() -> None:
    """The engine names many of them."""
    unlikely = (WORD[0], glyph("к", ("а", 0.01)), *WORD[2:6], glyph("т"))
    assert candidates(TokenReading(0.3, unlikely)) == []


def test_further_readings_need_no_list() -> None:
    """A name that no dictionary has, as the second look at the picture gives it."""
    assert candidates(TokenReading(0.3, (), ("Мкрщут", "мкпщбуд"))) == ["Мкрщут"]


def near(*others: str, observed: str = "мкпщбуд,", translation: tuple[str, ...] = ()) -> list[str]:
    """The candidates near to further readings of a token; the one word in reach is *маршрут*."""
    tokens, reading = tokenize(observed), TokenReading(0.3, (), others)
    found = dict.fromkeys(reading_queries(reading, tokens[0], KNOWN.lexicon), ("маршрут",))
    context = TokenContext(tokens, 0, KNOWN.lexicon, prior_channel(), found, translation, reading=reading)
    return [candidate.text for candidate in near_readings(context)]


def test_words_near_to_a_further_reading_are_candidates() -> None:
    """With the capitals and the marks of that reading; both looks are searched."""
    assert near("Марщрут.", "«мершрут»") == ["Маршрут.", "«маршрут»"]


def test_names_of_the_translation_near_to_a_further_reading_are_candidates() -> None:
    """A name that no list has, too far from what was read first."""
    assert "Канберра" in near("Канбсрра", observed="Кмщбсрре", translation=("Canberra",))


def test_nothing_is_looked_for_near_to_known_words() -> None:
    """A reading that is a word is a candidate itself; what was read as a word is not searched again."""
    tokens = tokenize("мкпщбуд")
    queries = list(reading_queries(TokenReading(0.3, (), ("здесь", "марщрут")), tokens[0], KNOWN.lexicon))
    assert queries == [LookupQuery("марщрут", doubtful=True)]
    assert near("марщрут", observed="здесь") == []


def test_without_a_reading_there_are_none() -> None:
    """As for words that stand on no page."""
    assert candidates(None) == []
    assert list(reading_queries(None, tokenize("мкпщбуд")[0], KNOWN.lexicon)) == []
