// @ts-check
// Save as… without Python: the texts as they stand, and both in a table.

/** @import { LocalDesk } from "./desk.js" */
/** @import { MessageOf } from "../types/messages.js" */
/** @import { FormatChoice } from "../types/save-as.js" */
/** @import { Row } from "../types/rows.js" */
import { counts, doubtsAre, textOf } from "../model/rows.js";

/** Characters of a text that the look shows. */
const LOOK_CHARACTERS = 3000;

/** @typedef {FormatChoice & { suffix: string, write: (rows: Row[]) => string }} LocalFormat */

/** @type {LocalFormat[]} */
const FORMATS = [
  {
    name: "original",
    title: "Text: the original with its corrections, a row a line",
    suffix: ".clean.original.txt",
    write: (rows) => lines(rows.map((row) => textOf(row, "source"))),
  },
  {
    name: "translation",
    title: "Text: the translation, a row a line",
    suffix: ".clean.translation.txt",
    write: (rows) => lines(rows.map((row) => textOf(row, "target"))),
  },
  {
    name: "table",
    title: "Table: original, translation and comment, with tabs between them",
    suffix: ".tsv",
    write: (rows) =>
      ["original\ttranslation\tcomment\n", ...rows.map((row) => `${cellsOf(row).join("\t")}\n`)].join(""),
  },
];

/** The formats to choose from. @type {FormatChoice[]} */
export const CHOICES = FORMATS.map(({ name, title }) => ({ name, title }));

/** @param {string[]} texts empty ones are left out */
const lines = (texts) =>
  texts
    .filter(Boolean)
    .map((text) => `${text}\n`)
    .join("");

/** How a cell begins that a spreadsheet may run as a formula, or that is escaped already. */
const FORMULA = /^[=+\-@\t\r']/;

/** @param {string} cell an apostrophe is put before it where needed, as `align/export/tsv.py` does */
const escapeFormula = (cell) => (FORMULA.test(cell) ? `'${cell}` : cell);

/** @param {Row} row */
const cellsOf = (row) =>
  [textOf(row, "source"), textOf(row, "target"), row.comment ?? ""].map((text) =>
    escapeFormula(text.trim().replace(/\s+/g, " ")),
  );

/** @param {number} open */
const unanswered = (open) => `${doubtsAre(open)} unanswered: the text stands there as it was read.`;

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"look">} message
 */
export function look(desk, message) {
  const format = formatOf(message.to);
  const { open } = counts(desk.rows);
  desk.receive({
    is: "look",
    to: format.name,
    name: `${desk.name}${format.suffix}`,
    folder: "",
    exists: false,
    notes: open ? [unanswered(open)] : [],
    text: textIn(desk, format, message).slice(0, LOOK_CHARACTERS),
  });
}

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"write">} message
 */
export function write(desk, message) {
  const text = textIn(desk, formatOf(message.to), message);
  desk.receive({ is: "written", paths: [message.name], text });
}

/** @param {string} name */
function formatOf(name) {
  const found = FORMATS.find((format) => format.name === name);
  if (!found) throw new Error("this format needs Python: use a notebook");
  return found;
}

/**
 * @param {LocalDesk} desk
 * @param {LocalFormat} format
 * @param {{ confirmed: boolean }} choice
 */
function textIn({ rows }, format, { confirmed }) {
  return format.write(confirmed ? rows.filter((row) => row.status === "confirmed") : rows);
}
