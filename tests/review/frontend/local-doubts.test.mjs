// The one-file desk: decisions about doubts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deskOf, pageOf, shown } from "./page.mjs";

const page = () =>
  pageOf(["bbb aaa", "ccc ddd", "bbb eee"], ["B a", "C d", "B e"], { 0: ["BBB", "xxx"], 2: ["BBB"] });

test("a suggestion is accepted: the text, the doubt and the journal show it", () => {
  const { desk, ask } = deskOf(page());
  const patch = ask({ do: "accept", doubt: "f0", pick: 1, n: 7 });
  assert.equal(patch.is, "patch");
  assert.equal(patch.n, 7);
  assert.deepEqual(patch.rows[0].cells.source[0].pieces, [{ t: "xxx", d: "f0", old: "bbb" }, { t: " aaa" }]);
  assert.equal(desk.rows[0].doubts[0].state, "accepted");
  const [entry] = desk.entries;
  assert.deepEqual(entry, {
    op: "accept",
    id: entry.id,
    change: { side: "source", spans: [[0, 3]], old: "bbb", new: "xxx" },
    by: "reviewer",
    at: "2024-05-06T07:08:09Z",
    documents: { source: "aa", target: "bb" },
  });
  assert.match(entry.id, /^[0-9a-f]{32}$/);
});

test("a doubt that is dismissed is opened again", () => {
  const { desk, ask } = deskOf(page());
  ask({ do: "reject", doubt: "f0" });
  assert.equal(desk.rows[0].doubts[0].state, "kept");
  assert.equal(desk.rows[0].needs, false);
  ask({ do: "undecide", doubt: "f0" });
  assert.equal(desk.rows[0].doubts[0].state, "open");
  assert.equal(desk.rows[0].needs, true);
  assert.deepEqual(
    desk.entries.map((entry) => entry.op),
    ["reject", "undecide"],
  );
});

test("a preview shows the other places with the same word and the same suggestion", () => {
  const { ask } = deskOf(page());
  const preview = ask({ do: "preview", doubt: "f0", accept: true, pick: 0 });
  assert.deepEqual(
    preview.places.map(({ doubt, row, why, new: text }) => [doubt, row, why, text]),
    [["f2", 3, "same", "BBB"]],
  );
  assert.deepEqual(ask({ do: "preview", doubt: "f0", accept: true, pick: 1 }).places, []);
});

test("the same error is corrected everywhere in one decision", () => {
  const { desk, ask } = deskOf(page());
  ask({ do: "everywhere", doubt: "f0", accept: true, pick: 0, others: ["f2"] });
  assert.deepEqual(shown(desk), ["BBB aaa = B a", "ccc ddd = C d", "BBB eee = B e"]);
  assert.equal(desk.entries.length, 1);
  ask({ do: "undo" });
  assert.deepEqual(shown(desk), ["bbb aaa = B a", "ccc ddd = C d", "bbb eee = B e"]);
});

test("a doubt without a suggestion cannot be accepted", () => {
  const data = pageOf(["bbb"], ["b"], { 0: [] });
  const { desk, ask } = deskOf(data);
  assert.match(ask({ do: "accept", doubt: "f0" }).text, /nothing is suggested/);
  assert.match(ask({ do: "everywhere", doubt: "f0", accept: true, others: [] }).text, /nothing is suggested/);
  assert.match(ask({ do: "reject", doubt: "f9" }).text, /no doubt/);
  assert.deepEqual(desk.entries, []);
});

test("a cell typed anew becomes one correction at its place", () => {
  const { desk, ask } = deskOf(page());
  ask({ do: "edit", row: "s8", side: "source", text: "ccc own word" });
  assert.deepEqual(shown(desk)[1], "ccc own word = C d");
  assert.deepEqual(desk.entries[0].changes, [
    { side: "source", spans: [[12, 15]], old: "ddd", new: "own word" },
  ]);
  assert.equal(ask({ do: "edit", row: "s8", side: "source", text: "ccc  own word" }).is, "nothing");
});

test("a correction typed again is one doubt, and opened again it reads as the OCR did", () => {
  const { desk, ask } = deskOf(page());
  ask({ do: "edit", row: "s8", side: "source", text: "ccc one" });
  ask({ do: "edit", row: "s8", side: "source", text: "ccc two" });
  assert.deepEqual(
    desk.rows[1].doubts.map((doubt) => [doubt.id, doubt.text, doubt.reading]),
    [["vs12", "ddd", "two"]],
  );
  ask({ do: "undecide", doubt: "vs12" });
  assert.deepEqual(shown(desk)[1], "ccc ddd = C d");
});

test("a correction of an earlier review is opened again at the place of its text", () => {
  const data = page();
  const [piece] = data.rows[1].cells.source[0].pieces;
  Object.assign(piece, { d: "vs8", t: "CCC ", old: "ccc " });
  const own = {
    id: "vs8",
    side: "source",
    kind: "yours",
    word: "",
    text: "ccc",
    state: "edited",
    reading: "CCC",
    suggestions: [],
  };
  data.rows[1].doubts = [own];
  const { desk, ask } = deskOf(data);
  ask({ do: "undecide", doubt: "vs8" });
  assert.deepEqual(desk.entries[0].quote, { side: "source", spans: [[8, 12]], old: "ccc " });
  assert.deepEqual(shown(desk)[1], "ccc ddd = C d");
});
