"""Chinese syllables as Russian, pinyin and Wade-Giles write them.

The system of Palladius (Kafarov, 1888) is regular: an initial and a final each have one Russian
spelling, with the exceptions named here. The table of some four hundred syllables is therefore built from
initials and finals.
"""

from __future__ import annotations

from functools import cache

INITIALS = {
    "b": ("б", "p"),
    "p": ("п", "p"),
    "m": ("м", "m"),
    "f": ("ф", "f"),
    "d": ("д", "t"),
    "t": ("т", "t"),
    "n": ("н", "n"),
    "l": ("л", "l"),
    "g": ("г", "k"),
    "k": ("к", "k"),
    "h": ("х", "h"),
    "j": ("цз", "ch"),
    "q": ("ц", "ch"),
    "x": ("с", "hs"),
    "zh": ("чж", "ch"),
    "ch": ("ч", "ch"),
    "sh": ("ш", "sh"),
    "r": ("ж", "j"),
    "z": ("цз", "ts"),
    "c": ("ц", "ts"),
    "s": ("с", "s"),
}
"""Pinyin initial -> Palladius, Wade-Giles (the apostrophe of aspiration left out, as in most print)."""

FINALS = {
    "a": ("а", "a"),
    "o": ("о", "o"),
    "e": ("э", "e"),
    "ai": ("ай", "ai"),
    "ei": ("эй", "ei"),
    "ao": ("ао", "ao"),
    "ou": ("оу", "ou"),
    "an": ("ань", "an"),
    "en": ("энь", "en"),
    "ang": ("ан", "ang"),
    "eng": ("эн", "eng"),
    "ong": ("ун", "ung"),
    "i": ("и", "i"),
    "ia": ("я", "ia"),
    "ie": ("е", "ieh"),
    "iao": ("яо", "iao"),
    "iu": ("ю", "iu"),
    "ian": ("янь", "ien"),
    "in": ("инь", "in"),
    "iang": ("ян", "iang"),
    "ing": ("ин", "ing"),
    "iong": ("юн", "iung"),
    "u": ("у", "u"),
    "ua": ("уа", "ua"),
    "uo": ("о", "o"),
    "uai": ("уай", "uai"),
    "ui": ("уй", "ui"),
    "uan": ("уань", "uan"),
    "un": ("унь", "un"),
    "uang": ("уан", "uang"),
    "ü": ("юй", "u"),
    "üe": ("юэ", "ueh"),
    "üan": ("юань", "uan"),
    "ün": ("юнь", "un"),
}
"""Pinyin final -> Palladius, Wade-Giles (diacritics left out)."""

ROWS = {
    "b p m f": "a o ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "d t n l": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo ui uan un ü üe",
    "g k h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j q x": "i ia ie iao iu ian in iang ing iong ü üe üan ün",
    "zh ch sh r": "i a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "z c s": "i a e ai ei ao ou an en ang eng ong u uo ui uan un",
}
"""Initials, and the finals that follow them."""

WITHOUT_INITIAL = """
    а a a · о o o · э e o · ай ai ai · эй ei ei · ао ao ao · оу ou ou · ань an an · энь en en · ан ang ang
    эр er erh · и yi i · я ya ya · е ye yeh · яо yao yao · ю you yu · янь yan yen · инь yin yin · ян yang yang
    ин ying ying · юн yong yung · у wu wu · ва wa wa · во wo wo · вай wai wai · вэй wei wei · вань wan wan
    вэнь wen wen · ван wang wang · вэн weng weng · юй yu yu · юэ yue yueh · юань yuan yuan · юнь yun yun
"""
"""Syllables that begin with their final: Palladius, pinyin, Wade-Giles."""

OLD_SPELLING = {"хуй": "хуэй", "фэн": "фын", "мэн": "мын", "бэн": "бын", "пэн": "пын"}
"""Syllables that Russian print also has in an older spelling."""

LONGEST = 5
"""Letters of a syllable at most."""


@cache
def syllables() -> dict[str, frozenset[str]]:
    """Palladius syllable -> its pinyin and Wade-Giles spellings, lower case, without marks."""
    table: dict[str, set[str]] = {}
    for group, finals in ROWS.items():
        for initial in group.split():
            for final in finals.split():
                russian, latin = _built(initial, final)
                table.setdefault(russian, set()).update(latin)
    words = WITHOUT_INITIAL.replace("·", " ").split()
    for russian, pinyin, giles in zip(words[::3], words[1::3], words[2::3], strict=True):
        table.setdefault(russian, set()).update((pinyin, giles))
    for usual, old in OLD_SPELLING.items():
        table.setdefault(old, set()).update(table[usual])
    for russian in [syllable for syllable in table if "э" in syllable[1:]]:  # Цзе-дун, Чжу Де
        table.setdefault(russian.replace("э", "е"), set()).update(table[russian])
    return {russian: frozenset(latin) for russian, latin in table.items()}


def _built(initial: str, final: str) -> tuple[str, set[str]]:
    """One syllable of an initial and a final: Palladius; pinyin and Wade-Giles."""
    (russian, giles), (russian_end, giles_end) = INITIALS[initial], FINALS[final]
    pinyin = initial + final.replace("ü", "u")
    if final == "i" and initial in {"z", "c", "s"}:
        return russian + "ы", {pinyin, "szu" if initial == "s" else "tzu"}
    if final == "i" and initial in {"zh", "ch", "sh", "r"}:
        return russian + "и", {pinyin, giles + "ih"}
    if final == "e" and initial in {"g", "k", "h"}:
        giles_end = "o"
    if final in {"uo", "ui"} and initial in {"g", "k", "h"}:
        giles_end = "uo" if final == "uo" else "uei"
    return russian + russian_end, {pinyin, giles + giles_end}


def romanisations(word: str, limit: int = 16) -> frozenset[str]:
    """Pinyin and Wade-Giles forms of a Russian word that is made of Palladius syllables.

    Hyphens and the dividing hard sign separate syllables; the forms are written together. Of the ways to
    divide a word, those with the fewest syllables count.

    Args:
        word: In lower case.
        limit: Forms that are kept of the beginning of a word.

    Returns:
        Lower-case forms; none for another word.

    Example:
        >>> sorted(romanisations("мао"))
        ['mao']
    """
    table, letters = syllables(), word.replace("-", "'").replace("ъ", "'")
    ways: list[tuple[int, frozenset[str]] | None] = [(0, frozenset({""}))]
    for stop in range(1, len(letters) + 1):
        if letters[stop - 1] == "'":
            ways.append(ways[-1])
            continue
        found: tuple[int, frozenset[str]] | None = None
        for start in range(max(0, stop - LONGEST), stop):
            before, latin = ways[start], table.get(letters[start:stop])
            if before is None or latin is None or (found and found[0] < before[0] + 1):
                continue
            forms = frozenset(sorted(left + right for left in before[1] for right in latin)[:limit])
            same = found is not None and found[0] == before[0] + 1
            found = before[0] + 1, forms | found[1] if found and same else forms
        ways.append(found)
        if not any(ways[-LONGEST:]):
            return frozenset()
    return ways[-1][1] if word and ways[-1] else frozenset()
