// @ts-check
// The open doubts of the whole document, in its order.

/** @import { Doubt, Row } from "../types/rows.js" */
import { openDoubts } from "./rows.js";

/** @typedef {{ row: number, doubt: Doubt }} FoundDoubt */

/** @typedef {Pick<Row, "doubts">} WithDoubts */

/**
 * Whether a doubt is open and no decision about it is under way.
 * @param {Doubt | null} doubt
 */
export const isOpen = (doubt) => doubt?.state === "open" && !doubt.pending;

/**
 * All doubts with the numbers of their rows.
 * @param {WithDoubts[]} rows
 * @returns {FoundDoubt[]}
 */
const allDoubts = (rows) => rows.flatMap(({ doubts = [] }, row) => doubts.map((doubt) => ({ row, doubt })));

/**
 * The next open doubt after a place, around the end; `around`: whether the end lies between. Null where
 * none is open.
 * @param {WithDoubts[]} rows
 * @param {{ row: number, doubt: string | null }} from a row's number and the id of one of its doubts
 * @param {1 | -1} [step] -1: the one before
 * @returns {(FoundDoubt & { around: boolean }) | null}
 */
export function findOpenDoubt(rows, from, step = 1) {
  const all = allDoubts(rows);
  const at = placeOf(all, from, step);
  for (let i = 1; i <= all.length; i += 1) {
    const number = at + step * i;
    const found = all[(number + 2 * all.length) % all.length];
    if (isOpen(found.doubt)) return { ...found, around: number < 0 || number >= all.length };
  }
  return null;
}

/**
 * The number of a doubt among all; of a row without it, the number that lies just before (after) its doubts.
 * @param {FoundDoubt[]} all
 * @param {{ row: number, doubt: string | null }} from
 * @param {1 | -1} step
 */
function placeOf(all, from, step) {
  const at = all.findIndex(({ row, doubt }) => row === from.row && doubt.id === from.doubt);
  if (at >= 0) return at;
  const first = all.findIndex(({ row }) => (step > 0 ? row >= from.row : row > from.row));
  const next = first < 0 ? all.length : first;
  return step > 0 ? next - 1 : next;
}

/**
 * The ids of the doubts that no answer has settled yet.
 * @param {WithDoubts[]} rows
 */
export const unsettledIds = (rows) =>
  new Set(
    allDoubts(rows)
      .filter(({ doubt }) => doubt.state === "open")
      .map(({ doubt }) => doubt.id),
  );

/**
 * How many doubts are decided on, of how many; those with a decision under way count as decided.
 * @param {WithDoubts[]} rows
 */
export function doubtProgress(rows) {
  const total = rows.reduce((sum, row) => sum + (row.doubts?.length ?? 0), 0);
  const open = rows.reduce((sum, row) => sum + openDoubts(row).length, 0);
  return { total, open, decided: total - open };
}

/**
 * The rows that still need review and have no open doubt: `byHand` were paired by hand and wait to be
 * confirmed, of the others the pairing is in doubt.
 * @param {Row[]} rows
 */
export function rowsLeft(rows) {
  const left = rows.filter((row) => row.needs && !openDoubts(row).length && pairingNeeds(row));
  const byHand = left.filter((row) => row.sure === "by hand").length;
  return { doubtful: left.length - byHand, byHand };
}

/**
 * Whether a row needs review for its pairing, not only for doubts with a decision under way.
 * @param {Row} row
 */
const pairingNeeds = ({ doubts = [], why }) => Boolean(why) || !doubts.some((doubt) => doubt.pending);
