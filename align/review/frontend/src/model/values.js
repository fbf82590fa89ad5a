// @ts-check
// Numbers as they are shown, and ids.

/**
 * A fraction 0–1 as it is shown: ".83"; "1.0" from .995 on.
 * @param {number} value
 */
export const fraction = (value) => (value >= 0.995 ? "1.0" : value.toFixed(2).replace(/^0/, ""));

/** An id that no other decision has: 32 hexadecimal digits. */
export const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * A fraction 0–1 in per cent.
 * @param {number} value
 */
export const percent = (value) => `${Math.round(value * 1000) / 10} %`;

/**
 * A number with its sign and one decimal.
 * @param {number} value
 */
export const signed = (value) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;
