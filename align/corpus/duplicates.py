"""Documents that are alike: the same letter from two archives."""

from __future__ import annotations

from datasketch import MinHash

PERMUTATIONS = 64
"""Values of a signature; the similarity of two is known to within an eighth."""
SHINGLE = 3
"""Words that are compared together."""


def minhash(text: str) -> list[int]:
    """A signature by which texts that share most of their words in order are found (Broder, 1997).

    Args:
        text: The text of a document.

    Returns:
        :data:`PERMUTATIONS` numbers of 32 bits; none for a text without words.
    """
    words = ["".join(filter(str.isalnum, word)) for word in text.casefold().split()]
    words = [word for word in words if word]
    shingles = {" ".join(words[at : at + SHINGLE]) for at in range(max(len(words) - SHINGLE + 1, 1))}
    if not words:
        return []
    signature = MinHash(num_perm=PERMUTATIONS)
    signature.update_batch([shingle.encode() for shingle in sorted(shingles)])
    return [int(value) for value in signature.hashvalues]
