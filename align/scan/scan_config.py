"""The settings with which scans are read."""

from __future__ import annotations

import math
from dataclasses import dataclass

from align.errors import InputError


@dataclass(frozen=True)
class ScanConfig:
    """How pages that are pictures are read.

    Attributes:
        languages: The languages of the OCR engine, by its own names joined with a plus sign: ``rus+eng``.
            ``None`` for those of the text, which are found where they are not named.
        segmentation: Tesseract's page segmentation (``--psm``): 3 finds columns and blocks, 4 takes the page
            as one column, 6 as one block of text. With 4, 5 and 6 a wide picture is one page, also where it
            looks like two.
        text_layer: Whether the text that a PDF holds is taken: ``True`` always, ``False`` never (the pages
            are read again), ``None`` where it matches its pictures.
        timeout: Seconds after which a page is given up.

    Raises:
        InputError: A value cannot be used.

    Example:
        >>> ScanConfig(segmentation=99)
        Traceback (most recent call last):
            ...
        align.errors.InputError: expected a page segmentation of 1, 3, 4, 5, 6, 11 or 12, got 99
    """

    languages: str | None = None
    segmentation: int = 3
    text_layer: bool | None = None
    timeout: float = 300.0

    def __post_init__(self) -> None:
        if self.segmentation not in (1, 3, 4, 5, 6, 11, 12):
            raise InputError(
                f"expected a page segmentation of 1, 3, 4, 5, 6, 11 or 12, got {self.segmentation}"
            )
        if self.languages not in (None, "") and not _are_names(self.languages):
            raise InputError(
                f"expected languages of Tesseract such as rus or rus+eng, got {self.languages!r}"
            )
        if not _is_positive(self.timeout):
            raise InputError(f"expected a timeout of more than 0 seconds, got {self.timeout!r}")


def _are_names(languages: object) -> bool:
    if not isinstance(languages, str):
        return False
    return all(name.replace("_", "").replace("/", "").isalnum() for name in languages.split("+"))


def _is_positive(value: object) -> bool:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return math.isfinite(value) and value > 0
