// The page view's words, settings and kept pictures.
import assert from "node:assert/strict";
import { test } from "node:test";
import { KeptFew } from "../../../align/review/frontend/src/model/kept-few.js";
import {
  filterOf,
  nextTurn,
  scaleOf,
  settingsFrom,
  USUAL,
  zoomOf,
} from "../../../align/review/frontend/src/model/page-settings.js";
import { framesOf, wordUnder } from "../../../align/review/frontend/src/model/page-words.js";
import {
  pageOf,
  pieceAt,
  shownSide,
  textAt,
  wordsOn,
} from "../../../align/review/frontend/src/model/row-places.js";

const WORDS = {
  texts: ["Баш", "ответ", "от", "командира", "7"],
  lines: [0, 0, 1, 1, 2],
  boxes: [[10, 10, 50, 30], [60, 12, 120, 30], [10, 50, 30, 70], null, [300, 10, 310, 30]],
};

test("the word under a point, or close to it", () => {
  assert.equal(wordUnder(WORDS, { x: 20, y: 20 }), 0);
  assert.equal(wordUnder(WORDS, { x: 123, y: 20 }), 1);
  assert.equal(wordUnder(WORDS, { x: 200, y: 20 }), -1);
  assert.equal(
    wordUnder({ ...WORDS, boxes: [[0, 0, 500, 500], ...WORDS.boxes.slice(1)] }, { x: 305, y: 20 }),
    4,
  );
});

test("words that follow each other on a line have one frame; a word without a box has none", () => {
  assert.deepEqual(framesOf(WORDS, [1, 0]), [[10, 10, 120, 30]]);
  assert.deepEqual(framesOf(WORDS, [1, 2]), [
    [60, 12, 120, 30],
    [10, 50, 30, 70],
  ]);
  assert.deepEqual(framesOf(WORDS, [3]), []);
});

const PLACES = {
  row: "s0",
  source: [
    { t: "Это ", at: [[0, 5]] },
    {
      t: "дивизия",
      d: "f1",
      at: [
        [0, 6],
        [1, 0],
      ],
    },
    { t: " " },
    { t: "Конец.", at: [[1, 1]] },
  ],
  target: [{ t: "The division ends." }],
};

test("a row is shown on the page of its doubt, else on its first", () => {
  assert.deepEqual(wordsOn(PLACES, "source", 0), [5, 6]);
  assert.deepEqual(
    wordsOn(PLACES, "source", 1, ({ d }) => d === "f1"),
    [0],
  );
  assert.equal(pageOf(PLACES, "source", "f1"), 0);
  assert.equal(pageOf(PLACES, "source", null), 0);
  assert.equal(pageOf(PLACES, "target", null), null);
  assert.equal(shownSide("target", { source: 3 }), "source");
  assert.equal(shownSide("target", {}), null);
});

test("a word of a page stands for a stretch of the text, and a place in the text for a word", () => {
  assert.deepEqual(textAt(PLACES, "source", 1, 0), {
    row: "s0",
    where: "source",
    start: 4,
    stop: 11,
    doubt: "f1",
  });
  assert.deepEqual(textAt(PLACES, "source", 1, 1), {
    row: "s0",
    where: "source",
    start: 12,
    stop: 18,
    doubt: null,
  });
  assert.equal(textAt(PLACES, "source", 1, 9), null);
  assert.equal(pieceAt(PLACES, "source", 4).t, "дивизия");
  assert.equal(pieceAt(PLACES, "source", 99), null);
});

test("settings that make no sense are as usual", () => {
  assert.deepEqual(settingsFrom(undefined), USUAL);
  assert.deepEqual(
    settingsFrom({ zoom: Number.NaN, turn: 45, brightness: "bright", invert: 1, share: null }),
    USUAL,
  );
  const kept = { zoom: "page", turn: 270, brightness: 80, contrast: 150, invert: true, share: 0.4 };
  assert.deepEqual(settingsFrom(JSON.parse(JSON.stringify(kept))), kept);
  assert.equal(settingsFrom({ zoom: 1000 }).zoom, 12);
});

test("zoom is measured by the width of the pane, whatever the turn", () => {
  const page = { width: 1000, height: 2000 };
  const view = { width: 500, height: 500 };
  assert.equal(scaleOf({ ...USUAL, zoom: 2 }, page, view), 1);
  assert.equal(scaleOf({ ...USUAL, zoom: 2, turn: 90 }, page, view), 0.5);
  assert.equal(scaleOf({ ...USUAL, zoom: "page" }, page, view), 0.25);
  assert.equal(zoomOf(0.25, USUAL, page, view), 0.5);
  assert.equal(nextTurn(270, 1), 0);
  assert.equal(nextTurn(0, -1), 270);
});

test("a page as it is has no filter", () => {
  assert.equal(filterOf(USUAL), "none");
  assert.equal(filterOf({ ...USUAL, invert: true, contrast: 150 }), "invert(1) contrast(150%)");
});

test("those used last are kept, the others are released once", () => {
  const released = [];
  const kept = new KeptFew(2, (value) => released.push(value));
  kept.set("a", 1);
  kept.set("b", 2);
  kept.get("a");
  kept.set("c", 3);
  assert.deepEqual([kept.get("a"), kept.get("b"), kept.get("c")], [1, undefined, 3]);
  kept.set("a", 4);
  kept.clear();
  assert.deepEqual(released, [2, 1, 3, 4]);
});
