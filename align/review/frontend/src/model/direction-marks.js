// @ts-check
// Characters that turn the direction of writing: they are drawn by their names.

/** Unicode names, abbreviated, by code point. */
const NAMES = new Map([
  [0x202a, "LRE"],
  [0x202b, "RLE"],
  [0x202c, "PDF"],
  [0x202d, "LRO"],
  [0x202e, "RLO"],
  [0x2066, "LRI"],
  [0x2067, "RLI"],
  [0x2068, "FSI"],
  [0x2069, "PDI"],
  [0x200e, "LRM"],
  [0x200f, "RLM"],
  [0x061c, "ALM"],
]);

/**
 * A text cut so that each such character stands alone.
 * @param {string} text
 * @returns {({ text: string, name?: undefined } | { name: string })[]}
 */
export function splitAtDirectionMarks(text) {
  const parts = text.split(/([\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c])/).filter(Boolean);
  return parts.map((part) => {
    const name = NAMES.get(part.codePointAt(0) ?? 0);
    return name === undefined ? { text: part } : { name };
  });
}
