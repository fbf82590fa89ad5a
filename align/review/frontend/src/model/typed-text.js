// @ts-check
// The text of a cell where the text of one doubt was typed anew.

/** @import { Sentence } from "../types/rows.js" */

/**
 * @param {Sentence[]} sentences the cell
 * @param {string} doubt the doubt's id
 * @param {string} typed what stands in the place of all its pieces; the space after the last one stays
 */
export function withDoubtTyped(sentences, doubt, typed) {
  const pieces = sentences.flatMap((sentence, n) => (n ? [{ t: " " }, ...sentence.pieces] : sentence.pieces));
  const first = pieces.findIndex((piece) => "d" in piece && piece.d === doubt);
  const last = pieces.findLastIndex((piece) => "d" in piece && piece.d === doubt);
  if (first < 0) return pieces.map((piece) => piece.t).join("");
  const before = pieces.slice(0, first).map((piece) => piece.t);
  const after = pieces.slice(last + 1).map((piece) => piece.t);
  return [...before, typed, /\s*$/.exec(pieces[last].t)?.[0] ?? "", ...after].join("");
}
