// @ts-check
// The name of a pressed key, the same on every keyboard layout.

/** @typedef {Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "keyCode">} KeyPress */

/** The `keyCode` of a key that an input method handles. */
const COMPOSING = 229;

/**
 * The name of a pressed key: "a", "A", "Ctrl+z", "Enter", "Space", "/".
 * Null while a word is composed by an input method, with Alt, and for an event without a key (autofill).
 * @param {KeyPress} event
 */
export function keyOf(event) {
  if (!event.key || event.isComposing || event.keyCode === COMPOSING || event.altKey) return null;
  const name = letterOf(event) ?? digitOf(event) ?? signOf(event) ?? event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${name}` : name;
}

/**
 * A Latin letter as the layout gives it; on another layout the letter of the key's place.
 * @param {KeyPress} event
 */
function letterOf({ key, code, shiftKey }) {
  const letter = /^[a-z]$/i.test(key) ? key : code.match(/^Key([A-Z])$/)?.[1];
  if (letter === undefined) return null;
  return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
}

/** @param {KeyPress} event */
const digitOf = ({ code, shiftKey }) => (shiftKey ? null : (code.match(/^Digit([1-9])$/)?.[1] ?? null));

/**
 * Space, and the signs that another layout has elsewhere.
 * @param {KeyPress} event
 */
function signOf({ key, code, shiftKey }) {
  if (key === " " || code === "Space") return "Space";
  if (code === "Slash" && (key === "." || key === ",")) return shiftKey ? "?" : "/";
  if (/^[ -~]$/.test(key)) return null;
  if (code === "BracketLeft") return "[";
  return code === "BracketRight" ? "]" : null;
}

/** @type {Record<string, string>} */
const SYMBOLS = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };

/**
 * The name of a key as the dialog "Keys" shows it.
 * @param {string} name
 */
export function shownKey(name) {
  const [, control, letter] = name.match(/^(Ctrl\+)?([A-Za-z])$/) ?? [];
  if (letter === undefined) return SYMBOLS[name] ?? name;
  if (control) return letter < "a" ? `Ctrl+Shift+${letter}` : `Ctrl+${letter.toUpperCase()}`;
  return letter < "a" ? `Shift+${letter}` : letter;
}
