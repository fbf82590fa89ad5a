"""Clean text in earlier spelling, with elisions, abbreviations and inner capitals stays as it is."""

from __future__ import annotations

import pytest

import align

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "Er mußte wissen, daß der Fluß im Schloß floß. Das Bewußtsein, der Haß und der Prozeß.",
            "He had to know that the river flowed in the castle. Consciousness, hatred and the trial.",
        ),
        (
            "Rußland läßt uns gewiß nicht allein. Die große Straße war außer Betrieb.",
            "Russia will certainly not leave us alone. The great street was out of use.",
        ),
        (
            "“I'm goin' wi' 'em,” said he. 'Tis o'er, and ne'er was seen. He was comin' home, nothin' more.",
            "«Я иду с ними», — сказал он. Всё кончено, и никогда не видели. Он шёл домой, и больше ничего.",
        ),
        (
            "The publick musick is to be encreased, and the expence shewn. They coördinate it.",
            "Общественную музыку следует умножить, а расход показать. Элита координирует это.",
        ),
        (
            "На YouTube и в iPhone показали PlayStation. КамАЗ и АвтоВАЗ строили заводы.",
            "YouTube and the iPhone showed a PlayStation. KamAZ and AvtoVAZ were built by NEPmen.",
        ),
        (
            "Онъ жилъ въ С.-Петербургѣ. Пришёлъ г.-м. Ивановъ.",
            "He lived in St. Petersburg. Major General Ivanov came.",
        ),
        (
            "Ген.-лейт. Попов жил в С.-Петербурге. См. §§ 3–4 и № 25629.",
            "Lieutenant General Popov lived in St. Petersburg. See §§ 3–4 and No. 25629.",
        ),
        (
            "The PR man of the PRC met an MP and a KGB agent. The GRU and the RAF were there.",
            "Пиарщик КНР встретил депутата и агента КГБ. Там были ГРУ и ВВС.",
        ),
    ],
)
def test_clean_text_stays(source: str, target: str) -> None:
    bitext = align.align_texts(source, target)
    assert bitext.correct(min_confidence=0.0) == source


def test_misread_words_beside_it_are_still_found() -> None:
    bitext = align.align_texts(
        "Er mußte wissen, daß die Regiernng den Brief erhalten hat.",
        "He had to know that the government had received the letter.",
    )
    assert "Regierung" in bitext.correct(min_confidence=0.0)
