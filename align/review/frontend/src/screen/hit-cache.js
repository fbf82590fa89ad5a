// @ts-check
// The hits of each row, found again only where the row or the query changed.

/** @import { Row } from "../types/rows.js" */
/** @import { Hit } from "../model/hits.js" */
/** @import { Matchers } from "../model/query.js" */
import { hitsOf } from "../model/hits.js";

/** @typedef {{ cells: Row["cells"], comment: string | undefined, hits: Hit[] }} Found */

export class HitCache {
  /** The query that the hits belong to. */
  query = "";

  /** @type {WeakMap<Row, Found>} */
  found = new WeakMap();

  /**
   * @param {Row} row
   * @param {Matchers} matchers
   * @returns {Hit[]}
   */
  hitsOf(row, matchers) {
    const known = this.found.get(row);
    if (known?.cells === row.cells && known.comment === row.comment) return known.hits;
    const hits = hitsOf(row, matchers);
    this.found.set(row, { cells: row.cells, comment: row.comment, hits });
    return hits;
  }

  /**
   * Forgets the hits of another query.
   * @param {Matchers} matchers
   */
  begin({ source, target, comment }) {
    const query = JSON.stringify([source, target, comment].map((match) => match?.source));
    if (query !== this.query) this.found = new WeakMap();
    this.query = query;
  }
}
