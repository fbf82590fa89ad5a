// Keys: the same on every layout, one action each.
import assert from "node:assert/strict";
import { test } from "node:test";
import { actionOf, KEYS } from "../../../align/review/frontend/src/model/bindings.js";
import { keyOf, SIGNS, shownKey } from "../../../align/review/frontend/src/model/keyboard.js";

const press = (key, code = "", more = {}) => keyOf({ key, code, ...more });
const shift = { shiftKey: true };
const control = { ctrlKey: true };
const altGraph = { getModifierState: (name) => name === "AltGraph" };
const windowsAltGraph = { ...altGraph, ctrlKey: true, altKey: true };
const option = { altKey: true };

/** What a layout gives for a key, and the name that it gets. */
const LAYOUTS = {
  us: [
    ["a", "KeyA", {}, "a"],
    ["A", "KeyA", shift, "A"],
    ["/", "Slash", {}, "/"],
    ["?", "Slash", shift, "?"],
    ["[", "BracketLeft", {}, "["],
    ["{", "BracketLeft", shift, "{"],
    ["3", "Digit3", {}, "3"],
    ["#", "Digit3", shift, "#"],
    ["4", "Numpad4", {}, "4"],
    [".", "Period", {}, "."],
    [",", "Comma", {}, ","],
    ["'", "Quote", {}, "'"],
    ["[", "BracketLeft", { altKey: true }, null],
    ["z", "KeyZ", control, "Ctrl+z"],
    ["Z", "KeyZ", { ...control, ...shift }, "Ctrl+Z"],
  ],
  "Caps Lock": [
    ["A", "KeyA", {}, "a"],
    ["a", "KeyA", shift, "A"],
    ["Z", "KeyZ", control, "Ctrl+z"],
    ["Ф", "KeyA", {}, "a"],
    ["ф", "KeyA", shift, "A"],
    ["1", "Digit1", {}, "1"],
  ],
  ru: [
    ["ф", "KeyA", {}, "a"],
    ["Ф", "KeyA", shift, "A"],
    ["я", "KeyZ", control, "Ctrl+z"],
    ["Я", "KeyZ", { ...control, ...shift }, "Ctrl+Z"],
    ["ы", "KeyS", control, "Ctrl+s"],
    [".", "Slash", {}, "/"],
    [",", "Slash", shift, "?"],
    ["?", "Digit7", shift, "?"],
    ["х", "BracketLeft", {}, "["],
    ["ъ", "BracketRight", {}, "]"],
    ["1", "Digit1", {}, "1"],
    ['"', "Digit2", shift, '"'],
    ["ж", "Semicolon", {}, "ж"],
  ],
  uk: [
    ["ф", "KeyA", {}, "a"],
    ["і", "KeyS", control, "Ctrl+s"],
    [".", "Slash", {}, "/"],
    [",", "Slash", shift, "?"],
    ["х", "BracketLeft", {}, "["],
    ["ї", "BracketRight", {}, "]"],
    ["'", "Backquote", {}, "'"],
    ["ґ", "KeyU", altGraph, null],
    ["5", "Digit5", {}, "5"],
  ],
  "fr AZERTY": [
    ["a", "KeyQ", {}, "a"],
    ["q", "KeyA", {}, "q"],
    ["w", "KeyZ", {}, "w"],
    ["z", "KeyW", control, "Ctrl+z"],
    ["m", "Semicolon", {}, "m"],
    [",", "KeyM", {}, ","],
    ["?", "KeyM", shift, "?"],
    [";", "Comma", {}, ";"],
    [".", "Comma", shift, "."],
    ["/", "Period", shift, "/"],
    ["!", "Slash", {}, "!"],
    ["§", "Slash", shift, "§"],
    ...[..."&é\"'(-è_ç"].map((key, n) => [key, `Digit${n + 1}`, {}, String(n + 1)]),
    ["1", "Digit1", shift, "1"],
    ["9", "Digit9", shift, "9"],
    ["à", "Digit0", {}, "à"],
    ["[", "Digit5", altGraph, "["],
    ["[", "Digit5", windowsAltGraph, "["],
    ["[", "Digit5", option, "["],
    ["]", "Minus", altGraph, "]"],
    ["#", "Digit3", windowsAltGraph, null],
    ["Dead", "BracketLeft", {}, "Dead"],
    ["$", "BracketRight", {}, "$"],
    ["ù", "Quote", {}, "ù"],
    ["µ", "Backslash", shift, "µ"],
  ],
  "de QWERTZ": [
    ["z", "KeyY", {}, "z"],
    ["y", "KeyZ", control, "Ctrl+y"],
    ["/", "Digit7", shift, "/"],
    ["?", "Minus", shift, "?"],
    ["-", "Slash", {}, "-"],
    ["_", "Slash", shift, "_"],
    ["[", "Digit8", windowsAltGraph, "["],
    ["]", "Digit9", altGraph, "]"],
    ["ü", "BracketLeft", {}, "ü"],
    ["Ö", "Semicolon", shift, "Ö"],
    ["€", "KeyE", altGraph, null],
    ["@", "KeyQ", windowsAltGraph, null],
    ["8", "Digit8", {}, "8"],
  ],
  "de-CH": [["[", "BracketLeft", windowsAltGraph, "["]],
  Dvorak: [
    ["z", "Slash", {}, "z"],
    ["Z", "Slash", shift, "Z"],
    [".", "KeyE", {}, "."],
    [",", "KeyW", {}, ","],
    ["/", "BracketLeft", {}, "/"],
    ["?", "BracketLeft", shift, "?"],
    ["=", "BracketRight", {}, "="],
    ["[", "Minus", {}, "["],
    ["]", "Equal", {}, "]"],
    ["s", "Semicolon", control, "Ctrl+s"],
  ],
  "Dvorak for programmers": [
    ["[", "Digit2", {}, "["],
    ["&", "Digit1", {}, "1"],
    ["7", "Digit2", shift, "7"],
  ],
  bépo: [["/", "Digit9", {}, "/"]],
  ar: [
    ["ش", "KeyA", {}, "a"],
    ["ظ", "Slash", {}, "/"],
    ["لا", "KeyB", {}, "b"],
    ["١", "Digit1", {}, "1"],
  ],
  he: [
    [".", "Slash", {}, "/"],
    ["?", "Slash", shift, "?"],
  ],
};

for (const [layout, presses] of Object.entries(LAYOUTS)) {
  test(`a key counts as what the layout ${layout} makes of it`, () => {
    for (const [key, code, more, expected] of presses)
      assert.equal(press(key, code, more), expected, `${key} on ${code} ${JSON.stringify(more)}`);
  });
}

test("nothing is meant while a word is composed, with Alt, or by an event without a key", () => {
  assert.equal(press("a", "KeyA", { isComposing: true }), null);
  assert.equal(press("Process", "KeyA", { keyCode: 229 }), null);
  assert.equal(press("a", "KeyA", { altKey: true }), null);
  assert.equal(keyOf({}), null);
});

test("space and named keys have names", () => {
  assert.equal(press(" ", "Space"), "Space");
  assert.equal(press("Enter", "Enter"), "Enter");
  assert.equal(press("s", "KeyS", { metaKey: true }), "Ctrl+s");
});

test("every key stands for one action", () => {
  const keys = KEYS.flatMap(([, bindings]) => bindings.flatMap(([, names]) => names));
  assert.equal(new Set(keys).size, keys.length);
  for (const key of keys) assert.ok(actionOf(key));
  assert.equal(actionOf(","), undefined);
});

test("a sign that stands for an action is found on any key of any layout", () => {
  const keys = KEYS.flatMap(([, bindings]) => bindings.flatMap(([, names]) => names));
  for (const sign of keys.filter((key) => /^[^a-z0-9]$/i.test(key))) assert.ok(SIGNS.includes(sign), sign);
});

test("the sheet of keys opens where a layout has no question mark", () => {
  assert.equal(actionOf(press("F1", "F1")), "keys");
});

test("the dialog shows a key as it is printed on the keyboard", () => {
  const shown = ["Ctrl+Z", "Ctrl+z", "A", "a", "ArrowDown", "Escape", "F2", "/"].map(shownKey);
  assert.deepEqual(shown, ["Ctrl+Shift+Z", "Ctrl+Z", "Shift+A", "a", "↓", "Esc", "F2", "/"]);
});
