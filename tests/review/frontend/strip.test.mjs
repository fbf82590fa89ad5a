// The lines of the scan: which words are meant, how large they are drawn, what is fetched ahead.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Requests } from "../../../align/review/frontend/src/model/requests.js";
import {
  boxesAt,
  doubtsAhead,
  factorOf,
  pieceAtCaret,
  piecesAt,
  scaleFor,
  shareOf,
  spansOfDoubt,
  wordAtX,
} from "../../../align/review/frontend/src/model/strip.js";

const word = (left, right, start, stop) => ({ box: [left, 10, right, 30], span: [start, stop] });
const line = {
  page: 0,
  box: [0, 0, 400, 40],
  letters: 20,
  text: "",
  words: [word(20, 80, 0, 3), word(100, 160, 4, 7), word(180, 240, 8, 11), word(300, 380, 12, 16)],
};
const piece = (t, spans, d) => ({ t, id: `s${spans[0][0]}`, spans, ...(d && { d }) });
const cells = {
  source: [
    { id: "s0", pieces: [piece("aaa ", [[0, 4]]), piece("bbb", [[4, 7]], "f1")] },
    { id: "s8", pieces: [piece("ccc dd", [[8, 16]], "f2")] },
  ],
  target: [],
};

test("neighbours in doubt have one frame, words apart have one each", () => {
  assert.deepEqual(boxesAt(line.words, [[4, 11]]), [[100, 10, 240, 30]]);
  assert.deepEqual(
    boxesAt(line.words, [
      [0, 3],
      [12, 13],
    ]),
    [
      [20, 10, 80, 30],
      [300, 10, 380, 30],
    ],
  );
  assert.deepEqual(boxesAt(line.words, [[3, 4]]), []); // the space between two words
});

test("a frame is given in per cent of what is cut out", () => {
  const share = shareOf([120, 15, 160, 25], [100, 5, 200, 45]);
  assert.deepEqual(share, { left: "20%", top: "25%", width: "40%", height: "25%" });
});

test("the raw places of a doubt are those of its pieces, else as they came", () => {
  const lines = { row: "s0", sides: {}, doubts: { f1: [[90, 93]], f9: [[50, 53]] } };
  assert.deepEqual(spansOfDoubt(cells, "f1", lines), [[4, 7]]);
  assert.deepEqual(spansOfDoubt(cells, "f9", lines), [[50, 53]]);
  assert.deepEqual(spansOfDoubt(cells, "f8", lines), []);
});

test("a word of the page is found in the text, also where a piece holds several", () => {
  assert.deepEqual(
    piecesAt(cells, "source", [12, 16]).map(({ id }) => id),
    ["s8"],
  );
  assert.deepEqual(piecesAt(cells, "source", [7, 8]), []);
});

test("the word under the pointer is the nearest one, none far from all", () => {
  assert.deepEqual(wordAtX(line, 130)?.span, [4, 7]);
  assert.deepEqual(wordAtX(line, 168)?.span, [4, 7]);
  assert.equal(wordAtX(line, 270), undefined);
});

test("words are as high as wanted; a box as high as half a page does not fill the screen", () => {
  assert.equal(factorOf([line], 10), 0.5);
  assert.equal(factorOf([{ ...line, box: [0, 0, 400, 1200] }], 10), 0.05);
});

test("pictures are asked for in few sizes, none larger than the page", () => {
  assert.equal(scaleFor(0.4), 0.5);
  assert.equal(scaleFor(0.5), 0.5);
  assert.equal(scaleFor(3), 1);
});

test("the piece at the caret is found before and behind what was typed", () => {
  const sentences = cells.source.map(({ pieces }) => pieces);
  assert.equal(pieceAtCaret(sentences, "aaa bbb ccc dd", 5)?.id, "s4");
  assert.equal(pieceAtCaret(sentences, "aaa bxxxxxxxbb ccc dd", 17)?.id, "s8");
  assert.equal(pieceAtCaret(sentences, "aaa bbb ccc dd", 14), undefined);
});

test("the next two doubts and the previous one are fetched ahead, in this order", () => {
  const doubt = (id) => ({ id, state: "open" });
  const rows = [{ doubts: [doubt("f1")] }, { doubts: [doubt("f2"), doubt("f3")] }, { doubts: [doubt("f4")] }];
  const ids = (cursor) => doubtsAhead(rows, cursor).map((one) => one.doubt.id);
  assert.deepEqual(ids({ row: 1, doubt: "f2" }), ["f3", "f4", "f1"]);
  assert.deepEqual(doubtsAhead([{ doubts: [doubt("f1")] }], { row: 0, doubt: "f1" }), []);
});

test("a value is asked for once, and again where its answer is late", async () => {
  let [time, asked] = [0, 0];
  const requests = new Requests(
    2,
    () => {},
    () => time,
  );
  const ask = () => {
    asked += 1;
  };
  const first = requests.get("a", ask);
  requests.get("a", ask);
  assert.equal(asked, 1);
  time = 20000;
  requests.get("a", ask);
  assert.equal(asked, 2);
  requests.arrived("a", "value");
  assert.equal(await first, "value");
  assert.equal(requests.now("a"), "value");
});

test("values used longest ago are dropped, those awaited are not", () => {
  const dropped = [];
  const requests = new Requests(2, (value) => dropped.push(value));
  for (const key of ["a", "b", "c", "d"]) requests.get(key, () => {});
  for (const key of ["a", "b"]) requests.arrived(key, key.toUpperCase());
  assert.deepEqual(dropped, ["A", "B"]);
  requests.arrived("z", "Z"); // nobody waits for it any more
  assert.deepEqual(dropped, ["A", "B", "Z"]);
});
