// @ts-check
// The decisions about a row's texts, by place; the doubts and the pieces follow from them, as
// `align/review/state.py` and `align/review/doubts.py` have it.

/** @import { LocalDesk } from "./desk.js" */
/** @import { Quote } from "../types/journal.js" */
/** @import { PageDoubt, PageRow, PageVerdict } from "../types/page.js" */
import { SIDES } from "../model/rows.js";
import { placeOf } from "./lookup.js";
import { isSame } from "./pairing.js";
import { correctPieces, restorePieces } from "./pieces.js";
import { coversSentence, overlap } from "./places.js";
import { listedWords } from "./project-words.js";

/** A place and the decision about the text there. @typedef {Pick<Quote, "side" | "spans">} Place */
/** @typedef {Pick<PageVerdict, "how" | "text">} Verdict */

/**
 * Gives a row, which is changed, a verdict at a place; earlier ones about the same text are removed.
 * @param {LocalDesk} desk
 * @param {PageRow} row
 * @param {Place} place
 * @param {Verdict | null} verdict null: the decision there is withdrawn
 */
export function giveVerdict(desk, row, place, verdict) {
  const before = row.verdicts ?? [];
  const gone = before.filter((one) => isAbout(desk, one, place, verdict));
  row.verdicts = before.filter((one) => !gone.includes(one));
  for (const one of gone) if (one.text !== undefined) restorePieces(row, one);
  if (!verdict) return;
  row.verdicts.push({ side: place.side, spans: place.spans, ...verdict });
  row.verdicts.sort((one, two) => one.spans[0][0] - two.spans[0][0]);
  if (verdict.text !== undefined) correctPieces(row, place, verdict.text, doubtIdAt(row, place));
}

/**
 * Whether a verdict is about the text at a place. One that leaves a sentence as it was read is not about
 * its words, and one about a word is not about the sentence.
 * @param {LocalDesk} desk
 * @param {PageVerdict} verdict
 * @param {Place} place
 * @param {Verdict | null} given the verdict to be given at the place
 */
function isAbout(desk, verdict, place, given = null) {
  if (verdict.side !== place.side || !overlap(verdict.spans, place.spans)) return false;
  return !isIndependent(desk, place, given, verdict) && !isIndependent(desk, verdict, verdict, place);
}

/**
 * @param {LocalDesk} desk
 * @param {Place} place
 * @param {Verdict | null} verdict the verdict there
 * @param {Place} other
 */
function isIndependent({ sentences }, place, verdict, other) {
  if (verdict?.text !== undefined) return false;
  return (
    coversSentence(sentences[place.side], place.spans) && !coversSentence(sentences[other.side], other.spans)
  );
}

/**
 * The last doubt at exactly this place.
 * @param {PageRow} row
 * @param {Place} place
 */
const doubtIdAt = ({ doubts = [] }, { side, spans }) =>
  doubts.findLast((one) => one.side === side && isSame(one.place?.spans, spans))?.id;

/**
 * Brings the doubts of a row, which is changed, in line with its verdicts and the words of the project.
 * @param {LocalDesk} desk
 * @param {PageRow} row
 * @param {Set<string>} [words] as word lists hold them
 */
export function refreshDoubts(desk, row, words = listedWords(desk)) {
  const flagged = (row.doubts ?? []).filter((doubt) => doubt.kind !== "yours");
  for (const doubt of flagged) refreshDoubt(desk, row, doubt, words);
  row.doubts = [...flagged, ...ownCorrections(row)];
}

/**
 * @param {LocalDesk} desk
 * @param {PageRow} row
 * @param {PageDoubt} doubt
 * @param {Set<string>} words
 */
function refreshDoubt(desk, row, doubt, words) {
  const place = placeOf(row, doubt);
  const verdict = row.verdicts?.find((one) => isAbout(desk, one, place));
  const isListed = doubt.listed !== undefined && words.has(doubt.listed);
  const undecided = doubt.state === "answered" ? "answered" : "open";
  doubt.state = verdict?.how ?? (isListed ? "right" : undecided);
  delete doubt.reading;
  if (verdict?.text !== undefined) doubt.reading = verdict.text;
}

/**
 * The corrections at places without a doubt, shown like doubts so that they can be opened again.
 * @param {PageRow} row
 * @returns {PageDoubt[]}
 */
function ownCorrections(row) {
  const flagged = new Set(row.doubts?.flatMap((one) => (one.kind === "yours" ? [] : one.id)));
  return SIDES.flatMap((side) =>
    row.cells[side]
      .flatMap((sentence) => sentence.pieces)
      .flatMap(({ d: id, old, t, spans, raw }) => {
        if (id === undefined || old === undefined || flagged.has(id)) return [];
        const how = row.verdicts?.find((one) => one.side === side && overlap(one.spans, spans))?.how;
        const place = { side, spans, old: raw };
        const [text, reading] = [old.trim(), t.trim()];
        const named = { id, side, kind: "yours", word: "your correction", text, reading };
        return { ...named, state: how ?? "edited", suggestions: [], place };
      }),
  );
}

/**
 * The verdicts that a row of the page shows already.
 * @param {PageRow} row
 * @param {Set<string>} words the words of the project
 * @returns {PageVerdict[]}
 */
export function shownVerdicts(row, words) {
  const doubts = row.doubts ?? [];
  /** @type {PageVerdict[]} */
  const found = [];
  for (const side of SIDES)
    for (const { d, t, old, spans } of row.cells[side].flatMap((sentence) => sentence.pieces)) {
      const how = doubts.find((one) => one.id === d)?.state ?? "edited";
      if (old !== undefined) found.push({ side, spans, how, text: t.trim() });
    }
  for (const { side, state: how, place, listed = "" } of doubts) {
    if (!place || how === "open" || how === "answered" || (how === "right" && words.has(listed))) continue;
    const isKnown = found.some((one) => one.side === side && overlap(one.spans, place.spans));
    if (!isKnown) found.push({ side, spans: place.spans, how });
  }
  return found.sort((one, two) => one.spans[0][0] - two.spans[0][0]);
}
