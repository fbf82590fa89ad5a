// @ts-check
// Keeps the reviewer's place, so that a cell of a notebook shown again looks the same.

/** @import { Screen } from "./screen.js" */
/** @import { SavedPlace } from "../types/host.js" */

import { counts } from "../model/rows.js";

/** Milliseconds without a move after which the place is kept. */
const SAVE_AFTER = 600;

/**
 * Where the reviewer is, and how far the review is.
 * @param {Screen} screen
 * @returns {SavedPlace}
 */
export function placeOf({ row, cursor, filter, status, grid, pageView }) {
  const { needs, open } = counts(grid.data);
  return {
    row: row?.data.id ?? null,
    side: cursor.side,
    status: filter.status ?? "all",
    revision: status.revision ?? 0,
    needs,
    open,
    page: { ...pageView.settings },
  };
}

export class PlaceKeeper {
  /** @param {(place: SavedPlace) => void} save */
  constructor(save) {
    this.save = save;
    /** The place kept last, as JSON. */
    this.kept = "";
    /** @type {number | undefined} */
    this.timer = undefined;
  }

  /**
   * Keeps a place soon, unless another call comes before.
   * @param {() => SavedPlace} placeNow
   */
  remember(placeNow) {
    this.stop();
    this.timer = setTimeout(() => {
      const place = placeNow();
      const written = JSON.stringify(place);
      if (written !== this.kept) this.save(place);
      this.kept = written;
    }, SAVE_AFTER);
  }

  stop() {
    clearTimeout(this.timer);
  }
}
