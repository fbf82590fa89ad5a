// A reviewer who gives random commands to the one-file desk: `node random-desk.mjs PAGES`, where PAGES is a
// file with {pages: [data of a page, …], seeds: [number, …]}. Prints what the desk made of them as JSON.
import { readFileSync } from "node:fs";
import { LocalDesk } from "../../../align/review/frontend/src/local/desk.js";
import { otherSide, SIDES, textOf } from "../../../align/review/frontend/src/model/rows.js";
import { FakeStorage } from "./page.mjs";

const COMMANDS = 30;
const TYPED = ["", "новое", "два слова", "=1+1"];

/** A generator of numbers from 0 to below 1, the same for the same seed. */
function diceOf(seed) {
  let state = seed;
  const next = () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
  const pick = (values) => values[Math.floor(next() * values.length)];
  return { next, pick };
}

/** Commands about a doubt that are possible now. */
function doubtCommands(desk, { next, pick }) {
  const doubts = desk.rows.flatMap((row) => row.doubts ?? []);
  const open = doubts.filter((doubt) => doubt.state === "open");
  const { id: doubt, suggestions } = pick(open.length ? open : doubts);
  const others = open.flatMap(({ id }) => (id !== doubt && next() < 0.5 ? id : []));
  const withSuggestion = open.filter((one) => others.includes(one.id) && one.suggestions.length);
  const decided = doubts.filter((one) => one.state !== "open");
  return [
    ...(decided.length ? [{ do: "undecide", doubt: pick(decided).id }] : []),
    ...(open.length
      ? [
          { do: "reject", doubt },
          { do: "right", doubt },
        ]
      : []),
    ...(open.length ? [{ do: "everywhere", doubt, accept: false, others }] : []),
    ...(open.length && suggestions.length
      ? [
          { do: "accept", doubt, pick: Math.floor(next() * suggestions.length) },
          { do: "everywhere", doubt, accept: true, others: withSuggestion.map((one) => one.id) },
        ]
      : []),
  ];
}

/** A cell with one word typed anew; several cells with a word replaced. */
function typingCommands(desk, row, side, { next, pick }) {
  const words = textOf(row, side).split(" ").filter(Boolean);
  if (words.length < 2) return [];
  const at = Math.floor(next() * words.length);
  const typed = words.with(at, pick(next() < 0.8 ? TYPED : words));
  const cells = desk.rows
    .filter((one) => one.cells[side].length && next() < 0.5)
    .map((one) => ({ row: one.id, text: textOf(one, side).replaceAll(pick(words), pick(TYPED.slice(1))) }));
  return [
    { do: "edit", row: row.id, side, text: typed.join(" ") },
    { do: "replace", side, cells },
  ];
}

/** Commands about a row and about pairing. */
function rowCommands(desk, { id: row, cells }, side, { next, pick }) {
  const pieces = cells[side].flatMap((sentence) => sentence.pieces);
  return [
    ...["confirm", "confirm-above", "reject-pair", "reopen", "merge", "gap"].map((verb) => ({
      do: verb,
      row,
    })),
    ...["up", "down"].map((verb) => ({ do: verb, row, side })),
    { do: "later", row, on: next() < 0.7 },
    { do: "comment", row, text: pick(["note", "=2", ""]) },
    { do: "pair", [side]: row, [otherSide(side)]: pick(desk.rows).id },
    { do: "bring-back", side: "source", number: 0 },
    ...(pieces.length ? [{ do: "split", row, piece: pick(pieces).id }] : []),
  ];
}

/** A command, as often about a text as about a row. */
function command(desk, dice) {
  const [row, side] = [dice.pick(desk.rows), dice.pick(SIDES)];
  const kinds = [
    doubtCommands(desk, dice),
    typingCommands(desk, row, side, dice),
    rowCommands(desk, row, side, dice),
    [{ do: "undo" }, { do: "undo" }, { do: "redo" }],
  ];
  return dice.pick(dice.pick(kinds.filter((kind) => kind.length)));
}

/** A row as both the desk and Python can describe it. */
function described(row) {
  const doubts = (row.doubts ?? []).filter((doubt) => doubt.kind !== "yours");
  return {
    source: textOf(row, "source"),
    target: textOf(row, "target"),
    status: row.status,
    comment: row.comment ?? "",
    later: Boolean(row.later),
    needs: row.needs,
    doubts: doubts.map(({ id, state, reading = null }) => [id, state, reading]).sort(),
  };
}

/** What random commands make of a page. */
function reviewed(data, seed) {
  const storage = new FakeStorage();
  const desk = new LocalDesk(structuredClone(data), { storage });
  const went = {};
  let table = "";
  desk.receive = (message) => {
    if (message.is === "written") table = message.text;
    if (message.about) went[desk.entries.at(-1).id] = [message.go.row, message.about.row];
  };
  const dice = diceOf(seed);
  for (let n = 0; n < COMMANDS; n += 1) desk.send(command(desk, dice));
  desk.send({ do: "write", to: "table", name: "table.tsv", confirmed: false });
  const rows = desk.rows.map(described);
  const again = new LocalDesk(structuredClone(data), { storage });
  return { entries: desk.entries, rows, again: again.rows.map(described), went, table };
}

const { pages, seeds } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const found = pages.map((data) => seeds.map((seed) => reviewed(data, seed)));
process.stdout.write(JSON.stringify(found));
