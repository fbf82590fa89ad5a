"""The labels under which archives and text collections describe a document: ``Rights:``, ``Quelle:``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from align.text.language import language_named


def _names(text: str) -> list[str]:
    return [" ".join(name.split()) for name in text.split("·") if name.strip()]


FIELDS: Mapping[str, str] = MappingProxyType(
    {
        name: field
        for field, names in {
            "citation": """citation · cite as · preferred citation · how to cite""",
            "summary": """summary · abstract · description · scope and content · annotation · аннотация ·
                описание · краткое содержание · zusammenfassung · résumé""",
            "credits": """credits · credit · acknowledgements · acknowledgments · donors · donor""",
            "original_language": """original language · language · languages · language of original · язык
                · язык оригинала · мова · sprache · originalsprache · langue · langue originale · język""",
            "contents": """contents""",
            "title": """title · document title · название · заглавие · заголовок · назва · titel · titre
                · tytuł""",
            "date": """date · document date · date created · date of document · date of creation ·
                creation date · дата · дата документа · дата создания · datum · data""",
        }.items()
        for name in _names(names)
    }
)
"""Label, in small letters -> the field of :class:`align.text.document.Metadata` that it fills."""

WEAK = frozenset(
    _names(
        """date · subject · subjects · source · sources · type · format · location · language · languages ·
        people · places · place · note · notes · archive · archives · collection · series · box · folder ·
        tags · pages · status · number · references · topics · topic · description · country · дата ·
        источник · источники · архив · тема · темы · примечание · примечания · описание · место · datum ·
        quelle · quellen · archiv · data · delo · дело · лист · листы · язык ·
        contents"""
    )
)
"""Labels that documents have as well: alone they make no head and no tail."""

OTHERS = WEAK | frozenset(
    _names(
        """rights · rights information · rights statement · copyright · copyright notice · copyright status ·
        license · licence · terms of use · access · access rights · restrictions · original uploaded ·
        original uploaded date · uploaded · uploaded date · date uploaded · upload date · last updated ·
        date added · date posted · date modified · document information · document details · document info ·
        item details · item information · about this document · about this item · record details · metadata
        · source information · source note · source of text · source text · text source · original source ·
        original archive · archival source · original publication · subjects discussed · subject terms ·
        subject headings · subject/keywords · keywords · keyword · people mentioned · persons · persons
        mentioned · organizations · organisations · places mentioned · geographic subjects · geographic
        names · names · record id · record number · record identifier · record type · record group ·
        document id · document number · document identifier · document type · identifier · identifiers ·
        local identifier · object id · item id · accession number · naid · catalog number · call number ·
        shelfmark · creator · creators · author · authors · contributor · contributors · recipient · sender
        · publisher · published · published in · publication · publication date · date of publication ·
        place of publication · repository · holding institution · institution · owning institution ·
        collection title · collection name · digital collection · collections · part of · is part of ·
        relation · container · box/folder · box and folder · physical location · physical description ·
        extent · medium · genre · resource type · media type · file name · file size · original
        classification · classification · original scan · transcribed by · translated by · translator ·
        translators · translated · translation by · translation credits · edited by · editor · editors ·
        prepared by · provenance · permalink · persistent url · stable url · url · uri · doi · link ·
        original url · related documents · related items · related content · view online · first published ·
        written · online version · html markup · transcription/html markup · transcription\\markup ·
        transcription/markup · transcription & markup · transcription and markup · markup · mark-up · html ·
        proofread · proofreading · proofread by · copyleft · public domain · delivered · first delivered ·
        spoken · transcribed · checked · digitized by · digitised by · digital format · digital publisher ·
        digitization · scan · scanned by · ocr · funding · sponsor · notes on the text · editorial note ·
        volume · series title · fond · opis · fond number · фонд · опись · единица хранения ·
        права · авторские права · автор · авторы · составитель ·
        составители · переводчик · переводчики · перевёл · перевел · перевод с английского · публикация ·
        публикатор · опубликовано · впервые опубликовано · первая публикация · дата публикации · печатается
        по · воспроизводится по · источник публикации · архивный шифр · шифр · место хранения · персоналии ·
        ключевые слова · рубрика · рубрики · коллекция · идентификатор · сканирование · распознавание ·
        вычитка · корректура · тип документа · вид документа · гриф · издатель · издательство · авторські
        права · джерело · перекладач · ключові слова · rechte · autor · verfasser · übersetzer · übersetzt
        von · signatur · schlagwörter · schlagworte · veröffentlicht · erstveröffentlichung · herausgeber ·
        verlag · urheber · droits · auteur · traducteur · traduit par · mots-clés · sujets · éditeur ·
        publié · cote · źródło · prawa · tłumacz · słowa kluczowe · wydawca"""
    )
)
"""Labels that fill no field, in small letters."""

ANNOUNCING = frozenset(("original scan",))
"""Labels behind which the document itself stands."""

ASSOCIATED = re.compile(r"(?:associated|related|mentioned) [a-z]+(?:,? (?:&|and|[a-z]+))*")
"""``Associated People & Organizations``."""

SIDE_LABEL = re.compile(r"translation|transcript(?:ion)?|original(?: text)?|перевод|traduction|übersetzung")
"""Labels that describe a document where a person's name follows, and else begin one of its sides."""

MAX_LABEL = 45
"""Code points of a label."""


@dataclass(frozen=True)
class Label:
    """A label at the start of a line.

    Attributes:
        field: Of :class:`align.text.document.Metadata`; ``None`` where it fills none.
        value: What follows it on the same line.
        strong: Whether documents do not have such a label themselves.
        colon: Whether a colon follows it.
        name: The label, in small letters.
    """

    field: str | None
    value: str
    strong: bool
    colon: bool
    name: str

    @property
    def announces_text(self) -> bool:
        """Whether what stands below it is the document."""
        return self.name in ANNOUNCING


def label_of(text: str) -> Label | None:
    """The label that a line begins with; ``None`` where it has none.

    Args:
        text: A line without the marks of headings.

    Example:
        >>> label_of("Rights: free to use").value
        'free to use'
        >>> label_of("He said: no.")
    """
    head, colon, value = text.partition(":")
    name = head.strip(" *_\t").lower()
    value = value.strip(" *_\t")
    if not name or len(name) > MAX_LABEL or not head.strip(" *_\t")[0].isupper():
        return None
    if SIDE_LABEL.fullmatch(name):
        return (
            Label(None, value, strong=True, colon=True, name=name)
            if value and language_named(value) is None
            else None
        )
    if name in FIELDS or name in OTHERS:
        return Label(FIELDS.get(name), value, strong=name not in WEAK, colon=bool(colon), name=name)
    if ASSOCIATED.fullmatch(name):
        return Label(None, value, strong=True, colon=bool(colon), name=name)
    return None
