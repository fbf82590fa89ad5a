"""Whether an adjective and its noun, a verb and its subject, can belong together."""

from __future__ import annotations

from collections.abc import Sequence

from align.ocr.grammar.morphology import Form

_SURE = 0.95
"""Fraction of neighbours that could agree and do."""


def noun_phrase(adjective: Sequence[Form], noun: Sequence[Form]) -> float | None:
    """A factor: above 1 when some pair of parses agrees in case, number and gender, below when none does.

    ``None`` when the two are not an adjective and a noun. The factor depends on how many pairs of
    parses would agree by chance.
    """
    first = [form for form in adjective if form.adjectival]
    second = [form for form in noun if form.kind == "NOUN"]
    if not first or not second:
        return None
    joint = sum(one.share * two.share * _chance(one) for one in first for two in second if _phrase(one, two))
    return joint + (1 - _SURE)


def _phrase(adjective: Form, noun: Form) -> bool:
    plural = adjective.features.get("Number") == "Plur"
    features = ("Case", "Number", "Animacy") if plural else ("Case", "Number", "Gender", "Animacy")
    return adjective.agrees(noun, *features)


def _chance(form: Form) -> float:
    """One over how likely a noun agrees with this form by chance: six cases, four numbers and genders."""
    return 6.0 if form.features.get("Number") == "Plur" else 10.0


def clause(subject: Form, verb: Form) -> bool:
    """Whether a nominative can be the subject of a finite verb or short participle."""
    if subject.features.get("Person", "3") != verb.features.get(
        "Person", subject.features.get("Person", "3")
    ):
        return False
    if subject.features.get("Number") == "Plur":
        return verb.features.get("Number") == "Plur"
    return verb.agrees(subject, "Number", "Gender")


def predicative(form: Form) -> bool:
    """Whether it agrees with a subject."""
    finite = form.kind == "VERB" and form.features.get("Mood") == "Ind"
    return finite or form.kind in {"PRTS", "ADJS"}
