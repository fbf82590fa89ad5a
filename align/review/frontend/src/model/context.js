// @ts-check
// The text around a doubt, as it reads now.

/** @import { Doubt, Row } from "../types/rows.js" */

/** Characters of context on each side. */
const WIDTH = 40;

/**
 * The text before a doubt, its own text, and the text after it; cut to some words on each side.
 * @param {Pick<Row, "cells">} row
 * @param {Pick<Doubt, "id" | "side" | "text">} doubt
 * @returns {[before: string, text: string, after: string]}
 */
export function contextOf({ cells }, { id, side, text }) {
  const pieces = cells[side].flatMap((sentence, n) =>
    n ? [{ t: " ", d: "" }, ...sentence.pieces] : sentence.pieces,
  );
  const first = pieces.findIndex((piece) => piece.d === id);
  if (first < 0) return ["", text, ""];
  const last = pieces.findLastIndex((piece) => piece.d === id);
  /** @param {{ t: string }[]} some */
  const joined = (some) => some.map((piece) => piece.t).join("");
  const [before, after] = [joined(pieces.slice(0, first)), joined(pieces.slice(last + 1))];
  return [cutBefore(before), joined(pieces.slice(first, last + 1)), cutAfter(after)];
}

/** @param {string} text */
function cutBefore(text) {
  if (text.length <= WIDTH) return text;
  return `… ${text.slice(-WIDTH).replace(/^\S*\s/, "")}`;
}

/** @param {string} text */
function cutAfter(text) {
  if (text.length <= WIDTH) return text;
  return `${text.slice(0, WIDTH).replace(/\s\S*$/, "")} …`;
}
