"""Ukrainian."""

from __future__ import annotations

from align.lang.language import Abbreviations, Hyphens, Language, Resources, word_set
from align.lang.number_words import NumberWords

LANGUAGE = Language(
    "uk",
    script="cyrillic",
    abbreviations=Abbreviations(
        before_name=word_set(
            """тов тт ім вул обл проф акад див стор ст с т т.е т.зв р м гл зам просп бул пл кн розд вид ред
            напр г-н канд інж ген полк зав доц чл рис табл п пп ч пор о св тзв"""
        ),
        after_number=word_set("р рр ст тис млн млрд крб коп грн год хв км кг га"),
        before_number=word_set("вип арк спр оп ф"),
        may_end=word_set("т.д т.п ін т.ін н.е до.н.е"),
    ),
    numbers=NumberWords(
        counted_stems=(
            "вік",
            "віц",
            "столітт",
            "з'їзд",
            "з’їзд",
            "конференц",
            "пленум",
            "сесі",
            "скликанн",
            "інтернаціонал",
            "квартал",
            "світов",
            "ступен",
            "том",
            "глав",
            "частин",
            "розділ",
            "клас",
            "курс",
            "ранг",
        ),
    ),
    hyphens=Hyphens(
        prefixes=word_set("по північно південно віце екс будь казна хтозна"),
        suffixes=word_set("то небудь таки от"),
    ),
    resources=Resources(paradigms=True),
)
