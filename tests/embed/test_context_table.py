"""Features of tokens that are kept by their neighbours."""

import numpy as np
import pytest

from align.embed.context_table import ROOM, SEEN, ContextTable, contexts
from align.embed.encoder import EmbeddedEncoder, load
from align.embed.fixed_products import Floats
from align.embed.token_table import NO_TOKEN, Ids
from align.embed.use_network import UseNetwork


class Features:
    """Gives the token at a place its own number as its only feature, and counts the tokens."""

    def __init__(self, tokens: list[int]) -> None:
        self.tokens = np.array(tokens)
        self.keys = [int(token).to_bytes(4) for token in tokens]
        self.computed = 0

    def __call__(self, places: Ids) -> Floats:
        self.computed += len(places)
        assert (np.diff(places) > 0).all()
        return self.tokens[places, None].astype(np.float32)


def test_a_context_is_computed_once() -> None:
    """Repeated contexts, in one call and in two, are computed at their first place only."""
    table = ContextTable(1)
    first, second = Features([7, 8, 7, 9, 8]), Features([9, 10, 8, 10])
    assert table.features(first.keys, first).ravel().tolist() == [7, 8, 7, 9, 8]
    assert table.features(second.keys, second).ravel().tolist() == [9, 10, 8, 10]
    assert (first.computed, second.computed) == (3, 1)


def test_a_full_table_begins_anew() -> None:
    """More contexts than there is room for are given right, whatever was dropped."""
    table = ContextTable(1)
    for start in range(0, 3 * ROOM, ROOM // 3):
        part = Features(list(range(start, start + ROOM // 3)))
        assert (table.features(part.keys, part)[:, 0] == part.tokens).all()
    again = Features(list(range(ROOM)))
    assert (table.features(again.keys, again)[:, 0] == again.tokens).all()


def test_an_interrupted_call_leaves_nothing_wrong() -> None:
    """What was to be computed when a user interrupts is computed by the next call."""

    def interrupted(_places: Ids) -> Floats:
        raise KeyboardInterrupt

    table, part = ContextTable(1), Features([1, 2, 3])
    with pytest.raises(KeyboardInterrupt):
        table.features(part.keys, interrupted)
    assert table.features(part.keys, part).ravel().tolist() == [1, 2, 3]


def test_the_context_of_a_token() -> None:
    """Four tokens on either side count, a fifth does not, nor what is computed before."""
    ids = np.array([NO_TOKEN] * SEEN + [1, 2, 3, 4, 5, 6] + [NO_TOKEN] * SEEN)
    here = np.arange(SEEN, SEEN + 6)
    other = ids.copy()
    other[SEEN + 5] = 60
    same = [a == b for a, b in zip(contexts(ids, here), contexts(other, here), strict=True)]
    assert same == [True] + 5 * [False]
    assert len(set(contexts(ids, here))) == len(here)


@pytest.mark.model
def test_only_what_is_new_in_a_text_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a window of two encoded sentences only the tokens near their joint are computed."""
    encoder = load()
    assert isinstance(encoder, EmbeddedEncoder)
    network, counts = UseNetwork.bundled(encoder.files), list[int]()
    compute = UseNetwork._computed

    def counted(network: UseNetwork, stream: object, positions: Ids) -> Floats:
        counts.append(len(positions))
        return compute(network, stream, positions)  # type: ignore[arg-type]

    monkeypatch.setattr(UseNetwork, "_computed", counted)
    first = "Ваш ответ от 5 октября получил и с товарищами обсудил, о чём сообщу завтра утром."
    second = "Корейцы, объяснял он, ещё не ушли из города, а дорогу к северу уже заняли."
    network.encode([first, second])
    whole, counts[:] = sum(counts), []
    network.encode([f"{first} {second}"])
    assert whole > 40
    assert sum(counts) <= 4 * SEEN
