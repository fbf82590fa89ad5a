// The review's screen: draws pieces that Python cut, turns keys and clicks into messages, nothing else.
//
//   keyOf, KEYS        what was pressed, on any keyboard layout -> the name of an action
//   counts, shows …    pure helpers over rows (tested with `node --test`)
//   Keep               decisions in the browser's own storage, for the one-file desk
//   Local              answers messages without Python: the one-file desk
//   Screen             the grid, the panel beside it, the dialogs
//   default, open      how a notebook and how a page begin
//
// Text of the document reaches the page by `textContent` only; no offset is ever computed here.

// ---------------------------------------------------------------- keys

export const KEYS = [
  ["Move", [
    ["row-down", ["ArrowDown", "j"], "next row"],
    ["row-up", ["ArrowUp", "k"], "previous row"],
    ["cell-left", ["ArrowLeft"], "to the original"],
    ["cell-right", ["ArrowRight"], "to the translation"],
    ["page-down", ["PageDown"], "ten rows down"],
    ["page-up", ["PageUp"], "ten rows up"],
    ["first", ["Home"], "first row"],
    ["last", ["End"], "last row"],
    ["next", ["n"], "next that needs review"],
    ["previous", ["N"], "previous that needs review"],
    ["doubt-next", ["]"], "next doubt in this row"],
    ["doubt-previous", ["["], "previous doubt in this row"],
    ["search", ["/"], "search"],
    ["go", ["g"], "go to a row by its number"],
  ]],
  ["Readings", [
    ["accept", ["a"], "accept the first suggestion"],
    ["pick", ["1", "2", "3", "4", "5", "6", "7", "8", "9"], "accept this suggestion"],
    ["reject", ["x"], "dismiss: it stays as it was read"],
    ["accept-all", ["A"], "accept everywhere, shown first"],
    ["reject-all", ["X"], "dismiss everywhere, shown first"],
    ["right", ["w"], "this word is right, in the whole project"],
    ["edit", ["e", "F2"], "type the text of the cell yourself"],
    ["undecide", ["o"], "open what was decided again"],
  ]],
  ["Rows", [
    ["confirm", ["Enter"], "confirm and go to the next that needs review"],
    ["confirm-above", ["C"], "confirm all from the top to here"],
    ["reject-pair", ["R"], "these two do not translate each other"],
    ["later", ["f"], "flag for later"],
    ["comment", ["c"], "comment"],
  ]],
  ["Pairs", [
    ["merge", ["m"], "merge with the next row"],
    ["split", ["s"], "split: choose the word, Enter"],
    ["up", ["u"], "first sentence to the row above"],
    ["down", ["d"], "last sentence to the row below"],
    ["gap", ["i"], "part the two cells"],
    ["mark", ["Space"], "mark a cell; then the cell it belongs to"],
    ["realign", ["r"], "align again what is not confirmed"],
  ]],
  ["Work", [
    ["undo", ["Ctrl+z"], "undo"],
    ["redo", ["Ctrl+Z", "Ctrl+y"], "do it again"],
    ["save", ["Ctrl+s"], "save now"],
    ["lists", ["l"], "what was set aside, what was moved"],
    ["keys", ["?"], "these keys"],
    ["leave", ["Escape"], "leave what is open"],
  ]],
];

const ACTIONS = new Map(KEYS.flatMap(([, group]) => group.flatMap(([name, keys]) => keys.map((key) => [key, name]))));

/** What was pressed, the same on every layout: "a", "A", "Ctrl+z", "Enter", "Space", "/". Null while composing. */
export function keyOf(event) {
  if (event.isComposing || event.keyCode === 229 || event.altKey) return null;
  const key = event.key;
  let name = key;
  if (/^[a-z]$/i.test(key)) name = event.shiftKey ? key.toUpperCase() : key.toLowerCase();
  else if (/^Key[A-Z]$/.test(event.code)) name = event.shiftKey ? event.code[3] : event.code[3].toLowerCase();
  else if (/^Digit[1-9]$/.test(event.code) && !event.shiftKey) name = event.code[5];
  else if (key === " " || event.code === "Space") name = "Space";
  else if (event.code === "Slash" && (key === "." || key === ",")) name = event.shiftKey ? "?" : "/";
  else if (event.code === "BracketLeft" && !/^[ -~]$/.test(key)) name = "[";
  else if (event.code === "BracketRight" && !/^[ -~]$/.test(key)) name = "]";
  return event.ctrlKey || event.metaKey ? `Ctrl+${name}` : name;
}

/** The action a key stands for, or undefined. */
export const actionOf = (key) => ACTIONS.get(key);

// ---------------------------------------------------------------- rows

export const SIDES = ["source", "target"];
const other = (side) => (side === "source" ? "target" : "source");

/** Doubts nobody has decided on yet. */
export const openDoubts = (row) => (row.doubts ?? []).filter((doubt) => doubt.state === "open" && !doubt.pending);

/** The text of a cell as a reader sees it. */
export const textOf = (row, side) =>
  (row.cells[side] ?? []).map((sentence) => sentence.pieces.map((piece) => piece.t).join("")).join(" ");

/** Live counts over all rows. */
export function counts(rows) {
  const found = { rows: rows.length, needs: 0, confirmed: 0, rejected: 0, later: 0, comments: 0, open: 0, decided: 0 };
  for (const row of rows) {
    if (row.needs) found.needs += 1;
    if (row.status === "confirmed") found.confirmed += 1;
    if (row.status === "rejected") found.rejected += 1;
    if (row.later) found.later += 1;
    if (row.comment) found.comments += 1;
    for (const doubt of row.doubts ?? []) found[doubt.state === "open" ? "open" : "decided"] += 1;
  }
  return found;
}

/** How many doubts there are of each kind. */
export function kinds(rows) {
  const found = new Map();
  for (const row of rows) for (const doubt of row.doubts ?? []) found.set(doubt.kind, (found.get(doubt.kind) ?? 0) + 1);
  return new Map([...found].sort());
}

/** A test for a text: words as they stand, or a regular expression. Throws where the expression is none. */
export function matcher(query, regex) {
  if (!query) return null;
  return new RegExp(regex ? query : query.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu");
}

const STATUS = {
  all: () => true,
  needs: (row) => row.needs,
  open: (row) => (row.doubts ?? []).some((doubt) => doubt.state === "open"),
  auto: (row) => row.status === "auto" && !row.needs,
  confirmed: (row) => row.status === "confirmed",
  rejected: (row) => row.status === "rejected",
  later: (row) => row.later,
  comments: (row) => Boolean(row.comment),
  doubtful: (row) => Boolean(row.why),
};

/** Whether a row passes the filters {status, kind, match}. */
export function shows(row, { status = "all", kind = "", match = null }) {
  if (!STATUS[status](row)) return false;
  if (kind && !(row.doubts ?? []).some((doubt) => doubt.kind === kind)) return false;
  if (!match) return true;
  return SIDES.some((side) => textOf(row, side).search(match) >= 0) || (row.comment ?? "").search(match) >= 0;
}

/** The number of the next row from `at` that passes a test, around the end; -1 where there is none. */
export function find(rows, at, step, test) {
  for (let i = 1; i <= rows.length; i += 1) {
    const number = (at + step * i + rows.length * i) % rows.length;
    if (test(rows[number])) return number;
  }
  return -1;
}

/** A fraction as it is shown: .83; 1.0 where nothing is left to doubt. */
export const fraction = (value) => (value >= 0.995 ? "1.0" : value.toFixed(2).replace(/^0/, ""));

const CONTROLS = new Map([
  ["\u202a", "LRE"], ["\u202b", "RLE"], ["\u202c", "PDF"], ["\u202d", "LRO"], ["\u202e", "RLO"],
  ["\u2066", "LRI"], ["\u2067", "RLI"], ["\u2068", "FSI"], ["\u2069", "PDI"],
  ["\u200e", "LRM"], ["\u200f", "RLM"], ["\u061c", "ALM"],
]);

/** A text cut so that each character that turns the direction of writing stands alone, to be drawn by its name. */
export const controlled = (text) =>
  text.split(/([\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c])/).filter(Boolean)
    .map((part) => (CONTROLS.has(part) ? { name: CONTROLS.get(part) } : { text: part }));

/** An id no other decision has. */
export const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

// ---------------------------------------------------------------- without Python

const copy = (value) => JSON.parse(JSON.stringify(value));
const spansOf = (sentence) => sentence.spans;
const pairingOf = (row) => ({ source: row.cells.source.map(spansOf), target: row.cells.target.map(spansOf) });
const idOf = ({ source, target }) => (source.length ? `s${source[0][0][0]}` : `t${target[0][0][0]}`);
const same = (one, two) => JSON.stringify(one) === JSON.stringify(two);

/** Sentences of a cell cut before the word with this id; null where nothing would stand before it. */
export function cutBefore(sentences, id) {
  for (let n = 0; n < sentences.length; n += 1) {
    const at = sentences[n].pieces.findIndex((piece) => piece.id === id);
    if (at < 0) continue;
    if (at === 0) return n ? [sentences.slice(0, n), sentences.slice(n)] : null;
    const halves = [sentences[n].pieces.slice(0, at), sentences[n].pieces.slice(at)];
    const [head, tail] = halves.map((pieces) => ({
      id: sentences[n].id[0] + pieces[0].spans[0][0], pieces, spans: pieces.flatMap((piece) => piece.spans),
    }));
    return [[...sentences.slice(0, n), head], [tail, ...sentences.slice(n + 1)]];
  }
  return null;
}

/** Stretches between white space, each with the pieces it is made of. */
export function tokensOf(pieces) {
  const found = [];
  let glued = false;
  for (const piece of pieces) {
    const text = piece.t.trim();
    if (glued && found.length && !/^\s/.test(piece.t)) {
      found.at(-1).t += text;
      found.at(-1).pieces.push(piece);
    } else if (text) found.push({ t: text, pieces: [piece] });
    if (piece.t) glued = !/\s$/.test(piece.t);
  }
  return found;
}

/** What a typed text changes: first and last differing token, and the new text; null where nothing differs. */
export function retyped(tokens, typed) {
  const old = tokens.flatMap((token, n) => token.t.split(/\s+/).map((t) => ({ t, n })));
  const put = typed.split(/\s+/).filter(Boolean);
  let head = 0;
  while (head < Math.min(old.length, put.length) && old[head].t === put[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, put.length) - head && old[old.length - 1 - tail].t === put[put.length - 1 - tail]) tail += 1;
  if (head + tail === old.length && head + tail === put.length) return null;
  if (head + tail === old.length) { if (head) head -= 1; else tail -= 1; }
  while (head && old[head - 1].n === old[head].n) head -= 1;
  while (tail && old[old.length - tail].n === old[old.length - tail - 1].n) tail -= 1;
  const text = put.slice(head, put.length - tail).join(" ");
  return { first: old[head].n, last: old[old.length - tail - 1].n + 1, text };
}

/** A row to be drawn: words that nobody doubts run together. */
export function compact(row) {
  const made = { ...copy({ ...row, links: undefined }), cells: {} };
  for (const side of SIDES) {
    made.cells[side] = row.cells[side].map((sentence) => {
      const pieces = [];
      for (const piece of sentence.pieces) {
        const plain = piece.d === undefined;
        if (plain && pieces.length && pieces.at(-1).d === undefined) pieces.at(-1).t += piece.t;
        else pieces.push({ t: piece.t, ...(plain ? {} : { d: piece.d }), ...(piece.old === undefined ? {} : { old: piece.old }) });
      }
      return { id: sentence.id, pieces };
    });
  }
  return made;
}

/** The browser's storage; null where the reader or the browser forbids it. */
export function browserStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** Decisions in a storage, a key each, under the sha256 of the files: two tabs never write over each other. */
export class Keep {
  constructor(storage, documents) {
    Object.assign(this, { storage, waiting: [], trouble: "" });
    this.prefix = `align-review ${[...new Set(Object.values(documents))].join(" ")} `;
    this.next = 0;
  }

  /** What was kept, oldest first; a decision that has come back in the page (its id is in `known`) is dropped. */
  read(known) {
    const keys = this.try(() => Object.keys(this.storage).filter((key) => key.startsWith(this.prefix)).sort()) ?? [];
    const entries = [];
    for (const key of keys) {
      const [, number, id] = key.slice(this.prefix.length).match(/^(\d+) (.*)$/) ?? [];
      if (id === undefined) continue;
      this.next = Math.max(this.next, Number(number) + 1);
      if (known.has(id)) this.try(() => this.storage.removeItem(key));
      else this.try(() => entries.push(JSON.parse(this.storage.getItem(key))));
    }
    return entries;
  }

  add(entry) {
    this.waiting.push(entry);
    this.save();
  }

  /** Writes what waits; a storage that is full or forbidden leaves it waiting, and `trouble` says so. */
  save() {
    this.trouble = this.storage ? "" : "This browser keeps nothing for this page: download your decisions (Ctrl+S) before you close it.";
    for (; !this.trouble && this.waiting.length; this.waiting.shift()) {
      const [entry] = this.waiting;
      const key = `${this.prefix}${String(this.next).padStart(7, "0")} ${entry.id}`;
      this.try(() => this.storage.setItem(key, JSON.stringify(entry)));
      if (!this.trouble) this.next += 1;
      else return;
    }
  }

  /** A small fact beside the decisions: which was the last to be downloaded, who reviews. */
  recall(name) { return this.try(() => this.storage.getItem(this.prefix + name)); }
  note(name, value) { this.try(() => this.storage.setItem(this.prefix + name, value)); }

  try(act) {
    try {
      return this.storage && act();
    } catch (error) {
      this.trouble = "Not kept: the storage of this browser is full or shut. Your decisions stay on the screen: download them (Ctrl+S) before you close the page.";
      return null;
    }
  }
}

/** Answers a screen's messages on rows that were written into the page; decisions become journal lines. */
export class Local {
  constructor(data, { now = () => new Date(), storage = null } = {}) {
    Object.assign(this, { rows: data.rows, lists: data.lists, documents: data.documents, sides: data.sides });
    Object.assign(this, { title: data.title, name: data.name, now, entries: [], done: [], undone: [], notes: [] });
    this.hear = () => {};
    this.keep = new Keep(storage, data.documents);
    this.restore(this.keep.read(new Set(data.decided)));
    const last = this.keep.recall("downloaded");
    this.downloaded = this.entries.findIndex((entry) => entry.id === last) + 1;
    this.reviewer = this.keep.recall("reviewer") ?? "";
    this.keep.save();
  }

  /** Decisions that nobody has but this page. */
  get unsaved() { return this.entries.length - this.downloaded; }

  status() {
    const kept = this.entries.length && !this.keep.waiting.length ? "kept in this browser" : "";
    const left = this.unsaved > 0 ? `${this.unsaved} not downloaded` : this.downloaded ? "all downloaded" : "";
    return {
      undo: this.done.length ? this.done.at(-1).entry.op : null,
      redo: this.undone.length ? this.undone.at(-1).entry.op : null,
      saved: [kept, left].filter(Boolean).join(", "), trouble: this.keep.trouble, readOnly: false,
    };
  }

  named(reviewer) {
    this.reviewer = reviewer;
    this.keep.note("reviewer", reviewer);
  }

  /** Decisions of an earlier visit, in force again; what has no place on this page stays in the download. */
  restore(entries) {
    let lost = 0;
    for (const entry of entries) {
      this.again = entry;
      const before = this.entries.length;
      try {
        AGAIN[entry.op](this, entry);
      } catch {
        lost += 1;
      }
      if (this.entries.length === before) this.entries.push(entry);
    }
    this.again = null;
    const many = (count) => (count === 1 ? "1 decision" : `${count} decisions`);
    if (entries.length > lost) this.notes.push(`In force again from your last visit: ${many(entries.length - lost)}.`);
    if (lost) this.notes.push(`Without a place on this page: ${many(lost)} of your last visit. The download holds what you decided there, too.`);
  }

  send(message) {
    try {
      const answer = this[`do_${message.do.replaceAll("-", "_")}`];
      if (!answer) throw new Error("this needs Python: align again in a notebook");
      answer.call(this, message);
    } catch (error) {
      this.hear({ is: "trouble", text: error.message, n: message.n });
    }
  }

  at(id) {
    const at = this.rows.findIndex((row) => row.id === id);
    if (at < 0) throw new Error("that row is not there any more; choose another");
    return at;
  }

  /** Decide: rows from `at` become `rows`; one journal line; undo knows the way back. */
  decide(message, at, gone, rows, entry) {
    const written = this.write(entry);
    this.done.push({ at, before: this.rows.slice(at, at + gone), after: rows, entry: written });
    this.undone = [];
    this.splice(at, gone, rows, message);
  }

  /** A new line of the journal, or the one that is put in force again. */
  write({ op, ...values }) {
    const made = () => ({ op, id: newId(), ...values, by: this.reviewer || "reviewer", at: this.now().toISOString().replace(/\.\d+Z$/, "Z"), documents: this.documents });
    const entry = this.again ?? made();
    this.entries.push(entry);
    if (!this.again) this.keep.add(entry);
    return entry;
  }

  splice(at, gone, rows, message) {
    for (const row of rows) row.needs = this.needs(row);
    this.rows.splice(at, gone, ...rows);
    this.hear({ is: "patch", n: message.n, did: message.do, at, gone, rows: rows.map(compact), updates: [], ...this.status() });
  }

  needs(row) {
    const doubtful = row.made || (row.confidence !== undefined && row.confidence < 0.7);
    return row.status === "auto" && (doubtful || (row.doubts ?? []).some((doubt) => doubt.state === "open"));
  }

  /** The number of the row that holds exactly these sentences. */
  atPairing(pairing) {
    const at = this.at(idOf(pairing));
    if (!same(pairingOf(this.rows[at]), { source: pairing.source, target: pairing.target })) throw new Error("these sentences are paired another way");
    return at;
  }

  /** The doubt at a place. */
  doubtAt({ side, spans }) {
    for (const row of this.rows) {
      for (const doubt of row.doubts ?? []) if (doubt.side === side && same(doubt.place?.spans, spans)) return doubt;
    }
    throw new Error("there is no doubt at this place");
  }

  /** One row changed. */
  change(message, entry, edit) {
    const at = this.at(message.row);
    const row = copy(this.rows[at]);
    edit(row);
    this.decide(message, at, 1, [row], { op: entry, row: pairingOf(row) });
  }

  do_hello() {
    this.hear({ is: "rows", at: 0, total: this.rows.length, rows: this.rows.map(compact), title: this.title, sides: this.sides, notes: this.notes, ...this.status() });
  }

  do_detail(message) {
    const row = this.rows[this.at(message.row)];
    this.hear({ is: "detail", row: row.id, cells: copy(row.cells), where: row.where ?? {} });
    if (row.links) this.hear({ is: "links", row: row.id, links: row.links });
  }

  do_lists() { this.hear({ is: "lists", ...this.lists }); }

  do_save(message) {
    this.downloaded = this.entries.length;
    this.keep.save();
    if (this.entries.length) this.keep.note("downloaded", this.entries.at(-1).id);
    this.hear({ is: "saved", n: message.n, lines: this.lines(), ...this.status() });
  }

  lines() { return this.entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""); }

  /** The row and the doubt a message is about. */
  doubt(id) {
    const at = this.rows.findIndex((row) => (row.doubts ?? []).some((doubt) => doubt.id === id));
    if (at < 0) throw new Error("there is no doubt here to decide on");
    return [at, this.rows[at].doubts.find((doubt) => doubt.id === id)];
  }

  read(message, op, give, how, text) {
    const [at, doubt] = this.doubt(message.doubt);
    const row = copy(this.rows[at]);
    settle(row, doubt.id, how, text);
    this.decide(message, at, 1, [row], { op, ...give(doubt) });
  }

  do_accept(message) {
    const [, doubt] = this.doubt(message.doubt);
    const reading = readingOf(doubt, message);
    if (reading === undefined && doubt.kind === "layout.moved") { this.do_reject(message); return; }
    if (reading === undefined) throw new Error("nothing is suggested here: type the reading (e), or dismiss the doubt (x)");
    this.read(message, "accept", (d) => ({ change: { ...d.place, new: reading } }), "accepted", reading);
  }

  do_reject(message) { this.read(message, "reject", (d) => ({ quote: d.place }), "kept"); }
  do_undecide(message) { this.read(message, "undecide", (d) => ({ quote: d.place }), "open"); }
  do_right(message) { this.read(message, "right", (d) => ({ quote: d.place, word: d.text }), "right"); }

  do_preview(message) {
    const [, doubt] = this.doubt(message.doubt);
    const text = message.accept ? readingOf(doubt, message) : null;
    const places = this.rows.flatMap((row, at) => openDoubts(row)
      .filter((one) => one.id !== doubt.id && one.side === doubt.side && one.text === doubt.text && (!message.accept || one.suggestions[0]?.t === text))
      .map((one) => ({ doubt: one.id, row: at + 1, why: "same", old: one.text, new: text, around: one.around ?? ["", ""] })));
    this.hear({ is: "preview", doubt: doubt.id, accept: Boolean(message.accept), pick: message.pick ?? 0, old: doubt.text, new: text, places });
  }

  do_everywhere(message) {
    const ids = new Set([message.doubt, ...(message.others ?? [])]);
    const text = message.accept ? readingOf(this.doubt(message.doubt)[1], message) : null;
    if (message.accept && text === undefined) throw new Error("nothing is suggested here to accept");
    const found = [...ids].map((id) => this.doubt(id));
    const first = Math.min(...found.map(([at]) => at));
    const last = Math.max(...found.map(([at]) => at));
    const rows = copy(this.rows.slice(first, last + 1));
    for (const [at, doubt] of found) settle(rows[at - first], doubt.id, message.accept ? "accepted" : "kept", text);
    const given = message.accept
      ? { op: "accept-everywhere", changes: found.map(([, doubt]) => ({ ...doubt.place, new: text })) }
      : { op: "dismiss-everywhere", quotes: found.map(([, doubt]) => doubt.place) };
    this.decide(message, first, rows.length, rows, given);
  }

  do_edit(message) {
    const at = this.at(message.row);
    const tokens = this.rows[at].cells[message.side].flatMap((sentence) => tokensOf(sentence.pieces));
    const found = tokens.length ? retyped(tokens, message.text) : null;
    if (!found) { this.hear({ is: "nothing", n: message.n, ...this.status() }); return; }
    this.type(message, at, tokens.slice(found.first, found.last).flatMap((token) => token.pieces), found.text);
  }

  /** These pieces of a row read so. */
  type(message, at, pieces, text) {
    const row = copy(this.rows[at]);
    const gone = pieces.map((piece) => copy(piece));
    const space = gone.at(-1).raw.match(/\s*$/)[0];
    const place = { side: message.side, spans: gone.flatMap((piece) => piece.spans), old: gone.map((piece) => piece.raw).join("") };
    const mine = `v${gone[0].id}`;
    const put = { id: gone[0].id, t: text + (space ? " " : ""), old: gone.map((piece) => piece.old ?? piece.t).join("").trim(), spans: place.spans, raw: place.old, d: mine };
    const ids = new Set(gone.map((piece) => piece.id));
    for (const sentence of row.cells[message.side]) {
      sentence.pieces = sentence.pieces.flatMap((piece) => (piece.id === put.id ? [put] : ids.has(piece.id) ? [] : [piece]));
    }
    const left = new Set(row.cells[message.side].flatMap((sentence) => sentence.pieces.map((piece) => piece.d)));
    const touched = new Set(gone.map((piece) => piece.d).filter((id) => id && !left.has(id)));
    row.doubts = (row.doubts ?? []).filter((doubt) => !touched.has(doubt.id));
    row.doubts.push({ id: mine, side: message.side, kind: "yours", word: "your own reading", text: put.old, state: "edited", reading: text, suggestions: [], place });
    this.decide(message, at, 1, [row], { op: "edit", changes: [{ ...place, new: text + space }] });
  }

  do_confirm(message) { this.confirm(message, [this.at(message.row)]); }

  do_confirm_above(message) {
    this.confirm(message, [...Array(this.at(message.row) + 1).keys()].filter((at) => this.rows[at].status === "auto"));
  }

  /** The rows with these numbers, ascending. */
  confirm(message, numbers) {
    if (!numbers.length) { this.hear({ is: "nothing", n: message.n, ...this.status() }); return; }
    const first = numbers[0];
    const rows = copy(this.rows.slice(first, numbers.at(-1) + 1));
    const chosen = numbers.map((at) => rows[at - first]);
    for (const row of chosen) row.status = "confirmed";
    this.decide(message, first, rows.length, rows, { op: "confirm", rows: chosen.map(pairingOf) });
  }

  do_reject_pair(message) { this.change(message, "reject-pair", (row) => { row.status = "rejected"; }); }
  do_reopen(message) { this.change(message, "reopen", (row) => { row.status = "auto"; }); }

  do_later(message) {
    const at = this.at(message.row);
    const row = { ...copy(this.rows[at]), later: Boolean(message.on) };
    this.decide(message, at, 1, [row], { op: "later", row: pairingOf(row), on: row.later });
  }

  do_comment(message) {
    const at = this.at(message.row);
    const row = { ...copy(this.rows[at]), comment: message.text.trim() };
    this.decide(message, at, 1, [row], { op: "comment", row: pairingOf(row), text: row.comment });
  }

  /** Rows from `at` paired another way: `made` holds the cells of each new row. */
  arrange(message, verb, at, gone, made) {
    const before = this.rows.slice(at, at + gone);
    const doubts = before.flatMap((row) => row.doubts ?? []);
    const rows = made.filter((cells) => cells.source.length + cells.target.length).map((cells) => {
      const ids = new Set(SIDES.flatMap((side) => cells[side].flatMap((one) => one.pieces.map((piece) => piece.d))));
      const first = cells.source[0] ?? cells.target[0];
      return copy({ id: first.id, status: "auto", made: true, sure: "by hand", why: "Paired by hand: confirm it when it is right.", cells, doubts: doubts.filter((doubt) => ids.has(doubt.id)) });
    });
    const comment = before.map((row) => row.comment).filter(Boolean).join(" · ");
    if (comment) rows[0].comment = comment;
    this.decide(message, at, gone, rows, { op: "arrange", verb, before: before.map(pairingOf), after: rows.map(pairingOf) });
  }

  do_merge(message) {
    const at = this.at(message.row);
    if (at + 1 === this.rows.length) throw new Error("there is no row below the last");
    const [one, two] = [this.rows[at].cells, this.rows[at + 1].cells];
    this.arrange(message, "merge", at, 2, [{ source: [...one.source, ...two.source], target: [...one.target, ...two.target] }]);
  }

  do_split(message) {
    const at = this.at(message.row);
    const side = message.piece[0] === "s" ? "source" : "target";
    const cells = this.rows[at].cells;
    const halves = cutBefore(cells[side], message.piece);
    if (!halves) throw new Error("choose a word inside the cell: nothing would stand before this one");
    const there = cells[other(side)];
    const length = (sentences) => sentences.reduce((sum, one) => sum + one.pieces.reduce((n, piece) => n + piece.t.length, 0), 0);
    const share = length(halves[0]) / (length(halves[0]) + length(halves[1]));
    let cut = there.length;
    if (there.length > 1) {
      const off = (k) => Math.abs(length(there.slice(0, k)) / length(there) - share);
      cut = [...Array(there.length - 1).keys()].map((k) => k + 1).reduce((best, k) => (off(k) < off(best) ? k : best), 1);
    }
    const rest = [there.slice(0, cut), there.slice(cut)];
    this.arrange(message, "split", at, 1, [0, 1].map((k) => ({ [side]: halves[k], [other(side)]: rest[k] })));
  }

  do_up(message) {
    const at = this.at(message.row);
    if (!at) throw new Error("there is no row above the first");
    const [above, row] = [this.rows[at - 1].cells, this.rows[at].cells];
    if (!row[message.side].length) throw new Error("this cell is empty; choose the other side");
    const moved = row[message.side].slice(0, 1);
    this.arrange(message, "up", at - 1, 2, [
      { ...above, [message.side]: [...above[message.side], ...moved] }, { ...row, [message.side]: row[message.side].slice(1) }]);
  }

  do_down(message) {
    const at = this.at(message.row);
    const row = this.rows[at].cells;
    const moved = row[message.side].slice(-1);
    if (!moved.length) throw new Error("this cell is empty; choose the other side");
    const below = at + 1 < this.rows.length ? this.rows[at + 1].cells : { source: [], target: [] };
    if (at + 1 === this.rows.length && row.source.length + row.target.length === 1) throw new Error("there is no row below the last");
    this.arrange(message, "down", at, Math.min(2, this.rows.length - at), [
      { ...row, [message.side]: row[message.side].slice(0, -1) }, { ...below, [message.side]: [...moved, ...below[message.side]] }]);
  }

  do_gap(message) {
    const at = this.at(message.row);
    const { source, target } = this.rows[at].cells;
    if (!source.length || !target.length) throw new Error("one side of this row is empty already");
    this.arrange(message, "gap", at, 1, [{ source, target: [] }, { source: [], target }]);
  }

  do_pair(message) {
    const [source, target] = [this.at(message.source), this.at(message.target)];
    if (source === target) throw new Error("these two cells stand in one row already");
    const [first, last] = [Math.min(source, target), Math.max(source, target)];
    const rows = this.rows.slice(first, last + 1).map((row) => row.cells);
    const alone = (side, part) => part.map((cells) => ({ source: [], target: [], [side]: cells[side] }));
    this.arrange(message, "pair", first, rows.length, [
      ...alone("source", rows.slice(0, source - first)), ...alone("target", rows.slice(0, target - first)),
      { source: rows[source - first].source, target: rows[target - first].target },
      ...alone("source", rows.slice(source - first + 1)), ...alone("target", rows.slice(target - first + 1))]);
  }

  do_bring_back(message) {
    const piece = this.lists.aside.find((one) => one.side === message.side && one.number === message.number);
    if (!piece || piece.back) throw new Error("that piece is not in the list any more");
    piece.back = true;
    const start = piece.place.spans[0][0];
    let at = 0;
    this.rows.forEach((row, n) => { for (const one of row.cells[message.side]) if (one.spans[0][0] < start) at = n + 1; });
    const id = message.side[0] + start;
    const sentence = { id, spans: piece.place.spans, pieces: [{ id, t: piece.text, raw: piece.place.old, spans: piece.place.spans }] };
    const row = { id, status: "auto", made: true, sure: "by hand", why: "Brought back from what was set aside: move it where it belongs.", cells: { source: [], target: [], [message.side]: [sentence] } };
    this.decide(message, at, 0, [row], { op: "bring-back", quote: piece.place });
  }

  do_undo(message) {
    const step = this.done.pop();
    if (!step) { this.hear({ is: "nothing", n: message.n, ...this.status() }); return; }
    this.undone.push(step);
    this.write({ op: "undo", of: step.entry.id });
    this.returned(step, false);
    this.splice(step.at, step.after.length, step.before, message);
  }

  do_redo(message) {
    const step = this.undone.pop();
    if (!step) { this.hear({ is: "nothing", n: message.n, ...this.status() }); return; }
    this.done.push(step);
    this.write({ op: "redo", of: step.entry.id });
    this.returned(step, true);
    this.splice(step.at, step.before.length, step.after, message);
  }

  returned(step, back) {
    if (step.entry.op !== "bring-back") return;
    for (const piece of this.lists.aside) if (same(piece.place, step.entry.quote)) piece.back = back;
  }
}

/** Lines of a journal put in force again on a page, as `effect.py` does: by their places, not by numbers. */
const AGAIN = {
  accept: (desk, { change }) => desk.do_accept({ doubt: desk.doubtAt(change).id, reading: change.new }),
  reject: (desk, { quote }) => desk.do_reject({ doubt: desk.doubtAt(quote).id }),
  undecide: (desk, { quote }) => desk.do_undecide({ doubt: desk.doubtAt(quote).id }),
  right: (desk, { quote }) => desk.do_right({ doubt: desk.doubtAt(quote).id }),
  "accept-everywhere": (desk, { changes }) => {
    const [doubt, ...others] = changes.map((change) => desk.doubtAt(change).id);
    desk.do_everywhere({ accept: true, doubt, others, reading: changes[0].new });
  },
  "dismiss-everywhere": (desk, { quotes }) => {
    const [doubt, ...others] = quotes.map((quote) => desk.doubtAt(quote).id);
    desk.do_everywhere({ accept: false, doubt, others });
  },
  edit: (desk, { changes: [{ side, spans, new: text }] }) => {
    const inside = (piece) => piece.spans.every(([start, stop]) => spans.some(([from, to]) => from <= start && stop <= to));
    const at = desk.rows.findIndex((row) => row.cells[side].some((one) => one.pieces.some(inside)));
    if (at < 0) throw new Error("this text is not on the page");
    const gone = desk.rows[at].cells[side].flatMap((one) => one.pieces.filter(inside));
    if (!same(gone.flatMap((piece) => piece.spans), spans)) throw new Error("this text is cut another way");
    desk.type({ do: "edit", side }, at, gone, text.trimEnd());
  },
  confirm: (desk, { rows }) => desk.confirm({ do: "confirm" }, rows.map((row) => desk.atPairing(row)).sort((one, two) => one - two)),
  "reject-pair": (desk, { row }) => desk.do_reject_pair({ row: desk.rows[desk.atPairing(row)].id }),
  reopen: (desk, { row }) => desk.do_reopen({ row: desk.rows[desk.atPairing(row)].id }),
  later: (desk, { row, on }) => desk.do_later({ row: desk.rows[desk.atPairing(row)].id, on }),
  comment: (desk, { row, text }) => desk.do_comment({ row: desk.rows[desk.atPairing(row)].id, text }),
  arrange: (desk, { verb, before, after }) => {
    const at = desk.atPairing(before[0]);
    before.forEach((pairing, n) => { if (desk.atPairing(pairing) !== at + n) throw new Error("these rows stand another way"); });
    const rows = desk.rows.slice(at, at + before.length);
    desk.arrange({ do: verb }, verb, at, before.length, after.map((pairing) => cellsOf(rows, pairing)));
  },
  "bring-back": (desk, { quote }) => {
    const piece = desk.lists.aside.find((one) => one.side === quote.side && same(one.place.spans, quote.spans));
    if (!piece) throw new Error("this piece was not set aside");
    desk.do_bring_back(piece);
  },
  undo: (desk, { of }) => {
    if (desk.done.at(-1)?.entry.id !== of) throw new Error("only the last decision can be undone");
    desk.do_undo({ do: "undo" });
  },
  redo: (desk, { of }) => {
    if (desk.undone.at(-1)?.entry.id !== of) throw new Error("only what was undone last can be done again");
    desk.do_redo({ do: "redo" });
  },
};

/** The cells of a pairing, from the sentences of these rows, whole or cut. */
function cellsOf(rows, pairing) {
  return Object.fromEntries(SIDES.map((side) => [side, pairing[side].map((spans) => {
    const held = rows.flatMap((row) => row.cells[side]).flatMap((one) => one.pieces)
      .filter((piece) => piece.spans.some((span) => spans.some(([start, stop]) => start <= span[0] && span[1] <= stop)));
    return { id: side[0] + spans[0][0], spans, pieces: held };
  })]));
}

/** The reading a message names, or picks by its number; undefined: there is none. */
const readingOf = (doubt, { reading, pick = 0 }) => reading ?? doubt.suggestions[pick]?.t;

/** A doubt of a row decided: its piece shows the reading. */
function settle(row, id, how, text) {
  const doubt = row.doubts.find((one) => one.id === id);
  doubt.state = how;
  delete doubt.reading;
  if (text !== undefined && text !== null) doubt.reading = text;
  for (const sentence of row.cells[doubt.side]) {
    for (const piece of sentence.pieces) {
      if (piece.d !== id) continue;
      const old = piece.old ?? piece.t;
      if (doubt.reading === undefined) { piece.t = old; delete piece.old; continue; }
      piece.t = piece.first === false ? "" : doubt.reading;
      piece.old = old;
    }
  }
}

// ---------------------------------------------------------------- drawing

/** An element: tag, class, attributes (`on…` functions listen), children (strings become text). */
function el(tag, name, attributes = {}, ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

const button = (text, click, attributes = {}) => el("button", "al-button", { type: "button", onclick: click, ...attributes }, text);

const FAMILY = { ocr: "al-ocr", layout: "al-layout", yours: "al-yours", "check.number": "al-number", "check.name": "al-name", check: "al-check" };
const familyOf = (kind) => FAMILY[kind] ?? FAMILY[kind.split(".")[0]] ?? "al-check";
const DECIDED = { accepted: "accepted", edited: "typed by hand", kept: "stays as read", right: "right", answered: "answered by a correction" };
const BADGES = {
  needs: ["◆", "needs review"], confirmed: ["✓", "confirmed"], rejected: ["✗", "rejected"], auto: ["○", "auto"],
};
const badgeOf = (row) => BADGES[row.status === "auto" ? (row.needs ? "needs" : "auto") : row.status];
const LANGUAGES = { source: "Original", target: "Translation" };

const TOGETHER = 25; // rows of one group; the browser watches and lays out groups, not rows, that are out of sight
const TALL = 74; // pixels of a usual row
const GONE = "No answer from the kernel. What was decided is in the journal: run the cell again to go on.";
const THINKING = 500; // milliseconds without a key
const LONGEST = 5000; // characters of one piece that are drawn

/** Text with characters of direction drawn by their names; nothing in it is ever markup. */
function written(text) {
  if (text.length > LONGEST) return [...written(text.slice(0, LONGEST)), el("span", "al-more", {}, ` … and ${text.length - LONGEST} more characters`)];
  return controlled(text).map((part) => (part.name
    ? el("span", "al-control", { title: "a character that turns the direction of writing" }, part.name) : part.text));
}

/** How tall a group is taken to be while it is out of sight: what it was, unless rows of it are hidden. */
function resize(one) {
  const shown = [...one.children].filter((row) => !row.hidden).length;
  one.hidden = shown === 0;
  one.style.containIntrinsicHeight = `${shown === one.childElementCount ? "auto " : ""}${shown * TALL}px`;
}

/** Rows that the browser lays out together. */
function group(rows) {
  const made = el("div", "al-group", { role: "rowgroup" }, ...rows);
  resize(made);
  return made;
}

class Screen {
  constructor(root, host, { place = {}, keep = () => {}, local = false } = {}) {
    Object.assign(this, { root, host, keep, local });
    this.began = performance.now();
    this.rows = [];
    this.cursor = { row: 0, side: place.side ?? "source", doubt: null };
    this.filter = { status: place.status ?? "all", kind: "", match: null };
    this.wanted = place.row ?? null;
    this.pending = new Map();
    this.number = 0;
    this.mode = null; // {name: "edit" | "split", …}
    this.marked = null;
    this.links = [];
    this.status = {};
    this.build();
    host.hear = (message) => this.hear(message);
    this.send({ do: "hello" });
  }

  // ---- the frame

  build() {
    const root = this.root;
    root.classList.add("al-desk");
    root.setAttribute("data-lm-suppress-shortcuts", "true");
    this.title = el(this.local ? "h1" : "h2", "al-title");
    this.progress = el("progress", "al-progress", { max: 1, value: 0, "aria-label": "rows that need no review" });
    this.tally = el("div", "al-tally");
    this.note = el("div", "al-note", { role: "alert" });
    this.live = el("div", "al-live", { role: "status", "aria-live": "polite" });
    this.grid = el("div", "al-grid", { role: "grid", "aria-label": "Original and translation, row by row" });
    this.panel = el("aside", "al-panel", { "aria-label": "The row in focus" });
    this.dialog = el("div", "al-dialog", { role: "dialog", "aria-modal": "true", hidden: true });
    this.done = el("div", "al-done", { role: "status" });
    const head = el("div", "al-gridhead", { role: "row" }, ...["Row", "Original", "Translation", "Pairing"]
      .map((name) => el("div", `al-colhead al-col-${name.toLowerCase()}`, { role: "columnheader" }, name)));
    this.body = el("div", "al-body", { role: "presentation" });
    this.grid.append(el("div", "al-headgroup", { role: "rowgroup" }, head), this.body);
    this.toolbar = this.tools();
    root.append(
      el("div", "al-head", {}, this.title, el("div", "al-state", {}, this.progress, this.tally)),
      this.toolbar, this.note, this.done,
      this.main = el("div", "al-main", {}, this.grid, this.panel), this.live, this.dialog);
    root.addEventListener("keydown", (event) => this.pressed(event));
    for (const name of ["keyup", "keypress"]) root.addEventListener(name, (event) => event.stopPropagation());
    this.body.addEventListener("mousedown", (event) => this.clicked(event));
    this.body.addEventListener("pointerover", (event) => this.hovered(event.target));
    this.body.addEventListener("dblclick", (event) => { if (event.target.closest(".al-cell") && !this.mode) this.act("edit"); });
  }

  tools() {
    this.statusFilter = el("select", "al-select", { "aria-label": "Show rows", onchange: () => this.refilter() },
      ...[["all", "All rows"], ["needs", "Needs review"], ["open", "Open doubts"], ["doubtful", "Doubtful pairs"], ["auto", "Auto"],
        ["confirmed", "Confirmed"], ["rejected", "Rejected"], ["later", "For later"], ["comments", "Commented"]]
        .map(([value, text]) => el("option", "", { value }, text)));
    this.statusFilter.value = this.filter.status;
    this.kindFilter = el("select", "al-select", { "aria-label": "Show kinds of doubt", onchange: () => this.refilter() }, el("option", "", { value: "" }, "Every kind"));
    this.search = el("input", "al-search", { type: "search", placeholder: "Search both sides  /", "aria-label": "Search both sides", oninput: () => this.refilter() });
    this.regex = el("input", "", { type: "checkbox", "aria-label": "Search with a regular expression", onchange: () => this.refilter() });
    this.found = el("span", "al-found", {});
    this.undoButton = button("↶ Undo", () => this.act("undo"), { title: "Ctrl+Z" });
    this.redoButton = button("↷ Redo", () => this.act("redo"), { title: "Ctrl+Shift+Z" });
    this.saveButton = button("Save", () => this.act("save"), { title: "Ctrl+S" });
    const bar = el("div", "al-tools", { role: "group", "aria-label": "Tools" },
      button("Next ▾", () => this.act("next"), { class: "al-button al-primary", title: "n: next that needs review" }),
      this.statusFilter, this.kindFilter,
      el("span", "al-searchbox", {}, this.search, el("label", "al-regex", { title: "regular expression" }, this.regex, ".*"), this.found),
      el("span", "al-spring"), this.undoButton, this.redoButton,
      button("Lists", () => this.act("lists"), { title: "l: what was set aside, what was moved" }),
      this.saveButton, button("Keys ?", () => this.act("keys"), { title: "?" }));
    if (this.local) {
      this.reviewer = el("input", "al-reviewer", { type: "text", "aria-label": "Your name", placeholder: "Your name", value: this.host.reviewer, onchange: () => this.host.named(this.reviewer.value.trim()) });
      this.saveButton.textContent = "Download decisions";
      bar.prepend(this.reviewer);
    }
    return bar;
  }

  // ---- messages

  send(message) {
    this.number += 1;
    const sent = { ...message, n: this.number };
    if (message.do !== "hello") this.waiting = setTimeout(() => this.silent(), 15000);
    this.host.send(sent);
    return this.number;
  }

  /** Rows that were corrected are weighed again while nobody presses a key. */
  askRefresh() {
    clearTimeout(this.refreshing);
    if (this.status.stale) this.refreshing = setTimeout(() => this.send({ do: "refresh" }), THINKING);
  }

  silent() {
    this.say(GONE, true);
  }

  hear(message) {
    clearTimeout(this.waiting);
    const handle = { rows: "gotRows", patch: "gotPatch", detail: "gotDetail", links: "gotLinks", preview: "gotPreview",
      lists: "gotLists", trouble: "gotTrouble", saved: "gotSaved", nothing: "gotNothing" }[message.is];
    if (handle) this[handle](message);
  }

  gotRows(message) {
    if (message.at === 0) {
      this.rows = [];
      this.body.replaceChildren();
      this.title.textContent = message.title;
      this.sides = message.sides ?? {};
      this.notes = message.notes ?? [];
      for (const [n, side] of SIDES.entries()) {
        const about = this.sides[side];
        this.grid.querySelectorAll(".al-colhead")[n + 1].textContent = about ? `${LANGUAGES[side]} (${about.language})` : LANGUAGES[side];
      }
    }
    const fragment = document.createDocumentFragment();
    for (let at = 0; at < message.rows.length; at += TOGETHER) {
      fragment.append(group(message.rows.slice(at, at + TOGETHER).map((row) => {
        row.n = this.rows.length;
        this.rows.push(row);
        return this.draw(row);
      })));
    }
    this.body.append(fragment);
    if (this.rows.length >= message.total) this.complete(message);
  }

  complete(message) {
    this.grid.setAttribute("aria-rowcount", this.rows.length + 1);
    this.listKinds();
    this.tell(message);
    this.refilter();
    let at = this.wanted ? this.rows.findIndex((row) => row.id === this.wanted) : -1;
    if (at < 0) at = find(this.rows, -1, 1, (row) => row.needs);
    this.go(Math.max(at, 0), { focus: this.local });
    this.ready = true;
    this.root.dataset.ready = Math.round(performance.now() - this.began); // milliseconds
  }

  gotPatch(message) {
    this.pending.delete(message.n);
    if (!message.gone && ![message.rows, message.updates, message.said ?? []].some((all) => all.length)) { this.tell(message); return; }
    const current = this.rows[this.cursor.row];
    const held = this.root.contains(document.activeElement) && !this.toolbar.contains(document.activeElement)
      && document.activeElement !== this.commentField;
    if (message.gone || message.rows.length) this.splice(message);
    for (const row of message.updates) this.update(row);
    for (const said of message.said ?? []) this.hearSaid(said);
    this.listKinds();
    this.tell(message);
    this.refilter();
    const kept = this.rows.findIndex((row) => row.id === current?.id);
    const at = kept >= 0 ? kept : Math.min(message.rows.length ? message.at : this.cursor.row, this.rows.length - 1);
    const jumps = ["undo", "redo", "merge", "split", "up", "down", "gap", "pair", "realign", "bring-back"];
    if (jumps.includes(message.did) && message.rows.length) this.go(message.did === "up" ? Math.max(at, message.at) : message.at);
    else if (jumps.includes(message.did) && message.updates.length) this.go(this.rows.findIndex((row) => row.id === message.updates[0].id));
    else this.go(at, { keep: true, focus: held && (message.did !== undefined || message.updates.some((row) => row.id === current?.id)) });
    this.reedit();
    if (message.trouble) this.say(message.trouble, true);
  }

  splice({ at, gone, rows }) {
    const before = this.rows[at + gone]?.el ?? null;
    const home = (this.rows[at] ?? this.rows[at - 1])?.el.parentNode ?? this.body.appendChild(group([]));
    const old = this.rows.splice(at, gone, ...rows);
    const left = new Set(old.map((row) => row.el.parentNode));
    for (const row of old) row.el.remove();
    for (const row of rows) home.insertBefore(this.draw(row), before?.parentNode === home ? before : null);
    for (; home.childElementCount > 2 * TOGETHER; left.add(home.nextSibling)) home.after(group([...home.children].slice(-TOGETHER)));
    for (const one of left.add(home)) if (one.childElementCount) resize(one); else one.remove();
    const last = rows.length === gone ? at + rows.length : this.rows.length;
    for (let n = at; n < last; n += 1) this.rows[n].n = n;
    this.renumber(at);
    this.grid.setAttribute("aria-rowcount", this.rows.length + 1);
  }

  update(row) {
    const at = this.rows.findIndex((one) => one.id === row.id);
    if (at < 0) return;
    const old = this.rows[at];
    row.n = at;
    this.rows[at] = row;
    old.el.replaceWith(this.draw(row));
    resize(row.el.parentNode);
  }

  /** What was said of a row changed, not its text. */
  hearSaid(said) {
    const row = this.byId(said.id);
    if (!row) return;
    Object.assign(row, said, { why: said.why || undefined });
    delete row.pending;
    const fresh = this.frame(row);
    row.el.className = `${fresh.name}${row.el.classList.contains("al-current") ? " al-current" : ""}`;
    row.badge.replaceWith(fresh.badge);
    row.badge = fresh.badge;
    row.pairing.replaceWith(fresh.pairing);
    row.pairing = fresh.pairing;
  }

  byId(id) { return this.rows.find((one) => one.id === id); }

  gotDetail(message) {
    const row = this.byId(message.row);
    if (!row) return;
    row.detail = message;
    for (const doubt of row.doubts ?? []) doubt.suggestions = message.suggestions?.[doubt.id] ?? doubt.suggestions;
    row.links = row.links ?? [];
    if (this.rows[this.cursor.row] === row && this.mode?.name !== "edit") {
      this.redrawCells(row);
      this.drawPanel();
      if (this.root.contains(document.activeElement) && !document.activeElement.matches("input, textarea, select, button")) this.refocus();
      else this.showDoubt();
      if (this.mode?.name === "split") this.drawCaret();
    }
  }

  gotLinks(message) {
    const row = this.rows.find((one) => one.id === message.row);
    if (row) { row.links = message.links; this.showAnswer(); }
  }

  gotTrouble(message) {
    const back = this.pending.get(message.n);
    this.pending.delete(message.n);
    if (back) back();
    this.say(message.text, true);
  }

  gotNothing(message) { this.pending.delete(message.n); this.tell(message); this.say("Nothing to change."); }

  gotSaved(message) {
    this.tell(message);
    if (message.lines === undefined) { this.say(`Saved ${message.saved}.`); return; }
    download(`${this.host.name}.decisions.jsonl`, message.lines);
    this.say(`Downloaded ${this.host.name}.decisions.jsonl: ${this.host.entries.length} decisions.`);
  }

  /** What every answer says besides: undo, redo, saved, trouble. */
  tell(message) {
    this.status = message;
    this.askRefresh();
    this.undoButton.disabled = !message.undo;
    this.redoButton.disabled = !message.redo;
    const found = counts(this.rows);
    const rest = found.rows - found.needs;
    this.progress.max = Math.max(found.rows, 1);
    this.progress.value = rest;
    this.tally.replaceChildren(
      el("strong", "", {}, found.needs ? `${found.needs} of ${found.rows} rows need review` : `${found.rows} rows, none needs review`),
      ...[[found.open, "open doubts"], [found.decided, "decided"], [found.confirmed, "confirmed"], [found.rejected, "rejected"], [found.later, "for later"]]
        .filter(([count]) => count).map(([count, name]) => el("span", "al-count", {}, `${count} ${name}`)),
      el("span", "al-saved", {}, message.saved ? (this.local ? message.saved : `saved ${message.saved}`) : ""));
    const trouble = [message.trouble, ...(this.notes ?? [])].filter(Boolean);
    this.note.replaceChildren(...trouble.map((text) => el("p", "", {}, `▲ ${text}`)));
    const over = found.rows > 0 && found.needs === 0;
    this.done.textContent = over ? `✓ Nothing left to review.${this.local ? " Download your decisions (Ctrl+S) and hand them on." : ""}` : "";
    this.root.dataset.needs = found.needs;
    this.root.dataset.open = found.open;
    this.root.dataset.revision = message.revision ?? 0;
  }

  say(text, trouble = false) {
    this.live.textContent = text;
    this.live.classList.toggle("al-trouble", trouble);
  }

  // ---- rows

  /** What is said of a row: its class, its badge, its pairing. */
  frame(row) {
    const [glyph, word] = badgeOf(row);
    const state = row.status === "auto" ? (row.needs ? "needs" : "auto") : row.status;
    const badge = el("div", "al-num", { role: "rowheader" }, el("span", "al-n", {}, String((row.n ?? 0) + 1)),
      el("span", "al-badge", {}, el("span", "al-glyph", { "aria-hidden": "true" }, glyph), " ", word),
      row.later ? el("span", "al-badge al-later", {}, "⚑ later") : null,
      row.comment ? el("span", "al-badge al-commented", { title: row.comment }, "✎ comment") : null);
    const pairing = el("div", "al-pairing", { role: "gridcell" },
      el("span", "al-sure", {}, row.cells.source.length && row.cells.target.length ? row.sure : "no partner"),
      row.confidence === undefined ? null : el("span", "al-figure", {}, fraction(row.confidence)),
      row.score === undefined ? null : el("span", "al-score", { title: "cosine of the two sides" }, `alike ${fraction(row.score)}`),
      row.why && row.status === "auto" ? el("span", "al-why", { title: row.why }, row.why) : null);
    return { badge, pairing, name: `al-row al-is-${state}${row.why && row.status === "auto" ? " al-doubtful" : ""}` };
  }

  draw(row) {
    const { badge, pairing, name } = this.frame(row);
    row.badge = badge;
    row.pairing = pairing;
    row.cellOf = Object.fromEntries(SIDES.map((side) => [side, el("div", `al-cell al-${side}`, {
      role: "gridcell", tabindex: "-1", lang: this.sides?.[side]?.language, dir: "auto", "data-side": side,
    })]));
    row.el = el("div", name, { role: "row", "data-id": row.id, "aria-rowindex": (row.n ?? 0) + 2 },
      badge, row.cellOf.source, row.cellOf.target, pairing);
    this.redrawCells(row);
    return row.el;
  }

  /** Shows the numbers from `at` on; some at a time, because thousands at once would hold up the answer. */
  renumber(at) {
    clearTimeout(this.renumbering);
    const from = Math.min(at, this.unnumbered ?? at);
    const end = Math.min(from + 400, this.rows.length);
    for (const row of this.rows.slice(from, end)) {
      row.badge.firstChild.firstChild.data = String(row.n + 1);
      row.el.setAttribute("aria-rowindex", row.n + 2);
    }
    this.unnumbered = end < this.rows.length ? end : undefined;
    if (this.unnumbered) this.renumbering = setTimeout(() => this.renumber(end), 20);
  }

  redrawCells(row) {
    for (const side of SIDES) {
      const cell = row.cellOf[side];
      const sentences = (row.detail ?? row).cells[side];
      cell.classList.toggle("al-huge", sentences.some((one) => one.pieces.some((piece) => piece.t.length > 20000)));
      cell.replaceChildren(...(sentences.length ? sentences.map((sentence, n) => this.sentence(row, sentence, n)) : [el("span", "al-empty", {}, "— nothing here —")]));
    }
  }

  sentence(row, sentence, n) {
    const made = el("span", "al-sentence", { "data-sentence": sentence.id });
    if (n) made.append(" ");
    for (const piece of sentence.pieces) made.append(this.piece(row, piece));
    return made;
  }

  piece(row, piece) {
    const doubt = piece.d ? (row.doubts ?? []).find((one) => one.id === piece.d) : null;
    if (!doubt) return this.word(piece);
    const decided = doubt.pending ? "al-pending" : doubt.state === "open" ? "al-open" : `al-settled al-${doubt.state}`;
    const gone = piece.old !== undefined && piece.t === "";
    const said = doubt.state === "open" ? `${doubt.word}: ${doubt.reason ?? ""}` : `${DECIDED[doubt.state]}; read as “${doubt.text}”`;
    return el("span", `al-mark ${familyOf(doubt.kind)} ${decided}`, { "data-d": doubt.id, "data-p": piece.id, title: said },
      ...(gone ? [el("span", "al-gone", {}, "⌫"), el("span", "al-hidden", {}, `deleted: ${piece.old}`)] : written(piece.t)));
  }

  /** Plain text; a word of its own where it has an id, the space after it outside. */
  word(piece) {
    if (!piece.id) return el("span", "", {}, ...written(piece.t));
    const text = piece.t.trimEnd();
    const made = document.createDocumentFragment();
    if (text) made.append(el("span", "al-word", { "data-p": piece.id }, ...written(text)));
    made.append(piece.t.slice(text.length));
    return made;
  }

  listKinds() {
    const found = kinds(this.rows);
    const chosen = this.kindFilter.value;
    this.kindFilter.replaceChildren(el("option", "", { value: "" }, "Every kind"),
      ...[...found].map(([kind, count]) => el("option", "", { value: kind }, `${kind} (${count})`)));
    this.kindFilter.value = found.has(chosen) ? chosen : "";
  }

  refilter() {
    this.filter.status = this.statusFilter.value;
    this.filter.kind = this.kindFilter.value;
    this.search.removeAttribute("aria-invalid");
    try {
      this.filter.match = matcher(this.search.value, this.regex.checked);
    } catch (error) {
      this.search.setAttribute("aria-invalid", "true");
      this.found.textContent = "no expression";
      return;
    }
    let shown = 0;
    const changed = new Set();
    for (const row of this.rows) {
      const hidden = !shows(row, this.filter);
      if (row.el.hidden !== hidden) { row.el.hidden = hidden; changed.add(row.el.parentNode); }
      if (!hidden) shown += 1;
    }
    for (const one of changed) resize(one);
    const all = shown === this.rows.length && !this.filter.match;
    this.found.textContent = all ? "" : `${shown} rows`;
    this.highlight();
    this.remember();
  }

  /** Marks what was searched for without touching the text. */
  highlight() {
    if (!globalThis.CSS?.highlights || !globalThis.Highlight) return;
    const ranges = [];
    if (this.filter.match) {
      for (const row of this.rows) {
        if (row.el.hidden || ranges.length > 2000) continue;
        for (const side of SIDES) this.ranges(row.cellOf[side], ranges);
      }
    }
    CSS.highlights.set("al-search", new Highlight(...ranges));
  }

  ranges(cell, ranges) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const hit of node.data.matchAll(this.filter.match)) {
        if (!hit[0]) continue;
        const range = new Range();
        range.setStart(node, hit.index);
        range.setEnd(node, hit.index + hit[0].length);
        ranges.push(range);
      }
    }
  }

  remember() {
    clearTimeout(this.remembering); // the kernel need not hear of every step
    this.remembering = setTimeout(() => {
      const place = { row: this.row?.id ?? null, side: this.cursor.side, status: this.filter.status };
      if (JSON.stringify(place) !== this.kept) this.keep(place);
      this.kept = JSON.stringify(place);
    }, 600);
  }

  // ---- the cursor

  get row() { return this.rows[this.cursor.row]; }
  get doubt() { return (this.row?.doubts ?? []).find((doubt) => doubt.id === this.cursor.doubt) ?? null; }

  go(at, { side = this.cursor.side, doubt = null, focus = true, keep = false } = {}) {
    if (!this.rows.length) return;
    const old = this.current;
    const row = this.current = this.rows[Math.min(Math.max(at, 0), this.rows.length - 1)];
    if (old && old !== row) {
      old.el.classList.remove("al-current");
      for (const one of SIDES) old.cellOf[one].setAttribute("tabindex", "-1");
      if (old.detail) { delete old.detail; this.redrawCells(old); }
    }
    const moved = this.cursor.row !== row.n || !row.detail;
    const chosen = keep && !doubt ? this.cursor.doubt : doubt;
    const open = openDoubts(row);
    const held = (row.doubts ?? []).find((one) => one.id === chosen && (!keep || (one.state === "open" && !one.pending)));
    this.cursor = { row: row.n, side, doubt: (held ?? open[0])?.id ?? null };
    row.el.classList.add("al-current");
    for (const one of SIDES) row.cellOf[one].setAttribute("tabindex", one === side ? "0" : "-1");
    if (moved) this.send({ do: "detail", row: row.id });
    if (focus) this.refocus();
    this.drawPanel();
    this.remember();
    const left = open.length ? `, ${open.length} open ${open.length === 1 ? "doubt" : "doubts"}` : "";
    if (focus) this.say(`Row ${row.n + 1} of ${this.rows.length}, ${badgeOf(row)[1]}${left}.`);
  }

  refocus() {
    const row = this.row;
    if (!row || this.mode || !this.dialog.hidden) return;
    const cell = row.cellOf[this.cursor.side];
    if (document.activeElement !== cell) cell.focus({ preventScroll: true });
    this.showDoubt();
    this.reveal();
  }

  /** The row in sight; of one that is taller than the grid the doubtful word. */
  reveal() {
    this.row?.el.scrollIntoView({ block: "nearest" });
    this.row?.el.querySelector(".al-chosen")?.scrollIntoView({ block: "nearest" });
  }

  showDoubt() {
    for (const mark of this.body.querySelectorAll(".al-chosen")) mark.classList.remove("al-chosen");
    if (!this.cursor.doubt) return;
    for (const mark of this.row.el.querySelectorAll(`[data-d="${CSS.escape(this.cursor.doubt)}"]`)) mark.classList.add("al-chosen");
    this.showAnswer();
  }

  showAnswer() {
    const mark = this.cursor.doubt && this.row?.el.querySelector(`[data-d="${CSS.escape(this.cursor.doubt)}"][data-p]`);
    this.linked(mark ? mark.dataset.p : null);
  }

  hovered(target) {
    const word = target.closest?.("[data-p]");
    if (word && this.row?.el.contains(word)) this.linked(word.dataset.p);
    else this.showAnswer();
  }

  /** Marks the words that answer a word of the row in focus. */
  linked(id) {
    const row = this.row;
    if (!row) return;
    for (const word of row.el.querySelectorAll(".al-linked")) word.classList.remove("al-linked");
    const ids = (row.links ?? []).filter((link) => link.includes(id)).flat();
    for (const one of new Set(ids)) {
      for (const word of row.el.querySelectorAll(`[data-p="${CSS.escape(one)}"]`)) word.classList.add("al-linked");
    }
  }

  /** The next row that passes the filters, `step` away. */
  step(step) {
    let at = this.cursor.row;
    for (let left = Math.abs(step); left > 0; left -= 1) {
      let next = at + Math.sign(step);
      while (this.rows[next]?.el.hidden) next += Math.sign(step);
      if (!this.rows[next]) break;
      at = next;
    }
    this.go(at);
  }

  nextNeeding(step = 1) {
    const at = find(this.rows, this.cursor.row, step, (row) => row.needs && !row.pending && (openDoubts(row).length || row.why || !row.doubts?.some((one) => one.pending)));
    if (at < 0 || !this.rows[at].needs) { this.say("Nothing left to review."); this.go(this.cursor.row, { keep: true }); return; }
    if (this.rows[at].el.hidden) { this.statusFilter.value = "all"; this.kindFilter.value = ""; this.search.value = ""; this.refilter(); }
    const first = openDoubts(this.rows[at])[0];
    this.go(at, { side: first?.side ?? this.cursor.side });
  }

  /** After a decision on a reading: the row's next doubt, else the next row. */
  onward(from) {
    const row = this.row;
    const open = openDoubts(row);
    const at = (row.doubts ?? []).findIndex((one) => one.id === from);
    const next = open.find((one) => row.doubts.indexOf(one) > at) ?? open[0];
    if (next) this.go(this.cursor.row, { side: next.side, doubt: next.id });
    else if (row.why && row.status === "auto") this.go(this.cursor.row);
    else this.nextNeeding();
  }

  // ---- keys and clicks

  pressed(event) {
    event.stopPropagation();
    this.askRefresh();
    const key = keyOf(event);
    if (!key) return;
    const name = actionOf(key);
    if (name === "save" || name === "undo" || name === "redo") {
      const typing = /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
      if (name !== "save" && typing) return;
      event.preventDefault();
      this.act(name);
      return;
    }
    if (!this.dialog.hidden) { this.pressedDialog(event, key); return; }
    if (this.mode) { this.pressedMode(event, key); return; }
    if (event.target.matches("input, textarea, select")) { this.pressedField(event, key); return; }
    if (event.target.matches("button") && (key === "Enter" || key === "Space")) return;
    if (key === "Tab" || !name) return;
    event.preventDefault();
    this.act(name, key);
    if (!this.main.contains(document.activeElement)) return;
    this.main.scrollIntoView({ block: "nearest" }); // the readings in sight, too, on a small screen
    this.reveal();
  }

  pressedField(event, key) {
    if (key === "Escape") {
      if (event.target === this.search) { this.search.value = ""; this.refilter(); }
      this.refocus();
    } else if (key === "Enter" && event.target === this.search) {
      event.preventDefault();
      const at = this.rows.findIndex((row) => !row.el.hidden);
      if (at >= 0) this.go(at);
    } else if (key === "Enter" && event.target === this.commentField) {
      event.preventDefault();
      this.decide({ do: "comment", row: this.row.id, text: this.commentField.value });
      this.refocus();
    }
  }

  clicked(event) {
    const holder = event.target.closest(".al-row");
    if (!holder || this.mode?.name === "edit") return;
    const row = this.rows.find((one) => one.el === holder);
    const side = event.target.closest("[data-side]")?.dataset.side ?? this.cursor.side;
    if (this.mode?.name === "split") {
      const word = event.target.closest("[data-p]");
      if (row === this.row && word) { event.preventDefault(); this.split(word.dataset.p); }
      return;
    }
    event.preventDefault();
    const doubt = event.target.closest("[data-d]")?.dataset.d ?? null;
    this.go(row.n, { side, doubt });
  }

  /** Do what a key or a button means. */
  act(name, key = "") {
    const moves = {
      "row-down": () => this.step(1), "row-up": () => this.step(-1), "page-down": () => this.step(10), "page-up": () => this.step(-10),
      first: () => this.step(-this.rows.length), last: () => this.step(this.rows.length),
      "cell-left": () => this.go(this.cursor.row, { side: "source", doubt: this.cursor.doubt }),
      "cell-right": () => this.go(this.cursor.row, { side: "target", doubt: this.cursor.doubt }),
      next: () => this.nextNeeding(1), previous: () => this.nextNeeding(-1),
      "doubt-next": () => this.turn(1), "doubt-previous": () => this.turn(-1),
      search: () => this.search.focus(), go: () => this.askRow(),
      accept: () => this.reading("accept", { pick: 0 }), pick: () => this.reading("accept", { pick: Number(key) - 1 }),
      reject: () => (this.doubt ? this.reading("reject") : this.decide({ do: "reject-pair", row: this.row.id }, { row: this.row })),
      right: () => this.reading("right"), undecide: () => this.reopen(),
      "accept-all": () => this.everywhere(true), "reject-all": () => this.everywhere(false),
      edit: () => this.edit(), confirm: () => this.confirm(),
      "confirm-above": () => { this.decide({ do: "confirm-above", row: this.row.id }); },
      "reject-pair": () => { this.decide({ do: "reject-pair", row: this.row.id }); this.nextNeeding(); },
      later: () => this.decide({ do: "later", row: this.row.id, on: !this.row.later }),
      comment: () => this.commentField?.focus(),
      merge: () => this.decide({ do: "merge", row: this.row.id }), split: () => this.startSplit(),
      up: () => this.decide({ do: "up", row: this.row.id, side: this.cursor.side }),
      down: () => this.decide({ do: "down", row: this.row.id, side: this.cursor.side }),
      gap: () => this.decide({ do: "gap", row: this.row.id }), mark: () => this.mark(),
      realign: () => { this.say("Aligning again …"); this.decide({ do: "realign" }); },
      undo: () => this.decide({ do: "undo" }), redo: () => this.decide({ do: "redo" }),
      save: () => this.send({ do: "save" }), lists: () => this.send({ do: "lists" }), keys: () => this.showKeys(),
      leave: () => { this.unmark(); this.go(this.cursor.row, { keep: true }); },
    };
    if (this.row || ["save", "keys", "search"].includes(name)) moves[name]?.();
  }

  /** Send a decision; the screen shows it as under way until the answer comes. */
  decide(message, { doubt = null } = {}) {
    if (this.status.readOnly) { this.say(this.status.trouble, true); return; }
    const n = this.number + 1;
    if (doubt) {
      doubt.pending = true;
      const row = this.row;
      this.pending.set(n, () => { delete doubt.pending; this.redrawCells(row); this.drawPanel(); });
      for (const mark of row.el.querySelectorAll(`[data-d="${CSS.escape(doubt.id)}"]`)) mark.classList.add("al-pending");
    }
    this.send({ ...message, id: newId() });
  }

  reading(verb, more = {}) {
    const doubt = this.doubt;
    if (!doubt || doubt.state !== "open" || doubt.pending) { this.say("No open doubt in this row: Enter confirms it, n goes to the next.", true); return; }
    if (verb === "accept" && !doubt.suggestions[more.pick] && doubt.kind !== "layout.moved") {
      this.say(more.pick ? "There is no such suggestion." : "Nothing is suggested here: type the reading (e), or dismiss the doubt (x).", true);
      return;
    }
    const reading = doubt.suggestions[more.pick]?.t;
    this.decide({ do: verb, doubt: doubt.id, ...more, reading }, { doubt });
    this.onward(doubt.id);
  }

  turn(step) {
    const doubts = this.row.doubts ?? [];
    if (!doubts.length) return;
    const at = doubts.findIndex((one) => one.id === this.cursor.doubt);
    const next = doubts[(at + step + doubts.length) % doubts.length];
    this.go(this.cursor.row, { side: next.side, doubt: next.id });
  }

  reopen() {
    const doubt = this.doubt ?? (this.row.doubts ?? []).find((one) => one.state !== "open");
    if (doubt && doubt.state !== "open") this.decide({ do: "undecide", doubt: doubt.id });
    else if (this.row.status !== "auto") this.decide({ do: "reopen", row: this.row.id });
    else this.say("Nothing is decided here.");
  }

  confirm() {
    const row = this.row;
    if (row.status !== "confirmed") { row.pending = true; this.decide({ do: "confirm", row: row.id }); }
    this.nextNeeding();
  }

  mark() {
    const { side } = this.cursor;
    if (!this.marked || this.marked.side === side || this.marked.row === this.row.id) {
      this.unmark();
      this.marked = { row: this.row.id, side };
      this.row.cellOf[side].classList.add("al-marked");
      this.say("Marked: go to the cell of the other side that belongs to it, and press Space.");
      return;
    }
    const { row } = this.marked;
    const [source, target] = side === "target" ? [row, this.row.id] : [this.row.id, row];
    this.unmark();
    this.decide({ do: "pair", source, target });
  }

  unmark() {
    for (const cell of this.body.querySelectorAll(".al-marked")) cell.classList.remove("al-marked");
    this.marked = null;
  }

  // ---- typing and cutting

  edit() {
    const row = this.row;
    const { side } = this.cursor;
    if (!row.cells[side].length) { this.say("This cell is empty: there is nothing to correct.", true); return; }
    const old = textOf(row, side);
    const field = el("textarea", "al-edit", { "aria-label": `${LANGUAGES[side]}, typed anew`, lang: this.sides?.[side]?.language, dir: "auto", spellcheck: "false" });
    field.value = old;
    const nodes = [field, el("div", "al-hint", {}, "Enter keeps it, Esc leaves it as it was",
      button("Keep", () => this.endEdit(true)), button("Leave", () => this.endEdit(false)))];
    this.mode = { name: "edit", row, side, field, old, nodes };
    row.cellOf[side].replaceChildren(...nodes);
    field.style.height = `${Math.max(field.scrollHeight, 60)}px`;
    const doubt = this.doubt;
    field.focus();
    const at = doubt && doubt.side === side ? old.indexOf(doubt.text) : -1;
    if (at >= 0) field.setSelectionRange(at, at + doubt.text.length);
  }

  /** Puts the field back where an answer drew the row anew while the reviewer was typing. */
  reedit() {
    if (this.mode?.name !== "edit") return;
    const row = this.rows.find((one) => one.id === this.mode.row.id);
    if (!row || row === this.mode.row) return;
    this.mode.row = row;
    row.cellOf[this.mode.side].replaceChildren(...this.mode.nodes);
    this.mode.field.focus();
  }

  endEdit(keep) {
    const { row, side, field, old } = this.mode;
    this.mode = null;
    this.redrawCells(row);
    this.refocus();
    if (keep && field.value.trim() !== old.trim()) this.decide({ do: "edit", row: row.id, side, text: field.value });
  }

  startSplit() {
    const { side } = this.cursor;
    if (!this.row.detail) { this.say("One moment: the words are on their way."); return; }
    const cell = this.row.detail.cells[side];
    const words = cell.flatMap((sentence, n) => sentence.pieces.map((piece, k) => ({ id: piece.id, border: n > 0 && k === 0 })));
    if (words.length < 2) { this.say("There is nothing to cut here.", true); return; }
    const border = words.findIndex((word) => word.border);
    this.mode = { name: "split", words, at: border > 0 ? border : Math.floor(words.length / 2), side };
    this.say("Where does the new row begin? ← → choose the word, Enter cuts, Esc leaves; or click on it.");
    this.drawCaret();
  }

  drawCaret() {
    for (const old of this.body.querySelectorAll(".al-caret")) old.classList.remove("al-caret");
    const { words, at } = this.mode;
    this.row.el.querySelector(`[data-p="${CSS.escape(words[at].id)}"]`)?.classList.add("al-caret");
  }

  split(piece) {
    this.endMode();
    this.decide({ do: "split", row: this.row.id, piece });
  }

  endMode() {
    for (const old of this.body.querySelectorAll(".al-caret")) old.classList.remove("al-caret");
    this.mode = null;
    this.refocus();
  }

  pressedMode(event, key) {
    const mode = this.mode;
    if (mode.name === "edit") {
      if (key === "Escape" || (key === "Enter" && !event.shiftKey && event.target === mode.field)) { event.preventDefault(); this.endEdit(key === "Enter"); }
      return;
    }
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -mode.words.length, End: mode.words.length }[key];
    if (step) { mode.at = Math.min(Math.max(mode.at + step, 1), mode.words.length - 1); this.drawCaret(); }
    else if (key === "Enter" || key === "s") this.split(mode.words[mode.at].id);
    else if (key === "Escape") this.endMode();
    else return;
    event.preventDefault();
  }

  // ---- the panel

  drawPanel() {
    const row = this.row;
    if (!row) return;
    const doubts = row.doubts ?? [];
    const [glyph, word] = badgeOf(row);
    const typed = document.activeElement === this.commentField ? this.commentField.value : null;
    this.commentField = el("input", "al-comment", { type: "text", value: row.comment ?? "", placeholder: "Comment  c", "aria-label": "Comment on this row",
      onchange: () => { if (this.commentField.value !== (row.comment ?? "")) this.decide({ do: "comment", row: row.id, text: this.commentField.value }); } });
    const where = Object.values(row.detail?.where ?? {});
    this.panel.replaceChildren(
      el("div", "al-panelhead", {}, el("strong", "", {}, `Row ${row.n + 1}`), el("span", `al-badge al-is-${row.needs ? "needs" : row.status}`, {}, `${glyph} ${word}`)),
      row.why && row.status === "auto" ? el("p", "al-whybox", {}, row.why) : "",
      ...doubts.map((doubt) => this.card(doubt)),
      doubts.length ? "" : el("p", "al-quiet", {}, "No doubts about the readings of this row."),
      this.actions(row), this.commentField,
      el("div", "al-where", {}, ...where.map((text) => el("div", "", {}, text))));
    this.panel.querySelector(".al-card-chosen")?.scrollIntoView({ block: "nearest" });
    if (typed !== null) { this.commentField.value = typed; this.commentField.focus(); }
  }

  card(doubt) {
    const chosen = doubt.id === this.cursor.doubt;
    const open = doubt.state === "open";
    const head = el("div", "al-cardhead", {}, el("span", `al-mark ${familyOf(doubt.kind)} al-open`, {}, ...written(doubt.text)),
      el("span", "al-kind", {}, doubt.kind), doubt.confidence === undefined ? "" : el("span", "al-figure", { title: "how sure the doubt is" }, fraction(doubt.confidence)));
    const card = el("div", `al-card${chosen ? " al-card-chosen" : ""}${open ? "" : " al-card-settled"}`, { "data-card": doubt.id }, head);
    card.addEventListener("mousedown", (event) => { if (!chosen && !event.target.closest("button")) { event.preventDefault(); this.go(this.cursor.row, { side: doubt.side, doubt: doubt.id }); } });
    if (!open) {
      const reading = doubt.reading === undefined ? "" : ` → ${doubt.reading || "∅"}`;
      head.replaceChildren(el("span", "al-read", {}, ...written(doubt.text), reading), el("span", "al-kind", {}, DECIDED[doubt.state]));
      if (chosen) card.append(button("Open again (o)", () => this.decide({ do: "undecide", doubt: doubt.id })));
      return card;
    }
    if (!chosen) return card;
    card.append(el("p", "al-reason", {}, doubt.reason ?? ""));
    doubt.suggestions.forEach((one, n) => card.append(this.suggestion(one, n)));
    card.append(el("div", "al-buttons", {},
      doubt.kind === "layout.moved" ? button("The move is right (a)", () => this.act("accept")) : "",
      button("Dismiss (x)", () => this.act("reject")), button("Right word (w)", () => this.act("right")), button("Type (e)", () => this.act("edit")),
      doubt.suggestions.length ? button("Accept everywhere (A)", () => this.act("accept-all")) : "", button("Dismiss everywhere (X)", () => this.act("reject-all"))));
    return card;
  }

  suggestion(one, n) {
    return el("button", "al-suggestion", { type: "button", onclick: () => this.act("pick", String(n + 1)) },
      el("kbd", "", {}, n ? String(n + 1) : "a"), el("span", "al-new", {}, ...(one.t ? written(one.t) : ["∅ delete it"])),
      el("span", "al-figure", {}, fraction(one.c)), one.e?.length ? el("span", "al-evidence", {}, one.e.join(" · ")) : "");
  }

  actions(row) {
    return el("div", "al-buttons al-rowbuttons", { role: "group", "aria-label": "This row" },
      button(row.status === "confirmed" ? "✓ Confirmed" : "✓ Confirm", () => this.act("confirm"), { class: "al-button al-primary", title: "Enter" }),
      row.status === "auto" ? button("✗ Not a pair", () => this.act("reject-pair"), { title: "Shift+R" }) : button("Open again", () => this.decide({ do: "reopen", row: row.id })),
      button(row.later ? "⚑ Not later" : "⚑ Later", () => this.act("later"), { title: "f" }),
      button("Merge ↓", () => this.act("merge"), { title: "m: with the next row" }),
      button("Split", () => this.act("split"), { title: "s" }),
      button("Sentence ↑", () => this.act("up"), { title: "u" }), button("Sentence ↓", () => this.act("down"), { title: "d" }),
      button("Part", () => this.act("gap"), { title: "i: part the two cells" }), button("Pair cells", () => this.act("mark"), { title: "Space" }),
      this.local ? "" : button("Re-align", () => this.act("realign"), { title: "r: what is not confirmed" }),
      button("Confirm all above", () => this.act("confirm-above"), { title: "Shift+C" }));
  }

  // ---- dialogs

  open(title, content, buttons) {
    const name = el("h2", "", { id: `al-d${this.number}` }, title);
    this.dialog.setAttribute("aria-labelledby", name.id);
    this.dialog.replaceChildren(el("div", "al-sheet", {}, name, el("div", "al-sheetbody", { tabindex: "0", role: "region", "aria-label": title }, ...content), el("div", "al-buttons", {}, ...buttons)));
    this.dialog.hidden = false;
    (this.dialog.querySelector("input") ?? this.dialog.querySelector(".al-primary") ?? this.dialog.querySelector("button")).focus();
  }

  shut() { this.dialog.hidden = true; this.enter = null; this.refocus(); }

  pressedDialog(event, key) {
    if (key === "Escape" || (key === "?" && !event.target.matches("input"))) { event.preventDefault(); this.shut(); }
    else if (key === "Enter" && this.enter && !event.target.matches("button:not(.al-primary)")) { event.preventDefault(); this.enter(); }
    else if (key === "Tab") this.trap(event);
  }

  /** Tab goes round inside the dialog; Esc is the way out. */
  trap(event) {
    const all = [...this.dialog.querySelectorAll("button, input, [tabindex='0']")];
    const at = all.indexOf(document.activeElement);
    event.preventDefault();
    all[(at + (event.shiftKey ? -1 : 1) + all.length) % all.length].focus();
  }

  showKeys() {
    this.open("Keys", KEYS.map(([group, keys]) => el("section", "al-keys", {}, el("h3", "", {}, group), el("dl", "", {},
      ...keys.flatMap(([, names, said]) => [
        el("dt", "", {}, ...(names.length > 3 ? ["1 – 9"] : names).flatMap((name, n) => [n ? " " : "", el("kbd", "", {}, shownKey(name))])), el("dd", "", {}, said)])))),
    [button("Close", () => this.shut(), { class: "al-button al-primary" })]);
  }

  askRow() {
    const field = el("input", "al-search", { type: "number", min: 1, max: this.rows.length, "aria-label": "Row number" });
    this.enter = () => { const at = Number(field.value) - 1; this.shut(); if (this.rows[at]) this.go(at); };
    this.open(`Go to row (1–${this.rows.length})`, [field], [button("Go", () => this.enter(), { class: "al-button al-primary" }), button("Cancel", () => this.shut())]);
  }

  everywhere(accept) {
    const doubt = this.doubt;
    if (!doubt || doubt.state !== "open") { this.say("No open doubt here: n goes to the next.", true); return; }
    this.send({ do: "preview", doubt: doubt.id, accept, pick: 0, reading: doubt.suggestions[0]?.t });
  }

  gotPreview(message) {
    const boxes = message.places.map((place) => {
      const box = el("input", "", { type: "checkbox", "data-doubt": place.doubt });
      box.checked = place.why === "same";
      return [box, place];
    });
    const lines = (why) => boxes.filter(([, place]) => place.why === why).map(([box, place]) => el("label", "al-place", {}, box,
      el("span", "al-n", {}, `row ${place.row}`), el("span", "al-context", {}, place.around[0], el("del", "", {}, place.old), " ",
        place.new === null || place.new === undefined ? "" : el("ins", "", {}, place.new || "∅"), place.around[1])));
    const verb = message.accept ? `Read “${message.old}” as “${message.new || "∅"}”` : `“${message.old}” stays as it was read`;
    const same = lines("same");
    const habit = lines("habit");
    this.enter = () => {
      const others = boxes.filter(([box]) => box.checked).map(([box]) => box.dataset.doubt);
      this.shut();
      this.decide({ do: "everywhere", doubt: message.doubt, accept: message.accept, pick: message.pick, reading: message.new ?? undefined, others });
      this.onwardAfter(message.doubt, others);
    };
    this.open(verb, [
      el("p", "", {}, "Here, and at the places chosen below."),
      ...(same.length ? [el("h3", "", {}, "The same word"), ...same] : []),
      ...(habit.length ? [el("h3", "", {}, "The same letters misread, each with its own reading"), ...habit] : []),
      ...(same.length || habit.length ? [] : [el("p", "", {}, "No other place is like it.")]),
    ], [button("Decide", () => this.enter(), { class: "al-button al-primary" }), button("Cancel", () => this.shut())]);
  }

  onwardAfter(doubt, others) {
    const ids = new Set([doubt, ...others]);
    for (const row of this.rows) for (const one of row.doubts ?? []) if (ids.has(one.id)) one.pending = true;
    this.onward(doubt);
  }

  gotLists(message) {
    const aside = message.aside.map((piece) => el("div", "al-place", {}, el("span", "al-context", {}, el("code", "", {}, ...written(piece.text)), ` — ${piece.reason}; ${piece.where}`),
      piece.back ? el("span", "al-badge", {}, "brought back") : button("Bring back", () => { this.shut(); this.decide({ do: "bring-back", side: piece.side, number: piece.number }); })));
    const moved = message.moved.map((piece) => el("div", "al-place", {}, el("span", "al-context", {}, ...written(piece.text), ` — ${piece.reason}; ${piece.where}`)));
    this.open("Lists", [
      el("h3", "", {}, `Set aside (${aside.length})`), ...(aside.length ? aside : ["Nothing was set aside."]),
      el("h3", "", {}, `Moved (${moved.length})`), ...(moved.length ? moved : ["Nothing was moved."]),
      el("h3", "", {}, `Words called right (${message.words.length})`), el("p", "", {}, message.words.join(", ") || "None so far."),
    ], [button("Close", () => this.shut(), { class: "al-button al-primary" })]);
  }
}

const shownKey = (name) => name.replace(/^Ctrl\+([A-Z])$/, "Ctrl+Shift+$1").replace(/^Ctrl\+([a-z])$/, (_, key) => `Ctrl+${key.toUpperCase()}`)
  .replace(/^([A-Z])$/, "Shift+$1").replace("ArrowDown", "↓").replace("ArrowUp", "↑").replace("ArrowLeft", "←").replace("ArrowRight", "→").replace("Escape", "Esc");

function download(name, text) {
  const link = el("a", "", { href: URL.createObjectURL(new Blob([text], { type: "application/jsonl" })), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}

// ---------------------------------------------------------------- beginnings

/** A page of its own: rows live in the page, decisions in the browser until they are downloaded. */
export function open(root, data) {
  const host = new Local(data, { storage: browserStorage() });
  const screen = new Screen(root, host, { local: true });
  addEventListener("beforeunload", (event) => { if (host.keep.waiting.length && host.unsaved > 0) event.preventDefault(); });
  document.addEventListener("keydown", (event) => { if (event.target === document.body) screen.pressed(event); });
  addEventListener("storage", (event) => {
    if (event.key?.startsWith(host.keep.prefix) && event.newValue) screen.say("Another tab decides on this document too: close it, and open this page again to see both.", true);
  });
  return screen;
}

/** A notebook's cell: Python answers. */
export default {
  render({ model, el: cell }) {
    const host = {
      hear: () => {},
      send(message) {
        try {
          model.send(message);
        } catch { // the comm of a kernel that was killed or restarted
          host.hear({ is: "trouble", text: GONE, n: message.n });
        }
      },
    };
    model.on("msg:custom", (message) => host.hear(message));
    const root = el("div", "");
    cell.append(root);
    const place = model.get("place") ?? {};
    const keep = (value) => { model.set("place", value); model.save_changes(); };
    const screen = new Screen(root, host, { place, keep });
    return () => { host.hear = () => {}; clearTimeout(screen.waiting); clearTimeout(screen.remembering); clearTimeout(screen.renumbering); clearTimeout(screen.refreshing); };
  },
};
