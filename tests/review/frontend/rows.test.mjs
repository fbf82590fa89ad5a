// Rows: counts, filters, the next row.
import assert from "node:assert/strict";
import { test } from "node:test";
import { passes } from "../../../align/review/frontend/src/model/filters.js";
import { counts, findRow, kindCounts, openDoubts } from "../../../align/review/frontend/src/model/rows.js";
import { fraction } from "../../../align/review/frontend/src/model/values.js";

const row = (id, { source = "aa bb", target = "cc", ...more } = {}) => ({
  id,
  status: "auto",
  needs: false,
  doubts: [],
  ...more,
  cells: { source: [{ id, pieces: [{ t: source }] }], target: [{ id: "t0", pieces: [{ t: target }] }] },
});

test("counts are live", () => {
  const rows = [
    row("s1", { needs: true, doubts: [{ state: "open" }, { state: "accepted" }] }),
    row("s2", { status: "confirmed", later: true }),
  ];
  const expected = {
    rows: 2,
    needs: 1,
    confirmed: 1,
    rejected: 0,
    later: 1,
    comments: 0,
    open: 1,
    decided: 1,
  };
  assert.deepEqual(counts(rows), expected);
});

test("kinds of doubt are counted, in words, the most frequent first", () => {
  const doubts = [
    { kind: "check.name", word: "name" },
    { kind: "ocr.case", word: "capital or small letter" },
    { kind: "ocr.case", word: "capital or small letter" },
  ];
  assert.deepEqual(
    [...kindCounts([row("s1", { doubts })])],
    [
      ["ocr.case", { word: "capital or small letter", count: 2 }],
      ["check.name", { word: "name", count: 1 }],
    ],
  );
});

test("a doubt with a decision under way is not open", () => {
  const doubts = [{ state: "open", pending: true }, { state: "open" }, { state: "right" }];
  assert.deepEqual(openDoubts({ doubts }), [{ state: "open" }]);
  assert.deepEqual(openDoubts({}), []);
});

test("filters by status, by kind and by what a search found", () => {
  const doubts = [{ kind: "ocr.case", state: "open" }];
  const one = row("s1", { needs: true, doubts });
  assert.ok(passes(one, { status: "needs", kind: "ocr.case" }));
  assert.ok(!passes(one, { status: "confirmed" }));
  assert.ok(!passes(one, { kind: "ocr.alphabet" }));
  assert.ok(passes(one, { only: new Set(["s1"]) }));
  assert.ok(!passes(one, { only: new Set(["s2"]) }));
});

test("the next row is found around the end", () => {
  const rows = [true, false, false].map((needs, n) => row(`s${n}`, { needs }));
  assert.equal(
    findRow(rows, 1, 1, (one) => one.needs),
    0,
  );
  assert.equal(
    findRow(rows, 1, -1, (one) => one.needs),
    0,
  );
  assert.equal(
    findRow(rows, 0, 1, (one) => one.status === "confirmed"),
    -1,
  );
});

test("a fraction has two digits", () => {
  assert.deepEqual([0.834, 0.05, 0.995, 1].map(fraction), [".83", ".05", "1.0", "1.0"]);
});
