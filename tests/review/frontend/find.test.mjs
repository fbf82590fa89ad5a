// Find and replace: the places of a search, also of what was corrected, and other words in these places.
import assert from "node:assert/strict";
import { test } from "node:test";
import { formsOf } from "../../../align/review/frontend/src/local/forms.js";
import { hitsOf } from "../../../align/review/frontend/src/model/hits.js";
import { matchersOf } from "../../../align/review/frontend/src/model/query.js";
import { inCaseOf, replaceRanges } from "../../../align/review/frontend/src/model/replacement.js";
import { changedRuns } from "../../../align/review/frontend/src/model/runs.js";
import { tokensOf } from "../../../align/review/frontend/src/model/tokens.js";
import { deskOf, pageOf, shown } from "./page.mjs";

const row = (source, target = [{ t: "reply" }], more = {}) => ({
  id: "s0",
  ...more,
  cells: { source: [{ id: "s0", pieces: source }], target: [{ id: "t0", pieces: target }] },
});

/** Place, range and misreading of each hit, in short. */
const found = (query, data) =>
  hitsOf(data, matchersOf(query)).map(({ where, start, stop, was }) =>
    [where, start, stop, was].filter((value) => value !== undefined).join(" "),
  );

test("a search finds every place on both sides, whatever the case, also across marked words", () => {
  const one = row([{ t: "Ваш " }, { t: "ответ", d: "f1" }, { t: " и ваш" }], [{ t: "ваш" }]);
  assert.deepEqual(found({ text: "ваш" }, one), ["source 0 3", "source 12 15", "target 0 3"]);
  assert.deepEqual(found({ text: "ваш ответ" }, one), ["source 0 9"]);
  assert.deepEqual(found({ text: "твой" }, one), []);
  assert.equal(matchersOf({ text: " " }), null);
});

test("signs of an expression are signs unless it is one", () => {
  const one = row([{ t: "(a.b) acb" }]);
  assert.deepEqual(found({ text: "a.b" }, one), ["source 1 4"]);
  assert.deepEqual(found({ text: "a.b", regex: true }, one), ["source 1 4", "source 6 9"]);
  assert.throws(() => matchersOf({ text: "(", regex: true }), SyntaxError);
});

test("whole words are found in every script", () => {
  const one = row([{ t: "дом домой «дом» дома" }]);
  assert.deepEqual(found({ text: "дом", whole: true }, one), ["source 0 3", "source 11 14"]);
  assert.deepEqual(found({ text: "«дом»", whole: true }, one), ["source 10 15"]);
});

test("the forms of words are found on their side", () => {
  const forms = { source: [["дивизия", "дивизий"], ["шла"]], target: [["дивизия"], ["шла"]] };
  const one = row([{ t: "Дивизий, шла; дивизия" }], [{ t: "дивизий шла" }]);
  assert.deepEqual(found({ text: "дивизия шла", forms }, one), ["source 0 12"]);
  assert.deepEqual(formsOf("Дивизий!", [["дивизий", "дивизия"]]), [["дивизий", "дивизия"]]);
  assert.deepEqual(formsOf("дом", []), [["дом"]]);
});

test("what was misread is found where it was corrected", () => {
  const one = row([{ t: "О " }, { t: "Ваш ", old: "Баш" }, { t: "ответ" }]);
  assert.deepEqual(found({ text: "баш" }, one), ["source 2 6 Баш"]);
  assert.deepEqual(found({ text: "баш ответ" }, one), ["source 2 11 Баш ответ"]);
  assert.deepEqual(found({ text: "ваш" }, one), ["source 2 5"]);
  assert.deepEqual(found({ text: "аш" }, one), ["source 3 5"]);
});

test("a comment is searched, too", () => {
  const one = row([{ t: "aa" }], undefined, { comment: "look it up" });
  assert.deepEqual(found({ text: "LOOK" }, one), ["comment 0 4"]);
});

test("a replacement has the capital letters of what it replaces", () => {
  assert.equal(inCaseOf("слово", "слово", "дело"), "дело");
  assert.equal(inCaseOf("Слово", "слово", "дело"), "Дело");
  assert.equal(inCaseOf("СЛОВО", "слово", "дело"), "ДЕЛО");
  assert.equal(inCaseOf("слово", "Слово", "Дело"), "дело");
  assert.equal(inCaseOf("слово", "слово", "США"), "США");
  assert.equal(inCaseOf("А", "а", "но"), "Но");
  assert.equal(inCaseOf("Слово", "слово", ""), "");
  const ranges = [
    { start: 0, stop: 5 },
    { start: 7, stop: 12 },
  ];
  assert.equal(replaceRanges("Слово, слово.", ranges, "слово", "два слова"), "Два слова, два слова.");
});

test("several differences in a cell are found one by one, in whole tokens", () => {
  const tokens = tokensOf(["aa ", "bb ", "cc ", "«", "dd", "» ", "ee"].map((t) => ({ t })));
  const runs = (text) => changedRuns(tokens, text).map(({ first, last, text }) => [first, last, text]);
  assert.deepEqual(runs("xx bb cc «dd» yy"), [
    [0, 1, "xx"],
    [4, 5, "yy"],
  ]);
  assert.deepEqual(runs("aa bb cc «zz» ee"), [[3, 4, "«zz»"]]);
  assert.deepEqual(runs("aa cc «dd» ee new"), [
    [1, 2, ""],
    [4, 5, "ee new"],
  ]);
  assert.deepEqual(runs("aa bb cc «dd» ee"), []);
});

test("words replaced in several rows are one decision that one undo takes back", () => {
  const { desk, ask } = deskOf(pageOf(["aaa bbb aaa", "ccc", "aaa"], ["A", "C", "A"]));
  const before = shown(desk);
  const cells = [
    { row: "s0", text: "xxx bbb xxx" },
    { row: "s16", text: "xxx" },
  ];
  assert.equal(ask({ do: "replace", side: "source", cells }).did, "replace");
  assert.deepEqual(shown(desk), ["xxx bbb xxx = A", "ccc = C", "xxx = A"]);
  const [{ op, changes }] = desk.entries;
  assert.equal(op, "edit");
  assert.deepEqual(
    changes.map((change) => [change.spans, change.old, change.new]),
    [
      [[[0, 4]], "aaa ", "xxx "],
      [[[8, 11]], "aaa", "xxx"],
      [[[16, 19]], "aaa", "xxx"],
    ],
  );
  ask({ do: "undo" });
  assert.deepEqual(shown(desk), before);
  assert.equal(ask({ do: "replace", side: "source", cells: [] }).is, "nothing");
});
