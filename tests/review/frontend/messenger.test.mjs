// Which messages wait for an answer, and what the reviewer is told where none comes.

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { unsavedWords } from "../../../align/review/frontend/src/model/unsaved-words.js";
import { Connection } from "../../../align/review/frontend/src/screen/connection.js";

const ROW = { id: "s0", doubts: [{ id: "f1", text: "Баш", suggestions: [] }] };

/** A connection to a host in a state that the test sets; `warnings` are those shown. */
function connected() {
  const host = { now: "idle", send() {}, state: () => host.now };
  const row = { data: ROW, pending: true, drawCells() {} };
  const screen = {
    grid: { data: [ROW], rows: [row] },
    panel: { draw() {} },
    refusals: new Map(),
    root: { classList: { toggle() {} } },
    status: {},
    warnings: [],
    showWarnings: () => screen.warnings.push(screen.connection.warning),
  };
  screen.connection = new Connection(screen, host);
  return { host, screen, connection: screen.connection, messenger: screen.connection.messenger };
}

/** Lets time pass, second by second, on the timers and on the clock. */
function pass(seconds) {
  for (let second = 0; second < seconds; second += 1) {
    mock.timers.tick(1000);
  }
}

const timed = (name, body) =>
  test(name, () => {
    mock.timers.enable({ apis: ["setTimeout", "Date"] });
    const start = Date.now();
    const now = mock.method(performance, "now", () => Date.now() - start);
    try {
      body();
    } finally {
      now.mock.restore();
      mock.timers.reset();
    }
  });

timed("answers in any order leave no alarm behind", () => {
  const { connection, messenger, screen } = connected();
  for (let n = 0; n < 50; n += 1) messenger.send({ do: "detail", row: "s0" });
  for (const n of [2, 1, ...Array.from({ length: 48 }, (_, at) => at + 3)]) connection.answered(n);
  pass(60);
  assert.deepEqual(screen.warnings, []);
  assert.equal(messenger.unanswered.size, 0);
});

timed("an unanswered message is late although later ones were answered", () => {
  const { connection, messenger, screen } = connected();
  messenger.send({ do: "accept", doubt: "f1", reading: "Ваш" });
  pass(10);
  messenger.send({ do: "detail", row: "s0" });
  connection.answered(2);
  pass(10);
  assert.equal(connection.lost, true);
  assert.match(screen.warnings.at(-1), /Not saved: row 1: “Баш” → “Ваш”\./);
  assert.match(screen.warnings.at(-1), /Everything before is saved\./);
  assert.equal(screen.grid.rows[0].pending, false);
});

timed("a busy kernel is not a lost one, and what waits is named until it is saved", () => {
  const { host, connection, messenger, screen } = connected();
  host.now = "busy";
  messenger.send({ do: "confirm", row: "s0" });
  pass(70);
  assert.equal(connection.lost, false);
  assert.match(screen.warnings.at(-1), /busy.*Not saved yet: row 1: confirmed/);
  connection.answered(1);
  assert.equal(screen.warnings.at(-1), "");
});

timed("a kernel that is idle for a moment between two tasks is not a lost one", () => {
  const { host, connection, messenger } = connected();
  host.now = "busy";
  messenger.send({ do: "confirm", row: "s0" });
  pass(14);
  host.now = "idle";
  pass(1);
  host.now = "busy";
  pass(40);
  assert.equal(connection.lost, false);
});

timed("a stopped kernel is told at once; everything answered before is saved", () => {
  const { host, connection, messenger, screen } = connected();
  messenger.send({ do: "confirm", row: "s0" });
  connection.answered(1);
  host.now = "stopped";
  host.stateChanged();
  assert.equal(connection.lost, true);
  assert.match(screen.warnings.at(-1), /Everything you decided is saved\./);
});

timed("where the disk refused a decision, nothing is called saved", () => {
  const { host, screen } = connected();
  screen.status = { trouble: "review.jsonl: No space left on device" };
  host.now = "stopped";
  host.stateChanged();
  assert.doesNotMatch(screen.warnings.at(-1), /is saved/);
  assert.match(screen.warnings.at(-1), /No space left/);
});

test("every decision has a name", () => {
  const replace = { do: "replace", side: "source", cells: [{ row: "s0", text: "Ваш" }] };
  assert.equal(unsavedWords(replace, [ROW]), "words replaced");
});

test("decisions are named by their row, questions are not", () => {
  assert.equal(unsavedWords({ do: "reject", doubt: "f1" }, [ROW]), "row 1: “Баш” stays as it is");
  const everywhere = { do: "everywhere", doubt: "f1", accept: true, others: ["f2", "f3"], reading: "Ваш" };
  assert.equal(unsavedWords(everywhere, [ROW]), "row 1: “Баш” → “Ваш” (in 3 places)");
  assert.equal(unsavedWords({ do: "merge", row: "s0" }, [ROW]), "row 1: merged with the next");
  assert.equal(unsavedWords({ do: "preview", doubt: "f1", accept: true }, [ROW]), null);
  assert.equal(unsavedWords({ do: "detail", row: "s0" }, [ROW]), null);
});
