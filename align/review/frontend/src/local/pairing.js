// @ts-check
// Rows as pairings of sentences, told apart by their places in the raw file.

/** @import { Pairing } from "../types/journal.js" */
/** @import { PageCells, PageRow, PageSentence } from "../types/page.js" */
/** @import { Side, Span } from "../types/rows.js" */
import { SIDES } from "../model/rows.js";

/**
 * A copy that shares nothing with the value (JSON values only).
 * @template T
 * @param {T} value
 * @returns {T}
 */
export const deepCopy = (value) => JSON.parse(JSON.stringify(value));

/**
 * Whether two JSON values are equal, the order of keys included.
 * @param {unknown} one
 * @param {unknown} two
 */
export const isSame = (one, two) => JSON.stringify(one) === JSON.stringify(two);

/**
 * The sentences of a row, each by its places.
 * @param {Pick<PageRow, "cells">} row
 * @returns {Pairing}
 */
export function pairingOf({ cells }) {
  /** @param {PageSentence} sentence */
  const spansOf = (sentence) => sentence.spans;
  return { source: cells.source.map(spansOf), target: cells.target.map(spansOf) };
}

/**
 * The id of the row with this pairing.
 * @param {Pairing} pairing
 */
export const rowIdOf = ({ source, target }) =>
  source.length ? `s${source[0][0][0]}` : `t${target[0][0][0]}`;

/**
 * The cells of a pairing, made of the pieces of these rows: a sentence may be whole or cut.
 * @param {PageRow[]} rows
 * @param {Pairing} pairing
 * @returns {PageCells}
 */
export function cellsOf(rows, pairing) {
  const [source, target] = SIDES.map((side) => pairing[side].map((spans) => sentenceOf(rows, side, spans)));
  return { source, target };
}

/**
 * @param {PageRow[]} rows
 * @param {Side} side
 * @param {Span[]} spans
 * @returns {PageSentence}
 */
function sentenceOf(rows, side, spans) {
  const pieces = rows.flatMap((row) => row.cells[side]).flatMap((sentence) => sentence.pieces);
  const inside = pieces.filter((piece) => spans.some((whole) => contains(whole, piece.spans[0])));
  return { id: `${side[0]}${spans[0][0]}`, spans, pieces: inside };
}

/**
 * Whether a span lies inside another.
 * @param {Span} outer
 * @param {Span} inner
 */
export const contains = (outer, inner) => outer[0] <= inner[0] && inner[1] <= outer[1];

/**
 * The sentences of a cell cut before the word with this id; null where nothing would stand before it.
 * @param {PageSentence[]} sentences
 * @param {string} id
 * @returns {[before: PageSentence[], from: PageSentence[]] | null}
 */
export function cutBefore(sentences, id) {
  const number = sentences.findIndex((sentence) => sentence.pieces.some((piece) => piece.id === id));
  if (number < 0) return null;
  const { pieces, ...sentence } = sentences[number];
  const at = pieces.findIndex((piece) => piece.id === id);
  if (at === 0) return number ? [sentences.slice(0, number), sentences.slice(number)] : null;
  const [head, tail] = [pieces.slice(0, at), pieces.slice(at)].map((half) => ({
    id: `${sentence.id[0]}${half[0].spans[0][0]}`,
    pieces: half,
    spans: half.flatMap((piece) => piece.spans),
  }));
  return [
    [...sentences.slice(0, number), head],
    [tail, ...sentences.slice(number + 1)],
  ];
}
