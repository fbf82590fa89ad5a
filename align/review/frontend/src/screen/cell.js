// @ts-check
// The text of a cell: sentences, their words, the marks of doubts.

/** @import { Doubt, Piece, Sentence } from "../types/rows.js" */
/** @import { Child } from "./dom.js" */
import { documentText, el } from "./dom.js";
import { decisionOn, familyOf } from "./labels.js";

/** A cell with a longer piece (in characters) scrolls on its own. */
const HUGE = 20000;

/**
 * Draws the sentences of a cell.
 * @param {HTMLElement} cell
 * @param {Sentence[]} sentences
 * @param {Doubt[]} doubts
 */
export function drawCell(cell, sentences, doubts) {
  cell.classList.toggle(
    "al-huge",
    sentences.some((sentence) => sentence.pieces.some((piece) => piece.t.length > HUGE)),
  );
  if (!sentences.length) cell.replaceChildren(el("span", "al-empty", {}, "— nothing here —"));
  else cell.replaceChildren(...sentences.map((sentence, n) => drawSentence(sentence, doubts, n > 0)));
}

/**
 * @param {Sentence} sentence
 * @param {Doubt[]} doubts
 * @param {boolean} spaced whether a space parts it from the sentence before
 */
function drawSentence(sentence, doubts, spaced) {
  const pieces = sentence.pieces.map((piece) => {
    const doubt = piece.d && doubts.find((one) => one.id === piece.d);
    return doubt ? drawMark(piece, doubt) : drawPlain(piece);
  });
  return el("span", "al-sentence", { "data-sentence": sentence.id }, spaced ? " " : "", ...pieces);
}

/**
 * @param {Piece} piece
 * @param {Doubt} doubt
 */
function drawMark(piece, doubt) {
  const name = `al-mark ${familyOf(doubt.kind)} ${stateClass(doubt)}`;
  const attributes = {
    "data-d": doubt.id,
    "data-p": piece.id,
    title: doubtTitle(doubt),
    ...onPaper(piece, doubt),
  };
  const deleted = piece.old !== undefined && piece.t === "";
  return el("span", name, attributes, ...(deleted ? drawDeleted(piece) : documentText(piece.t)));
}

/**
 * What the styles add to a mark in print: the reading that is suggested, or what was read before a correction.
 * @param {Piece} piece
 * @param {Doubt} doubt
 */
function onPaper(piece, doubt) {
  if (doubt.state !== "open") return piece.old === undefined ? {} : { "data-read": piece.old };
  const [best] = doubt.suggestions;
  return best ? { "data-suggested": best.t || "⌫" } : {};
}

/** @param {Doubt} doubt */
function stateClass(doubt) {
  if (doubt.pending) return "al-pending";
  return doubt.state === "open" ? "al-open" : `al-settled al-${doubt.state}`;
}

/** @param {Doubt} doubt */
function doubtTitle(doubt) {
  if (doubt.state === "open") return `${doubt.word}: ${doubt.reason ?? ""}`;
  return `${decisionOn(doubt)}; read as “${doubt.text}”`;
}

/**
 * @param {Piece} piece
 * @returns {Child[]}
 */
const drawDeleted = (piece) => [
  el("span", "al-gone", {}, "⌫"),
  el("span", "al-hidden", {}, `deleted: ${piece.old}`),
];

/**
 * Text that nobody doubts: an element for a word with an id, the space after it outside.
 * @param {Piece} piece
 */
function drawPlain({ t, id }) {
  if (!id) return el("span", "", {}, ...documentText(t));
  const text = t.trimEnd();
  const made = document.createDocumentFragment();
  if (text) made.append(el("span", "al-word", { "data-p": id }, ...documentText(text)));
  made.append(t.slice(text.length));
  return made;
}
