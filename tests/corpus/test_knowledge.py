"""What is learned from a collection, and what a second pass makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from align.api import align_texts
from align.config import Config
from align.corpus import tables
from align.corpus.corpus_run import PassDone
from align.corpus.document import CorpusDocument
from align.corpus.knowledge import FILE_NAME, learn, write_knowledge
from align.corpus.minhash import minhash
from align.corpus.options import CorpusOptions
from align.corpus.placing import place_tables
from align.corpus.store import Partition
from align.corpus.two_passes import FIRST, with_knowledge
from align.errors import InputError, ReadError
from align.ocr.collection import (
    PRIOR_CHARACTERS,
    CollectionKnowledge,
    CollectionWord,
    CountedConfusion,
    LanguageKnowledge,
    read_knowledge,
)
from align.progress import no_progress
from align.stored_result import settings_key

NOTHING_LEARNED = CollectionKnowledge({})


class Letter(NamedTuple):
    """A document: its sentences, their translations, and its flags as observed text and suggestion."""

    source: Sequence[str]
    target: Sequence[str] = ()
    flags: Sequence[tuple[str, str]] = ()


def partition_of_letters(folder: Path, letters: Sequence[Letter]) -> Partition:
    """The tables of some documents; the sentences of each are pairs."""
    partition = Partition(folder, 0, 1)
    several = [tables.of_rows(_rows(f"d{number:03}", letter)) for number, letter in enumerate(letters)]
    place_tables(partition, tables.in_order(tables.joined(several)))
    return partition


def _rows(name: str, letter: Letter) -> Any:
    target = letter.target or [f"{name} {text}" for text in letter.source]
    sides = {"source": ("ru", letter.source), "target": ("en", target)}
    suggestions = [(read, [{"text": typed, "confidence": 0.9}]) for read, typed in letter.flags]
    return {
        "documents": [{"document": name, "status": "aligned", "target_minhash": minhash(" ".join(target))}],
        "sentences": [
            {"document": name, "side": side, "sentence": number, "text": text, "language": language}
            for side, (language, texts) in sides.items()
            for number, text in enumerate(texts, 1)
        ],
        "beads": [
            {
                "document": name,
                "bead": number,
                "source_first": number,
                "source_count": 1,
                "target_first": number,
                "target_count": 1,
            }
            for number in range(1, len(letter.source) + 1)
        ],
        "flags": [
            {
                "document": name,
                "flag": number,
                "side": "source",
                "sentence": 1,
                "kind": "ocr.unknown-word",
                "text": read,
                "suggestions": found,
            }
            for number, (read, found) in enumerate(suggestions, 1)
        ],
    }


def learned(folder: Path, letters: Sequence[Letter], language: str = "ru") -> LanguageKnowledge:
    """What is learned of a language."""
    return learn([partition_of_letters(folder, letters)]).languages[language]


def forms(known: LanguageKnowledge) -> list[str]:
    """The words of its list."""
    return [word.form for word in known.listed]


def test_word_of_several_documents(tmp_path: Path) -> None:
    """A word that no dictionary has is listed where three documents have it, however often one has it."""
    everywhere = [Letter([f"Мы прошли Зурбакан и ждали {day} дней."]) for day in "234"]
    often = Letter(["Потом был Квандорин, и снова Квандорин, и опять Квандорин, и Квандорин."])
    known = learned(tmp_path, [*everywhere, often])
    assert [(word.form, word.documents, word.occurrences) for word in known.listed] == [("зурбакан", 3, 3)]


def test_the_same_letter_counts_once(tmp_path: Path) -> None:
    """Three archives that hold the same letter are one document."""
    copy = Letter(["Мы прошли Зурбакан вечером."], ["We passed Zurbakan in the evening."])
    known = learned(tmp_path, [copy] * 3)
    assert (known.documents, forms(known)) == (1, [])


def test_name_that_the_translation_has(tmp_path: Path) -> None:
    """A name in two documents is listed where a similar one faces it; the list names that."""
    letters = [
        Letter([f"Мы прошли Зурбакан {when}."], [f"We passed Zurbakan {then}."])
        for when, then in (("вечером", "in the evening"), ("утром", "in the morning"))
    ]
    assert [(word.name, word.named) for word in learned(tmp_path, letters).listed] == [("Zurbakan", 2)]


def test_misreading_of_a_common_word(tmp_path: Path) -> None:
    """What the errors of the collection make of a common word is no word, in however many documents."""
    right = [Letter([f"Он открыл дверь, открыл окно и открыл шкаф {day} раза."]) for day in range(20)]
    wrong = [Letter([f"Он охкрыл дверь {day} раза."], flags=[("охкрыл", "открыл")]) for day in range(50, 54)]
    assert forms(learned(tmp_path, [*right, *wrong])) == []


def test_errors_are_counted_by_documents(tmp_path: Path) -> None:
    """An error that several documents have is the collection's; that of one document is its own."""
    shared = [Letter([f"Он охкрыл дверь {day} раза."], flags=[("охкрыл", "открыл")]) for day in range(3)]
    own = Letter(["Вот дон, дон и дон."], flags=[("дон", "дом")] * 3)
    found = learned(tmp_path, [*shared, own]).confusions
    assert found == (CountedConfusion("т", "х", 2.7, 3),)


def test_prior_weighs_as_a_short_text(tmp_path: Path) -> None:
    """However large a collection is, a document's own errors soon outweigh it."""
    letters = [Letter([f"Он охкрыл {day} " * 200], flags=[("охкрыл", "открыл")] * 9) for day in range(9)]
    prior = learned(tmp_path, letters).prior
    assert sum(prior.typed.values()) == pytest.approx(PRIOR_CHARACTERS)


def test_equal_tables_teach_the_same(tmp_path: Path) -> None:
    """The file is equal for equal tables, and reading it gives what was written."""
    letters = [Letter([f"Мы прошли Зурбакан {day}."], flags=[("дон", "дом")]) for day in "234"]
    one, two = (learn([partition_of_letters(tmp_path / name, letters)]) for name in "ab")
    write_knowledge(tmp_path / FILE_NAME, one)
    assert one.to_text() == two.to_text() == read_knowledge(tmp_path / FILE_NAME).to_text()


def test_other_file(tmp_path: Path) -> None:
    """A file that holds something else is refused in one line that names it and the way out."""
    path = tmp_path / FILE_NAME
    path.write_text('{"schema": "other"}')
    with pytest.raises(ReadError, match=r"knowledge\.json: expected align/knowledge-1.*--learn"):
        read_knowledge(path)
    with pytest.raises(ReadError, match=r"missing\.json: cannot be read"):
        read_knowledge(tmp_path / "missing.json")


def test_knowledge_counts_by_its_content(tmp_path: Path) -> None:
    """Results and settings depend on what was learned, not on where it stands."""
    one, copy, other = (tmp_path / name for name in "abc")
    write_knowledge(one, NOTHING_LEARNED)
    write_knowledge(copy, NOTHING_LEARNED)
    write_knowledge(other, CollectionKnowledge({"ru": LanguageKnowledge(1, 1, {}, (), ())}))
    assert _config(one).fingerprint() == _config(copy).fingerprint() != _config(other).fingerprint()
    assert settings_key(_config(one)) == settings_key(_config(copy)) != settings_key(_config(other))
    assert settings_key(Config()) != settings_key(_config(one))


def _config(knowledge: Path) -> Config:
    languages = Config(source_language="ru", target_language="en")
    return replace(languages, ocr=replace(languages.ocr, collection=knowledge))


def test_first_pass_runs_once(tmp_path: Path) -> None:
    """What was learned is kept until it is asked for anew; then the first pass is run again."""
    folders: list[Path] = []

    def run_pass(_documents: object, folder: Path, *_others: object) -> PassDone:
        folders.append(folder)
        partition_of_letters(folder, [Letter([f"Мы прошли Зурбакан {len(folders)}."])] * 3)
        return PassDone(frozenset({"a"}))

    options, documents = CorpusOptions(passes=2), [CorpusDocument("a", (), ())]

    def second(options: CorpusOptions) -> tuple[Path | None, int]:
        config, first = with_knowledge(documents, tmp_path, Config(), options, no_progress, run_pass)
        return config.ocr.collection, len(first.documents)

    assert second(options) == (tmp_path / FILE_NAME, 1)
    assert second(options) == (tmp_path / FILE_NAME, 0)
    assert folders == [tmp_path / FIRST]
    second(replace(options, learn=True))
    assert folders == [tmp_path / FIRST] * 2


def test_passes_that_cannot_be() -> None:
    """Two passes need the search for errors; there are no three; one pass learns nothing."""

    def never(*_: object) -> PassDone:
        raise AssertionError

    with pytest.raises(InputError, match="two passes need the search for errors"):
        with_knowledge([], Path(), Config(doubts=False), CorpusOptions(passes=2), no_progress, never)
    with pytest.raises(InputError, match="expected 1 or 2 passes, got 3"):
        CorpusOptions(passes=3)
    with pytest.raises(InputError, match="add --passes 2"):
        CorpusOptions(learn=True)


def flagged(source: str, target: str, knowledge: Path | None) -> dict[str, str | None]:
    """The words of an original with OCR flags -> the first suggestion of each."""
    config = Config(source_language="ru", target_language="en")
    config = replace(config, ocr=replace(config.ocr, collection=knowledge))
    flags = align_texts(source, target, config=config).flags
    found = [flag for flag in flags if flag.kind.startswith("ocr.") and flag.side == "source"]
    return {flag.text: flag.suggestions[0].text if flag.suggestions else None for flag in found}


def knowledge_file(
    folder: Path, confusions: Sequence[CountedConfusion] = (), listed: Sequence[CollectionWord] = ()
) -> Path:
    """What was learned from 40 Russian documents in which each letter was typed as often as the others."""
    typed = dict.fromkeys("абвгдежзийклмнопрстуфхцчшщъыьэюя", 20_000.0)
    known = LanguageKnowledge(40, 60_000, typed, tuple(confusions), tuple(listed))
    write_knowledge(folder / FILE_NAME, CollectionKnowledge({"ru": known}))
    return folder / FILE_NAME


@pytest.mark.model
def test_listed_word_is_no_error(tmp_path: Path) -> None:
    """A word that the dictionaries lack is no doubt where the documents of its collection have it."""
    source = "Он долго служил в рабкрин и ушёл оттуда."
    target = "He served in the inspectorate for long and left it."
    path = knowledge_file(tmp_path, listed=[CollectionWord("рабкрин", 5, 9)])
    assert flagged(source, target, None) == {"рабкрин": None}
    assert flagged(source, target, path) == {}


@pytest.mark.model
def test_listed_word_is_suggested(tmp_path: Path) -> None:
    """What was misread of a word of the list is read as that."""
    source, target = "Он долго служил в рабкпин и ушёл.", "He served in the inspectorate for long and left."
    path = knowledge_file(tmp_path, listed=[CollectionWord("рабкрин", 5, 9)])
    assert flagged(source, target, path) == {"рабкпин": "рабкрин"}


@pytest.mark.model
def test_errors_of_the_collection_in_a_short_document(tmp_path: Path) -> None:
    """A word that is one, and was another, is found in a line that shows no other error of its kind."""
    source, target = "Сухи дела он не понял.", "He did not understand the essence of the matter."
    path = knowledge_file(tmp_path, [CountedConfusion("т", "х", 1_500.0, 38)])
    assert flagged(source, target, None) == {}
    assert flagged(source, target, path) == {"Сухи": "Сути"}
