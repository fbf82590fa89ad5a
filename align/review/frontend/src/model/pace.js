// @ts-check
// How long the reviewer takes for a decision, and what that makes of those that are left.

/** Decisions before which nothing is estimated. */
const ENOUGH = 5;

/** The decisions that are looked at: the last ones. */
const RECENT = 15;

const MINUTE = 60000;

/**
 * The milliseconds that the decisions left will take at the pace of the recent ones; null where nothing is
 * left and before there are enough.
 * @param {number[]} durations milliseconds that each decision took, the latest last
 * @param {number} left
 */
export function timeLeft(durations, left) {
  if (!left || durations.length < ENOUGH) return null;
  const sorted = durations.slice(-RECENT).sort((one, two) => one - two);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2) * left;
}

/**
 * A time in words: "about 6 minutes left".
 * @param {number | null} time milliseconds
 */
export function timeInWords(time) {
  if (time === null) return "";
  const minutes = Math.round(time / MINUTE);
  if (minutes < 1) return "less than a minute left";
  if (minutes === 1) return "about a minute left";
  return minutes < 100 ? `about ${minutes} minutes left` : `about ${Math.round(minutes / 60)} hours left`;
}
