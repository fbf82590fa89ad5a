"""What ``import align`` and ``align --help`` load; and that no rule knows the seeds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "align"


def _loaded(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_import_loads_no_model_library() -> None:
    """``import align`` costs neither torch nor spaCy nor a dictionary."""
    heavy = {"torch", "spacy", "transformers", "sentence_transformers", "pymorphy3", "wordfreq", "spylls"}
    assert not heavy & _loaded("import align")


def test_the_command_line_loads_no_model_library() -> None:
    """``align --help`` loads no heavy library."""
    heavy = {"torch", "spacy", "transformers", "sentence_transformers", "numpy"}
    assert not heavy & _loaded("import align.cli")


def test_the_pipeline_loads_no_network_before_it_is_used() -> None:
    """A file that is missing is reported before torch or spaCy is loaded."""
    assert not {"torch", "spacy", "transformers", "sentence_transformers"} & _loaded("import align.api")


def test_the_pipeline_needs_no_library_of_an_extra() -> None:
    """Pictures are opened by libraries that only those install who have scans."""
    extra = {"PIL", "pypdfium2"}
    everything = "import align.api, align.cli.app, align.review, align.folder, align.export, align.notebook"
    assert not extra & _loaded(everything)
    blocked = "import sys; sys.modules.update(PIL=None, pypdfium2=None); import align.api"
    assert "align.scan.read_pdf" in _loaded(blocked)


def test_nothing_in_the_package_reads_the_seeds() -> None:
    """The letters are examples; no rule knows them."""
    assert not [p for p in PACKAGE.rglob("*.py") if "seeds/" in p.read_text(encoding="utf-8")]


@pytest.mark.model
def test_a_letter_needs_neither_torch_nor_spacy() -> None:
    """Both together take 2 s and 270 MB, a third of what is left."""
    code = "import align; align.align_texts('Баш ответ получил. Я ушёл.', 'I received your reply. I left.')"
    _loaded(code)  # keeps what is opened once
    assert not {"torch", "spacy", "transformers", "sentence_transformers"} & _loaded(code)
