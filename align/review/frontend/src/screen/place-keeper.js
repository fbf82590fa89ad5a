// @ts-check
// Keeps the reviewer's place, so that a cell of a notebook shown again looks the same.

/** @import { SavedPlace } from "../types/host.js" */

/** Milliseconds without a move after which the place is kept. */
const SAVE_AFTER = 600;

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
