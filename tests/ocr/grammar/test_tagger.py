"""slovnet's networks, loaded without their lists of words."""

from __future__ import annotations

import pytest

from align.ocr.grammar.tagger import WordNumbers
from align.ocr.runtime.word_vectors import WordVectors, slovnet_folder


@pytest.mark.model
def test_words_have_the_numbers_that_slovnet_gives_them() -> None:
    """Those of navec; also of a word that neither has, and of the place behind a sentence."""
    from slovnet.const import WORD
    from slovnet.exec.pack import Pack

    folder = slovnet_folder()
    assert folder is not None
    words = WordNumbers(WordVectors.load(folder / "emb/navec_news_v1_1B_250K_300d_100q.tar"))
    for name in ("morph", "ner"):
        with Pack(folder / f"model/slovnet_{name}_news_v1.tar") as pack:
            listed = pack.load_vocab(WORD)
        sample = [*listed.items[::97], *listed.items[-5:], "нетакогослова"]
        assert [words.encode(word) for word in sample] == [listed.encode(word) for word in sample]
        assert (words.unk_id, words.pad_id) == (listed.unk_id, listed.pad_id)
