// @ts-check
// Undo and redo, without end.

/** @import { LocalDesk, Step } from "./desk.js" */
/** @import { Asked } from "../types/messages.js" */
import { isSame } from "./pairing.js";

/**
 * @param {LocalDesk} desk
 * @param {Asked} message
 */
export function undo(desk, message) {
  const step = desk.done.pop();
  if (!step) return desk.answerNothing(message);
  desk.undone.push(step);
  desk.record({ op: "undo", of: step.entry.id });
  markAside(desk, step, false);
  return desk.replaceRows(step.at, step.after.length, step.before, message, step);
}

/**
 * @param {LocalDesk} desk
 * @param {Asked} message
 */
export function redo(desk, message) {
  const step = desk.undone.pop();
  if (!step) return desk.answerNothing(message);
  desk.done.push(step);
  desk.record({ op: "redo", of: step.entry.id });
  markAside(desk, step, true);
  return desk.replaceRows(step.at, step.before.length, step.after, message, step);
}

/**
 * Marks the piece that a step brought back.
 * @param {LocalDesk} desk
 * @param {Step} step
 * @param {boolean} back
 */
function markAside(desk, { entry }, back) {
  if (entry.op !== "bring-back") return;
  for (const piece of desk.lists.aside) if (isSame(piece.place, entry.quote)) piece.back = back;
}
