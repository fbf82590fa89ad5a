// @ts-check
// Decisions about pairing: merge, split, move a sentence, part two cells, pair two cells.

/** @import { LocalDesk } from "./desk.js" */
/** @import { ArrangeVerb } from "../types/journal.js" */
/** @import { Asked, MessageOf } from "../types/messages.js" */
/** @import { PageCells, PageRow, PageSentence } from "../types/page.js" */
/** @import { Side } from "../types/rows.js" */
/** @import { Place } from "./verdicts.js" */
import { otherSide } from "../model/rows.js";
import { placeOf, rowNumber } from "./lookup.js";
import { cutBefore, deepCopy, isSame, pairingOf } from "./pairing.js";
import { cutInProportion } from "./proportion.js";
import { holdsPlace } from "./text-decisions.js";

/** @typedef {Asked & { row: string }} RowMessage */

/**
 * Pairs the sentences of `gone` rows from `at` on another way.
 * @param {LocalDesk} desk
 * @param {Asked} message
 * @param {ArrangeVerb} verb
 * @param {number} at
 * @param {number} gone
 * @param {PageCells[]} made the cells of each new row; a row without text is left out
 */
export function arrange(desk, message, verb, at, gone, made) {
  const before = desk.rows.slice(at, at + gone);
  const left = [...before];
  const rows = made.filter(hasText).map((cells) => {
    const kept = left.findIndex((row) => isSame(pairingOf(row), pairingOf({ cells })));
    return kept < 0 ? pairedByHand(cells, before) : left.splice(kept, 1)[0];
  });
  const first = rows.find((row) => !before.includes(row));
  if (first) takeNotes(first, left);
  const after = rows.map(pairingOf);
  desk.decide(message, at, gone, rows, { op: "arrange", verb, before: before.map(pairingOf), after });
}

/**
 * A new row, which is changed, gets the comments and the flag of the rows that are gone.
 * @param {PageRow} row
 * @param {PageRow[]} gone
 */
function takeNotes(row, gone) {
  const comment = gone.flatMap((one) => one.comment || []).join(" · ");
  if (comment) row.comment = comment;
  if (gone.some((one) => one.later)) row.later = true;
}

/** @param {PageCells} cells */
const hasText = ({ source, target }) => source.length + target.length > 0;

/**
 * A new row with the doubts and verdicts about its text.
 * @param {PageCells} cells
 * @param {PageRow[]} before
 * @returns {PageRow}
 */
function pairedByHand(cells, before) {
  /** @param {Place} place */
  const isHere = (place) => holdsPlace({ cells }, place);
  const verdicts = before.flatMap((row) => row.verdicts ?? []).filter(isHere);
  const doubts = before.flatMap((row) => (row.doubts ?? []).filter((doubt) => isHere(placeOf(row, doubt))));
  return deepCopy({
    id: (cells.source[0] ?? cells.target[0]).id,
    status: "auto",
    needs: true,
    made: true,
    sure: "by hand",
    why: "This was paired by hand: confirm it when it is right.",
    cells,
    doubts: doubts.filter((doubt, n) => doubts.findIndex((one) => one.id === doubt.id) === n),
    verdicts: verdicts.filter((verdict, n) => verdicts.findIndex((one) => isSame(one, verdict)) === n),
  });
}

/**
 * Cells of which one side is empty.
 * @param {Side} side
 * @param {PageSentence[]} sentences
 * @returns {PageCells}
 */
const oneSide = (side, sentences) =>
  side === "source" ? { source: sentences, target: [] } : { source: [], target: sentences };

/**
 * A row and the row below it become one.
 * @param {LocalDesk} desk
 * @param {RowMessage} message
 */
export function merge(desk, message) {
  const at = rowNumber(desk, message.row);
  if (at + 1 === desk.rows.length) throw new Error("there is no row below the last");
  const [row, below] = [desk.rows[at].cells, desk.rows[at + 1].cells];
  const merged = { source: [...row.source, ...below.source], target: [...row.target, ...below.target] };
  arrange(desk, message, "merge", at, 2, [merged]);
}

/**
 * A row is cut before a word; the other cell is cut in the same proportion.
 * @param {LocalDesk} desk
 * @param {MessageOf<"split">} message
 */
export function split(desk, message) {
  const at = rowNumber(desk, message.row);
  const side = message.piece[0] === "s" ? "source" : "target";
  const { cells } = desk.rows[at];
  const halves = cutBefore(cells[side], message.piece);
  if (!halves) throw new Error("choose a word inside the cell: nothing would stand before this one");
  const rest = cutInProportion(cells[otherSide(side)], halves);
  const made = halves.map((half, n) => ({ ...oneSide(side, half), [otherSide(side)]: rest[n] }));
  arrange(desk, message, "split", at, 1, made);
}

/**
 * The first sentence of a cell moves to the row above.
 * @param {LocalDesk} desk
 * @param {RowMessage & { side: Side }} message
 */
export function up(desk, message) {
  const { side } = message;
  const at = rowNumber(desk, message.row);
  if (!at) throw new Error("there is no row above the first");
  const [above, row] = [desk.rows[at - 1].cells, desk.rows[at].cells];
  const [moved, ...rest] = row[side];
  if (!moved) throw new Error("this cell is empty; choose the other side");
  const made = [
    { ...above, [side]: [...above[side], moved] },
    { ...row, [side]: rest },
  ];
  arrange(desk, message, "up", at - 1, 2, made);
}

/**
 * The last sentence of a cell moves to the row below; below the last row a new one is made.
 * @param {LocalDesk} desk
 * @param {RowMessage & { side: Side }} message
 */
export function down(desk, message) {
  const { side } = message;
  const at = rowNumber(desk, message.row);
  const row = desk.rows[at].cells;
  const moved = row[side].at(-1);
  if (!moved) throw new Error("this cell is empty; choose the other side");
  const last = at + 1 === desk.rows.length;
  if (last && row.source.length + row.target.length === 1) throw new Error("there is no row below the last");
  const below = last ? oneSide(side, []) : desk.rows[at + 1].cells;
  const made = [
    { ...row, [side]: row[side].slice(0, -1) },
    { ...below, [side]: [moved, ...below[side]] },
  ];
  arrange(desk, message, "down", at, last ? 1 : 2, made);
}

/**
 * The two cells of a row become two rows.
 * @param {LocalDesk} desk
 * @param {RowMessage} message
 */
export function gap(desk, message) {
  const at = rowNumber(desk, message.row);
  const { source, target } = desk.rows[at].cells;
  if (!source.length || !target.length) throw new Error("one side of this row is empty already");
  arrange(desk, message, "gap", at, 1, [oneSide("source", source), oneSide("target", target)]);
}

/**
 * Two cells become one row; the cells between them stand alone.
 * @param {LocalDesk} desk
 * @param {MessageOf<"pair">} message
 */
export function pair(desk, message) {
  const [source, target] = [rowNumber(desk, message.source), rowNumber(desk, message.target)];
  if (source === target) throw new Error("these two cells stand in one row already");
  const first = Math.min(source, target);
  const rows = desk.rows.slice(first, Math.max(source, target) + 1).map((row) => row.cells);
  /** @param {Side} side @param {PageCells[]} part */
  const alone = (side, part) => part.map((cells) => oneSide(side, cells[side]));
  arrange(desk, message, "pair", first, rows.length, [
    ...alone("source", rows.slice(0, source - first)),
    ...alone("target", rows.slice(0, target - first)),
    { source: rows[source - first].source, target: rows[target - first].target },
    ...alone("source", rows.slice(source - first + 1)),
    ...alone("target", rows.slice(target - first + 1)),
  ]);
}
