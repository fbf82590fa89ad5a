"""The tables of a collection -> how often each language has each word and each error."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from align.corpus.tables import Tables
from align.lang.folding import fold
from align.ocr.channel.channel import Edit
from align.ocr.channel.engines import prior_channel
from align.text.token import parse, tokenize

MOST_FORMS = 2_000_000
"""Forms of a language that are counted at a time; of more, those of one document are left out (lossy
counting, Manku & Motwani 2002)."""
LARGEST = 20_000
"""Characters of a document that count for errors: a longer one weighs as much as one of this length."""

Place = tuple[str, str, int]
"""Document, side, number of a sentence."""


@dataclass
class Corrections:
    """What the flags of a document would change, expected.

    Attributes:
        edits: What was typed and read -> how often.
        words: Folded word as it was read and as it is suggested -> how often.
    """

    edits: dict[Edit, float] = field(default_factory=dict)
    words: dict[tuple[str, str], float] = field(default_factory=dict)


@dataclass
class LanguageCounts:
    """What the documents have in one language.

    Attributes:
        documents: How many have sentences in it.
        words: In all of them.
        forms: Folded word of letters alone -> its occurrences and documents.
        typed: Character -> its expected occurrences as it was typed.
        edits: What was typed and read -> how often, expected, and in how many documents.
        suggested: Word as it was read and as it is suggested -> likewise.
    """

    documents: int = 0
    words: int = 0
    forms: dict[str, list[int]] = field(default_factory=dict)
    typed: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    edits: dict[Edit, list[float]] = field(default_factory=dict)
    suggested: dict[tuple[str, str], list[float]] = field(default_factory=dict)

    def add(self, texts: Iterable[str], corrections: Corrections) -> None:
        """Count the sentences of a document, and the errors in them."""
        edits = corrections.edits
        tokens = [token for text in texts for token in tokenize(text)]
        characters = Counter("".join(token.text for token in tokens))
        weight = min(LARGEST / max(characters.total(), 1), 1.0)
        self.documents += 1
        self.words += len(tokens)
        _add(self.forms, Counter(fold(token.core) for token in tokens if token.core.isalpha()), MOST_FORMS)
        _add(self.suggested, corrections.words, MOST_FORMS)
        _add(self.edits, {edit: weight * count for edit, count in edits.items()}, None)
        for character, occurrences in characters.items():
            self.typed[character] += weight * occurrences
        for (typed, read), count in edits.items():
            for character in typed:
                self.typed[character] += weight * count
            for character in read:
                self.typed[character] -= weight * count


def _add(counts: dict[Any, list[Any]], found: Mapping[Any, Any], most: int | None) -> None:
    for key, count in found.items():
        entry = counts.setdefault(key, [0, 0])
        entry[0] += count
        entry[1] += 1
    if most is not None and len(counts) > most:
        for key in [key for key, (_, documents) in counts.items() if documents == 1]:
            del counts[key]


class TextCounts:
    """Counts the documents of a collection by language; of those with the same translation the first alone.

    Attributes:
        languages: ISO 639-1 code -> what the documents have in it.
        left_out: Documents that were not counted: the same letter from another archive.
    """

    def __init__(self) -> None:
        self.languages: defaultdict[str, LanguageCounts] = defaultdict(LanguageCounts)
        self.left_out: set[str] = set()
        self._signatures: set[int] = set()

    def add(self, part: Tables) -> None:
        """Count the documents of some tables."""
        columns = ["document", "source_minhash", "target_minhash"]
        for row in part["documents"].select(columns).to_pylist():
            values = row["target_minhash"] or row["source_minhash"]
            signature = hash(tuple(values))
            if values and signature in self._signatures:
                self.left_out.add(row["document"])
            self._signatures.add(signature)
        texts, languages = _texts(part)
        corrections = _corrections(part, languages)
        for (document, language), own in texts.items():
            if document not in self.left_out:
                self.languages[language].add(own, corrections.get((document, language), Corrections()))


def sentence_rows(part: Tables) -> Iterator[tuple[Place, str, str]]:
    """The place of each sentence, its language, its text."""
    columns = ("document", "side", "sentence", "language", "text")
    for name, side, number, language, text in zip(
        *(part["sentences"][column].to_pylist() for column in columns), strict=True
    ):
        yield (name, side, number), language, text


def _texts(part: Tables) -> tuple[dict[tuple[str, str], list[str]], dict[Place, str]]:
    """Document and language -> its sentences; place of each sentence -> its language."""
    texts: dict[tuple[str, str], list[str]] = {}
    languages: dict[Place, str] = {}
    for place, language, text in sentence_rows(part):
        languages[place] = language
        texts.setdefault((place[0], language), []).append(text)
    return texts, languages


def _corrections(part: Tables, languages: Mapping[Place, str]) -> dict[tuple[str, str], Corrections]:
    """Document and language -> what the first suggestions of its flags would change."""
    flags: Sequence[dict[str, Any]] = (
        part["flags"].select(["document", "side", "sentence", "kind", "text", "suggestions"]).to_pylist()
    )
    wanted = [flag for flag in flags if flag["kind"].startswith("ocr.") and flag["suggestions"]]
    pairs = list(dict.fromkeys((flag["suggestions"][0]["text"], flag["text"]) for flag in wanted))
    paths = prior_channel().best_edits_batch([typed for typed, _ in pairs], [read for _, read in pairs])
    path_of = dict(zip(pairs, paths, strict=True))
    found: dict[tuple[str, str], Corrections] = {}
    for flag in wanted:
        best = flag["suggestions"][0]
        language = languages[flag["document"], flag["side"], flag["sentence"]]
        own = found.setdefault((flag["document"], language), Corrections())
        for edit in path_of[best["text"], flag["text"]]:
            if edit[0] != edit[1]:
                own.edits[edit] = own.edits.get(edit, 0.0) + best["confidence"]
        words = fold(parse(flag["text"]).core), fold(parse(best["text"]).core)
        own.words[words] = own.words.get(words, 0.0) + best["confidence"]
    return found
