// @ts-check
// Decisions about rows: confirmed, rejected, open again, flagged for later, commented.

/** @import { LocalDesk } from "./desk.js" */
/** @import { Asked, MessageOf } from "../types/messages.js" */
/** @import { RowStatus } from "../types/rows.js" */
import { rowNumber } from "./lookup.js";
import { deepCopy, pairingOf } from "./pairing.js";

/**
 * @param {LocalDesk} desk
 * @param {Asked & { row: string }} message
 */
export function confirm(desk, message) {
  confirmRows(desk, message, [rowNumber(desk, message.row)]);
}

/**
 * @param {LocalDesk} desk
 * @param {Asked & { row: string }} message
 */
export function confirmAbove(desk, message) {
  const last = rowNumber(desk, message.row);
  const numbers = [...desk.rows.keys()].filter((at) => at <= last && desk.rows[at].status === "auto");
  confirmRows(desk, message, numbers);
}

/**
 * @param {LocalDesk} desk
 * @param {Asked} message
 * @param {number[]} numbers the rows, ascending
 */
export function confirmRows(desk, message, numbers) {
  if (!numbers.length) return desk.answerNothing(message);
  const [first] = numbers;
  const rows = desk.rows.slice(first, numbers[numbers.length - 1] + 1);
  for (const at of numbers) rows[at - first] = { ...deepCopy(rows[at - first]), status: "confirmed" };
  const confirmed = numbers.map((at) => rows[at - first]);
  return desk.decide(message, first, rows.length, rows, { op: "confirm", rows: confirmed.map(pairingOf) });
}

/**
 * @param {LocalDesk} desk
 * @param {Asked & { row: string }} message
 */
export function rejectPair(desk, message) {
  changeStatus(desk, message, "reject-pair", "rejected");
}

/**
 * @param {LocalDesk} desk
 * @param {Asked & { row: string }} message
 */
export function reopen(desk, message) {
  changeStatus(desk, message, "reopen", "auto");
}

/**
 * @param {LocalDesk} desk
 * @param {Asked & { row: string }} message
 * @param {"reject-pair" | "reopen"} op
 * @param {RowStatus} status
 */
function changeStatus(desk, message, op, status) {
  const at = rowNumber(desk, message.row);
  const row = { ...deepCopy(desk.rows[at]), status };
  desk.decide(message, at, 1, [row], { op, row: pairingOf(row) });
}

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"later">} message
 */
export function later(desk, message) {
  const at = rowNumber(desk, message.row);
  const row = { ...deepCopy(desk.rows[at]), later: message.on };
  desk.decide(message, at, 1, [row], { op: "later", row: pairingOf(row), on: message.on });
}

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"comment">} message
 */
export function comment(desk, message) {
  const at = rowNumber(desk, message.row);
  const text = message.text.trim();
  const row = { ...deepCopy(desk.rows[at]), comment: text };
  desk.decide(message, at, 1, [row], { op: "comment", row: pairingOf(row), text });
}
