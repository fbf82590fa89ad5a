"""What the functions take, and the one line that a bad call gets."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest

import align

RU, EN = "Баш ответ получил. Я ушёл.", "I received your reply. I left."


class LengthEncoder:
    """An object with ``encode`` and nothing else; vectors of word and letter counts."""

    def encode(self, texts: list[str], **_: object) -> list[list[float]]:
        return [[len(text.split()), len(text), 1.0] for text in texts]


def refusal(call: Callable[..., object], *args: object, **kwargs: object) -> str:
    with pytest.raises(align.AlignError) as caught:
        call(*args, **kwargs)
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 250
    return message


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("", EN, "expected text as source, found no letter in ''"),
        (RU, " \n", "expected text as target"),
        (RU, "123 456", "found no letter in '123 456'"),
        ([RU], EN, "expected source as a string, got list; align_sentences takes lists"),
        (Path("a.txt"), EN, "expected source as a string, got PosixPath"),
        (RU, 3, "expected target as a string, got int"),
        (RU, b"bytes", "expected target as a string, got bytes"),
        (RU + "\0", EN, "NUL"),
        (RU, EN + "\udc80", "surrogate"),
        (RU, RU, "found 'ru' on both sides"),
        (None, EN, "expected source as a string, got NoneType"),
    ],
)
def test_strings_that_are_no_texts_are_refused(source: object, target: object, message: str) -> None:
    """Before any model is loaded."""
    assert message in refusal(align.align_texts, source, target)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"source_language": "ru", "target_language": "ru"}, "found 'ru' on both sides"),
        ({"source_language": "Russian"}, "two letters (ISO 639-1)"),
        ({"config": {"encoder": "embedded"}}, "expected config as align.Config(…), got dict"),
        ({"config": align.Config(pre_aligned=True)}, "expected files for pre_aligned"),
        ({"encoder": 3}, "int"),
        ({"encoder": object()}, "object"),
        ({"config": align.Config(words=Path("missing.txt"))}, "missing.txt"),
    ],
)
def test_arguments_that_cannot_be_used_are_refused(arguments: dict[str, object], message: str) -> None:
    """Languages, settings, encoders."""
    assert message in refusal(align.align_texts, RU, EN, **arguments)


def test_paths_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    """No such file, a folder, no path at all."""
    original = tmp_path / "original.txt"
    original.write_text(RU, encoding="utf-8")
    assert "missing.txt: no such file" in refusal(align.align_file, "missing.txt")
    assert "missing.txt: no such file" in refusal(align.align_files, original, "missing.txt")
    assert "found a directory" in refusal(align.align_file, tmp_path)
    assert "expected path as the path of a file, got ''" in refusal(align.align_file, "")
    assert "expected path as the path of a file, got 3" in refusal(align.align_file, 3)
    assert "expected translation as the path of a file, got None" in refusal(
        align.align_files, original, None
    )
    assert "found 'ru' on both sides" in refusal(align.align_files, original, original)


@pytest.mark.model
def test_strings_and_files_give_the_same_bitext(tmp_path: Path) -> None:
    """But for the names of the documents and the time it took."""
    original, translation = tmp_path / "original", tmp_path / "translation"
    original.write_text(RU, encoding="utf-8")
    translation.write_text(EN, encoding="utf-8")
    texts, files = align.align_texts(RU, EN), align.align_files(original, translation)
    assert (texts.source, texts.target, texts.flags) == (files.source, files.target, files.flags)
    assert texts.alignment == files.alignment
    assert align.align_file(original, translation).flags == files.flags


@pytest.mark.model
def test_one_text_may_hold_both_sides() -> None:
    """As a page of an archive does."""
    bitext = align.align_texts(f"{RU}\n\n{EN}\n")
    assert bitext.source is not None
    assert bitext.target is not None
    assert bitext.source.document is bitext.target.document
    assert [(row.source, row.target) for row in bitext][-1] == ("Я ушёл.", "I left.")


@pytest.mark.model
def test_one_side_alone_is_shown_alone() -> None:
    """Each sentence a bead without partner."""
    bitext = align.align_texts(EN)
    assert bitext.source is None
    assert [row.bead.type for row in bitext] == ["0-1", "0-1"]
    assert bitext.signature.encoder is None


@pytest.mark.model
def test_any_object_with_encode_is_an_encoder() -> None:
    """Its name stands in the signature."""
    bitext = align.align_texts(RU, EN, encoder=LengthEncoder())
    assert bitext.signature.encoder == "LengthEncoder"
    assert bitext.signature.encoder_sha256 is None
    assert len(bitext) >= 1
    assert bitext.signature.config != align.align_texts(EN).signature.config
    assert bitext.plot(encoder=LengthEncoder()).axes


@pytest.mark.model
def test_a_loaded_encoder_is_used_as_it_is() -> None:
    """The same beads as by its name, which is what the settings say."""
    encoder = align.load_encoder()
    bitext = align.align_texts(RU, EN, encoder=encoder)
    assert bitext.signature.encoder == "embedded"
    assert bitext.signature.encoder_sha256 == encoder.sha256
    assert bitext.alignment == align.align_texts(RU, EN, encoder="embedded").alignment
    assert encoder.encode(["Я ушёл."]).dtype == np.float32


@pytest.mark.model
def test_progress_names_the_stages() -> None:
    """In order, each as it begins."""
    steps: list[align.Step] = []
    align.align_texts(RU, EN, progress=steps.append)
    assert [stage for stage, _ in groupby(step.stage for step in steps)] == [
        "cleaning and splitting into sentences",
        "loading the encoder",
        "encoding sentences",
        "aligning",
        "looking for OCR errors",
        "checking the translation",
        "done",
    ]


@pytest.mark.model
def test_each_stage_that_counts_is_counted_to_its_end() -> None:
    """From nothing done to all done, the time left known in between."""
    steps: list[align.Step] = []
    align.align_texts(RU, EN, progress=steps.append)
    counted = {stage: list(group) for stage, group in groupby(steps, lambda step: step.stage)}
    for stage in ("encoding sentences", "looking for OCR errors", "checking the translation"):
        done = [step.done for step in counted[stage] if step.total]
        assert done == sorted(done), stage
        assert done[0] == 0, stage
        assert done[-1] == counted[stage][-1].total, stage
        assert counted[stage][-1].seconds_left == 0, stage
