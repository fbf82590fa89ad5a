// @ts-check
// What each action does: the names that keys and buttons stand for.

import { rowRefusal } from "../model/offers.js";
/** @import { Screen } from "./screen.js" */
/** @import { RowView } from "./row-view.js" */
import {
  acceptSuggestion,
  confirmAbove,
  confirmRow,
  dismiss,
  markCell,
  markRight,
  openAgain,
  unmarkCell,
} from "./decisions.js";
import { askRowNumber, showKeys } from "./dialogs.js";
import { startEdit } from "./edit-mode.js";
import { askErrors } from "./errors.js";
import { askEverywhere } from "./everywhere.js";
import { go, goToDoubt, goToNextNeeding, showOpen, step } from "./navigation.js";
import { startOneDoubt } from "./one-doubt.js";
import { showReplace } from "./replace-dialog.js";
import { placeOf } from "./row-menu.js";
import { startSplit } from "./split-mode.js";
import { openStartPage } from "./start-page.js";

/**
 * Actions that need no row.
 * @type {Record<string, (screen: Screen) => void>}
 */
const ANYWHERE = {
  search: ({ find }) => find.focus(),
  replace: showReplace,
  save: (screen) => screen.send({ do: "save" }),
  "save-as": ({ saveAs }) => saveAs.open(),
  "show-open": showOpen,
  send: ({ saveAs }) => saveAs.open("html"),
  "next-document": openStartPage,
  keys: showKeys,
  word: ({ wordPane }) => wordPane.toggle(),
  page: ({ pageView }) => pageView.toggle(),
  "page-focus": ({ pageView }) => pageView.swapFocus(),
  strip: ({ strip }) => strip.toggle(),
  "strip-larger": ({ strip }) => strip.resize(1),
  "strip-smaller": ({ strip }) => strip.resize(-1),
};

/**
 * Actions at the cursor.
 * @type {Record<string, (screen: Screen, row: RowView, key: string) => void>}
 */
const AT_CURSOR = {
  "row-down": (screen) => step(screen, 1),
  "row-up": (screen) => step(screen, -1),
  "page-down": (screen) => step(screen, 10),
  "page-up": (screen) => step(screen, -10),
  first: (screen) => step(screen, -screen.grid.rows.length),
  last: (screen) => step(screen, screen.grid.rows.length),
  "cell-left": (screen) => go(screen, screen.cursor.row, { side: "source", doubt: screen.cursor.doubt }),
  "cell-right": (screen) => go(screen, screen.cursor.row, { side: "target", doubt: screen.cursor.doubt }),
  next: (screen) => goToNextNeeding(screen, 1),
  previous: (screen) => goToNextNeeding(screen, -1),
  "doubt-next": (screen) => goToDoubt(screen, 1),
  "doubt-previous": (screen) => goToDoubt(screen, -1),
  go: askRowNumber,
  "one-doubt": startOneDoubt,
  accept: (screen) => acceptSuggestion(screen, 0),
  pick: (screen, _row, key) => acceptSuggestion(screen, Number(key) - 1),
  reject: dismiss,
  right: markRight,
  undecide: openAgain,
  "accept-all": (screen) => askEverywhere(screen, true),
  "reject-all": (screen) => askEverywhere(screen, false),
  edit: startEdit,
  confirm: confirmRow,
  "confirm-above": confirmAbove,
  "reject-pair": (screen, row) => {
    if (screen.decide({ do: "reject-pair", row: row.data.id })) goToNextNeeding(screen);
  },
  later: (screen, row) => screen.decide({ do: "later", row: row.data.id, on: !row.data.later }),
  comment: ({ panel }) => panel.commentField?.focus(),
  merge: (screen, row) => screen.decide({ do: "merge", row: row.data.id }),
  split: startSplit,
  up: (screen, row) => screen.decide({ do: "up", row: row.data.id, side: screen.cursor.side }),
  down: (screen, row) => screen.decide({ do: "down", row: row.data.id, side: screen.cursor.side }),
  gap: (screen, row) => screen.decide({ do: "gap", row: row.data.id }),
  mark: markCell,
  realign: (screen) => {
    screen.say("Aligning again …");
    screen.decide({ do: "realign" });
  },
  undo: (screen) => screen.decide({ do: "undo" }),
  redo: (screen) => screen.decide({ do: "redo" }),
  why: (screen) => screen.panel.toggleWhy(screen),
  lists: (screen) => screen.send({ do: "lists" }),
  errors: askErrors,
  leave: (screen) => {
    if (screen.pageView.isOpen && !screen.marked && !screen.find.hits.length) return screen.pageView.shut();
    unmarkCell(screen);
    screen.find.clear();
    go(screen, screen.cursor.row, { keepDoubt: true });
  },
};

/**
 * @param {Screen} screen
 * @param {string} action a name of `KEYS`
 * @param {string} key the key that was pressed for it
 */
export function act(screen, action, key) {
  if (!action.startsWith("confirm")) screen.asked = null;
  if (Object.hasOwn(ANYWHERE, action)) ANYWHERE[action](screen);
  else if (screen.row) actAtCursor(screen, screen.row, action, key);
}

/**
 * @param {Screen} screen
 * @param {RowView} row
 * @param {string} action
 * @param {string} key
 */
function actAtCursor(screen, row, action, key) {
  const refused = rowRefusal(action, row.data, placeOf(screen, row));
  if (refused) screen.say(refused, true);
  else AT_CURSOR[action]?.(screen, row, key);
}
