// @ts-check
// A line of the journal put in force again, found by its places, as `align/review/reducer.py` does.

/** @import { LocalDesk } from "./desk.js" */
/** @import { Change, Entry, OperationOf, Pairing } from "../types/journal.js" */
/** @import { PagePiece } from "../types/page.js" */
/** @import { Correction } from "./typing.js" */
import { arrange } from "./arrange.js";
import { bringBack } from "./bring-back.js";
import * as doubts from "./doubt-decisions.js";
import * as history from "./history.js";
import { doubtAtPlace, rowNumberOfPairing } from "./lookup.js";
import { cellsOf, contains, isSame } from "./pairing.js";
import { joinedSpans } from "./places.js";
import * as rows from "./row-decisions.js";
import { correctPlaces } from "./typing.js";

/** @type {{ [Name in Entry["op"]]: (desk: LocalDesk, operation: OperationOf<Name>) => void }} */
const REPLAYS = {
  accept: (desk, { change }) =>
    doubts.accept(desk, { do: "accept", doubt: doubtAtPlace(desk, change).id, reading: change.new }),
  reject: (desk, { quote }) => doubts.reject(desk, { do: "reject", doubt: doubtAtPlace(desk, quote).id }),
  undecide: (desk, { quote }) =>
    doubts.undecide(desk, { do: "undecide", doubt: doubtAtPlace(desk, quote).id }),
  right: (desk, { quote }) => doubts.right(desk, { do: "right", doubt: doubtAtPlace(desk, quote).id }),
  "accept-everywhere": (desk, { changes }) => {
    const ids = changes.map((change) => doubtAtPlace(desk, change).id);
    doubts.decideTogether(
      desk,
      { do: "everywhere" },
      ids,
      changes.map((change) => change.new),
    );
  },
  "dismiss-everywhere": (desk, { quotes }) => {
    const ids = quotes.map((quote) => doubtAtPlace(desk, quote).id);
    doubts.decideTogether(desk, { do: "everywhere" }, ids, null);
  },
  edit: replayEdit,
  confirm: (desk, operation) => {
    const numbers = operation.rows.map((row) => rowNumberOfPairing(desk, row)).sort((one, two) => one - two);
    rows.confirmRows(desk, { do: "confirm" }, numbers);
  },
  "reject-pair": (desk, { row }) => rows.rejectPair(desk, { do: "reject-pair", row: rowId(desk, row) }),
  reopen: (desk, { row }) => rows.reopen(desk, { do: "reopen", row: rowId(desk, row) }),
  later: (desk, { row, on }) => rows.later(desk, { do: "later", row: rowId(desk, row), on }),
  comment: (desk, { row, text }) => rows.comment(desk, { do: "comment", row: rowId(desk, row), text }),
  arrange: replayArrange,
  "bring-back": replayBringBack,
  undo: (desk, { of }) => {
    if (desk.done.at(-1)?.entry.id !== of) throw new Error("only the last decision can be undone");
    history.undo(desk, { do: "undo" });
  },
  redo: (desk, { of }) => {
    if (desk.undone.at(-1)?.entry.id !== of) throw new Error("only what was undone last can be done again");
    history.redo(desk, { do: "redo" });
  },
};

/**
 * @param {LocalDesk} desk
 * @param {Entry} entry
 * @throws {Error} where the page has no place for it
 */
export function replay(desk, entry) {
  const found = /** @type {(desk: LocalDesk, entry: Entry) => void} */ (REPLAYS[entry.op]);
  found(desk, entry);
}

/**
 * @param {LocalDesk} desk
 * @param {Pairing} pairing
 */
const rowId = (desk, pairing) => desk.rows[rowNumberOfPairing(desk, pairing)].id;

/**
 * @param {LocalDesk} desk
 * @param {OperationOf<"edit">} operation
 */
function replayEdit(desk, { changes }) {
  const [{ side }] = changes;
  correctPlaces(
    desk,
    { do: changes.length > 1 ? "replace" : "edit" },
    side,
    changes.map((change) => placeOnPage(desk, change)),
  );
}

/**
 * @param {LocalDesk} desk
 * @param {Change} change
 * @returns {Correction}
 */
function placeOnPage(desk, { side, spans, new: text }) {
  /** @param {PagePiece} piece */
  const inside = (piece) => piece.spans.every((span) => spans.some((whole) => contains(whole, span)));
  const at = desk.rows.findIndex((row) => row.cells[side].some((sentence) => sentence.pieces.some(inside)));
  if (at < 0) throw new Error("this text is not on the page");
  const pieces = desk.rows[at].cells[side].flatMap((sentence) => sentence.pieces.filter(inside));
  const spansThere = pieces.flatMap((piece) => piece.spans);
  if (!isSame(joinedSpans(spansThere), joinedSpans(spans))) throw new Error("this text is cut another way");
  return { at, pieces, text: text.trimEnd() };
}

/**
 * @param {LocalDesk} desk
 * @param {OperationOf<"arrange">} operation
 */
function replayArrange(desk, { verb, before, after }) {
  const at = rowNumberOfPairing(desk, before[0]);
  before.forEach((pairing, n) => {
    if (rowNumberOfPairing(desk, pairing) !== at + n) throw new Error("these rows stand another way");
  });
  const there = desk.rows.slice(at, at + before.length);
  const made = after.map((pairing) => cellsOf(there, pairing));
  arrange(desk, { do: verb }, verb, at, before.length, made);
}

/**
 * @param {LocalDesk} desk
 * @param {OperationOf<"bring-back">} operation
 */
function replayBringBack(desk, { quote: { side, spans } }) {
  const piece = desk.lists.aside.find((one) => one.side === side && isSame(one.place.spans, spans));
  if (!piece) throw new Error("this piece was not set aside");
  bringBack(desk, { do: "bring-back", side, number: piece.number });
}
