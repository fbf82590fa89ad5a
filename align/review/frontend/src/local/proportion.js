// @ts-check
// The cell beside one that is cut: cut between the sentences where the proportion of lengths fits best.

/** @import { PageSentence } from "../types/page.js" */

/**
 * @param {PageSentence[]} sentences
 * @param {[PageSentence[], PageSentence[]]} halves the cell that was cut
 * @returns {[PageSentence[], PageSentence[]]} one sentence or none stays whole, in the first half
 */
export function cutInProportion(sentences, halves) {
  const at =
    sentences.length > 1
      ? bestCut(sentences, lengthOf(halves[0]) / lengthOf(halves.flat()))
      : sentences.length;
  return [sentences.slice(0, at), sentences.slice(at)];
}

/**
 * The number of sentences whose length comes nearest to a share of the whole: at least one, not all.
 * @param {PageSentence[]} sentences
 * @param {number} share 0–1
 */
function bestCut(sentences, share) {
  const whole = lengthOf(sentences);
  /** @param {number} at */
  const distance = (at) => Math.abs(lengthOf(sentences.slice(0, at)) / whole - share);
  let best = 1;
  for (let at = 2; at < sentences.length; at += 1) if (distance(at) < distance(best)) best = at;
  return best;
}

/**
 * The length of the text in UTF-16 code units.
 * @param {PageSentence[]} sentences
 */
const lengthOf = (sentences) =>
  sentences.flatMap((sentence) => sentence.pieces).reduce((sum, piece) => sum + piece.t.length, 0);
