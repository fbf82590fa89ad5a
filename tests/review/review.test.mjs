// Helpers of the review's screen. `node --test tests/review/`
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const source = readFileSync(new URL("../../align/review/review.js", import.meta.url), "utf8");
const js = await import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
const press = (key, code = "", more = {}) => js.keyOf({ key, code, ...more });

test("a key means the same on a Russian and on an English layout", () => {
  assert.equal(press("a", "KeyA"), "a");
  assert.equal(press("ф", "KeyA"), "a");
  assert.equal(press("Ф", "KeyA", { shiftKey: true }), "A");
  assert.equal(press("я", "KeyZ", { ctrlKey: true }), "Ctrl+z");
  assert.equal(press("Я", "KeyZ", { ctrlKey: true, shiftKey: true }), "Ctrl+Z");
  assert.equal(press("ы", "KeyS", { ctrlKey: true }), "Ctrl+s");
  assert.equal(press(".", "Slash"), "/");
  assert.equal(press(",", "Slash", { shiftKey: true }), "?");
  assert.equal(press("х", "BracketLeft"), "[");
});

test("a letter that is Latin stays where its layout put it", () => {
  assert.equal(press("z", "KeyY"), "z");
  assert.equal(press("&", "Digit1"), "1");
  assert.equal(press("?", "Digit7", { shiftKey: true }), "?");
});

test("nothing is meant while a word is being composed", () => {
  assert.equal(press("a", "KeyA", { isComposing: true }), null);
  assert.equal(press("Process", "KeyA", { keyCode: 229 }), null);
});

test("every key stands for one action", () => {
  const keys = js.KEYS.flatMap(([, group]) => group.flatMap(([, names]) => names));
  assert.equal(new Set(keys).size, keys.length);
  for (const key of keys) assert.ok(js.actionOf(key));
});

const row = (id, more = {}) => ({
  id, status: "auto", needs: false, doubts: [], ...more,
  cells: { source: [{ id, pieces: [{ t: more.source ?? "aa bb" }] }], target: [{ id: "t0", pieces: [{ t: more.target ?? "cc" }] }] },
});

test("counts are live", () => {
  const rows = [row("s1", { needs: true, doubts: [{ state: "open" }, { state: "accepted" }] }), row("s2", { status: "confirmed", later: true })];
  assert.deepEqual(js.counts(rows), { rows: 2, needs: 1, confirmed: 1, rejected: 0, later: 1, comments: 0, open: 1, decided: 1 });
});

test("filters by status, kind and words of both sides", () => {
  const one = row("s1", { needs: true, doubts: [{ kind: "ocr.case", state: "open" }], source: "Ваш (ответ)", target: "your reply" });
  assert.ok(js.shows(one, { status: "needs", kind: "ocr.case" }));
  assert.ok(!js.shows(one, { status: "confirmed" }));
  assert.ok(!js.shows(one, { kind: "ocr.alphabet" }));
  assert.ok(js.shows(one, { match: js.matcher("ВАШ (о", false) }));
  assert.ok(js.shows(one, { match: js.matcher("^your\\s", true) }));
  assert.ok(!js.shows(one, { match: js.matcher("^reply", true) }));
  assert.throws(() => js.matcher("(", true));
});

test("the next row is found around the end", () => {
  const rows = [true, false, false].map((needs, n) => row(`s${n}`, { needs }));
  assert.equal(js.find(rows, 1, 1, (one) => one.needs), 0);
  assert.equal(js.find(rows, 1, -1, (one) => one.needs), 0);
  assert.equal(js.find(rows, 0, 1, (one) => one.status === "confirmed"), -1);
});

test("characters that turn the direction are drawn by their names", () => {
  assert.deepEqual(js.controlled("ab\u202Ecd"), [{ text: "ab" }, { name: "RLO" }, { text: "cd" }]);
});

const words = (...texts) => js.tokensOf(texts.map((t, n) => ({ id: `s${n}`, t })));

test("what was typed is found word by word, never in part of a place", () => {
  assert.equal(js.retyped(words("aa ", "bb ", "cc"), "aa  bb cc"), null);
  assert.deepEqual(js.retyped(words("aa ", "bb ", "cc"), "aa xx cc"), { first: 1, last: 2, text: "xx" });
  assert.deepEqual(js.retyped(words("aa ", "bb"), "aa new bb"), { first: 0, last: 1, text: "aa new" });
  assert.deepEqual(js.retyped(words("aa ", "bb"), "aa"), { first: 1, last: 2, text: "" });
  assert.deepEqual(js.retyped(words("«", "aa", "» ", "bb"), "«xx» bb"), { first: 0, last: 1, text: "«xx»" });
  assert.deepEqual(js.retyped(words("aa ", "bb cc"), "aa bb dd"), { first: 1, last: 2, text: "bb dd" });
});
