// @ts-check
// A few values that were used last; the others are released.

/** @template V */
export class KeptFew {
  /**
   * @param {number} most
   * @param {(value: V) => void} release called with each value that goes
   */
  constructor(most, release) {
    this.most = most;
    this.release = release;
    /** The one that was not used for longest first. @type {Map<string, V>} */
    this.values = new Map();
  }

  /**
   * A value, as one that was used just now.
   * @param {string} key
   * @returns {V | undefined}
   */
  get(key) {
    const value = this.values.get(key);
    if (value === undefined) return undefined;
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  /**
   * @param {string} key
   * @param {V} value
   */
  set(key, value) {
    this.delete(key);
    this.values.set(key, value);
    for (const oldest of this.values.keys()) {
      if (this.values.size <= this.most) break;
      this.delete(oldest);
    }
  }

  /** @param {string} key */
  delete(key) {
    const value = this.values.get(key);
    this.values.delete(key);
    if (value !== undefined) this.release(value);
  }

  clear() {
    for (const key of [...this.values.keys()]) this.delete(key);
  }
}
