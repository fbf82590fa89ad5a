"""Everything that is loaded once for a language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import loky
import pytest

from align.lang import lexicon
from align.lang.lexicon import Lexicon
from align.ocr import grammar, lm
from align.ocr.detect import SearchedSide, find_flags
from align.ocr.lm import cloze
from align.ocr.runtime import parallel, resources
from align.ocr.translation import matcher
from tests.ocr.sample import one_for_one, sentences_of

WORDS = {"ru": {"плацдарм": 1e-5, "нужен": 1e-4, "в": 3e-2}, "en": {"bridgehead": 1e-5, "needed": 1e-4}}


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[tuple[object, ...]]]:
    """How often each loader was called with which arguments; lexicons of few words, and no model."""
    counts: Counter[tuple[object, ...]] = Counter()

    def counting(name: str, load: Callable[..., object]) -> Callable[..., object]:
        def loader(*arguments: object) -> object:
            counts[name, *arguments] += 1
            return load(*arguments)

        return loader

    monkeypatch.setattr(
        lexicon, "load", counting("lexicon", lambda language: Lexicon(language, WORDS.get(language, {})))
    )
    for module in (lm, grammar, cloze, matcher):
        name = module.__name__.rsplit(".", 1)[-1]
        monkeypatch.setattr(module, "load", counting(name, lambda *_: None))
    monkeypatch.setattr(lm.MaskedModel, "load", counting("masked", lambda *_: None))
    resources.load.cache_clear()
    yield counts
    resources.load.cache_clear()


def test_the_resources_of_a_pair_are_loaded_once(loads: Counter[tuple[object, ...]]) -> None:
    """The second call gives what the first one loaded."""
    first = resources.load(("ru", "en"))
    assert resources.load(("ru", "en")) is first
    assert loads == {
        ("lexicon", "ru"): 1,
        ("lm", "ru"): 1,
        ("grammar", "ru"): 1,
        ("cloze", "ru"): 1,
        ("matcher", ("ru", "en")): 1,
    }
    assert first.lexicon.knows("плацдарм")
    assert resources.load(("en", "ru")) is not first


def test_a_masked_model_is_loaded_beside_the_shipped_one(loads: Counter[tuple[object, ...]]) -> None:
    """Only where one is named."""
    resources.load(("ru", "en"), "some-model")
    assert (loads["lm", "ru"], loads["masked", "some-model"]) == (1, 1)


def test_one_processor_loads_once_for_all_batches(
    loads: Counter[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight batches of two languages are decoded in this process, with two sets of resources."""
    monkeypatch.setattr(loky, "cpu_count", lambda: 1)
    monkeypatch.setattr(parallel, "BATCH_SENTENCES", 1)
    source = sentences_of(*["пландарм нужен в"] * 4)
    target = sentences_of(*["bridqehead needed"] * 4)
    flags = find_flags(SearchedSide(source, "ru"), SearchedSide(target, "en"), one_for_one(4, 4), None)
    assert [(flag.side, flag.sentence, flag.suggestions[0].text) for flag in flags] == [
        *(("source", number, "плацдарм") for number in range(4)),
        *(("target", number, "bridgehead") for number in range(4)),
    ]
    assert set(loads.values()) == {1}
    assert {key for key in loads if key[0] == "lexicon"} == {("lexicon", "ru"), ("lexicon", "en")}
