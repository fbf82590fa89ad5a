"""Makes random decisions, each in a process of its own that is killed right after: used by test_journal.py.

python server.py JOURNAL SEED
"""

from __future__ import annotations

import os
import random
import signal
import sys

from hand import bitext_of

from align.review.operation import Accept, Comment, Confirm, Operation, Reject, TextChange
from align.review.operation import QuotedPlace as Read
from align.review.place import Place
from align.review.session import Review
from align.text.span import Span


def decision(review: Review, dice: random.Random) -> Operation:
    """A decision of any kind about any row."""
    row = dice.choice(review.rows)
    place = Place("source", (Span(row.pairing.source[0][0].start, row.pairing.source[0][0].start + 3),))
    old = review.state.side_views["source"].quote(place.spans)
    kinds: list[Operation] = [
        Accept(TextChange(place, old, f"x{dice.randrange(99)}")),
        Reject(Read(place, old)),
        Confirm((row.pairing,)),
        Comment(row.pairing, f"note {dice.randrange(99)}"),
    ]
    return dice.choice(kinds)


def main(journal: str, seed: int) -> None:
    """Fifty times: a child resumes the review, decides once, sends the decision's id, and is killed."""
    bitext = bitext_of(["aaa bbb", "ccc ddd", "eee fff"], ["aaa", "ccc", "eee"], [(1, 1)] * 3)
    dice = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(50):
        number = dice.randrange(2**30)
        read, write = os.pipe()
        child = os.fork()
        if not child:
            review = Review.open(bitext, journal, reviewer="anna")
            made = decision(review, random.Random(number))  # noqa: S311 - no secret
            review.apply(made)
            os.write(write, made.id.encode())
            signal.pause()
        made_id = os.read(read, 64).decode()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        print(made_id)  # noqa: T201 - read by the test


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
