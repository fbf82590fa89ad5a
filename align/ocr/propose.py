"""What each chunk may say instead: an ordered list of rules, each proposing readings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from align.ocr import marks, names
from align.ocr.candidates import Query, doubted
from align.ocr.confusion import Channel
from align.ocr.lexicon import Lexicon
from align.ocr.reading import AS_READ, Reading
from align.ocr.tokens import Chunk, fold

HYPHENS = "-\N{NON-BREAKING HYPHEN}\N{SOFT HYPHEN}"
LONGEST = 60
"""Code points; what is longer is no word, and nobody can say what it was."""
ALTERED_MARKS = 3
TURNED = 5
FUNCTION_WORD = 5.5
COMMON_NAME = 3.5
WORD = 4.0
FOREIGN_COST = 6.0
"""Nats a letter: beyond that two words have nothing in common."""


@dataclass(frozen=True, eq=False)
class Place:
    """A chunk among its neighbours, with what is needed to propose readings for it.

    ``found``: candidates by query. ``foreign``: words of the translation that may stand here as they are.
    """

    chunks: Sequence[Chunk]
    at: int
    lexicon: Lexicon
    channel: Channel
    found: Mapping[Query, tuple[str, ...]]
    foreign: tuple[str, ...] = ()

    @property
    def chunk(self) -> Chunk:
        """The chunk itself."""
        return self.chunks[self.at]

    @property
    def following(self) -> Chunk | None:
        """The chunk after it in its sentence."""
        return self.chunks[self.at + 1] if self.at + 1 < len(self.chunks) else None

    def reads(self, text: str, rule: str, width: int = 1) -> Reading:
        """A reading of this chunk and ``width - 1`` more."""
        return Reading(self.at, self.at + width, text, rule)


def proposals(place: Place) -> tuple[Reading, ...]:
    """All readings of a place, the observed first, each text once."""
    texts = {(1, place.chunk.text): place.reads(place.chunk.text, AS_READ)}
    if max(len(chunk.text) for chunk in place.chunks[place.at : place.at + 2]) > LONGEST:
        return tuple(texts.values())
    for rule in RULES:
        for reading in rule(place):
            texts.setdefault((reading.stop - reading.start, reading.text), reading)
    return tuple(texts.values())


def queries(chunks: Sequence[Chunk], lexicon: Lexicon) -> Iterator[Query]:
    """All that the rules will want searched for the chunks of a sentence."""
    for at, chunk in enumerate(chunks):
        if len(chunk.text) > LONGEST:
            continue
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        for noisy in _noisy(chunk, lexicon):
            yield noisy.query
        if following is not None and len(following.text) <= LONGEST:
            yield from _join_queries(chunk, following, lexicon)


@dataclass(frozen=True, slots=True)
class Noisy:
    """A part of a chunk taken for a misread word, and the marks left around it."""

    lead: str
    query: Query
    trail: str


def _noisy(chunk: Chunk, lexicon: Lexicon) -> list[Noisy]:
    """The core alone; and, when it is doubted, with marks beside it that may be misread letters."""
    if not any(map(str.isalpha, chunk.core)):
        return []
    core = fold(chunk.core)
    doubt = doubted(core, lexicon)
    parts = [Noisy(chunk.lead, Query(core, doubt), chunk.trail)]
    if not doubt:
        return parts
    parts += [
        Noisy(chunk.lead, Query(core + fold(chunk.trail[:n]), doubted=True), chunk.trail[n:])
        for n in range(1, min(len(chunk.trail), 2) + 1)
    ]
    if chunk.lead and not marks.BEFORE.fullmatch(chunk.lead):
        parts.append(Noisy(chunk.lead[:-1], Query(fold(chunk.lead[-1]) + core, doubted=True), chunk.trail))
    return parts


def cased(form: str, observed: str) -> str:
    """A folded form with the capitals of what was read: all, the first, or none."""
    letters = [character for character in observed if character.isalpha()]
    if len(letters) > 1 and all(map(str.isupper, letters)):
        return form.upper()
    if letters and letters[0].isupper():
        return "-".join(map(_capital, form.split("-"))) if _each_capital(observed) else _capital(form)
    return form


def _capital(form: str) -> str:
    return form[:1].upper() + form[1:]


def _each_capital(observed: str) -> bool:
    parts = [part for part in observed.split("-") if part]
    return len(parts) > 1 and all(part[0].isupper() for part in parts)


def other_case(text: str) -> str | None:
    """The text with its first letter's case turned; its other letters small if any of them is a capital."""
    at = next((i for i, character in enumerate(text) if character.isalpha()), None)
    if at is None:
        return None
    head = text[at].lower() if text[at].isupper() else text[at].upper()
    return text[:at] + head + text[at + 1 :]


def letters(place: Place) -> Iterator[Reading]:
    """The word was another word."""
    for noisy in _noisy(place.chunk, place.lexicon):
        for form in place.found.get(noisy.query, ()):
            yield place.reads(noisy.lead + cased(form, place.chunk.core) + noisy.trail, "letters")


def case(place: Place) -> Iterator[Reading]:
    """A capital was small, or the other way round; capitals inside a word were small."""
    chunk = place.chunk
    if not any(map(str.isalpha, chunk.core)):
        return
    inner = chunk.core[0] + chunk.core[1:].lower()
    texts = [inner, inner.lower()]
    if place.lexicon.knows(chunk.core):
        texts += [other_case(inner) or inner, chunk.core.upper() if len(chunk.core) > 1 else inner]
    for text in texts:
        if text != chunk.core:
            yield place.reads(chunk.lead + text + chunk.trail, "case")
    for noisy in _noisy(chunk, place.lexicon):
        for form in place.found.get(noisy.query, ())[: TURNED if noisy.query.doubted else 2]:
            if turned := other_case(cased(form, chunk.core)):
                yield place.reads(noisy.lead + turned + noisy.trail, "letters")


def lone(place: Place) -> Iterator[Reading]:
    """A mark or digit that stands alone was a word of one letter."""
    text = place.chunk.text
    if len(text) > 2 or any(map(str.isalpha, text)):
        return
    for word in place.lexicon.letters_alone:
        yield place.reads(word, "letters")


def altered_marks(place: Place) -> Iterator[Reading]:
    """The marks around the word were others; around the likeliest words too, where something looks odd."""
    chunk = place.chunk
    number = chunk.core[:1].isdigit() and not any(map(str.isalpha, chunk.core))
    if not chunk.core or (number and not marks.odd(chunk.lead, chunk.core, chunk.trail)):
        return
    cores = [chunk.core]
    if doubted(chunk.core, place.lexicon) or marks.odd(chunk.lead, chunk.core, chunk.trail):
        cores += _other_cores(place)
    for trail in marks.alternatives(chunk.trail, place.channel, after=True):
        for core in cores:
            yield place.reads(chunk.lead + core + trail, "marks")
    for lead in marks.alternatives(chunk.lead, place.channel, after=False) if chunk.lead else ():
        for core in cores:
            yield place.reads(lead + core + chunk.trail, "marks")


def _other_cores(place: Place) -> list[str]:
    """The core with its first letter turned, and the likeliest words."""
    core, found = place.chunk.core, list[str]()
    if core[:1].isalpha() and not core.isupper():
        found += [text for text in (core.lower(), _capital(core)) if text != core]
    noisy = _noisy(place.chunk, place.lexicon)
    forms = place.found.get(noisy[0].query, ()) if noisy else ()
    return (found + [cased(form, core) for form in forms])[: ALTERED_MARKS + 1]


def nothing(place: Place) -> Iterator[Reading]:
    """Nothing was typed here: dirt read as a mark or a letter or two."""
    if len(place.chunk.core) <= 2:
        yield place.reads("", "delete")


def dash(place: Place) -> Iterator[Reading]:
    """A lone mark that is no dash was one."""
    if not place.chunk.core and place.chunk.text not in marks.ALONE:
        yield place.reads("—", "marks")


def inside(place: Place) -> Iterator[Reading]:
    """A mark inside a word is no part of it, or lost the space after it."""
    core = place.chunk.core
    for at, character in enumerate(core):
        if character.isalnum() or character in HYPHENS + "'":
            continue
        before, after = core[:at], core[at + 1 :]
        if character in ",.;:!?" and _common(before, place) and _common(after, place):
            text = f"{before}{character} {after}"
            yield place.reads(place.chunk.lead + text + place.chunk.trail, "space")
        if place.lexicon.knows(before + after):
            yield place.reads(place.chunk.lead + before + after + place.chunk.trail, "inside")


def _common(word: str, place: Place) -> bool:
    zipf, known = place.lexicon.look_up(word.strip(",.;:!?\"'«»()"))
    return known and zipf >= (WORD if len(word) > 2 else FUNCTION_WORD)


def split(place: Place) -> Iterator[Reading]:
    """Two words lost the space or hyphen between them."""
    chunk = place.chunk
    if not chunk.core.isalpha() or (
        place.lexicon.knows(chunk.core) and place.lexicon.zipf(chunk.core) > WORD
    ):
        return
    for at in range(1, len(chunk.core)):
        before, after = chunk.core[:at], chunk.core[at:]
        if _common(before, place) and _common(after, place):
            yield place.reads(f"{chunk.lead}{before} {after}{chunk.trail}", "space")
        hyphened = f"{before}-{after}"
        if min(len(before), len(after)) > 1 and place.lexicon.knows(hyphened):
            yield place.reads(chunk.lead + hyphened + chunk.trail, "hyphenate")


def hyphen(place: Place) -> Iterator[Reading]:
    """A hyphen was a space or nothing, and a part beside it another word."""
    core = place.chunk.core
    before, mark, after = core.partition("-")
    if not mark or "-" in after or not before or not after:
        return
    firsts = [before, *_found(before, place)]
    seconds = [after, *_found(after, place)]
    for one in firsts[:6]:
        for two in seconds[:4]:
            for between in ("-", " "):
                if (one, two, between) != (before, after, "-") and place.lexicon.knows(one):
                    text = place.chunk.lead + cased(one, before) + between + cased(two, after)
                    yield place.reads(text + place.chunk.trail, "hyphen")
    if place.lexicon.knows(before + after):
        yield place.reads(place.chunk.lead + before + after + place.chunk.trail, "hyphen")


def _found(part: str, place: Place) -> tuple[str, ...]:
    word = fold(part)
    return place.found.get(Query(word, doubted(word, place.lexicon)), ())


def join(place: Place) -> Iterator[Reading]:
    """A space fell into a word."""
    following = place.following
    if following is None:
        return
    first, second = place.chunk, following
    whole = fold(first.core + second.core)
    if first.trail in ("", *HYPHENS) and not second.lead and second.core and place.lexicon.knows(whole):
        yield place.reads(first.lead + cased(whole, first.core) + second.trail, "join", 2)
    for query in _join_queries(first, second, place.lexicon):
        for form in place.found.get(query, ())[:4]:
            yield place.reads(first.lead + cased(form, first.core) + second.trail, "join_near", 2)


def _join_queries(first: Chunk, second: Chunk, lexicon: Lexicon) -> Iterator[Query]:
    """Two chunks as one noisy word, where at least one of them is doubted."""
    if not first.core or not second.core or first.core.isdigit() or second.core.isdigit():
        return
    if doubted(first.core, lexicon) or doubted(second.core, lexicon):
        between = (
            ""
            if first.trail in HYPHENS and first.trail and not second.lead
            else first.trail + " " + second.lead
        )
        yield Query(fold(first.core + between + second.core), doubted=True)


def digits(place: Place) -> Iterator[Reading]:
    """Letters in a number were digits; a number was one of the translation's."""
    chunk = place.chunk
    if not any(map(str.isdigit, chunk.core)):
        return
    replaced = "".join(DIGITS.get(character, character) for character in chunk.core)
    if replaced != chunk.core:
        yield place.reads(chunk.lead + replaced + chunk.trail, "digits")
    for number in place.foreign:
        if (
            number[0].isdigit()
            and _figures(number) != _figures(chunk.core)
            and abs(len(number) - len(chunk.core)) < 2
        ):
            yield place.reads(chunk.lead + number + chunk.trail, "digits")


def _figures(text: str) -> str:
    """The digits of a number: languages part them with different marks."""
    return "".join(filter(str.isdigit, text))


DIGITS = {"О": "0", "о": "0", "O": "0", "o": "0", "З": "3", "з": "3", "С": "0", "l": "1", "I": "1", "б": "6"}


def foreign(place: Place) -> Iterator[Reading]:
    """A word of the translation stood here in its own letters."""
    core = place.chunk.core
    if len(core) < 2 or place.lexicon.knows(core):
        return
    near = [
        word
        for word in place.foreign
        if word[0].isupper() and abs(len(word) - len(core)) <= 2 and word != core
    ]
    costs = place.channel.costs(near, [core] * len(near)) if near else ()
    for word, cost in zip(near, costs, strict=True):
        if cost < FOREIGN_COST * len(core):
            yield place.reads(place.chunk.lead + word + place.chunk.trail, "foreign")


def name(place: Place) -> Iterator[Reading]:
    """A name of the translation, in the letters of this side, was misread."""
    core = place.chunk.core
    if not core[:1].isupper() or len(core) < 3 or "-" in core or place.lexicon.zipf(core) > COMMON_NAME:
        return
    for form in names.candidates(core, place.foreign, place.channel):
        yield place.reads(place.chunk.lead + cased(form, core) + place.chunk.trail, "name")


def doubled(place: Place) -> Iterator[Reading]:
    """The same word stands here twice."""
    following = place.following
    if following is None or place.chunk.trail or following.lead:
        return
    if len(place.chunk.core) > 1 and fold(place.chunk.core) == fold(following.core):
        yield place.reads(place.chunk.text + following.trail, "double", 2)


def apostrophe(place: Place) -> Iterator[Reading]:
    """An apostrophe before the last letter was lost."""
    core = place.chunk.core
    if len(core) > 2 and core[-1:] in "sS" and not place.lexicon.knows(core) and not core[-2:].istitle():
        yield place.reads(place.chunk.lead + core[:-1] + "'s" + place.chunk.trail, "apostrophe")


Rule = Callable[[Place], Iterator[Reading]]
RULES: tuple[Rule, ...] = (
    letters,
    case,
    lone,
    altered_marks,
    nothing,
    dash,
    inside,
    split,
    hyphen,
    join,
    digits,
    foreign,
    name,
    doubled,
    apostrophe,
)
