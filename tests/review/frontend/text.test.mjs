// Texts: what was typed anew, and characters that turn the direction of writing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { splitAtDirectionMarks } from "../../../align/review/frontend/src/model/direction-marks.js";
import { changedTokens, tokensOf } from "../../../align/review/frontend/src/model/tokens.js";

test("characters that turn the direction are named", () => {
  assert.deepEqual(splitAtDirectionMarks("ab\u202Ecd"), [{ text: "ab" }, { name: "RLO" }, { text: "cd" }]);
});

const words = (...texts) => tokensOf(texts.map((t, n) => ({ id: `s${n}`, t })));

test("pieces without white space between them are one token", () => {
  const tokens = words("«", "aa", "» ", "bb");
  assert.deepEqual(
    tokens.map((token) => token.t),
    ["«aa»", "bb"],
  );
  assert.deepEqual(
    tokens[0].pieces.map((piece) => piece.id),
    ["s0", "s1", "s2"],
  );
});

test("what was typed is found word by word, never in part of a token", () => {
  assert.equal(changedTokens(words("aa ", "bb ", "cc"), "aa  bb cc"), null);
  assert.deepEqual(changedTokens(words("aa ", "bb ", "cc"), "aa xx cc"), { first: 1, last: 2, text: "xx" });
  assert.deepEqual(changedTokens(words("aa ", "bb"), "aa new bb"), { first: 0, last: 1, text: "aa new" });
  assert.deepEqual(changedTokens(words("aa ", "bb"), "new aa bb"), { first: 0, last: 1, text: "new aa" });
  assert.deepEqual(changedTokens(words("aa ", "bb"), "aa"), { first: 1, last: 2, text: "" });
  assert.deepEqual(changedTokens(words("«", "aa", "» ", "bb"), "«xx» bb"), {
    first: 0,
    last: 1,
    text: "«xx»",
  });
  assert.deepEqual(changedTokens(words("aa ", "bb cc"), "aa bb dd"), { first: 1, last: 2, text: "bb dd" });
});
