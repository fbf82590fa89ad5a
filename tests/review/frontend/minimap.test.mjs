// The strip beside the table: which lines bear which marks, and which row a height stands for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf, rowAtHeight } from "../../../align/review/frontend/src/model/minimap.js";

const rows = (count, special = {}) =>
  Array.from({ length: count }, (_, n) => ({ status: "auto", needs: false, ...special[n] }));
const nothing = () => false;

test("each row is a line where there is room", () => {
  const found = linesOf(
    rows(4, {
      0: { status: "confirmed", why: "short" },
      1: { doubts: [{ state: "kept" }, { state: "open" }] },
      2: { why: "short", doubts: [{ state: "accepted" }] },
    }),
    (row) => row.status === "confirmed",
    100,
  );
  assert.deepEqual(found, { confirmed: [[0, 1]], open: [[1, 1]], doubtful: [[2, 1]], found: [[0, 1]] });
});

test("more rows than lines: a line bears the marks of all its rows, as broad as their share", () => {
  const found = linesOf(rows(1000, { 499: { status: "confirmed" }, 999: { why: "short" } }), () => true, 100);
  assert.deepEqual([found.confirmed, found.doubtful, found.open], [[[49, 0.1]], [[99, 0.1]], []]);
  assert.deepEqual(
    found.found.map(([line, share]) => [line, Math.round(share * 100)]),
    [...Array(100).keys()].map((line) => [line, 100]),
  );
});

test("a height stands for a row: of those that share a line the first that needs review", () => {
  assert.equal(rowAtHeight(rows(4), 0.6, 100), 2);
  assert.equal(rowAtHeight(rows(4), 1.2, 100), 3);
  assert.equal(rowAtHeight(rows(4), -0.1, 100), 0);
  assert.equal(rowAtHeight(rows(1000), 0.5, 100), 500);
  assert.equal(rowAtHeight(rows(1000, { 505: { needs: true }, 510: { needs: true } }), 0.5, 100), 505);
});

test("every row has a height that stands for its line", () => {
  for (const lines of [7, 10, 33]) {
    const all = rows(50);
    all.forEach((row, n) => {
      row.doubts = [{ state: "open" }];
      const [[line]] = linesOf(rows(50, { [n]: { doubts: row.doubts } }), nothing, lines).open;
      const at = rowAtHeight(rows(50), (line + 0.5) / lines, lines);
      assert.equal(linesOf(rows(50, { [at]: { doubts: row.doubts } }), nothing, lines).open[0][0], line);
    });
  }
});
