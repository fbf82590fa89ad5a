"""The one-file desk and Python make the same of the same decisions: random reviews, with fixed seeds."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hand import LetterEncoder, bitext_of, flag_on, flag_whole, send
from node import run_node

from align.bitext import Bitext
from align.export.html import contents
from align.export.tsv import escape_formula
from align.flag import Flag
from align.review import Review
from align.review.decision_summary import brought_back, step_of, summary
from align.review.journal import JournalContents, decisions
from align.review.protocol import MessageHandler
from align.review.queue import needs_review
from align.review.segments import corrected_sentence
from align.search import WORD
from align.text.document import SIDES

SEEDS = range(1, 61)
FRONTEND = Path(__file__).parent / "frontend"
SOURCE = [
    "Баш ответ получил вчера.",
    "Баш дом хорош.",
    "- Прнвет из Москвы!",
    "«Баш» отец болен и стар.",
    "Вее хорошо, вее в порядке.",
    "Он нередал привет.",
    "Всё.",
]
TARGET = [
    "I received your reply yesterday.",
    "Your house is good.",
    "=Greetings from Moscow!",
    "Your father is ill and old.",
    "All is well, all is in order.",
    "He sent his regards.",
]


def wide(flag: Flag, words: int, kind: str) -> Flag:
    """The same doubt about so many more words after its own: it overlaps the doubts about them."""
    [span] = flag.spans
    line = SOURCE[flag.sentence]
    end = line.index(flag.text) + len(flag.text)
    more = " " + " ".join(line[end:].split()[:words])
    return replace(
        flag,
        spans=(replace(span, stop=span.stop + len(more)),),
        text=flag.text + more,
        kind=kind,
        suggestions=(),
    )


def bitext() -> Bitext:
    """Rows of every shape; one word in doubt in many places, doubts that overlap, about a whole sentence."""
    made = bitext_of(SOURCE, TARGET, [(1, 1), (1, 2), (2, 1), (1, 1), (1, 0), (0, 1), (1, 0)], confidence=0.9)
    one = made.source
    ours = flag_on(one, 0, 0, "Ваш", "Наш")
    flags = (
        ours,
        wide(ours, 1, "check.name"),
        replace(ours, kind="ocr.case"),
        flag_on(one, 1, 0, "Ваш"),
        flag_on(one, 2, 1, "Привет", "Прнвёт"),
        flag_on(one, 3, 0, "«Ваш»"),
        wide(flag_on(one, 3, 1), 2, "ocr.broken-word"),
        flag_whole(one, 3),
        flag_on(one, 4, 0, "Все"),
        flag_on(one, 4, 2, "все"),
        flag_on(one, 5, 1, "передал", "передал бы"),
        flag_on(one, 6, 0, "Все."),
        flag_whole(made.target, 1, "check.addition"),
        flag_on(made.target, 3, 0, kind="check.name"),
    )
    return replace(made, flags=flags)


def fresh(decided: JournalContents = JournalContents()) -> Review:
    return Review(bitext(), None, decided, encoder=LetterEncoder())


def half_done() -> Review:
    """A review with decisions of every kind about texts, from which a page is made."""
    review = fresh()
    handler = MessageHandler(review)
    for message in (
        {"do": "accept", "doubt": "f4", "pick": 0},
        {"do": "reject", "doubt": "f5"},
        {"do": "right", "doubt": "f9"},
        {"do": "edit", "row": "s0", "side": "source", "text": "Баш ответ мы получили вчера."},
        {"do": "later", "row": "s0", "on": True},
    ):
        assert send(handler, **message)[0]["is"] == "patch", message
    return review


def described(review: Review) -> list[dict[str, Any]]:
    """The rows as ``described`` in ``random-desk.mjs`` gives them."""
    state, found = review.state, []
    for row in review.rows:
        here = review.doubts.of_row(state, row)
        texts = {side: [corrected_sentence(state, side, one) for one in row.side(side)] for side in SIDES}
        doubts = [[one.id, one.state, one.verdict and one.verdict.text] for one in here]
        found.append(
            {
                "source": " ".join(texts["source"]),
                "target": " ".join(texts["target"]),
                "status": row.status,
                "comment": row.comment or "",
                "later": bool(row.later),
                "needs": needs_review(row, here),
                "doubts": doubts,
            }
        )
    return equal_space(found)


def equal_space(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows with one space for any white space and none at the end, doubts sorted."""

    def spaced(text: str | None) -> str | None:
        return None if text is None else " ".join(text.split())

    return [
        row
        | {side: spaced(row[side]) for side in SIDES}
        | {"doubts": sorted(([id_, state, spaced(text)] for id_, state, text in row["doubts"]), key=str)}
        for row in rows
    ]


def as_lines(entries: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries).encode()


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Review, int, dict[str, Any]]]:
    """The start, the seed and what the desk made: of a fresh page, and of one that is half done."""
    starts = [fresh(), half_done()]
    pages = [contents(review) for review in starts]
    path = tmp_path_factory.mktemp("desk") / "pages.json"
    path.write_text(json.dumps({"pages": pages, "seeds": [*SEEDS]}), encoding="utf-8")
    made = json.loads(run_node(str(FRONTEND / "random-desk.mjs"), str(path)))
    return [
        (start, seed, one)
        for start, found in zip(starts, made, strict=True)
        for seed, one in zip(SEEDS, found, strict=True)
    ]


def test_python_makes_the_same_of_the_decisions_of_the_desk(
    reviewed: list[tuple[Review, int, dict[str, Any]]],
) -> None:
    """Texts, doubts, status, flags and comments of each row; undo and redo go to the same row."""
    for start, seed, made in reviewed:
        review = fresh()
        for operation, _ in start.history.done:
            review.apply(operation)
        went = {}
        for entry in decisions(as_lines(made["entries"])).entries:
            step = step_of(review.history, entry.operation)
            review.apply(entry.operation)
            if step is not None:
                gone = brought_back(review.state, review.doubts, step)
                went[entry.operation.id] = [gone["go"]["row"], summary(review.state, step)["row"]]
        assert equal_space(made["rows"]) == described(review), f"seed {seed}"
        assert made["went"] == went, f"seed {seed}"


def test_the_page_opened_again_shows_the_same(reviewed: list[tuple[Review, int, dict[str, Any]]]) -> None:
    """The decisions that the browser kept, replayed."""
    for _, seed, made in reviewed:
        assert equal_space(made["again"]) == equal_space(made["rows"]), f"seed {seed}"


def test_the_table_of_the_desk_runs_no_formula(reviewed: list[tuple[Review, int, dict[str, Any]]]) -> None:
    """Its cells are those of the rows, escaped as Python's tables are."""
    for _, seed, made in reviewed:
        [_, *lines] = csv.reader(io.StringIO(made["table"]), delimiter="\t", quoting=csv.QUOTE_NONE)
        cells = [[" ".join(cell.split()) for cell in line] for line in lines]
        rows = equal_space(made["rows"])
        texts = [[row["source"], row["target"], row["comment"]] for row in rows]
        assert cells == [[escape_formula(text) for text in row] for row in texts], f"seed {seed}"
    assert any("\t'=Greetings" in made["table"] for _, _, made in reviewed)


def test_both_cut_a_text_into_the_same_words() -> None:
    """Hyphens inside a word, apostrophes, numbers, stress marks, an underscore."""
    text = "Из-за division's д’Артаньян, 1-й за́мок — a_b -x- 3,5 naïve c'est"
    module = (FRONTEND.parents[2] / "align/review/frontend/src/model/words.js").as_uri()
    code = f"import {{ WORD }} from {module!r}; console.log(JSON.stringify({text!r}.match(WORD)))"
    assert json.loads(run_node("--input-type=module", "-e", code)) == WORD.findall(text)
