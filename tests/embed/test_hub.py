"""Encoders by folder and name, and the error where there is none."""

from pathlib import Path

import pytest

from align.embed.encoder import load
from align.embed.runtime import digest
from align.errors import ModelError


@pytest.fixture(autouse=True)
def _no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing cached on this machine is used, and the hub is not called."""
    import huggingface_hub.constants

    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)


def refusal(name: str, capfd: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(ModelError) as caught:
        load(name)
    assert capfd.readouterr() == ("", "")
    return str(caught.value)


@pytest.mark.parametrize("name", ["LaBSE", "someone/some-model"])
def test_an_unknown_name(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Without a network an unknown name is refused in one line that names what would load."""
    message = refusal(name, capfd)
    assert f"there is no folder '{name}', no such model is cached, and the hub cannot be reached" in message
    assert "expected an encoder: 'embedded', a folder" in message
    assert "\n" not in message


def test_cached_names_are_offered(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The message names what is cached."""
    (tmp_path / "cache" / "models--someone--some-model").mkdir(parents=True)
    assert refusal("other", capfd).endswith("try embedded, or a cached one: someone/some-model")


@pytest.mark.parametrize("name", ["no/such/folder", "./nothing", "", "two words", "x" * 5000])
def test_neither_folder_nor_name(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """What can be neither a folder nor a name is refused, with what would work."""
    assert refusal(name, capfd).endswith("try embedded (none is cached)")


def test_a_folder_without_a_model(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The message names the files that an ordinary folder lacks."""
    assert "neither modules.json nor config.json is in it" in refusal(str(tmp_path), capfd)


def test_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A file is not a model."""
    path = tmp_path / "model.bin"
    path.touch()
    assert refusal(str(path), capfd).endswith("is a file; try its folder")


@pytest.mark.model
@pytest.mark.parametrize("modules", ["[]", "{", '[{"type": "elsewhere.Module"}]'])
def test_a_broken_model(modules: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A model that does not open is named, with its reason in one line."""
    (tmp_path / "modules.json").write_text(modules)
    message = refusal(str(tmp_path), capfd)
    assert f"the one in {tmp_path} does not open" in message
    assert "\n" not in message


@pytest.mark.model
@pytest.mark.parametrize("device", ["abacus", "", "cuda:99"])
def test_a_device_that_is_not_here(device: str) -> None:
    """A device that torch does not know or have is refused before a model is loaded."""
    with pytest.raises(ModelError, match="expected a device that torch has here"):
        load(device=device)


def save_tiny_model(folder: Path) -> None:
    """A transformer with random weights, as sentence-transformers saves it."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling
    from transformers import BertConfig, BertModel, BertTokenizer

    bare = folder / "bare"
    bare.mkdir()
    (bare / "vocab.txt").write_text("[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nhe\nleft\n")
    BertTokenizer(str(bare / "vocab.txt")).save_pretrained(bare)
    config = BertConfig(
        vocab_size=7, hidden_size=8, intermediate_size=8, num_hidden_layers=1, num_attention_heads=1
    )
    BertModel(config).save_pretrained(bare)
    transformer = Transformer(str(bare))
    pooling = Pooling(transformer.get_embedding_dimension())
    SentenceTransformer(modules=[transformer, pooling]).save(str(folder / "model"), create_model_card=False)


@pytest.mark.model
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_any_model_by_folder(tmp_path: Path) -> None:
    """A saved model is an encoder: unit rows, its folder for a name, the hash of its weights."""
    save_tiny_model(tmp_path)
    folder = tmp_path / "model"
    encoder = load(str(folder))
    vectors = encoder.encode(["he left", "he", ""])
    assert vectors.shape == (3, 8)
    assert (vectors**2).sum(axis=1) == pytest.approx(1, abs=1e-5)
    assert encoder.encode([]).shape == (0, 8)
    assert encoder.name == str(folder)
    assert encoder.sha256 == digest([folder / "model.safetensors"])
