// @ts-check
// The key of an action, as buttons and menus show it.

import { KEYS } from "./bindings.js";
import { shownKey } from "./keyboard.js";

/** @type {Map<string, string>} */
const FIRST_KEYS = new Map(
  KEYS.flatMap(([, bindings]) =>
    bindings.map(([action, keys]) => /** @type {[string, string]} */ ([action, shownKey(keys[0])])),
  ),
);

/**
 * The first key of an action; empty where it has none.
 * @param {string} action a name of `KEYS`
 */
export const shortcutOf = (action) => FIRST_KEYS.get(action) ?? "";
