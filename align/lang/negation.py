"""How Russian and English deny."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Language:
    """``negators``: words that negate. ``idioms``: what holds one and denies nothing.

    ``veiled``: words that may say the same as a negation of the other side. ``empty``: words that carry no
    meaning of their own, so that nothing hangs on their being denied. ``holders``: words that a negation
    could have hung on; where there are none, none is likely to have been lost. ``None``: on any.
    ``stressed``: verbs with a helper that a statement has for a negation's sake (*she did say*).
    ``opposed``: a negation with its opposite (*not this but that*); ``opposite``: what is left without it.
    """

    negators: re.Pattern[str]
    idioms: re.Pattern[str]
    veiled: re.Pattern[str]
    empty: frozenset[str]
    holders: re.Pattern[str] | None
    stressed: re.Pattern[str] | None
    opposed: re.Pattern[str]
    opposite: re.Pattern[str]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        "ru": Language(
            _words(
                "не|нет|нету|ни|никто|никого|никому|никем|ничто|ничего|ничему|ничем|ничуть|нигде|"
                "никуда|никогда|"
                "никак(?:ой|ого|ому|им|их|ими|ая|ую|ие|ое)|нельзя|невозможно|незачем|некому|нечего|"
                "негде|некуда"
            ),
            _words(
                r"не только|(?:чуть|едва|почти)(?: (?:было|ли))? не|не раз|не иначе как|тем не менее|"
                r"не (?:менее|более|больше)|"
                r"как нельзя|(?:не (?:мо[гж]\w+|нельзя)|нельзя) (?:было )?не|не то чтобы|не прочь|"
                r"не хуже|не предел|не исключ(?:а[ею]т|ен)\w*|не забудь\w*|не отрица\w*|"
                r"(?:долго|давно|лет|года)\b[^.,;!?]*\bне|"
                r"(?:\w+ )?бы(?: \w+){0,5}? ни(?: было| стало)?|(?:как|что|кто|где|куда|"
                r"сколько) (?:\w+ )?ни(?: на есть)?|"
                r"ни с того ни с сего|не (?:кто|что) ин\w+|как не|не быть|не говоря|не одн?[аоиу]\w*|"
                r"(?:не|нет)\b[^,.;!]*\bли|не угодно|не будь|всего ничего|еще ничего|ещё ничего|"
                r"ничего себе|ничего, \w+|не без\w*|"
                r"не (?:смея|дыша|улыбаясь|помня|спуская|сводя|мигая|думая|смотря|переставая|шутя|"
                r"спеша|торопясь)|не (?:преминул|"
                r"переста|упуст|упуска|успе)\w*|"
                r"не на шутку|не в духе|не по (?:себе|росту)|(?:не|ни)\b[^.!;]*\?|^[^\w]*нет(?=\W)|"
                r"не так,? как|уж не"
            ),
            _words(
                r"без\w*|бес\w{4,}|не\w{4,}|вряд ли|едва\w*|отказ\w+|запре\w+|избе[гж]\w+|лиш\w+|"
                r"отсутств\w+|"
                r"кроме|вместо|перест\w+|прекра\w+|мало|редко|утра[чт]\w+|исче[зс]\w+|отриц\w+|"
                r"разве|нешто|неужели|исключ\w+|независим\w+|вс[её] равно|напрасно|трудно|уж|небось|"
                r"слишком|обез\w+|лишь|(?:по)?реже|плох\w*|пропал\w*"
            ),
            _set(
                """он она оно они я ты мы вы это этот тот так то в на с к по из за у о и а но же бы ли уже
                еще ещё только было быть был была были мне меня ему ей их его её ее вам нам им себя себе"""
            ),
            None,
            None,
            re.compile(r"\bне\b[^.;!?]{1,80},\s*(?:а|но)\b", re.IGNORECASE),
            _words("а|но"),
        ),
        "en": Language(
            re.compile(
                r"\b(?:not|no|never|nothing|nobody|none|neither|nor|nowhere|cannot)\b|n['’]t\b|"
                r"\bno[ -]one\b",
                re.IGNORECASE,
            ),
            re.compile(
                r"\bnot only\b|\bno (?:doubt|wonder|matter|sooner|less|longer|more than)\b|"
                r"\bnot (?:so|un)\w*\b|"
                r"\bnothing\b[^.;]*\b(?:more|but)\b|\b(?:can|could)(?:not|n['’]t| not) (?:but|help)\b|"
                r"\bnever before\b|\bwhy not\b|"
                r"\bcannot\b[^.;]*\b(?:except|without|but)\b|\bnot a bit\b|\bnever[!.…]|\bor not\b|"
                r"\bhelp for\b|"
                r"\b(?:not|n['’]t|no|never)\b[^.!;]*\?|\bnot to mention\b|\bif not\b|\b(?:hope|afraid|"
                r"perhaps|think|suppose|believe) not\b|\bknew not\b|"
                r"\bnot know (?:why|what|whom?|how|where)\b|\bno more\b|\bno one but\b|"
                r"\bsaid nothing\b|\bNo\. ?\d|"
                r"^[^\w]*no(?=\W)|\bno help\b",
                re.IGNORECASE,
            ),
            re.compile(
                r"\b(?:un(?!der|til|ion|it|iv|ic|if|cle)\w{3,}|in(?:cap|ab|diff|dep|ex|suff|corr|cred|"
                r"vis|vol|hum|dec|nocen|sep)\w+|"
                r"im(?:poss|prop|mor|mob|pat|part|perf)\w+|ir(?:reg|resp|rev)\w+|il(?:leg|lit)\w+|"
                r"dis(?!t|c)\w{4,}|non-?\w{3,}|"
                r"mis(?!s|t|er)\w{4,}|\w{3,}less(?:ly|ness)?|refus\w+|fail\w*|den(?:y|ie[sd])|lack\w*|"
                r"without|instead|prohibit\w*|"
                r"forb\w+|ban(?:ned|s)?|out of|hardly|scarcely|barely|little|few|seldom|rarely|except|"
                r"until|till|unless|lest|whether|"
                r"rather than|too|avoid\w*|prevent\w*|minus|ceas\w+|stop\w*|remain\w*|far from|"
                r"free from|beyond|gone|apart|"
                r"ignor\w+|miss(?:ed|es|ing)?|reject\w*|lost|los[et]\w*|all right|empty|wrong|"
                r"abandon\w*|absen\w+|"
                r"spar(?:e|ing)\w*|neglect\w*|forg[oe]t\w*|innocen\w+|just as|so many|other than|"
                r"kept?|short of|exempt|opposed|"
                r"different\w*|conceal\w*|nearly|still|contrary|deaf)\b",
                re.IGNORECASE,
            ),
            _set(
                """the a an of to in and that it is was be are were been being for on as with at by he she
                they we you i his her their its my our this these those have has had do does did will would
                which who from or all so"""
            ),
            re.compile(
                r"\b(?:do|does|did|can|could|will|would|shall|should|may|might|must|am|is|are|was|were|"
                r"be|been|has|have|had)\b|['’](?:m|re|ll|ve|d)\b",
                re.IGNORECASE,
            ),
            re.compile(
                r"\b(?:do|does|did)\s+(?!(?:you|he|she|it|we|they|i|me|him|us|them|one|the|an?|this|that|"
                r"these|those|my|his|her|their|our|its|your|all|so|as|and|or|but|to|with|for|in|on|at|by|"
                r"much|more|better|well|what|anything|something|everything|nothing)\b)[a-z]{2,}",
                re.IGNORECASE,
            ),
            re.compile(r"\bnot\b[^.;!?]{1,80}\bbut\b", re.IGNORECASE),
            re.compile(r"\bbut\b|;", re.IGNORECASE),
        ),
    }
)

ONLY: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = MappingProxyType(
    {
        "ru": (re.compile(r"\bне только\b", re.IGNORECASE), re.compile(r"\bтолько\b.*\bно\b", re.IGNORECASE)),
        "en": (
            re.compile(r"\b(?:not|n['’]t|nor)\b[^.;]*\b(?:only|just|merely|simply|alone)\b", re.IGNORECASE),
            re.compile(r"\b(?:only|just)\b", re.IGNORECASE),
        ),
    }
)
"""*Not only*, and what is left of it without the negation."""
