"""The language of a text is found by its words, not by one letter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import align
from align.bitext import Bitext
from align.text.language import detect_language

TEXTS = """
uk	Він не знав де вона тепер.
uk	Брат мав новий план та не чекав на вас.
uk	Командування просить надати допомогу зброєю.
be	Войскі перайшлі мяжу ўчора. Чакаем адказу ад пасла.
bg	Войските преминаха границата вчера. Чакаме отговор от посланика. Моля, изпратете новини.
bg	Чакаме отговор.
bg	Министерството ще приеме решение до края на месеца.
bg	Той не знаеше къде е тя сега.
mk	Војската ја премина границата вчера. Чекаме одговор од амбасадорот.
mk	Тие не знаат каде е таа сега.
sr	Војска је прешла границу. Чекамо одговор посланика.
sr	Не зна се где су сада.
sr	Gde je dete bilo prošle nedelje? Niko ne zna šta se dogodilo, a vreme prolazi.
hr	Gdje je dijete bilo prošli tjedan? Nitko ne zna što se dogodilo, a vrijeme prolazi.
sl	Vojska je včeraj prestopila mejo. Čakamo na odgovor veleposlanika.
sl	Zvernol se je na zemljo, kakor bi sam ustreljen bil, kajti da mu je v tem hipu druge vere.
ru	План ІІ квартала выполнен полностью, и газета «Вісті» об этом писала.
ru	Доклад опубликован в газетах «Дзеркало тижня» и «Київ», а также в журнале «Ўсё».
ru	Прокурор Роман Руденко выступил. Тамара Хетагурова писала. Отто Куусинен молчал.
ru	ХІХ съезд партии открылся вчера.
ru	Совершенно секретно
ru	Шифртелеграмма
ru	Срочно передайте Мао Цзэ-дуну.
ru	Онъ уѣхалъ.
ru	Мiръ заключенъ.
ru	Вороне каркнуле отрывисто и грустно. Ве этоме карканье слышалось «никто» таке ясно.
ru	Передача мнрнаго договора въ сенатъ. Агентство Рейтера сообщаетъ изъ Вашингтона.
en	Prosecutor Roman Rudenko spoke. Tamara Khetagurova was writing. Otto Kuusinen was silent.
en	Kim Il Sung arrived in Pyongyang.
en	Mao Zedong, Zhou Enlai and Liu Shaoqi met Roshchin, Kovalev and Terebin in Zhongnanhai.
en	TOP SECRET
en	To Comrade Stalin
en	HINDU DOCTOR AND WIFE.
en	The fhip was loft off the coaft of Cornwall, and fome of her men with it.
cs	Vojsko překročilo hranici. Čekáme na odpověď velvyslance.
cs	Wšickni tito kmenowé, naywjce pak tento poslednj, tak tlačil a odwrátil kmeny od sebe.
sk	Vojsko prekročilo hranicu. Čakáme na odpoveď veľvyslanca.
pl	Wojsko przekroczyło granicę. Czekamy na odpowiedź ambasadora.
pl	Europa o Pólskim Krolestwie, mianowicie o Senacie tuteyszych począwszy od Piotra.
de	Der Kaifer hat geftern die Grenze überfchritten und ift nach Wien gereift.
de	Ich hielt es für möglich, mich mit der Frage der Divisionen an Sie zu wenden.
nl	De troepen zijn gisteren de grens overgestoken. Wij wachten op het antwoord.
nl	Antwoorden der Regering op de Aanmerkingen der Afdeelingen.
da	Tropperne krydsede grænsen i går. Vi afventer svar fra ambassadøren.
nb	Troppene krysset grensen i går. Vi venter på svar fra ambassadøren.
sv	Trupperna korsade gränsen i går. Vi väntar på svar från ambassadören.
fr	Les troupes ont franchi la frontière hier. Nous attendons la réponse.
es	Las tropas cruzaron la frontera ayer. Esperamos respuesta del embajador.
pt	As tropas cruzaram a fronteira ontem. Aguardamos resposta do embaixador.
it	Le truppe hanno attraversato il confine ieri. Aspettiamo una risposta.
ca	Les tropes van creuar la frontera ahir. Esperem la resposta de l'ambaixador.
ro	Trupele au trecut granița ieri. Așteptăm răspunsul ambasadorului.
hu	A csapatok tegnap átlépték a határt. Várjuk a nagykövet válaszát.
fi	Joukot ylittivät rajan eilen. Odotamme suurlähettilään vastausta.
et	Väed ületasid eile piiri. Me ootame saadiku vastust.
lv	Karaspēks vakar šķērsoja robežu. Mēs gaidām sūtņa atbildi.
lt	Kariuomenė vakar peržengė sieną. Laukiame ambasadoriaus atsakymo.
sq	Trupat kaluan kufirin dje. Ne presim përgjigjen e ambasadorit.
la	Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani.
tr	Birlikler dün sınırı geçti. Büyükelçinin cevabını bekliyoruz.
kk	Барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді.
mn	Хүн бүр төрж мэндлэхдээ эрх чөлөөтэй, адилхан нэр төртэй, ижил эрхтэй байдаг.
eu	Gizon-emakume guztiak aske jaiotzen dira, duintasun eta eskubide berberak dituztela; eta ezaguera \
eta kontzientzia dutenez gero, elkarren artean senide legez jokatu beharra dute.
"""
"""Language, then a text in it: spellings of other centuries, errors of an OCR, foreign names."""

ROMAN_PAGES = {"BG": "bg", "EN": "en", "FR": "fr", "PL": "pl", "ES": "es", "NL": "nl", "CZ": "cs", "SL": "sl"}
"""Folder of a competition's pages -> their language."""

REAL_PAGES = {
    "segodnya-1919": "ru", "barnaby-1842": "ru", "liv1904": "ru", "icdar2019-pl": "pl", "icdar2019-fr": "fr",
}  # fmt: skip


@pytest.mark.parametrize("line", TEXTS.strip().splitlines())
def test_words_tell_the_language(line: str) -> None:
    """A line is enough, in old print and with foreign names."""
    language, text = line.split("\t")
    assert detect_language(text) == language


@pytest.mark.data
@pytest.mark.parametrize("folder", ROMAN_PAGES)
def test_the_language_of_real_pages_is_found(data: Path, folder: str) -> None:
    """Of every page of print from five centuries, as an OCR read it."""
    pages = sorted((data / "ocr-real" / "icdar2019" / folder).glob("*.txt"))
    texts = {path.stem: path.read_text(encoding="utf-8").splitlines()[0] for path in pages}
    found = {name: detect_language(text.removeprefix("[OCR_toInput]")) for name, text in texts.items()}
    assert found
    assert {name: code for name, code in found.items() if code != ROMAN_PAGES[folder]} == {}


@pytest.mark.data
@pytest.mark.parametrize("name", REAL_PAGES)
def test_the_language_of_a_newspaper_is_found(data: Path, name: str) -> None:
    """Without a setting."""
    text = (data / "ocr-real" / name / "source.txt").read_text(encoding="utf-8")
    assert detect_language(text) == REAL_PAGES[name]


@pytest.mark.model
@pytest.mark.data
@pytest.mark.parametrize(
    ("source", "target", "languages", "flags"),
    [
        ("source.txt", "target.txt", ("ru", "en"), 1),
        ("bg.txt", "bg.en.txt", ("bg", "en"), 0),
        ("source2.txt", "target2.txt", ("ru", "en"), 0),
    ],
)
def test_one_letter_is_no_language(
    field: Callable[[str], Path], source: str, target: str, languages: tuple[str, str], flags: int
) -> None:
    """Russian with «ІІ» and «Вісті», Bulgarian without ъ, English full of foreign names."""
    folder = field("24-language-by-one-letter")
    bitext = align.align_files(folder / source, folder / target)
    assert _languages(bitext) == languages
    assert len(bitext.flags) <= flags


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("Войските преминаха границата вчера. Чакаме отговор.", "bg"),
        ("Војска је прешла границу јуче. Чекамо одговор.", "sr"),
        ("Војската ја премина границата вчера. Чекаме одговор.", "mk"),
        ("Війська перейшли кордон учора. Чекаємо на вашу думку.", "uk"),
        ("Войскі перайшлі мяжу ўчора. Чакаем адказу.", "be"),
    ],
)
def test_another_slavic_language_gets_no_russian_corrections(source: str, language: str) -> None:
    """No flag on a right text."""
    bitext = align.align_texts(
        source, "The troops crossed the border yesterday. We are waiting for an answer."
    )
    assert _languages(bitext) == (language, "en")
    assert [flag.text for flag in bitext.flags if flag.kind.startswith("ocr.")] == []


SCRIPTS = {
    "hi": "बूढ़ा आदमी नदी के पास गया और वहाँ बैठ गया। क्या वह उस दिन अकेला था? हाँ, अकेला था।",
    "ar": "ذهب الرجل العجوز إلى النهر، وجلس هناك حتى غابت الشمس وراء التلال البعيدة. هل كان وحيدا؟",
    "ur": "بوڑھا آدمی دریا کے کنارے گیا اور وہاں بیٹھ گیا۔ کیا وہ اس دن اکیلا تھا؟",
    "el": "Ο γέρος κατέβηκε στο ποτάμι και κάθισε εκεί μέχρι να δύσει ο ήλιος πίσω από τους λόφους.",
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_clean_text_in_another_script_has_no_errors(language: str) -> None:
    """Its vowel signs are no marks beside a word, its stops no dirt."""
    text = "\n\n".join(SCRIPTS[language].replace("।", f" {number}।") for number in range(60, 68))
    bitext = align.align_texts(text, source_language=language)
    assert [flag.text for flag in bitext.flags if flag.kind in ("ocr.unknown-word", "ocr.stray-mark")] == []


def test_the_user_s_word_wins() -> None:
    """A language that is named is not detected."""
    bitext = align.align_texts("Да.", "Yes.", source_language="bg", target_language="en")
    assert _languages(bitext) == ("bg", "en")
    assert bitext.notes == ()


def test_a_doubt_about_the_language_is_noted() -> None:
    """In a line of the summary, for too little text."""
    bitext = align.align_texts("Тов. Сталину", "To Comrade Stalin")
    assert bitext.notes == ("original: language taken for ru, it may be uk: too little text to be sure",)


def _languages(bitext: Bitext) -> tuple[str | None, str | None]:
    return tuple(text and text.language for text in (bitext.source, bitext.target))  # type: ignore[return-value]
