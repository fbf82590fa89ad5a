"""A page at the resolution at which its layout is found, and what on it is ink: each computed once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PIL import Image

from align.scan.layout.ink import Grey, Mask, Shares, darkness, grey_of, sampled, written


@dataclass(frozen=True, eq=False)
class PageSample:
    """A page at :data:`~align.scan.layout.ink.SAMPLE_DPI`.

    Attributes:
        grey: Shape (height, width).
    """

    grey: Grey

    @classmethod
    def of(cls, picture: Image.Image, dpi: float) -> PageSample:
        """The sample of a picture of ``dpi`` pixels an inch."""
        return cls(grey_of(sampled(picture, dpi)))

    @cached_property
    def shares(self) -> Shares:
        """How dark each pixel is, as :func:`~align.scan.layout.ink.darkness`."""
        return darkness(self.grey)

    @cached_property
    def ink(self) -> Mask:
        """What is written, as :func:`~align.scan.layout.ink.written`."""
        return written(self.shares)
