"""A page in a file of pictures, before it is decoded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """A page in a file of pictures.

    Attributes:
        width: As it is stored, in pixels; of a PDF as it is rendered at ``dpi``.
        height: Likewise.
        dpi: Pixels an inch; ``None`` where the file does not state it.
        turn: By how many degrees it is turned clockwise to be upright, as the camera noted it (EXIF): 0, 90,
            180 or 270. A PDF is rendered upright.
    """

    width: int
    height: int
    dpi: float | None = None
    turn: int = 0

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height once it is turned."""
        return (self.height, self.width) if self.turn in (90, 270) else (self.width, self.height)
