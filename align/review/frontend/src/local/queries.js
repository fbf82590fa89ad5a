// @ts-check
// Answers to questions: rows, the words of a row, lists, where else a decision applies, the download.

/** @import { LocalDesk } from "./desk.js" */
/** @import { PreviewPlace } from "../types/lists.js" */
/** @import { MessageOf } from "../types/messages.js" */
import { openDoubts } from "../model/rows.js";
import { correctionOf } from "./doubt-decisions.js";
import { drawnRow } from "./drawn-row.js";
import { doubtById, rowNumber } from "./lookup.js";
import { deepCopy } from "./pairing.js";
import { listedWords } from "./project-words.js";
import { CHOICES } from "./save-as.js";

/** @param {LocalDesk} desk */
export function hello(desk) {
  const rows = desk.rows.map(drawnRow);
  desk.receive({
    is: "rows",
    at: 0,
    total: rows.length,
    rows,
    ...desk.heading,
    notes: desk.notes,
    formats: CHOICES,
    ...desk.status(),
  });
}

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"detail">} message
 */
export function detail(desk, message) {
  const row = desk.rows[rowNumber(desk, message.row)];
  desk.receive({ is: "detail", row: row.id, cells: deepCopy(row.cells), where: row.where ?? {} });
  if (row.links) desk.receive({ is: "links", row: row.id, links: row.links });
}

/** @param {LocalDesk} desk */
export function lists(desk) {
  const words = [...listedWords(desk)].sort();
  desk.receive({ is: "lists", ...desk.lists, words });
}

/**
 * The open doubts that have a suggestion, with their kinds of error.
 * @param {LocalDesk} desk
 */
export function errors(desk) {
  const found = desk.rows
    .flatMap(openDoubts)
    .flatMap(({ id: doubt, suggestions: [best], kinds = [] }) =>
      best && kinds.length ? [{ doubt, new: best.t, confidence: best.c, kinds }] : [],
    );
  desk.receive({ is: "errors", errors: found });
}

/**
 * The open doubts about the same text of the same side; to accept: with the same first suggestion.
 * @param {LocalDesk} desk
 * @param {MessageOf<"preview">} message
 */
export function preview(desk, message) {
  const [, doubt] = doubtById(desk, message.doubt);
  const { accept, pick = 0 } = message;
  const text = accept ? correctionOf(doubt, message) : null;
  const places = desk.rows.flatMap((row, at) =>
    openDoubts(row)
      .filter((one) => one.id !== doubt.id && one.side === doubt.side && one.text === doubt.text)
      .filter((one) => !accept || one.suggestions[0]?.t === text)
      .map(
        (one) =>
          /** @type {PreviewPlace} */ ({
            doubt: one.id,
            row: at + 1,
            why: "same",
            old: one.text,
            new: text,
            around: one.around ?? ["", ""],
          }),
      ),
  );
  desk.receive({ is: "preview", doubt: doubt.id, accept, pick, old: doubt.text, new: text, places });
}

/**
 * The journal as it is to be downloaded.
 * @param {LocalDesk} desk
 * @param {MessageOf<"save">} message
 */
export function save(desk, message) {
  desk.downloaded = desk.entries.length;
  desk.store.save();
  const last = desk.entries.at(-1);
  if (last) desk.store.writeValue("downloaded", last.id);
  const lines = desk.readings.concat(desk.entries.map((entry) => `${JSON.stringify(entry)}\n`)).join("");
  desk.receive({ is: "saved", n: message.n, lines, ...desk.status() });
}
