// Keys: the same on every layout, one action each.
import assert from "node:assert/strict";
import { test } from "node:test";
import { actionOf, KEYS } from "../../../align/review/frontend/src/model/bindings.js";
import { keyOf, shownKey } from "../../../align/review/frontend/src/model/keyboard.js";

const press = (key, code = "", more = {}) => keyOf({ key, code, ...more });

test("a key means the same on a Russian and on an English layout", () => {
  assert.equal(press("a", "KeyA"), "a");
  assert.equal(press("ф", "KeyA"), "a");
  assert.equal(press("Ф", "KeyA", { shiftKey: true }), "A");
  assert.equal(press("я", "KeyZ", { ctrlKey: true }), "Ctrl+z");
  assert.equal(press("Я", "KeyZ", { ctrlKey: true, shiftKey: true }), "Ctrl+Z");
  assert.equal(press("ы", "KeyS", { ctrlKey: true }), "Ctrl+s");
  assert.equal(press(".", "Slash"), "/");
  assert.equal(press(",", "Slash", { shiftKey: true }), "?");
  assert.equal(press("х", "BracketLeft"), "[");
  assert.equal(press("ъ", "BracketRight"), "]");
});

test("a letter that is Latin stays where its layout put it", () => {
  assert.equal(press("z", "KeyY"), "z");
  assert.equal(press("&", "Digit1"), "1");
  assert.equal(press("?", "Digit7", { shiftKey: true }), "?");
  assert.equal(press("\\", "BracketLeft"), "\\");
});

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
  assert.equal(actionOf("q"), undefined);
});

test("the dialog shows a key as it is printed on the keyboard", () => {
  const shown = ["Ctrl+Z", "Ctrl+z", "A", "a", "ArrowDown", "Escape", "F2", "/"].map(shownKey);
  assert.deepEqual(shown, ["Ctrl+Shift+Z", "Ctrl+Z", "Shift+A", "a", "↓", "Esc", "F2", "/"]);
});
