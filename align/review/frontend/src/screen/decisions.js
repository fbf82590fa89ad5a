// @ts-check
// Decisions at the cursor: about its doubt, about its row, about two cells that belong together.

/** @import { Screen } from "./screen.js" */
/** @import { Doubt } from "../types/rows.js" */
import { refusal } from "../model/offers.js";
import { doubtsAre, openDoubts } from "../model/rows.js";
import { removeClass } from "./dom.js";
import { goOn, goToNextNeeding } from "./navigation.js";

/**
 * Accepts a suggestion for the doubt at the cursor; for moved text: the move.
 * @param {Screen} screen
 * @param {number} pick the suggestion's number, from 0
 */
export function acceptSuggestion(screen, pick) {
  const doubt = undecidedDoubt(screen);
  if (!doubt) return;
  const suggestion = doubt.suggestions[pick];
  if (suggestion || doubt.kind === "layout.moved") {
    decideAndGoOn(screen, doubt, { do: "accept", doubt: doubt.id, pick, reading: suggestion?.t });
  } else screen.say((pick ? null : refusal("accept", doubt)) ?? "There is no such suggestion.", true);
}

/**
 * Dismisses the doubt at the cursor: the text stays as it is. In a row without doubts: rejects the pair.
 * @param {Screen} screen
 */
export function dismiss(screen) {
  const { row } = screen;
  if (!screen.doubt) {
    if (row) screen.act("reject-pair");
    return;
  }
  const doubt = undecidedDoubt(screen);
  if (doubt) decideAndGoOn(screen, doubt, { do: "reject", doubt: doubt.id });
}

/**
 * Tells that the word in doubt is right, in the whole project.
 * @param {Screen} screen
 */
export function markRight(screen) {
  const doubt = undecidedDoubt(screen);
  if (!doubt) return;
  const refused = refusal("right", doubt);
  if (refused) screen.say(refused, true);
  else decideAndGoOn(screen, doubt, { do: "right", doubt: doubt.id });
}

/**
 * The doubt at the cursor; null, and a word to the reviewer, where it is decided on or there is none.
 * @param {Screen} screen
 */
function undecidedDoubt(screen) {
  const { doubt } = screen;
  if (doubt && doubt.state === "open" && !doubt.pending) return doubt;
  screen.say("No open doubt in this row: Enter confirms it, n goes to the next.", true);
  return null;
}

/**
 * @param {Screen} screen
 * @param {Doubt} doubt
 * @param {Parameters<Screen["decide"]>[0]} message
 */
function decideAndGoOn(screen, doubt, message) {
  if (screen.decide(message, [doubt])) goOn(screen, doubt.id);
}

/**
 * Opens again what was decided about the doubt at the cursor, else about a doubt of the row, else about the row.
 * @param {Screen} screen
 */
export function openAgain(screen) {
  const { row } = screen;
  if (!row) return;
  const doubt = screen.doubt ?? row.data.doubts?.find((one) => one.state !== "open");
  if (doubt && doubt.state !== "open") screen.decide({ do: "undecide", doubt: doubt.id });
  else if (row.data.status !== "auto") screen.decide({ do: "reopen", row: row.data.id });
  else screen.say("Nothing is decided here.");
}

/**
 * Confirms the row and goes to the next that needs review; a row with open doubts only when asked twice.
 * @param {Screen} screen
 */
export function confirmRow(screen) {
  const { row } = screen;
  if (row && row.data.status !== "confirmed") {
    const open = openDoubts(row.data).length;
    if (!askedTwice(screen, `confirm ${row.data.id}`, open, "in this row", "Enter")) return;
    if (!screen.decide({ do: "confirm", row: row.data.id })) return;
    row.pending = row.data.status === "auto"; // until the answer comes; a desk has answered
  }
  goToNextNeeding(screen);
}

/**
 * Confirms all rows from the top to this one; where some have open doubts only when asked twice.
 * @param {Screen} screen
 */
export function confirmAbove(screen) {
  const { row } = screen;
  if (!row) return;
  const above = screen.grid.data.slice(0, row.number + 1).filter((one) => one.status === "auto");
  const open = above.flatMap(openDoubts).length;
  if (askedTwice(screen, `above ${row.data.id}`, open, "in these rows", "Shift+C"))
    screen.decide({ do: "confirm-above", row: row.data.id });
}

/**
 * Whether nothing is open, or the reviewer asked for the same a moment ago; else asks for the key once more.
 * @param {Screen} screen
 * @param {string} what
 * @param {number} open
 * @param {string} where
 * @param {string} key
 */
function askedTwice(screen, what, open, where, key) {
  const again = screen.asked === what;
  screen.asked = null;
  if (!open || again) return true;
  screen.asked = what;
  screen.say(
    `${doubtsAre(open)} unanswered ${where}. ${key} once more confirms all the same; n goes on without.`,
    true,
  );
  return false;
}

/**
 * Marks the cell at the cursor; where a cell of the other side is marked, pairs the two.
 * @param {Screen} screen
 */
export function markCell(screen) {
  const { row, marked } = screen;
  const { side } = screen.cursor;
  if (!row) return;
  unmarkCell(screen);
  if (!marked || marked.side === side || marked.row === row.data.id) {
    screen.marked = { row: row.data.id, side };
    row.cells[side].classList.add("al-marked");
    screen.say("Marked: go to the cell of the other side that belongs to it, and press Space.");
    return;
  }
  const [source, target] = side === "target" ? [marked.row, row.data.id] : [row.data.id, marked.row];
  screen.decide({ do: "pair", source, target });
}

/** @param {Screen} screen */
export function unmarkCell(screen) {
  removeClass(screen.grid.body, "al-marked");
  screen.marked = null;
}
