// @ts-check
// Where rows stand on pages and the pictures of pages, asked for once and kept while there is room.

/** @import { PagesAnswer, PagesQuery, PageMessage, PartMessage, PartOfPage, RowLines } from "../types/pages.js" */
/** @import { Side } from "../types/rows.js" */
import { Requests } from "../model/requests.js";

/** Parts of pages that are kept. */
const MOST_PARTS = 300;

/** Whole pages that are kept. */
const MOST_PAGES = 4;

/** Rows that one message asks for. */
const ROWS_AT_ONCE = 200;

export class PictureStore {
  /** @param {(query: PagesQuery) => void} send */
  constructor(send) {
    this.send = send;
    /** @type {Requests<RowLines>} */
    this.rows = new Requests(Number.POSITIVE_INFINITY);
    /** @type {Requests<PartMessage>} */
    this.parts = new Requests(MOST_PARTS, (part) => drop(part));
    /** @type {Requests<PageMessage>} */
    this.pages = new Requests(MOST_PAGES, (page) => drop(page));
  }

  /**
   * Where a row stands; undefined where that has not come yet.
   * @param {string} row its id
   */
  linesNow(row) {
    return this.rows.now(row);
  }

  /**
   * Where some rows stand; asks for those that are not known, in one message.
   * @param {string[]} ids
   * @returns {Promise<RowLines[]>}
   */
  lines(ids) {
    const missing = ids.filter((id) => this.rows.isNew(id));
    const found = ids.map((id) => this.rows.get(id, () => {}));
    for (let at = 0; at < missing.length; at += ROWS_AT_ONCE)
      this.send({ do: "strips", rows: missing.slice(at, at + ROWS_AT_ONCE) });
    return Promise.all(found);
  }

  /**
   * A part of a page that has come; undefined where it has not.
   * @param {PartOfPage} part
   */
  partNow(part) {
    return this.parts.now(partKey(part));
  }

  /**
   * A part of a page.
   * @param {PartOfPage} part
   * @returns {Promise<PartMessage>}
   */
  part(part) {
    return this.parts.get(partKey(part), () => this.send({ do: "picture", ...part }));
  }

  /**
   * A whole page with its words.
   * @param {{ side: Side, page: number, width: number }} page
   * @returns {Promise<PageMessage>}
   */
  page({ side, page, width }) {
    return this.pages.get(pageKey(side, page, width), () =>
      this.send({ do: "page", side, page, width, words: true }),
    );
  }

  /** @param {PagesAnswer} message */
  receive(message) {
    if (message.is === "strips") for (const row of message.rows) this.rows.arrived(row.row, row);
    else if (message.is === "picture") this.parts.arrived(partKey(message), message);
    else this.pages.arrived(pageKey(message.side, message.page, message.asked), message);
  }

  /** Rows were paired in another way: where they stand is asked for again. Pictures stay. */
  forgetRows() {
    this.rows.clear();
  }

  close() {
    for (const kept of [this.rows, this.parts, this.pages]) kept.clear();
  }
}

/** @param {PartOfPage} part */
const partKey = ({ side, page, box, scale }) => `${side} ${page} ${box.join(" ")} ${scale}`;

/**
 * @param {Side} side
 * @param {number} page
 * @param {number} width
 */
const pageKey = (side, page, width) => `${side} ${page} ${width}`;

/**
 * Gives up the address of a picture that is not kept any more.
 * @param {{ url?: string }} picture
 */
function drop({ url }) {
  if (url?.startsWith("blob:")) URL.revokeObjectURL(url);
}
