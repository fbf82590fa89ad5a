// @ts-check
// The state of the review as a whole, shown after every answer about rows.

/** @import { Screen } from "./screen.js" */
/** @import { Status } from "../types/messages.js" */
import { kindCounts } from "../model/rows.js";

/**
 * Shows undo, redo, saved, trouble, and the counts.
 * @param {Screen} screen
 * @param {Status} status
 */
export function showStatus(screen, status) {
  screen.status = status;
  screen.refreshSoon();
  screen.toolbar.showHistory(status);
  const found = screen.summary.show(screen.grid.data, status);
  screen.showWarnings();
  const { dataset } = screen.root;
  dataset.needs = String(found.needs);
  dataset.open = String(found.open);
  dataset.revision = String(status.revision ?? 0);
}

/**
 * The same after rows changed: the kinds of doubt and the filters, too.
 * @param {Screen} screen
 * @param {Status} status
 */
export function showChanged(screen, status) {
  screen.toolbar.showKinds(kindCounts(screen.grid.data));
  showStatus(screen, status);
  screen.refilter();
}
