"""The languages of a page that holds an original and its translation, and which line is in which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from align.text.document import SIDES, Metadata, Side
from align.text.language import best_language, detect_language, language_named, language_scores, script_of
from align.text.language_scores import OTHER_PRIOR, PRIOR, listed_share, word_scores, words_in
from align.text.script import SCRIPTS, dominant, letters

MIN_WORDS, MIN_MARGIN = 2, 2.0
"""Words and nats from which a line or a paragraph counts for a language."""

MIN_PARAGRAPH_WORDS, MIN_PARAGRAPH_MARGIN, MIN_LISTED = 5, 8.0, 0.3
"""Words, nats and fraction of common words of a paragraph that shows that a language is on the page."""

MIN_SHARE = 0.1
"""Fraction of the letters of a page from which a language in the script of another is on it."""

MIN_LETTERS = 12
"""Letters from which a script of its own is on the page."""

IDEOGRAPHIC, IDEOGRAPH_LETTERS = frozenset({"han", "kana", "hangul"}), 3
"""Scripts that write a word with one sign or two, and the letters that a sign stands for."""

SUMMARY = re.compile(
    r"[\W_]*(?:summary|abstract|résumé|resume|sommaire|zusammenfassung|резюме|аннотация|анотація|реферат|streszczenie"
    r"|souhrn|shrnutí|resumen|riassunto|摘要|提要)[\W_]*",
    re.IGNORECASE,
)
"""A heading behind which a summary begins."""

MIN_THIRD_LETTERS = 40
"""Letters from which a language of neither side is on the page."""

SUMMARY_WEIGHT = 0.25
"""What the letters of a summary count, where the language of the original is looked for."""


Named = tuple[str | None, str | None]
"""The languages of original and translation that the user states, ISO 639-1; ``None`` where none is."""


@dataclass(frozen=True)
class ScriptLine:
    """A line of a page.

    Attributes:
        start: In code points of the raw file.
        stop: Behind its end of line.
        text: Without the white space around it.
        paragraph: The number of its paragraph.
    """

    start: int
    stop: int
    text: str
    paragraph: int


@dataclass(frozen=True)
class PageLanguages:
    """``source``, ``target``: the languages of the sides, ISO 639-1; ``None`` for one that is not there."""

    source: str | None
    target: str | None

    @property
    def sides(self) -> Mapping[str, Side]:
        """Language -> side."""
        pairs = zip((self.source, self.target), SIDES, strict=True)
        return {language: side for language, side in pairs if language is not None}


@dataclass(frozen=True, eq=False)
class LanguageOfLines:
    """Finds the language of each line of a page among the languages that are on it.

    A script of one language decides alone. Among languages of one script the words of a line decide, where
    they are too few the words of its paragraph.
    """

    lines: Sequence[ScriptLine]
    languages: Sequence[str]
    _by_paragraph: dict[int, str | None] = field(default_factory=dict)

    @cached_property
    def _of_script(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for language in self.languages:
            found.setdefault(script_in(language, self.lines), []).append(language)
        return found

    @cached_property
    def _paragraphs(self) -> Mapping[int, str]:
        found: dict[int, list[str]] = {}
        for line in self.lines:
            found.setdefault(line.paragraph, []).append(line.text)
        return {number: "\n".join(texts) for number, texts in found.items()}

    def counts(self, line: ScriptLine) -> Counter[str]:
        """Letters of a line by language."""
        found: Counter[str] = Counter()
        for script, languages in self._of_script.items():
            count = _size(line.text, script)
            language = languages[0] if len(languages) == 1 else self._language(line, script, languages)
            if count and language is not None:
                found[language] += count
        return found

    def _language(self, line: ScriptLine, script: str, languages: Sequence[str]) -> str | None:
        own = likelier(line.text, script, languages)
        if own is None:
            if line.paragraph not in self._by_paragraph:
                text = self._paragraphs[line.paragraph]
                self._by_paragraph[line.paragraph] = likelier(text, script, languages)
            own = self._by_paragraph[line.paragraph]
        return own


def likelier(text: str, script: str, languages: Sequence[str]) -> str | None:
    """The language of a text among some of one script; ``None`` where its words do not tell."""
    if len(words_in(text, script)) < MIN_WORDS:
        return None
    scores = word_scores(text, script)
    odds = {
        language: scores.get(language, -99.0) - PRIOR.get(language, OTHER_PRIOR) for language in languages
    }
    first, second = sorted(languages, key=odds.__getitem__, reverse=True)[:2]
    return first if odds[first] - odds[second] >= MIN_MARGIN else None


def script_in(language: str, lines: Sequence[ScriptLine]) -> str:
    """The script in which a language is written; Serbian has two, and that of the page decides."""
    if language != "sr":
        return script_of(language)
    return dominant("".join(line.text for line in lines)[:20_000]) or script_of(language)


def third_languages(lines: Sequence[ScriptLine], languages: PageLanguages) -> tuple[str, ...]:
    """The languages on a page that are of neither side."""
    counts = _written(lines)
    return tuple(
        language
        for language, count in counts.items()
        if language not in languages.sides and count >= MIN_THIRD_LETTERS
    )


def _written(lines: Sequence[ScriptLine], summary_weight: float = 1.0) -> Counter[str]:
    """Letters of the languages in which whole paragraphs of a page are surely written.

    ``summary_weight``: what those behind the heading of a summary count.
    """
    found: Counter[str] = Counter()
    weight = 1.0
    for text in _stretches(lines):
        language = _surely(text)
        if language is not None:
            found[language] += round(weight * _size(text, dominant(text) or "latin"))
        weight = summary_weight if SUMMARY.fullmatch(text.strip()) else 1.0
    return found


def _present(lines: Sequence[ScriptLine]) -> Counter[str]:
    """Letters of the languages that may be those of the sides: of much of the page, or most of a script."""
    found = _written(lines, SUMMARY_WEIGHT)
    text = "\n".join(line.text for line in lines)
    by_script: dict[str, list[str]] = {}
    for language in found:
        by_script.setdefault(script_in(language, lines), []).append(language)
    for script in SCRIPTS:
        if script not in by_script and _size(text, script) >= MIN_LETTERS:
            by_script[script] = [_of_script(lines, script)]
    for script, languages in by_script.items():
        if len(languages) == 1:
            found[languages[0]] = max(found[languages[0]], _size(text, script))
    least = MIN_SHARE * found.total()
    most = {max(languages, key=found.__getitem__) for languages in by_script.values()}
    return Counter(
        {
            language: count
            for language, count in found.items()
            if count >= least or (language in most and count >= MIN_LETTERS)
        }
    )


def _of_script(lines: Sequence[ScriptLine], script: str) -> str:
    """The language of the few words of a script; Latin ones are taken for English."""
    if script == "latin":
        return "en"
    words = (match.group() for line in lines for match in SCRIPTS[script].finditer(line.text))
    return best_language(language_scores(" ".join(words)))


def _size(text: str, script: str) -> int:
    """The letters of a script, or what its signs stand for."""
    return letters(text, script) * (IDEOGRAPH_LETTERS if script in IDEOGRAPHIC else 1)


def _stretches(lines: Sequence[ScriptLine]) -> Iterator[str]:
    """The paragraphs, cut where the script changes from one line to the next."""
    texts: list[str] = []
    before: tuple[int, str | None] | None = None
    for line in lines:
        script = dominant(line.text)
        key = line.paragraph, script or (before[1] if before else None)
        if texts and key != before:
            yield "\n".join(texts)
            texts = []
        texts.append(line.text)
        before = key
    if texts:
        yield "\n".join(texts)


def _surely(text: str) -> str | None:
    """The language of a paragraph, where its words are enough to tell."""
    script = dominant(text)
    if script is None:
        return None
    if script not in ("latin", "cyrillic"):
        return best_language(language_scores(text))
    scores = word_scores(text, script)
    first, second = sorted(scores.values(), reverse=True)[:2]
    language = best_language(scores)
    sure = len(words_in(text, script)) >= MIN_PARAGRAPH_WORDS and first - second >= MIN_PARAGRAPH_MARGIN
    return language if sure and listed_share(text, script, language) >= MIN_LISTED else None


def page_languages(
    lines: Sequence[ScriptLine],
    metadata: Metadata,
    named: Named,
    heading: str | None,
) -> PageLanguages:
    """The languages of original and translation.

    Args:
        lines: Of the page, without what describes the document.
        metadata: What the page states.
        named: What the user states; it is taken as it is.
        heading: The language that stands behind a heading *Translation*; ``None`` where none is known.

    Returns:
        What is stated; else the translation is in English where English is on the page, or in the language
        behind its heading, or in that which begins last; the original in the other one.
    """
    counts = _present(lines)
    stated = language_named((metadata.contents or "").lower().partition("translation")[2])
    source = named[0] or _stated_original(metadata, counts, named[1] or stated)
    target = named[1] or stated or heading or _likely_target(counts, source)
    others = {language: count for language, count in counts.items() if language != target}
    if source is None or source == target:
        source = max(others, key=others.__getitem__) if others else None
    return PageLanguages(source, target)


def _stated_original(metadata: Metadata, counts: Mapping[str, int], target: str | None) -> str | None:
    """The original's language as the page states it, unless other languages are on the page and it is not."""
    stated = language_named(metadata.original_language)
    others = counts.keys() - {target or "en"}
    return stated if stated in counts or not others else None


def _likely_target(counts: Mapping[str, int], source: str | None) -> str:
    """English where it is on the page or nothing else is, else the language that comes last."""
    others = [language for language in counts if language != source]
    return "en" if "en" in others or not others or (source is None and len(others) < 2) else others[-1]


def only_side(text: str, languages: PageLanguages, metadata: Metadata, named: Named) -> Side:
    """The side of a page in one language: the original, unless it is in the translation's language."""
    language = detect_language(text)
    original = named[0] or language_named(metadata.original_language)
    return "source" if language == original or language != (languages.target or "en") else "target"
