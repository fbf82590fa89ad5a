"""A sentence-transformers model by folder or name: on this disk first, then from the hub, and quickly no."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from align.embed.device import choose_device
from align.embed.quiet import quiet
from align.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_MARKS = ("modules.json", "config.json")  # one of them stands in the root of every such model
_WEIGHTS = ("*.safetensors", "*.bin")
_NEEDED = ["*.json", "*.txt", "*.model", "*.safetensors"]
_UNUSED = ["onnx/*", "openvino/*", "*/onnx/*", "*/openvino/*"]
_PATIENCE = 5.0  # seconds for the hub's first answer
_KNOWN = (
    "expected an encoder: 'embedded', a folder with a sentence-transformers model, or such a model's name"
)


def load_model(name: str, device: str | None) -> tuple[SentenceTransformer, tuple[Path, ...]]:
    """The model and its files of weights, sorted; an unknown name is refused before torch is loaded."""
    with quiet():
        folder = _find(name)
        model = _open(folder, choose_device(device))
    return model, tuple(_weight_files(folder))


def _find(name: str) -> Path:
    """The folder that holds the model, fetched where it must be."""
    if (folder := _find_folder(name)) is not None:
        return folder
    repository = name if "/" in name else f"sentence-transformers/{name}"
    cached = _find_cached(repository, name)
    return cached if cached is not None and _weight_files(cached) else _fetch(repository, name)


def _find_folder(name: str) -> Path | None:
    path = Path(name)
    try:
        if not name or not path.exists():
            return None
    except OSError as error:  # a name too long for a file
        msg = f"{_KNOWN}; got {name[:40]!r}…: {error.strerror}; {_advice()}"
        raise ModelError(msg) from error
    if path.is_file():
        msg = f"{_KNOWN}; {name} is a file; try its folder"
        raise ModelError(msg)
    if not any((path / mark).is_file() for mark in _MARKS):
        msg = f"{_KNOWN}; folder {name} holds no model: neither {_MARKS[0]} nor {_MARKS[1]} is in it"
        raise ModelError(msg)
    return path


def _find_cached(repository: str, name: str) -> Path | None:
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    try:
        found = [try_to_load_from_cache(repository, mark) for mark in _MARKS]
    except HFValidationError as error:
        msg = f"{_KNOWN}; there is no folder {name!r}, and it cannot be a model's name; {_advice()}"
        raise ModelError(msg) from error
    return next((Path(path).parent for path in found if isinstance(path, str)), None)


def _fetch(repository: str, name: str) -> Path:
    """Download the model; without a network, or with ``HF_HUB_OFFLINE`` set, say so within a moment."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    def fetch(wanted: list[str]) -> Path:
        return Path(
            snapshot_download(
                repository, allow_patterns=wanted, ignore_patterns=_UNUSED, etag_timeout=_PATIENCE
            )
        )

    try:
        folder = fetch(_NEEDED)
        return folder if _weight_files(folder) else fetch(["*.bin"])
    except LocalEntryNotFoundError as error:
        msg = f"{_KNOWN}; there is no folder {name!r}, no such model is cached, and the hub cannot be reached"
        msg = f"{msg} (no network, or offline by choice); {_advice()}"
        raise ModelError(msg) from error
    except OSError as error:
        msg = f"{_KNOWN}; there is no folder {name!r}, and the hub gives no model {repository}"
        msg = f"{msg} ({_first_line(error)}); {_advice()}"
        raise ModelError(msg) from error


def _open(folder: Path, device: str) -> SentenceTransformer:
    """What a broken model raises depends on which of its files is broken, so the list is long."""
    from safetensors import SafetensorError
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_log

    transformers_log.disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers has no annotation here
    try:
        return SentenceTransformer(str(folder), device=device, local_files_only=True)
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, ImportError, SafetensorError) as error:
        msg = f"{_KNOWN}; the one in {folder} does not open: {_first_line(error).rstrip('.')}; "
        raise ModelError(msg + "try a complete copy, or embedded") from error


def _weight_files(folder: Path) -> list[Path]:
    """The files of weights; ``.bin`` only where there are no ``.safetensors``."""
    for pattern in _WEIGHTS:
        found = sorted(path for path in folder.rglob(pattern) if not {"onnx", "openvino"} & set(path.parts))
        if found:
            return found
    return []


def _advice() -> str:
    """Which names would work here."""
    from huggingface_hub.constants import HF_HUB_CACHE

    cached = sorted(
        path.name.removeprefix("models--").replace("--", "/") for path in Path(HF_HUB_CACHE).glob("models--*")
    )
    return (
        f"try embedded, or a cached one: {', '.join(cached)}" if cached else "try embedded (none is cached)"
    )


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
