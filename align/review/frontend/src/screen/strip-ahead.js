// @ts-check
// Fetches the pictures of the next doubts before they are needed.

/** @import { Screen } from "./screen.js" */
/** @import { RowLines } from "../types/pages.js" */
/** @import { FoundDoubt } from "../model/open-doubts.js" */
import { boxesAt, doubtsAhead, factorOf, scaleFor, spansOfDoubt } from "../model/strip.js";

/** Rows on either side of the one in focus of which it is asked where they stand. */
const AROUND = 8;

/**
 * @param {Screen} screen
 * @param {number} height of a word, in pixels of the screen
 */
export async function fetchAhead(screen, height) {
  const { grid, pictures, cursor } = screen;
  const ahead = doubtsAhead(grid.data, cursor);
  const lines = await pictures.lines(ahead.map(({ row }) => grid.data[row].id));
  const near = grid.rows.slice(Math.max(cursor.row - AROUND, 0), cursor.row + AROUND + 1);
  pictures.lines(near.map((row) => row.data.id));
  for (const [n, found] of ahead.entries()) fetchDoubt(screen, found, lines[n], height);
}

/**
 * @param {Screen} screen
 * @param {FoundDoubt} found
 * @param {RowLines} lines
 * @param {number} height
 */
function fetchDoubt({ grid, pictures }, { row, doubt }, lines, height) {
  const shown = lines.sides[doubt.side];
  const cells = grid.data[row]?.cells;
  if (!shown?.length || !cells) return;
  const spans = spansOfDoubt(cells, doubt.id, lines);
  const scale = scaleFor(factorOf(shown, height) * devicePixelRatio);
  for (const { page, box, words } of shown)
    if (boxesAt(words, spans).length) pictures.fetch({ side: doubt.side, page, box, scale });
}
