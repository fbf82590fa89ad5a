"""Plants faults in good translations, to see which of them the checks find."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from check_texts import MIN_LIKENESS, Bead, CheckText

from align.names.similarity import likeness
from align.numerals.quantities import quantities

MIN_WORDS = 5
"""Words of a sentence that may be dropped."""

Plant = Callable[[str, str, CheckText, random.Random], str | None]
"""From a sentence of the original and its translation to the translation with a fault; ``None`` for none."""

NEGATORS = re.compile(
    r"\b(?:not?|never|nothing|nobody|none|neither|nor|nowhere|cannot)\b|n['’]t\b", re.IGNORECASE
)
NOT = re.compile(r"\s*\bnot\b|(?<=can)not\b|n['’]t\b")
RUSSIAN_NEGATORS = re.compile(r"\b(?:не|нет|нельзя|ни\w*)\b", re.IGNORECASE)
WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
"""What is left of "can't", "won't" and "shan't", as it stands without a "not"."""

NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "eleven", "fourteen", "thirty")
STRANGERS = (
    "Kowalski",
    "Bernhardt",
    "Rousseau",
    "Takahashi",
    "Fitzgerald",
    "Lindqvist",
    "Moreau",
    "Hartmann",
)


def other_number(source: str, target: str, _: CheckText, chance: random.Random) -> str | None:
    """One number of the target changed, if the source has it."""
    others = quantities(source, "ru")
    for found in quantities(target, "en"):
        shared = any(found.meets(other) for other in others)
        if found.form == "digits" and shared:
            new = re.sub(
                r"\d",
                lambda digit: str((int(digit.group()) + chance.randint(1, 8)) % 9 + 1),
                target[found.start : found.stop],
            )
        elif found.form == "word" and len(found.values) == 1 and shared:
            new = chance.choice(NUMBERS)
        else:
            continue
        changed = target[: found.start] + new + target[found.stop :]
        fresh = [other for other in quantities(changed, "en") if other.start == found.start]
        if fresh and not any(fresh[0].meets(other) for other in others):
            return changed
    return None


def only_not(source: str, target: str, text: CheckText, chance: random.Random) -> str | None:
    """The only negator of the target dropped, if the source denies too."""
    return _without_not(source, target, text, chance) if len(NEGATORS.findall(target)) == 1 else None


def one_not_of_several(source: str, target: str, text: CheckText, chance: random.Random) -> str | None:
    """One "not" dropped where other negators stay, if the source denies too."""
    return _without_not(source, target, text, chance) if len(NEGATORS.findall(target)) > 1 else None


def _without_not(source: str, target: str, _: CheckText, chance: random.Random) -> str | None:
    places = list(NOT.finditer(target))
    if not places or not RUSSIAN_NEGATORS.search(source):
        return None
    place = chance.choice(places)
    before = re.sub(r"\b(ca|wo|sha)$", lambda cut: WHOLE[cut.group()], target[: place.start()])
    return before + target[place.end() :]


def no_sentence(_: str, target: str, __: CheckText, ___: random.Random) -> str | None:
    """Nothing in the place of a sentence that is long enough."""
    return "" if len(target.split()) >= MIN_WORDS else None


def other_name(source: str, target: str, text: CheckText, chance: random.Random) -> str | None:
    """One name replaced by another of the document, if the source spells it alike."""
    words = re.findall(r"[А-ЯЁ][\w-]+", source)
    for match in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{2,}", target):
        shared = any(likeness(word, match.group()) > MIN_LIKENESS for word in words)
        if target.count(match.group()) == 1 and shared:
            others = [
                name for name in [*text.names, *STRANGERS] if not any(likeness(w, name) > 0 for w in words)
            ]
            return target[: match.start()] + chance.choice(others) + target[match.end() :]
    return None


@dataclass(frozen=True)
class Fault:
    """A kind of fault.

    Attributes:
        plant: Makes it.
        kinds: Kinds of flags that find it.
        rounds: One bead in how many has it at a time.
    """

    plant: Plant
    kinds: tuple[str, ...]
    rounds: int = 3


FAULTS: Mapping[str, Fault] = {
    "number": Fault(other_number, ("check.number", "check.date")),
    "not": Fault(only_not, ("check.negation",)),
    "one not of several": Fault(one_not_of_several, ("check.negation",)),
    "sentence": Fault(no_sentence, ("check.omission", "check.length"), rounds=10),
    "name": Fault(other_name, ("check.name", "check.name-spelling")),
}


def planted(text: CheckText, name: str, turn: int) -> tuple[list[str], list[Bead]]:
    """The translation with a fault in every n-th bead that can have one, and those beads.

    Args:
        text: The text and its translation.
        name: A key of :data:`FAULTS`.
        turn: 0 to ``rounds - 1`` of the fault; each bead has the fault in one turn.
    """
    chance = random.Random(f"{text.name} {name} {turn}")  # noqa: S311  # to be the same each time
    fault, target, spoilt, eligible = FAULTS[name], list(text.target), list[Bead](), 0
    for one, other in text.beads:
        if not one or len(other) != 1:
            continue
        source, [at] = " ".join(text.source[index] for index in one), other
        new = fault.plant(source, text.target[at], text, chance)
        if new is None or (not new and len(text.target[at].split()) < MIN_WORDS):
            continue
        eligible += 1
        if eligible % fault.rounds == turn:
            target[at] = new
            spoilt.append((one, other))
    return target, spoilt
