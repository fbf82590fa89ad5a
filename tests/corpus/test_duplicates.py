"""The same letter from two archives is found and linked; letters of one form are not."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from hypothesis import given
from hypothesis import strategies as st

from align.corpus import tables
from align.corpus.candidates import CROWD, candidate_pairs
from align.corpus.document_link import BothTexts, DocumentLink, link_of
from align.corpus.duplicates import duplicates_file, link_duplicates
from align.corpus.link_groups import one_link_each
from align.corpus.minhash import PERMUTATIONS, minhash
from align.corpus.placing import place_tables
from align.corpus.same_text import READ, TYPED, PlainText, compared
from align.corpus.store import Partition, partition_of, partitions

WORDS = (
    "утром дорога крепость письмо получил ответил товарищ комиссия решение сообщил вчера вечером отправил "
    "город поезд станция доклад заседание вопрос помощь оружие граница посол правительство договор осенью "
    "секретарь телеграмма копия переговоры делегация предложение условия армия генерал министр приказ склад"
)
OPENING = "Совершенно секретно передайте немедленно лично командующему сообщаем для сведения и руководства "
CLOSING = " получение подтвердите об исполнении донесите в обычном порядке с коммунистическим приветом"


def letter(seed: int, words: int = 120) -> str:
    """A text of its own."""
    return " ".join(random.Random(seed).choices(WORDS.split(), k=words))  # noqa: S311 - no secret is made of it


def misread(text: str, seed: int) -> str:
    """The text with one letter in thirty read as another, so that one word in five is misread."""
    rng = random.Random(seed)  # noqa: S311 - likewise
    return "".join(rng.choice("абвгдежз") if one.isalpha() and rng.random() < 1 / 30 else one for one in text)


def both(source: str, target: str = "") -> BothTexts:
    return BothTexts(PlainText.of(source), PlainText.of(target))


def link(one: BothTexts, other: BothTexts) -> DocumentLink | None:
    return link_of(("a", "b"), one, other)


def test_a_letter_read_twice_is_a_copy() -> None:
    """Whether it has the same translation, another one or none."""
    own = letter(1)
    for first, second in (("", ""), ("", "I came."), (letter(2), letter(3)), (letter(2), letter(2))):
        found = link(both(misread(own, 1), first), both(misread(own, 2), second))
        assert found
        assert (found.document, found.other, found.kind) == ("b", "a", "copy")
        assert 0.8 < found.similarity <= 1


def test_an_excerpt_is_linked_to_what_holds_it() -> None:
    """On whichever side of the pair it stands."""
    own = letter(1)
    excerpt = " ".join(own.split()[40:75])
    assert link(both(misread(own, 1)), both(misread(excerpt, 2))) == link_of(
        ("a", "b"), both(misread(own, 1)), both(misread(excerpt, 2))
    )
    for pair, part in (((own, excerpt), "b"), ((excerpt, own), "a")):
        found = link(*(both(misread(text, seed)) for seed, text in enumerate(pair)))
        assert found
        assert (found.kind, found.document) == ("excerpt", part)


def test_telegrams_of_one_form_are_no_copies() -> None:
    """They share opening and closing, or all but numbers and a name."""
    one, other = (both(OPENING + letter(seed, 20) + CLOSING) for seed in (1, 2))
    assert link(one, other) is None
    form = (
        "Send by the {} not later than noon {} rifles and {} horses to the station of {}, where the staff of "
    )
    form += "the front takes them over; leave other stores at the old depot until you receive further orders."
    for values in (
        (12, 300, 45, "Perm"),
        (14, 500, 45, "Omsk"),
        (12, 300, 45, "Omsk"),
        (12, 500, 45, "Perm"),
    ):
        found = link(both(letter(1), form.format(*values)), both(letter(1), form.format(12, 300, 45, "Perm")))
        assert bool(found) == (values == (12, 300, 45, "Perm")), values
    assert link(both("к 12 числу 340 " + letter(1, 40)), both("к 14 числу 560 " + letter(1, 40))) is None


def test_a_line_is_linked_only_to_an_equal_one() -> None:
    """On both sides, where there are two: chance makes short texts equal."""
    assert link(both("Приеду завтра."), both("приеду завтра"))
    assert link(both("Приеду завтра."), both("Приеду завтре.")) is None
    assert link(both("Приеду завтра.", "Yes."), both("Да, конечно.", "Yes.")) is None
    assert link(both("", ""), both("", "")) is None


def test_a_quoted_sentence_is_no_excerpt() -> None:
    """What is shorter than some lines, or a small part, is not compared."""
    own = letter(1, 400)
    assert compared(PlainText.of(own), PlainText.of(" ".join(own.split()[5:20])), TYPED).verdict == "unlike"
    assert compared(PlainText.of(own), PlainText.of(" ".join(own.split()[5:40])), TYPED).verdict == "unlike"
    assert compared(PlainText.of(own), PlainText.of(" ".join(own.split()[5:90])), READ).verdict == "same"


def test_signatures_find_readings_among_many() -> None:
    """Readings of one letter are among the pairs, few others are; a crowd of one form does not grow."""
    texts = [misread(letter(seed), 1) for seed in range(60)] + [
        misread(letter(seed), 2) for seed in range(60)
    ]
    values = np.array([minhash(text) for text in texts], np.uint32)
    pairs = candidate_pairs(values).tolist()
    assert {(at, at + 60) for at in range(60)} <= {tuple(pair) for pair in pairs}
    assert len(pairs) < 600  # of 7140, although all are made of 40 words
    assert all(one < other for one, other in pairs)
    assert len(candidate_pairs(np.repeat(values[:1], 2 * CROWD, axis=0))) == 2 * CROWD - 1
    assert len(candidate_pairs(values[:0])) == 0


def test_a_text_without_letters_has_no_signature() -> None:
    assert minhash(" — 12! ") == []
    assert len(minhash("Приеду завтра утром.")) == PERMUTATIONS
    assert minhash("Приеду, завтра утром") == minhash("ПРИЕДУ ЗАВТРА\nУТРОМ")


NAMES = st.sampled_from("abcdefgh")
LINKS = st.builds(
    lambda names, kind, similarity: DocumentLink(names[0], names[1], kind, similarity),
    st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] != pair[1]),
    st.sampled_from(["copy", "excerpt"]),
    st.sampled_from([0.8, 0.9, 1.0]),
)


@given(st.lists(LINKS, max_size=20), st.randoms(use_true_random=False))
def test_each_document_has_one_link_and_none_leads_around(
    links: list[DocumentLink], rng: random.Random
) -> None:
    """In whatever order the pairs are found; copies are linked to the first by id."""
    found = one_link_each(links)
    rng.shuffle(links)
    assert one_link_each(links) == found
    names = [one.document for one in found]
    assert names == sorted(set(names))
    others = {one.document: one.other for one in found}
    for name in others:
        chain = [name]
        while chain[-1] in others:
            chain.append(others[chain[-1]])
            assert len(chain) <= len(others) + 1
    copies = {one.document: one.other for one in found if one.kind == "copy"}
    assert all(one < other and one not in copies for other, one in copies.items())
    for one in links:
        first, second = (copies.get(name, name) for name in (one.document, one.other))
        assert one.kind == "excerpt" or first == second


def collection(folder: Path, texts: Mapping[str, tuple[str, str]], count: int = 2) -> tuple[Partition, ...]:
    """Tables of documents with these texts, of the sides without one too."""
    several = partitions(folder, count)
    for partition in several:
        rows: dict[str, list[dict[str, object]]] = {"documents": [], "sentences": []}
        for name, sides in texts.items():
            if partition_of(name, count) == partition.number:
                signatures: dict[str, object] = {
                    f"{side}_minhash": minhash(text)
                    for side, text in zip(("source", "target"), sides, strict=True)
                }
                rows["documents"].append(
                    {"document": name, "status": "aligned", "key": repr(minhash(sides[0]))} | signatures
                )
                rows["sentences"] += [
                    {"document": name, "side": side, "sentence": number, "text": sentence}
                    for side, text in zip(("source", "target"), sides, strict=True)
                    for number, sentence in enumerate(filter(None, text.split(". ")), 1)
                ]
        place_tables(partition, tables.in_order(tables.of_rows(rows)))  # type: ignore[arg-type]
    return several


def test_the_table_names_copies_and_excerpts(tmp_path: Path) -> None:
    """Documents that failed, or have no duplicate, are not in it; equal documents make an equal table."""
    texts = {f"letter-{seed}": (misread(letter(seed), 1), letter(seed + 100)) for seed in range(8)}
    texts |= {"copy": (misread(letter(3), 2), ""), "part": ("", " ".join(letter(104).split()[:60]))}
    texts |= {"failed": ("", "")}
    several = collection(tmp_path, texts)
    link_duplicates(tmp_path, several)
    path = duplicates_file(tmp_path)
    rows = pq.read_table(path).to_pylist()
    assert [(row["document"], row["duplicate_of"], row["kind"]) for row in rows] == [
        ("letter-3", "copy", "copy"),
        ("part", "letter-4", "excerpt"),
    ]
    first = path.read_bytes()
    path.unlink()
    link_duplicates(tmp_path, several)
    assert path.read_bytes() == first


def test_the_table_is_made_anew_where_documents_have_changed(tmp_path: Path) -> None:
    """And left alone where none has; a damaged one is made anew."""
    texts = {"a": (letter(1), ""), "b": (misread(letter(1), 2), "")}
    several = collection(tmp_path, texts)
    link_duplicates(tmp_path, several)
    path = duplicates_file(tmp_path)
    made = path.stat().st_mtime_ns
    link_duplicates(tmp_path, several)
    assert path.stat().st_mtime_ns == made
    path.write_bytes(b"x")
    link_duplicates(tmp_path, several)
    assert pq.read_table(path).num_rows == 1
    link_duplicates(tmp_path, collection(tmp_path, texts | {"b": (letter(5), "")}))
    assert pq.read_table(path).num_rows == 0
    assert pq.read_schema(path).metadata[b"schema"] == b"align/corpus-1/duplicates"
