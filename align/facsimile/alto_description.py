"""The description of an ALTO file: the picture, what read the page, and who corrected it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from align.facsimile.decided import Corrector
from align.facsimile.identifiers import Identifiers
from align.facsimile.page import Page, Picture
from align.facsimile.xml_text import add, legal, number

PICTURE_STEP = "picture of the page"
"""Description of the step whose settings say which part of the picture the page is."""

CORRECTION_STEP = "corrected words"
"""Description of a step in which somebody corrected words."""


def add_description(
    root: Any,  # noqa: ANN401  # lxml's own
    page: Page,
    engine: str,
    corrected: Mapping[Corrector, str],
    identifiers: Identifiers,
) -> Any:  # noqa: ANN401
    """Add the ``Description``, and return it.

    Args:
        root: The element ``alto``.
        page: The page.
        engine: What read it; empty where unknown.
        corrected: Who corrected words of the page -> the identifier of the step.
        identifiers: Gives the other steps theirs.
    """
    description = add(root, "Description")
    add(description, "MeasurementUnit").text = "pixel"
    if page.picture is not None:
        add(add(description, "sourceImageInformation"), "fileName").text = legal(page.picture.file)
    settings = _settings(page)
    if settings:
        step = _step(description, identifiers.of("", "step"), "preOperation")
        add(step, "processingStepDescription").text = PICTURE_STEP
        add(step, "processingStepSettings").text = "; ".join(settings)
    if engine:
        step = _step(description, identifiers.of("", "step"), "contentGeneration")
        add(add(step, "processingSoftware"), "softwareName").text = legal(engine)
    for made, ident in corrected.items():
        _correction_step(description, made, ident)
    return description


def add_provenance(description: Any, about: Mapping[str, str], identifiers: Identifiers) -> None:  # noqa: ANN401
    """Add a step with a line for each name and value of where the text comes from, if there is one."""
    if not about:
        return
    step = _step(description, identifiers.of("", "step"), "other")
    for name, value in about.items():
        add(step, "processingStepDescription").text = legal(f"{name}: {value}")


def _step(description: Any, ident: str, category: str) -> Any:  # noqa: ANN401
    step = add(description, "Processing", ID=ident)
    add(step, "processingCategory").text = category
    return step


def _settings(page: Page) -> list[str]:
    """The resolution, and the part of the picture that is the page: ``dpi 300``, ``frame 2``, ``turn 90``."""
    resolution = [] if page.dpi is None else [f"dpi {number(page.dpi)}"]
    return [*resolution, *(() if page.picture is None else _part(page.picture))]


def _part(picture: Picture) -> Iterator[str]:
    if picture.frame:
        yield f"frame {picture.frame}"
    if picture.region is not None:
        region = picture.region
        yield f"region {region.left} {region.top} {region.right} {region.bottom}"
    if picture.turn:
        yield f"turn {picture.turn}"


def _correction_step(description: Any, made: Corrector, ident: str) -> None:  # noqa: ANN401
    step = _step(description, ident, "contentModification")
    if made.at:
        add(step, "processingDateTime").text = made.at
    add(step, "processingAgency").text = legal(made.by)
    add(step, "processingStepDescription").text = CORRECTION_STEP
