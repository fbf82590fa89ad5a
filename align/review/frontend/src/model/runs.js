// @ts-check
// All differences between the text of a cell and another text for it, in whole tokens.

/** @import { Token } from "./tokens.js" */
import { changedTokens } from "./tokens.js";

/** Tokens `first` to `last` (exclusive) become `text`. @typedef {{ first: number, last: number, text: string }} Run */

/** `old[i:j]` becomes `words[k:m]`. @typedef {[i: number, j: number, k: number, m: number]} Difference */

/** Pairs of words that are compared at most: a longer text has one run from its first difference to the last. */
const MOST_PAIRS = 4_000_000;

/**
 * The tokens that another text changes, run by run.
 * @param {Token[]} tokens
 * @param {string} text
 * @returns {Run[]}
 */
export function changedRuns(tokens, text) {
  const old = tokens.flatMap((token, number) => token.t.split(/\s+/).map((word) => ({ word, number })));
  const words = text.split(/\s+/).filter(Boolean);
  if (!old.length) return [];
  if (old.length * words.length > MOST_PAIRS) {
    const whole = changedTokens(tokens, text);
    return whole ? [whole] : [];
  }
  const numbers = old.map(({ number }) => number);
  const found = differences(
    old.map(({ word }) => word),
    words,
  );
  return joined(found.map((one) => widened(one, numbers))).map(([i, j, k, m]) => ({
    first: numbers[i],
    last: numbers[j - 1] + 1,
    text: words.slice(k, m).join(" "),
  }));
}

/**
 * The differences that a longest common subsequence leaves.
 * @param {string[]} old
 * @param {string[]} words
 * @returns {Difference[]}
 */
function differences(old, words) {
  const common = commonLengths(old, words);
  /** @type {Difference[]} */
  const found = [];
  let [i, k] = [0, 0];
  const same = () => i < old.length && k < words.length && old[i] === words[k];
  while (i < old.length || k < words.length) {
    const [from, begin] = [i, k];
    while ((i < old.length || k < words.length) && !same()) {
      if (k === words.length || (i < old.length && common[i + 1][k] >= common[i][k + 1])) i += 1;
      else k += 1;
    }
    if (i > from || k > begin) found.push([from, i, begin, k]);
    while (same()) [i, k] = [i + 1, k + 1];
  }
  return found;
}

/**
 * How many words the ends of both texts from each pair of places on have in common.
 * @param {string[]} old
 * @param {string[]} words
 */
function commonLengths(old, words) {
  const table = Array.from({ length: old.length + 1 }, () => new Uint32Array(words.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let k = words.length - 1; k >= 0; k -= 1) {
      table[i][k] =
        old[i] === words[k] ? table[i + 1][k + 1] + 1 : Math.max(table[i + 1][k], table[i][k + 1]);
    }
  }
  return table;
}

/**
 * A difference made at least one old word long and free of parts of tokens.
 * @param {Difference} difference
 * @param {number[]} numbers the token of each old word
 * @returns {Difference}
 */
function widened([i, j, k, m], numbers) {
  if (i === j && i > 0) [i, k] = [i - 1, k - 1];
  else if (i === j) [j, m] = [j + 1, m + 1];
  while (i > 0 && numbers[i - 1] === numbers[i]) [i, k] = [i - 1, k - 1];
  while (j < numbers.length && numbers[j] === numbers[j - 1]) [j, m] = [j + 1, m + 1];
  return [i, j, k, m];
}

/**
 * Differences that share a word made one.
 * @param {Difference[]} found in order
 */
function joined(found) {
  /** @type {Difference[]} */
  const made = [];
  for (const one of found) {
    const last = made.at(-1);
    if (last && one[0] < last[1]) [last[1], last[3]] = [Math.max(last[1], one[1]), Math.max(last[3], one[3])];
    else made.push([...one]);
  }
  return made;
}
