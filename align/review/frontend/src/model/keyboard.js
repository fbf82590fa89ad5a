// @ts-check
// The name of a pressed key, on every keyboard layout.
//
// A key is named by the character it gives. Its place on the keyboard counts only where that character
// belongs to another script than the Latin one, and for the digits of layouts that give them with Shift.

/**
 * @typedef {Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "keyCode">
 *   & Partial<Pick<KeyboardEvent, "getModifierState">>} KeyPress
 */

/** The `keyCode` of a key that an input method handles. */
const COMPOSING = 229;

/** The signs that stand for actions: a layout may have them on any key. */
export const SIGNS = "/?[]";

/** A letter or vowel sign of another script than the Latin one. */
const OTHER_SCRIPT = /^(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])[\p{L}\p{M}]/u;

/**
 * The name of a pressed key: "a", "A", "Ctrl+z", "Enter", "Space", "/".
 * Null while a word is composed by an input method, with Alt, and for an event without a key (autofill).
 * @param {KeyPress} event
 */
export function keyOf(event) {
  if (!event.key || event.isComposing || event.keyCode === COMPOSING) return null;
  if (event.altKey || isAltGraph(event)) return isSignOfAltGraph(event) ? event.key : null;
  const name = digitOf(event) ?? letterOf(event) ?? signOf(event) ?? event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${name}` : name;
}

/** @param {KeyPress} event */
const isAltGraph = (event) => event.getModifierState?.("AltGraph") ?? false;

/**
 * Whether AltGr made a sign. On Windows it is reported as Ctrl and Alt, on a Mac as Alt alone: there the
 * sign stands on a key that has another one without Alt.
 * @param {KeyPress} event
 */
function isSignOfAltGraph(event) {
  if (event.key.length !== 1 || !SIGNS.includes(event.key)) return false;
  return isAltGraph(event) || event.ctrlKey || placeOf(event.code, event.shiftKey) !== event.key;
}

/**
 * A digit; where the layout gives it with Shift, also the key without Shift, unless that is a sign that
 * stands for an action.
 * @param {KeyPress} event
 */
function digitOf({ key, code, shiftKey }) {
  if (/^[0-9]$/.test(key)) return key;
  if (shiftKey || /^[a-z]$/i.test(key) || SIGNS.includes(key)) return null;
  return code.match(/^Digit([1-9])$/)?.[1] ?? null;
}

/**
 * A Latin letter. Shift makes it a capital, Caps Lock does not.
 * @param {KeyPress} event
 */
function letterOf({ key, code, shiftKey }) {
  const letter = OTHER_SCRIPT.test(key) ? (code.match(/^Key([A-Z])$/)?.[1] ?? "") : key;
  if (!/^[a-z]$/i.test(letter)) return null;
  return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
}

/**
 * Space, and the signs for which another script has letters in their place. The Russian, the Ukrainian and
 * the Hebrew layout have the full stop where others have the slash, and the first two the comma above it.
 * @param {KeyPress} event
 */
function signOf({ key, code, shiftKey }) {
  if (key === " " || code === "Space") return "Space";
  const displaced = code === "Slash" && key === (shiftKey ? "," : ".");
  return displaced || OTHER_SCRIPT.test(key) ? placeOf(code, shiftKey) : null;
}

/**
 * The sign on a key of the American layout; null where that is none of `SIGNS`.
 * @param {string} code
 * @param {boolean} shiftKey
 */
function placeOf(code, shiftKey) {
  if (code === "Slash") return shiftKey ? "?" : "/";
  if (shiftKey) return null;
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
