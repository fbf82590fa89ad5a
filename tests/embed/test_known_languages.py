"""Which encoders know a language."""

from __future__ import annotations

from align.embed.known_languages import LABSE, encoders_for, knows, unknown_to


def test_labse_knows_109_languages() -> None:
    """As many as its authors say."""
    assert len(LABSE) == 109


def test_only_encoders_that_know_all_languages_are_named() -> None:
    assert encoders_for(["ru", "en"])[0] == "embedded"
    assert encoders_for(["cs", "no"]) == (
        "sentence-transformers/LaBSE",
        "intfloat/multilingual-e5-base",
        "BAAI/bge-m3",
    )
    assert encoders_for(["br", "en"]) == ("intfloat/multilingual-e5-base", "BAAI/bge-m3")
    assert encoders_for(["und", "en"]) == ()


def test_codes_of_one_language_are_one() -> None:
    """Norwegian is listed under ``no``, written as ``nb`` or ``nn``."""
    assert knows("BAAI/bge-m3", ["nb", "nn", "no"])


def test_of_other_encoders_nothing_is_known() -> None:
    assert unknown_to("my-model", ["cs"]) == ()
    assert not knows("my-model", ["cs"])
