"""Terms that a glossary wants translated in its way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.check.context import CheckContext
from align.check.line import Line
from align.flag import Flag
from align.lang.lemma import Lemmatizer, lemmatizer
from align.search import TextPlace, lemmas, places


def glossary(matter: CheckContext) -> Iterator[Flag]:
    """A term without any of its renderings in the translation, and renderings that are forbidden.

    Words are compared as in the dictionary (Russian and English), elsewhere as they are written.
    """
    if not matter.glossary:
        return
    of_source, of_target = (lemmatizer(language) for language in matter.languages)
    for both in matter.both:
        there = lemmas(both.target.readings, of_target)
        for term in matter.glossary:
            here = list(_places(term.source, both.source, of_source)) if term.source else []
            if (
                here
                and term.targets
                and not any(_stands(rendering, there, of_target) for rendering in term.targets)
            ):
                wanted = " or ".join(f"“{rendering}”" for rendering in term.targets)
                reason = f"the glossary wants {wanted}, the translation has none of it."
                yield both.source.flag(*here[0], "check.glossary", 0.9, reason)
            if here or not term.source:
                yield from _forbidden(term.forbidden, both.target, of_target)


def _forbidden(words: Sequence[str], line: Line, lemma: Lemmatizer) -> Iterator[Flag]:
    for word in words:
        for start, stop in _places(word, line, lemma):
            yield line.flag(start, stop, "check.glossary", 0.9, f"the glossary forbids “{word}” here.")


def _stands(term: str, found: Sequence[str], lemma: Lemmatizer) -> bool:
    wanted = lemmas(term, lemma)
    return any(list(found[at : at + len(wanted)]) == wanted for at in range(len(found) - len(wanted) + 1))


def _places(term: str, line: Line, lemma: Lemmatizer) -> Iterator[TextPlace]:
    """Where the term stands in the line, in whatever form, within one sentence."""
    wanted = lemmas(term, lemma)
    for first, sentence in zip(line.starts, line.sentences, strict=True):
        for start, stop in places(wanted, sentence.text, lemma):
            yield first + start, first + stop
