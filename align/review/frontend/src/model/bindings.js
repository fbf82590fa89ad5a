// @ts-check
// The keys of the review and the actions they stand for.

/** @typedef {[action: string, keys: string[], description: string]} Binding */

/**
 * Groups of bindings, in the order in which the dialog "Keys" shows them.
 * @type {[group: string, bindings: Binding[]][]}
 */
export const KEYS = [
  [
    "Move",
    [
      ["row-down", ["ArrowDown", "j"], "next row"],
      ["row-up", ["ArrowUp", "k"], "previous row"],
      ["cell-left", ["ArrowLeft"], "to the original"],
      ["cell-right", ["ArrowRight"], "to the translation"],
      ["page-down", ["PageDown"], "ten rows down"],
      ["page-up", ["PageUp"], "ten rows up"],
      ["first", ["Home"], "first row"],
      ["last", ["End"], "last row"],
      ["next", ["n"], "next that needs review"],
      ["previous", ["N"], "previous that needs review"],
      ["doubt-next", ["]"], "next doubt in this row"],
      ["doubt-previous", ["["], "previous doubt in this row"],
      ["search", ["/"], "find; F3 goes on, Shift+F3 back"],
      ["go", ["g"], "go to a row by its number"],
      ["one-doubt", ["f"], "one doubt at a time, in large type"],
      ["word", ["p"], "the word at the cursor: other places, translations"],
      ["strip", ["q"], "show or hide the lines of the scan"],
      ["strip-larger", ["z"], "larger lines of the scan"],
      ["strip-smaller", ["Z"], "smaller lines of the scan"],
    ],
  ],
  [
    "Readings",
    [
      ["accept", ["a"], "accept the first suggestion"],
      ["pick", ["1", "2", "3", "4", "5", "6", "7", "8", "9"], "accept this suggestion"],
      ["reject", ["x"], "dismiss: it stays as it was read"],
      ["accept-all", ["A"], "accept everywhere, shown first"],
      ["reject-all", ["X"], "dismiss everywhere, shown first"],
      ["errors", ["t"], "all errors of one kind, as a list"],
      ["right", ["w"], "this word is right, in the whole project"],
      ["edit", ["e", "F2"], "type the text of the cell yourself"],
      ["replace", ["h"], "find and replace"],
      ["undecide", ["o"], "open what was decided again"],
      ["why", ["y"], "why? the numbers behind it"],
    ],
  ],
  [
    "Page of the scan",
    [
      ["page", ["v"], "the page beside the text; again: away"],
      ["page-focus", ["V"], "to the page and back: there arrows move it, + − zoom"],
    ],
  ],
  [
    "Rows",
    [
      ["confirm", ["Enter"], "confirm and go to the next that needs review"],
      ["confirm-above", ["C"], "confirm all from the top to here"],
      ["reject-pair", ["R"], "these two do not translate each other"],
      ["later", ["b"], "come back later: flag the row"],
      ["comment", ["c"], "comment"],
    ],
  ],
  [
    "Pairs",
    [
      ["merge", ["m"], "merge with the next row"],
      ["split", ["s"], "split: choose the word, Enter"],
      ["up", ["u"], "first sentence to the row above"],
      ["down", ["d"], "last sentence to the row below"],
      ["gap", ["i"], "part the two cells"],
      ["mark", ["Space"], "mark a cell; then the cell it belongs to"],
      ["realign", ["r"], "align again what is not confirmed"],
    ],
  ],
  [
    "Work",
    [
      ["undo", ["Ctrl+z"], "undo"],
      ["redo", ["Ctrl+Z", "Ctrl+y"], "do it again"],
      ["save", ["Ctrl+s"], "save now"],
      ["save-as", ["Ctrl+S"], "save as Word, Excel, clean text …"],
      ["lists", ["l"], "what was set aside, what was moved"],
      ["keys", ["?", "F1"], "these keys"],
      ["leave", ["Escape"], "leave what is open"],
    ],
  ],
];

/** @type {Map<string, string>} */
const ACTIONS = new Map(
  KEYS.flatMap(([, bindings]) =>
    bindings.flatMap(([action, keys]) => keys.map((key) => /** @type {[string, string]} */ ([key, action]))),
  ),
);

/**
 * The action a key stands for.
 * @param {string} key a name that `keyOf` gives
 */
export const actionOf = (key) => ACTIONS.get(key);
