"""Characters as the libraries for PDF give them."""

from __future__ import annotations


def without_halves(text: str) -> str:
    r"""A text without the halves of characters (surrogates), which cannot be written to a file.

    Two halves that stand together are the character that they make; one alone is a replacement character.

    Example:
        >>> without_halves("\ud835\udc00 \ud835!") == "\N{MATHEMATICAL BOLD CAPITAL A} \ufffd!"
        True
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
