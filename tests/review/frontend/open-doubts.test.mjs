// Open doubts of the whole document, what is left, and the reviewer's pace.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  doubtProgress,
  findOpenDoubt,
  rowsLeft,
  unsettledIds,
} from "../../../align/review/frontend/src/model/open-doubts.js";
import { timeInWords, timeLeft } from "../../../align/review/frontend/src/model/pace.js";
import { withDoubtTyped } from "../../../align/review/frontend/src/model/typed-text.js";

const doubt = (id, state = "open", more = {}) => ({ id, state, ...more });
const rows = () => [
  { doubts: [doubt("f1"), doubt("f2", "accepted")] },
  {},
  { doubts: [doubt("f3"), doubt("f4", "open", { pending: true })] },
];
const found = (...args) => {
  const one = findOpenDoubt(...args);
  return one && [one.row, one.doubt.id, one.around];
};

test("the next open doubt is found over all rows, around the end", () => {
  assert.deepEqual(found(rows(), { row: 0, doubt: "f1" }), [2, "f3", false]);
  assert.deepEqual(found(rows(), { row: 2, doubt: "f3" }), [0, "f1", true]);
  assert.deepEqual(found(rows(), { row: 2, doubt: "f3" }, -1), [0, "f1", false]);
  assert.deepEqual(found(rows(), { row: 0, doubt: "f1" }, -1), [2, "f3", true]);
});

test("from a row without a doubt the search begins at that row", () => {
  assert.deepEqual(found(rows(), { row: 0, doubt: null }), [0, "f1", false]);
  assert.deepEqual(found(rows(), { row: 1, doubt: null }), [2, "f3", false]);
  assert.deepEqual(found(rows(), { row: 1, doubt: null }, -1), [0, "f1", false]);
  assert.deepEqual(found(rows(), { row: 3, doubt: null }), [0, "f1", true]);
  assert.deepEqual(found(rows(), { row: 3, doubt: null }, -1), [2, "f3", false]);
});

test("a doubt that two rows hold does not stop the search", () => {
  const shared = [{ doubts: [doubt("f1")] }, { doubts: [doubt("f1")] }, { doubts: [doubt("f2")] }];
  assert.deepEqual(found(shared, { row: 1, doubt: "f1" }), [2, "f2", false]);
});

test("no open doubt: none is found; the only one is its own next", () => {
  assert.equal(findOpenDoubt([{ doubts: [doubt("f1", "kept")] }], { row: 0, doubt: "f1" }), null);
  assert.equal(findOpenDoubt([], { row: 0, doubt: null }), null);
  assert.deepEqual(found([{ doubts: [doubt("f1")] }], { row: 0, doubt: "f1" }), [0, "f1", true]);
});

test("a decision under way counts as decided, but its answer has not come", () => {
  assert.deepEqual(doubtProgress(rows()), { total: 4, open: 2, decided: 2 });
  assert.deepEqual([...unsettledIds(rows())], ["f1", "f3", "f4"]);
});

test("rows are left for their pairing, not for doubts that are open or under way", () => {
  const left = [
    { needs: true, why: "short", sure: "doubtful" },
    { needs: true, why: "Paired by hand", sure: "by hand", doubts: [doubt("f1", "kept")] },
    { needs: true, doubts: [doubt("f2")] },
    { needs: true, doubts: [doubt("f3", "open", { pending: true })] },
    { needs: false },
  ];
  assert.deepEqual(rowsLeft(left), { doubtful: 1, byHand: 1 });
});

test("the time left is the median of the recent decisions for each that is left", () => {
  assert.equal(timeLeft([1000, 1000, 1000, 1000], 10), null);
  assert.equal(timeLeft([9000, 1000, 2000, 3000, 600000], 10), 30000);
  assert.equal(timeLeft([...Array(20).fill(60000), ...Array(15).fill(2000)], 3), 6000);
  assert.equal(timeLeft(Array(9).fill(1000), 0), null);
});

test("a time is said in minutes", () => {
  const said = [null, 20000, 60000, 360000, 7200000].map(timeInWords);
  assert.deepEqual(said, [
    "",
    "less than a minute left",
    "about a minute left",
    "about 6 minutes left",
    "about 2 hours left",
  ]);
});

test("typed text takes the place of all pieces of a doubt, and nothing else changes", () => {
  const cell = [
    { id: "s0", pieces: [{ t: "aaa " }, { t: "b ", d: "f1" }, { t: "bb", d: "f1" }, { t: ", ccc." }] },
    { id: "s9", pieces: [{ t: "Ddd." }] },
  ];
  assert.equal(withDoubtTyped(cell, "f1", "xx"), "aaa xx, ccc. Ddd.");
  assert.equal(
    withDoubtTyped([{ id: "s0", pieces: [{ t: "b ", d: "f1" }, { t: "c" }] }], "f1", "xx"),
    "xx c",
  );
});
