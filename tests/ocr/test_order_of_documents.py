"""What is kept between documents does not change what is found in them."""

from __future__ import annotations

import subprocess
import sys

import pytest

LETTER = "Если противник перейдет параллель, США превратят Корею в свой пландарм. Следует ли этого бояться?"
OTHERS = (
    "Если противник перейдёт параллель, Корея станет плацдармом. Он сказал, что это ве бывает.",
    "Я считал возможнын обратиться к Вам, ктобы узнать о дивизнях. Следуег ли бояться?",
    "Противиик перешел реку. Мы жцем ответа на вопрос, которий был задан вчера. Бояться ничего.",
)
SCRIPT = """
import sys, zlib
import numpy as np
import align

class Encoder:
    name, sha256 = "hashes", None

    def encode(self, texts):
        rows = np.zeros((len(texts), 512), np.float32)
        for row, text in zip(rows, texts):
            row[[zlib.crc32(word.encode()) % 512 for word in text.lower().split()]] += 1
            row[0] += 0.1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True).astype(np.float32)

for source in sys.argv[1:]:
    found = align.align_texts(
        source,
        "If the enemy crosses the parallel, the USA will turn Korea into a bridgehead. Should one fear it?",
        source_language="ru", target_language="en", encoder=Encoder(),
    )
for flag in found.flags:
    evidence = [(one.text, one.confidence, dict(one.evidence)) for one in flag.suggestions]
    print(flag.side, flag.spans, flag.kind, flag.confidence, flag.reason, evidence)
"""


def flags_after(*documents: str) -> str:
    """The flags of the letter, to the last bit, after other documents of a process."""
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, *documents, LETTER], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.model
def test_a_document_has_the_same_flags_first_and_later_in_a_process() -> None:
    """A collection that was interrupted and resumed gives the tables of one that was not."""
    first = flags_after()
    assert "ocr.unknown-word" in first
    assert flags_after(*OTHERS) == first
