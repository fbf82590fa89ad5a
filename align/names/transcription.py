"""Latin names in Cyrillic letters, as Russian print transcribes them by sound."""

from __future__ import annotations

from itertools import islice, product

LETTERS = """
    shch щ · sch ш · tch ч · sh ш · ch ч,к,х · kh х · zh ж · ts ц · th т · ph ф · ck к · ya я · yu ю ·
    ye е · yo е · ee и · oo у · ou у,оу · ei ей,ай · ey ей,и · ie и · ai ай,эй · ay ей,ай · ow оу · aw о
    · ll лл,л · ss сс,с · tt тт,т · nn нн,н · mm мм,м · rr рр,р · ff фф,ф · pp пп,п · cc кк · dd дд,д ·
    qu кв · a а,э · b б · c к,с · d д · e е,э, · f ф · g г,дж · h х,г, · i и,ай · j дж,ж,й · k к · l
    л,ль · m м · n н · o о · p п · q к · r р · s с,з · t т · u у,а,ю · v в · w в,у · x кс · y и,й · z
    з,ц
"""
"""Latin letters of a name, and their Cyrillic transcriptions, the most frequent first."""

TRANSCRIPTIONS = {
    latin: tuple(cyrillic.split(","))
    for latin, cyrillic in (entry.split() for entry in LETTERS.replace("\n", " ").split("·"))
}
MAX_LETTERS = max(map(len, TRANSCRIPTIONS))
MAX_TRANSCRIPTIONS = 256
"""Transcriptions of a name that are looked at."""


def cyrillic_transcriptions(name: str) -> set[str]:
    """Cyrillic spellings of a lower-case Latin name, at most :data:`MAX_TRANSCRIPTIONS`.

    Letters that have no transcription are left out.
    """
    choices: list[tuple[str, ...]] = []
    at = 0
    while at < len(name):
        size = next((n for n in range(MAX_LETTERS, 0, -1) if name[at : at + n] in TRANSCRIPTIONS), 1)
        choices.append(TRANSCRIPTIONS.get(name[at : at + size], ("",)))
        at += size
    return {"".join(choice) for choice in islice(product(*choices), MAX_TRANSCRIPTIONS)}
