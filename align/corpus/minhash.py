"""A signature of a text, by which texts that are alike are found among many."""

from __future__ import annotations

from datasketch import MinHash

PERMUTATIONS = 128
"""Values of a signature. Of two texts, about as great a part of the values is equal as of their shingles."""
SHINGLE = 10
"""Letters that are compared together.

Of two OCR readings of one letter, one word in six misread in each, a third of such shingles is the same; of
unrelated letters one in a thousand.
"""


def minhash(text: str) -> list[int]:
    """The signature of a text (Broder, 1997), over its letters alone: an OCR engine splits and joins words.

    Args:
        text: One side of a document.

    Returns:
        :data:`PERMUTATIONS` numbers of 32 bits; none for a text with fewer letters than a shingle.
    """
    letters = "".join(plain_words(text))
    shingles = {letters[at : at + SHINGLE] for at in range(len(letters) - SHINGLE + 1)}
    if not shingles:
        return []
    signature = MinHash(num_perm=PERMUTATIONS)
    signature.update_batch([shingle.encode() for shingle in sorted(shingles)])
    return [int(value) for value in signature.hashvalues]


def plain_words(text: str) -> list[str]:
    """The words of a text without case, marks and the dots of ё; digits stay.

    Example:
        >>> plain_words("«Ёлка, 5-го…»")
        ['елка', '5го']
    """
    words = ("".join(filter(str.isalnum, word)) for word in text.casefold().replace("ё", "е").split())
    return [word for word in words if word]
