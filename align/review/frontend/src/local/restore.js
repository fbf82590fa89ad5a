// @ts-check
// The decisions of earlier visits, put in force again on the page.

/** @import { LocalDesk } from "./desk.js" */
/** @import { Entry } from "../types/journal.js" */
import { replay } from "./replay.js";

/**
 * Replays decisions. One that has no place on this page stays in the journal, to be downloaded.
 * @param {LocalDesk} desk
 * @param {Entry[]} entries
 * @returns {string[]} notes for the reviewer
 */
export function restore(desk, entries) {
  const placed = entries.filter((entry) => replayed(desk, entry)).length;
  const lost = entries.length - placed;
  const notes = [];
  if (placed) notes.push(`In force again from your last visit: ${decisions(placed)}.`);
  if (lost)
    notes.push(
      `Without a place on this page: ${decisions(lost)} of your last visit. The download holds what you decided there, too.`,
    );
  return notes;
}

/**
 * Whether a decision found its place.
 * @param {LocalDesk} desk
 * @param {Entry} entry
 */
function replayed(desk, entry) {
  const before = desk.entries.length;
  desk.replayed = entry;
  try {
    replay(desk, entry);
    return true;
  } catch {
    return false;
  } finally {
    desk.replayed = null;
    if (desk.entries.length === before) desk.entries.push(entry);
  }
}

/** @param {number} count */
const decisions = (count) => (count === 1 ? "1 decision" : `${count} decisions`);
