// @ts-check
// The decisions of a page, kept in the browser's own storage until they are downloaded.

/** @import { Entry } from "../types/journal.js" */

const FORBIDDEN =
  "This browser keeps nothing for this page: download your decisions (Ctrl+S) before you close it.";
const FULL =
  "Not kept: the storage of this browser is full or shut. Your decisions stay on the screen: download them (Ctrl+S) before you close the page.";

/** The browser's storage; null where the reader or the browser forbids it. */
export function browserStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/**
 * One key a decision, under the sha256 of the files: two tabs never write over each other.
 * A key is `align-review SHA256… NUMBER ID`.
 */
export class DecisionStore {
  /**
   * @param {Storage | null} storage
   * @param {Record<string, string>} documents the sha256 of each side's file
   */
  constructor(storage, documents) {
    this.storage = storage;
    this.prefix = `align-review ${[...new Set(Object.values(documents))].join(" ")} `;
    /** Decisions that are not written yet. @type {Entry[]} */
    this.waiting = [];
    /** A warning; empty: none. */
    this.trouble = "";
    this.nextNumber = 0;
  }

  /**
   * The decisions of earlier visits, oldest first.
   * @param {Set<string>} known ids of decisions that the page shows already: they are removed
   */
  read(known) {
    /** @type {Entry[]} */
    const entries = [];
    for (const { key, number, id } of this.#keys()) {
      this.nextNumber = Math.max(this.nextNumber, number + 1);
      if (known.has(id)) this.#attempt((storage) => storage.removeItem(key));
      else this.#attempt((storage) => entries.push(JSON.parse(storage.getItem(key) ?? "")));
    }
    return entries;
  }

  #keys() {
    const all = this.#attempt((storage) => Object.keys(storage)) ?? [];
    return all
      .filter((key) => key.startsWith(this.prefix))
      .sort()
      .flatMap((key) => {
        const [, number, id] = key.slice(this.prefix.length).match(/^(\d+) (.*)$/) ?? [];
        return id === undefined ? [] : [{ key, number: Number(number), id }];
      });
  }

  /** @param {Entry} entry */
  add(entry) {
    this.waiting.push(entry);
    this.save();
  }

  /** Writes what waits. A storage that is full or forbidden leaves it waiting and sets `trouble`. */
  save() {
    this.trouble = this.storage ? "" : FORBIDDEN;
    while (!this.trouble && this.waiting.length) {
      this.#write(this.waiting[0]);
      if (!this.trouble) this.waiting.shift();
    }
  }

  /** @param {Entry} entry */
  #write(entry) {
    const key = `${this.prefix}${String(this.nextNumber).padStart(7, "0")} ${entry.id}`;
    this.#attempt((storage) => storage.setItem(key, JSON.stringify(entry)));
    if (!this.trouble) this.nextNumber += 1;
  }

  /**
   * A value beside the decisions; null where there is none.
   * @param {"downloaded" | "reviewer"} name
   */
  readValue(name) {
    return this.#attempt((storage) => storage.getItem(this.prefix + name));
  }

  /**
   * @param {"downloaded" | "reviewer"} name
   * @param {string} value
   */
  writeValue(name, value) {
    this.#attempt((storage) => storage.setItem(this.prefix + name, value));
  }

  /**
   * @template T
   * @param {(storage: Storage) => T} act
   */
  #attempt(act) {
    try {
      return this.storage && act(this.storage);
    } catch {
      this.trouble = FULL;
      return null;
    }
  }
}
