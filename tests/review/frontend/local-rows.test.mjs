// The one-file desk: decisions about rows and pairing, undo and redo.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deskOf, pageOf, shown } from "./page.mjs";

const page = () => pageOf(["aa bb", "cc. dd|ee", "ff"], ["A", "C|E", "F"]);
const ids = ["s0", "s6", "s16"];

test("rows are confirmed, rejected, opened again, flagged, commented", () => {
  const { desk, ask } = deskOf(page());
  ask({ do: "confirm-above", row: ids[1] });
  ask({ do: "reject-pair", row: ids[2] });
  ask({ do: "later", row: ids[0], on: true });
  ask({ do: "comment", row: ids[0], text: " look it up " });
  assert.deepEqual(
    desk.rows.map((row) => row.status),
    ["confirmed", "confirmed", "rejected"],
  );
  assert.deepEqual([desk.rows[0].later, desk.rows[0].comment], [true, "look it up"]);
  ask({ do: "reopen", row: ids[2] });
  assert.equal(desk.rows[2].status, "auto");
  assert.equal(ask({ do: "confirm-above", row: ids[1] }).is, "nothing");
});

for (const [message, rows] of [
  [{ do: "merge", row: ids[0] }, ["aa bb|cc. dd|ee = A|C|E", "ff = F"]],
  [{ do: "split", row: ids[1], piece: "s13" }, ["aa bb = A", "cc. dd = C", "ee = E", "ff = F"]],
  [{ do: "split", row: ids[1], piece: "s10" }, ["aa bb = A", "cc. = C", "dd|ee = E", "ff = F"]],
  [{ do: "up", row: ids[1], side: "target" }, ["aa bb = A|C", "cc. dd|ee = E", "ff = F"]],
  [{ do: "down", row: ids[1], side: "source" }, ["aa bb = A", "cc. dd = C|E", "ee|ff = F"]],
  [{ do: "down", row: ids[2], side: "source" }, ["aa bb = A", "cc. dd|ee = C|E", " = F", "ff = "]],
  [{ do: "gap", row: ids[0] }, ["aa bb = ", " = A", "cc. dd|ee = C|E", "ff = F"]],
  [{ do: "pair", source: ids[0], target: ids[1] }, [" = A", "aa bb = C|E", "cc. dd|ee = ", "ff = F"]],
  [{ do: "bring-back", side: "source", number: 0 }, ["aa bb = A", "cc. dd|ee = C|E", "ff = F", "- 7 - = "]],
]) {
  test(`${JSON.stringify(message)}: the rows, undone and done again`, () => {
    const { desk, ask } = deskOf(page());
    const before = shown(desk);
    ask(message);
    assert.deepEqual(shown(desk), rows);
    ask({ do: "undo" });
    assert.deepEqual(shown(desk), before);
    ask({ do: "redo" });
    assert.deepEqual(shown(desk), rows);
    assert.equal(ask({ do: "redo" }).is, "nothing");
  });
}

for (const [message, words] of [
  [{ do: "merge", row: ids[2] }, /no row below/],
  [{ do: "split", row: ids[0], piece: "s0" }, /nothing would stand before/],
  [{ do: "up", row: ids[0], side: "source" }, /no row above/],
  [{ do: "pair", source: ids[0], target: ids[0] }, /one row already/],
  [{ do: "confirm", row: "s99" }, /not there any more/],
  [{ do: "bring-back", side: "target", number: 0 }, /not in the list/],
  [{ do: "realign" }, /needs Python/],
]) {
  test(`${JSON.stringify(message)}: one line of trouble, nothing changed`, () => {
    const { desk, ask } = deskOf(page());
    const before = shown(desk);
    const answer = ask({ ...message, n: 3 });
    assert.equal(answer.is, "trouble");
    assert.equal(answer.n, 3);
    assert.match(answer.text, words);
    assert.deepEqual(shown(desk), before);
    assert.deepEqual(desk.entries, []);
  });
}

test("a brought back piece is marked in the list until that is undone", () => {
  const { desk, ask } = deskOf(page());
  ask({ do: "bring-back", side: "source", number: 0 });
  assert.equal(ask({ do: "lists" }).aside[0].back, true);
  ask({ do: "undo" });
  assert.equal(desk.lists.aside[0].back, false);
});

test("the look at a text names how many doubts are unanswered, one and several", () => {
  /** @param {Record<number, string[]>} doubts */
  const note = (doubts) => {
    const { ask } = deskOf(pageOf(["aaa b", "ccc d"], ["A", "C"], doubts));
    return ask({ do: "look", to: "original", confirmed: false }).notes;
  };
  assert.deepEqual(note({}), []);
  assert.match(note({ 0: ["x"] })[0], /^1 doubt is unanswered/);
  assert.match(note({ 0: ["x"], 1: ["y"] })[0], /^2 doubts are unanswered/);
});
