// @ts-check
// The sentence of one doubt with its best suggestion in place, and the cell beside it with the linked words.

/** @import { RowView } from "./row-view.js" */
/** @import { Sides } from "../types/messages.js" */
/** @import { Doubt, Piece, Sentence, Side } from "../types/rows.js" */
/** @import { Child } from "./dom.js" */
import { otherSide } from "../model/rows.js";
import { documentText, el } from "./dom.js";

/**
 * The sentences that hold the doubt; its text is framed: what was read, struck, and the best suggestion.
 * @param {RowView} row
 * @param {Doubt} doubt
 * @param {Sides} sides
 */
export function drawDoubtful(row, doubt, sides) {
  const here = cellsOf(row)[doubt.side].filter(({ pieces }) => pieces.some((piece) => piece.d === doubt.id));
  const pieces = piecesOf(here);
  const first = pieces.findIndex((piece) => piece.d === doubt.id);
  const last = pieces.findLastIndex((piece) => piece.d === doubt.id);
  const inside = pieces
    .slice(first, last + 1)
    .map((piece) => piece.t)
    .join("");
  return drawText(
    "al-one-doubtful",
    doubt.side,
    sides,
    ...pieces.slice(0, first).flatMap(drawPiece),
    drawFramed(inside, doubt),
    ...pieces.slice(last + 1).flatMap(drawPiece),
  );
}

/**
 * @param {string} read the text in doubt
 * @param {Doubt} doubt
 */
function drawFramed(read, { suggestions: [best] }) {
  if (!best) return el("mark", "al-one-mark", {}, ...documentText(read));
  const reading = best.t ? documentText(best.t) : ["∅"];
  return el(
    "span",
    "al-one-mark",
    {},
    el("del", "", {}, ...documentText(read)),
    " ",
    el("ins", "", {}, ...reading),
  );
}

/**
 * The cell of the other side; the words that translate the text in doubt are marked.
 * @param {RowView} row
 * @param {Doubt} doubt
 * @param {Sides} sides
 */
export function drawPartner(row, doubt, sides) {
  const side = otherSide(doubt.side);
  const linked = linkedIds(row, doubt);
  const pieces = piecesOf(cellsOf(row)[side]);
  /** @param {Piece} piece */
  const draw = (piece) => (piece.id && linked.has(piece.id) ? drawLinked(piece) : drawPiece(piece));
  const text = pieces.length ? pieces.flatMap(draw) : [el("span", "al-empty", {}, "— nothing here —")];
  return drawText("al-one-partner", side, sides, ...text);
}

/** @param {Piece} piece */
function drawLinked({ t, id }) {
  const word = t.trimEnd();
  return [el("span", "al-linked", { "data-p": id }, ...documentText(word)), t.slice(word.length)];
}

/**
 * A word with its id, by which it is found on the scan; the space after it outside.
 * @param {Piece} piece
 */
function drawPiece({ t, id }) {
  const word = t.trimEnd();
  if (!id || !word) return documentText(t);
  return [el("span", "", { "data-p": id }, ...documentText(word)), t.slice(word.length)];
}

/**
 * The ids of the words on the other side that translate the text in doubt.
 * @param {RowView} row
 * @param {Doubt} doubt
 */
function linkedIds(row, doubt) {
  const pieces = piecesOf(cellsOf(row)[doubt.side]).filter((piece) => piece.d === doubt.id);
  const ids = new Set(pieces.map((piece) => piece.id));
  return new Set(row.links.filter((link) => link.some((id) => ids.has(id))).flat());
}

/** @param {RowView} row */
const cellsOf = (row) => (row.detail ?? row.data).cells;

/**
 * The pieces of sentences, a space between two sentences.
 * @param {Sentence[]} sentences
 * @returns {Piece[]}
 */
const piecesOf = (sentences) => sentences.flatMap(({ pieces }, n) => (n ? [{ t: " " }, ...pieces] : pieces));

/**
 * @param {string} name
 * @param {Side} side
 * @param {Sides} sides
 * @param {...Child} content
 */
const drawText = (name, side, sides, ...content) =>
  el("p", `al-one-text ${name}`, { lang: sides[side]?.language, dir: "auto" }, ...content);

/** Characters of a doubt's text that are said. */
const LONGEST = 80;

/**
 * The doubt in a sentence, for the line below the view.
 * @param {number} row
 * @param {Doubt} doubt
 */
export function describeDoubt(row, { text, suggestions: [best] }) {
  const suggested = best ? `, suggested: ${best.t ? `“${best.t}”` : "delete it"}` : "";
  return `Row ${row + 1}: “${text.slice(0, LONGEST)}”${suggested}.`;
}
