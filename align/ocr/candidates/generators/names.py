"""Names: which the translation vouches for, and what a damaged one was by the translation's spelling."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product

from align.lang.folding import fold
from align.names.transliteration import base_forms, renderings, similar
from align.ocr.channel.channel import Channel

BACK = """
    shch щ · sch ш · tch ч · sh ш · ch ч,к,х · kh х · zh ж · ts ц · th т · ph ф · ck к · ya я · yu ю ·
    ye е · yo е · ee и · oo у · ou у,оу · ei ей,ай · ey ей,и · ie и · ai ай,эй · ay ей,ай · ow оу · aw о
    · ll лл,л · ss сс,с · tt тт,т · nn нн,н · mm мм,м · rr рр,р · ff фф,ф · pp пп,п · cc кк · dd дд,д ·
    qu кв · a а,э · b б · c к,с · d д · e е,э, · f ф · g г,дж · h х,г, · i и,ай · j дж,ж,й · k к · l
    л,ль · m м · n н · o о · p п · q к · r р · s с,з · t т · u у,а,ю · v в · w в,у · x кс · y и,й · z
    з,ц
"""
"""Latin letters of a name -> what Russian print makes of them (popular transcription), likeliest first."""

SOUNDS = {
    latin: tuple(cyrillic.split(","))
    for latin, cyrillic in (entry.split() for entry in BACK.replace("\n", " ").split("·"))
}
LONGEST = max(map(len, SOUNDS))
ENDINGS = ("", "а", "у", "ом", "е", "ы", "и", "ой", "ым", "ов", "я", "ю", "ем", "ей", "ами", "ах")
SPELLINGS, KEPT = 256, 3
ALIKE = 0.45


def name_similarity(word: str, partner: Sequence[str]) -> float:
    """How much like a capitalised word of the translation a name sounds, fraction 0-1.

    One letter off is already the sign of a damaged name, so only near renderings count.
    """
    if len(word) < 2 or not word[:1].isupper():
        return 0.0
    heard = [name for name in partner if name[:1].isupper() and len(name) > 1]
    return max(3 * max((_alike(word, name) for name in heard), default=0.0) - 2, 0.0)


def _alike(word: str, name: str) -> float:
    """How alike a name of one side and one of the other are, whichever of them is written in Cyrillic."""
    older = word.lower().replace("е", "э")  # older print has е where names now have э
    return max(similar(word, name), similar(older, name), similar(name, word))


def name_candidates(read: str, partner: Sequence[str], channel: Channel) -> tuple[str, ...]:
    """Folded spellings of the translation's names that may have been read so, likeliest first."""
    word = fold(read)
    names = dict.fromkeys(name.lower() for name in partner if name[:1].isupper() and len(name) > 2)
    near = [name for name in names if abs(len(name) - len(word)) < 4 and _alike(word, name) >= ALIKE]
    forms = sorted(
        {form for name in near for form in (_latin(name, word) or _inflected(name, word))} - {word}
    )
    if not forms:
        return ()
    costs = channel.costs(forms, [word] * len(forms)).tolist()
    return tuple(form for _, form in sorted(zip(costs, forms, strict=True))[:KEPT])


def _latin(name: str, word: str) -> set[str]:
    """The Latin spellings of a Cyrillic name, in whatever case, that are near to the word."""
    from rapidfuzz.distance import Levenshtein

    forms = {
        form for base in base_forms(name) for form in renderings(base) if form.isascii() and form.isalpha()
    }
    return {form for form in forms if Levenshtein.distance(form, word) <= max(len(word) // 4, 1)}


def _inflected(name: str, word: str) -> set[str]:
    """The name's spellings nearest to the word, each with the endings that bring it nearer."""
    from rapidfuzz.distance import Levenshtein

    bases = sorted(spellings(name), key=lambda base: Levenshtein.distance(base, word))[:8]
    stems = {*bases, *(base[:-1] for base in bases if base[-1:] in "аеийояь")} - {""}
    forms = {stem + ending for stem in stems for ending in ENDINGS}
    return {form for form in forms if Levenshtein.distance(form, word) <= max(len(word) // 3, 1)}


def spellings(name: str) -> set[str]:
    """Cyrillic spellings of a Latin name."""
    sounds: list[tuple[str, ...]] = []
    at = 0
    while at < len(name):
        size = next((n for n in range(LONGEST, 0, -1) if name[at : at + n] in SOUNDS), 1)
        sounds.append(SOUNDS.get(name[at : at + size], ("",)))
        at += size
    return {"".join(choice) for choice in islice(product(*sounds), SPELLINGS)}
