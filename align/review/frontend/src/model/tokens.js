// @ts-check
// The difference between the text of a cell and what was typed instead, in whole tokens.

/** @import { Piece } from "../types/rows.js" */

/**
 * A stretch between white space and the pieces it is made of.
 * @template {Piece} [P=Piece]
 * @typedef {{ t: string, pieces: P[] }} Token
 */

/**
 * The tokens of a sentence. Pieces without white space between them make one token.
 * @template {Piece} P
 * @param {P[]} pieces
 * @returns {Token<P>[]}
 */
export function tokensOf(pieces) {
  /** @type {Token<P>[]} */
  const tokens = [];
  let joined = false;
  for (const piece of pieces) {
    const text = piece.t.trim();
    const last = tokens.at(-1);
    if (joined && last && !/^\s/.test(piece.t)) {
      last.t += text;
      last.pieces.push(piece);
    } else if (text) tokens.push({ t: text, pieces: [piece] });
    if (piece.t) joined = !/\s$/.test(piece.t);
  }
  return tokens;
}

/**
 * The tokens that a typed text changes, and the new text in their place.
 * @param {Token[]} tokens
 * @param {string} typed
 * @returns {{ first: number, last: number, text: string } | null} tokens `first` to `last` (exclusive); null where nothing differs
 */
export function changedTokens(tokens, typed) {
  const old = tokens.flatMap((token, number) => token.t.split(/\s+/).map((word) => ({ word, number })));
  const words = typed.split(/\s+/).filter(Boolean);
  const ends = commonEnds(
    old.map(({ word }) => word),
    words,
  );
  if (!ends) return null;
  const { head, tail } = wholeTokens(
    old.map(({ number }) => number),
    ends,
  );
  const text = words.slice(head, words.length - tail).join(" ");
  return { first: old[head].number, last: old[old.length - tail - 1].number + 1, text };
}

/**
 * How many words at the beginning and at the end stay; at least one old word is left over, so that an
 * insertion has a place. Null where all words stay.
 * @param {string[]} old
 * @param {string[]} words
 */
function commonEnds(old, words) {
  const shorter = Math.min(old.length, words.length);
  let head = 0;
  while (head < shorter && old[head] === words[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === words[words.length - 1 - tail]) tail += 1;
  if (head + tail < old.length) return { head, tail };
  if (head + tail === words.length) return null;
  return head ? { head: head - 1, tail } : { head, tail: tail - 1 };
}

/**
 * The ends made shorter, so that no token is cut.
 * @param {number[]} numbers the token of each old word
 * @param {{ head: number, tail: number }} ends
 */
function wholeTokens(numbers, { head, tail }) {
  while (head && numbers[head - 1] === numbers[head]) head -= 1;
  while (tail && numbers[numbers.length - tail] === numbers[numbers.length - tail - 1]) tail -= 1;
  return { head, tail };
}
