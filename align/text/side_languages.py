"""The languages of an original and its translation, found together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from align.errors import InputError
from align.text.document import SIDES, Side
from align.text.language import best_language, checked_code, language_scores, likeliest_pair, rival
from align.text.script import dominant

SAMPLE = 20_000
"""Code points from which the script of a side is found."""


@dataclass(frozen=True)
class SideLanguage:
    """``language``: ISO 639-1. ``rival``: one nearly as likely; ``None`` where it is sure or named."""

    language: str
    rival: str | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """A line about a language that is not sure."""
        if self.rival is None:
            return ()
        return (f"language taken for {self.language}, it may be {self.rival}: too little text to be sure",)


def side_languages(
    texts: Mapping[Side, str], named: Mapping[Side, str | None]
) -> Mapping[Side, SideLanguage]:
    """The language of each side that is present.

    Args:
        texts: The text of each side.
        named: The languages that the user names; they are taken as they are.

    Raises:
        LanguageError: A name is no ISO 639-1 code, or a text without a name has no letter.
    """
    given = {side: checked_code(code) for side in texts if (code := named[side]) is not None}
    scores = {side: {given[side]: 0.0} if side in given else language_scores(texts[side]) for side in texts}
    if len(scores) == len(SIDES):
        chosen = dict(zip(SIDES, likeliest_pair(scores["source"], scores["target"]), strict=True))
    else:
        chosen = {side: best_language(own) for side, own in scores.items()}
    return {side: SideLanguage(chosen[side], rival(scores[side], chosen[side])) for side in texts}


def old_spelling_side(
    texts: Mapping[Side, str], named: Mapping[Side, str | None], *, old: bool | None
) -> Side | None:
    """The side that the user says is in Russian of before 1918: the original, if it can be Russian.

    Raises:
        InputError: Both sides are named, and neither is Russian.
    """
    if not old:
        return None
    able = [side for side in SIDES if side in texts and named[side] in (None, "ru")]
    if not able:
        names = " and ".join(str(named[side]) for side in SIDES if side in texts)
        raise InputError(f"expected a Russian side with old spelling, got {names}; name ru, or leave one out")
    russian = [side for side in able if named[side] == "ru" or dominant(texts[side][:SAMPLE]) == "cyrillic"]
    return (russian or able)[0]
