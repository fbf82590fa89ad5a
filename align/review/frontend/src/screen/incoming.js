// @ts-check
// What the screen does with each answer.

/** @import { Screen } from "./screen.js" */
/** @import { Detail, Incoming, RowsMessage, SavedMessage, Status, Trouble, ViewAnswer } from "../types/messages.js" */
/** @import { PageAnswer } from "../types/page-view.js" */
/** @import { PagesAnswer } from "../types/pages.js" */
/** @import { Link } from "../types/rows.js" */
import { findRow } from "../model/rows.js";
import { showLists } from "./dialogs.js";
import { download } from "./dom.js";
import { receiveErrors } from "./errors.js";
import { showPreview } from "./everywhere.js";
import { linkChosenDoubt, showChosenDoubt } from "./highlights.js";
import { mayTakeKeys } from "./keyboard-focus.js";
import { refocus } from "./navigation.js";
import { receivePatch } from "./patches.js";
import { showChanged, showStatus } from "./status.js";

/**
 * @param {Screen} screen
 * @param {Incoming} message
 */
export function receive(screen, message) {
  screen.connection.answered(message.n);
  switch (message.is) {
    case "rows":
      return receiveRows(screen, message);
    case "patch":
      return receivePatch(screen, message);
    case "detail":
      return receiveDetail(screen, message);
    case "links":
      return receiveLinks(screen, message.row, message.links);
    case "trouble":
      return receiveTrouble(screen, message);
    case "saved":
      return receiveSaved(screen, message);
    case "nothing":
      return receiveNothing(screen, message);
    case "strips":
    case "picture":
    case "page":
    case "page-layer":
    case "places":
      return receivePages(screen, message);
    default:
      return receiveView(screen, message);
  }
}

/**
 * Pages of a scan, and where rows stand on them.
 * @param {Screen} screen
 * @param {PagesAnswer | PageAnswer} message
 */
function receivePages({ pageView, pictures }, message) {
  if (pageView.receive(message)) return;
  if (message.is === "strips" || message.is === "picture") pictures.receive(message);
}

/**
 * What a dialog or a pane beside the rows shows.
 * @param {Screen} screen
 * @param {ViewAnswer} message
 */
function receiveView(screen, message) {
  switch (message.is) {
    case "preview":
      return showPreview(screen, message);
    case "lists":
      return showLists(screen, message);
    case "look":
      return screen.saveAs.show(message);
    case "exists":
      return screen.saveAs.confirmReplacing(message.name);
    case "written":
      return screen.saveAs.written(message);
    case "errors":
      return receiveErrors(screen, message.errors);
    case "forms":
      return screen.find.receiveForms(message);
    case "word":
      return screen.wordPane.receive(message);
    case "translations":
      return screen.wordPane.receiveTranslations(message);
  }
}

/**
 * @param {Screen} screen
 * @param {RowsMessage} message
 */
function receiveRows(screen, message) {
  const { grid, summary } = screen;
  if (message.at === 0) {
    summary.title.textContent = message.title ?? "";
    screen.notes = message.notes ?? [];
    summary.folder = message.start ?? null;
    screen.saveAs.formats = message.formats ?? [];
    grid.reset(message.sides ?? {});
    screen.pageView.offer(message.sides ?? {});
    if (message.wordForms) screen.find.bar.offerForms();
  }
  grid.append(message.rows);
  if (grid.rows.length >= message.total) begin(screen, message);
}

/**
 * All rows are there: the review begins at the row where it was left, else at the first that needs review.
 * @param {Screen} screen
 * @param {RowsMessage} message
 */
function begin(screen, message) {
  const { grid, firstRow } = screen;
  grid.showRowCount();
  showChanged(screen, message);
  screen.room.watch();
  const left = firstRow ? grid.numberOf(firstRow) : -1;
  const at = left >= 0 ? left : findRow(grid.rows, -1, 1, (row) => row.data.needs);
  const focus = screen.local !== null || mayTakeKeys(screen.root);
  screen.go(Math.max(at, 0), { focus });
  if (focus && !screen.local) screen.root.scrollIntoView({ block: "start" });
  screen.root.dataset.ready = String(Math.round(performance.now() - screen.opened)); // milliseconds
}

/**
 * A row cut into words, with suggestions ranked again.
 * @param {Screen} screen
 * @param {Detail} message
 */
function receiveDetail(screen, message) {
  const row = screen.grid.rowById(message.row);
  if (!row) return;
  row.detail = message;
  for (const doubt of row.data.doubts ?? [])
    doubt.suggestions = message.suggestions?.[doubt.id] ?? doubt.suggestions;
  if (screen.row !== row || screen.mode?.holdsCells) return;
  row.drawCells();
  screen.strip.follow();
  screen.panel.draw(screen);
  const active = document.activeElement;
  if (screen.root.contains(active) && !active?.matches("input, textarea, select, button")) refocus(screen);
  else showChosenDoubt(screen);
  screen.mode?.afterDetail?.();
}

/**
 * @param {Screen} screen
 * @param {string} id
 * @param {Link[]} links
 */
function receiveLinks(screen, id, links) {
  const row = screen.grid.rowById(id);
  if (!row) return;
  row.links = links;
  linkChosenDoubt(screen);
  if (screen.row === row) screen.strip.follow();
  screen.mode?.afterDetail?.();
}

/**
 * @param {Screen} screen
 * @param {Trouble} message
 */
function receiveTrouble(screen, { text, n = 0 }) {
  screen.refusals.get(n)?.();
  screen.refusals.delete(n);
  if (screen.dialog.isOpen) screen.dialog.onTrouble?.(text);
  screen.say(text.charAt(0).toUpperCase() + text.slice(1), true);
}

/**
 * @param {Screen} screen
 * @param {Status & { n?: number }} message
 */
function receiveNothing(screen, message) {
  screen.refusals.delete(message.n ?? 0);
  showStatus(screen, message);
  screen.say("Nothing to change.");
}

/**
 * @param {Screen} screen
 * @param {SavedMessage} message
 */
function receiveSaved(screen, message) {
  showStatus(screen, message);
  const { local } = screen;
  if (!local || message.lines === undefined) return screen.say(`Saved ${message.saved}.`);
  download(local.fileName, message.lines, "application/jsonl");
  return screen.say(`Downloaded ${local.fileName}: ${local.entries.length} decisions.`);
}
