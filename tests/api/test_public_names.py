"""What ``import align`` offers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from importlib.resources import files

import pytest

import align
from align.bitext import Bitext
from align.flag import Flag

PUBLIC = {
    *("align_texts", "align_file", "align_files", "align_sentences", "open_file"),
    *("Bitext", "Bead", "Alignment", "Flag", "Suggestion", "Review", "Config"),
    *("Encoder", "load_encoder"),
    *("Step", "progress_display", "review_folder"),
    *("AlignError", "InputError", "ReadError", "LanguageError", "PlaceError", "OutputError"),
    *("ModelError", "InvariantError", "__version__"),
}


def test_dir_lists_the_public_names_and_no_others() -> None:
    """Completion in a notebook shows what is meant to be used."""
    assert set(dir(align)) == set(align.__all__) == PUBLIC


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_each_public_name_is_there_and_documented(name: str) -> None:
    """A name is imported from its module when it is first used."""
    value = getattr(align, name)
    assert name == "__version__" or value.__doc__


def test_the_version_is_that_of_the_distribution() -> None:
    """``align.__version__``."""
    assert align.__version__ == version("bitext-align")


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As of any module."""
    with pytest.raises(AttributeError, match="no attribute 'Bitexts'"):
        getattr(align, "Bitexts")  # noqa: B009  # type checkers refuse the attribute


def test_dir_alone_imports_no_module_of_the_package() -> None:
    """Completion loads no library."""
    code = "import sys, align; dir(align); print([name for name in sys.modules if name.startswith('align.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_type_checkers_read_the_package() -> None:
    """The marker of PEP 561 is part of the package."""
    assert files("align").joinpath("py.typed").is_file()


def test_public_values_show_themselves_in_one_line(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """In a terminal and in a notebook's lists."""
    bitext = tiny((doubt,))
    review = align.Review(bitext)
    shown = [bitext, bitext[0], bitext[0].bead, bitext.alignment, doubt, doubt.suggestions[0], review]
    shown += [align.Config(), bitext.source, bitext.signature]
    assert [repr(value) for value in shown if "\n" in repr(value) or len(repr(value)) > 200] == []
    assert repr(bitext[0]) == (
        "<bead 1, 1-1, confidence 0.98: 'Баш ответ получил.' | 'I received your reply.'>"
    )
    assert repr(doubt) == "<Flag source 'Баш' → 'Ваш', ocr.real-word, confidence 0.93>"
    assert repr(doubt.suggestions[0]) == "<Suggestion 'Ваш', confidence 0.90>"
    assert repr(bitext.alignment) == "<Alignment: 2 beads of 2 source and 2 target sentences>"
    assert repr(review) == "Review('letter.txt', rows=2, left=2, decisions=0)"
    assert repr(align.Config(encoder="LaBSE")) == "Config(encoder='LaBSE')"
