"""The spaCy component ``align_sentences``."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import EntityRuler

from align.errors import InputError
from align.text.splitting.component import NAME

ROOT = Path(__file__).parents[2]
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]


def sentences(nlp: Language, text: str) -> list[str]:
    return [sentence.text.strip() for sentence in nlp(text).sents]


def pipeline(language: str, *others: str) -> Language:
    nlp = spacy.blank(language)
    for name in (*others, NAME):
        nlp.add_pipe(name)
    return nlp


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ru", "Его принял т. Сталин. Он ушёл.", ["Его принял т. Сталин.", "Он ушёл."]),
        ("ru", "В 1950 г. он ушёл. И. В. Сталин молчал.", ["В 1950 г. он ушёл.", "И. В. Сталин молчал."]),
        (
            "en",
            "Cde. Stalin left at 5 p.m. on Monday. He slept.",
            ["Cde. Stalin left at 5 p.m. on Monday.", "He slept."],
        ),
        ("xx", "Один. Два.", ["Один.", "Два."]),
        ("ru", "Глава 2\n\nМы были\nдома.  Да.", ["Глава 2", "Мы были\nдома.", "Да."]),
        ("en", "\n\n Title\n\nText.", ["Title", "Text."]),
        ("en", "", []),
        ("en", " \n\n ", [""]),
    ],
)
def test_sentences_are_found_in_any_blank_pipeline(language: str, text: str, found: list[str]) -> None:
    """The abbreviations are those of the pipeline's language; a blank line ends a sentence."""
    assert sentences(pipeline(language), text) == found


def test_annotations_of_other_components_stay() -> None:
    """Only sentence starts are set."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    assert isinstance(ruler, EntityRuler)
    ruler.add_patterns([{"label": "PERSON", "pattern": "Dr. Smith", "id": "smith"}])
    nlp.add_pipe(NAME)
    before = nlp("Dr. Smith left. He slept.", disable=[NAME])
    for token in before:
        token.tag_, token.lemma_ = "X", token.lower_
    annotated = before.to_json()
    after = nlp.get_pipe(NAME)(before)
    assert [sentence.text for sentence in after.sents] == ["Dr. Smith left.", "He slept."]
    changed = after.to_json()
    assert changed.pop("sents")
    annotated.pop("sents", None)
    assert changed == annotated


def test_sentence_starts_of_an_earlier_component_are_replaced() -> None:
    """As the component added last decides."""
    assert sentences(pipeline("ru", "sentencizer"), "Его принял т. Сталин.") == ["Его принял т. Сталин."]


def test_a_parsed_document_is_refused() -> None:
    """A parse fixes the sentences; the message names the place for the component."""
    nlp = pipeline("en")
    doc = spacy.tokens.Doc(nlp.vocab, ["He", "left"], heads=[1, 1], deps=["nsubj", "ROOT"])
    with pytest.raises(InputError, match='before="parser"'):
        nlp.get_pipe(NAME)(doc)


def test_a_pipeline_with_it_is_saved_and_loaded(tmp_path: Path) -> None:
    """Its configuration names the component."""
    pipeline("ru").to_disk(tmp_path)
    assert sentences(spacy.load(tmp_path), "Его принял т. Сталин. Он ушёл.")[1] == "Он ушёл."


USE = """
import sys, spacy
assert "align" not in sys.modules
nlp = spacy.blank("ru")
nlp.add_pipe("align_sentences")
print([sentence.text for sentence in nlp("Его принял т. Сталин. Он ушёл.").sents])
"""


def _used(path: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", USE], capture_output=True, text=True, check=False, env={"PYTHONPATH": path}
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_spacy_finds_the_component_by_the_declared_entry_point(tmp_path: Path) -> None:
    """What ``pyproject.toml`` declares is enough: ``align`` is not imported by the caller."""
    info = tmp_path / "declared-0.dist-info"
    info.mkdir()
    lines = [f"{name} = {value}" for name, value in DECLARED["spacy_factories"].items()]
    (info / "entry_points.txt").write_text("\n".join(["[spacy_factories]", *lines]), encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: declared\nVersion: 0\n", encoding="utf-8")
    assert _used(f"{ROOT}:{tmp_path}") == "['Его принял т. Сталин.', 'Он ушёл.']\n"


def test_the_installed_package_has_the_entry_point() -> None:
    """As above, by the metadata of the installed distribution."""
    installed = {one.name: one.value for one in entry_points(group="spacy_factories")}
    if NAME not in installed:
        pytest.skip("the installed metadata are older than pyproject.toml; run pip install -e . again")
    assert installed[NAME] == DECLARED["spacy_factories"][NAME]
    assert _used(str(ROOT)) == "['Его принял т. Сталин.', 'Он ушёл.']\n"
