// What a reviewer reads: what undo takes back, what can be decided, the keys beside it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords, shortened } from "../../../align/review/frontend/src/model/decision-words.js";
import { applies, refusal, rowRefusal } from "../../../align/review/frontend/src/model/offers.js";
import { shortcutOf } from "../../../align/review/frontend/src/model/shortcuts.js";
import { percent, signed } from "../../../align/review/frontend/src/model/values.js";
import { deskOf, pageOf } from "./page.mjs";

const page = () =>
  pageOf(["bbb aaa", "ccc ddd", "bbb eee"], ["B a", "C d", "B e"], { 0: ["BBB", "xxx"], 2: ["BBB"] });

/** @type {[message: object, words: string, row: number, doubt?: string][]} */
const DECISIONS = [
  [{ do: "accept", doubt: "f2" }, "«bbb» → «BBB» in row 3", 2, "f2"],
  [{ do: "reject", doubt: "f0" }, "«bbb» kept as it is in row 1", 0, "f0"],
  [{ do: "right", doubt: "f0" }, "«bbb» called a right word", 0, "f0"],
  [
    { do: "everywhere", doubt: "f0", accept: true, pick: 0, others: ["f2"] },
    "«bbb» → «BBB», at 2 places",
    0,
    "f0",
  ],
  [{ do: "confirm", row: 1 }, "row 2 confirmed", 1],
  [{ do: "confirm-above", row: 2 }, "3 rows confirmed", 0],
  [{ do: "reject-pair", row: 1 }, "row 2 marked as not a pair", 1],
  [{ do: "later", row: 1, on: true }, "row 2 marked for later", 1],
  [{ do: "comment", row: 1, text: "who?" }, "the comment on row 2", 1],
  [{ do: "merge", row: 1 }, "row 2 merged with the next", 1],
  [{ do: "edit", row: 1, side: "source", text: "ccc xxx" }, "«ddd» → «xxx» in row 2", 1],
];

for (const [message, words, at, doubt] of DECISIONS) {
  test(`undo names what it takes back: ${words}`, () => {
    const { desk, ask } = deskOf(page());
    const named = "row" in message ? { ...message, row: desk.rows[message.row].id } : message;
    assert.equal(inWords(ask(named).undo), words);
    const undone = ask({ do: "undo" });
    assert.equal(inWords(undone.about), words);
    assert.deepEqual(undone.go, { row: desk.rows[at].id, ...(doubt ? { doubt } : {}) });
    assert.equal(undone.undo, null);
    assert.equal(inWords(ask({ do: "redo" }).about), words);
  });
}

test("a long text is quoted by its beginning, cut between words", () => {
  assert.equal(shortened("one two", 20), "one two");
  assert.equal(shortened("one two three four five", 15), "one two three…");
  assert.equal(shortened("x".repeat(30), 10), `${"x".repeat(5)}…`);
});

test("what does not apply to a doubt is not offered, and its key answers in a sentence", () => {
  const word = { kind: "ocr.unknown-word", text: "внал", suggestions: [{ t: "знал", c: 0.9 }] };
  const missing = { kind: "check.omission", text: "Он ушёл.", suggestions: [] };
  for (const action of ["accept", "accept-all", "reject-all", "right", "edit"]) {
    assert.ok(applies(action, word), action);
    assert.ok(!applies(action, missing), action);
  }
  assert.equal(refusal("right", word), null);
  assert.match(refusal("right", missing), /^Only a single word .*\.$/);
  assert.ok(!applies("right", { ...word, text: "об яснял" }));
  assert.ok(applies("accept", { ...missing, kind: "layout.moved" }));
});

test("what does not apply to a row answers in a sentence", () => {
  const paired = { cells: { source: [{}], target: [{}] } };
  const lone = { cells: { source: [{}], target: [] } };
  const first = { number: 0, count: 2, side: "source", local: true };
  assert.equal(rowRefusal("merge", paired, first), null);
  assert.match(rowRefusal("merge", paired, { ...first, number: 1 }), /no row below/);
  assert.match(rowRefusal("up", paired, first), /Nothing in this cell/);
  assert.match(rowRefusal("reject-pair", lone, first), /no pair/);
  assert.match(rowRefusal("gap", lone, first), /empty already/);
  assert.match(rowRefusal("realign", paired, first), /Python/);
  assert.equal(rowRefusal("realign", paired, { ...first, local: false }), null);
  assert.equal(rowRefusal("confirm", lone, first), null);
});

test("numbers are shown as people read them", () => {
  assert.deepEqual(
    [percent(0.9451), percent(1), signed(4.66), signed(-3)],
    ["94.5 %", "100 %", "+4.7", "−3.0"],
  );
  assert.deepEqual(
    [shortcutOf("accept"), shortcutOf("confirm-above"), shortcutOf("none")],
    ["a", "Shift+C", ""],
  );
});
