// @ts-check
// Which function answers which message.

/** @import { LocalDesk } from "./desk.js" */
/** @import { MessageOf, Outgoing } from "../types/messages.js" */
import * as arrange from "./arrange.js";
import { bringBack } from "./bring-back.js";
import * as doubts from "./doubt-decisions.js";
import { forms } from "./forms.js";
import * as history from "./history.js";
import * as queries from "./queries.js";
import { replace } from "./replace.js";
import * as rows from "./row-decisions.js";
import * as saveAs from "./save-as.js";
import * as scan from "./scan.js";
import { edit } from "./typing.js";
import { word } from "./word.js";

/** @type {{ [Verb in Outgoing["do"]]?: (desk: LocalDesk, message: MessageOf<Verb>) => void }} */
const ANSWERS = {
  hello: queries.hello,
  detail: queries.detail,
  lists: queries.lists,
  errors: queries.errors,
  forms,
  word,
  preview: queries.preview,
  strips: scan.strips,
  picture: scan.picture,
  save: queries.save,
  look: saveAs.look,
  write: saveAs.write,
  accept: doubts.accept,
  reject: doubts.reject,
  undecide: doubts.undecide,
  right: doubts.right,
  everywhere: doubts.everywhere,
  edit,
  replace,
  confirm: rows.confirm,
  "confirm-above": rows.confirmAbove,
  "reject-pair": rows.rejectPair,
  reopen: rows.reopen,
  later: rows.later,
  comment: rows.comment,
  merge: arrange.merge,
  split: arrange.split,
  up: arrange.up,
  down: arrange.down,
  gap: arrange.gap,
  pair: arrange.pair,
  "bring-back": bringBack,
  undo: history.undo,
  redo: history.redo,
};

/**
 * @param {LocalDesk} desk
 * @param {Outgoing} message
 * @throws {Error} in words for the reviewer
 */
export function answer(desk, message) {
  const found = /** @type {((desk: LocalDesk, message: Outgoing) => void) | undefined} */ (
    ANSWERS[message.do]
  );
  if (!found) throw new Error("this needs Python: align again in a notebook");
  found(desk, message);
}
