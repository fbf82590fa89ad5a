"""Shared by the tests of the OCR stage."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def tiny_bert(tmp_path: Path) -> Path:
    """A folder with a masked language model of eleven pieces and random weights."""
    import torch
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.pre_tokenizers import Whitespace
    from transformers import BertConfig, BertForMaskedLM, PreTrainedTokenizerFast

    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "в", "Коре", "##ю", "послать", "войска", "."]
    raw = Tokenizer(WordPiece({piece: i for i, piece in enumerate(pieces)}, unk_token="[UNK]"))  # noqa: S106 - no password
    raw.pre_tokenizer = Whitespace()
    marks = {
        "unk_token": "[UNK]",
        "pad_token": "[PAD]",
        "mask_token": "[MASK]",
        "cls_token": "[CLS]",
        "sep_token": "[SEP]",
    }
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=raw, model_max_length=64, **marks)  # type: ignore[no-untyped-call]  # transformers has no types here
    tokenizer.save_pretrained(tmp_path)
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
    )
    BertForMaskedLM(config).save_pretrained(tmp_path)
    return tmp_path
