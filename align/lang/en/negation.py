"""How English denies."""

from __future__ import annotations

import re

from align.lang.language import word_set
from align.lang.negation import Negation

NEGATION = Negation(
    negators=re.compile(
        r"\b(?:not|no|never|nothing|nobody|none|neither|nor|nowhere|cannot)\b|n['’]t\b|"
        r"\bno[ -]one\b",
        re.IGNORECASE,
    ),
    idioms=re.compile(
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
    implicit_negation=re.compile(
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
    function_words=word_set(
        """the a an of to in and that it is was be are were been being for on as with at by he she
                they we you i his her their its my our this these those have has had do does did will would
                which who from or all so"""
    ),
    auxiliaries=re.compile(
        r"\b(?:do|does|did|can|could|will|would|shall|should|may|might|must|am|is|are|was|were|"
        r"be|been|has|have|had)\b|['’](?:m|re|ll|ve|d)\b",
        re.IGNORECASE,
    ),
    emphatic_do=re.compile(
        r"\b(?:do|does|did)\s+(?!(?:you|he|she|it|we|they|i|me|him|us|them|one|the|an?|this|that|"
        r"these|those|my|his|her|their|our|its|your|all|so|as|and|or|but|to|with|for|in|on|at|by|"
        r"much|more|better|well|what|anything|something|everything|nothing)\b)[a-z]{2,}",
        re.IGNORECASE,
    ),
    contrast=re.compile(r"\bnot\b[^.;!?]{1,80}\bbut\b", re.IGNORECASE),
    contrast_conjunctions=re.compile(r"\bbut\b|;", re.IGNORECASE),
    not_only=re.compile(r"\b(?:not|n['’]t|nor)\b[^.;]*\b(?:only|just|merely|simply|alone)\b", re.IGNORECASE),
    only=re.compile(r"\b(?:only|just)\b", re.IGNORECASE),
)
