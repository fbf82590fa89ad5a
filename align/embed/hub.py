"""Find a sentence-transformers model by folder or name: on this disk, in the cache, then on the hub."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from align.embed.runtime import choose_device, quiet
from align.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_ROOT_FILES = ("modules.json", "config.json")  # every such model has one of them in its root
_WEIGHT_PATTERNS = ("*.safetensors", "*.bin")
_DOWNLOADED = ["*.json", "*.txt", "*.model", "*.safetensors"]
_NOT_DOWNLOADED = ["onnx/*", "openvino/*", "*/onnx/*", "*/openvino/*"]
_HUB_TIMEOUT = 5.0  # seconds until the hub's first response
_EXPECTED = (
    "expected an encoder: 'embedded', a folder with a sentence-transformers model, or such a model's name"
)


def load_model(name: str, device: str | None) -> tuple[SentenceTransformer, tuple[Path, ...]]:
    """The model and its files of weights, sorted; an unknown name is refused before torch is loaded.

    Raises:
        ModelError: no such model or device, or the model's files do not load.
    """
    with quiet():
        folder = _find(name)
        model = _open(folder, choose_device(device))
    return model, tuple(_weight_files(folder))


def local_folder(name: str) -> Path | None:
    """The folder of a model on this machine; ``None`` for one that is not downloaded yet.

    Raises:
        ModelError: A file or a folder without a model has this name, or no model can have it.
    """
    if (folder := _find_folder(name)) is not None:
        return folder
    names = (name, f"sentence-transformers/{name}") if "/" not in name else (name,)
    return next((found for one in names if (found := _find_cached(one, name)) is not None), None)


def _find(name: str) -> Path:
    """The folder that holds the model, downloaded where it is not cached."""
    if (folder := _find_folder(name)) is not None:
        return folder
    repository = name if "/" in name else f"sentence-transformers/{name}"
    cached = _find_cached(repository, name)
    return cached if cached is not None and _weight_files(cached) else _fetch(repository, name)


def _find_folder(name: str) -> Path | None:
    """The folder of this name, checked; ``None`` where there is none."""
    path = Path(name)
    try:
        if not name or not path.exists():
            return None
    except OSError as error:  # a name too long for a file
        msg = f"{_EXPECTED}; got {name[:40]!r}…: {error.strerror}; {_advice()}"
        raise ModelError(msg) from error
    if path.is_file():
        msg = f"{_EXPECTED}; {name} is a file; try its folder"
        raise ModelError(msg)
    if not any((path / file).is_file() for file in _ROOT_FILES):
        missing = " nor ".join(_ROOT_FILES)
        msg = f"{_EXPECTED}; folder {name} holds no model: neither {missing} is in it"
        raise ModelError(msg)
    return path


def _find_cached(repository: str, name: str) -> Path | None:
    """The folder of the model in the hub's cache; ``None`` where it is not cached."""
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    try:
        found = [try_to_load_from_cache(repository, file) for file in _ROOT_FILES]
    except HFValidationError as error:
        msg = f"{_EXPECTED}; there is no folder {name!r}, and it cannot be a model's name; {_advice()}"
        raise ModelError(msg) from error
    return next((Path(path).parent for path in found if isinstance(path, str)), None)


def _fetch(repository: str, name: str) -> Path:
    """Download the model; an unreachable hub, or ``HF_HUB_OFFLINE``, is an error within seconds."""
    from huggingface_hub.errors import LocalEntryNotFoundError

    try:
        folder = _download(repository, _DOWNLOADED)
        return folder if _weight_files(folder) else _download(repository, ["*.bin"])
    except LocalEntryNotFoundError as error:
        msg = f"{_EXPECTED}; there is no folder {name!r}, no such model is cached, and the hub cannot be "
        msg = f"{msg}reached (no network, or offline by choice); {_advice()}"
        raise ModelError(msg) from error
    except OSError as error:
        msg = f"{_EXPECTED}; there is no folder {name!r}, and the hub gives no model {repository}"
        msg = f"{msg} ({_first_line(error)}); {_advice()}"
        raise ModelError(msg) from error


def _download(repository: str, patterns: list[str]) -> Path:
    """The folder of the hub's cache with the files of the model that match."""
    from huggingface_hub import snapshot_download

    folder = snapshot_download(
        repository, allow_patterns=patterns, ignore_patterns=_NOT_DOWNLOADED, etag_timeout=_HUB_TIMEOUT
    )
    return Path(folder)


def _open(folder: Path, device: str) -> SentenceTransformer:
    """Load the model; which exception a broken one raises depends on the file, so the list is long."""
    from safetensors import SafetensorError
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_log

    transformers_log.disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers has no annotation here
    try:
        return SentenceTransformer(str(folder), device=device, local_files_only=True)
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, ImportError, SafetensorError) as error:
        msg = f"{_EXPECTED}; the one in {folder} does not open: {_first_line(error).rstrip('.')}; "
        raise ModelError(msg + "try a complete copy, or embedded") from error


def _weight_files(folder: Path) -> list[Path]:
    """The files of weights; ``.bin`` only where there are no ``.safetensors``."""
    for pattern in _WEIGHT_PATTERNS:
        found = sorted(path for path in folder.rglob(pattern) if not {"onnx", "openvino"} & set(path.parts))
        if found:
            return found
    return []


def _advice() -> str:
    """Which names would load here."""
    from huggingface_hub.constants import HF_HUB_CACHE

    cached = sorted(
        path.name.removeprefix("models--").replace("--", "/") for path in Path(HF_HUB_CACHE).glob("models--*")
    )
    return (
        f"try embedded, or a cached one: {', '.join(cached)}" if cached else "try embedded (none is cached)"
    )


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
