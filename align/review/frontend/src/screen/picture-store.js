// @ts-check
// Where rows stand on pages and the pictures of pages, asked for once and kept while there is room.

/** @import { PagesAnswer, PagesQuery, PageMessage, PartMessage, PartOfPage, Picture, RowLines } from "../types/pages.js" */
import { Requests } from "../model/requests.js";
import { el } from "./dom.js";

/** Parts of pages that are kept. */
const MOST_PARTS = 300;

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
    /** @type {WeakMap<PartMessage, HTMLImageElement>} */
    this.images = new WeakMap();
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
   * Has a part sent that may be needed soon.
   * @param {PartOfPage} part
   */
  fetch(part) {
    this.part(part).then((picture) => this.imageOf(picture));
  }

  /**
   * The element that shows a part: made and decoded once, so that it is drawn at once where it is needed.
   * @param {PartMessage} picture
   * @returns {HTMLImageElement | null} null where there is no picture
   */
  imageOf(picture) {
    if (!picture.url) return null;
    const known = this.images.get(picture);
    if (known) return known;
    const made = el("img", "al-strip-image", { src: picture.url, decoding: "sync", draggable: "false" });
    made.decode().catch(() => {}); // one that cannot be decoded is drawn as such
    this.images.set(picture, made);
    return made;
  }

  /** @param {Exclude<PagesAnswer, PageMessage>} message */
  receive(message) {
    if (message.is === "strips") for (const row of message.rows) this.rows.arrived(row.row, row);
    else keep(this.parts, partKey(message), message);
  }

  /** Rows were paired in another way: where they stand is asked for again. Pictures stay. */
  forgetRows() {
    this.rows.clear();
  }

  close() {
    for (const kept of [this.rows, this.parts]) kept.clear();
  }
}

/**
 * Keeps a picture that came; a missing one may be there when it is asked for again.
 * @template {Picture} P
 * @param {Requests<P>} requests
 * @param {string} key
 * @param {P} picture
 */
function keep(requests, key, picture) {
  requests.arrived(key, picture);
  if (picture.trouble) requests.forget(key);
}

/** @param {PartOfPage} part */
const partKey = ({ side, page, box, scale }) => `${side} ${page} ${box.join(" ")} ${scale}`;

/**
 * Gives up the address of a picture that is not kept any more.
 * @param {{ url?: string }} picture
 */
function drop({ url }) {
  if (url?.startsWith("blob:")) URL.revokeObjectURL(url);
}
