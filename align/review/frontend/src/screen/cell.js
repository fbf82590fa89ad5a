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
  const ids = new Set(sentence.pieces.map((piece) => piece.d));
  const whole = doubts.find((doubt) => doubt.whole && ids.has(doubt.id));
  const drawn = runsOf(sentence.pieces).map((run) => drawRun(run, doubts, whole));
  const framed = whole ? [frame(whole, drawn)] : drawn;
  return el("span", "al-sentence", { "data-sentence": sentence.id }, spaced ? " " : "", ...framed);
}

/**
 * The pieces, those of one doubt that stand side by side together.
 * @param {Piece[]} pieces
 */
function runsOf(pieces) {
  /** @type {Piece[][]} */
  const runs = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last && piece.d && last[0].d === piece.d) last.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

/**
 * A run as it is drawn, the space after it outside of what is marked.
 * @param {Piece[]} run pieces of one doubt, or one piece
 * @param {Doubt[]} doubts
 * @param {Doubt | undefined} whole the doubt about the whole sentence, which has its frame already
 */
function drawRun(run, doubts, whole) {
  const doubt = run[0].d && doubts.find((one) => one.id === run[0].d);
  if (!doubt) return drawPlain(run[0]);
  const last = run[run.length - 1];
  const text = last.t.trimEnd();
  const marks = [...run.slice(0, -1), { ...last, t: text }].map((piece) => drawMark(piece, doubt));
  const drawn = document.createDocumentFragment();
  drawn.append(
    ...(run.length > 1 && doubt !== whole ? [frame(doubt, marks)] : marks),
    last.t.slice(text.length),
  );
  return drawn;
}

/**
 * The frame of a doubt of many words: one, however many lines it takes.
 * @param {Doubt} doubt
 * @param {Node[]} inside
 */
const frame = (doubt, inside) => el("span", "al-frame", { "data-frame": doubt.id }, ...inside);

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
  return doubt.state === "open"
    ? (doubt.reason ?? doubt.word)
    : `${decisionOn(doubt)}; the scan has “${doubt.text}”`;
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
