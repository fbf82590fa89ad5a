"""Pictures in colour on which there is none: most scans of a black text are kept so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.scan.extra import library

if TYPE_CHECKING:
    from PIL.Image import Image


def grey_where_plain(picture: Image) -> Image:
    """A picture in grey where its three colours are the same in each pixel; else the picture as it is.

    Args:
        picture: In grey or in colour (``L``, ``RGB``).

    Example:
        >>> from PIL import Image
        >>> grey_where_plain(Image.new("RGB", (2, 1), (7, 7, 7))).mode
        'L'
        >>> grey_where_plain(Image.new("RGB", (2, 1), (7, 7, 8))).mode
        'RGB'
    """
    if picture.mode != "RGB":
        return picture
    chops = library("PIL.ImageChops")
    red = picture.getchannel(0)
    same = (chops.difference(red, picture.getchannel(other)).getbbox() is None for other in (1, 2))
    return red if all(same) else picture
