// Built from align/review/frontend/src by 'npm run build': change the sources, not this file.

// src/model/values.js
var fraction = (value) => value >= 0.995 ? "1.0" : value.toFixed(2).replace(/^0/, "");
var newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

// src/model/rows.js
var SIDES = ["source", "target"];
var otherSide = (side) => side === "source" ? "target" : "source";
var openDoubts = (row) => (row.doubts ?? []).filter((doubt) => doubt.state === "open" && !doubt.pending);
var textOf = (row, side) => row.cells[side].map((sentence) => sentence.pieces.map((piece) => piece.t).join("")).join(" ");
function counts(rows) {
  const count = (test) => rows.filter(test).length;
  const doubts = rows.flatMap((row) => row.doubts ?? []);
  const open2 = doubts.filter((doubt) => doubt.state === "open").length;
  return {
    rows: rows.length,
    needs: count((row) => row.needs),
    confirmed: count((row) => row.status === "confirmed"),
    rejected: count((row) => row.status === "rejected"),
    later: count((row) => row.later),
    comments: count((row) => row.comment),
    open: open2,
    decided: doubts.length - open2
  };
}
function kindCounts(rows) {
  const found = /* @__PURE__ */ new Map();
  for (const doubt of rows.flatMap((row) => row.doubts ?? []))
    found.set(doubt.kind, (found.get(doubt.kind) ?? 0) + 1);
  return new Map([...found].sort());
}
var rowNumberOf = (rows, id) => rows.findIndex(({ cells }) => SIDES.some((side) => cells[side].some((sentence) => sentence.id === id)));
function findRow(rows, at, step2, test) {
  for (let i = 1; i <= rows.length; i += 1) {
    const number = (at + step2 * i + rows.length * i) % rows.length;
    if (test(rows[number])) return number;
  }
  return -1;
}

// src/local/pairing.js
var deepCopy = (value) => JSON.parse(JSON.stringify(value));
var isSame = (one, two) => JSON.stringify(one) === JSON.stringify(two);
function pairingOf({ cells }) {
  const spansOf = (sentence) => sentence.spans;
  return { source: cells.source.map(spansOf), target: cells.target.map(spansOf) };
}
var rowIdOf = ({ source, target }) => source.length ? `s${source[0][0][0]}` : `t${target[0][0][0]}`;
function cellsOf(rows, pairing) {
  const [source, target] = SIDES.map((side) => pairing[side].map((spans) => sentenceOf(rows, side, spans)));
  return { source, target };
}
function sentenceOf(rows, side, spans) {
  const pieces = rows.flatMap((row) => row.cells[side]).flatMap((sentence) => sentence.pieces);
  const inside = pieces.filter(
    (piece) => piece.spans.some((span) => spans.some((whole) => contains(whole, span)))
  );
  return { id: `${side[0]}${spans[0][0]}`, spans, pieces: inside };
}
var contains = (outer, inner) => outer[0] <= inner[0] && inner[1] <= outer[1];
function cutBefore(sentences, id) {
  const number = sentences.findIndex((sentence2) => sentence2.pieces.some((piece) => piece.id === id));
  if (number < 0) return null;
  const { pieces, ...sentence } = sentences[number];
  const at = pieces.findIndex((piece) => piece.id === id);
  if (at === 0) return number ? [sentences.slice(0, number), sentences.slice(number)] : null;
  const [head, tail] = [pieces.slice(0, at), pieces.slice(at)].map((half) => ({
    id: `${sentence.id[0]}${half[0].spans[0][0]}`,
    pieces: half,
    spans: half.flatMap((piece) => piece.spans)
  }));
  return [
    [...sentences.slice(0, number), head],
    [tail, ...sentences.slice(number + 1)]
  ];
}

// src/local/lookup.js
function rowNumber(desk, id) {
  const at = desk.rows.findIndex((row) => row.id === id);
  if (at < 0) throw new Error("that row is not there any more; choose another");
  return at;
}
function rowNumberOfPairing(desk, { source, target }) {
  const at = rowNumber(desk, rowIdOf({ source, target }));
  if (!isSame(pairingOf(desk.rows[at]), { source, target }))
    throw new Error("these sentences are paired another way");
  return at;
}
function doubtById(desk, id) {
  for (const [at, row] of desk.rows.entries()) {
    const doubt = row.doubts?.find((one) => one.id === id);
    if (doubt) return [at, doubt];
  }
  throw new Error("there is no doubt here to decide on");
}
function doubtAtPlace(desk, { side, spans }) {
  for (const doubt of desk.rows.flatMap((row) => row.doubts ?? [])) {
    if (doubt.side === side && isSame(doubt.place?.spans, spans)) return doubt;
  }
  throw new Error("there is no doubt at this place");
}
function placeOf(row, doubt) {
  if (doubt.place) return doubt.place;
  const pieces = row.cells[doubt.side].flatMap(
    (sentence) => sentence.pieces.filter((piece) => piece.d === doubt.id)
  );
  return {
    side: doubt.side,
    spans: pieces.flatMap((piece) => piece.spans),
    old: pieces.map((piece) => piece.raw).join("")
  };
}

// src/local/proportion.js
function cutInProportion(sentences, halves) {
  const at = sentences.length > 1 ? bestCut(sentences, lengthOf(halves[0]) / lengthOf(halves.flat())) : sentences.length;
  return [sentences.slice(0, at), sentences.slice(at)];
}
function bestCut(sentences, share) {
  const whole = lengthOf(sentences);
  const distance = (at) => Math.abs(lengthOf(sentences.slice(0, at)) / whole - share);
  let best = 1;
  for (let at = 2; at < sentences.length; at += 1) if (distance(at) < distance(best)) best = at;
  return best;
}
var lengthOf = (sentences) => sentences.flatMap((sentence) => sentence.pieces).reduce((sum, piece) => sum + piece.t.length, 0);

// src/local/arrange.js
function arrange(desk, message, verb, at, gone, made) {
  const before = desk.rows.slice(at, at + gone);
  const doubts = before.flatMap((row) => row.doubts ?? []);
  const rows = made.filter(hasText).map((cells) => pairedByHand(cells, doubts));
  const comment2 = before.flatMap((row) => row.comment || []).join(" · ");
  if (comment2) rows[0].comment = comment2;
  const after = rows.map(pairingOf);
  desk.decide(message, at, gone, rows, { op: "arrange", verb, before: before.map(pairingOf), after });
}
var hasText = ({ source, target }) => source.length + target.length > 0;
function pairedByHand(cells, doubts) {
  const pieces = SIDES.flatMap((side) => cells[side].flatMap((sentence) => sentence.pieces));
  const ids = new Set(pieces.map((piece) => piece.d));
  return deepCopy({
    id: (cells.source[0] ?? cells.target[0]).id,
    status: "auto",
    needs: true,
    made: true,
    sure: "by hand",
    why: "Paired by hand: confirm it when it is right.",
    cells,
    doubts: doubts.filter((doubt) => ids.has(doubt.id))
  });
}
var oneSide = (side, sentences) => side === "source" ? { source: sentences, target: [] } : { source: [], target: sentences };
function merge(desk, message) {
  const at = rowNumber(desk, message.row);
  if (at + 1 === desk.rows.length) throw new Error("there is no row below the last");
  const [row, below] = [desk.rows[at].cells, desk.rows[at + 1].cells];
  const merged = { source: [...row.source, ...below.source], target: [...row.target, ...below.target] };
  arrange(desk, message, "merge", at, 2, [merged]);
}
function split(desk, message) {
  const at = rowNumber(desk, message.row);
  const side = message.piece[0] === "s" ? "source" : "target";
  const { cells } = desk.rows[at];
  const halves = cutBefore(cells[side], message.piece);
  if (!halves) throw new Error("choose a word inside the cell: nothing would stand before this one");
  const rest = cutInProportion(cells[otherSide(side)], halves);
  const made = halves.map((half, n) => ({ ...oneSide(side, half), [otherSide(side)]: rest[n] }));
  arrange(desk, message, "split", at, 1, made);
}
function up(desk, message) {
  const { side } = message;
  const at = rowNumber(desk, message.row);
  if (!at) throw new Error("there is no row above the first");
  const [above, row] = [desk.rows[at - 1].cells, desk.rows[at].cells];
  const [moved, ...rest] = row[side];
  if (!moved) throw new Error("this cell is empty; choose the other side");
  const made = [
    { ...above, [side]: [...above[side], moved] },
    { ...row, [side]: rest }
  ];
  arrange(desk, message, "up", at - 1, 2, made);
}
function down(desk, message) {
  const { side } = message;
  const at = rowNumber(desk, message.row);
  const row = desk.rows[at].cells;
  const moved = row[side].at(-1);
  if (!moved) throw new Error("this cell is empty; choose the other side");
  const last = at + 1 === desk.rows.length;
  if (last && row.source.length + row.target.length === 1) throw new Error("there is no row below the last");
  const below = last ? oneSide(side, []) : desk.rows[at + 1].cells;
  const made = [
    { ...row, [side]: row[side].slice(0, -1) },
    { ...below, [side]: [moved, ...below[side]] }
  ];
  arrange(desk, message, "down", at, last ? 1 : 2, made);
}
function gap(desk, message) {
  const at = rowNumber(desk, message.row);
  const { source, target } = desk.rows[at].cells;
  if (!source.length || !target.length) throw new Error("one side of this row is empty already");
  arrange(desk, message, "gap", at, 1, [oneSide("source", source), oneSide("target", target)]);
}
function pair(desk, message) {
  const [source, target] = [rowNumber(desk, message.source), rowNumber(desk, message.target)];
  if (source === target) throw new Error("these two cells stand in one row already");
  const first = Math.min(source, target);
  const rows = desk.rows.slice(first, Math.max(source, target) + 1).map((row) => row.cells);
  const alone = (side, part) => part.map((cells) => oneSide(side, cells[side]));
  arrange(desk, message, "pair", first, rows.length, [
    ...alone("source", rows.slice(0, source - first)),
    ...alone("target", rows.slice(0, target - first)),
    { source: rows[source - first].source, target: rows[target - first].target },
    ...alone("source", rows.slice(source - first + 1)),
    ...alone("target", rows.slice(target - first + 1))
  ]);
}

// src/local/bring-back.js
function bringBack(desk, message) {
  const { side, number } = message;
  const piece = desk.lists.aside.find((one) => one.side === side && one.number === number);
  if (!piece || piece.back) throw new Error("that piece is not in the list any more");
  piece.back = true;
  const at = numberAfter(desk.rows, side, piece.place.spans[0][0]);
  desk.decide(message, at, 0, [rowOf(piece)], { op: "bring-back", quote: piece.place });
}
function numberAfter(rows, side, start) {
  let after = 0;
  rows.forEach((row, number) => {
    if (row.cells[side].some((sentence) => sentence.spans[0][0] < start)) after = number + 1;
  });
  return after;
}
function rowOf({ side, text, place: { spans, old: raw } }) {
  const id = `${side[0]}${spans[0][0]}`;
  const sentence = { id, spans, pieces: [{ id, t: text, raw, spans }] };
  return {
    id,
    status: "auto",
    needs: true,
    made: true,
    sure: "by hand",
    why: "Brought back from what was set aside: move it where it belongs.",
    cells: { source: side === "source" ? [sentence] : [], target: side === "target" ? [sentence] : [] }
  };
}

// src/local/doubt-decisions.js
var correctionOf = (doubt, { reading, pick = 0 }) => reading ?? doubt.suggestions[pick]?.t;
function accept(desk, message) {
  const [at, doubt] = doubtById(desk, message.doubt);
  const text = correctionOf(doubt, message);
  if (text === void 0 && doubt.kind === "layout.moved") return reject(desk, { ...message, do: "reject" });
  if (text === void 0)
    throw new Error("nothing is suggested here: type the text (e), or dismiss the doubt (x)");
  const change = { ...placeOf(desk.rows[at], doubt), new: text };
  return decideDoubt(desk, message, "accepted", { op: "accept", change }, text);
}
function reject(desk, message) {
  decideDoubt(desk, message, "kept", { op: "reject", quote: placeOfMessage(desk, message) });
}
function undecide(desk, message) {
  decideDoubt(desk, message, "open", { op: "undecide", quote: placeOfMessage(desk, message) });
}
function right(desk, message) {
  const [, doubt] = doubtById(desk, message.doubt);
  decideDoubt(desk, message, "right", {
    op: "right",
    quote: placeOfMessage(desk, message),
    word: doubt.text
  });
}
function everywhere(desk, message) {
  const found = [.../* @__PURE__ */ new Set([message.doubt, ...message.others])].map((id) => doubtById(desk, id));
  const text = message.accept ? correctionOf(found[0][1], message) : void 0;
  if (message.accept && text === void 0) throw new Error("nothing is suggested here to accept");
  const numbers = found.map(([at]) => at);
  const first = Math.min(...numbers);
  const rows = deepCopy(desk.rows.slice(first, Math.max(...numbers) + 1));
  for (const [at, doubt] of found)
    settle(rows[at - first], doubt.id, text === void 0 ? "kept" : "accepted", text);
  const places = found.map(([at, doubt]) => placeOf(desk.rows[at], doubt));
  desk.decide(message, first, rows.length, rows, everywhereOperation(places, text));
}
function everywhereOperation(places, text) {
  if (text === void 0) return { op: "dismiss-everywhere", quotes: places };
  return { op: "accept-everywhere", changes: places.map((place) => ({ ...place, new: text })) };
}
function placeOfMessage(desk, message) {
  const [at, doubt] = doubtById(desk, message.doubt);
  return placeOf(desk.rows[at], doubt);
}
function decideDoubt(desk, message, state, operation, text) {
  const [at, doubt] = doubtById(desk, message.doubt);
  const row = deepCopy(desk.rows[at]);
  settle(row, doubt.id, state, text);
  desk.decide(message, at, 1, [row], operation);
}
function settle(row, id, state, text) {
  const doubt = (
    /** @type {PageDoubt} */
    row.doubts?.find((one) => one.id === id)
  );
  doubt.state = state;
  delete doubt.reading;
  if (text !== void 0) doubt.reading = text;
  const pieces = row.cells[doubt.side].flatMap((sentence) => sentence.pieces);
  for (const piece of pieces.filter((one) => one.d === id)) {
    const old = piece.old ?? piece.t;
    piece.t = text ?? old;
    if (text === void 0) delete piece.old;
    else piece.old = old;
  }
}

// src/local/history.js
function undo(desk, message) {
  const step2 = desk.done.pop();
  if (!step2) return desk.answerNothing(message);
  desk.undone.push(step2);
  desk.record({ op: "undo", of: step2.entry.id });
  markAside(desk, step2, false);
  return desk.replaceRows(step2.at, step2.after.length, step2.before, message);
}
function redo(desk, message) {
  const step2 = desk.undone.pop();
  if (!step2) return desk.answerNothing(message);
  desk.done.push(step2);
  desk.record({ op: "redo", of: step2.entry.id });
  markAside(desk, step2, true);
  return desk.replaceRows(step2.at, step2.before.length, step2.after, message);
}
function markAside(desk, { entry }, back) {
  if (entry.op !== "bring-back") return;
  for (const piece of desk.lists.aside) if (isSame(piece.place, entry.quote)) piece.back = back;
}

// src/local/drawn-row.js
function drawnRow(row) {
  const [source, target] = SIDES.map(
    (side) => row.cells[side].map((sentence) => ({ id: sentence.id, pieces: joinPlain(sentence.pieces) }))
  );
  return { ...deepCopy({ ...row, links: void 0 }), cells: { source, target } };
}
function joinPlain(pieces) {
  const joined = [];
  for (const { t, d, old } of pieces) {
    const last = joined.at(-1);
    if (d === void 0 && last && last.d === void 0) last.t += t;
    else joined.push({ t, ...d === void 0 ? {} : { d }, ...old === void 0 ? {} : { old } });
  }
  return joined;
}

// src/local/queries.js
function hello(desk) {
  const rows = desk.rows.map(drawnRow);
  desk.receive({
    is: "rows",
    at: 0,
    total: rows.length,
    rows,
    ...desk.heading,
    notes: desk.notes,
    ...desk.status()
  });
}
function detail(desk, message) {
  const row = desk.rows[rowNumber(desk, message.row)];
  desk.receive({ is: "detail", row: row.id, cells: deepCopy(row.cells), where: row.where ?? {} });
  if (row.links) desk.receive({ is: "links", row: row.id, links: row.links });
}
function lists(desk) {
  desk.receive({ is: "lists", ...desk.lists });
}
function preview(desk, message) {
  const [, doubt] = doubtById(desk, message.doubt);
  const { accept: accept2, pick = 0 } = message;
  const text = accept2 ? correctionOf(doubt, message) : null;
  const places = desk.rows.flatMap(
    (row, at) => openDoubts(row).filter((one) => one.id !== doubt.id && one.side === doubt.side && one.text === doubt.text).filter((one) => !accept2 || one.suggestions[0]?.t === text).map(
      (one) => (
        /** @type {PreviewPlace} */
        {
          doubt: one.id,
          row: at + 1,
          why: "same",
          old: one.text,
          new: text,
          around: one.around ?? ["", ""]
        }
      )
    )
  );
  desk.receive({ is: "preview", doubt: doubt.id, accept: accept2, pick, old: doubt.text, new: text, places });
}
function save(desk, message) {
  desk.downloaded = desk.entries.length;
  desk.store.save();
  const last = desk.entries.at(-1);
  if (last) desk.store.writeValue("downloaded", last.id);
  const lines = desk.entries.map((entry) => `${JSON.stringify(entry)}
`).join("");
  desk.receive({ is: "saved", n: message.n, lines, ...desk.status() });
}

// src/local/row-decisions.js
function confirm(desk, message) {
  confirmRows(desk, message, [rowNumber(desk, message.row)]);
}
function confirmAbove(desk, message) {
  const last = rowNumber(desk, message.row);
  const numbers = [...desk.rows.keys()].filter((at) => at <= last && desk.rows[at].status === "auto");
  confirmRows(desk, message, numbers);
}
function confirmRows(desk, message, numbers) {
  if (!numbers.length) return desk.answerNothing(message);
  const [first] = numbers;
  const rows = deepCopy(desk.rows.slice(first, numbers[numbers.length - 1] + 1));
  const confirmed = numbers.map((at) => rows[at - first]);
  for (const row of confirmed) row.status = "confirmed";
  return desk.decide(message, first, rows.length, rows, { op: "confirm", rows: confirmed.map(pairingOf) });
}
function rejectPair(desk, message) {
  changeStatus(desk, message, "reject-pair", "rejected");
}
function reopen(desk, message) {
  changeStatus(desk, message, "reopen", "auto");
}
function changeStatus(desk, message, op, status) {
  const at = rowNumber(desk, message.row);
  const row = { ...deepCopy(desk.rows[at]), status };
  desk.decide(message, at, 1, [row], { op, row: pairingOf(row) });
}
function later(desk, message) {
  const at = rowNumber(desk, message.row);
  const row = { ...deepCopy(desk.rows[at]), later: message.on };
  desk.decide(message, at, 1, [row], { op: "later", row: pairingOf(row), on: message.on });
}
function comment(desk, message) {
  const at = rowNumber(desk, message.row);
  const text = message.text.trim();
  const row = { ...deepCopy(desk.rows[at]), comment: text };
  desk.decide(message, at, 1, [row], { op: "comment", row: pairingOf(row), text });
}

// src/model/tokens.js
function tokensOf(pieces) {
  const tokens = [];
  let joined = false;
  for (const piece of pieces) {
    const text = piece.t.trim();
    const last = tokens.at(-1);
    if (joined && last && !/^\s/.test(piece.t)) {
      last.t += text;
      last.pieces.push(piece);
    } else if (text) tokens.push({ t: text, pieces: [piece] });
    if (piece.t) joined = !/\s$/.test(piece.t);
  }
  return tokens;
}
function changedTokens(tokens, typed) {
  const old = tokens.flatMap((token, number) => token.t.split(/\s+/).map((word) => ({ word, number })));
  const words = typed.split(/\s+/).filter(Boolean);
  const ends = commonEnds(
    old.map(({ word }) => word),
    words
  );
  if (!ends) return null;
  const { head, tail } = wholeTokens(
    old.map(({ number }) => number),
    ends
  );
  const text = words.slice(head, words.length - tail).join(" ");
  return { first: old[head].number, last: old[old.length - tail - 1].number + 1, text };
}
function commonEnds(old, words) {
  const shorter = Math.min(old.length, words.length);
  let head = 0;
  while (head < shorter && old[head] === words[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === words[words.length - 1 - tail]) tail += 1;
  if (head + tail < old.length) return { head, tail };
  if (head + tail === words.length) return null;
  return head ? { head: head - 1, tail } : { head, tail: tail - 1 };
}
function wholeTokens(numbers, { head, tail }) {
  while (head && numbers[head - 1] === numbers[head]) head -= 1;
  while (tail && numbers[numbers.length - tail] === numbers[numbers.length - tail - 1]) tail -= 1;
  return { head, tail };
}

// src/local/typing.js
function edit(desk, message) {
  const at = rowNumber(desk, message.row);
  const tokens = desk.rows[at].cells[message.side].flatMap((sentence) => tokensOf(sentence.pieces));
  const found = tokens.length ? changedTokens(tokens, message.text) : null;
  if (!found) return desk.answerNothing(message);
  const pieces = tokens.slice(found.first, found.last).flatMap((token) => token.pieces);
  return replacePieces(desk, message, at, pieces, found.text);
}
function replacePieces(desk, message, at, pieces, text) {
  const { side } = message;
  const row = deepCopy(desk.rows[at]);
  const gone = deepCopy(pieces);
  const space = /\s$/.test(gone[gone.length - 1].raw) ? " " : "";
  const place = {
    side,
    spans: gone.flatMap((piece2) => piece2.spans),
    old: gone.map((piece2) => piece2.raw).join("")
  };
  const piece = correctedPiece(gone, text + space, place);
  for (const sentence of row.cells[side]) putPiece(sentence, gone, piece);
  const doubts = withoutGone(row.doubts ?? [], gone, row.cells[side]).filter((doubt) => doubt.id !== piece.d);
  row.doubts = [...doubts, ownCorrection(piece, text, place)];
  desk.decide(message, at, 1, [row], { op: "edit", changes: [{ ...place, new: text + space }] });
}
function correctedPiece(gone, text, { spans, old: raw }) {
  const [{ id }] = gone;
  const old = gone.map((piece) => piece.old ?? piece.t).join("").trim();
  return { id, t: text, old, spans, raw, d: `v${id}` };
}
function putPiece(sentence, gone, made) {
  const ids = new Set(gone.map((piece) => piece.id));
  sentence.pieces = sentence.pieces.flatMap((piece) => {
    if (piece.id === made.id) return [made];
    return ids.has(piece.id) ? [] : [piece];
  });
}
function withoutGone(doubts, gone, cell) {
  const left = new Set(cell.flatMap((sentence) => sentence.pieces.map((piece) => piece.d)));
  const touched = new Set(gone.map((piece) => piece.d).filter((id) => id && !left.has(id)));
  return doubts.filter((doubt) => !touched.has(doubt.id));
}
function ownCorrection(piece, text, place) {
  return {
    id: piece.d,
    side: place.side,
    kind: "yours",
    word: "your own correction",
    text: piece.old,
    state: "edited",
    reading: text,
    suggestions: [],
    place
  };
}

// src/local/answers.js
var ANSWERS = {
  hello,
  detail,
  lists,
  preview,
  save,
  accept,
  reject,
  undecide,
  right,
  everywhere,
  edit,
  confirm,
  "confirm-above": confirmAbove,
  "reject-pair": rejectPair,
  reopen,
  later,
  comment,
  merge,
  split,
  up,
  down,
  gap,
  pair,
  "bring-back": bringBack,
  undo,
  redo
};
function answer(desk, message) {
  const found = (
    /** @type {((desk: LocalDesk, message: Outgoing) => void) | undefined} */
    ANSWERS[message.do]
  );
  if (!found) throw new Error("this needs Python: align again in a notebook");
  found(desk, message);
}

// src/local/replay.js
var REPLAYS = {
  accept: (desk, { change }) => accept(desk, { do: "accept", doubt: doubtAtPlace(desk, change).id, reading: change.new }),
  reject: (desk, { quote }) => reject(desk, { do: "reject", doubt: doubtAtPlace(desk, quote).id }),
  undecide: (desk, { quote }) => undecide(desk, { do: "undecide", doubt: doubtAtPlace(desk, quote).id }),
  right: (desk, { quote }) => right(desk, { do: "right", doubt: doubtAtPlace(desk, quote).id }),
  "accept-everywhere": (desk, { changes }) => {
    const [doubt, ...others] = changes.map((change) => doubtAtPlace(desk, change).id);
    everywhere(desk, { do: "everywhere", accept: true, doubt, others, reading: changes[0].new });
  },
  "dismiss-everywhere": (desk, { quotes }) => {
    const [doubt, ...others] = quotes.map((quote) => doubtAtPlace(desk, quote).id);
    everywhere(desk, { do: "everywhere", accept: false, doubt, others });
  },
  edit: replayEdit,
  confirm: (desk, operation) => {
    const numbers = operation.rows.map((row) => rowNumberOfPairing(desk, row)).sort((one, two) => one - two);
    confirmRows(desk, { do: "confirm" }, numbers);
  },
  "reject-pair": (desk, { row }) => rejectPair(desk, { do: "reject-pair", row: rowId(desk, row) }),
  reopen: (desk, { row }) => reopen(desk, { do: "reopen", row: rowId(desk, row) }),
  later: (desk, { row, on }) => later(desk, { do: "later", row: rowId(desk, row), on }),
  comment: (desk, { row, text }) => comment(desk, { do: "comment", row: rowId(desk, row), text }),
  arrange: replayArrange,
  "bring-back": replayBringBack,
  undo: (desk, { of }) => {
    if (desk.done.at(-1)?.entry.id !== of) throw new Error("only the last decision can be undone");
    undo(desk, { do: "undo" });
  },
  redo: (desk, { of }) => {
    if (desk.undone.at(-1)?.entry.id !== of) throw new Error("only what was undone last can be done again");
    redo(desk, { do: "redo" });
  }
};
function replay(desk, entry) {
  const found = (
    /** @type {(desk: LocalDesk, entry: Entry) => void} */
    REPLAYS[entry.op]
  );
  found(desk, entry);
}
var rowId = (desk, pairing) => desk.rows[rowNumberOfPairing(desk, pairing)].id;
function replayEdit(desk, { changes: [{ side, spans, new: text }] }) {
  const inside = (piece) => piece.spans.every((span) => spans.some((whole) => contains(whole, span)));
  const at = desk.rows.findIndex((row) => row.cells[side].some((sentence) => sentence.pieces.some(inside)));
  if (at < 0) throw new Error("this text is not on the page");
  const pieces = desk.rows[at].cells[side].flatMap((sentence) => sentence.pieces.filter(inside));
  const spansThere = pieces.flatMap((piece) => piece.spans);
  if (!isSame(spansThere, spans)) throw new Error("this text is cut another way");
  replacePieces(desk, { do: "edit", side }, at, pieces, text.trimEnd());
}
function replayArrange(desk, { verb, before, after }) {
  const at = rowNumberOfPairing(desk, before[0]);
  before.forEach((pairing, n) => {
    if (rowNumberOfPairing(desk, pairing) !== at + n) throw new Error("these rows stand another way");
  });
  const there = desk.rows.slice(at, at + before.length);
  const made = after.map((pairing) => cellsOf(there, pairing));
  arrange(desk, { do: verb }, verb, at, before.length, made);
}
function replayBringBack(desk, { quote: { side, spans } }) {
  const piece = desk.lists.aside.find((one) => one.side === side && isSame(one.place.spans, spans));
  if (!piece) throw new Error("this piece was not set aside");
  bringBack(desk, { do: "bring-back", side, number: piece.number });
}

// src/local/restore.js
function restore(desk, entries) {
  const placed = entries.filter((entry) => replayed(desk, entry)).length;
  const lost = entries.length - placed;
  const notes = [];
  if (placed) notes.push(`In force again from your last visit: ${decisions(placed)}.`);
  if (lost)
    notes.push(
      `Without a place on this page: ${decisions(lost)} of your last visit. The download holds what you decided there, too.`
    );
  return notes;
}
function replayed(desk, entry) {
  const before = desk.entries.length;
  desk.replayed = entry;
  try {
    replay(desk, entry);
    return true;
  } catch {
    return false;
  } finally {
    desk.replayed = null;
    if (desk.entries.length === before) desk.entries.push(entry);
  }
}
var decisions = (count) => count === 1 ? "1 decision" : `${count} decisions`;

// src/local/storage.js
var FORBIDDEN = "This browser keeps nothing for this page: download your decisions (Ctrl+S) before you close it.";
var FULL = "Not kept: the storage of this browser is full or shut. Your decisions stay on the screen: download them (Ctrl+S) before you close the page.";
function browserStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
var DecisionStore = class {
  /**
   * @param {Storage | null} storage
   * @param {Record<string, string>} documents the sha256 of each side's file
   */
  constructor(storage, documents) {
    this.storage = storage;
    this.prefix = `align-review ${[...new Set(Object.values(documents))].join(" ")} `;
    this.waiting = [];
    this.trouble = "";
    this.nextNumber = 0;
  }
  /**
   * The decisions of earlier visits, oldest first.
   * @param {Set<string>} known ids of decisions that the page shows already: they are removed
   */
  read(known) {
    const entries = [];
    for (const { key, number, id } of this.#keys()) {
      this.nextNumber = Math.max(this.nextNumber, number + 1);
      if (known.has(id)) this.#attempt((storage) => storage.removeItem(key));
      else this.#attempt((storage) => entries.push(JSON.parse(storage.getItem(key) ?? "")));
    }
    return entries;
  }
  #keys() {
    const all = this.#attempt((storage) => Object.keys(storage)) ?? [];
    return all.filter((key) => key.startsWith(this.prefix)).sort().flatMap((key) => {
      const [, number, id] = key.slice(this.prefix.length).match(/^(\d+) (.*)$/) ?? [];
      return id === void 0 ? [] : [{ key, number: Number(number), id }];
    });
  }
  /** @param {Entry} entry */
  add(entry) {
    this.waiting.push(entry);
    this.save();
  }
  /** Writes what waits. A storage that is full or forbidden leaves it waiting and sets `trouble`. */
  save() {
    this.trouble = this.storage ? "" : FORBIDDEN;
    while (!this.trouble && this.waiting.length) {
      this.#write(this.waiting[0]);
      if (!this.trouble) this.waiting.shift();
    }
  }
  /** @param {Entry} entry */
  #write(entry) {
    const key = `${this.prefix}${String(this.nextNumber).padStart(7, "0")} ${entry.id}`;
    this.#attempt((storage) => storage.setItem(key, JSON.stringify(entry)));
    if (!this.trouble) this.nextNumber += 1;
  }
  /**
   * A value beside the decisions; null where there is none.
   * @param {"downloaded" | "reviewer"} name
   */
  readValue(name) {
    return this.#attempt((storage) => storage.getItem(this.prefix + name));
  }
  /**
   * @param {"downloaded" | "reviewer"} name
   * @param {string} value
   */
  writeValue(name, value) {
    this.#attempt((storage) => storage.setItem(this.prefix + name, value));
  }
  /**
   * @template T
   * @param {(storage: Storage) => T} act
   */
  #attempt(act2) {
    try {
      return this.storage && act2(this.storage);
    } catch {
      this.trouble = FULL;
      return null;
    }
  }
};

// src/local/desk.js
var DOUBTFUL = 0.7;
var LocalDesk = class {
  /**
   * @param {PageData} data
   * @param {{ now?: () => Date, storage?: Storage | null }} [options]
   */
  constructor(data, { now = () => /* @__PURE__ */ new Date(), storage = null } = {}) {
    this.rows = data.rows;
    this.lists = data.lists;
    this.documents = data.documents;
    this.heading = { title: data.title, sides: data.sides };
    this.fileName = `${data.name}.decisions.jsonl`;
    this.now = now;
    this.entries = [];
    this.done = [];
    this.undone = [];
    this.replayed = null;
    this.receive = () => {
    };
    this.store = new DecisionStore(storage, data.documents);
    this.reviewer = this.store.readValue("reviewer") ?? "";
    this.downloaded = 0;
    this.notes = restore(this, this.store.read(new Set(data.decided)));
    const last = this.store.readValue("downloaded");
    this.downloaded = this.entries.findIndex((entry) => entry.id === last) + 1;
    this.store.save();
  }
  /** How many decisions exist on this page only. */
  get undownloaded() {
    return this.entries.length - this.downloaded;
  }
  /** @returns {Status} */
  status() {
    const kept = this.entries.length && !this.store.waiting.length ? "kept in this browser" : "";
    return {
      undo: this.done.at(-1)?.entry.op ?? null,
      redo: this.undone.at(-1)?.entry.op ?? null,
      saved: [kept, this.#downloads()].filter(Boolean).join(", "),
      trouble: this.store.trouble,
      readOnly: false
    };
  }
  #downloads() {
    if (this.undownloaded > 0) return `${this.undownloaded} not downloaded`;
    return this.downloaded ? "all downloaded" : "";
  }
  /** @param {string} reviewer */
  setReviewer(reviewer) {
    this.reviewer = reviewer;
    this.store.writeValue("reviewer", reviewer);
  }
  /**
   * Answers a message; a mistake of the reviewer's comes back as one line of trouble.
   * @param {Outgoing} message
   */
  send(message) {
    try {
      answer(this, message);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.receive({ is: "trouble", text, n: message.n });
    }
  }
  /**
   * Carries out a decision: `gone` rows from `at` on become `rows`; a line of the journal; a step to undo.
   * @param {Asked} message
   * @param {number} at
   * @param {number} gone
   * @param {PageRow[]} rows
   * @param {Operation} operation
   */
  decide(message, at, gone, rows, operation) {
    const entry = this.record(operation);
    this.done.push({ at, before: this.rows.slice(at, at + gone), after: rows, entry });
    this.undone = [];
    this.replaceRows(at, gone, rows, message);
  }
  /**
   * Adds a line to the journal: a new one, or the one of an earlier visit that is put in force again.
   * @param {Operation} operation
   */
  record(operation) {
    const entry = this.replayed ?? this.#newEntry(operation);
    this.entries.push(entry);
    if (!this.replayed) this.store.add(entry);
    return entry;
  }
  /**
   * @param {Operation} operation
   * @returns {Entry}
   */
  #newEntry({ op, ...values }) {
    const at = this.now().toISOString().replace(/\.\d+Z$/, "Z");
    const by = this.reviewer || "reviewer";
    return (
      /** @type {Entry} */
      { op, id: newId(), ...values, by, at, documents: this.documents }
    );
  }
  /**
   * @param {number} at
   * @param {number} gone
   * @param {PageRow[]} rows
   * @param {Asked} message
   */
  replaceRows(at, gone, rows, message) {
    for (const row of rows) row.needs = needsReview(row);
    this.rows.splice(at, gone, ...rows);
    const drawn = rows.map(drawnRow);
    const patch = { at, gone, rows: drawn, updates: [] };
    this.receive({ is: "patch", n: message.n, did: message.do, ...patch, ...this.status() });
  }
  /**
   * Answers that nothing changes.
   * @param {Asked} message
   */
  answerNothing(message) {
    this.receive({ is: "nothing", n: message.n, ...this.status() });
  }
};
function needsReview(row) {
  const doubtful = row.made || row.confidence !== void 0 && row.confidence < DOUBTFUL;
  const open2 = (row.doubts ?? []).some((doubt) => doubt.state === "open");
  return row.status === "auto" && (doubtful || open2);
}

// src/model/direction-marks.js
var NAMES = /* @__PURE__ */ new Map([
  [8234, "LRE"],
  [8235, "RLE"],
  [8236, "PDF"],
  [8237, "LRO"],
  [8238, "RLO"],
  [8294, "LRI"],
  [8295, "RLI"],
  [8296, "FSI"],
  [8297, "PDI"],
  [8206, "LRM"],
  [8207, "RLM"],
  [1564, "ALM"]
]);
function splitAtDirectionMarks(text) {
  const parts = text.split(/([\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c])/).filter(Boolean);
  return parts.map((part) => {
    const name = NAMES.get(part.codePointAt(0) ?? 0);
    return name === void 0 ? { text: part } : { name };
  });
}

// src/screen/dom.js
var LONGEST = 5e3;
function el(tag, name, attributes = {}, ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  for (const [key, value] of Object.entries(attributes)) setAttribute(made, key, value);
  for (const child of children) if (child) made.append(child);
  return made;
}
function setAttribute(element, key, value) {
  if (value === void 0 || value === null || value === false) return;
  if (typeof value === "function") element.addEventListener(key.slice("on".length), value);
  else element.setAttribute(key, value === true ? "" : String(value));
}
var button = (text, click, attributes = {}) => el("button", "al-button", { type: "button", onclick: click, ...attributes }, text);
var primaryButton = (text, click, attributes = {}) => button(text, click, { class: "al-button al-primary", ...attributes });
function documentText(text) {
  if (text.length > LONGEST) {
    const more = el("span", "al-more", {}, ` … and ${text.length - LONGEST} more characters`);
    return [...documentText(text.slice(0, LONGEST)), more];
  }
  return splitAtDirectionMarks(text).map(
    (part) => part.name === void 0 ? part.text : directionMark(part.name)
  );
}
var directionMark = (name) => el("span", "al-control", { title: "a character that turns the direction of writing" }, name);
function download(name, text) {
  const blob = new Blob([text], { type: "application/jsonl" });
  const link = el("a", "", { href: URL.createObjectURL(blob), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}
var elementsOfPiece = (parent, id) => parent.querySelectorAll(`[data-p="${CSS.escape(id)}"]`);
var elementsOfDoubt = (parent, id) => parent.querySelectorAll(`[data-d="${CSS.escape(id)}"]`);
function removeClass(parent, name) {
  for (const element of parent.querySelectorAll(`.${name}`)) element.classList.remove(name);
}

// src/model/bindings.js
var KEYS = [
  [
    "Move",
    [
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
      ["go", ["g"], "go to a row by its number"]
    ]
  ],
  [
    "Readings",
    [
      ["accept", ["a"], "accept the first suggestion"],
      ["pick", ["1", "2", "3", "4", "5", "6", "7", "8", "9"], "accept this suggestion"],
      ["reject", ["x"], "dismiss: it stays as it was read"],
      ["accept-all", ["A"], "accept everywhere, shown first"],
      ["reject-all", ["X"], "dismiss everywhere, shown first"],
      ["right", ["w"], "this word is right, in the whole project"],
      ["edit", ["e", "F2"], "type the text of the cell yourself"],
      ["undecide", ["o"], "open what was decided again"]
    ]
  ],
  [
    "Rows",
    [
      ["confirm", ["Enter"], "confirm and go to the next that needs review"],
      ["confirm-above", ["C"], "confirm all from the top to here"],
      ["reject-pair", ["R"], "these two do not translate each other"],
      ["later", ["f"], "flag for later"],
      ["comment", ["c"], "comment"]
    ]
  ],
  [
    "Pairs",
    [
      ["merge", ["m"], "merge with the next row"],
      ["split", ["s"], "split: choose the word, Enter"],
      ["up", ["u"], "first sentence to the row above"],
      ["down", ["d"], "last sentence to the row below"],
      ["gap", ["i"], "part the two cells"],
      ["mark", ["Space"], "mark a cell; then the cell it belongs to"],
      ["realign", ["r"], "align again what is not confirmed"]
    ]
  ],
  [
    "Work",
    [
      ["undo", ["Ctrl+z"], "undo"],
      ["redo", ["Ctrl+Z", "Ctrl+y"], "do it again"],
      ["save", ["Ctrl+s"], "save now"],
      ["lists", ["l"], "what was set aside, what was moved"],
      ["keys", ["?"], "these keys"],
      ["leave", ["Escape"], "leave what is open"]
    ]
  ]
];
var ACTIONS = new Map(
  KEYS.flatMap(
    ([, bindings]) => bindings.flatMap(([action, keys]) => keys.map((key) => (
      /** @type {[string, string]} */
      [key, action]
    )))
  )
);
var actionOf = (key) => ACTIONS.get(key);

// src/model/keyboard.js
var COMPOSING = 229;
function keyOf(event) {
  if (!event.key || event.isComposing || event.keyCode === COMPOSING || event.altKey) return null;
  const name = letterOf(event) ?? digitOf(event) ?? signOf(event) ?? event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${name}` : name;
}
function letterOf({ key, code, shiftKey }) {
  const letter = /^[a-z]$/i.test(key) ? key : code.match(/^Key([A-Z])$/)?.[1];
  if (letter === void 0) return null;
  return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
}
var digitOf = ({ code, shiftKey }) => shiftKey ? null : code.match(/^Digit([1-9])$/)?.[1] ?? null;
function signOf({ key, code, shiftKey }) {
  if (key === " " || code === "Space") return "Space";
  if (code === "Slash" && (key === "." || key === ",")) return shiftKey ? "?" : "/";
  if (/^[ -~]$/.test(key)) return null;
  if (code === "BracketLeft") return "[";
  return code === "BracketRight" ? "]" : null;
}
var SYMBOLS = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };
function shownKey(name) {
  const [, control, letter] = name.match(/^(Ctrl\+)?([A-Za-z])$/) ?? [];
  if (letter === void 0) return SYMBOLS[name] ?? name;
  if (control) return letter < "a" ? `Ctrl+Shift+${letter}` : `Ctrl+${letter.toUpperCase()}`;
  return letter < "a" ? `Shift+${letter}` : letter;
}

// src/screen/highlights.js
var MOST_FINDS = 2e3;
function showChosenDoubt(screen) {
  const { row, cursor } = screen;
  removeClass(screen.grid.body, "al-chosen");
  if (!cursor.doubt || !row) return;
  for (const mark of elementsOfDoubt(row.element, cursor.doubt)) mark.classList.add("al-chosen");
  linkChosenDoubt(screen);
}
function linkChosenDoubt({ row, cursor }) {
  if (!row) return;
  const marks = cursor.doubt ? [...elementsOfDoubt(row.element, cursor.doubt)] : [];
  showLinked(row, marks.find((mark) => mark.dataset.p)?.dataset.p);
}
function linkHovered(screen, target) {
  const word = target instanceof Element ? target.closest("[data-p]") : null;
  if (word instanceof HTMLElement && screen.row?.element.contains(word))
    showLinked(screen.row, word.dataset.p);
  else linkChosenDoubt(screen);
}
function showLinked(row, id) {
  removeClass(row.element, "al-linked");
  const linked = row.links.filter((link) => id !== void 0 && link.includes(id)).flat();
  for (const one of new Set(linked)) {
    for (const word of elementsOfPiece(row.element, one)) word.classList.add("al-linked");
  }
}
function highlightFinds(rows, match) {
  if (!globalThis.CSS?.highlights || !globalThis.Highlight) return;
  const found = [];
  for (const row of match ? rows : []) {
    if (row.element.hidden || found.length > MOST_FINDS) continue;
    for (const side of SIDES) found.push(...rangesIn(
      row.cells[side],
      /** @type {RegExp} */
      match
    ));
  }
  CSS.highlights.set("al-search", new Highlight(...found));
}
function rangesIn(cell, match) {
  const found = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (
      /** @type {Text} */
      node
    );
    for (const { 0: hit, index } of text.data.matchAll(match)) {
      if (hit) found.push(rangeOf(text, index, index + hit.length));
    }
  }
  return found;
}
function rangeOf(text, start, stop) {
  const range = new Range();
  range.setStart(text, start);
  range.setEnd(text, stop);
  return range;
}

// src/screen/labels.js
var SIDE_NAMES = { source: "Original", target: "Translation" };
var FAMILIES = {
  ocr: "al-ocr",
  layout: "al-layout",
  yours: "al-yours",
  "check.number": "al-number",
  "check.name": "al-name",
  check: "al-check"
};
var familyOf = (kind) => FAMILIES[kind] ?? FAMILIES[kind.split(".")[0]] ?? FAMILIES.check;
var DECIDED = {
  accepted: "accepted",
  edited: "typed by hand",
  kept: "stays as read",
  right: "right",
  answered: "answered by a correction"
};
var decisionOn = ({ state }) => state === "open" ? "" : DECIDED[state];
var BADGES = {
  needs: ["◆", "needs review"],
  confirmed: ["✓", "confirmed"],
  rejected: ["✗", "rejected"],
  auto: ["○", "auto"]
};
var stateOf = (row) => row.status === "auto" && row.needs ? "needs" : row.status;
var badgeOf = (row) => BADGES[stateOf(row)];
var openReason = (row) => row.status === "auto" && row.why ? row.why : void 0;

// src/screen/navigation.js
function go(screen, at, { side = screen.cursor.side, doubt = null, focus = true, keepDoubt = false } = {}) {
  const { rows } = screen.grid;
  if (!rows.length) return;
  const row = rows[Math.min(Math.max(at, 0), rows.length - 1)];
  if (screen.current && screen.current !== row) leave(screen.current);
  screen.current = row;
  const moved = screen.cursor.row !== row.number || !row.detail;
  const chosen = chooseDoubt(row, keepDoubt && !doubt ? screen.cursor.doubt : doubt, keepDoubt);
  screen.cursor = { row: row.number, side, doubt: chosen?.id ?? null };
  enter(row, side);
  if (moved) screen.send({ do: "detail", row: row.data.id });
  if (focus) refocus(screen);
  screen.panel.draw(screen);
  screen.rememberPlace();
  if (focus) screen.say(describe(row, rows.length));
}
function chooseDoubt({ data }, id, mustBeOpen) {
  const open2 = openDoubts(data);
  const wanted = (mustBeOpen ? open2 : data.doubts ?? []).find((doubt) => doubt.id === id);
  return wanted ?? open2[0];
}
function leave(row) {
  row.element.classList.remove("al-current");
  for (const side of SIDES) row.cells[side].setAttribute("tabindex", "-1");
  if (!row.detail) return;
  row.detail = null;
  row.drawCells();
}
function enter(row, side) {
  row.element.classList.add("al-current");
  for (const one of SIDES) row.cells[one].setAttribute("tabindex", one === side ? "0" : "-1");
}
function describe({ data, number }, count) {
  const open2 = openDoubts(data).length;
  const doubts = open2 ? `, ${open2} open ${open2 === 1 ? "doubt" : "doubts"}` : "";
  return `Row ${number + 1} of ${count}, ${badgeOf(data)[1]}${doubts}.`;
}
function refocus(screen) {
  const { row } = screen;
  if (!row || screen.mode || screen.dialog.isOpen) return;
  const cell = row.cells[screen.cursor.side];
  if (document.activeElement !== cell) cell.focus({ preventScroll: true });
  showChosenDoubt(screen);
  reveal(screen);
}
function reveal({ row }) {
  row?.element.scrollIntoView({ block: "nearest" });
  row?.element.querySelector(".al-chosen")?.scrollIntoView({ block: "nearest" });
}
function step(screen, steps) {
  const { rows } = screen.grid;
  let at = screen.cursor.row;
  for (let left = Math.abs(steps); left > 0; left -= 1) {
    let next = at + Math.sign(steps);
    while (rows[next]?.element.hidden) next += Math.sign(steps);
    if (!rows[next]) break;
    at = next;
  }
  go(screen, at);
}
function goToNextNeeding(screen, direction = 1) {
  const { rows } = screen.grid;
  const at = findRow(rows, screen.cursor.row, direction, needsLook);
  if (at < 0) {
    screen.say("Nothing left to review.");
    go(screen, screen.cursor.row, { keepDoubt: true });
    return;
  }
  if (rows[at].element.hidden) {
    screen.toolbar.clearFilters();
    screen.refilter();
  }
  const first = openDoubts(rows[at].data)[0];
  go(screen, at, { side: first?.side ?? screen.cursor.side });
}
function needsLook({ data, pending }) {
  if (!data.needs || pending) return false;
  return openDoubts(data).length > 0 || data.why || !data.doubts?.some((doubt) => doubt.pending);
}
function goOn(screen, from) {
  const { row } = screen;
  if (!row) return;
  const next = nextOpen(row.data.doubts ?? [], from);
  if (next) go(screen, screen.cursor.row, { side: next.side, doubt: next.id });
  else if (openReason(row.data)) go(screen, screen.cursor.row);
  else goToNextNeeding(screen);
}
function nextOpen(doubts, from) {
  const at = doubts.findIndex((doubt) => doubt.id === from);
  return openDoubts({ doubts: doubts.slice(at + 1) })[0] ?? openDoubts({ doubts })[0];
}
function goToDoubt(screen, direction) {
  const doubts = screen.row?.data.doubts ?? [];
  if (!doubts.length) return;
  const at = doubts.findIndex((doubt) => doubt.id === screen.cursor.doubt);
  const next = doubts[(at + direction + doubts.length) % doubts.length];
  go(screen, screen.cursor.row, { side: next.side, doubt: next.id });
}

// src/screen/input.js
var HISTORY = ["undo", "redo"];
function pressed(screen, event) {
  event.stopPropagation();
  screen.refreshSoon();
  const key = keyOf(event);
  if (!key) return;
  const target = (
    /** @type {Element} */
    event.target
  );
  const action = actionOf(key);
  if (action === "save" || action && HISTORY.includes(action)) actAnywhere(screen, event, action);
  else if (screen.dialog.isOpen) screen.dialog.pressed(event, key);
  else if (screen.mode) screen.mode.pressed(event, key);
  else if (target.matches("input, textarea, select")) pressedInField(screen, event, key);
  else if (action && !(target.matches("button") && (key === "Enter" || key === "Space"))) {
    actInGrid(screen, event, action, key);
  }
}
function actAnywhere(screen, event, action) {
  const typing = (
    /** @type {Element} */
    event.target.matches("input, textarea")
  );
  if (typing && HISTORY.includes(action)) return;
  event.preventDefault();
  screen.act(action);
}
function actInGrid(screen, event, action, key) {
  event.preventDefault();
  screen.act(action, key);
  if (!screen.main.contains(document.activeElement)) return;
  screen.main.scrollIntoView({ block: "nearest" });
  reveal(screen);
}
function pressedInField(screen, event, key) {
  const { search } = screen.toolbar;
  const { commentField } = screen.panel;
  if (key === "Escape") {
    if (event.target === search) clearSearch(screen);
    refocus(screen);
  } else if (key === "Enter" && event.target === search) {
    event.preventDefault();
    const at = screen.grid.rows.findIndex((row) => !row.element.hidden);
    if (at >= 0) screen.go(at);
  } else if (key === "Enter" && commentField && event.target === commentField) {
    event.preventDefault();
    screen.panel.sendComment(screen);
    refocus(screen);
  }
}
function clearSearch(screen) {
  screen.toolbar.search.value = "";
  screen.refilter();
}
function clicked(screen, event) {
  const target = (
    /** @type {Element} */
    event.target
  );
  const holder = target.closest(".al-row");
  const row = holder && screen.grid.rows.find((one) => one.element === holder);
  if (!row) return;
  if (screen.mode) {
    screen.mode.clicked(event, row);
    return;
  }
  event.preventDefault();
  const side = (
    /** @type {Side | undefined} */
    dataOf(target, "side") ?? screen.cursor.side
  );
  screen.go(row.number, { side, doubt: dataOf(target, "d") ?? null });
}
var dataOf = (target, name) => target.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? void 0;

// src/screen/messenger.js
var PATIENCE = 15e3;
var NO_ANSWER = "No answer from the kernel. What was decided is in the journal: run the cell again to go on.";
var Messenger = class {
  /**
   * @param {Host} host
   * @param {() => void} onSilence called where no answer comes
   */
  constructor(host, onSilence) {
    this.host = host;
    this.onSilence = onSilence;
    this.number = 0;
    this.timer = void 0;
  }
  /** @param {Outgoing} message */
  send(message) {
    this.number += 1;
    if (message.do !== "hello") this.timer ??= setTimeout(this.onSilence, PATIENCE);
    this.host.send({ ...message, n: this.number });
  }
  /** An answer came: the host is there. */
  stopWaiting() {
    clearTimeout(this.timer);
    this.timer = void 0;
  }
};

// src/screen/decisions.js
function acceptSuggestion(screen, pick) {
  const doubt = undecidedDoubt(screen);
  if (!doubt) return;
  const suggestion = doubt.suggestions[pick];
  if (suggestion || doubt.kind === "layout.moved") {
    decideAndGoOn(screen, doubt, { do: "accept", doubt: doubt.id, pick, reading: suggestion?.t });
  } else screen.say(pick ? "There is no such suggestion." : NO_SUGGESTION, true);
}
var NO_SUGGESTION = "Nothing is suggested here: type the text (e), or dismiss the doubt (x).";
function dismiss(screen) {
  const { row } = screen;
  if (!screen.doubt) {
    if (row) screen.decide({ do: "reject-pair", row: row.data.id });
    return;
  }
  const doubt = undecidedDoubt(screen);
  if (doubt) decideAndGoOn(screen, doubt, { do: "reject", doubt: doubt.id });
}
function markRight(screen) {
  const doubt = undecidedDoubt(screen);
  if (doubt) decideAndGoOn(screen, doubt, { do: "right", doubt: doubt.id });
}
function undecidedDoubt(screen) {
  const { doubt } = screen;
  if (doubt && doubt.state === "open" && !doubt.pending) return doubt;
  screen.say("No open doubt in this row: Enter confirms it, n goes to the next.", true);
  return null;
}
function decideAndGoOn(screen, doubt, message) {
  screen.decide(message, doubt);
  goOn(screen, doubt.id);
}
function openAgain(screen) {
  const { row } = screen;
  if (!row) return;
  const doubt = screen.doubt ?? row.data.doubts?.find((one) => one.state !== "open");
  if (doubt && doubt.state !== "open") screen.decide({ do: "undecide", doubt: doubt.id });
  else if (row.data.status !== "auto") screen.decide({ do: "reopen", row: row.data.id });
  else screen.say("Nothing is decided here.");
}
function confirmRow(screen) {
  const { row } = screen;
  if (row && row.data.status !== "confirmed") {
    row.pending = true;
    screen.decide({ do: "confirm", row: row.data.id });
  }
  goToNextNeeding(screen);
}
function markCell(screen) {
  const { row, marked } = screen;
  const { side } = screen.cursor;
  if (!row) return;
  unmarkCell(screen);
  if (!marked || marked.side === side || marked.row === row.data.id) {
    screen.marked = { row: row.data.id, side };
    row.cells[side].classList.add("al-marked");
    screen.say("Marked: go to the cell of the other side that belongs to it, and press Space.");
    return;
  }
  const [source, target] = side === "target" ? [marked.row, row.data.id] : [row.data.id, marked.row];
  screen.decide({ do: "pair", source, target });
}
function unmarkCell(screen) {
  removeClass(screen.grid.body, "al-marked");
  screen.marked = null;
}

// src/screen/dialogs.js
var closeButton = ({ dialog }) => primaryButton("Close", () => dialog.shut());
function showKeys(screen) {
  const groups = KEYS.map(
    ([group, bindings]) => el("section", "al-keys", {}, el("h3", "", {}, group), el("dl", "", {}, ...bindings.flatMap(drawBinding)))
  );
  screen.dialog.open("Keys", groups, [closeButton(screen)]);
}
function drawBinding([, keys, description]) {
  const names = keys.length > 3 ? ["1 – 9"] : keys.map(shownKey);
  const drawn = names.flatMap((name, n) => [n ? " " : "", el("kbd", "", {}, name)]);
  return [el("dt", "", {}, ...drawn), el("dd", "", {}, description)];
}
function askRowNumber(screen) {
  const { rows } = screen.grid;
  const field = el("input", "al-search", {
    type: "number",
    min: 1,
    max: rows.length,
    "aria-label": "Row number"
  });
  const enter2 = () => {
    const at = Number(field.value) - 1;
    screen.dialog.shut();
    if (screen.grid.rows[at]) screen.go(at);
  };
  const buttons = [primaryButton("Go", enter2), button("Cancel", () => screen.dialog.shut())];
  screen.dialog.open(`Go to row (1–${rows.length})`, [field], buttons, enter2);
}
function showLists(screen, { aside, moved, words }) {
  const content = [
    el("h3", "", {}, `Set aside (${aside.length})`),
    ...aside.length ? aside.map((piece) => drawAside(screen, piece)) : ["Nothing was set aside."],
    el("h3", "", {}, `Moved (${moved.length})`),
    ...moved.length ? moved.map((piece) => drawListed(...documentText(piece.text), reasonOf(piece))) : ["Nothing was moved."],
    el("h3", "", {}, `Words called right (${words.length})`),
    el("p", "", {}, words.join(", ") || "None so far.")
  ];
  screen.dialog.open("Lists", content, [closeButton(screen)]);
}
var drawListed = (...content) => el("div", "al-place", {}, el("span", "al-context", {}, ...content));
var reasonOf = ({ reason, where }) => ` — ${reason}; ${where}`;
function drawAside(screen, piece) {
  const { side, number } = piece;
  const bringBack2 = () => {
    screen.dialog.shut();
    screen.decide({ do: "bring-back", side, number });
  };
  const drawn = drawListed(el("code", "", {}, ...documentText(piece.text)), reasonOf(piece));
  drawn.append(piece.back ? el("span", "al-badge", {}, "brought back") : button("Bring back", bringBack2));
  return drawn;
}

// src/screen/edit-mode.js
var LEAST_HEIGHT = 60;
function startEdit(screen) {
  const { row } = screen;
  if (!row) return;
  if (!row.data.cells[screen.cursor.side].length) {
    screen.say("This cell is empty: there is nothing to correct.", true);
    return;
  }
  const mode = new EditMode(screen, row);
  screen.mode = mode;
  mode.begin();
}
var EditMode = class {
  holdsCells = true;
  /**
   * @param {Screen} screen
   * @param {RowView} row
   */
  constructor(screen, row) {
    this.screen = screen;
    this.row = row;
    this.side = screen.cursor.side;
    this.old = textOf(row.data, this.side);
    this.field = drawField(this.side, screen.grid.sides[this.side]?.language);
    this.field.value = this.old;
    const buttons = [button("Keep", () => this.finish(true)), button("Leave", () => this.finish(false))];
    this.nodes = [
      this.field,
      el("div", "al-hint", {}, "Enter keeps it, Esc leaves it as it was", ...buttons)
    ];
  }
  /** Shows the field and gives it the focus. */
  begin() {
    this.row.cells[this.side].replaceChildren(...this.nodes);
    this.field.style.height = `${Math.max(this.field.scrollHeight, LEAST_HEIGHT)}px`;
    this.field.focus();
    this.#selectDoubt();
  }
  /** Selects the text in doubt where it can be found. */
  #selectDoubt() {
    const { doubt } = this.screen;
    const at = doubt?.side === this.side ? this.old.indexOf(doubt.text) : -1;
    if (doubt && at >= 0) this.field.setSelectionRange(at, at + doubt.text.length);
  }
  /** Puts the field back where an answer drew the row anew while the reviewer was typing. */
  afterPatch() {
    const row = this.screen.grid.rowById(this.row.data.id);
    if (!row || row === this.row) return;
    this.row = row;
    row.cells[this.side].replaceChildren(...this.nodes);
    this.field.focus();
  }
  /** @param {boolean} keep whether the typed text is kept */
  finish(keep) {
    const { screen, row, side, field, old } = this;
    screen.mode = null;
    row.drawCells();
    refocus(screen);
    const changed = field.value.trim() !== old.trim();
    if (keep && changed) screen.decide({ do: "edit", row: row.data.id, side, text: field.value });
  }
  /**
   * @param {KeyboardEvent} event
   * @param {string} key
   */
  pressed(event, key) {
    const keeps = key === "Enter" && !event.shiftKey && event.target === this.field;
    if (!keeps && key !== "Escape") return;
    event.preventDefault();
    this.finish(keeps);
  }
  /** A click beside the field changes nothing. */
  clicked() {
  }
};
var drawField = (side, language) => el("textarea", "al-edit", {
  "aria-label": `${SIDE_NAMES[side]}, typed anew`,
  lang: language,
  dir: "auto",
  spellcheck: "false"
});

// src/screen/everywhere.js
function askEverywhere(screen, accept2) {
  const { doubt } = screen;
  if (doubt?.state !== "open") return screen.say("No open doubt here: n goes to the next.", true);
  const reading = doubt.suggestions[0]?.t;
  screen.send({ do: "preview", doubt: doubt.id, accept: accept2, pick: 0, reading });
  return void 0;
}
function showPreview(screen, preview2) {
  const choices = preview2.places.map((place) => ({ box: drawBox(place), place }));
  const enter2 = () => {
    const others = choices.filter(({ box }) => box.checked).map(({ place }) => place.doubt);
    screen.dialog.shut();
    decideEverywhere(screen, preview2, others);
  };
  const buttons = [primaryButton("Decide", enter2), button("Cancel", () => screen.dialog.shut())];
  screen.dialog.open(previewTitle(preview2), drawPlaces(choices), buttons, enter2);
}
function drawBox({ doubt, why }) {
  const box = el("input", "", { type: "checkbox", "data-doubt": doubt });
  box.checked = why === "same";
  return box;
}
var previewTitle = (preview2) => preview2.accept ? `Read “${preview2.old}” as “${preview2.new || "∅"}”` : `“${preview2.old}” stays as it was read`;
function drawPlaces(choices) {
  const same = choices.filter(({ place }) => place.why === "same").map(drawChoice);
  const alike = choices.filter(({ place }) => place.why === "habit").map(drawChoice);
  return [
    el("p", "", {}, "Here, and at the places chosen below."),
    ...same.length ? [el("h3", "", {}, "The same word"), ...same] : [],
    ...alike.length ? [el("h3", "", {}, "The same letters misread, each with its own suggestion"), ...alike] : [],
    ...choices.length ? [] : [el("p", "", {}, "No other place is like it.")]
  ];
}
function drawChoice({ box, place }) {
  const [before, after] = place.around;
  const correction = place.new === null || place.new === void 0 ? null : el("ins", "", {}, place.new || "∅");
  const context = el("span", "al-context", {}, before, el("del", "", {}, place.old), " ", correction, after);
  return el("label", "al-place", {}, box, el("span", "al-n", {}, `row ${place.row}`), context);
}
function decideEverywhere(screen, preview2, others) {
  const { doubt, accept: accept2, pick } = preview2;
  const ids = /* @__PURE__ */ new Set([doubt, ...others]);
  for (const one of screen.grid.data.flatMap((row) => row.doubts ?? []))
    if (ids.has(one.id)) one.pending = true;
  screen.decide({ do: "everywhere", doubt, accept: accept2, pick, reading: preview2.new ?? void 0, others });
  goOn(screen, doubt);
}

// src/screen/split-mode.js
function startSplit(screen) {
  const detail2 = screen.row?.detail;
  if (!detail2) return screen.say("One moment: the words are on their way.");
  const sentences = detail2.cells[screen.cursor.side];
  const words = sentences.flatMap((sentence) => sentence.pieces.map((piece) => piece.id ?? ""));
  if (words.length < 2) return screen.say("There is nothing to cut here.", true);
  const border = sentences[0].pieces.length;
  const at = border > 0 && border < words.length ? border : Math.floor(words.length / 2);
  screen.mode = new SplitMode(screen, words, at);
  return void 0;
}
var SplitMode = class {
  holdsCells = false;
  /**
   * @param {Screen} screen
   * @param {string[]} words the ids of the cell's words
   * @param {number} at the word that is chosen
   */
  constructor(screen, words, at) {
    this.screen = screen;
    this.words = words;
    this.at = at;
    screen.say("Where does the new row begin? ← → choose the word, Enter cuts, Esc leaves; or click on it.");
    this.#drawCaret();
  }
  #drawCaret() {
    removeClass(this.screen.grid.body, "al-caret");
    const row = this.screen.row?.element;
    const words = row && elementsOfPiece(row, this.words[this.at]);
    words?.[0]?.classList.add("al-caret");
  }
  /** Shows the caret again after the cells were drawn. */
  afterDetail() {
    this.#drawCaret();
  }
  /** @param {string} word the id of the word that begins the new row */
  #split(word) {
    const { screen } = this;
    this.#end();
    if (screen.row) screen.decide({ do: "split", row: screen.row.data.id, piece: word });
  }
  #end() {
    removeClass(this.screen.grid.body, "al-caret");
    this.screen.mode = null;
    refocus(this.screen);
  }
  /**
   * @param {KeyboardEvent} event
   * @param {string} key
   */
  pressed(event, key) {
    const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -this.words.length, End: this.words.length };
    const step2 = steps[
      /** @type {keyof typeof steps} */
      key
    ];
    if (step2) this.#move(step2);
    else if (key === "Enter" || key === "s") this.#split(this.words[this.at]);
    else if (key === "Escape") this.#end();
    else return;
    event.preventDefault();
  }
  /** @param {number} step */
  #move(step2) {
    this.at = Math.min(Math.max(this.at + step2, 1), this.words.length - 1);
    this.#drawCaret();
  }
  /**
   * @param {MouseEvent} event
   * @param {RowView} row
   */
  clicked(event, row) {
    const word = (
      /** @type {Element} */
      event.target.closest("[data-p]")
    );
    if (row !== this.screen.row || !(word instanceof HTMLElement)) return;
    event.preventDefault();
    this.#split(word.dataset.p ?? "");
  }
};

// src/screen/actions.js
var ANYWHERE = {
  search: ({ toolbar }) => toolbar.search.focus(),
  save: (screen) => screen.send({ do: "save" }),
  keys: showKeys
};
var AT_CURSOR = {
  "row-down": (screen) => step(screen, 1),
  "row-up": (screen) => step(screen, -1),
  "page-down": (screen) => step(screen, 10),
  "page-up": (screen) => step(screen, -10),
  first: (screen) => step(screen, -screen.grid.rows.length),
  last: (screen) => step(screen, screen.grid.rows.length),
  "cell-left": (screen) => go(screen, screen.cursor.row, { side: "source", doubt: screen.cursor.doubt }),
  "cell-right": (screen) => go(screen, screen.cursor.row, { side: "target", doubt: screen.cursor.doubt }),
  next: (screen) => goToNextNeeding(screen, 1),
  previous: (screen) => goToNextNeeding(screen, -1),
  "doubt-next": (screen) => goToDoubt(screen, 1),
  "doubt-previous": (screen) => goToDoubt(screen, -1),
  go: askRowNumber,
  accept: (screen) => acceptSuggestion(screen, 0),
  pick: (screen, _row, key) => acceptSuggestion(screen, Number(key) - 1),
  reject: dismiss,
  right: markRight,
  undecide: openAgain,
  "accept-all": (screen) => askEverywhere(screen, true),
  "reject-all": (screen) => askEverywhere(screen, false),
  edit: startEdit,
  confirm: confirmRow,
  "confirm-above": (screen, row) => screen.decide({ do: "confirm-above", row: row.data.id }),
  "reject-pair": (screen, row) => {
    screen.decide({ do: "reject-pair", row: row.data.id });
    goToNextNeeding(screen);
  },
  later: (screen, row) => screen.decide({ do: "later", row: row.data.id, on: !row.data.later }),
  comment: ({ panel }) => panel.commentField?.focus(),
  merge: (screen, row) => screen.decide({ do: "merge", row: row.data.id }),
  split: startSplit,
  up: (screen, row) => screen.decide({ do: "up", row: row.data.id, side: screen.cursor.side }),
  down: (screen, row) => screen.decide({ do: "down", row: row.data.id, side: screen.cursor.side }),
  gap: (screen, row) => screen.decide({ do: "gap", row: row.data.id }),
  mark: markCell,
  realign: (screen) => {
    screen.say("Aligning again …");
    screen.decide({ do: "realign" });
  },
  undo: (screen) => screen.decide({ do: "undo" }),
  redo: (screen) => screen.decide({ do: "redo" }),
  lists: (screen) => screen.send({ do: "lists" }),
  leave: (screen) => {
    unmarkCell(screen);
    go(screen, screen.cursor.row, { keepDoubt: true });
  }
};
function act(screen, action, key) {
  if (Object.hasOwn(ANYWHERE, action)) ANYWHERE[action](screen);
  else if (screen.row) AT_CURSOR[action]?.(screen, screen.row, key);
}

// src/screen/dialog.js
var Dialog = class {
  /** @param {() => void} onShut called after it was shut: the focus goes back */
  constructor(onShut) {
    this.onShut = onShut;
    this.element = el("div", "al-dialog", { role: "dialog", "aria-modal": "true", hidden: true });
    this.enter = null;
  }
  get isOpen() {
    return !this.element.hidden;
  }
  /**
   * @param {string} title
   * @param {Child[]} content
   * @param {HTMLButtonElement[]} buttons
   * @param {(() => void) | null} [enter] what Enter does
   */
  open(title, content, buttons, enter2 = null) {
    this.enter = enter2;
    const heading = el("h2", "", { id: `al-d${newId()}` }, title);
    const body = el(
      "div",
      "al-sheetbody",
      { tabindex: "0", role: "region", "aria-label": title },
      ...content
    );
    const sheet = el("div", "al-sheet", {}, heading, body, el("div", "al-buttons", {}, ...buttons));
    this.element.setAttribute("aria-labelledby", heading.id);
    this.element.replaceChildren(sheet);
    this.element.hidden = false;
    this.#first()?.focus();
  }
  /** @returns {HTMLElement | null} */
  #first() {
    return this.element.querySelector("input") ?? this.element.querySelector(".al-primary") ?? this.element.querySelector("button");
  }
  shut() {
    this.element.hidden = true;
    this.enter = null;
    this.onShut();
  }
  /**
   * A key pressed while it is open: Esc or ? shuts it, Enter decides, Tab goes round inside.
   * @param {KeyboardEvent} event
   * @param {string} key
   */
  pressed(event, key) {
    const target = (
      /** @type {Element} */
      event.target
    );
    const shuts = key === "Escape" || key === "?" && !target.matches("input");
    const enters = key === "Enter" && !target.matches("button:not(.al-primary)") ? this.enter : null;
    if (!shuts && !enters && key !== "Tab") return;
    event.preventDefault();
    if (shuts) this.shut();
    else if (enters) enters();
    else this.#moveFocus(event.shiftKey ? -1 : 1);
  }
  /** @param {1 | -1} step */
  #moveFocus(step2) {
    const all = [...this.element.querySelectorAll(
      /** @type {"input"} */
      "button, input, [tabindex='0']"
    )];
    const at = all.indexOf(
      /** @type {HTMLElement} */
      document.activeElement
    );
    all[(at + step2 + all.length) % all.length].focus();
  }
};

// src/model/filters.js
var STATUSES = [
  ["all", "All rows", () => true],
  ["needs", "Needs review", (row) => row.needs],
  ["open", "Open doubts", (row) => row.doubts?.some((doubt) => doubt.state === "open")],
  ["doubtful", "Doubtful pairs", (row) => row.why],
  ["auto", "Auto", (row) => row.status === "auto" && !row.needs],
  ["confirmed", "Confirmed", (row) => row.status === "confirmed"],
  ["rejected", "Rejected", (row) => row.status === "rejected"],
  ["later", "For later", (row) => row.later],
  ["comments", "Commented", (row) => row.comment]
];
function matcher(query, regex) {
  if (!query) return null;
  return new RegExp(regex ? query : query.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu");
}
function passes(row, { status = "all", kind = "", match = null }) {
  if (!STATUSES.find(([value]) => value === status)?.[2](row)) return false;
  if (kind && !row.doubts?.some((doubt) => doubt.kind === kind)) return false;
  if (!match) return true;
  return [...SIDES.map((side) => textOf(row, side)), row.comment ?? ""].some(
    (text) => text.search(match) >= 0
  );
}

// src/screen/row-groups.js
var GROUP_SIZE = 25;
var ROW_HEIGHT = 74;
function makeGroup(rows) {
  const group = el("div", "al-group", { role: "rowgroup" }, ...rows);
  resizeGroup(group);
  return group;
}
function resizeGroup(group) {
  const rows = (
    /** @type {HTMLElement[]} */
    [...group.children]
  );
  const shown = rows.filter((row) => !row.hidden).length;
  group.hidden = shown === 0;
  group.style.containIntrinsicHeight = `${shown === rows.length ? "auto " : ""}${shown * ROW_HEIGHT}px`;
}
function cutGroup(group) {
  const made = [];
  while (group.childElementCount > 2 * GROUP_SIZE) {
    const last = makeGroup([...group.children].slice(-GROUP_SIZE));
    group.after(last);
    made.push(last);
  }
  return made;
}

// src/screen/cell.js
var HUGE = 2e4;
function drawCell(cell, sentences, doubts) {
  cell.classList.toggle(
    "al-huge",
    sentences.some((sentence) => sentence.pieces.some((piece) => piece.t.length > HUGE))
  );
  if (!sentences.length) cell.replaceChildren(el("span", "al-empty", {}, "— nothing here —"));
  else cell.replaceChildren(...sentences.map((sentence, n) => drawSentence(sentence, doubts, n > 0)));
}
function drawSentence(sentence, doubts, spaced) {
  const pieces = sentence.pieces.map((piece) => {
    const doubt = piece.d && doubts.find((one) => one.id === piece.d);
    return doubt ? drawMark(piece, doubt) : drawPlain(piece);
  });
  return el("span", "al-sentence", { "data-sentence": sentence.id }, spaced ? " " : "", ...pieces);
}
function drawMark(piece, doubt) {
  const name = `al-mark ${familyOf(doubt.kind)} ${stateClass(doubt)}`;
  const attributes = {
    "data-d": doubt.id,
    "data-p": piece.id,
    title: doubtTitle(doubt),
    ...onPaper(piece, doubt)
  };
  const deleted = piece.old !== void 0 && piece.t === "";
  return el("span", name, attributes, ...deleted ? drawDeleted(piece) : documentText(piece.t));
}
function onPaper(piece, doubt) {
  if (doubt.state !== "open") return piece.old === void 0 ? {} : { "data-read": piece.old };
  const [best] = doubt.suggestions;
  return best ? { "data-suggested": best.t || "⌫" } : {};
}
function stateClass(doubt) {
  if (doubt.pending) return "al-pending";
  return doubt.state === "open" ? "al-open" : `al-settled al-${doubt.state}`;
}
function doubtTitle(doubt) {
  if (doubt.state === "open") return `${doubt.word}: ${doubt.reason ?? ""}`;
  return `${decisionOn(doubt)}; read as “${doubt.text}”`;
}
var drawDeleted = (piece) => [
  el("span", "al-gone", {}, "⌫"),
  el("span", "al-hidden", {}, `deleted: ${piece.old}`)
];
function drawPlain({ t, id }) {
  if (!id) return el("span", "", {}, ...documentText(t));
  const text = t.trimEnd();
  const made = document.createDocumentFragment();
  if (text) made.append(el("span", "al-word", { "data-p": id }, ...documentText(text)));
  made.append(t.slice(text.length));
  return made;
}

// src/screen/row-view.js
var RowView = class {
  /**
   * @param {Row} data
   * @param {number} number its number in the grid, from 0
   * @param {Sides} sides
   */
  constructor(data, number, sides) {
    this.data = data;
    this.number = number;
    this.detail = null;
    this.links = [];
    this.pending = false;
    this.badge = drawBadge(data, number);
    this.pairing = drawPairing(data);
    this.cells = { source: emptyCell("source", sides), target: emptyCell("target", sides) };
    const attributes = { role: "row", "data-id": data.id, "aria-rowindex": number + 2 };
    this.element = el(
      "div",
      classOf(data),
      attributes,
      this.badge,
      this.cells.source,
      this.cells.target,
      this.pairing
    );
    this.drawCells();
  }
  drawCells() {
    const { cells } = this.detail ?? this.data;
    for (const side of SIDES) drawCell(this.cells[side], cells[side], this.data.doubts ?? []);
  }
  /**
   * Shows a change of the row's status; its text stays.
   * @param {RowChange} change
   */
  changeStatus(change) {
    Object.assign(this.data, change, { why: change.why || void 0 });
    this.pending = false;
    const current = this.element.classList.contains("al-current");
    this.element.className = `${classOf(this.data)}${current ? " al-current" : ""}`;
    const [badge, pairing] = [drawBadge(this.data, this.number), drawPairing(this.data)];
    this.badge.replaceWith(badge);
    this.pairing.replaceWith(pairing);
    Object.assign(this, { badge, pairing });
  }
  /** Shows the row's number. */
  showNumber() {
    const shown = this.badge.firstElementChild;
    if (shown) shown.textContent = String(this.number + 1);
    this.element.setAttribute("aria-rowindex", String(this.number + 2));
  }
};
var classOf = (row) => `al-row al-is-${stateOf(row)}${openReason(row) ? " al-doubtful" : ""}`;
var emptyCell = (side, sides) => el("div", `al-cell al-${side}`, {
  role: "gridcell",
  tabindex: "-1",
  lang: sides[side]?.language,
  dir: "auto",
  "data-side": side
});
function drawBadge(row, number) {
  const [sign, word] = badgeOf(row);
  return el(
    "div",
    "al-num",
    { role: "rowheader" },
    el("span", "al-n", {}, String(number + 1)),
    el("span", "al-badge", {}, el("span", "al-glyph", { "aria-hidden": "true" }, sign), " ", word),
    row.later ? el("span", "al-badge al-later", {}, "⚑ later") : null,
    row.comment ? el("span", "al-badge al-commented", { title: row.comment }, "✎ comment") : null
  );
}
function drawPairing(row) {
  const paired = row.cells.source.length > 0 && row.cells.target.length > 0;
  const why = openReason(row);
  return el(
    "div",
    "al-pairing",
    { role: "gridcell" },
    el("span", "al-sure", {}, paired ? row.sure : "no partner"),
    row.confidence === void 0 ? null : el("span", "al-figure", {}, fraction(row.confidence)),
    row.score === void 0 ? null : el("span", "al-score", { title: "cosine of the two sides" }, `alike ${fraction(row.score)}`),
    why ? el("span", "al-why", { title: why }, why) : null
  );
}

// src/screen/grid.js
var NUMBERED = 400;
var NUMBER_AFTER = 20;
var Grid = class {
  constructor() {
    this.rows = [];
    this.sides = {};
    this.heads = ["Row", SIDE_NAMES.source, SIDE_NAMES.target, "Pairing"].map(
      (name) => el("div", `al-colhead al-col-${name.toLowerCase()}`, { role: "columnheader" }, name)
    );
    this.body = el("div", "al-body", { role: "presentation" });
    const head = el("div", "al-gridhead", { role: "row" }, ...this.heads);
    this.element = el(
      "div",
      "al-grid",
      { role: "grid", "aria-label": "Original and translation, row by row" },
      el("div", "al-headgroup", { role: "rowgroup" }, head),
      this.body
    );
    this.unnumbered = void 0;
    this.numberingTimer = void 0;
  }
  /** The rows' data. */
  get data() {
    return this.rows.map((row) => row.data);
  }
  /** @param {string} id */
  rowById(id) {
    return this.rows.find((row) => row.data.id === id);
  }
  /** @param {string | undefined} id */
  numberOf(id) {
    return this.rows.findIndex((row) => row.data.id === id);
  }
  /**
   * Begins anew, without rows.
   * @param {Sides} sides
   */
  reset(sides) {
    this.rows = [];
    this.sides = sides;
    this.body.replaceChildren();
    for (const [n, side] of SIDES.entries()) {
      const about = sides[side];
      this.heads[n + 1].textContent = about ? `${SIDE_NAMES[side]} (${about.language})` : SIDE_NAMES[side];
    }
  }
  /** @param {Row[]} rows */
  append(rows) {
    const fragment = document.createDocumentFragment();
    for (let at = 0; at < rows.length; at += GROUP_SIZE) {
      const views = rows.slice(at, at + GROUP_SIZE).map((row, n) => new RowView(row, this.rows.length + n, this.sides));
      this.rows.push(...views);
      fragment.append(makeGroup(views.map((view) => view.element)));
    }
    this.body.append(fragment);
  }
  /** Tells assistive technology how many rows there are, the head among them. */
  showRowCount() {
    this.element.setAttribute("aria-rowcount", String(this.rows.length + 1));
  }
  /**
   * Puts rows in the place of others.
   * @param {Pick<Patch, "at" | "gone" | "rows">} patch
   */
  splice({ at, gone, rows }) {
    const before = this.rows[at + gone]?.element;
    const home = groupOf(this.rows[at] ?? this.rows[at - 1]) ?? this.body.appendChild(makeGroup([]));
    const views = rows.map((row, n) => new RowView(row, at + n, this.sides));
    const old = this.rows.splice(at, gone, ...views);
    const groups = new Set(old.map(groupOf));
    for (const row of old) row.element.remove();
    for (const row of views) home.insertBefore(row.element, before?.parentNode === home ? before : null);
    for (const group of [...groups, ...cutGroup(home), home]) {
      if (group?.childElementCount) resizeGroup(group);
      else group?.remove();
    }
    if (views.length !== gone) for (const [n, row] of this.rows.entries()) row.number = n;
    this.#showNumbers(at);
    this.showRowCount();
  }
  /**
   * Draws a row anew, with other data.
   * @param {Row} data
   */
  replace(data) {
    const at = this.numberOf(data.id);
    if (at < 0) return;
    const old = this.rows[at];
    const row = new RowView(data, at, this.sides);
    this.rows[at] = row;
    old.element.replaceWith(row.element);
    const group = groupOf(row);
    if (group) resizeGroup(group);
  }
  /** @param {RowChange} change */
  changeStatus(change) {
    this.rowById(change.id)?.changeStatus(change);
  }
  /**
   * Shows the rows' numbers from `at` on, some at a time.
   * @param {number} at
   */
  #showNumbers(at) {
    this.stopNumbering();
    const from = Math.min(at, this.unnumbered ?? at);
    const end = Math.min(from + NUMBERED, this.rows.length);
    for (const row of this.rows.slice(from, end)) row.showNumber();
    this.unnumbered = end < this.rows.length ? end : void 0;
    if (this.unnumbered) this.numberingTimer = setTimeout(() => this.#showNumbers(end), NUMBER_AFTER);
  }
  stopNumbering() {
    clearTimeout(this.numberingTimer);
  }
  /**
   * Hides the rows that do not pass a filter.
   * @param {Filter} filter
   * @returns {number} how many are shown
   */
  applyFilter(filter) {
    const changed = /* @__PURE__ */ new Set();
    let shown = 0;
    for (const row of this.rows) {
      const hidden = !passes(row.data, filter);
      if (row.element.hidden !== hidden) changed.add(groupOf(row));
      row.element.hidden = hidden;
      if (!hidden) shown += 1;
    }
    for (const group of changed) if (group) resizeGroup(group);
    return shown;
  }
};
var groupOf = (row) => row?.element.parentElement ?? null;

// src/screen/status.js
function showStatus(screen, status) {
  screen.status = status;
  screen.refreshSoon();
  screen.toolbar.showHistory(status);
  const found = screen.summary.show(screen.grid.data, status, screen.notes);
  const { dataset } = screen.root;
  dataset.needs = String(found.needs);
  dataset.open = String(found.open);
  dataset.revision = String(status.revision ?? 0);
}
function showChanged(screen, status) {
  screen.toolbar.showKinds(kindCounts(screen.grid.data));
  showStatus(screen, status);
  screen.refilter();
}

// src/screen/patches.js
var JUMPS = ["undo", "redo", "merge", "split", "up", "down", "gap", "pair", "realign", "bring-back"];
function receivePatch(screen, patch) {
  screen.refusals.delete(patch.n ?? 0);
  if (!changesRows(patch)) {
    showStatus(screen, patch);
    return;
  }
  const id = screen.row?.data.id;
  const focused = isFocused(screen);
  changeRows(screen, patch);
  showChanged(screen, patch);
  moveCursor(screen, patch, id, focused);
  screen.mode?.afterPatch?.();
  if (patch.trouble) screen.say(patch.trouble, true);
}
var changesRows = ({ gone, rows, updates, said = [] }) => gone + rows.length + updates.length + said.length > 0;
function isFocused({ root, toolbar, panel }) {
  const active = document.activeElement;
  return root.contains(active) && !toolbar.element.contains(active) && active !== panel.commentField;
}
function changeRows({ grid }, patch) {
  if (patch.gone || patch.rows.length) grid.splice(patch);
  for (const row of patch.updates) grid.replace(row);
  for (const change of patch.said ?? []) grid.changeStatus(change);
}
function moveCursor(screen, patch, id, focused) {
  const { did, rows, updates } = patch;
  const at = numberAfterPatch(screen, patch, id);
  const jumps = did !== void 0 && JUMPS.includes(did);
  if (jumps && rows.length) screen.go(did === "up" ? Math.max(at, patch.at) : patch.at);
  else if (jumps && updates.length) screen.go(screen.grid.numberOf(updates[0].id));
  else {
    const focus = focused && (did !== void 0 || updates.some((row) => row.id === id));
    screen.go(at, { keepDoubt: true, focus });
  }
}
function numberAfterPatch({ grid, cursor }, patch, id) {
  const at = grid.numberOf(id);
  if (at >= 0) return at;
  return Math.min(patch.rows.length ? patch.at : cursor.row, grid.rows.length - 1);
}

// src/screen/incoming.js
function receive(screen, message) {
  screen.messenger.stopWaiting();
  switch (message.is) {
    case "rows":
      return receiveRows(screen, message);
    case "patch":
      return receivePatch(screen, message);
    case "detail":
      return receiveDetail(screen, message);
    case "links":
      return receiveLinks(screen, message.row, message.links);
    case "preview":
      return showPreview(screen, message);
    case "lists":
      return showLists(screen, message);
    case "trouble":
      return receiveTrouble(screen, message);
    case "saved":
      return receiveSaved(screen, message);
    case "nothing":
      return receiveNothing(screen, message);
  }
}
function receiveRows(screen, message) {
  const { grid, summary } = screen;
  if (message.at === 0) {
    summary.title.textContent = message.title ?? "";
    screen.notes = message.notes ?? [];
    grid.reset(message.sides ?? {});
  }
  grid.append(message.rows);
  if (grid.rows.length >= message.total) begin(screen, message);
}
function begin(screen, message) {
  const { grid, firstRow } = screen;
  grid.showRowCount();
  showChanged(screen, message);
  const left = firstRow ? grid.numberOf(firstRow) : -1;
  const at = left >= 0 ? left : findRow(grid.rows, -1, 1, (row) => row.data.needs);
  screen.go(Math.max(at, 0), { focus: screen.local !== null });
  screen.root.dataset.ready = String(Math.round(performance.now() - screen.opened));
}
function receiveDetail(screen, message) {
  const row = screen.grid.rowById(message.row);
  if (!row) return;
  row.detail = message;
  for (const doubt of row.data.doubts ?? [])
    doubt.suggestions = message.suggestions?.[doubt.id] ?? doubt.suggestions;
  if (screen.row !== row || screen.mode?.holdsCells) return;
  row.drawCells();
  screen.panel.draw(screen);
  const active = document.activeElement;
  if (screen.root.contains(active) && !active?.matches("input, textarea, select, button")) refocus(screen);
  else showChosenDoubt(screen);
  screen.mode?.afterDetail?.();
}
function receiveLinks(screen, id, links) {
  const row = screen.grid.rowById(id);
  if (!row) return;
  row.links = links;
  linkChosenDoubt(screen);
}
function receiveTrouble(screen, { text, n = 0 }) {
  screen.refusals.get(n)?.();
  screen.refusals.delete(n);
  screen.say(text, true);
}
function receiveNothing(screen, message) {
  screen.refusals.delete(message.n ?? 0);
  showStatus(screen, message);
  screen.say("Nothing to change.");
}
function receiveSaved(screen, message) {
  showStatus(screen, message);
  const { local } = screen;
  if (!local || message.lines === void 0) return screen.say(`Saved ${message.saved}.`);
  download(local.fileName, message.lines);
  return screen.say(`Downloaded ${local.fileName}: ${local.entries.length} decisions.`);
}

// src/screen/layout.js
function buildLayout(screen) {
  const { root, summary, toolbar, grid, panel, dialog } = screen;
  root.classList.add("al-desk");
  root.setAttribute("data-lm-suppress-shortcuts", "true");
  const main = el("div", "al-main", {}, grid.element, panel.element);
  const live = el("div", "al-live", { role: "status", "aria-live": "polite" });
  root.append(summary.head, toolbar.element, summary.warnings, summary.done, main, live, dialog.element);
  listen(screen);
  return { main, live };
}
function listen(screen) {
  const { root, grid } = screen;
  root.addEventListener("keydown", (event) => pressed(screen, event));
  for (const name of ["keyup", "keypress"]) root.addEventListener(name, (event) => event.stopPropagation());
  grid.body.addEventListener("mousedown", (event) => clicked(screen, event));
  grid.body.addEventListener("pointerover", (event) => linkHovered(screen, event.target));
  grid.body.addEventListener("dblclick", (event) => {
    const cell = (
      /** @type {Element} */
      event.target.closest(".al-cell")
    );
    if (cell && !screen.mode) screen.act("edit");
  });
}

// src/screen/evidence.js
var drawEvidence = (evidence) => evidence?.length ? el("span", "al-evidence", {}, evidence.join(" · ")) : null;

// src/screen/card.js
function drawCard(screen, doubt) {
  const chosen = doubt.id === screen.cursor.doubt;
  const open2 = doubt.state === "open";
  const name = `al-card${chosen ? " al-card-chosen" : ""}${open2 ? "" : " al-card-settled"}`;
  const onmousedown = chosen ? null : (event) => choose(screen, doubt, event);
  const card = el(
    "div",
    name,
    { "data-card": doubt.id, onmousedown },
    open2 ? openHead(doubt) : settledHead(doubt)
  );
  if (chosen) card.append(...open2 ? openBody(screen, doubt) : [openAgainButton(screen, doubt)]);
  return card;
}
function choose(screen, doubt, event) {
  if (
    /** @type {Element} */
    event.target.closest("button")
  ) return;
  event.preventDefault();
  screen.go(screen.cursor.row, { side: doubt.side, doubt: doubt.id });
}
var openHead = (doubt) => el(
  "div",
  "al-cardhead",
  {},
  el("span", `al-mark ${familyOf(doubt.kind)} al-open`, {}, ...documentText(doubt.text)),
  el("span", "al-kind", {}, doubt.kind),
  doubt.confidence === void 0 ? null : el("span", "al-figure", { title: "how sure the doubt is" }, fraction(doubt.confidence))
);
function settledHead(doubt) {
  const correction = doubt.reading === void 0 ? "" : ` → ${doubt.reading || "∅"}`;
  return el(
    "div",
    "al-cardhead",
    {},
    el("span", "al-read", {}, ...documentText(doubt.text), correction),
    el("span", "al-kind", {}, decisionOn(doubt))
  );
}
var openAgainButton = (screen, doubt) => button("Open again (o)", () => screen.decide({ do: "undecide", doubt: doubt.id }));
var openBody = (screen, doubt) => [
  el("p", "al-reason", {}, doubt.reason),
  ...doubt.suggestions.map((suggestion, n) => drawSuggestion(screen, suggestion, n)),
  doubtButtons(screen, doubt)
];
var drawSuggestion = (screen, suggestion, n) => el(
  "button",
  "al-suggestion",
  { type: "button", onclick: () => screen.act("pick", String(n + 1)) },
  el("kbd", "", {}, n ? String(n + 1) : "a"),
  el("span", "al-new", {}, ...suggestion.t ? documentText(suggestion.t) : ["∅ delete it"]),
  el("span", "al-figure", {}, fraction(suggestion.c)),
  drawEvidence(suggestion.e)
);
var doubtButtons = (screen, doubt) => el(
  "div",
  "al-buttons",
  {},
  doubt.kind === "layout.moved" ? button("The move is right (a)", () => screen.act("accept")) : null,
  button("Dismiss (x)", () => screen.act("reject")),
  button("Right word (w)", () => screen.act("right")),
  button("Type (e)", () => screen.act("edit")),
  doubt.suggestions.length ? button("Accept everywhere (A)", () => screen.act("accept-all")) : null,
  button("Dismiss everywhere (X)", () => screen.act("reject-all"))
);

// src/screen/panel.js
var Panel = class {
  constructor() {
    this.element = el("aside", "al-panel", { "aria-label": "The row in focus" });
    this.commentField = null;
    this.drawn = { row: "", comment: "" };
  }
  /**
   * Draws the row in focus; a comment that is being typed stays.
   * @param {Screen} screen
   */
  draw(screen) {
    const { row } = screen;
    if (!row) return;
    const typed = document.activeElement === this.commentField ? this.commentField?.value : void 0;
    this.drawn = { row: row.data.id, comment: row.data.comment ?? "" };
    const field = drawCommentField(this.drawn.comment, () => {
      if (field === this.commentField) this.sendComment(screen);
    });
    this.commentField = field;
    this.element.replaceChildren(...drawRow(screen, row, field));
    this.element.querySelector(".al-card-chosen")?.scrollIntoView({ block: "nearest" });
    if (typed === void 0) return;
    field.value = typed;
    field.focus();
  }
  /**
   * Sends the comment where it was changed.
   * @param {Screen} screen
   */
  sendComment(screen) {
    const text = this.commentField?.value ?? "";
    if (text === this.drawn.comment) return;
    this.drawn.comment = text;
    screen.decide({ do: "comment", row: this.drawn.row, text });
  }
};
function drawRow(screen, row, commentField) {
  const doubts = row.data.doubts ?? [];
  const why = openReason(row.data);
  const places = Object.values(row.detail?.where ?? {});
  return [
    drawHead(row),
    ...why ? [el("p", "al-whybox", {}, why)] : [],
    ...partnerButton(screen, row),
    ...doubts.map((doubt) => drawCard(screen, doubt)),
    ...doubts.length ? [] : [el("p", "al-quiet", {}, "No doubts in this row.")],
    rowButtons(screen, row),
    commentField,
    el("div", "al-where", {}, ...places.map((text) => el("div", "", {}, text)))
  ];
}
function partnerButton(screen, { data }) {
  if (!data.partner) return [];
  const rows = screen.grid.rows.map((row) => row.data);
  const at = rowNumberOf(rows, data.partner);
  return at < 0 ? [] : [button(`Go to row ${at + 1}`, () => screen.go(at))];
}
function drawHead({ data, number }) {
  const [sign, word] = badgeOf(data);
  return el(
    "div",
    "al-panelhead",
    {},
    el("strong", "", {}, `Row ${number + 1}`),
    el("span", `al-badge al-is-${stateOf(data)}`, {}, `${sign} ${word}`)
  );
}
var drawCommentField = (comment2, onchange) => el("input", "al-comment", {
  type: "text",
  value: comment2,
  placeholder: "Comment  c",
  "aria-label": "Comment on this row",
  onchange
});
function rowButtons(screen, { data: { id, status, later: later2 } }) {
  const acts = (text, action, title) => button(text, () => screen.act(action), { title });
  const confirm2 = status === "confirmed" ? "✓ Confirmed" : "✓ Confirm";
  return el(
    "div",
    "al-buttons al-rowbuttons",
    { role: "group", "aria-label": "This row" },
    primaryButton(confirm2, () => screen.act("confirm"), { title: "Enter" }),
    status === "auto" ? acts("✗ Not a pair", "reject-pair", "Shift+R") : button("Open again", () => screen.decide({ do: "reopen", row: id })),
    acts(later2 ? "⚑ Not later" : "⚑ Later", "later", "f"),
    acts("Merge ↓", "merge", "m: with the next row"),
    acts("Split", "split", "s"),
    acts("Sentence ↑", "up", "u"),
    acts("Sentence ↓", "down", "d"),
    acts("Part", "gap", "i: part the two cells"),
    acts("Pair cells", "mark", "Space"),
    screen.local ? null : acts("Re-align", "realign", "r: what is not confirmed"),
    acts("Confirm all above", "confirm-above", "Shift+C")
  );
}

// src/screen/place-keeper.js
var SAVE_AFTER = 600;
var PlaceKeeper = class {
  /** @param {(place: SavedPlace) => void} save */
  constructor(save2) {
    this.save = save2;
    this.kept = "";
    this.timer = void 0;
  }
  /**
   * Keeps a place soon, unless another call comes before.
   * @param {() => SavedPlace} placeNow
   */
  remember(placeNow) {
    this.stop();
    this.timer = setTimeout(() => {
      const place = placeNow();
      const written = JSON.stringify(place);
      if (written !== this.kept) this.save(place);
      this.kept = written;
    }, SAVE_AFTER);
  }
  stop() {
    clearTimeout(this.timer);
  }
};

// src/screen/summary.js
var Summary = class {
  /** @param {boolean} local whether this is the one-file desk, a page of its own */
  constructor(local) {
    this.local = local;
    this.title = el(local ? "h1" : "h2", "al-title");
    this.progress = el("progress", "al-progress", {
      max: 1,
      value: 0,
      "aria-label": "rows that need no review"
    });
    this.tally = el("div", "al-tally");
    this.warnings = el("div", "al-note", { role: "alert" });
    this.done = el("div", "al-done", { role: "status" });
    this.head = el("div", "al-head", {}, this.title, el("div", "al-state", {}, this.progress, this.tally));
  }
  /**
   * Shows the state of the review.
   * @param {Row[]} rows
   * @param {Status} status
   * @param {string[]} notes what the reviewer has to know of the journal
   * @returns {Counts}
   */
  show(rows, status, notes) {
    const found = counts(rows);
    this.progress.max = Math.max(found.rows, 1);
    this.progress.value = found.rows - found.needs;
    this.tally.replaceChildren(
      el("strong", "", {}, leftToReview(found)),
      ...countsInWords(found).map((text) => el("span", "al-count", {}, text)),
      el("span", "al-saved", {}, this.#saved(status))
    );
    const warnings = [status.trouble, ...notes].filter(Boolean);
    this.warnings.replaceChildren(...warnings.map((text) => el("p", "", {}, `▲ ${text}`)));
    this.done.textContent = found.rows > 0 && found.needs === 0 ? this.#nothingLeft() : "";
    return found;
  }
  /** @param {Status} status */
  #saved({ saved }) {
    return saved && !this.local ? `saved ${saved}` : saved;
  }
  #nothingLeft() {
    const next = this.local ? " Download your decisions (Ctrl+S) and hand them on." : "";
    return `✓ Nothing left to review.${next}`;
  }
};
var leftToReview = ({ rows, needs }) => needs ? `${needs} of ${rows} rows need review` : `${rows} rows, none needs review`;
function countsInWords({ open: open2, decided, confirmed, rejected, later: later2 }) {
  const named = [
    [open2, "open doubts"],
    [decided, "decided"],
    [confirmed, "confirmed"],
    [rejected, "rejected"],
    [later2, "for later"]
  ];
  return named.filter(([count]) => count).map(([count, name]) => `${count} ${name}`);
}

// src/screen/toolbar.js
var Toolbar = class {
  /**
   * @param {{ act: (action: string) => void, refilter: () => void, status: string, local: LocalDesk | null }} options
   *   `status`: the rows shown at first; `local`: the one-file desk, where the reviewer names themself
   */
  constructor({ act: act2, refilter, status, local }) {
    this.statusFilter = select("Show rows", refilter, STATUSES);
    this.statusFilter.value = status;
    this.kindFilter = select("Show kinds of doubt", refilter, [EVERY_KIND]);
    this.search = el("input", "al-search", {
      type: "search",
      placeholder: "Search both sides  /",
      "aria-label": "Search both sides",
      oninput: refilter
    });
    this.regex = el("input", "", {
      type: "checkbox",
      "aria-label": "Search with a regular expression",
      onchange: refilter
    });
    this.found = el("span", "al-found");
    this.undoButton = button("↶ Undo", () => act2("undo"), { title: "Ctrl+Z" });
    this.redoButton = button("↷ Redo", () => act2("redo"), { title: "Ctrl+Shift+Z" });
    this.element = this.#bar(act2, local);
  }
  /**
   * @param {(action: string) => void} act
   * @param {LocalDesk | null} local
   */
  #bar(act2, local) {
    const regex = el("label", "al-regex", { title: "regular expression" }, this.regex, ".*");
    return el(
      "div",
      "al-tools",
      { role: "group", "aria-label": "Tools" },
      local && reviewerField(local),
      primaryButton("Next ▾", () => act2("next"), { title: "n: next that needs review" }),
      this.statusFilter,
      this.kindFilter,
      el("span", "al-searchbox", {}, this.search, regex, this.found),
      el("span", "al-spring"),
      this.undoButton,
      this.redoButton,
      button("Lists", () => act2("lists"), { title: "l: what was set aside, what was moved" }),
      button(local ? "Download decisions" : "Save", () => act2("save"), { title: "Ctrl+S" }),
      button("Keys ?", () => act2("keys"), { title: "?" })
    );
  }
  /**
   * The filter as it is set; null where the search is no regular expression, which is shown.
   * @returns {Filter | null}
   */
  readFilter() {
    this.search.removeAttribute("aria-invalid");
    try {
      const match = matcher(this.search.value, this.regex.checked);
      return { status: this.statusFilter.value, kind: this.kindFilter.value, match };
    } catch {
      this.search.setAttribute("aria-invalid", "true");
      this.found.textContent = "no expression";
      return null;
    }
  }
  /** Shows all rows. */
  clearFilters() {
    this.statusFilter.value = "all";
    this.kindFilter.value = "";
    this.search.value = "";
  }
  /**
   * Offers the kinds of doubt that there are.
   * @param {Map<string, number>} kinds how many of each
   */
  showKinds(kinds) {
    const chosen = this.kindFilter.value;
    const counted = [...kinds].map(([kind, count]) => option([kind, `${kind} (${count})`]));
    this.kindFilter.replaceChildren(option(EVERY_KIND), ...counted);
    this.kindFilter.value = kinds.has(chosen) ? chosen : "";
  }
  /** @param {{ undo: string | null, redo: string | null }} status */
  showHistory({ undo: undo2, redo: redo2 }) {
    this.undoButton.disabled = !undo2;
    this.redoButton.disabled = !redo2;
  }
};
var EVERY_KIND = ["", "Every kind"];
var option = ([value, label]) => el("option", "", { value }, label);
var select = (label, onchange, choices) => el("select", "al-select", { "aria-label": label, onchange }, ...choices.map(option));
function reviewerField(desk) {
  const field = el("input", "al-reviewer", {
    type: "text",
    "aria-label": "Your name",
    placeholder: "Your name",
    value: desk.reviewer,
    onchange: () => desk.setReviewer(field.value.trim())
  });
  return field;
}

// src/screen/screen.js
var THINKING = 500;
var Screen = class {
  /**
   * @param {HTMLElement} root
   * @param {Host} host
   * @param {{ place?: Partial<SavedPlace>, savePlace?: (place: SavedPlace) => void, local?: LocalDesk | null }} [options]
   *   `place`: where the reviewer was; `local`: the host, where it is the one-file desk
   */
  constructor(root, host, { place = {}, savePlace = () => {
  }, local = null } = {}) {
    this.root = root;
    this.local = local;
    this.opened = performance.now();
    this.cursor = { row: 0, side: place.side ?? "source", doubt: null };
    this.current = null;
    this.firstRow = place.row ?? null;
    this.filter = { status: place.status ?? "all", kind: "", match: null };
    this.mode = null;
    this.marked = null;
    this.refusals = /* @__PURE__ */ new Map();
    this.status = {};
    this.notes = [];
    this.refreshTimer = void 0;
    this.messenger = new Messenger(host, () => this.say(NO_ANSWER, true));
    this.placeKeeper = new PlaceKeeper(savePlace);
    this.summary = new Summary(local !== null);
    const toolbar = {
      act: this.act.bind(this),
      refilter: () => this.refilter(),
      status: this.filter.status ?? "all",
      local
    };
    this.toolbar = new Toolbar(toolbar);
    this.grid = new Grid();
    this.panel = new Panel();
    this.dialog = new Dialog(() => refocus(this));
    const { main, live } = buildLayout(this);
    this.main = main;
    this.live = live;
    host.receive = (message) => receive(this, message);
    this.send({ do: "hello" });
  }
  /** The row at the cursor. @returns {RowView | undefined} */
  get row() {
    return this.grid.rows[this.cursor.row];
  }
  /** The doubt at the cursor. */
  get doubt() {
    return this.row?.data.doubts?.find((doubt) => doubt.id === this.cursor.doubt) ?? null;
  }
  /** @param {Outgoing} message */
  send(message) {
    this.messenger.send(message);
  }
  /**
   * Sends a decision.
   * @param {Decision} decision
   * @param {Doubt | null} [doubt] shown as under way until the answer comes
   */
  decide(decision, doubt = null) {
    if (this.status.readOnly) {
      this.say(this.status.trouble ?? "", true);
      return;
    }
    if (doubt) this.#showPending(doubt);
    this.send({ ...decision, id: newId() });
  }
  /** @param {Doubt} doubt */
  #showPending(doubt) {
    const { row } = this;
    doubt.pending = true;
    this.refusals.set(this.messenger.number + 1, () => {
      delete doubt.pending;
      row?.drawCells();
      this.panel.draw(this);
    });
    for (const mark of row ? elementsOfDoubt(row.element, doubt.id) : []) mark.classList.add("al-pending");
  }
  /**
   * Tells the reviewer in the line below the grid.
   * @param {string} text
   * @param {boolean} [trouble]
   */
  say(text, trouble = false) {
    this.live.textContent = text;
    this.live.classList.toggle("al-trouble", trouble);
  }
  /**
   * @param {string} action a name of `KEYS`
   * @param {string} [key] the key that was pressed for it
   */
  act(action, key = "") {
    act(this, action, key);
  }
  /**
   * @param {number} at
   * @param {GoOptions} [options]
   */
  go(at, options) {
    go(this, at, options);
  }
  /** Hides the rows that do not pass the filters and marks what was searched for. */
  refilter() {
    const filter = this.toolbar.readFilter();
    if (!filter) return;
    this.filter = filter;
    const shown = this.grid.applyFilter(filter);
    const all = shown === this.grid.rows.length && !filter.match;
    this.toolbar.found.textContent = all ? "" : `${shown} rows`;
    highlightFinds(this.grid.rows, filter.match);
    this.rememberPlace();
  }
  rememberPlace() {
    this.placeKeeper.remember(() => ({
      row: this.row?.data.id ?? null,
      side: this.cursor.side,
      status: this.filter.status ?? "all"
    }));
  }
  /** Has corrected rows scored again while nobody presses a key. */
  refreshSoon() {
    clearTimeout(this.refreshTimer);
    if (this.status.stale) this.refreshTimer = setTimeout(() => this.send({ do: "refresh" }), THINKING);
  }
  /** Stops all timers. */
  close() {
    this.messenger.stopWaiting();
    this.placeKeeper.stop();
    this.grid.stopNumbering();
    clearTimeout(this.refreshTimer);
  }
};

// src/main.js
var ANOTHER_TAB = "Another tab decides on this document too: close it, and open this page again to see both.";
function open(root, data) {
  const desk = new LocalDesk(data, { storage: browserStorage() });
  const screen = new Screen(root, desk, { local: desk });
  addEventListener("beforeunload", (event) => {
    if (desk.store.waiting.length && desk.undownloaded > 0) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.target === document.body) pressed(screen, event);
  });
  addEventListener("storage", (event) => {
    if (event.key?.startsWith(desk.store.prefix) && event.newValue) screen.say(ANOTHER_TAB, true);
  });
  return screen;
}
function render({ model, el: cell }) {
  const host = hostOf(model);
  const root = el("div", "");
  cell.append(root);
  const savePlace = (place) => {
    model.set("place", place);
    model.save_changes();
  };
  const screen = new Screen(root, host, { place: model.get("place") ?? {}, savePlace });
  return () => {
    host.receive = () => {
    };
    screen.close();
  };
}
function hostOf(model) {
  const host = {
    /** @type {(message: Incoming) => void} */
    receive: () => {
    },
    /** @param {Outgoing} message */
    send(message) {
      try {
        model.send(message);
      } catch {
        host.receive({ is: "trouble", text: NO_ANSWER, n: message.n });
      }
    }
  };
  model.on("msg:custom", (message) => host.receive(message));
  return host;
}
var main_default = { render };
export {
  main_default as default,
  open
};
