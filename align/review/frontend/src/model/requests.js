// @ts-check
// Values that are asked for by a key: each once, while its answer is awaited or kept.

/** Milliseconds without an answer after which a value may be asked for again. */
const PATIENCE = 15000;

/**
 * @template V
 * @typedef {object} Request
 * @property {Promise<V>} promise
 * @property {(value: V) => void} resolve
 * @property {number} since
 * @property {V} [value] set when it came
 */

/** @template V */
export class Requests {
  /**
   * @param {number} most values that are kept; those used longest ago go first
   * @param {(value: V) => void} [onDrop] called with each value that is not kept any more
   * @param {() => number} [now] milliseconds
   */
  constructor(most, onDrop = () => {}, now = () => performance.now()) {
    this.most = most;
    this.onDrop = onDrop;
    this.clock = now;
    /** @type {Map<string, Request<V>>} */
    this.kept = new Map();
  }

  /**
   * A value that has come; undefined where it has not.
   * @param {string} key
   * @returns {V | undefined}
   */
  now(key) {
    return this.kept.get(key)?.value;
  }

  /**
   * Whether a value has to be asked for: it never was, or its answer is late.
   * @param {string} key
   */
  isNew(key) {
    const found = this.kept.get(key);
    return !found || (found.value === undefined && this.clock() - found.since > PATIENCE);
  }

  /**
   * @param {string} key
   * @param {() => void} ask called where the value has to be asked for
   * @returns {Promise<V>}
   */
  get(key, ask) {
    const found = this.kept.get(key);
    if (found && !this.isNew(key)) {
      this.kept.delete(key);
      this.kept.set(key, found); // used last
      return found.promise;
    }
    const made = found ?? newRequest();
    made.since = this.clock();
    this.kept.set(key, made);
    ask();
    return made.promise;
  }

  /**
   * The answer came.
   * @param {string} key
   * @param {V} value
   */
  arrived(key, value) {
    const found = this.kept.get(key);
    if (!found || found.value !== undefined) return this.onDrop(value);
    found.value = value;
    found.resolve(value);
    return this.#makeRoom();
  }

  /**
   * A value that came is not kept: it is asked for again when it is needed next.
   * @param {string} key
   */
  forget(key) {
    this.kept.delete(key);
  }

  #makeRoom() {
    for (const [key, { value }] of this.kept) {
      if (this.kept.size <= this.most) return;
      if (value === undefined) continue;
      this.kept.delete(key);
      this.onDrop(value);
    }
  }

  clear() {
    for (const { value } of this.kept.values()) if (value !== undefined) this.onDrop(value);
    this.kept.clear();
  }
}

/** @returns {Request<any>} */
function newRequest() {
  /** @type {(value: any) => void} */
  let resolve = () => {};
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve, since: 0 };
}
