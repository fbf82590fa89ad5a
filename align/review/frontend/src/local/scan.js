// @ts-check
// The lines of the scan that the page holds: where rows stand on them, and their pictures.

/** @import { LocalDesk } from "./desk.js" */
/** @import { MessageOf } from "../types/messages.js" */
/** @import { PageRow, ScanLine } from "../types/page.js" */
/** @import { PageLine, RowLines } from "../types/pages.js" */
/** @import { Side, Span } from "../types/rows.js" */
import { SIDES } from "../model/rows.js";
import { touches } from "../model/strip.js";

/**
 * @param {LocalDesk} desk
 * @param {MessageOf<"strips">} message
 */
export function strips(desk, message) {
  const rows = desk.rows.filter((row) => message.rows.includes(row.id));
  desk.receive({ is: "strips", n: message.n, rows: rows.map((row) => linesOf(desk, row)) });
}

/**
 * @param {LocalDesk} desk
 * @param {PageRow} row
 * @returns {RowLines}
 */
function linesOf(desk, row) {
  /** @type {RowLines["sides"]} */
  const sides = {};
  for (const side of SIDES) {
    const spans = row.cells[side].flatMap((sentence) => sentence.spans);
    const here = (desk.scan[side] ?? []).filter(({ words }) => words.some((one) => touches(spans, one.span)));
    if (here.length) sides[side] = here.map((line) => lineNow(desk, side, line));
  }
  return { row: row.id, sides, doubts: doubtsOf(row) };
}

/**
 * A line, each word with the sentence that holds it now.
 * @param {LocalDesk} desk
 * @param {Side} side
 * @param {ScanLine} line
 * @returns {PageLine}
 */
function lineNow(desk, side, { url: _url, ...line }) {
  const sentences = desk.rows.flatMap((row) => row.cells[side]);
  const words = line.words.map((word) => {
    const sentence = sentences.find(({ spans }) => touches(spans, word.span))?.id;
    return { ...word, sentence };
  });
  return { ...line, words };
}

/**
 * The raw places of the doubts of a row.
 * @param {PageRow} row
 */
function doubtsOf({ cells }) {
  /** @type {Record<string, Span[]>} */
  const found = {};
  for (const { d, spans } of SIDES.flatMap((side) => cells[side].flatMap(({ pieces }) => pieces))) {
    if (d === undefined) continue;
    found[d] ??= [];
    found[d].push(...spans);
  }
  return found;
}

/**
 * The picture of a line.
 * @param {LocalDesk} desk
 * @param {MessageOf<"picture">} message
 */
export function picture(desk, { n, side, page, box, scale }) {
  const line = (desk.scan[side] ?? []).find((one) => one.page === page && String(one.box) === String(box));
  const found = line ? { url: line.url } : { trouble: "This file holds no picture of that line." };
  desk.receive({ is: "picture", n, side, page, box, scale, ...found });
}
