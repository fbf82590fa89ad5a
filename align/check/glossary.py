"""Terms that a glossary wants translated in its way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from align.check.line import Line
from align.check.matter import Matter
from align.ocr.flag import Flag
from align.ocr.translation.lemma import Lemmatizer, lemmatizer

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
Place = tuple[int, int]


def glossary(matter: Matter) -> Iterator[Flag]:
    """A term without any of its renderings in the translation, and renderings that are forbidden.

    Words are compared as in the dictionary (Russian and English), elsewhere as they are written.
    """
    if not matter.glossary:
        return
    of_source, of_target = (lemmatizer(language) for language in matter.languages)
    for both in matter.both:
        lemmas = _lemmas(both.target, of_target)
        for term in matter.glossary:
            places = list(_places(term.source, both.source, of_source)) if term.source else []
            if (
                places
                and term.targets
                and not any(_stands(rendering, lemmas, of_target) for rendering in term.targets)
            ):
                wanted = " or ".join(f"“{rendering}”" for rendering in term.targets)
                reason = f"the glossary wants {wanted}, the translation has none of it."
                yield both.source.flag(*places[0], "check.glossary", 0.9, reason)
            if places or not term.source:
                yield from _forbidden(term.forbidden, both.target, of_target)


def _forbidden(words: Sequence[str], line: Line, lemma: Lemmatizer) -> Iterator[Flag]:
    for word in words:
        for start, stop in _places(word, line, lemma):
            yield line.flag(start, stop, "check.glossary", 0.9, f"the glossary forbids “{word}” here.")


def _lemmas(line: Line, lemma: Lemmatizer) -> list[str]:
    return [lemma(word.lower()) for word in WORD.findall(line.readings)]


def _stands(term: str, lemmas: Sequence[str], lemma: Lemmatizer) -> bool:
    wanted = [lemma(word.lower()) for word in WORD.findall(term)]
    return any(lemmas[at : at + len(wanted)] == wanted for at in range(len(lemmas) - len(wanted) + 1))


def _places(term: str, line: Line, lemma: Lemmatizer) -> Iterator[Place]:
    """Where the term stands in the line, in whatever form, within one sentence."""
    wanted = [lemma(word.lower()) for word in WORD.findall(term)]
    for first, sentence in zip(line.starts, line.sentences, strict=True):
        words = list(WORD.finditer(sentence.text))
        found = [lemma(word.group().lower()) for word in words]
        for at in range(len(words) - len(wanted) + 1):
            if wanted and found[at : at + len(wanted)] == wanted:
                yield first + words[at].start(), first + words[at + len(wanted) - 1].end()
