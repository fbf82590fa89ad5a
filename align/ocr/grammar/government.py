"""Which case a preposition governs, by itself or after a verb or noun."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from align.ocr.grammar.morphology import Form

Fractions = Mapping[str, float]

NAMES = {
    "Nom": "nominative",
    "Gen": "genitive",
    "Dat": "dative",
    "Acc": "accusative",
    "Ins": "instrumental",
    "Loc": "prepositional",
}
CASE_FREQUENCIES: Fractions = {"Nom": 0.29, "Gen": 0.24, "Dat": 0.08, "Acc": 0.21, "Ins": 0.10, "Loc": 0.08}
"""How often declined words stand in each case in Russian at large (rounded from the table's own text)."""
_LEAST = 0.01
REACH = 3
"""Words before a preposition among which its governor is searched."""


@dataclass(frozen=True)
class Government:
    """``alone``: fraction of each case after a preposition; ``after``: after a verb or noun and it."""

    by_preposition: Mapping[str, Fractions]
    by_governor: Mapping[tuple[str, str], Fractions]

    @classmethod
    def load(cls, folder: Path) -> Self:
        """From ``preposition_cases.tsv`` and ``governor_cases.tsv``, whose first line names their source."""
        alone = {row["preposition"]: _fractions(row) for row in _rows(folder / "preposition_cases.tsv")}
        after = {
            (row["governor"], row["preposition"]): _fractions(row)
            for row in _rows(folder / "governor_cases.tsv")
        }
        return cls(alone, after)

    def cases(self, preposition: str, before: Sequence[Sequence[Form]]) -> Fractions | None:
        """Fractions of the cases; ``before``: forms of the words before it, the nearest last.

        A verb governs over a noun that it may have for an object: *послал дело в* + accusative.
        """
        near = list(before)[: -REACH - 1 : -1]
        for options in near:
            for form in options:
                if form.kind != "NOUN" and (form.lemma, preposition) in self.by_governor:
                    return self.by_governor[form.lemma, preposition]
        for options in near:
            if options and options[0].kind == "NOUN" and (options[0].lemma, preposition) in self.by_governor:
                return self.by_governor[options[0].lemma, preposition]
            if not any(
                form.case == "Gen" for form in options
            ):  # a genitive may stand between: посылка войск в
                break
        return self.by_preposition.get(preposition)


def likelihood_ratio(options: Sequence[Form], governed: Fractions) -> float:
    """How much likelier these forms are where such cases are governed than anywhere, as a factor."""
    return (
        sum(
            form.share * max(governed[form.case], _LEAST) / CASE_FREQUENCIES[form.case]
            for form in options
            if form.case is not None
        )
        + _LEAST
    )


def names(governed: Fractions) -> str:
    """``the accusative or prepositional``: the cases that are governed, in words."""
    chosen = sorted((case for case in governed if governed[case] > 0.1), key=lambda case: -governed[case])
    return "the " + " or ".join(NAMES[case] for case in chosen)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        next(lines)
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _fractions(row: Mapping[str, str]) -> Fractions:
    return {case: float(row[case]) for case in NAMES}
