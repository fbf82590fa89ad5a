// The one-file desk: decisions kept in the browser, and in force again when the page is opened once more.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DecisionStore } from "../../../align/review/frontend/src/local/storage.js";
import { deskOf, FakeStorage, pageOf, shown } from "./page.mjs";

const page = () => pageOf(["bbb aaa", "ccc|ddd", "bbb eee"], ["B", "C|D", "E"], { 0: ["BBB"], 2: ["BBB"] });
const look = ({ desk }) => [
  shown(desk),
  desk.rows.map(({ id, status, comment, later, needs }) => [id, status, comment, later, needs]),
];
const DECISIONS = [
  { do: "everywhere", doubt: "f0", accept: true, pick: 0, others: ["f2"] },
  { do: "reject", doubt: "f0" },
  { do: "undecide", doubt: "f0" },
  { do: "right", doubt: "f0" },
  { do: "everywhere", doubt: "f0", accept: false, others: ["f2"] },
  { do: "accept", doubt: "f2", pick: 0 },
  { do: "edit", row: "s8", side: "source", text: "ccc own" },
  {
    do: "replace",
    side: "source",
    cells: [
      { row: "s0", text: "bbb mine" },
      { row: "s16", text: "mine eee too" },
    ],
  },
  { do: "confirm", row: "s0" },
  { do: "later", row: "s16", on: true },
  { do: "comment", row: "s16", text: "why" },
  { do: "split", row: "s8", piece: "s12" },
  { do: "merge", row: "s0" },
  { do: "gap", row: "s0" },
  { do: "bring-back", side: "source", number: 0 },
  { do: "reject-pair", row: "s16" },
  { do: "reopen", row: "s16" },
  { do: "undo" },
  { do: "undo" },
  { do: "redo" },
];

test("every decision is in force again when the page is opened once more", () => {
  const storage = new FakeStorage();
  const first = deskOf(page(), { storage });
  first.desk.setReviewer("Anna");
  for (const message of DECISIONS) {
    assert.notEqual(first.ask(message).is, "trouble", JSON.stringify(message));
    const again = deskOf(page(), { storage });
    assert.deepEqual(look(again), look(first), JSON.stringify(message));
    assert.deepEqual(again.desk.entries, first.desk.entries);
  }
  const again = deskOf(page(), { storage });
  assert.deepEqual(again.desk.notes, [`In force again from your last visit: ${DECISIONS.length} decisions.`]);
  assert.equal(again.desk.reviewer, "Anna");
  assert.equal(again.desk.entries[0].by, "Anna");
});

test("what was downloaded is known", () => {
  const storage = new FakeStorage();
  const { desk, ask } = deskOf(page(), { storage });
  ask({ do: "merge", row: "s0" });
  assert.equal(desk.undownloaded, 1);
  const saved = ask({ do: "save", n: 4 });
  assert.deepEqual(
    saved.lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).op),
    ["arrange"],
  );
  assert.equal(saved.saved, "kept in this browser, all downloaded");
  ask({ do: "undo" });
  assert.equal(deskOf(page(), { storage }).desk.undownloaded, 1);
});

test("the texts of pages stand before the decisions that are downloaded", () => {
  const reading = '{"reading":"00","text":"","pages":[[9,9]],"boxes":[]}\n';
  const { ask } = deskOf({ ...page(), readings: [reading] });
  ask({ do: "merge", row: "s0" });
  const { lines } = ask({ do: "save", n: 4 });
  assert.ok(lines.startsWith(reading));
  assert.equal(JSON.parse(lines.slice(reading.length)).op, "arrange");
});

test("a decision that the page shows already is dropped, one without a place stays in the download", () => {
  const storage = new FakeStorage();
  const { desk, ask } = deskOf(page(), { storage });
  ask({ do: "merge", row: "s0" });
  ask({ do: "gap", row: "s16" });
  const newer = { ...page(), decided: [desk.entries[0].id], rows: page().rows.slice(0, 2) };
  const again = deskOf(newer, { storage });
  assert.match(again.desk.notes[0], /^Without a place on this page: 1 decision /);
  assert.deepEqual(
    again.desk.entries.map((entry) => entry.op),
    ["arrange"],
  );
});

test("a full storage gives a warning, and what waits is written when there is room", () => {
  const storage = new FakeStorage();
  const { desk, ask } = deskOf(page(), { storage });
  storage.setItem = () => {
    throw new Error("full");
  };
  assert.match(ask({ do: "merge", row: "s0" }).trouble, /^Not kept/);
  assert.equal(desk.store.waiting.length, 1);
  delete storage.setItem;
  const patch = ask({ do: "undo" });
  assert.equal(patch.trouble, "");
  assert.equal(deskOf(page(), { storage }).desk.entries.length, 2);
});

test("without a storage the status warns the reviewer to download", () => {
  assert.match(deskOf(page()).desk.status().trouble, /keeps nothing/);
});

test("decisions about other files are left alone", () => {
  const storage = new FakeStorage();
  new DecisionStore(storage, { source: "other" }).add({ id: "x" });
  assert.deepEqual(new DecisionStore(storage, { source: "aa" }).read(new Set()), []);
  assert.deepEqual(new DecisionStore(storage, { source: "other" }).read(new Set()), [{ id: "x" }]);
});
