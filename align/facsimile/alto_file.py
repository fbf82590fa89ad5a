"""What a file of ALTO says of all its pages: unit, picture, tags, order of reading, who corrected it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from align.facsimile.alto_description import PICTURE_STEP
from align.facsimile.decided import Corrector
from align.facsimile.number_list import number, numbers
from align.facsimile.page_frame import LARGEST

UNITS: Mapping[str, int] = {"mm10": 254, "inch1200": 1200}
"""Units of an inch; what is neither is a pixel."""

NAMED_UNITS = frozenset({"", "pixel", *UNITS})
"""Units that ALTO defines; without one it is a pixel."""

NOT_A_PICTURE = frozenset({"", "unknown"})
SETTING = re.compile(r"\b(dpi|frame|region|turn)[ :=]+([\d. ]+)")
CORRECTED = "contentModification"


@dataclass(frozen=True)
class AltoFile:
    """What holds for all pages.

    Attributes:
        units: To an inch; ``None`` where the unit is a pixel.
        knows_unit: Whether ALTO defines the unit.
        dpi: Pixels to an inch; ``None`` where unknown.
        picture: The name of the file of the picture; empty where none is given.
        labels: Identifier of a tag -> its label.
        ranks: Identifier of a block or a line -> its place in the order of reading.
        correctors: Identifier of a step of processing -> who corrected words in it.
        settings: Of the step that describes the picture: name -> numbers.
    """

    units: int | None
    knows_unit: bool
    dpi: float | None
    picture: str
    labels: Mapping[str, str]
    ranks: Mapping[str, int]
    correctors: Mapping[str, Corrector]
    settings: Mapping[str, tuple[float, ...]]

    @classmethod
    def of(cls, root: Any, dpi: float | None) -> AltoFile:  # noqa: ANN401  # lxml's element
        """Read the description, the tags and the order.

        Args:
            root: The root of the file.
            dpi: The resolution of the picture, where the caller knows it.
        """
        settings = dict(_settings(root))
        named = _text(root, "fileName")
        given = settings.get("dpi", ())
        known = dpi if dpi is not None else next(iter(given), None)
        unit = _text(root, "MeasurementUnit").lower()
        return cls(
            UNITS.get(unit),
            unit in NAMED_UNITS,
            known if known is not None and known > 0 else None,
            "" if named in NOT_A_PICTURE else named,
            {one.get("ID"): one.get("LABEL") or "" for one in root.iterfind("{*}Tags/*")},
            _ranks(root),
            dict(_correctors(root)),
            settings,
        )

    @property
    def scale(self) -> float:
        """Pixels to a unit; 1 where that is unknown."""
        return self.dpi / self.units if self.units and self.dpi else 1.0

    @property
    def resolution(self) -> float | None:
        """Pixels to an inch on the pages; a page that is left in its unit has the units to an inch."""
        return self.units if self.units and not self.dpi else self.dpi


def engine_of_alto(root: Any) -> str:  # noqa: ANN401
    """What read the pages: the program of the last step that names one; empty where none does."""
    found = [one for one in root.iter("{*}processingSoftware") if _text(one, "softwareName")]
    if not found:
        return ""
    name, version = _text(found[-1], "softwareName"), _text(found[-1], "softwareVersion")
    return name if version in name else f"{name} {version}"


def _text(element: Any, name: str) -> str:  # noqa: ANN401
    """The text of the first element of this name below; empty where there is none."""
    return (element.findtext(f".//{{*}}{name}") or "").strip()


def _ranks(root: Any) -> dict[str, int]:  # noqa: ANN401
    order = root.find("{*}ReadingOrder")
    listed = () if order is None else (one.get("REF") or "" for one in order.iter("{*}*"))
    named = [name for names in listed for name in names.split()]
    return {name: rank for rank, name in reversed(list(enumerate(named)))}


def _correctors(root: Any) -> Iterator[tuple[str, Corrector]]:  # noqa: ANN401
    for step in root.iterfind("{*}Description/{*}Processing"):
        if _text(step, "processingCategory") == CORRECTED and _text(step, "processingAgency"):
            by, at = _text(step, "processingAgency"), _text(step, "processingDateTime")
            yield step.get("ID") or "", Corrector(by, at)


def _settings(root: Any) -> Iterator[tuple[str, tuple[float, ...]]]:  # noqa: ANN401
    """Settings such as ``dpi 300``; where the step describes the picture, its frame, part and turn too."""
    for step in root.iter("{*}processingStepSettings"):
        own = _text(step.getparent(), "processingStepDescription") == PICTURE_STEP
        for name, value in SETTING.findall(step.text or ""):
            found = numbers(value)
            if (own or name == "dpi") and len(found) == (4 if name == "region" else 1) and _are_places(found):
                yield name, found


def _are_places(found: tuple[float, ...]) -> bool:
    return all(abs(one) <= LARGEST for one in found)


def measure(element: Any, name: str) -> float | None:  # noqa: ANN401
    """A number in an attribute; ``None`` where it is missing or no number."""
    return number(element.get(name))
