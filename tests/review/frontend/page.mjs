// The one-file desk of a small text, without a screen.
import { LocalDesk } from "../../../align/review/frontend/src/local/desk.js";

/** A sentence whose words stand at their places from `start` on. */
function sentence(side, start, text) {
  const pieces = [];
  let at = start;
  for (const t of text.match(/\S+\s*/g)) {
    pieces.push({ id: `${side[0]}${at}`, t, raw: t, spans: [[at, at + t.length]] });
    at += t.length;
  }
  return { id: `${side[0]}${start}`, spans: [[start, at]], pieces };
}

/** The sentences of one side, row by row; "|" parts two sentences of a row. */
function side(name, rows) {
  let at = 0;
  return rows.map((row) =>
    row
      .split("|")
      .filter(Boolean)
      .map((text) => {
        const made = sentence(name, at, text);
        at += text.length + 1;
        return made;
      }),
  );
}

/** A doubt about the first word of a row's original. */
function doubtOn(row, id, ...texts) {
  const { pieces } = row.cells.source[0];
  const [piece] = pieces;
  const [start, stop] = piece.spans[0];
  const space = { id: `s${stop - 1}`, t: " ", raw: " ", spans: [[stop - 1, stop]] };
  const word = piece.t.trim();
  Object.assign(piece, { d: id, t: word, raw: word, spans: [[start, start + word.length]] });
  if (stop - start > word.length) pieces.splice(1, 0, space);
  const place = { side: "source", spans: piece.spans, old: piece.raw };
  const suggestions = texts.map((t) => ({ t, c: 0.8 }));
  row.doubts.push({
    id,
    side: "source",
    kind: "ocr.case",
    word: "",
    text: word,
    state: "open",
    suggestions,
    place,
  });
}

/** The data of a page: rows of two texts, doubts as {row number: [suggestion, …]}. */
export function pageOf(source, target, doubts = {}) {
  const [sources, targets] = [side("source", source), side("target", target)];
  const rows = source.map((_, n) => ({
    id: sources[n][0]?.id ?? targets[n][0].id,
    status: "auto",
    needs: false,
    confidence: 0.9,
    cells: { source: sources[n], target: targets[n] },
    doubts: [],
  }));
  for (const [n, texts] of Object.entries(doubts)) doubtOn(rows[n], `f${n}`, ...texts);
  const place = { side: "source", spans: [[900, 905]], old: "- 7 -" };
  const aside = [
    { side: "source", number: 0, text: "- 7 -", reason: "page furniture", where: "", back: false, place },
  ];
  return {
    title: "letter",
    name: "letter.txt",
    sides: {},
    documents: { source: "aa", target: "bb" },
    rows,
    lists: { aside, moved: [], words: [] },
    decided: [],
  };
}

/** A storage that lives as long as the test. */
export class FakeStorage {
  setItem(key, value) {
    this[key] = value;
  }
  getItem(key) {
    return this[key] ?? null;
  }
  removeItem(key) {
    delete this[key];
  }
}

/** A desk that collects its answers. */
export function deskOf(data, options = {}) {
  const desk = new LocalDesk(structuredClone(data), {
    now: () => new Date("2024-05-06T07:08:09.123Z"),
    ...options,
  });
  const answers = [];
  desk.receive = (message) => answers.push(message);
  const ask = (message) => {
    answers.length = 0;
    desk.send(message);
    return answers.at(-1);
  };
  return { desk, ask };
}

/** Both cells of each row as a reader sees them; sentences parted by "|". */
export const shown = (desk) =>
  desk.rows.map((row) =>
    ["source", "target"]
      .map((name) =>
        row.cells[name]
          .map((one) =>
            one.pieces
              .map((piece) => piece.t)
              .join("")
              .trim(),
          )
          .join("|"),
      )
      .join(" = "),
  );
