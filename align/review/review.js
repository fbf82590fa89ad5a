// Built from align/review/frontend/src by 'npm run build': change the sources, not this file.

// src/model/values.js
var fraction = (value) => value >= 0.995 ? "1.0" : value.toFixed(2).replace(/^0/, "");
var newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
var percent = (value) => `${Math.round(value * 1e3) / 10} %`;
var signed = (value) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;

// src/model/rows.js
var SIDES = ["source", "target"];
var otherSide = (side) => side === "source" ? "target" : "source";
var openDoubts = (row) => (row.doubts ?? []).filter((doubt) => doubt.state === "open" && !doubt.pending);
var doubtsAre = (count) => count === 1 ? "1 doubt is" : `${count} doubts are`;
var textOf = (row, side) => row.cells[side].map((sentence2) => sentence2.pieces.map((piece) => piece.t).join("")).join(" ");
function counts(rows2) {
  const count = (test) => rows2.filter(test).length;
  const doubts = rows2.flatMap((row) => row.doubts ?? []);
  const open2 = doubts.filter((doubt) => doubt.state === "open").length;
  return {
    rows: rows2.length,
    needs: count((row) => row.needs),
    confirmed: count((row) => row.status === "confirmed"),
    rejected: count((row) => row.status === "rejected"),
    later: count((row) => row.later),
    comments: count((row) => row.comment),
    open: open2,
    decided: doubts.length - open2
  };
}
function kindCounts(rows2) {
  const found = /* @__PURE__ */ new Map();
  for (const { kind, word: word2 } of rows2.flatMap((row) => row.doubts ?? []))
    found.set(kind, { word: word2, count: (found.get(kind)?.count ?? 0) + 1 });
  return new Map(
    [...found].sort(([, one], [, two]) => two.count - one.count || one.word.localeCompare(two.word))
  );
}
var rowNumberOf = (rows2, id) => rows2.findIndex(({ cells }) => SIDES.some((side) => cells[side].some((sentence2) => sentence2.id === id)));
function findRow(rows2, at, step2, test) {
  for (let i = 1; i <= rows2.length; i += 1) {
    const number = (at + step2 * i + rows2.length * i) % rows2.length;
    if (test(rows2[number])) return number;
  }
  return -1;
}

// src/local/pairing.js
var deepCopy = (value) => JSON.parse(JSON.stringify(value));
var isSame = (one, two) => JSON.stringify(one) === JSON.stringify(two);
function pairingOf({ cells }) {
  const spansOf = (sentence2) => sentence2.spans;
  return { source: cells.source.map(spansOf), target: cells.target.map(spansOf) };
}
var rowIdOf = ({ source, target }) => source.length ? `s${source[0][0][0]}` : `t${target[0][0][0]}`;
function cellsOf(rows2, pairing) {
  const [source, target] = SIDES.map((side) => pairing[side].map((spans) => sentenceOf(rows2, side, spans)));
  return { source, target };
}
function sentenceOf(rows2, side, spans) {
  const pieces = rows2.flatMap((row) => row.cells[side]).flatMap((sentence2) => sentence2.pieces);
  const inside = pieces.filter((piece) => spans.some((whole) => contains(whole, piece.spans[0])));
  return { id: `${side[0]}${spans[0][0]}`, spans, pieces: inside };
}
var contains = (outer, inner) => outer[0] <= inner[0] && inner[1] <= outer[1];
function cutBefore(sentences, id) {
  const number = sentences.findIndex((sentence3) => sentence3.pieces.some((piece) => piece.id === id));
  if (number < 0) return null;
  const { pieces, ...sentence2 } = sentences[number];
  const at = pieces.findIndex((piece) => piece.id === id);
  if (at === 0) return number ? [sentences.slice(0, number), sentences.slice(number)] : null;
  const [head, tail] = [pieces.slice(0, at), pieces.slice(at)].map((half) => ({
    id: `${sentence2.id[0]}${half[0].spans[0][0]}`,
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
  for (const row of desk.rows)
    for (const doubt of row.doubts ?? [])
      if (doubt.side === side && isSame(placeOf(row, doubt).spans, spans)) return doubt;
  throw new Error("there is no doubt at this place");
}
function placeOf(row, doubt) {
  if (doubt.place) return doubt.place;
  const pieces = row.cells[doubt.side].flatMap(
    (sentence2) => sentence2.pieces.filter((piece) => piece.d === doubt.id)
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
var lengthOf = (sentences) => sentences.flatMap((sentence2) => sentence2.pieces).reduce((sum, piece) => sum + piece.t.length, 0);

// src/local/places.js
var overlap = (one, two) => one.some(([start, stop]) => two.some((other) => start < other[1] && other[0] < stop));
function joinedSpans(spans) {
  const joined3 = [];
  for (const [start, stop] of spans) {
    const last = joined3.at(-1);
    if (last && last[1] === start) last[1] = stop;
    else joined3.push([start, stop]);
  }
  return joined3;
}
function sentenceBounds(rows2) {
  const [source, target] = SIDES.map(
    (side) => rows2.flatMap((row) => row.cells[side]).map(({ spans }) => boundsOf(spans))
  );
  return { source, target };
}
var boundsOf = (spans) => [Math.min(...spans.map(([at]) => at)), Math.max(...spans.map(([, at]) => at))];
function coversSentence(sentences, spans) {
  const [first, last] = boundsOf(spans);
  return sentences.some(([start, stop]) => first <= start && stop <= last);
}

// src/local/project-words.js
function listedWords({ lists: lists2, done }) {
  const added = done.flatMap(({ listed }) => listed === void 0 ? [] : listed);
  return /* @__PURE__ */ new Set([...lists2.words, ...added]);
}
var holdsWord = ({ doubts = [] }, word2) => doubts.some((doubt) => doubt.listed === word2);

// src/local/pieces.js
function piecesAt(row, { side, spans }) {
  return row.cells[side].flatMap(({ pieces }) => between(pieces, (piece) => overlap(piece.spans, spans)));
}
function between(pieces, test) {
  const [first, last] = [pieces.findIndex(test), pieces.findLastIndex(test)];
  return first < 0 ? [] : pieces.slice(first, last + 1).filter((piece) => test(piece) || !piece.raw.trim());
}
function correctPieces(row, place, text, doubt) {
  const gone = piecesAt(row, place);
  if (!gone.length) return;
  const parts = gone.flatMap((piece) => asRead(row, piece));
  const [{ id }] = gone;
  const begins = overlap(gone[0].spans, [place.spans[0]]);
  const raw = parts.map((piece) => piece.raw).join("");
  const old = parts.map((piece) => piece.t).join("");
  const t = (begins ? text.trimEnd() : "") + (/\s$/.test(raw) ? " " : "");
  const spans = joinedSpans(parts.flatMap((piece) => piece.spans));
  const made = { id, t, old, spans, raw, d: doubt ?? `v${id}`, parts };
  for (const sentence2 of row.cells[place.side])
    sentence2.pieces = sentence2.pieces.flatMap((piece) => {
      if (piece === gone[0]) return [made];
      return gone.includes(piece) ? [] : [piece];
    });
}
function restorePieces(row, { side, spans }) {
  for (const sentence2 of row.cells[side]) {
    const pieces = sentence2.pieces.flatMap(
      (piece) => overlap(piece.spans, spans) ? asRead(row, piece) : [piece]
    );
    sentence2.pieces = pieces;
  }
}
function asRead({ doubts = [] }, piece) {
  const { parts, old, ...rest } = piece;
  if (parts) return parts;
  if (old === void 0) return [piece];
  const d = doubts.find((one) => isShownBy(one, piece))?.id;
  const read = { ...rest, t: old };
  if (d === void 0) delete read.d;
  else read.d = d;
  return [read];
}
var isShownBy = ({ id, kind, side, place }, piece) => kind !== "yours" && (id === piece.d || Boolean(place && side[0] === piece.id[0] && overlap(place.spans, piece.spans)));

// src/local/verdicts.js
function giveVerdict(desk, row, place, verdict) {
  const before = row.verdicts ?? [];
  const gone = before.filter((one) => isAbout(desk, one, place, verdict));
  row.verdicts = before.filter((one) => !gone.includes(one));
  for (const one of gone) if (one.text !== void 0) restorePieces(row, one);
  if (!verdict) return;
  row.verdicts.push({ side: place.side, spans: place.spans, ...verdict });
  row.verdicts.sort((one, two) => one.spans[0][0] - two.spans[0][0]);
  if (verdict.text !== void 0) correctPieces(row, place, verdict.text, doubtIdAt(row, place));
}
function isAbout(desk, verdict, place, given = null) {
  if (verdict.side !== place.side || !overlap(verdict.spans, place.spans)) return false;
  return !isIndependent(desk, place, given, verdict) && !isIndependent(desk, verdict, verdict, place);
}
function isIndependent({ sentences }, place, verdict, other) {
  if (verdict?.text !== void 0) return false;
  return coversSentence(sentences[place.side], place.spans) && !coversSentence(sentences[other.side], other.spans);
}
var doubtIdAt = ({ doubts = [] }, { side, spans }) => doubts.findLast((one) => one.side === side && isSame(one.place?.spans, spans))?.id;
function refreshDoubts(desk, row, words = listedWords(desk)) {
  const flagged = (row.doubts ?? []).filter((doubt) => doubt.kind !== "yours");
  for (const doubt of flagged) refreshDoubt(desk, row, doubt, words);
  row.doubts = [...flagged, ...ownCorrections(row)];
}
function refreshDoubt(desk, row, doubt, words) {
  const place = placeOf(row, doubt);
  const verdict = row.verdicts?.find((one) => isAbout(desk, one, place));
  const isListed = doubt.listed !== void 0 && words.has(doubt.listed);
  const undecided = doubt.state === "answered" ? "answered" : "open";
  doubt.state = verdict?.how ?? (isListed ? "right" : undecided);
  delete doubt.reading;
  if (verdict?.text !== void 0) doubt.reading = verdict.text;
}
function ownCorrections(row) {
  const flagged = new Set(row.doubts?.flatMap((one) => one.kind === "yours" ? [] : one.id));
  return SIDES.flatMap(
    (side) => row.cells[side].flatMap((sentence2) => sentence2.pieces).flatMap(({ d: id, old, t, spans, raw }) => {
      if (id === void 0 || old === void 0 || flagged.has(id)) return [];
      const how = row.verdicts?.find((one) => one.side === side && overlap(one.spans, spans))?.how;
      const place = { side, spans, old: raw };
      const [text, reading] = [old.trim(), t.trim()];
      const named = { id, side, kind: "yours", word: "your correction", text, reading };
      return { ...named, state: how ?? "edited", suggestions: [], place };
    })
  );
}
function shownVerdicts(row, words) {
  const doubts = row.doubts ?? [];
  const found = [];
  for (const side of SIDES)
    for (const { d, t, old, spans } of row.cells[side].flatMap((sentence2) => sentence2.pieces)) {
      const how = doubts.find((one) => one.id === d)?.state ?? "edited";
      if (old !== void 0) found.push({ side, spans, how, text: t.trim() });
    }
  for (const { side, state: how, place, listed = "" } of doubts) {
    if (!place || how === "open" || how === "answered" || how === "right" && words.has(listed)) continue;
    const isKnown = found.some((one) => one.side === side && overlap(one.spans, place.spans));
    if (!isKnown) found.push({ side, spans: place.spans, how });
  }
  return found.sort((one, two) => one.spans[0][0] - two.spans[0][0]);
}

// src/local/text-decisions.js
function decideTexts(desk, message, decisions2, operation, word2) {
  const words = listedWords(desk);
  if (word2) words.add(word2);
  const isChanged = (row) => decisions2.some(({ place }) => holdsPlace(row, place)) || word2 !== void 0 && holdsWord(row, word2);
  const numbers = [...desk.rows.keys()].filter((at) => isChanged(desk.rows[at]));
  const first = numbers[0] ?? 0;
  const rows2 = desk.rows.slice(first, (numbers.at(-1) ?? -1) + 1);
  for (const at of numbers) rows2[at - first] = decidedRow(desk, desk.rows[at], decisions2, words);
  desk.decide(message, first, rows2.length, rows2, operation, word2);
}
function decidedRow(desk, before, decisions2, words) {
  const row = deepCopy(before);
  for (const { place, verdict } of decisions2)
    if (holdsPlace(row, place)) giveVerdict(desk, row, place, verdict);
  refreshDoubts(desk, row, words);
  return row;
}
var holdsPlace = ({ cells }, { side, spans }) => cells[side].some((sentence2) => overlap(sentence2.spans, spans));

// src/local/arrange.js
function arrange(desk, message, verb, at, gone, made) {
  const before = desk.rows.slice(at, at + gone);
  const left = [...before];
  const rows2 = made.filter(hasText).map((cells) => {
    const kept = left.findIndex((row) => isSame(pairingOf(row), pairingOf({ cells })));
    return kept < 0 ? pairedByHand(cells, before) : left.splice(kept, 1)[0];
  });
  const first = rows2.find((row) => !before.includes(row));
  if (first) takeNotes(first, left);
  const after = rows2.map(pairingOf);
  desk.decide(message, at, gone, rows2, { op: "arrange", verb, before: before.map(pairingOf), after });
}
function takeNotes(row, gone) {
  const comment2 = gone.flatMap((one) => one.comment || []).join(" · ");
  if (comment2) row.comment = comment2;
  if (gone.some((one) => one.later)) row.later = true;
}
var hasText = ({ source, target }) => source.length + target.length > 0;
function pairedByHand(cells, before) {
  const isHere = (place) => holdsPlace({ cells }, place);
  const verdicts = before.flatMap((row) => row.verdicts ?? []).filter(isHere);
  const doubts = before.flatMap((row) => (row.doubts ?? []).filter((doubt) => isHere(placeOf(row, doubt))));
  return deepCopy({
    id: (cells.source[0] ?? cells.target[0]).id,
    status: "auto",
    needs: true,
    made: true,
    sure: "by hand",
    why: "This was paired by hand: confirm it when it is right.",
    cells,
    doubts: doubts.filter((doubt, n) => doubts.findIndex((one) => one.id === doubt.id) === n),
    verdicts: verdicts.filter((verdict, n) => verdicts.findIndex((one) => isSame(one, verdict)) === n)
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
  const rows2 = desk.rows.slice(first, Math.max(source, target) + 1).map((row) => row.cells);
  const alone = (side, part) => part.map((cells) => oneSide(side, cells[side]));
  arrange(desk, message, "pair", first, rows2.length, [
    ...alone("source", rows2.slice(0, source - first)),
    ...alone("target", rows2.slice(0, target - first)),
    { source: rows2[source - first].source, target: rows2[target - first].target },
    ...alone("source", rows2.slice(source - first + 1)),
    ...alone("target", rows2.slice(target - first + 1))
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
function numberAfter(rows2, side, start) {
  let after = 0;
  rows2.forEach((row, number) => {
    if (row.cells[side].some((sentence2) => sentence2.spans[0][0] < start)) after = number + 1;
  });
  return after;
}
function rowOf({ side, text, place: { spans, old: raw } }) {
  const id = `${side[0]}${spans[0][0]}`;
  const sentence2 = { id, spans, pieces: [{ id, t: text, raw, spans }] };
  return {
    id,
    status: "auto",
    needs: true,
    made: true,
    sure: "by hand",
    why: "This was brought back from what was set aside: move it to where it belongs.",
    cells: { source: side === "source" ? [sentence2] : [], target: side === "target" ? [sentence2] : [] }
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
  const change2 = { ...placeOf(desk.rows[at], doubt), new: text };
  return decideDoubt(desk, message, { how: "accepted", text }, { op: "accept", change: change2 });
}
function reject(desk, message) {
  decideDoubt(desk, message, { how: "kept" }, { op: "reject", quote: placeOfMessage(desk, message) });
}
function undecide(desk, message) {
  decideDoubt(desk, message, null, { op: "undecide", quote: placeOfMessage(desk, message) });
}
function right(desk, message) {
  const [, { text: word2, listed }] = doubtById(desk, message.doubt);
  const quote = placeOfMessage(desk, message);
  decideDoubt(desk, message, { how: "right" }, { op: "right", quote, word: word2 }, listed);
}
function everywhere(desk, message) {
  const { accept: accept2 } = message;
  const ids = [.../* @__PURE__ */ new Set([message.doubt, ...message.others])];
  const [[, first], ...others] = ids.map((id) => doubtById(desk, id));
  const text = correctionOf(first, message);
  if (accept2 && text === void 0) throw new Error("nothing is suggested here to accept");
  const texts = [
    text,
    ...others.map(
      ([
        ,
        {
          suggestions: [best]
        }
      ]) => best?.t ?? text
    )
  ];
  decideTogether(desk, message, ids, accept2 ? (
    /** @type {string[]} */
    texts
  ) : null);
}
var isApart = ([, { side, place }], n, all) => !all.slice(0, n).some(([, one]) => one.side === side && place && one.place && overlap(one.place.spans, place.spans));
function decideTogether(desk, message, ids, texts) {
  const found = ids.map((id) => doubtById(desk, id)).filter(isApart);
  const quotes = found.map(([at, doubt]) => placeOf(desk.rows[at], doubt));
  const operation = texts ? { op: "accept-everywhere", changes: quotes.map((place, n) => ({ ...place, new: texts[n] })) } : { op: "dismiss-everywhere", quotes };
  const decisions2 = quotes.map((place, n) => ({ place, verdict: verdictOf(texts?.[n]) }));
  decideTexts(desk, message, decisions2, operation);
}
function placeOfMessage(desk, message) {
  const [at, doubt] = doubtById(desk, message.doubt);
  return placeOf(desk.rows[at], doubt);
}
var verdictOf = (text) => text === void 0 ? { how: "kept" } : { how: "accepted", text };
function decideDoubt(desk, message, verdict, operation, word2) {
  const place = placeOfMessage(desk, message);
  decideTexts(desk, message, [{ place, verdict }], operation, word2 || void 0);
}

// src/model/words.js
var WORD = /[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu;

// src/local/forms.js
function forms(desk, { text }) {
  const known = desk.forms ?? { source: [], target: [] };
  desk.receive({
    is: "forms",
    text,
    forms: { source: formsOf(text, known.source), target: formsOf(text, known.target) }
  });
}
function formsOf(text, families) {
  const words = text.toLowerCase().match(WORD) ?? [];
  return words.map((word2) => families.find((family) => family.includes(word2)) ?? [word2]);
}

// src/local/history.js
function undo(desk, message) {
  const step2 = desk.done.pop();
  if (!step2) return desk.answerNothing(message);
  desk.undone.push(step2);
  desk.record({ op: "undo", of: step2.entry.id });
  markAside(desk, step2, false);
  return desk.replaceRows(step2.at, step2.after.length, step2.before, message, step2);
}
function redo(desk, message) {
  const step2 = desk.undone.pop();
  if (!step2) return desk.answerNothing(message);
  desk.done.push(step2);
  desk.record({ op: "redo", of: step2.entry.id });
  markAside(desk, step2, true);
  return desk.replaceRows(step2.at, step2.before.length, step2.after, message, step2);
}
function markAside(desk, { entry }, back) {
  if (entry.op !== "bring-back") return;
  for (const piece of desk.lists.aside) if (isSame(piece.place, entry.quote)) piece.back = back;
}

// src/local/drawn-row.js
function drawnRow(row) {
  const [source, target] = SIDES.map(
    (side) => row.cells[side].map((sentence2) => ({ id: sentence2.id, pieces: joinPlain(sentence2.pieces) }))
  );
  return { ...deepCopy({ ...row, links: void 0, verdicts: void 0 }), cells: { source, target } };
}
function drawnPatch(at, before, rows2) {
  const changed = rows2.filter((row, n) => row !== before[n]);
  if (rows2.length === before.length && changed.length < rows2.length)
    return { at, gone: 0, rows: [], updates: changed.map(drawnRow) };
  return { at, gone: before.length, rows: rows2.map(drawnRow), updates: [] };
}
function joinPlain(pieces) {
  const joined3 = [];
  for (const { t, d, old } of pieces) {
    const last = joined3.at(-1);
    if (d === void 0 && last && last.d === void 0) last.t += t;
    else joined3.push({ t, ...d === void 0 ? {} : { d }, ...old === void 0 ? {} : { old } });
  }
  return joined3;
}

// src/local/save-as.js
var LOOK_CHARACTERS = 3e3;
var FORMATS = [
  {
    name: "original",
    title: "Text: the original with its corrections, a row a line",
    suffix: ".clean.original.txt",
    write: (rows2) => lines(rows2.map((row) => textOf(row, "source")))
  },
  {
    name: "translation",
    title: "Text: the translation, a row a line",
    suffix: ".clean.translation.txt",
    write: (rows2) => lines(rows2.map((row) => textOf(row, "target")))
  },
  {
    name: "table",
    title: "Table: original, translation and comment, with tabs between them",
    suffix: ".tsv",
    write: (rows2) => ["original	translation	comment\n", ...rows2.map((row) => `${cellsOf2(row).join("	")}
`)].join("")
  }
];
var CHOICES = FORMATS.map(({ name, title }) => ({ name, title }));
var lines = (texts) => texts.filter(Boolean).map((text) => `${text}
`).join("");
var FORMULA = /^[=+\-@\t\r']/;
var escapeFormula = (cell) => FORMULA.test(cell) ? `'${cell}` : cell;
var cellsOf2 = (row) => [textOf(row, "source"), textOf(row, "target"), row.comment ?? ""].map(
  (text) => escapeFormula(text.trim().replace(/\s+/g, " "))
);
var unanswered = (open2) => `${doubtsAre(open2)} unanswered: the text stands there as it was read.`;
function look(desk, message) {
  const format = formatOf(message.to);
  const { open: open2 } = counts(desk.rows);
  desk.receive({
    is: "look",
    to: format.name,
    name: `${desk.name}${format.suffix}`,
    folder: "",
    exists: false,
    notes: open2 ? [unanswered(open2)] : [],
    text: textIn(desk, format, message).slice(0, LOOK_CHARACTERS)
  });
}
function write(desk, message) {
  const text = textIn(desk, formatOf(message.to), message);
  desk.receive({ is: "written", paths: [message.name], text });
}
function formatOf(name) {
  const found = FORMATS.find((format) => format.name === name);
  if (!found) throw new Error("this format needs Python: use a notebook");
  return found;
}
function textIn({ rows: rows2 }, format, { confirmed }) {
  return format.write(confirmed ? rows2.filter((row) => row.status === "confirmed") : rows2);
}

// src/local/queries.js
function hello(desk) {
  const rows2 = desk.rows.map(drawnRow);
  desk.receive({
    is: "rows",
    at: 0,
    total: rows2.length,
    rows: rows2,
    ...desk.heading,
    notes: desk.notes,
    formats: CHOICES,
    ...desk.status()
  });
}
function detail(desk, message) {
  const row = desk.rows[rowNumber(desk, message.row)];
  desk.receive({ is: "detail", row: row.id, cells: deepCopy(row.cells), where: row.where ?? {} });
  if (row.links) desk.receive({ is: "links", row: row.id, links: row.links });
}
function lists(desk) {
  const words = [...listedWords(desk)].sort();
  desk.receive({ is: "lists", ...desk.lists, words });
}
function errors(desk) {
  const found = desk.rows.flatMap(openDoubts).flatMap(
    ({ id: doubt, suggestions: [best], kinds = [] }) => best && kinds.length ? [{ doubt, new: best.t, confidence: best.c, kinds }] : []
  );
  desk.receive({ is: "errors", errors: found });
}
function preview(desk, message) {
  const [, doubt] = doubtById(desk, message.doubt);
  const { accept: accept2, pick = 0 } = message;
  const text = accept2 ? correctionOf(doubt, message) : null;
  const places2 = desk.rows.flatMap(
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
  desk.receive({ is: "preview", doubt: doubt.id, accept: accept2, pick, old: doubt.text, new: text, places: places2 });
}
function save(desk, message) {
  desk.downloaded = desk.entries.length;
  desk.store.save();
  const last = desk.entries.at(-1);
  if (last) desk.store.writeValue("downloaded", last.id);
  const lines2 = desk.readings.concat(desk.entries.map((entry) => `${JSON.stringify(entry)}
`)).join("");
  desk.receive({ is: "saved", n: message.n, lines: lines2, ...desk.status() });
}

// src/model/tokens.js
function tokensOf(pieces) {
  const tokens = [];
  let joined3 = false;
  for (const piece of pieces) {
    const text = piece.t.trim();
    const last = tokens.at(-1);
    if (joined3 && last && !/^\s/.test(piece.t)) {
      last.t += text;
      last.pieces.push(piece);
    } else if (text) tokens.push({ t: text, pieces: [piece] });
    if (piece.t) joined3 = !/\s$/.test(piece.t);
  }
  return tokens;
}
function changedTokens(tokens, typed) {
  const old = tokens.flatMap((token, number) => token.t.split(/\s+/).map((word2) => ({ word: word2, number })));
  const words = typed.split(/\s+/).filter(Boolean);
  const ends = commonEnds(
    old.map(({ word: word2 }) => word2),
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

// src/model/runs.js
var MOST_PAIRS = 4e6;
function changedRuns(tokens, text) {
  const old = tokens.flatMap((token, number) => token.t.split(/\s+/).map((word2) => ({ word: word2, number })));
  const words = text.split(/\s+/).filter(Boolean);
  if (!old.length) return [];
  if (old.length * words.length > MOST_PAIRS) {
    const whole = changedTokens(tokens, text);
    return whole ? [whole] : [];
  }
  const numbers = old.map(({ number }) => number);
  const found = differences(
    old.map(({ word: word2 }) => word2),
    words
  );
  return joined(found.map((one) => widened(one, numbers))).map(([i, j, k, m]) => ({
    first: numbers[i],
    last: numbers[j - 1] + 1,
    text: words.slice(k, m).join(" ")
  }));
}
function differences(old, words) {
  const common = commonLengths(old, words);
  const found = [];
  let [i, k] = [0, 0];
  const same = () => i < old.length && k < words.length && old[i] === words[k];
  while (i < old.length || k < words.length) {
    const [from, begin2] = [i, k];
    while ((i < old.length || k < words.length) && !same()) {
      if (k === words.length || i < old.length && common[i + 1][k] >= common[i][k + 1]) i += 1;
      else k += 1;
    }
    if (i > from || k > begin2) found.push([from, i, begin2, k]);
    while (same()) [i, k] = [i + 1, k + 1];
  }
  return found;
}
function commonLengths(old, words) {
  const table = Array.from({ length: old.length + 1 }, () => new Uint32Array(words.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let k = words.length - 1; k >= 0; k -= 1) {
      table[i][k] = old[i] === words[k] ? table[i + 1][k + 1] + 1 : Math.max(table[i + 1][k], table[i][k + 1]);
    }
  }
  return table;
}
function widened([i, j, k, m], numbers) {
  if (i === j && i > 0) [i, k] = [i - 1, k - 1];
  else if (i === j) [j, m] = [j + 1, m + 1];
  while (i > 0 && numbers[i - 1] === numbers[i]) [i, k] = [i - 1, k - 1];
  while (j < numbers.length && numbers[j] === numbers[j - 1]) [j, m] = [j + 1, m + 1];
  return [i, j, k, m];
}
function joined(found) {
  const made = [];
  for (const one of found) {
    const last = made.at(-1);
    if (last && one[0] < last[1]) [last[1], last[3]] = [Math.max(last[1], one[1]), Math.max(last[3], one[3])];
    else made.push([...one]);
  }
  return made;
}

// src/local/typing.js
var EDITED = "edited";
function edit(desk, message) {
  const at = rowNumber(desk, message.row);
  const tokens = desk.rows[at].cells[message.side].flatMap((sentence2) => tokensOf(sentence2.pieces));
  const found = tokens.length ? changedTokens(tokens, message.text) : null;
  if (!found) return desk.answerNothing(message);
  const pieces = tokens.slice(found.first, found.last).flatMap((token) => token.pieces);
  return correctPlaces(desk, message, message.side, [{ at, pieces, text: found.text }]);
}
function correctPlaces(desk, message, side, corrections) {
  const changes = corrections.map(({ at, pieces, text }) => changeOf(desk.rows[at], side, pieces, text));
  const decisions2 = changes.map((change2) => ({
    place: change2,
    verdict: { how: EDITED, text: change2.new.trimEnd() }
  }));
  decideTexts(desk, message, decisions2, { op: "edit", changes });
}
function changeOf(row, side, pieces, text) {
  const gone = row.cells[side].flatMap(
    (sentence2) => between(sentence2.pieces, (piece) => pieces.includes(piece))
  );
  const old = gone.map((piece) => piece.raw).join("");
  const spans = joinedSpans(gone.flatMap((piece) => piece.spans));
  return { side, spans, old, new: text + (/\s$/.test(old) ? " " : "") };
}

// src/local/replace.js
function replace(desk, message) {
  const found = message.cells.flatMap((cell) => correctionsOf(desk, message.side, cell));
  if (!found.length) desk.answerNothing(message);
  else correctPlaces(desk, message, message.side, found);
}
function correctionsOf(desk, side, { row, text }) {
  const at = rowNumber(desk, row);
  const tokens = desk.rows[at].cells[side].flatMap((sentence2) => tokensOf(sentence2.pieces));
  return changedRuns(tokens, text).map((run) => ({
    at,
    pieces: tokens.slice(run.first, run.last).flatMap((token) => token.pieces),
    text: run.text
  }));
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
  const rows2 = desk.rows.slice(first, numbers[numbers.length - 1] + 1);
  for (const at of numbers) rows2[at - first] = { ...deepCopy(rows2[at - first]), status: "confirmed" };
  const confirmed = numbers.map((at) => rows2[at - first]);
  return desk.decide(message, first, rows2.length, rows2, { op: "confirm", rows: confirmed.map(pairingOf) });
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

// src/model/open-doubts.js
var isOpen = (doubt) => doubt?.state === "open" && !doubt.pending;
var allDoubts = (rows2) => rows2.flatMap(({ doubts = [] }, row) => doubts.map((doubt) => ({ row, doubt })));
function findOpenDoubt(rows2, from, step2 = 1) {
  const all = allDoubts(rows2);
  const at = placeOf2(all, from, step2);
  for (let i = 1; i <= all.length; i += 1) {
    const number = at + step2 * i;
    const found = all[(number + 2 * all.length) % all.length];
    if (isOpen(found.doubt)) return { ...found, around: number < 0 || number >= all.length };
  }
  return null;
}
function placeOf2(all, from, step2) {
  const at = all.findIndex(({ row, doubt }) => row === from.row && doubt.id === from.doubt);
  if (at >= 0) return at;
  const first = all.findIndex(({ row }) => step2 > 0 ? row >= from.row : row > from.row);
  const next = first < 0 ? all.length : first;
  return step2 > 0 ? next - 1 : next;
}
var unsettledIds = (rows2) => new Set(
  allDoubts(rows2).filter(({ doubt }) => doubt.state === "open").map(({ doubt }) => doubt.id)
);
function doubtProgress(rows2) {
  const total = rows2.reduce((sum, row) => sum + (row.doubts?.length ?? 0), 0);
  const open2 = rows2.reduce((sum, row) => sum + openDoubts(row).length, 0);
  return { total, open: open2, decided: total - open2 };
}
function rowsLeft(rows2) {
  const left = rows2.filter((row) => row.needs && !openDoubts(row).length && pairingNeeds(row));
  const byHand = left.filter((row) => row.sure === "by hand").length;
  return { doubtful: left.length - byHand, byHand };
}
var pairingNeeds = ({ doubts = [], why }) => Boolean(why) || !doubts.some((doubt) => doubt.pending);

// src/model/strip.js
var AHEAD = 2;
var BEHIND = 1;
var SCALES = [0.25, 0.35, 0.5, 0.7, 1];
var HIGHEST = 6;
var touches = (spans, [start, stop]) => spans.some((span) => span[0] < stop && start < span[1]);
var piecesOf = (cells, side) => cells[side].flatMap((sentence2) => sentence2.pieces);
function spansOfDoubt(cells, doubt, lines2) {
  const pieces = [...piecesOf(cells, "source"), ...piecesOf(cells, "target")];
  const spans = pieces.filter((piece) => piece.d === doubt).flatMap((piece) => piece.spans ?? []);
  return spans.length ? spans : lines2.doubts[doubt] ?? [];
}
var spansOfPieces = (cells, side, ids) => piecesOf(cells, side).filter((piece) => piece.id !== void 0 && ids.has(piece.id)).flatMap((piece) => piece.spans ?? []);
var piecesAt2 = (cells, side, span) => piecesOf(cells, side).filter((piece) => touches(piece.spans ?? [], span));
function pieceAtCaret(sentences, typed, caret) {
  const pieces = sentences.flatMap((pieces2, n) => n ? [{ t: " " }, ...pieces2] : pieces2);
  const old = pieces.map((piece) => piece.t).join("");
  const before = old.startsWith(typed.slice(0, caret));
  let at = before ? caret : caret + old.length - typed.length;
  return pieces.find((piece) => {
    at -= piece.t.length;
    return at < 0;
  });
}
function boxesAt(words, spans) {
  const boxes = [];
  for (const [n, word2] of words.entries()) {
    if (!touches(spans, word2.span)) continue;
    const last = n > 0 && touches(spans, words[n - 1].span) ? boxes.pop() : void 0;
    boxes.push(last ? joined2(last, word2.box) : word2.box);
  }
  return boxes;
}
var joined2 = (one, two) => [
  Math.min(one[0], two[0]),
  Math.min(one[1], two[1]),
  Math.max(one[2], two[2]),
  Math.max(one[3], two[3])
];
function shareOf([left, top, right2, bottom], whole) {
  const [width, height] = [whole[2] - whole[0], whole[3] - whole[1]];
  const percent2 = (part, of) => `${part / of * 100}%`;
  return {
    left: percent2(left - whole[0], width),
    top: percent2(top - whole[1], height),
    width: percent2(right2 - left, width),
    height: percent2(bottom - top, height)
  };
}
function wordAtX({ words, letters }, x) {
  const distance = ({ box }) => Math.max(box[0] - x, x - box[2], 0);
  const [nearest] = [...words].sort((one, two) => distance(one) - distance(two));
  return nearest && distance(nearest) <= letters / 2 ? nearest : void 0;
}
function factorOf(lines2, height) {
  const letters = lines2.map((line2) => line2.letters).sort((one, two) => one - two);
  const highest = Math.max(...lines2.map(({ box }) => box[3] - box[1]));
  return Math.min(height / letters[letters.length >> 1], HIGHEST * height / highest);
}
var scaleFor = (factor) => SCALES.find((scale) => scale >= factor) ?? 1;
function doubtsAhead(rows2, cursor) {
  const found = [...inDirection(rows2, cursor, 1, AHEAD), ...inDirection(rows2, cursor, -1, BEHIND)];
  return found.filter(({ doubt }) => doubt.id !== cursor.doubt);
}
function inDirection(rows2, cursor, step2, count) {
  const found = [];
  let from = cursor;
  for (let n = 0; n < count; n += 1) {
    const next = findOpenDoubt(rows2, from, step2);
    if (!next) break;
    found.push(next);
    from = { row: next.row, doubt: next.doubt.id };
  }
  return found;
}

// src/local/scan.js
function strips(desk, message) {
  const rows2 = desk.rows.filter((row) => message.rows.includes(row.id));
  desk.receive({ is: "strips", n: message.n, rows: rows2.map((row) => linesOf(desk, row)) });
}
function linesOf(desk, row) {
  const sides = {};
  for (const side of SIDES) {
    const spans = row.cells[side].flatMap((sentence2) => sentence2.spans);
    const here = (desk.scan[side] ?? []).filter(({ words }) => words.some((one) => touches(spans, one.span)));
    if (here.length) sides[side] = here.map((line2) => lineNow(desk, side, line2));
  }
  return { row: row.id, sides, doubts: doubtsOf(row) };
}
function lineNow(desk, side, { url: _url, ...line2 }) {
  const sentences = desk.rows.flatMap((row) => row.cells[side]);
  const words = line2.words.map((word2) => {
    const sentence2 = sentences.find(({ spans }) => touches(spans, word2.span))?.id;
    return { ...word2, sentence: sentence2 };
  });
  return { ...line2, words };
}
function doubtsOf({ cells }) {
  const found = {};
  for (const { d, spans } of SIDES.flatMap((side) => cells[side].flatMap(({ pieces }) => pieces))) {
    if (d === void 0) continue;
    found[d] ??= [];
    found[d].push(...spans);
  }
  return found;
}
function picture(desk, { n, side, page, box, scale }) {
  const line2 = (desk.scan[side] ?? []).find((one) => one.page === page && String(one.box) === String(box));
  const found = line2 ? { url: line2.url } : { trouble: "This file holds no picture of that line." };
  desk.receive({ is: "picture", n, side, page, box, scale, ...found });
}

// src/local/word.js
var MOST = 12;
function word(desk, { side, word: asked }) {
  const families = desk.forms ?? { source: [], target: [] };
  const [forms2 = [asked.toLowerCase()]] = formsOf(asked, families[side]);
  const known = desk.rows.some((row) => row.links);
  const translations = known ? translationsOf(desk, side, new Set(forms2), families[otherSide(side)]) : void 0;
  desk.receive({ is: "word", side, word: asked, forms: forms2, translations: translations ?? [] });
}
function translationsOf(desk, side, forms2, families) {
  const found = /* @__PURE__ */ new Map();
  for (const text of desk.rows.flatMap((row) => linkedWords(row, side, forms2))) {
    const [[first] = [text]] = formsOf(text, families);
    const counted = found.get(first) ?? { text, count: 0 };
    counted.count += 1;
    found.set(first, counted);
  }
  return [...found.values()].sort((one, other) => other.count - one.count).slice(0, MOST);
}
function linkedWords({ cells, links = [] }, side, forms2) {
  const own = wordsOfPieces(cells[side]);
  const other = wordsOfPieces(cells[otherSide(side)]);
  return links.flatMap(([source, target]) => {
    const [here, there] = side === "source" ? [source, target] : [target, source];
    const isLinked = own.get(here)?.some((one) => forms2.has(one.toLowerCase()));
    return isLinked ? other.get(there) ?? [] : [];
  });
}
var wordsOfPieces = (sentences) => new Map(sentences.flatMap(({ pieces }) => pieces.map(({ id, t }) => [id, t.match(WORD) ?? []])));

// src/local/answers.js
var ANSWERS = {
  hello,
  detail,
  lists,
  errors,
  forms,
  word,
  preview,
  strips,
  picture,
  save,
  look,
  write,
  accept,
  reject,
  undecide,
  right,
  everywhere,
  edit,
  replace,
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
  accept: (desk, { change: change2 }) => accept(desk, { do: "accept", doubt: doubtAtPlace(desk, change2).id, reading: change2.new }),
  reject: (desk, { quote }) => reject(desk, { do: "reject", doubt: doubtAtPlace(desk, quote).id }),
  undecide: (desk, { quote }) => undecide(desk, { do: "undecide", doubt: doubtAtPlace(desk, quote).id }),
  right: (desk, { quote }) => right(desk, { do: "right", doubt: doubtAtPlace(desk, quote).id }),
  "accept-everywhere": (desk, { changes }) => {
    const ids = changes.map((change2) => doubtAtPlace(desk, change2).id);
    decideTogether(
      desk,
      { do: "everywhere" },
      ids,
      changes.map((change2) => change2.new)
    );
  },
  "dismiss-everywhere": (desk, { quotes }) => {
    const ids = quotes.map((quote) => doubtAtPlace(desk, quote).id);
    decideTogether(desk, { do: "everywhere" }, ids, null);
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
function replayEdit(desk, { changes }) {
  const [{ side }] = changes;
  correctPlaces(
    desk,
    { do: changes.length > 1 ? "replace" : "edit" },
    side,
    changes.map((change2) => placeOnPage(desk, change2))
  );
}
function placeOnPage(desk, { side, spans, new: text }) {
  const inside = (piece) => piece.spans.every((span) => spans.some((whole) => contains(whole, span)));
  const at = desk.rows.findIndex((row) => row.cells[side].some((sentence2) => sentence2.pieces.some(inside)));
  if (at < 0) throw new Error("this text is not on the page");
  const pieces = desk.rows[at].cells[side].flatMap((sentence2) => sentence2.pieces.filter(inside));
  const spansThere = pieces.flatMap((piece) => piece.spans);
  if (!isSame(joinedSpans(spansThere), joinedSpans(spans))) throw new Error("this text is cut another way");
  return { at, pieces, text: text.trimEnd() };
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

// src/local/summary.js
function summaryOf(desk, step2) {
  if (!step2) return null;
  const { after, entry } = step2;
  const texts = textsOf(entry);
  return {
    op: entry.op,
    row: rowNumberOf2(desk, step2) + 1,
    rows: entry.op === "confirm" ? entry.rows.length : after.length,
    ...texts.length ? { old: spaced(texts[0].old), places: texts.length } : {},
    ...texts[0]?.new === void 0 ? {} : { new: spaced(texts[0].new) },
    ...entry.op === "arrange" ? { verb: entry.verb } : {},
    ...entry.op === "later" ? { on: entry.on } : {}
  };
}
function broughtBack(desk, step2) {
  const row = desk.rows[Math.min(rowNumberOf2(desk, step2), desk.rows.length - 1)];
  const [text] = textsOf(step2.entry);
  const doubt = row.doubts?.find(
    ({ side, place }) => text?.side === side && place && overlap(place.spans, text.spans)
  );
  return {
    about: summaryOf(desk, step2) ?? void 0,
    go: { row: row.id, ...doubt ? { doubt: doubt.id } : {} }
  };
}
function rowNumberOf2(desk, { at, entry }) {
  const [text] = textsOf(entry);
  const number = text ? desk.rows.findIndex((row) => holdsPlace(row, text)) : -1;
  return number < 0 ? at : number;
}
function textsOf(entry) {
  if ("change" in entry) return [entry.change];
  if ("changes" in entry) return entry.changes;
  if ("quotes" in entry) return entry.quotes;
  return "quote" in entry ? [entry.quote] : [];
}
var spaced = (text) => text.trim().replace(/\s+/g, " ");

// src/local/desk.js
var PLEASE_LOOK = "please look";
var LocalDesk = class {
  /**
   * @param {PageData} data
   * @param {{ now?: () => Date, storage?: Storage | null }} [options]
   */
  constructor(data, { now = () => /* @__PURE__ */ new Date(), storage = null } = {}) {
    const words = new Set(data.lists.words);
    this.rows = data.rows.map((row) => ({ ...row, verdicts: shownVerdicts(row, words) }));
    this.sentences = sentenceBounds(data.rows);
    this.lists = data.lists;
    this.documents = data.documents;
    this.readings = data.readings ?? [];
    this.heading = { title: data.title, sides: data.sides, wordForms: data.forms !== void 0 };
    this.forms = data.forms;
    this.scan = data.scan ?? {};
    this.name = data.name;
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
      undo: summaryOf(this, this.done.at(-1)),
      redo: summaryOf(this, this.undone.at(-1)),
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
   * @param {string} [listed] the word that is right from now on, as word lists hold it
   */
  decide(message, at, gone, rows2, operation, listed) {
    const entry = this.record(operation);
    this.done.push({ at, before: this.rows.slice(at, at + gone), after: rows2, entry, listed });
    this.undone = [];
    this.replaceRows(at, gone, rows2, message);
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
   * @param {Step} [step] the decision that is undone or done again
   */
  replaceRows(at, gone, rows2, message, step2) {
    for (const row of rows2) row.needs = needsReview(row);
    const before = this.rows.splice(at, gone, ...rows2);
    const patch = { ...drawnPatch(at, before, rows2), ...step2 && broughtBack(this, step2) };
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
  const doubtful = row.made || row.sure === PLEASE_LOOK;
  const open2 = (row.doubts ?? []).some((doubt) => doubt.state === "open");
  return row.status === "auto" && (doubtful || open2);
}

// src/notebook-host.js
var STOPPED = ["dead", "terminating", "restarting", "autorestarting"];
var NotebookHost = class {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    this.kernel = kernelOf(model);
    this.stopped = false;
    this.receive = () => {
    };
    this.stateChanged = () => {
    };
    this.listener = () => {
      this.stopped ||= STOPPED.includes(this.kernel?.status ?? "");
      this.stateChanged();
    };
    this.kernel?.statusChanged.connect(this.listener);
    this.kernel?.connectionStatusChanged.connect(this.listener);
    model.on("msg:custom", (message, buffers) => this.receive(withPicture(message, buffers)));
  }
  /** @param {Outgoing} message */
  send(message) {
    try {
      this.model.send(message);
    } catch {
      this.stopped = true;
      this.stateChanged();
    }
  }
  /** @returns {HostState} */
  state() {
    if (this.stopped) return "stopped";
    if (!this.kernel) return "unknown";
    if (this.kernel.connectionStatus !== "connected") return "offline";
    return this.kernel.status === "idle" ? "idle" : "busy";
  }
  /** Stops listening. */
  close() {
    this.kernel?.statusChanged.disconnect(this.listener);
    this.kernel?.connectionStatusChanged.disconnect(this.listener);
    this.receive = () => {
    };
    this.stateChanged = () => {
    };
  }
};
function withPicture(message, buffers = []) {
  if (message.is !== "picture" && message.is !== "page" || !buffers.length) return message;
  return { ...message, url: URL.createObjectURL(new Blob(buffers, { type: message.media })) };
}
function kernelOf({ widget_manager: manager }) {
  const kernel = manager?.kernel;
  return kernel?.statusChanged && kernel.connectionStatusChanged ? kernel : null;
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
    const more = el(
      "span",
      "al-more",
      { "data-more": text.length - LONGEST },
      ` … and ${text.length - LONGEST} more characters`
    );
    return [...documentText(text.slice(0, LONGEST)), more];
  }
  return splitAtDirectionMarks(text).map(
    (part) => part.name === void 0 ? part.text : directionMark(part.name)
  );
}
var directionMark = (name) => el("span", "al-control", { title: "a character that turns the direction of writing" }, name);
function download(name, text, type) {
  const blob = new Blob([text], { type });
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
      ["search", ["/"], "find; F3 goes on, Shift+F3 back"],
      ["go", ["g"], "go to a row by its number"],
      ["one-doubt", ["f"], "one doubt at a time, in large type"],
      ["word", ["p"], "the word at the cursor: other places, translations"],
      ["strip", ["q"], "show or hide the lines of the scan"],
      ["strip-larger", ["z"], "larger lines of the scan"],
      ["strip-smaller", ["Z"], "smaller lines of the scan"]
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
      ["errors", ["t"], "all errors of one kind, as a list"],
      ["right", ["w"], "this word is right, in the whole project"],
      ["edit", ["e", "F2"], "type the text of the cell yourself"],
      ["replace", ["h"], "find and replace"],
      ["undecide", ["o"], "open what was decided again"],
      ["why", ["y"], "why? the numbers behind it"]
    ]
  ],
  [
    "Page of the scan",
    [
      ["page", ["v"], "the page beside the text; again: away"],
      ["page-focus", ["V"], "to the page and back: there arrows move it, + − zoom"]
    ]
  ],
  [
    "Rows",
    [
      ["confirm", ["Enter"], "confirm and go to the next that needs review"],
      ["confirm-above", ["C"], "confirm all from the top to here"],
      ["reject-pair", ["R"], "these two do not translate each other"],
      ["later", ["b"], "come back later: flag the row"],
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
      ["save-as", ["Ctrl+S"], "save as Word, Excel, clean text …"],
      ["lists", ["l"], "what was set aside, what was moved"],
      ["keys", ["?", "F1"], "these keys"],
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
var SIGNS = "/?[]";
var OTHER_SCRIPT = /^(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])[\p{L}\p{M}]/u;
function keyOf(event) {
  if (!event.key || event.isComposing || event.keyCode === COMPOSING) return null;
  if (event.altKey || isAltGraph(event)) return isSignOfAltGraph(event) ? event.key : null;
  const name = digitOf(event) ?? letterOf(event) ?? signOf(event) ?? event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${name}` : name;
}
var isAltGraph = (event) => event.getModifierState?.("AltGraph") ?? false;
function isSignOfAltGraph(event) {
  if (event.key.length !== 1 || !SIGNS.includes(event.key)) return false;
  return isAltGraph(event) || event.ctrlKey || placeOf3(event.code, event.shiftKey) !== event.key;
}
function digitOf({ key, code, shiftKey }) {
  if (/^[0-9]$/.test(key)) return key;
  if (shiftKey || /^[a-z]$/i.test(key) || SIGNS.includes(key)) return null;
  return code.match(/^Digit([1-9])$/)?.[1] ?? null;
}
function letterOf({ key, code, shiftKey }) {
  const letter = OTHER_SCRIPT.test(key) ? code.match(/^Key([A-Z])$/)?.[1] ?? "" : key;
  if (!/^[a-z]$/i.test(letter)) return null;
  return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
}
function signOf({ key, code, shiftKey }) {
  if (key === " " || code === "Space") return "Space";
  const displaced = code === "Slash" && key === (shiftKey ? "," : ".");
  return displaced || OTHER_SCRIPT.test(key) ? placeOf3(code, shiftKey) : null;
}
function placeOf3(code, shiftKey) {
  if (code === "Slash") return shiftKey ? "?" : "/";
  if (shiftKey) return null;
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
function showChosenDoubt(screen) {
  const { row, cursor } = screen;
  removeClass(screen.grid.body, "al-chosen");
  if (!cursor.doubt || !row) return;
  const frames = row.element.querySelectorAll(`[data-frame="${CSS.escape(cursor.doubt)}"]`);
  const marks = frames.length ? frames : elementsOfDoubt(row.element, cursor.doubt);
  for (const mark of marks) mark.classList.add("al-chosen");
  linkChosenDoubt(screen);
}
function linkChosenDoubt({ row, cursor }) {
  if (!row) return;
  const marks = cursor.doubt ? [...elementsOfDoubt(row.element, cursor.doubt)] : [];
  showLinked(row, marks.find((mark) => mark.dataset.p)?.dataset.p);
}
function linkHovered(screen, target) {
  const word2 = target instanceof Element ? target.closest("[data-p]") : null;
  if (word2 instanceof HTMLElement && screen.row?.element.contains(word2))
    showLinked(screen.row, word2.dataset.p);
  else linkChosenDoubt(screen);
}
function showLinked(row, id) {
  removeClass(row.element, "al-linked");
  const linked = row.links.filter((link) => id !== void 0 && link.includes(id)).flat();
  for (const one of new Set(linked)) {
    for (const word2 of elementsOfPiece(row.element, one)) word2.classList.add("al-linked");
  }
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
  kept: "stays as it is",
  right: "a right word",
  answered: "settled by a correction"
};
var decisionOn = ({ state }) => state === "open" ? "" : DECIDED[state];
var BADGES = {
  needs: ["◆", "needs review"],
  confirmed: ["✓", "confirmed"],
  rejected: ["✗", "not a pair"],
  auto: ["○", "no doubts"]
};
var stateOf = (row) => row.status === "auto" && row.needs ? "needs" : row.status;
var badgeOf = (row) => BADGES[stateOf(row)];
var openReason = (row) => row.status === "auto" && row.why ? row.why : void 0;

// src/screen/navigation.js
function go(screen, at, { side = screen.cursor.side, doubt = null, focus = true, keepDoubt = false } = {}) {
  const { rows: rows2 } = screen.grid;
  if (!rows2.length) return;
  const row = rows2[Math.min(Math.max(at, 0), rows2.length - 1)];
  if (screen.current && screen.current !== row) leave(screen.current);
  screen.current = row;
  const moved = screen.cursor.row !== row.number || !row.detail;
  const chosen = chooseDoubt(row, keepDoubt && !doubt ? screen.cursor.doubt : doubt, keepDoubt);
  screen.cursor = { row: row.number, side, doubt: chosen?.id ?? null };
  enter(row, side);
  screen.strip.follow();
  if (moved) screen.send({ do: "detail", row: row.data.id });
  if (focus) refocus(screen);
  screen.panel.draw(screen);
  screen.wordPane.follow();
  screen.pageView.follow();
  screen.rememberPlace();
  if (focus) screen.say(describe(row, rows2.length));
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
  screen.mode?.takeFocus?.();
  if (!row || screen.mode || screen.dialog.isOpen) return;
  const cell = row.cells[screen.cursor.side];
  if (document.activeElement !== cell) cell.focus({ preventScroll: true });
  showChosenDoubt(screen);
  reveal(screen);
}
var FRAMES = 4;
function reveal(screen, frames = FRAMES) {
  const { row } = screen;
  row?.element.scrollIntoView({ block: "nearest" });
  row?.element.querySelector(".al-chosen")?.scrollIntoView({ block: "nearest" });
  if (frames > 1) requestAnimationFrame(() => row === screen.row && reveal(screen, frames - 1));
}
function step(screen, steps) {
  const { rows: rows2 } = screen.grid;
  let at = screen.cursor.row;
  for (let left = Math.abs(steps); left > 0; left -= 1) {
    let next = at + Math.sign(steps);
    while (rows2[next]?.element.hidden) next += Math.sign(steps);
    if (!rows2[next]) break;
    at = next;
  }
  go(screen, at);
}
function goToNextNeeding(screen, direction = 1) {
  const { rows: rows2 } = screen.grid;
  const at = findRow(rows2, screen.cursor.row, direction, needsLook);
  if (at < 0) {
    goToNextOpen(screen, direction);
    return;
  }
  if (rows2[at].element.hidden) {
    screen.toolbar.clearFilters();
    screen.refilter();
  }
  const first = openDoubts(rows2[at].data)[0];
  go(screen, at, { side: first?.side ?? screen.cursor.side });
}
function goToNextOpen(screen, direction) {
  const { rows: rows2 } = screen.grid;
  const at = findRow(rows2, screen.cursor.row, direction, ({ data }) => openDoubts(data).length > 0);
  if (at >= 0) go(screen, at);
  else go(screen, screen.cursor.row, { keepDoubt: true });
  const open2 = rows2.flatMap(({ data }) => openDoubts(data)).length;
  screen.say(open2 ? `No row needs review, but ${doubtsAre(open2)} unanswered.` : "Nothing left to review.");
}
function showOpen(screen) {
  screen.toolbar.clearFilters();
  screen.toolbar.statusFilter.value = "open";
  screen.refilter();
  const at = screen.grid.rows.findIndex(({ data }) => openDoubts(data).length > 0);
  if (at >= 0) go(screen, at);
}
function needsLook({ data, pending }) {
  if (!data.needs || pending) return false;
  return openDoubts(data).length > 0 || data.why || !data.doubts?.some((doubt) => doubt.pending);
}
function goOn(screen, from) {
  const { row } = screen;
  if (screen.mode?.goOn) return screen.mode.goOn(from);
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

// src/screen/find-keys.js
function pressedInSearch(screen, event, key) {
  const { find, toolbar } = screen;
  const inField = event.target === toolbar.search;
  const inside = inField || find.bar.element.contains(
    /** @type {Node} */
    event.target
  );
  if (key === "F3" ? !find.active : !inside) return false;
  if (key === "F3" || key === "Enter" && inField) goToHit(screen, event.shiftKey ? -1 : 1, inside);
  else if (key === "Escape") leave2(screen);
  else if (key === "ArrowDown" && inField) moveCursor(screen);
  else return false;
  event.preventDefault();
  return true;
}
function goToHit(screen, by, inside) {
  screen.find.step(by);
  if (!inside) moveCursor(screen);
}
function leave2(screen) {
  screen.find.clear();
  screen.find.showBar(false);
  refocus(screen);
}
function moveCursor(screen) {
  const { hit } = screen.find;
  if (!hit) return;
  const side = hit.where === "comment" ? screen.cursor.side : hit.where;
  go(screen, screen.grid.numberOf(hit.row), { side });
}

// src/screen/page-keys.js
var ARROW = 60;
var ARROWS = {
  ArrowUp: { x: 0, y: ARROW },
  ArrowDown: { x: 0, y: -ARROW },
  ArrowLeft: { x: ARROW, y: 0 },
  ArrowRight: { x: -ARROW, y: 0 }
};
var ZOOMS = { "+": 1, "=": 1, "-": -1 };
var PASSED_ON = ["n", "N", "j", "k", "[", "]", "v", "V", "?", "F1", "Enter", "Space", "Tab"];
function pressedInPage(view, event, key) {
  const target = (
    /** @type {HTMLElement} */
    event.target
  );
  if (!view.isOpen) return false;
  const inside = view.element.contains(target);
  if (target.matches("input, textarea, select") && !(inside && key === "Escape")) return inside;
  const act2 = inside && actInside(view, target, key) || zoomOf(view, inside ? event.key : key);
  if (!act2) return inside && view.covers && !PASSED_ON.includes(key);
  event.preventDefault();
  act2();
  return true;
}
var zoomOf = (view, key) => Object.hasOwn(ZOOMS, key) ? () => view.hand.zoom(ZOOMS[key]) : null;
function actInside(view, target, key) {
  if (key === "Escape") return () => view.shut();
  if (key === "PageUp") return () => view.step(-1);
  if (key === "PageDown") return () => view.step(1);
  if (key === "0") return () => view.set({ zoom: view.settings.zoom === 1 ? "page" : 1 });
  const onPage = target === view.sheet.element;
  return onPage && Object.hasOwn(ARROWS, key) ? () => view.sheet.moveBy(ARROWS[key]) : null;
}

// src/screen/word-at.js
var firstWord = (text) => text.match(WORD)?.[0];
function wordAt(text, at) {
  const found = [...text.matchAll(WORD)].find(
    ({ 0: word2, index }) => index <= at && at <= index + word2.length
  );
  return found && { word: found[0], start: found.index };
}
function wordAtPoint(x, y) {
  const caret = caretAt(x, y);
  if (!caret) return void 0;
  const { node, offset } = caret;
  const found = wordAt(node.data, offset);
  if (!found) return void 0;
  const range = new Range();
  range.setStart(node, found.start);
  range.setEnd(node, found.start + found.word.length);
  const inside = [...range.getClientRects()].some(
    (box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom
  );
  return inside ? found.word : void 0;
}
function caretAt(x, y) {
  const position = document.caretPositionFromPoint?.(x, y);
  const range = position ? null : document.caretRangeFromPoint?.(x, y);
  const node = position?.offsetNode ?? range?.startContainer;
  return node instanceof Text ? { node, offset: position?.offset ?? range?.startOffset ?? 0 } : null;
}

// src/screen/input.js
var FILES = ["save", "save-as"];
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
  if (action && [...FILES, ...HISTORY].includes(action)) actAnywhere(screen, event, action);
  else if (screen.dialog.isOpen) screen.dialog.pressed(event, key);
  else if (screen.mode) screen.mode.pressed(event, key);
  else if (pressedInPage(screen.pageView, event, key)) return;
  else if (pressedInSearch(screen, event, key)) return;
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
  const { commentField } = screen.panel;
  if (key === "Escape") refocus(screen);
  else if (key === "Enter" && commentField && event.target === commentField) {
    event.preventDefault();
    screen.panel.sendComment(screen);
    refocus(screen);
  }
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
  const word2 = wordAtPoint(event.clientX, event.clientY);
  screen.go(row.number, { side, doubt: dataOf(target, "d") ?? null });
  screen.wordPane.clicked(side, word2);
}
var dataOf = (target, name) => target.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? void 0;

// src/model/offers.js
var PASSAGES = /* @__PURE__ */ new Set([
  "layout.moved",
  "layout.crossing",
  "layout.unreadable",
  "check.omission",
  "check.addition",
  "check.length",
  "check.doubled",
  "check.rendering"
]);
var NOT_TYPED = /* @__PURE__ */ new Set(["layout.moved", "layout.crossing", "check.omission", "check.addition"]);
var ONE_WORD = /^\S*\p{L}\S*$/u;
function applies(action, { kind, text, suggestions }) {
  if (action === "accept") return suggestions.length > 0 || kind === "layout.moved";
  if (action === "accept-all") return suggestions.length > 0;
  if (action === "reject-all") return !PASSAGES.has(kind);
  if (action === "right") return kind.startsWith("ocr.") && ONE_WORD.test(text);
  if (action === "edit") return !NOT_TYPED.has(kind);
  return true;
}
var REFUSALS = {
  accept: "Nothing is suggested here: type the text (e), or leave it as it is (x).",
  "accept-all": "Nothing is suggested here that could be accepted everywhere.",
  "reject-all": "This is about one passage: x leaves it as it is.",
  right: "Only a single word can be called right: x leaves this as it is."
};
var refusal = (action, doubt) => applies(action, doubt) ? null : REFUSALS[action] ?? null;
var ROW_REFUSALS = {
  "reject-pair": "This row has one side only: there is no pair to reject.",
  merge: "There is no row below the last.",
  up: "Nothing in this cell can move to a row above.",
  down: "Nothing in this cell can move down.",
  gap: "One side of this row is empty already.",
  realign: "Aligning again needs Python: open the review in a notebook."
};
function rowRefusal(action, { cells }, { number, count, side, local }) {
  const paired = cells.source.length > 0 && cells.target.length > 0;
  const here = cells[side].length;
  const possible = {
    "reject-pair": paired,
    merge: number + 1 < count,
    up: number > 0 && here > 0,
    down: here > 0 && (number + 1 < count || cells.source.length + cells.target.length > 1),
    gap: paired,
    realign: !local
  };
  return possible[action] ?? true ? null : ROW_REFUSALS[action];
}

// src/screen/decisions.js
function acceptSuggestion(screen, pick) {
  const doubt = undecidedDoubt(screen);
  if (!doubt) return;
  const suggestion = doubt.suggestions[pick];
  if (suggestion || doubt.kind === "layout.moved") {
    decideAndGoOn(screen, doubt, { do: "accept", doubt: doubt.id, pick, reading: suggestion?.t });
  } else screen.say((pick ? null : refusal("accept", doubt)) ?? "There is no such suggestion.", true);
}
function dismiss(screen) {
  const { row } = screen;
  if (!screen.doubt) {
    if (row) screen.act("reject-pair");
    return;
  }
  const doubt = undecidedDoubt(screen);
  if (doubt) decideAndGoOn(screen, doubt, { do: "reject", doubt: doubt.id });
}
function markRight(screen) {
  const doubt = undecidedDoubt(screen);
  if (!doubt) return;
  const refused = refusal("right", doubt);
  if (refused) screen.say(refused, true);
  else decideAndGoOn(screen, doubt, { do: "right", doubt: doubt.id });
}
function undecidedDoubt(screen) {
  const { doubt } = screen;
  if (doubt && doubt.state === "open" && !doubt.pending) return doubt;
  screen.say("No open doubt in this row: Enter confirms it, n goes to the next.", true);
  return null;
}
function decideAndGoOn(screen, doubt, message) {
  if (screen.decide(message, [doubt])) goOn(screen, doubt.id);
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
    const open2 = openDoubts(row.data).length;
    if (!askedTwice(screen, `confirm ${row.data.id}`, open2, "in this row", "Enter")) return;
    if (!screen.decide({ do: "confirm", row: row.data.id })) return;
    row.pending = row.data.status === "auto";
  }
  goToNextNeeding(screen);
}
function confirmAbove2(screen) {
  const { row } = screen;
  if (!row) return;
  const above = screen.grid.data.slice(0, row.number + 1).filter((one) => one.status === "auto");
  const open2 = above.flatMap(openDoubts).length;
  if (askedTwice(screen, `above ${row.data.id}`, open2, "in these rows", "Shift+C"))
    screen.decide({ do: "confirm-above", row: row.data.id });
}
function askedTwice(screen, what, open2, where, key) {
  const again = screen.asked === what;
  screen.asked = null;
  if (!open2 || again) return true;
  screen.asked = what;
  screen.say(
    `${doubtsAre(open2)} unanswered ${where}. ${key} once more confirms all the same; n goes on without.`,
    true
  );
  return false;
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
  const { rows: rows2 } = screen.grid;
  const field2 = el("input", "al-search", {
    type: "number",
    min: 1,
    max: rows2.length,
    "aria-label": "Row number"
  });
  const enter2 = () => {
    const at = Number(field2.value) - 1;
    screen.dialog.shut();
    if (screen.grid.rows[at]) screen.go(at);
  };
  const buttons = [primaryButton("Go", enter2), button("Cancel", () => screen.dialog.shut())];
  screen.dialog.open(`Go to row (1–${rows2.length})`, [field2], buttons, enter2);
}
function showLists(screen, { aside, moved, described = [], words }) {
  const content = [
    el("h3", "", {}, `Set aside (${aside.length})`),
    ...aside.length ? aside.map((piece) => drawAside(screen, piece)) : ["Nothing was set aside."],
    el("h3", "", {}, `Moved (${moved.length})`),
    ...moved.length ? moved.map((piece) => drawListed(...documentText(piece.text), reasonOf(piece))) : ["Nothing was moved."],
    el("h3", "", {}, `What the file says of its document (${described.length})`),
    ...described.length ? described.map((piece) => drawListed(...documentText(piece.text), reasonOf(piece))) : ["Nothing: all of it is in the rows or set aside."],
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
  /**
   * Ends typing; a text that cannot be kept now stays in the field.
   * @param {boolean} keep whether the typed text is kept
   */
  finish(keep2) {
    const { screen, side, field: field2, old } = this;
    const changed = field2.value.trim() !== old.trim();
    const edit2 = (
      /** @type {const} */
      { do: "edit", row: this.row.data.id, side, text: field2.value }
    );
    if (keep2 && changed && !screen.decide(edit2)) return;
    screen.mode = null;
    this.row.drawCells();
    refocus(screen);
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

// src/model/context.js
var WIDTH = 40;
function contextOf({ cells }, { id, side, text }) {
  const pieces = cells[side].flatMap(
    (sentence2, n) => n ? [{ t: " ", d: "" }, ...sentence2.pieces] : sentence2.pieces
  );
  const first = pieces.findIndex((piece) => piece.d === id);
  if (first < 0) return ["", text, ""];
  const last = pieces.findLastIndex((piece) => piece.d === id);
  const joined3 = (some) => some.map((piece) => piece.t).join("");
  const [before, after] = [joined3(pieces.slice(0, first)), joined3(pieces.slice(last + 1))];
  return [cutBefore2(before), joined3(pieces.slice(first, last + 1)), cutAfter(after)];
}
function cutBefore2(text) {
  if (text.length <= WIDTH) return text;
  return `… ${text.slice(-WIDTH).replace(/^\S*\s/, "")}`;
}
function cutAfter(text) {
  if (text.length <= WIDTH) return text;
  return `${text.slice(0, WIDTH).replace(/\s\S*$/, "")} …`;
}

// src/model/errors.js
function groupErrors(errors2) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const kind of errors2.flatMap(({ kinds }) => kinds)) counts2.set(kind, (counts2.get(kind) ?? 0) + 1);
  const groups = /* @__PURE__ */ new Map();
  for (const error of errors2) {
    const [kind] = error.kinds.toSorted((one, two) => (counts2.get(two) ?? 0) - (counts2.get(one) ?? 0));
    const group = groups.get(kind) ?? [];
    group.push(error);
    groups.set(kind, group);
  }
  return [...groups].map(([kind, found]) => ({ kind, errors: found })).sort((one, two) => two.errors.length - one.errors.length || (one.kind < two.kind ? -1 : 1));
}
function sureness(confidence) {
  if (confidence >= 0.9) return "sure";
  return confidence >= 0.6 ? "likely" : "please look";
}
var placesInWords = (count) => count === 1 ? "1 place" : `${count} places`;

// src/screen/errors.js
function askErrors(screen) {
  if (!screen.mayAsk()) return;
  const { dialog } = screen;
  dialog.open(TITLE, ["Looking for errors …"], [button("Close", () => dialog.shut())]);
  dialog.onPatch = () => screen.send({ do: "errors" });
  dialog.onPatch();
}
function receiveErrors(screen, errors2) {
  if (screen.dialog.onPatch) showErrors(screen, errors2);
}
var TITLE = "Errors by kind";
function showErrors(screen, errors2, done = "") {
  const { dialog } = screen;
  const open2 = openPlaces(screen);
  const groups = groupErrors(errors2.filter(({ doubt }) => open2.has(doubt)));
  const focused = (
    /** @type {HTMLElement | null} */
    document.activeElement?.dataset?.kind
  );
  const list = el("div", "al-kinds");
  for (const group of groups) {
    const examples = group.errors.slice(0, EXAMPLES).map(({ doubt }) => open2.get(doubt)?.doubt.text ?? "");
    list.append(drawKind(group, examples, () => showKind(screen, errors2, group)));
  }
  list.addEventListener("keydown", moveInList);
  const none = el("p", "", {}, "No open doubt with a suggestion is left.");
  const about = el("p", "", {}, "Choose a kind to see its places and decide them in one go.");
  const close = button("Close", () => dialog.shut());
  const told = done ? el("p", "al-done", { role: "status" }, done) : null;
  dialog.open(TITLE, [told, ...groups.length ? [about, list] : [none]], [close]);
  dialog.onPatch = () => screen.send({ do: "errors" });
  if (done) close.focus();
  for (
    const one of
    /** @type {NodeListOf<HTMLElement>} */
    list.querySelectorAll("[data-kind]")
  )
    if (one.dataset.kind === focused) one.focus();
}
var drawKind = ({ kind, errors: errors2 }, examples, onclick) => el(
  "button",
  "al-button al-kindbutton",
  { type: "button", "data-kind": kind, onclick },
  el("strong", "", {}, ...documentText(kind)),
  el("span", "al-count", {}, placesInWords(errors2.length)),
  el("span", "al-examples", {}, ...documentText(examples.map((one) => one.slice(0, LONGEST2)).join(" · ")))
);
var EXAMPLES = 4;
var LONGEST2 = 30;
function openPlaces({ grid }) {
  const found = grid.data.flatMap((row, number) => openDoubts(row).map((doubt) => ({ doubt, row, number })));
  return new Map(found.map((place) => [place.doubt.id, place]));
}
function moveInList(event) {
  const target = (
    /** @type {HTMLElement} */
    event.target
  );
  const next = { ArrowDown: target.nextElementSibling, ArrowUp: target.previousElementSibling }[event.key];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
function showKind(screen, errors2, { kind, errors: found }) {
  const open2 = openPlaces(screen);
  const choices = found.flatMap((error) => {
    const place = open2.get(error.doubt);
    return place ? [{ place: { ...place, error }, box: drawBox(error) }] : [];
  });
  const chosen = () => choices.filter(({ box }) => box.checked).map(({ place }) => place);
  const decide = (accept3) => {
    const done = decideTogether2(screen, chosen(), accept3);
    if (done) showErrors(screen, errors2, done);
  };
  const accept2 = primaryButton("", () => decide(true), { title: "Enter" });
  const count = () => {
    accept2.textContent = `Accept at ${placesInWords(chosen().length)}`;
  };
  for (const { box } of choices) box.addEventListener("change", count);
  count();
  const stay = button("The chosen stay as they are", () => decide(false));
  const back = button("All kinds", () => showErrors(screen, errors2));
  const title = `${kind}: ${placesInWords(choices.length)}`;
  const buttons = [accept2, stay, back, button("Close", () => screen.dialog.shut())];
  screen.dialog.open(title, choices.map(drawChoice), buttons, () => decide(true));
}
function drawBox({ doubt, confidence }) {
  const box = el("input", "", { type: "checkbox", "data-doubt": doubt });
  box.checked = sureness(confidence) !== "please look";
  return box;
}
function drawChoice({ box, place: { row, doubt, number, error } }) {
  const [before, text, after] = contextOf(row, doubt).map((part) => documentText(part));
  const reading = error.new ? documentText(error.new) : ["∅"];
  const context = el(
    "span",
    "al-context",
    {},
    ...before,
    el("del", "", {}, ...text),
    " ",
    el("ins", "", {}, ...reading),
    ...after
  );
  const sure = sureness(error.confidence);
  const name = `al-howsure${sure === "please look" ? " al-unsure" : ""}`;
  return el(
    "label",
    "al-place",
    {},
    box,
    el("span", "al-n", {}, `row ${number + 1}`),
    context,
    el("span", name, {}, sure)
  );
}
function decideTogether2(screen, places2, accept2) {
  if (!places2.length) return "";
  const [{ error }, ...others] = places2;
  const reading = accept2 ? error.new : void 0;
  const sent = screen.decide(
    { do: "everywhere", doubt: error.doubt, accept: accept2, reading, others: others.map(({ doubt }) => doubt.id) },
    places2.map(({ doubt }) => doubt)
  );
  if (!sent) return "";
  const what = accept2 ? "corrected" : "left as read";
  const words = `${placesInWords(places2.length)} ${what}. Undo (Ctrl+Z) takes all of it back at once.`;
  screen.say(words);
  return words;
}

// src/screen/everywhere.js
function askEverywhere(screen, accept2) {
  const { doubt } = screen;
  if (doubt?.state !== "open") return screen.say("No open doubt here: n goes to the next.", true);
  const refused = refusal(accept2 ? "accept-all" : "reject-all", doubt);
  if (refused) return screen.say(refused, true);
  const reading = doubt.suggestions[0]?.t;
  screen.send({ do: "preview", doubt: doubt.id, accept: accept2, pick: 0, reading });
  return void 0;
}
function showPreview(screen, preview2) {
  const choices = preview2.places.map((place) => ({ box: drawBox2(place), place }));
  const enter2 = () => {
    const others = choices.filter(({ box }) => box.checked).map(({ place }) => place.doubt);
    screen.dialog.shut();
    decideEverywhere(screen, preview2, others);
  };
  const buttons = [primaryButton("Decide", enter2), button("Cancel", () => screen.dialog.shut())];
  screen.dialog.open(previewTitle(preview2), drawPlaces(choices), buttons, enter2);
}
function drawBox2({ doubt, why }) {
  const box = el("input", "", { type: "checkbox", "data-doubt": doubt });
  box.checked = why === "same";
  return box;
}
var previewTitle = (preview2) => preview2.accept ? `“${preview2.old}” becomes ${preview2.new ? `“${preview2.new}”` : "nothing"}` : `“${preview2.old}” stays as it is`;
function drawPlaces(choices) {
  const same = choices.filter(({ place }) => place.why === "same").map(drawChoice2);
  const alike = choices.filter(({ place }) => place.why === "habit").map(drawChoice2);
  return [
    el("p", "", {}, "Here, and at the places chosen below."),
    ...same.length ? [el("h3", "", {}, "The same word"), ...same] : [],
    ...alike.length ? [el("h3", "", {}, "The same letters misread, each with its own suggestion"), ...alike] : [],
    ...choices.length ? [] : [el("p", "", {}, "No other place is like it.")]
  ];
}
function drawChoice2({ box, place }) {
  const [before, after] = place.around;
  const correction = place.new === null || place.new === void 0 ? null : el("ins", "", {}, place.new || "(deleted)");
  const context = el("span", "al-context", {}, before, el("del", "", {}, place.old), " ", correction, after);
  return el("label", "al-place", {}, box, el("span", "al-n", {}, `row ${place.row}`), context);
}
function decideEverywhere(screen, preview2, others) {
  const { doubt, accept: accept2, pick } = preview2;
  const ids = /* @__PURE__ */ new Set([doubt, ...others]);
  const doubts = screen.grid.data.flatMap((row) => row.doubts ?? []).filter((one) => ids.has(one.id));
  const reading = preview2.new ?? void 0;
  if (screen.decide({ do: "everywhere", doubt, accept: accept2, pick, reading, others }, doubts)) goOn(screen, doubt);
}

// src/model/pace.js
var ENOUGH = 5;
var RECENT = 15;
var MINUTE = 6e4;
function timeLeft(durations, left) {
  if (!left || durations.length < ENOUGH) return null;
  const sorted = durations.slice(-RECENT).sort((one, two) => one - two);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2 * left;
}
function timeInWords(time) {
  if (time === null) return "";
  const minutes = Math.round(time / MINUTE);
  if (minutes < 1) return "less than a minute left";
  if (minutes === 1) return "about a minute left";
  return minutes < 100 ? `about ${minutes} minutes left` : `about ${Math.round(minutes / 60)} hours left`;
}

// src/screen/one-doubt-keys.js
var AS_IN_TABLE = [
  "accept",
  "pick",
  "reject",
  "right",
  "accept-all",
  "reject-all",
  "errors",
  "strip",
  "strip-larger",
  "strip-smaller",
  "page",
  "page-focus"
];
var KEYS_HERE = "Here: a, x, e, n, 1–9, v, Ctrl+Z, ↓ ↑. Esc goes back to the table, where the other keys work.";
var FINISH = "First finish what is open in the text (Enter or Esc).";
function goToDoubtOf(mode, { row, doubt }) {
  const { screen } = mode;
  if (mode.typed) return screen.say(FINISH, true);
  const at = screen.grid.numberOf(row);
  const found = screen.grid.data[at]?.doubts?.find(({ id }) => id === doubt) ?? null;
  if (found && isOpen(found)) return mode.show(at, found);
  return screen.say(`Row ${at + 1}: no doubt about this word is open.`, true);
}

// src/screen/one-doubt-text.js
function drawDoubtful(row, doubt, sides) {
  const here = cellsOf3(row)[doubt.side].filter(({ pieces: pieces2 }) => pieces2.some((piece) => piece.d === doubt.id));
  const pieces = piecesOf2(here);
  const first = pieces.findIndex((piece) => piece.d === doubt.id);
  const last = pieces.findLastIndex((piece) => piece.d === doubt.id);
  const inside = pieces.slice(first, last + 1).map((piece) => piece.t).join("");
  return drawText(
    "al-one-doubtful",
    doubt.side,
    sides,
    ...pieces.slice(0, first).flatMap(drawPiece),
    drawFramed(inside, doubt),
    ...pieces.slice(last + 1).flatMap(drawPiece)
  );
}
function drawFramed(read, { suggestions: [best] }) {
  if (!best) return el("mark", "al-one-mark", {}, ...documentText(read));
  const reading = best.t ? documentText(best.t) : ["∅"];
  return el(
    "span",
    "al-one-mark",
    {},
    el("del", "", {}, ...documentText(read)),
    " ",
    el("ins", "", {}, ...reading)
  );
}
function drawPartner(row, doubt, sides) {
  const side = otherSide(doubt.side);
  const linked = linkedIds(row, doubt);
  const pieces = piecesOf2(cellsOf3(row)[side]);
  const draw = (piece) => piece.id && linked.has(piece.id) ? drawLinked(piece) : drawPiece(piece);
  const text = pieces.length ? pieces.flatMap(draw) : [el("span", "al-empty", {}, "— nothing here —")];
  return drawText("al-one-partner", side, sides, ...text);
}
function drawLinked({ t, id }) {
  const word2 = t.trimEnd();
  return [el("span", "al-linked", { "data-p": id }, ...documentText(word2)), t.slice(word2.length)];
}
function drawPiece({ t, id }) {
  const word2 = t.trimEnd();
  if (!id || !word2) return documentText(t);
  return [el("span", "", { "data-p": id }, ...documentText(word2)), t.slice(word2.length)];
}
function linkedIds(row, doubt) {
  const pieces = piecesOf2(cellsOf3(row)[doubt.side]).filter((piece) => piece.d === doubt.id);
  const ids = new Set(pieces.map((piece) => piece.id));
  return new Set(row.links.filter((link) => link.some((id) => ids.has(id))).flat());
}
var cellsOf3 = (row) => (row.detail ?? row.data).cells;
var piecesOf2 = (sentences) => sentences.flatMap(({ pieces }, n) => n ? [{ t: " " }, ...pieces] : pieces);
var drawText = (name, side, sides, ...content) => el("p", `al-one-text ${name}`, { lang: sides[side]?.language, dir: "auto" }, ...content);
var LONGEST3 = 80;
function describeDoubt(row, { text, suggestions: [best] }) {
  const suggested = best ? `, suggested: ${best.t ? `“${best.t}”` : "delete it"}` : "";
  return `Row ${row + 1}: “${text.slice(0, LONGEST3)}”${suggested}.`;
}

// src/screen/one-doubt-view.js
var MOST_SUGGESTIONS = 9;
var LINE = 60;
var OneDoubtView = class {
  /** @param {(action: string, key?: string) => void} act what a button does */
  constructor(act2) {
    this.act = act2;
    this.bar = el("progress", "al-progress", { max: 1, value: 0, "aria-label": "doubts decided" });
    this.count = el("strong", "al-figure");
    this.time = el("span", "al-count");
    this.about = el("p", "al-one-about");
    this.texts = el("div", "al-one-texts");
    this.scan = el("div", "al-one-scan");
    this.further = el("div", "al-buttons al-one-further", { role: "group", "aria-label": "Suggestions" });
    this.acceptText = el("span", "al-one-accepts");
    this.accept = this.#keyButton("a", this.acceptText, "accept", "al-primary");
    this.reject = this.#keyButton("x", "Stays as it is", "reject");
    this.edit = this.#keyButton("e", "Type it", "edit");
    this.undo = button("↶ Undo", () => act2("undo"), { title: "Ctrl+Z" });
    this.keys = el("div", "al-one-keys", { role: "group", "aria-label": "Decide" });
    this.typing = el("div", "al-one-typing");
    this.keys.append(
      this.accept,
      this.reject,
      this.edit,
      this.#keyButton("n", "Skip", "next", "al-one-skip")
    );
    this.left = el("div", "");
    this.back = primaryButton("Back to the table", () => act2("leave"), { title: "Esc" });
    const heading2 = el("h2", "", {}, "✓ Every doubt is decided.");
    this.end = el("div", "al-one-end", { hidden: true }, heading2, this.left, this.back);
    this.element = this.#build();
  }
  #build() {
    const back = button("Back to the table", () => this.act("leave"), { title: "Esc" });
    const spring = el("span", "al-spring");
    const head = el("div", "al-one-head", {}, this.bar, this.count, this.time, spring, this.undo, back);
    return el(
      "section",
      "al-one",
      { tabindex: "-1", "aria-label": "One doubt at a time" },
      head,
      this.about,
      this.texts,
      this.scan,
      this.further,
      this.typing,
      this.keys,
      this.end
    );
  }
  /**
   * @param {string} key
   * @param {Child} text
   * @param {string} action
   * @param {string} [name] a class
   */
  #keyButton(key, text, action, name = "") {
    const attributes = {
      type: "button",
      class: `al-button al-one-key ${name}`,
      onclick: () => this.act(action)
    };
    return el("button", "", attributes, el("kbd", "", {}, key), text);
  }
  /**
   * @param {{ total: number, decided: number }} progress
   * @param {string} time what the reviewer's pace makes of the rest; empty: not known
   * @param {Summary | null | undefined} undo what undo would take back
   */
  showProgress({ total, decided }, time, undo2) {
    this.bar.max = Math.max(total, 1);
    this.bar.value = decided;
    this.count.textContent = `${decided} of ${total}`;
    this.time.textContent = time;
    this.undo.disabled = !undo2;
  }
  /**
   * @param {Screen} screen
   * @param {RowView} row
   * @param {Doubt} doubt
   */
  showDoubt(screen, row, doubt) {
    const { sides } = screen.grid;
    this.#showParts(true);
    const number = el("strong", "", {}, `Row ${row.number + 1}`);
    const reason = doubt.reason ? ` — ${doubt.reason}` : "";
    this.about.replaceChildren(number, ` · ${doubt.word}${reason}`);
    this.texts.replaceChildren(drawDoubtful(row, doubt, sides), drawPartner(row, doubt, sides));
    for (const mark of this.texts.querySelectorAll(".al-one-mark, .al-linked"))
      mark.scrollIntoView({ block: "nearest" });
    this.#showSuggestions(doubt);
  }
  /**
   * Scrolls both texts.
   * @param {1 | -1} direction
   */
  scroll(direction) {
    for (const text of this.texts.children) text.scrollBy({ top: direction * LINE });
  }
  /** @param {Doubt} doubt */
  #showSuggestions({ kind, suggestions: [best, ...others] }) {
    const moved = kind === "layout.moved";
    this.accept.disabled = !best && !moved;
    this.acceptText.replaceChildren(
      ...best ? ["Accept ", ...shown(best)] : [moved ? "The move is right" : "Accept"]
    );
    const further = others.slice(0, MOST_SUGGESTIONS - 1).map((suggestion, n) => this.#further(suggestion, n + 2));
    this.further.hidden = !further.length || this.isTyping;
    this.further.replaceChildren(...further);
  }
  /**
   * @param {Suggestion} suggestion
   * @param {number} digit
   */
  #further(suggestion, digit) {
    const key = String(digit);
    const attributes = { type: "button", onclick: () => this.act("pick", key) };
    return el("button", "al-button", attributes, el("kbd", "", {}, key), " ", ...shown(suggestion));
  }
  /** Whether the reviewer types the text in doubt. */
  get isTyping() {
    return this.typing.childElementCount > 0;
  }
  /**
   * Puts a field in the place of the keys; null: puts the keys back.
   * @param {HTMLElement | null} field
   */
  showTyping(field2) {
    this.typing.replaceChildren(...field2 ? [field2] : []);
    this.keys.hidden = this.isTyping;
    this.further.hidden ||= this.isTyping;
  }
  /**
   * Every doubt is decided: what is left to do.
   * @param {{ doubtful: number, byHand: number }} left numbers of rows
   */
  showEnd({ doubtful, byHand }) {
    const first = this.end.hidden;
    this.#showParts(false);
    const lines2 = [
      doubtful ? `${rows(doubtful)} whose pairing is in doubt` : "",
      byHand ? `${rows(byHand)} paired by hand, to be confirmed` : ""
    ].filter(Boolean);
    this.left.replaceChildren(
      el("p", "", {}, lines2.length ? "What is left in the table:" : "No row needs review."),
      el("ul", "", {}, ...lines2.map((line2) => el("li", "", {}, line2)))
    );
    if (first) this.back.focus();
  }
  /** @param {boolean} doubt whether a doubt is shown, else the end */
  #showParts(doubt) {
    for (const part of [this.about, this.texts, this.scan, this.further]) part.hidden = !doubt;
    this.keys.hidden = !doubt || this.isTyping;
    this.end.hidden = doubt;
    this.element.classList.toggle("al-one-ended", !doubt);
  }
};
var shown = ({ t }) => [el("span", "al-new", {}, ...t ? documentText(t) : ["∅ delete it"])];
var rows = (count) => count === 1 ? "1 row" : `${count} rows`;

// src/screen/page-cover.js
function coverText(view) {
  const { element, sheet } = view;
  const { main } = view.screen;
  const active = document.activeElement;
  view.covers = view.isOpen && getComputedStyle(element).position === "absolute";
  if (view.covers && main.contains(active) && !element.contains(active))
    sheet.element.focus({ preventScroll: true });
  for (const part of main.children)
    if (part instanceof HTMLElement && part !== element) part.inert = view.covers;
}

// src/screen/strip-pointing.js
var SCROLLING = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
function listenToStrip(strip) {
  const { element, screen } = strip;
  element.addEventListener("pointermove", (event) => {
    const found = wordUnder(strip, event);
    markWord(screen, found?.side, found?.word);
  });
  element.addEventListener("pointerleave", () => markWord(screen, void 0, void 0));
  element.addEventListener("mousedown", (event) => event.stopPropagation());
  element.addEventListener("dblclick", (event) => event.stopPropagation());
  element.addEventListener("click", (event) => {
    const found = wordUnder(strip, event);
    if (found) goToWord(screen, found.side, found.word);
  });
  element.addEventListener("keydown", (event) => {
    const onLines = (
      /** @type {Element} */
      event.target.matches(".al-strip-lines")
    );
    if (onLines && SCROLLING.includes(event.key)) event.stopPropagation();
  });
}
function wordUnder(strip, event) {
  const holder = (
    /** @type {Element} */
    event.target.closest(".al-strip-line")
  );
  const line2 = strip.lines.find((one) => one.element === holder);
  const word2 = line2?.wordAt(event);
  return line2 && word2 ? { side: line2.side, word: word2 } : null;
}
function markWord({ row, root, strip }, side, word2) {
  if (strip.pointed === word2) return;
  strip.pointed = word2;
  removeClass(root, "al-pointed");
  for (const one of SIDES) strip.frame(one, "pointed", word2 && one === side ? [word2.span] : []);
  if (!row || !side || !word2) return;
  for (const { id } of piecesAt2((row.detail ?? row.data).cells, side, word2.span))
    for (const element of id ? elementsOfPiece(root, id) : []) element.classList.add("al-pointed");
}
async function goToWord(screen, side, word2) {
  const { grid, pictures } = screen;
  const at = word2.sentence === void 0 ? -1 : rowNumberOf(grid.data, word2.sentence);
  if (at < 0) return screen.say("This word is in no row: it was set aside as no part of the text.");
  const row = grid.rows[at];
  const [lines2] = await pictures.lines([row.data.id]);
  const { cells } = row.detail ?? row.data;
  const doubt = (row.data.doubts ?? []).find(
    (one) => one.side === side && touches(spansOfDoubt(cells, one.id, lines2), word2.span)
  );
  return screen.go(at, { side, doubt: doubt?.id ?? screen.cursor.doubt, keepDoubt: false });
}
function wordHovered({ row, strip }, target) {
  const word2 = target instanceof Element ? target.closest("[data-p]") : null;
  const isShown2 = row?.element.contains(word2) || word2?.closest(".al-one");
  const inside = word2 instanceof HTMLElement && isShown2 ? word2.dataset.p : void 0;
  for (const side of SIDES) {
    const cells = row && inside ? (row.detail ?? row.data).cells : null;
    strip.frame(side, "pointed", cells && inside ? spansOfPieces(cells, side, /* @__PURE__ */ new Set([inside])) : []);
  }
}
function caretMoved({ row, strip, cursor }, target) {
  if (!row || !(target instanceof HTMLTextAreaElement) || !target.matches(".al-edit")) return;
  const sentences = (row.detail ?? row.data).cells[cursor.side].map(({ pieces }) => pieces);
  const piece = pieceAtCaret(sentences, target.value, target.selectionStart);
  strip.frame(cursor.side, "pointed", piece?.spans ?? []);
}

// src/model/typed-text.js
function withDoubtTyped(sentences, doubt, typed) {
  const pieces = sentences.flatMap((sentence2, n) => n ? [{ t: " " }, ...sentence2.pieces] : sentence2.pieces);
  const first = pieces.findIndex((piece) => "d" in piece && piece.d === doubt);
  const last = pieces.findLastIndex((piece) => "d" in piece && piece.d === doubt);
  if (first < 0) return pieces.map((piece) => piece.t).join("");
  const before = pieces.slice(0, first).map((piece) => piece.t);
  const after = pieces.slice(last + 1).map((piece) => piece.t);
  return [...before, typed, /\s*$/.exec(pieces[last].t)?.[0] ?? "", ...after].join("");
}

// src/screen/typed-doubt.js
var TypedDoubt = class {
  /**
   * @param {Screen} screen
   * @param {Row} row
   * @param {Doubt} doubt
   * @param {(decided: boolean) => void} onEnd called when the reviewer is done; whether something was decided
   */
  constructor(screen, row, doubt, onEnd) {
    this.screen = screen;
    this.row = row;
    this.doubt = doubt;
    this.onEnd = onEnd;
    this.field = el("textarea", "al-edit al-one-field", {
      rows: Math.min(1 + Math.floor(doubt.text.length / LINE2), MOST_LINES),
      "aria-label": `${SIDE_NAMES[doubt.side]}: what stands here`,
      lang: screen.grid.sides[doubt.side]?.language,
      dir: "auto",
      spellcheck: "false"
    });
    this.field.value = doubt.text;
    const buttons = [button("Keep", () => this.#keep()), button("Leave", () => onEnd(false))];
    const hint = el("div", "al-hint", {}, "Enter keeps it, Esc leaves it as it was", ...buttons);
    this.element = el("div", "", {}, this.field, hint);
  }
  /** Gives the field the focus, its text chosen: what is typed replaces it. */
  begin() {
    this.field.focus();
    this.field.select();
  }
  /**
   * @param {KeyboardEvent} event
   * @param {string} key
   */
  pressed(event, key) {
    const keeps = key === "Enter" && !event.shiftKey && event.target === this.field;
    if (!keeps && key !== "Escape") return;
    event.preventDefault();
    if (keeps) this.#keep();
    else this.onEnd(false);
  }
  #keep() {
    const { screen, row, doubt } = this;
    const typed = this.field.value.trim();
    if (typed === doubt.text) {
      this.onEnd(false);
      screen.say("Nothing was changed. x tells that it stays as it is.");
      return;
    }
    const text = withDoubtTyped(row.cells[doubt.side], doubt.id, typed);
    if (screen.decide({ do: "edit", row: row.id, side: doubt.side, text }, [doubt])) this.onEnd(true);
  }
};
var LINE2 = 60;
var MOST_LINES = 4;

// src/screen/one-doubt.js
function startOneDoubt(screen) {
  const mode = new OneDoubt(screen);
  screen.mode = mode;
  mode.begin();
}
var OneDoubt = class {
  holdsCells = false;
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.durations = [];
    this.shownSince = performance.now();
    this.typed = null;
    this.unsettled = unsettledIds(screen.grid.data);
    this.view = new OneDoubtView((action, key) => this.act(action, key));
    this.stripHolder = this.view.scan;
    this.view.texts.addEventListener("pointerover", ({ target }) => wordHovered(screen, target));
  }
  /** Shows the view: the doubt at the cursor, else the next one. */
  begin() {
    const { screen, view } = this;
    screen.pageView.element.before(view.element);
    screen.root.classList.add("al-one-open");
    coverText(screen.pageView);
    if (isOpen(screen.doubt)) this.show(
      screen.cursor.row,
      /** @type {Doubt} */
      screen.doubt
    );
    else this.#move(1, { row: screen.cursor.row, doubt: null });
    view.element.scrollIntoView({ block: "nearest" });
  }
  /**
   * @param {number} row
   * @param {Doubt} doubt
   */
  show(row, doubt) {
    this.shownSince = performance.now();
    this.screen.go(row, { side: doubt.side, doubt: doubt.id, focus: false });
    this.draw();
    this.screen.say(describeDoubt(row, doubt));
  }
  /** Draws the doubt at the cursor; where none is open, what is left to do. */
  draw() {
    const { screen, view, durations } = this;
    const rows2 = screen.grid.data;
    const progress = doubtProgress(rows2);
    view.showProgress(progress, timeInWords(timeLeft(durations, progress.open)), screen.status.undo);
    if (!progress.open) view.showEnd(rowsLeft(rows2));
    else if (screen.row && screen.doubt) view.showDoubt(screen, screen.row, screen.doubt);
    if (!this.typed) this.takeFocus();
  }
  /**
   * To the next open doubt; stays where there is none.
   * @param {1 | -1} step
   * @param {{ row: number, doubt: string | null }} from
   */
  #move(step2, from) {
    const { screen } = this;
    const found = findOpenDoubt(screen.grid.data, from, step2);
    if (!found) {
      this.draw();
      return screen.say("No doubt is left open.");
    }
    this.show(found.row, found.doubt);
    if (found.doubt.id === from.doubt) screen.say("This is the only doubt that is left.");
    else if (found.around && from.doubt)
      screen.say(`${AROUND[step2]} ${describeDoubt(found.row, found.doubt)}`);
    return void 0;
  }
  /**
   * After a decision: the next open doubt of the document.
   * @param {string} from the id of the doubt that was decided on
   */
  goOn(from) {
    this.durations.push(performance.now() - this.shownSince);
    this.#move(1, { row: this.screen.cursor.row, doubt: from });
  }
  /** The doubt that is open again after undo; the next one where the one shown is settled. */
  afterPatch() {
    const { grid, doubt, cursor } = this.screen;
    const before = this.unsettled;
    this.unsettled = unsettledIds(grid.data);
    const again = [...this.unsettled].find((id) => !before.has(id));
    const row = again ? grid.data.findIndex((one) => one.doubts?.some(({ id }) => id === again)) : -1;
    const opened = grid.data[row]?.doubts?.find(({ id }) => id === again);
    if (opened) this.show(row, opened);
    else if (isOpen(doubt)) this.draw();
    else this.#move(1, { row: cursor.row, doubt: null });
  }
  /** The words have come, or their links: they are drawn. */
  afterDetail() {
    this.draw();
  }
  /** The keys have to reach the review. */
  takeFocus() {
    const { element } = this.view;
    if (!this.screen.dialog.isOpen && !element.contains(document.activeElement))
      element.focus({ preventScroll: true });
  }
  /**
   * @param {KeyboardEvent} event
   * @param {string} key
   */
  pressed(event, key) {
    const { pageView } = this.screen;
    if (pressedInPage(pageView, event, key)) return void 0;
    if (this.typed) return this.typed.pressed(event, key);
    const action = actionOf(key);
    const onButton = (
      /** @type {Element} */
      event.target.matches("button")
    );
    if (!action || onButton && (key === "Enter" || key === "Space")) return void 0;
    event.preventDefault();
    return action === "leave" && pageView.isOpen ? pageView.shut() : this.act(action, key);
  }
  /** @param {TextPlace} place */
  goToText(place) {
    goToDoubtOf(this, place);
  }
  /**
   * @param {string} action
   * @param {string} [key]
   */
  act(action, key = "") {
    if (this.typed && action !== "leave") return;
    const { screen } = this;
    const open2 = doubtProgress(screen.grid.data).open > 0;
    if (action === "leave" || action === "one-doubt" || !open2 && action === "next") this.leave(open2);
    else if (action === "undo" || action === "keys" || open2 && AS_IN_TABLE.includes(action))
      screen.act(action, key);
    else if (open2) this.#actHere(action);
  }
  /**
   * What a key does in this view only.
   * @param {string} action
   */
  #actHere(action) {
    const { row, doubt } = this.screen.cursor;
    const here = {
      next: () => this.#move(1, { row, doubt }),
      previous: () => this.#move(-1, { row, doubt }),
      edit: () => this.#type(),
      "row-down": () => this.view.scroll(1),
      "row-up": () => this.view.scroll(-1)
    };
    if (here[action]) here[action]();
    else this.screen.say(KEYS_HERE);
  }
  #type() {
    const { screen, view } = this;
    const { row, doubt } = screen;
    if (!row || !doubt) return;
    this.typed = new TypedDoubt(screen, row.data, doubt, (decided) => {
      this.typed = null;
      view.showTyping(null);
      if (decided) this.goOn(doubt.id);
      else this.draw();
      this.takeFocus();
    });
    view.showTyping(this.typed.element);
    this.typed.begin();
  }
  /**
   * Back to the table, to the row that was shown; where no doubt is open, to the next row that needs review.
   * @param {boolean} open whether doubts are open
   */
  leave(open2) {
    const { screen, view } = this;
    screen.mode = null;
    view.element.remove();
    screen.root.classList.remove("al-one-open");
    screen.strip.follow();
    if (open2) refocus(screen);
    else goToNextNeeding(screen);
  }
  /** The table is hidden: no click comes from it. */
  clicked() {
  }
};
var AROUND = { 1: "From the top again:", "-1": "From the end again:" };

// src/model/hits.js
function hitsOf(row, matchers) {
  const hits = [];
  for (const side of SIDES) {
    const found = matchers[side] ? rangesInCell(row.cells[side], matchers[side]) : [];
    hits.push(...found.map((range) => ({ row: row.id, where: side, ...range })));
  }
  const comment2 = row.comment && matchers.comment ? matchesIn(row.comment, matchers.comment) : [];
  return [
    ...hits,
    ...comment2.map((range) => ({ row: row.id, where: (
      /** @type {Where} */
      "comment"
    ), ...range }))
  ];
}
function rangesInCell(sentences, match) {
  const pieces = piecesOf3(sentences);
  const now = matchesIn(pieces.map((piece) => piece.t).join(""), match);
  if (pieces.every((piece) => piece.old === void 0)) return now;
  const before = misreadings(pieces, match).filter((one) => !now.some((other) => overlap2(one, other)));
  return [...now, ...before].sort((one, other) => one.start - other.start);
}
var piecesOf3 = (sentences) => sentences.flatMap(({ pieces }, n) => n ? [{ t: " " }, ...pieces] : pieces);
var matchesIn = (text, match) => [...text.matchAll(match)].filter(([hit]) => hit).map(({ 0: hit, index }) => ({ start: index, stop: index + hit.length }));
function misreadings(pieces, match) {
  const read = pieces.map(readAs).join("");
  const ends = bothEnds(pieces);
  return matchesIn(read, match).flatMap(({ start, stop }) => {
    const touched = ends.filter((end) => end.old < stop && end.oldStop > start);
    if (!touched.some((end) => end.corrected)) return [];
    const [first, last] = [touched[0], touched[touched.length - 1]];
    return [
      {
        start: first.corrected ? first.now : first.now + start - first.old,
        stop: last.corrected ? last.nowStop : last.now + stop - last.old,
        was: read.slice(start, stop)
      }
    ];
  });
}
function readAs({ t, old }) {
  if (old === void 0) return t;
  return /\s$/.test(t) && !/\s$/.test(old) ? `${old} ` : old;
}
function bothEnds(pieces) {
  let [old, now] = [0, 0];
  return pieces.map((piece) => {
    const end = {
      corrected: piece.old !== void 0,
      old,
      now,
      oldStop: old + readAs(piece).length,
      nowStop: now + piece.t.length
    };
    [old, now] = [end.oldStop, end.nowStop];
    return end;
  });
}
var overlap2 = (one, other) => one.start < other.stop && other.start < one.stop;

// src/model/query.js
var BETWEEN = "[^\\p{L}\\p{M}\\p{N}]+";
var NO_LETTER_BEFORE = "(?<![\\p{L}\\p{M}\\p{N}])";
var NO_LETTER_AFTER = "(?![\\p{L}\\p{M}\\p{N}])";
function matchersOf({ text, regex = false, whole = false, forms: forms2 = null }) {
  if (!text.trim()) return null;
  const plain = expression(regex ? text : literal(text, whole));
  if (!forms2) return { source: plain, target: plain, comment: plain };
  return { source: formsExpression(forms2.source), target: formsExpression(forms2.target), comment: plain };
}
var expression = (source) => new RegExp(source, "giu");
var escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
function literal(text, whole) {
  if (!whole) return escaped(text);
  const trimmed = text.trim();
  const [first, last] = [/^[\p{L}\p{N}]/u, /[\p{L}\p{M}\p{N}]$/u].map((edge) => edge.test(trimmed));
  return `${first ? NO_LETTER_BEFORE : ""}${escaped(trimmed)}${last ? NO_LETTER_AFTER : ""}`;
}
function formsExpression(words) {
  if (!words.length || words.some((forms2) => !forms2.length)) return null;
  const alternatives = words.map((forms2) => `(?:${forms2.map(escaped).join("|")})`);
  return expression(NO_LETTER_BEFORE + alternatives.join(BETWEEN) + NO_LETTER_AFTER);
}

// src/model/replacement.js
function replaceRanges(text, ranges, find, by) {
  let [made, at] = ["", 0];
  for (const { start, stop } of ranges) {
    made += text.slice(at, start) + inCaseOf(text.slice(start, stop), find, by);
    at = stop;
  }
  return made + text.slice(at);
}
function inCaseOf(found, find, by) {
  if (found === find.trim()) return by;
  if (found.length > 1 && isCapital(found) && !isCapital(find)) return by.toUpperCase();
  const [first = ""] = found;
  if (isCapital(first)) return withFirst(by, (letter) => letter.toUpperCase());
  return first === first.toUpperCase() ? by : withFirst(by, (letter) => letter.toLowerCase());
}
var isCapital = (text) => text === text.toUpperCase() && text !== text.toLowerCase();
function withFirst(text, change2) {
  const [first = ""] = text;
  return change2(first) + text.slice(first.length);
}

// src/screen/replace-places.js
var CONTEXT = 40;
var choicesOf = (hits, text, onchange) => hits.map((hit) => {
  const box = el("input", "", { type: "checkbox", onchange });
  box.checked = true;
  return { hit, text, box, made: el("ins", "") };
});
function drawChoice3({ hit, text, box, made }, number) {
  const { start, stop } = hit;
  const before = `${start > CONTEXT ? "…" : ""}${text.slice(Math.max(start - CONTEXT, 0), start)}`;
  const after = `${text.slice(stop, stop + CONTEXT)}${text.length > stop + CONTEXT ? "…" : ""}`;
  const old = el("del", "", {}, ...documentText(text.slice(start, stop)));
  const context = el(
    "span",
    "al-context",
    {},
    ...documentText(before),
    old,
    " ",
    made,
    ...documentText(after)
  );
  return el("label", "al-place", {}, box, el("span", "al-n", {}, `row ${number + 1}`), context);
}
function cellsOf4(chosen, find, by) {
  const rows2 = /* @__PURE__ */ new Map();
  for (const choice2 of chosen) rows2.set(choice2.hit.row, [...rows2.get(choice2.hit.row) ?? [], choice2]);
  return [...rows2].map(([row, here]) => {
    const hits = here.map(({ hit }) => hit);
    return { row, text: replaceRanges(here[0].text, hits, find, by) };
  });
}

// src/screen/replace-dialog.js
var MOST2 = 2e3;
function showReplace(screen) {
  const { readOnly, trouble = "" } = screen.status;
  if (readOnly) screen.say(trouble, true);
  else new ReplaceDialog(screen).open();
}
function sayReplaced(screen) {
  const count = screen.replaced;
  screen.say(
    count === 1 ? "Replaced 1 place. Ctrl+Z takes it back." : `Replaced ${count} places. Ctrl+Z takes all back.`
  );
}
var ReplaceDialog = class {
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.choices = [];
    const look2 = () => this.#look();
    this.find = field("Find", look2);
    this.by = field("Replace with", () => this.#showMade());
    this.side = el("select", "al-select", { onchange: look2 });
    for (const side of SIDES) this.side.append(el("option", "", { value: side }, SIDE_NAMES[side]));
    this.whole = el("input", "", { type: "checkbox", onchange: look2 });
    this.status = el("p", "al-replacing", { role: "status" });
    this.list = el("div", "al-replacelist");
    this.button = primaryButton("Replace", () => this.#replace());
  }
  open() {
    const { dialog, doubt, cursor, toolbar } = this.screen;
    this.find.value = toolbar.search.value.trim() || (doubt?.side === cursor.side ? doubt.text : "");
    this.side.value = cursor.side;
    this.whole.checked = true;
    const buttons = [this.button, button("Cancel", () => dialog.shut())];
    dialog.open("Find and replace", this.#content(), buttons, () => this.#enter());
    this.find.select();
    this.#look();
  }
  #content() {
    const whole = el("label", "al-option", {}, this.whole, " Whole words");
    const all = button("All", () => this.#checkAll(true));
    const none = button("None", () => this.#checkAll(false));
    return [
      el(
        "div",
        "al-replacefields",
        {},
        labelled("Find", this.find),
        labelled("Replace with", this.by),
        labelled("In the", this.side),
        whole
      ),
      el("div", "al-replacehead", {}, this.status, all, none),
      this.list
    ];
  }
  /** Enter in the first field goes on to the second. */
  #enter() {
    if (document.activeElement === this.find) this.by.focus();
    else this.#replace();
  }
  /** Lists the places again. */
  #look() {
    const side = (
      /** @type {Side} */
      this.side.value
    );
    const matchers = matchersOf({ text: this.find.value, whole: this.whole.checked });
    this.choices = [];
    for (const row of matchers ? this.screen.grid.rows : []) {
      if (this.choices.length > MOST2) break;
      const hits = hitsOf(
        row.data,
        /** @type {NonNullable<typeof matchers>} */
        matchers
      );
      const here = hits.filter((hit) => hit.where === side && hit.was === void 0);
      if (here.length) this.choices.push(...choicesOf(here, textOf(row.data, side), () => this.#count()));
    }
    this.#draw();
  }
  #draw() {
    const { rows: rows2 } = this.screen.grid;
    const numbers = new Map(rows2.map((row) => [row.data.id, row.number]));
    const listed = this.choices.length > MOST2 ? [] : this.choices;
    this.list.replaceChildren(...listed.map((one) => drawChoice3(one, numbers.get(one.hit.row) ?? 0)));
    this.#showMade();
  }
  /** Shows what each place would become. */
  #showMade() {
    for (const { hit, text, made } of this.choices)
      made.textContent = inCaseOf(text.slice(hit.start, hit.stop), this.find.value, this.by.value) || "∅";
    this.#count();
  }
  #count() {
    const { length } = this.#chosen();
    this.button.disabled = length === 0;
    this.button.textContent = length === 1 ? "Replace 1 place" : `Replace ${length} places`;
    this.status.textContent = this.#found();
  }
  #found() {
    const { length } = this.choices;
    if (!this.find.value.trim()) return "";
    if (!length) return `No place holds “${this.find.value}”.`;
    if (length > MOST2) return `More than ${MOST2} places: search for more letters.`;
    return `${length === 1 ? "1 place" : `${length} places`}; what is not ticked stays.`;
  }
  /** The places to be replaced. */
  #chosen() {
    return this.choices.length > MOST2 ? [] : this.choices.filter(({ box }) => box.checked);
  }
  /** @param {boolean} checked */
  #checkAll(checked) {
    for (const { box } of this.choices) box.checked = checked;
    this.#count();
  }
  #replace() {
    const chosen = this.#chosen();
    if (!chosen.length) return;
    const { screen } = this;
    const cells = cellsOf4(chosen, this.find.value, this.by.value);
    screen.replaced = chosen.length;
    const side = (
      /** @type {Side} */
      this.side.value
    );
    screen.dialog.shut();
    screen.decide({ do: "replace", side, cells });
  }
};
var field = (label, oninput) => el("input", "al-search", { type: "text", "aria-label": label, oninput });
var labelled = (text, control) => el("label", "al-option", {}, `${text} `, control);

// src/model/shortcuts.js
var FIRST_KEYS = new Map(
  KEYS.flatMap(
    ([, bindings]) => bindings.map(([action, keys]) => (
      /** @type {[string, string]} */
      [action, shownKey(keys[0])]
    ))
  )
);
var shortcutOf = (action) => FIRST_KEYS.get(action) ?? "";

// src/screen/menu.js
var MARGIN = 4;
function menuButton(label, items, name = label) {
  const menu = el("div", "al-menu", { role: "menu", "aria-label": label, popover: "manual" });
  const opener = el(
    "button",
    "al-button",
    { type: "button", "aria-haspopup": "menu", "aria-expanded": "false", "data-act": name },
    label,
    el("span", "", { "aria-hidden": "true" }, " ▾")
  );
  const holder = el("span", "al-menuholder", {}, opener, menu);
  new Menu(holder, opener, menu, items);
  return holder;
}
var Menu = class {
  /**
   * @param {HTMLElement} holder
   * @param {HTMLButtonElement} opener
   * @param {HTMLElement} menu
   * @param {MenuItem[]} items
   */
  constructor(holder, opener, menu, items) {
    this.opener = opener;
    this.menu = menu;
    this.items = items.map((item) => this.#draw(item));
    menu.append(...this.items);
    opener.addEventListener("click", () => this.isOpen ? this.#shut() : this.#open(0));
    holder.addEventListener("keydown", (event) => this.#pressed(event));
    holder.addEventListener("focusout", ({ relatedTarget }) => {
      if (!holder.contains(
        /** @type {Node | null} */
        relatedTarget
      )) this.#shut();
    });
  }
  get isOpen() {
    return this.opener.getAttribute("aria-expanded") === "true";
  }
  /** @param {MenuItem} item */
  #draw({ text, act: act2, key }) {
    const onclick = () => {
      this.#shut();
      this.opener.focus();
      act2();
    };
    return el(
      "button",
      "al-menuitem",
      { type: "button", role: "menuitem", tabindex: "-1", onclick },
      el("span", "", {}, text),
      key ? el("kbd", "", {}, key) : null
    );
  }
  /** @param {number} at the item that gets the focus */
  #open(at) {
    this.opener.setAttribute("aria-expanded", "true");
    this.menu.classList.add("al-menu-open");
    this.menu.showPopover?.();
    this.#place();
    this.items.at(at)?.focus();
  }
  /** Puts the menu under its button; above it, and to the left, where the window ends. */
  #place() {
    const button2 = this.opener.getBoundingClientRect();
    const { width, height } = this.menu.getBoundingClientRect();
    const below = button2.bottom + height + MARGIN <= innerHeight;
    const top = below ? button2.bottom : Math.max(button2.top - height, MARGIN);
    const left = Math.max(Math.min(button2.left, innerWidth - width - MARGIN), MARGIN);
    Object.assign(this.menu.style, { top: `${top}px`, left: `${left}px` });
  }
  #shut() {
    if (!this.isOpen) return;
    this.opener.setAttribute("aria-expanded", "false");
    this.menu.classList.remove("al-menu-open");
    this.menu.hidePopover?.();
  }
  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (!this.isOpen) this.#pressedShut(event);
    else if (event.key === "Tab") this.#shut();
    else if (event.key === "Escape") this.#leave(event);
    else this.#move(event);
  }
  /** @param {KeyboardEvent} event */
  #pressedShut(event) {
    const at = { ArrowDown: 0, ArrowUp: -1 }[event.key];
    if (at === void 0) return;
    take(event);
    this.#open(at);
  }
  /** @param {KeyboardEvent} event */
  #leave(event) {
    take(event);
    this.#shut();
    this.opener.focus();
  }
  /** @param {KeyboardEvent} event */
  #move(event) {
    const count = this.items.length;
    const at = this.items.indexOf(
      /** @type {HTMLButtonElement} */
      document.activeElement
    );
    const next = { ArrowDown: at + 1, ArrowUp: at + count - 1, Home: 0, End: count - 1 }[event.key];
    if (next === void 0) return;
    take(event);
    this.items[next % count].focus();
  }
};
function take(event) {
  event.preventDefault();
  event.stopPropagation();
}

// src/screen/row-menu.js
var ACTIONS2 = [
  ["reject-pair", "Not a pair"],
  ["later", "Come back later"],
  ["merge", "Merge with the next row"],
  ["split", "Split …"],
  ["up", "First sentence up"],
  ["down", "Last sentence down"],
  ["gap", "Part the two cells"],
  ["mark", "Pair this cell with another …"],
  ["realign", "Align again what is not confirmed"],
  ["confirm-above", "Confirm all from the top to here"],
  ["why", "Why? The numbers"]
];
var placeOf4 = ({ grid, cursor, local }, { number }) => ({
  number,
  count: grid.rows.length,
  side: cursor.side,
  local: local !== null
});
function rowButtons(screen, row) {
  const { id, status } = row.data;
  const open2 = status === "auto";
  const reopen3 = () => screen.decide({ do: "reopen", row: id });
  const items = ACTIONS2.filter(([action]) => isOffered(screen, row, action)).map(([action, text]) => ({
    text: action === "later" && row.data.later ? "No longer for later" : text,
    key: shortcutOf(action),
    act: () => screen.act(action)
  }));
  return el(
    "div",
    "al-buttons al-rowbuttons",
    { role: "group", "aria-label": "This row" },
    el(
      "button",
      "al-button al-confirm",
      { type: "button", "data-act": "confirm", onclick: () => screen.act("confirm") },
      el("kbd", "", {}, shortcutOf("confirm")),
      status === "confirmed" ? "✓ Confirmed: next row" : "✓ Confirm this row"
    ),
    menuButton("Row", open2 ? items : [{ text: "Open this row again", act: reopen3 }, ...items], "row")
  );
}
function isOffered(screen, row, action) {
  if (action === "reject-pair" && row.data.status !== "auto") return false;
  return rowRefusal(action, row.data, placeOf4(screen, row)) === null;
}

// src/screen/split-mode.js
function startSplit(screen) {
  const detail2 = screen.row?.detail;
  if (!detail2) return screen.say("One moment: the words are on their way.");
  const sentences = detail2.cells[screen.cursor.side];
  const words = sentences.flatMap((sentence2) => sentence2.pieces.map((piece) => piece.id ?? ""));
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
  #split(word2) {
    const { screen } = this;
    this.#end();
    if (screen.row) screen.decide({ do: "split", row: screen.row.data.id, piece: word2 });
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
    const word2 = (
      /** @type {Element} */
      event.target.closest("[data-p]")
    );
    if (row !== this.screen.row || !(word2 instanceof HTMLElement)) return;
    event.preventDefault();
    this.#split(word2.dataset.p ?? "");
  }
};

// src/folder/lab-paths.js
function pathOnServer({ serverRoot }, folder, file) {
  const root = serverRoot.replace(/\/+$/, "");
  for (const path of [folder.path, folder.from_home]) {
    if (path && path === root) return file;
    if (path?.startsWith(`${root}/`)) return `${path.slice(root.length + 1)}/${file}`;
  }
  return void 0;
}
var addressOf = (config, path, view) => `${config.baseUrl}${view}/${path.split("/").map(encodeURIComponent).join("/")}`;
function labConfig() {
  const text = document.getElementById("jupyter-config-data")?.textContent;
  if (!text) return void 0;
  const { baseUrl, serverRoot } = JSON.parse(text);
  return typeof baseUrl === "string" && typeof serverRoot === "string" ? { baseUrl, serverRoot } : void 0;
}

// src/folder/lab-files.js
var LabFiles = class {
  /**
   * @param {HTMLElement} root an element inside the page, where clicks are heard by JupyterLab
   * @param {Place} folder
   */
  constructor(root, folder) {
    this.root = root;
    this.folder = folder;
    this.config = labConfig();
  }
  /**
   * The address of a file; undefined where it has none.
   * @param {string} file
   * @param {"lab/tree" | "files"} [view]
   */
  address(file, view = "lab/tree") {
    const path = this.config && pathOnServer(this.config, this.folder, file);
    return this.config && path !== void 0 ? addressOf(this.config, path, view) : void 0;
  }
  /**
   * Opens a file in a tab of JupyterLab.
   * @param {string} file
   * @returns {boolean} whether there is a JupyterLab that can show it
   */
  open(file) {
    const path = this.config && pathOnServer(this.config, this.folder, file);
    if (path === void 0) return false;
    const linker = el("span", "al-hidden", {
      "data-commandlinker-command": "docmanager:open",
      "data-commandlinker-args": JSON.stringify({ path })
    });
    this.root.append(linker);
    linker.click();
    linker.remove();
    return true;
  }
  /**
   * A link to a file that is there; its name alone where it has no address.
   * @param {string} file
   */
  link(file) {
    const href = this.address(file);
    if (href === void 0) return el("code", "", {}, file);
    const open2 = (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && this.open(file)) event.preventDefault();
    };
    return el("a", "al-link", { href, onclick: open2 }, file);
  }
};

// src/screen/start-page.js
var START = "start.review.ipynb";
function openStartPage(screen) {
  const { folder } = screen.summary;
  if (!folder || !new LabFiles(screen.root, folder).open(START))
    screen.say(`Open ${START}: it lists the documents of this folder.`);
}

// src/screen/actions.js
var ANYWHERE = {
  search: ({ find }) => find.focus(),
  replace: showReplace,
  save: (screen) => screen.send({ do: "save" }),
  "save-as": ({ saveAs }) => saveAs.open(),
  "show-open": showOpen,
  send: ({ saveAs }) => saveAs.open("html"),
  "next-document": openStartPage,
  keys: showKeys,
  word: ({ wordPane }) => wordPane.toggle(),
  page: ({ pageView }) => pageView.toggle(),
  "page-focus": ({ pageView }) => pageView.swapFocus(),
  strip: ({ strip }) => strip.toggle(),
  "strip-larger": ({ strip }) => strip.resize(1),
  "strip-smaller": ({ strip }) => strip.resize(-1)
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
  "one-doubt": startOneDoubt,
  accept: (screen) => acceptSuggestion(screen, 0),
  pick: (screen, _row, key) => acceptSuggestion(screen, Number(key) - 1),
  reject: dismiss,
  right: markRight,
  undecide: openAgain,
  "accept-all": (screen) => askEverywhere(screen, true),
  "reject-all": (screen) => askEverywhere(screen, false),
  edit: startEdit,
  confirm: confirmRow,
  "confirm-above": confirmAbove2,
  "reject-pair": (screen, row) => {
    if (screen.decide({ do: "reject-pair", row: row.data.id })) goToNextNeeding(screen);
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
  why: (screen) => screen.panel.toggleWhy(screen),
  lists: (screen) => screen.send({ do: "lists" }),
  errors: askErrors,
  leave: (screen) => {
    if (screen.pageView.isOpen && !screen.marked && !screen.find.hits.length) return screen.pageView.shut();
    unmarkCell(screen);
    screen.find.clear();
    go(screen, screen.cursor.row, { keepDoubt: true });
  }
};
function act(screen, action, key) {
  if (!action.startsWith("confirm")) screen.asked = null;
  if (Object.hasOwn(ANYWHERE, action)) ANYWHERE[action](screen);
  else if (screen.row) actAtCursor(screen, screen.row, action, key);
}
function actAtCursor(screen, row, action, key) {
  const refused = rowRefusal(action, row.data, placeOf4(screen, row));
  if (refused) screen.say(refused, true);
  else AT_CURSOR[action]?.(screen, row, key);
}

// src/model/unsaved-words.js
var OF_A_ROW = {
  confirm: "confirmed",
  "confirm-above": "confirmed, with all above",
  "reject-pair": "not a pair",
  reopen: "opened again",
  later: "come back later",
  comment: "comment",
  edit: "text typed",
  merge: "merged with the next",
  split: "split",
  up: "first sentence moved up",
  down: "last sentence moved down",
  gap: "parted"
};
var OF_ALL = {
  realign: "rows aligned again",
  undo: "the last undo",
  redo: "the last redo",
  "bring-back": "a passage brought back",
  pair: "two cells paired",
  replace: "words replaced"
};
function unsavedWords(message, rows2) {
  if ("doubt" in message) return doubtWords(message, rows2);
  if (message.do in OF_A_ROW && "row" in message)
    return `${rowName(rows2, (row) => row.id === message.row)}: ${OF_A_ROW[
      /** @type {OfRow} */
      message.do
    ]}`;
  return OF_ALL[
    /** @type {OfAll} */
    message.do
  ] ?? null;
}
function doubtWords(message, rows2) {
  if (message.do === "preview") return null;
  const doubt = rows2.flatMap((row) => row.doubts ?? []).find((one) => one.id === message.doubt);
  const name = rowName(rows2, (row) => row.doubts?.some((one) => one.id === message.doubt));
  return `${name}: “${doubt?.text ?? ""}” ${outcome(message)}`;
}
function outcome(message) {
  const accepts = message.do === "accept" || message.do === "everywhere" && message.accept;
  const places2 = message.do === "everywhere" ? ` (in ${message.others.length + 1} places)` : "";
  if (message.do === "undecide") return "opened again";
  return `${accepts ? `→ “${"reading" in message && message.reading || ""}”` : "stays as it is"}${places2}`;
}
function rowName(rows2, test) {
  const at = rows2.findIndex(test);
  return at < 0 ? "a row" : `row ${at + 1}`;
}

// src/screen/messenger.js
var PATIENCE = 15e3;
var Messenger = class {
  /**
   * @param {Host} host
   * @param {() => void} onLate called where a message was not answered in time, and again while it is not
   */
  constructor(host, onLate) {
    this.host = host;
    this.onLate = onLate;
    this.number = 0;
    this.unanswered = /* @__PURE__ */ new Map();
    this.timer = void 0;
  }
  /** @param {Outgoing} message */
  send(message) {
    this.number += 1;
    if (this.host.state) this.unanswered.set(this.number, { message, since: performance.now() });
    this.host.send({ ...message, n: this.number });
    this.#watch();
  }
  /**
   * An answer came.
   * @param {number | undefined} n the number of its message
   */
  answered(n) {
    if (n !== void 0) this.unanswered.delete(n);
    this.#watch();
  }
  /** Whether a message waits longer than it should. */
  get isLate() {
    const [oldest] = this.unanswered.values();
    return oldest !== void 0 && performance.now() - oldest.since >= PATIENCE;
  }
  /** Sets the one timer to the time at which the oldest message is late. */
  #watch() {
    clearTimeout(this.timer);
    const [oldest] = this.unanswered.values();
    if (!oldest) return;
    const left = oldest.since + PATIENCE - performance.now();
    this.timer = setTimeout(
      () => {
        this.onLate();
        this.#watch();
      },
      left > 0 ? left : PATIENCE
    );
  }
  stop() {
    clearTimeout(this.timer);
  }
};

// src/screen/pending.js
function markPending(screen, doubts, n) {
  if (!doubts.length) return;
  for (const doubt of doubts) doubt.pending = true;
  for (const { element, data } of rowsWith(screen, doubts)) {
    for (const { id } of data.doubts?.filter((doubt) => doubt.pending) ?? [])
      for (const mark of elementsOfDoubt(element, id)) mark.classList.add("al-pending");
  }
  screen.refusals.set(n, () => reopen2(screen, doubts));
}
function forgetPending(screen) {
  screen.refusals.clear();
  for (const row of screen.grid.rows) row.pending = false;
  reopen2(
    screen,
    screen.grid.data.flatMap((row) => row.doubts ?? []).filter((doubt) => doubt.pending)
  );
}
function reopen2(screen, doubts) {
  for (const doubt of doubts) delete doubt.pending;
  for (const row of screen.mode?.holdsCells ? [] : rowsWith(screen, doubts)) row.drawCells();
  screen.panel.draw(screen);
}
function rowsWith({ grid }, doubts) {
  const ids = new Set(doubts.map((doubt) => doubt.id));
  return grid.rows.filter(({ data }) => data.doubts?.some((doubt) => ids.has(doubt.id)));
}

// src/screen/connection.js
var MOST_NAMED = 8;
var LOOK_TWICE = 3e3;
var AGAIN = "To go on, run this cell again (menu Run → Run Selected Cell); it needs no other cell.";
var Connection = class {
  /**
   * @param {Screen} screen
   * @param {Host} host
   */
  constructor(screen, host) {
    this.screen = screen;
    this.messenger = new Messenger(host, () => this.check());
    host.stateChanged = () => this.check();
    this.lost = false;
    this.warning = "";
    this.doubtTimer = void 0;
  }
  /** Looks at the kernel: it changed its state, or a message was not answered in time. */
  check() {
    const state = this.messenger.host.state?.() ?? "idle";
    const late = this.messenger.isLate;
    if (state === "stopped") this.#lose("The kernel was stopped or started again.");
    else if (late && state === "idle") this.#loseSoon();
    else this.#show(late ? this.#lateWords(state) : "");
  }
  /** Between two tasks a kernel has nothing to do for a moment: it is looked at twice. */
  #loseSoon() {
    this.doubtTimer ??= setTimeout(() => {
      this.doubtTimer = void 0;
      if (this.messenger.isLate && this.messenger.host.state?.() === "idle")
        this.#lose("The kernel does not answer.");
    }, LOOK_TWICE);
  }
  /**
   * An answer came.
   * @param {number | undefined} n the number of its message
   */
  answered(n) {
    this.messenger.answered(n);
    this.#stopDoubting();
    if (this.lost || this.warning) {
      this.lost = false;
      this.check();
    }
  }
  /** @param {string} why */
  #lose(why) {
    this.lost = true;
    forgetPending(this.screen);
    this.#show(this.#lostWords(why));
  }
  /** Stops all timers. */
  close() {
    this.messenger.stop();
    this.#stopDoubting();
  }
  #stopDoubting() {
    clearTimeout(this.doubtTimer);
    this.doubtTimer = void 0;
  }
  /** @param {string} warning */
  #show(warning) {
    this.screen.root.classList.toggle("al-lost", this.lost);
    if (this.warning === warning) return;
    this.warning = warning;
    this.screen.showWarnings();
  }
  /** @param {string} why */
  #lostWords(why) {
    const { trouble } = this.screen.status;
    const waiting = this.#waiting();
    const before = waiting ? "Everything before is saved." : "Everything you decided is saved.";
    const unsaved = waiting ? `Not saved: ${waiting}.` : "";
    return [why, unsaved, trouble || before, AGAIN].filter(Boolean).join(" ");
  }
  /** @param {HostState} state */
  #lateWords(state) {
    const waiting = this.#waiting();
    const why = {
      offline: "The connection to Jupyter is interrupted; it comes back by itself.",
      busy: "The kernel is busy with other work."
    }[
      /** @type {"offline" | "busy"} */
      state
    ];
    const then = waiting ? `Not saved yet: ${waiting}. Leave this page open until it is.` : "Your decisions are saved.";
    return [why ?? "The kernel has not answered yet.", then].join(" ");
  }
  /** The decisions without an answer, in words; empty: none. */
  #waiting() {
    const rows2 = this.screen.grid.data;
    const words = [...this.messenger.unanswered.values()].map(({ message }) => unsavedWords(message, rows2)).filter((one) => one !== null);
    const more = words.length > MOST_NAMED ? [`and ${words.length - MOST_NAMED} more`] : [];
    return [...words.slice(0, MOST_NAMED), ...more].join("; ");
  }
};

// src/screen/dialog.js
var TAB_STOPS = "button:enabled, input, select, [tabindex='0']";
var Dialog = class {
  /** @param {() => void} onShut called after it was shut: the focus goes back */
  constructor(onShut) {
    this.onShut = onShut;
    this.element = el("div", "al-dialog", {
      role: "dialog",
      "aria-modal": "true",
      popover: "manual",
      hidden: true
    });
    this.enter = null;
    this.onPatch = null;
    this.onTrouble = null;
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
    this.onPatch = null;
    this.onTrouble = null;
    const heading2 = el("h2", "", { id: `al-d${newId()}` }, title);
    const body = el(
      "div",
      "al-sheetbody",
      { tabindex: "0", role: "region", "aria-label": title },
      ...content
    );
    const sheet = el("div", "al-sheet", {}, heading2, body, el("div", "al-buttons", {}, ...buttons));
    this.element.setAttribute("aria-labelledby", heading2.id);
    this.element.replaceChildren(sheet);
    this.element.hidden = false;
    this.element.showPopover?.();
    this.#first()?.focus();
  }
  /** @returns {HTMLElement | null} */
  #first() {
    return this.element.querySelector("input") ?? this.element.querySelector(".al-primary") ?? this.element.querySelector("button");
  }
  shut() {
    if (this.element.matches(":popover-open")) this.element.hidePopover();
    this.element.hidden = true;
    this.enter = null;
    this.onPatch = null;
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
      TAB_STOPS
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
  ["auto", "No doubts", (row) => row.status === "auto" && !row.needs],
  ["confirmed", "Confirmed", (row) => row.status === "confirmed"],
  ["rejected", "Not a pair", (row) => row.status === "rejected"],
  ["later", "For later", (row) => row.later],
  ["comments", "Commented", (row) => row.comment]
];
function passes(row, { status = "all", kind = "", only = null }) {
  if (!STATUSES.find(([value]) => value === status)?.[2](row)) return false;
  if (kind && !row.doubts?.some((doubt) => doubt.kind === kind)) return false;
  return !only || only.has(row.id);
}

// src/screen/find-bar.js
var FindBar = class {
  /**
   * @param {{ step: (by: 1 | -1) => void, refilter: () => void, replace: () => void, focus: () => void }} options
   *   `focus`: gives the keys back to the search field after an option was ticked
   */
  constructor({ step: step2, refilter, replace: replace2, focus }) {
    this.status = el("span", "al-hits", { role: "status" });
    const changed = () => {
      refilter();
      focus();
    };
    this.only = checkbox(changed);
    this.whole = checkbox(changed);
    this.forms = checkbox(changed);
    this.regex = checkbox(changed);
    this.formsLabel = option(this.forms, "Word forms", "a word in all its forms");
    this.formsLabel.hidden = true;
    this.element = el(
      "div",
      "al-findbar",
      { role: "group", "aria-label": "Search", hidden: true },
      button("◂ Previous hit", () => step2(-1), { title: "Shift+Enter, Shift+F3" }),
      button("Next hit ▸", () => step2(1), { title: "Enter, F3" }),
      this.status,
      el("span", "al-spring"),
      option(this.only, "Only rows with hits", "hide the other rows"),
      option(this.whole, "Whole words", "no parts of words"),
      this.formsLabel,
      option(this.regex, "Regular expression", "the search is a regular expression"),
      button("Replace …", replace2, { title: "h" })
    );
  }
  /** Offers word forms. */
  offerForms() {
    this.formsLabel.hidden = false;
  }
  /**
   * @param {string} text
   * @param {boolean} nothing whether nothing was found
   */
  show(text, nothing) {
    this.status.textContent = text;
    this.status.classList.toggle("al-nohits", nothing);
  }
};
var checkbox = (onchange) => el("input", "", { type: "checkbox", onchange });
var option = (box, text, title) => el("label", "al-option", { title }, box, " ", text);

// src/screen/hit-cache.js
var HitCache = class {
  /** The query that the hits belong to. */
  query = "";
  /** @type {WeakMap<Row, Found>} */
  found = /* @__PURE__ */ new WeakMap();
  /**
   * @param {Row} row
   * @param {Matchers} matchers
   * @returns {Hit[]}
   */
  hitsOf(row, matchers) {
    const known = this.found.get(row);
    if (known?.cells === row.cells && known.comment === row.comment) return known.hits;
    const hits = hitsOf(row, matchers);
    this.found.set(row, { cells: row.cells, comment: row.comment, hits });
    return hits;
  }
  /**
   * Forgets the hits of another query.
   * @param {Matchers} matchers
   */
  begin({ source, target, comment: comment2 }) {
    const query = JSON.stringify([source, target, comment2].map((match) => match?.source));
    if (query !== this.query) this.found = /* @__PURE__ */ new WeakMap();
    this.query = query;
  }
};

// src/screen/text-ranges.js
var STANDS_FOR = ".al-control, .al-gone, .al-hidden, .al-empty, .al-more";
function drawnText(cell) {
  const drawn = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  let start = 0;
  for (let next = walker.nextNode(); next; next = walker.nextNode()) {
    const node = (
      /** @type {Text} */
      next
    );
    const special = node.parentElement?.closest(STANDS_FOR);
    const stop = start + (special instanceof HTMLElement ? lengthFor(special) : node.data.length);
    if (node.data) drawn.push({ node, start, stop, whole: Boolean(special) });
    start = stop;
  }
  return drawn;
}
function lengthFor(element) {
  if (element.matches(".al-control")) return 1;
  return Number(element.dataset.more ?? 0);
}
function rangesOf(cell, places2) {
  const drawn = drawnText(cell);
  return places2.map((place) => rangeOf(drawn, place));
}
function offsetIn(cell, node, offset) {
  const found = drawnText(cell).find((drawn) => drawn.node === node);
  if (!found) return -1;
  return found.whole ? found.start : found.start + offset;
}
function rangeOf(drawn, { start, stop }) {
  const empty = start === stop;
  const inside = drawn.filter(
    (one) => empty ? one.start === start && one.stop === start : one.start < stop && one.stop > start
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return null;
  const length = last.node.data.length;
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.whole ? 0 : Math.max(start - first.start, 0),
    endContainer: last.node,
    endOffset: last.whole ? length : Math.min(stop - last.start, length)
  });
}
function liveRange({ startContainer, startOffset, endContainer, endOffset }) {
  const live = new Range();
  live.setStart(startContainer, startOffset);
  live.setEnd(endContainer, endOffset);
  return live;
}

// src/screen/hit-marks.js
var AT = 0.35;
var canMark = () => Boolean(globalThis.CSS?.highlights && globalThis.Highlight);
var HitMarks = class {
  /**
   * @param {Grid} grid
   * @param {[all: string, current: string]} names the highlights of the styles
   */
  constructor(grid, names) {
    this.grid = grid;
    this.names = names;
    this.byRow = /* @__PURE__ */ new Map();
    this.current = void 0;
    this.seen = /* @__PURE__ */ new Set();
    this.frame = void 0;
    this.sight = new IntersectionObserver((changes) => this.#see(changes));
    this.changes = new MutationObserver(() => this.#watch());
  }
  /**
   * @param {Hit[]} hits
   * @param {number} at the number of the current one; -1: none
   */
  show(hits, at) {
    if (!hits.length && !this.byRow.size) return;
    this.byRow = new Map(hits.map((hit) => [hit.row, []]));
    for (const hit of hits) this.byRow.get(hit.row)?.push(hit);
    this.current = hits[at];
    this.changes.disconnect();
    if (!hits.length) this.sight.disconnect();
    else {
      this.changes.observe(this.grid.body, { childList: true, subtree: true });
      this.#watch();
    }
    this.#markSoon();
  }
  /** Watches the groups of rows there are now. */
  #watch() {
    for (const group of this.seen) if (!group?.isConnected) this.seen.delete(group);
    for (const group of this.grid.body.children) this.sight.observe(group);
    this.#markSoon();
  }
  /** @param {IntersectionObserverEntry[]} changes */
  #see(changes) {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) this.seen.add(target);
      else this.seen.delete(target);
    }
    this.#mark();
  }
  /** Marks before the next picture: several changes of the rows are one. */
  #markSoon() {
    this.frame ??= requestAnimationFrame(() => this.#mark());
  }
  #mark() {
    cancelAnimationFrame(this.frame ?? 0);
    this.frame = void 0;
    if (!canMark()) return;
    const ranges = this.#ranges();
    const current = this.current && ranges.get(this.current);
    CSS.highlights.set(this.names[0], new Highlight(...ranges.values()));
    const strong = new Highlight(...current ? [current] : []);
    strong.priority = 1;
    CSS.highlights.set(this.names[1], strong);
  }
  /**
   * The ranges of the hits in the rows in sight, and of the current one.
   * @returns {Map<Hit, StaticRange>}
   */
  #ranges() {
    const found = /* @__PURE__ */ new Map();
    for (const row of this.byRow.size ? this.grid.rows : []) {
      const { id } = row.data;
      const isNear = this.seen.has(row.element.parentElement) || id === this.current?.row;
      if (isNear && !row.element.hidden) addRanges(found, row, this.byRow.get(id) ?? []);
    }
    return found;
  }
  /**
   * Scrolls a hit into sight.
   * @param {Hit} hit
   */
  reveal(hit) {
    const row = this.grid.rowById(hit.row);
    if (!row) return;
    row.element.scrollIntoView({ block: "nearest" });
    const range = hit.where === "comment" ? null : rangesOf(row.cells[hit.where], [hit])[0];
    const place = (range ? liveRange(range) : row.element).getBoundingClientRect();
    const pane = this.grid.element.getBoundingClientRect();
    const head = this.grid.heads[0].getBoundingClientRect();
    const covered = Math.max(head.bottom, pane.top);
    if (place.top >= covered && place.bottom <= pane.bottom) return;
    this.grid.element.scrollTop += place.top - covered - AT * (pane.bottom - covered);
  }
};
function addRanges(found, row, hits) {
  for (const side of SIDES) {
    const inCell = hits.filter((hit) => hit.where === side);
    const ranges = inCell.length ? rangesOf(row.cells[side], inCell) : [];
    for (const [n, range] of ranges.entries()) if (range) found.set(inCell[n], range);
  }
}

// src/screen/find.js
var Find = class {
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.hits = [];
    this.known = new HitCache();
    this.at = -1;
    this.numbers = /* @__PURE__ */ new Map();
    this.forms = null;
    this.bar = new FindBar({
      step: (by) => this.step(by),
      refilter: () => screen.refilter(),
      replace: () => screen.act("replace"),
      focus: () => screen.toolbar.search.focus()
    });
    this.marks = new HitMarks(screen.grid, ["al-search", "al-hit"]);
    const { search } = screen.toolbar;
    search.addEventListener("input", () => this.#begin());
    search.addEventListener("focus", () => this.showBar(true));
    search.addEventListener("blur", (event) => this.#left(event));
  }
  get text() {
    return this.screen.toolbar.search.value;
  }
  /** Whether something is searched for. */
  get active() {
    return this.text.trim() !== "";
  }
  /** The current hit. @returns {Hit | undefined} */
  get hit() {
    return this.hits[this.at];
  }
  /** The rows to be shown; null: the search hides none. */
  get only() {
    return this.bar.only.checked && this.hits.length ? new Set(this.hits.map((hit) => hit.row)) : null;
  }
  /** Goes to the first hit from the row at the cursor on. */
  #begin() {
    this.at = -1;
    this.screen.refilter();
    if (this.hit) this.marks.reveal(this.hit);
  }
  /** @param {boolean} shown */
  showBar(shown2) {
    this.bar.element.hidden = !shown2;
  }
  /**
   * Nothing is searched for and the focus is elsewhere, not in the bar: the bar goes.
   * @param {FocusEvent} event
   */
  #left({ relatedTarget }) {
    const { element } = this.bar;
    if (this.active || element.matches(":hover")) return;
    if (!element.contains(
      /** @type {Node | null} */
      relatedTarget
    )) this.showBar(false);
  }
  /** Searches again: the query, the options or the rows changed. */
  search() {
    const { hit } = this;
    const at = { row: hit && this.screen.grid.numberOf(hit.row), where: hit?.where, start: hit?.start };
    const matchers = this.#matchers();
    const rows2 = matchers ? this.screen.grid.data : [];
    this.numbers = new Map(rows2.map((row, number) => [row.id, number]));
    this.hits = matchers ? this.#search(matchers) : [];
    this.at = this.hits.length ? this.#nearest(at) : -1;
    this.bar.show(this.#words(matchers), Boolean(matchers) && !this.hits.length);
  }
  /** Marks the hits in the rows that are shown. */
  show() {
    if (this.active) this.showBar(true);
    this.marks.show(this.hits, this.at);
  }
  /**
   * The expressions; null where there is nothing to search for, the query is no expression, or the forms of
   * its words are not known yet.
   * @returns {Matchers | null}
   */
  #matchers() {
    const { search } = this.screen.toolbar;
    const { regex, whole } = this.bar;
    search.removeAttribute("aria-invalid");
    try {
      const forms2 = this.active && this.bar.forms.checked ? this.#knownForms() : null;
      if (forms2 === void 0) return null;
      return matchersOf({ text: this.text, regex: regex.checked, whole: whole.checked, forms: forms2 });
    } catch {
      search.setAttribute("aria-invalid", "true");
      return null;
    }
  }
  /** The forms of the words searched for; undefined while they are asked for. */
  #knownForms() {
    if (this.forms?.text !== this.text) this.screen.send({ do: "forms", text: this.text });
    return this.forms?.text === this.text ? this.forms.forms : void 0;
  }
  /** @param {FormsMessage} message */
  receiveForms(message) {
    this.forms = message;
    if (this.bar.forms.checked && this.text === message.text) this.#begin();
  }
  /**
   * The hits in the rows that the other filters show.
   * @param {Matchers} matchers
   */
  #search(matchers) {
    const { filter, grid } = this.screen;
    const rows2 = grid.data.filter((row) => passes(row, { ...filter, only: null }));
    this.known.begin(matchers);
    return rows2.flatMap((row) => this.known.hitsOf(row, matchers));
  }
  /**
   * The number of the hit at a place; else of the next one from its row on, from the cursor on where there
   * is no place, around the end.
   * @param {{ row?: number, where?: string, start?: number }} place
   */
  #nearest({ row = this.screen.cursor.row, where, start }) {
    const numbers = this.hits.map((hit) => this.numbers.get(hit.row) ?? 0);
    const same = this.hits.findIndex(
      (hit, n) => numbers[n] === row && hit.where === where && hit.start === start
    );
    return same >= 0 ? same : Math.max(
      numbers.findIndex((number) => number >= row),
      0
    );
  }
  /** @param {Matchers | null} matchers */
  #words(matchers) {
    if (!this.active) return "";
    if (this.screen.toolbar.search.hasAttribute("aria-invalid")) return "This is no regular expression.";
    if (!matchers) return "One moment …";
    return this.hit ? hitInWords(this.hit, this.at, this.hits.length) : this.#nothing();
  }
  #nothing() {
    const hidden = this.screen.filter.status !== "all" || this.screen.filter.kind;
    return hidden ? `No place in the rows that are shown holds “${this.text}”.` : `No place holds “${this.text}”.`;
  }
  /**
   * Goes to the next or the previous hit, around the end.
   * @param {1 | -1} by
   */
  step(by) {
    if (!this.hits.length) return;
    this.at = (this.at + by + this.hits.length) % this.hits.length;
    const hit = this.hits[this.at];
    this.bar.show(hitInWords(hit, this.at, this.hits.length), false);
    this.marks.show(this.hits, this.at);
    this.marks.reveal(hit);
  }
  /** Puts the focus into the field; what it holds is selected, to be typed over. */
  focus() {
    const { search } = this.screen.toolbar;
    search.focus();
    search.select();
  }
  /** Ends the search; all rows that it hid are shown. */
  clear() {
    if (!this.active) return;
    this.screen.toolbar.search.value = "";
    this.at = -1;
    this.screen.refilter();
    this.showBar(false);
  }
};
function hitInWords({ was, where }, at, count) {
  const about = was === void 0 ? "" : `, was read “${was}”`;
  return `hit ${at + 1} of ${count}${about}${where === "comment" ? ", in the comment" : ""}`;
}

// src/screen/row-groups.js
var GROUP_SIZE = 25;
var ROW_HEIGHT = 74;
function makeGroup(rows2) {
  const group = el("div", "al-group", { role: "rowgroup" }, ...rows2);
  resizeGroup(group);
  return group;
}
function resizeGroup(group) {
  const rows2 = (
    /** @type {HTMLElement[]} */
    [...group.children]
  );
  const shown2 = rows2.filter((row) => !row.hidden).length;
  group.hidden = shown2 === 0;
  group.style.containIntrinsicHeight = `${shown2 === rows2.length ? "auto " : ""}${shown2 * ROW_HEIGHT}px`;
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
    sentences.some((sentence2) => sentence2.pieces.some((piece) => piece.t.length > HUGE))
  );
  if (!sentences.length) cell.replaceChildren(el("span", "al-empty", {}, "— nothing here —"));
  else cell.replaceChildren(...sentences.map((sentence2, n) => drawSentence(sentence2, doubts, n > 0)));
}
function drawSentence(sentence2, doubts, spaced2) {
  const ids = new Set(sentence2.pieces.map((piece) => piece.d));
  const whole = doubts.find((doubt) => doubt.whole && ids.has(doubt.id));
  const drawn = runsOf(sentence2.pieces).map((run) => drawRun(run, doubts, whole));
  const framed = whole ? [frame(whole, drawn)] : drawn;
  return el("span", "al-sentence", { "data-sentence": sentence2.id }, spaced2 ? " " : "", ...framed);
}
function runsOf(pieces) {
  const runs = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last && piece.d && last[0].d === piece.d) last.push(piece);
    else runs.push([piece]);
  }
  return runs;
}
function drawRun(run, doubts, whole) {
  const doubt = run[0].d && doubts.find((one) => one.id === run[0].d);
  if (!doubt) return drawPlain(run[0]);
  const last = run[run.length - 1];
  const text = last.t.trimEnd();
  const marks = [...run.slice(0, -1), { ...last, t: text }].map((piece) => drawMark(piece, doubt));
  const drawn = document.createDocumentFragment();
  drawn.append(
    ...run.length > 1 && doubt !== whole ? [frame(doubt, marks)] : marks,
    last.t.slice(text.length)
  );
  return drawn;
}
var frame = (doubt, inside) => el("span", "al-frame", { "data-frame": doubt.id }, ...inside);
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
  return doubt.state === "open" ? doubt.reason ?? doubt.word : `${decisionOn(doubt)}; the scan has “${doubt.text}”`;
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
  changeStatus(change2) {
    Object.assign(this.data, change2, { why: change2.why || void 0 });
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
    const shown2 = this.badge.firstElementChild;
    if (shown2) shown2.textContent = String(this.number + 1);
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
  const [sign, word2] = badgeOf(row);
  return el(
    "div",
    "al-num",
    { role: "rowheader" },
    el("span", "al-n", {}, String(number + 1)),
    el("span", "al-badge", {}, el("span", "al-glyph", { "aria-hidden": "true" }, sign), " ", word2),
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
    el("span", "al-sure", {}, paired ? row.sure : "one side only"),
    why ? el("span", "al-why", {}, why) : null
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
  append(rows2) {
    const fragment = document.createDocumentFragment();
    for (let at = 0; at < rows2.length; at += GROUP_SIZE) {
      const views = rows2.slice(at, at + GROUP_SIZE).map((row, n) => new RowView(row, this.rows.length + n, this.sides));
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
  splice({ at, gone, rows: rows2 }) {
    const before = this.rows[at + gone]?.element;
    const home = groupOf(this.rows[at] ?? this.rows[at - 1]) ?? this.body.appendChild(makeGroup([]));
    const views = rows2.map((row, n) => new RowView(row, at + n, this.sides));
    const old = this.rows.splice(at, gone, ...views);
    const groups = new Set(old.map(groupOf));
    for (const row of old) row.element.remove();
    for (const row of views) home.insertBefore(row.element, before?.parentNode === home ? before : null);
    for (const group of [...groups, ...cutGroup(home), home]) {
      if (group?.childElementCount) resizeGroup(group);
      else group?.remove();
    }
    if (views.length !== gone) this.#numberAnew(at);
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
  changeStatus(change2) {
    this.rowById(change2.id)?.changeStatus(change2);
  }
  /**
   * Gives the rows from `at` on their numbers, and shows how many there are.
   * @param {number} at
   */
  #numberAnew(at) {
    for (const [n, row] of this.rows.entries()) row.number = n;
    this.#showNumbers(at);
    this.showRowCount();
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
    let shown2 = 0;
    for (const row of this.rows) {
      const hidden = !passes(row.data, filter);
      if (row.element.hidden !== hidden) changed.add(groupOf(row));
      row.element.hidden = hidden;
      if (!hidden) shown2 += 1;
    }
    for (const group of changed) if (group) resizeGroup(group);
    return shown2;
  }
};
var groupOf = (row) => row?.element.parentElement ?? null;

// src/screen/keyboard-focus.js
var EDITORS = ".cm-editor, input, textarea, select, [contenteditable='true']";
function mayTakeKeys(root) {
  const active = document.activeElement;
  if (!active || active === document.body) return true;
  const around = root.closest(".jp-NotebookPanel, .jp-Notebook");
  return around !== null && (active.contains(root) || around.contains(active)) && !active.closest(EDITORS);
}
var beginHint = () => el("div", "al-begin", { "aria-hidden": "true" }, "Click a row to begin: then the keys work");

// src/model/decision-words.js
var QUOTED = 40;
function shortened(text, most = QUOTED) {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).trimEnd()}…`;
}
var quoted = (text) => `«${shortened(text)}»`;
var change = ({ old = "", new: text = "" }) => `${quoted(old)} → ${text ? quoted(text) : "nothing"}`;
var ARRANGED = {
  merge: (row) => `row ${row} merged with the next`,
  split: (row) => `row ${row} split`,
  up: (row) => `a sentence moved up to row ${row}`,
  down: (row) => `a sentence moved down from row ${row}`,
  gap: (row) => `the cells of row ${row} parted`,
  pair: (row) => `cells paired from row ${row} on`,
  realign: (row) => `rows aligned again from row ${row} on`
};
var WORDS = {
  accept: (one) => `${change(one)} in row ${one.row}`,
  edit: (one) => `${change(one)}${(one.places ?? 1) > 1 ? "," : ""} ${places(one)}`,
  "accept-everywhere": (one) => `${change(one)}, ${places(one)}`,
  reject: ({ old = "", row }) => `${quoted(old)} kept as it is in row ${row}`,
  "dismiss-everywhere": (one) => `${quoted(one.old ?? "")} kept as it is, ${places(one)}`,
  right: ({ old = "" }) => `${quoted(old)} called a right word`,
  undecide: ({ old = "", row }) => `${quoted(old)} opened again in row ${row}`,
  confirm: ({ row, rows: rows2 }) => rows2 > 1 ? `${rows2} rows confirmed` : `row ${row} confirmed`,
  "reject-pair": ({ row }) => `row ${row} marked as not a pair`,
  reopen: ({ row }) => `row ${row} opened again`,
  later: ({ row, on }) => on ? `row ${row} marked for later` : `row ${row} no longer for later`,
  comment: ({ row }) => `the comment on row ${row}`,
  arrange: ({ verb = "", row }) => ARRANGED[verb]?.(row) ?? `rows paired another way from row ${row} on`,
  "bring-back": ({ old = "", row }) => `${quoted(old)} brought back as row ${row}`
};
var places = ({ places: count = 1, row }) => count > 1 ? `at ${count} places` : `in row ${row}`;
var inWords = (summary) => WORDS[summary.op]?.(summary) ?? `a decision in row ${summary.row}`;

// src/screen/status.js
function showStatus(screen, status) {
  screen.status = status;
  screen.refreshSoon();
  screen.toolbar.showHistory(status);
  const found = screen.summary.show(screen.grid.data, status);
  screen.showWarnings();
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
var JUMPS = ["merge", "split", "up", "down", "gap", "pair", "realign", "bring-back"];
function receivePatch(screen, patch) {
  screen.refusals.delete(patch.n ?? 0);
  if (changesRows(patch)) showRows(screen, patch);
  else showStatus(screen, patch);
  if (patch.about) showBroughtBack(screen, patch);
  if (patch.trouble) screen.say(patch.trouble, true);
  else if (patch.did === "replace") sayReplaced(screen);
}
function showRows(screen, patch) {
  const id = screen.row?.data.id;
  const focused = isFocused(screen);
  changeRows(screen, patch);
  screen.pageView.store.forget([...patch.rows, ...patch.updates].map((row) => row.id));
  showChanged(screen, patch);
  moveCursor2(screen, patch, id, focused);
  screen.mode?.afterPatch?.();
  if (patch.did) screen.dialog.onPatch?.();
}
function showBroughtBack(screen, { did, about, go: go2 }) {
  const at = screen.grid.numberOf(go2?.row);
  const row = screen.grid.rows[at];
  if (row?.element.hidden) {
    screen.toolbar.clearFilters();
    screen.refilter();
  }
  const doubt = row?.data.doubts?.find((one) => one.id === go2?.doubt);
  if (row && !screen.mode) screen.go(at, doubt ? { side: doubt.side, doubt: doubt.id } : {});
  if (about) screen.say(`${did === "redo" ? "Done again" : "Undone"}: ${inWords(about)}.`);
}
var changesRows = ({ gone, rows: rows2, updates, said = [] }) => gone + rows2.length + updates.length + said.length > 0;
function isFocused({ root, toolbar, panel }) {
  const active = document.activeElement;
  return root.contains(active) && !toolbar.element.contains(active) && active !== panel.commentField;
}
function changeRows({ grid, pictures }, patch) {
  if (patch.gone || patch.rows.length) {
    grid.splice(patch);
    pictures.forgetRows();
  }
  for (const row of patch.updates) grid.replace(row);
  for (const change2 of patch.said ?? []) grid.changeStatus(change2);
}
function moveCursor2(screen, patch, id, focused) {
  const { did, rows: rows2, updates } = patch;
  const at = numberAfterPatch(screen, patch, id);
  const jumps = did !== void 0 && JUMPS.includes(did);
  if (jumps && rows2.length) screen.go(did === "up" ? Math.max(at, patch.at) : patch.at);
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
  screen.connection.answered(message.n);
  switch (message.is) {
    case "rows":
      return receiveRows(screen, message);
    case "patch":
      return receivePatch(screen, message);
    case "detail":
      return receiveDetail(screen, message);
    case "links":
      return receiveLinks(screen, message.row, message.links);
    case "trouble":
      return receiveTrouble(screen, message);
    case "saved":
      return receiveSaved(screen, message);
    case "nothing":
      return receiveNothing(screen, message);
    case "strips":
    case "picture":
    case "page":
    case "page-layer":
    case "places":
      return receivePages(screen, message);
    default:
      return receiveView(screen, message);
  }
}
function receivePages({ pageView, pictures }, message) {
  if (pageView.receive(message)) return;
  if (message.is === "strips" || message.is === "picture") pictures.receive(message);
}
function receiveView(screen, message) {
  switch (message.is) {
    case "preview":
      return showPreview(screen, message);
    case "lists":
      return showLists(screen, message);
    case "look":
      return screen.saveAs.show(message);
    case "exists":
      return screen.saveAs.confirmReplacing(message.name);
    case "written":
      return screen.saveAs.written(message);
    case "errors":
      return receiveErrors(screen, message.errors);
    case "forms":
      return screen.find.receiveForms(message);
    case "word":
      return screen.wordPane.receive(message);
    case "translations":
      return screen.wordPane.receiveTranslations(message);
  }
}
function receiveRows(screen, message) {
  const { grid, summary } = screen;
  if (message.at === 0) {
    summary.title.textContent = message.title ?? "";
    screen.notes = message.notes ?? [];
    summary.folder = message.start ?? null;
    screen.saveAs.formats = message.formats ?? [];
    grid.reset(message.sides ?? {});
    screen.pageView.offer(message.sides ?? {});
    if (message.wordForms) screen.find.bar.offerForms();
  }
  grid.append(message.rows);
  if (grid.rows.length >= message.total) begin(screen, message);
}
function begin(screen, message) {
  const { grid, firstRow } = screen;
  grid.showRowCount();
  showChanged(screen, message);
  screen.room.watch();
  const left = firstRow ? grid.numberOf(firstRow) : -1;
  const at = left >= 0 ? left : findRow(grid.rows, -1, 1, (row) => row.data.needs);
  const focus = screen.local !== null || mayTakeKeys(screen.root);
  screen.go(Math.max(at, 0), { focus });
  if (focus && !screen.local) screen.root.scrollIntoView({ block: "start" });
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
  screen.strip.follow();
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
  if (screen.row === row) screen.strip.follow();
  screen.mode?.afterDetail?.();
}
function receiveTrouble(screen, { text, n = 0 }) {
  screen.refusals.get(n)?.();
  screen.refusals.delete(n);
  if (screen.dialog.isOpen) screen.dialog.onTrouble?.(text);
  screen.say(text.charAt(0).toUpperCase() + text.slice(1), true);
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
  download(local.fileName, message.lines, "application/jsonl");
  return screen.say(`Downloaded ${local.fileName}: ${local.entries.length} decisions.`);
}

// src/screen/layout.js
function buildLayout(screen) {
  const { root, summary, toolbar, find, grid, panel, wordPane, pageView, dialog } = screen;
  root.classList.add("al-desk");
  root.setAttribute("data-lm-suppress-shortcuts", "true");
  const begin2 = screen.local ? null : beginHint();
  const table = el("div", "al-table", {}, grid.element, screen.minimap.element);
  const main = el("div", "al-main", {}, table, panel.element, wordPane.element, pageView.element, begin2);
  const live = el("div", "al-live", { role: "status", "aria-live": "polite" });
  root.append(summary.head, toolbar.element, find.bar.element);
  root.append(summary.warnings, summary.done, main, live, dialog.element);
  listen(screen);
  return { main, live };
}
function listen(screen) {
  const { root, grid, minimap, wordPane, pageView } = screen;
  minimap.listen();
  root.addEventListener("keydown", (event) => pressed(screen, event));
  for (const name of ["keyup", "keypress"]) root.addEventListener(name, (event) => event.stopPropagation());
  for (const name of ["keyup", "mouseup"])
    root.addEventListener(name, (event) => {
      wordPane.caretMoved(event.target);
      caretMoved(screen, event.target);
    });
  grid.body.addEventListener("mousedown", (event) => clicked(screen, event));
  grid.body.addEventListener(
    "pointermove",
    ({ clientX: x, clientY: y }) => pageView.hand.pointText({ x, y })
  );
  grid.body.addEventListener("pointerleave", () => pageView.hand.pointText(null));
  grid.body.addEventListener("pointerover", (event) => {
    linkHovered(screen, event.target);
    wordHovered(screen, event.target);
  });
  grid.body.addEventListener("dblclick", (event) => {
    const cell = (
      /** @type {Element} */
      event.target.closest(".al-cell")
    );
    if (cell && !screen.mode) screen.act("edit");
  });
}

// src/model/minimap.js
var TESTS = [
  ["confirmed", (row) => row.status === "confirmed"],
  ["open", (row) => row.doubts?.some((doubt) => doubt.state === "open")],
  ["doubtful", (row) => row.status === "auto" && row.why]
];
var MARKS = ["confirmed", "open", "doubtful", "found"];
function linesOf2(rows2, isFound, lines2) {
  const found = { confirmed: [], open: [], doubtful: [], found: [] };
  const share = Math.min(lines2 / rows2.length, 1);
  const add = (mark, line2) => {
    const last = found[mark].at(-1);
    if (last?.[0] === line2) last[1] = Math.min(last[1] + share, 1);
    else found[mark].push([line2, share]);
  };
  rows2.forEach((row, number) => {
    const line2 = lineOf(number, rows2.length, lines2);
    for (const [mark, test] of TESTS) if (test(row)) add(mark, line2);
    if (isFound(row)) add("found", line2);
  });
  return found;
}
var lineOf = (row, rows2, lines2) => rows2 > lines2 ? Math.floor(row * lines2 / rows2) : row;
function rowAtHeight(rows2, height, lines2) {
  const most = Math.min(rows2.length, lines2);
  const line2 = Math.min(Math.max(Math.floor(height * most), 0), most - 1);
  const first = rows2.length > lines2 ? Math.ceil(line2 * rows2.length / lines2) : line2;
  for (let at = first; at < rows2.length && lineOf(at, rows2.length, lines2) === line2; at += 1)
    if (rows2[at].needs) return at;
  return first;
}

// src/screen/hits.js
function hitRows({ find }, rows2) {
  const ids = new Set(find.hits.map((hit) => hit.row));
  return new Set(rows2.map((row) => row.data).filter((row) => ids.has(row.id)));
}

// src/screen/sight.js
function rowsInSight({ element, body }, shown2) {
  const { top, bottom } = element.getBoundingClientRect();
  const inSight = childrenBetween(body, top, bottom).flatMap((group) => childrenBetween(group, top, bottom));
  const numbers = new Map(shown2.map((row, number) => [row.element, number]));
  const [first, last] = [inSight[0], inSight[inSight.length - 1]].map(
    (row) => (row && numbers.get(row)) ?? 0
  );
  return [first, Math.max(first, last)];
}
var childrenBetween = (parent, top, bottom) => [...parent.children].filter((child) => {
  const box = child.getBoundingClientRect();
  return box.height > 0 && box.top < bottom && box.bottom > top;
});

// src/screen/minimap.js
var LINE3 = 2;
var TALLEST = 8;
var LANES = { confirmed: [1, 4], open: [6, 4], doubtful: [11, 3], found: [15, 3] };
var LEGEND = "Green: confirmed. Orange: open doubts. Purple: doubtful pairs. Blue: what the search finds.";
var Minimap = class {
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.rows = [];
    this.sight = el("div", "al-map-sight");
    this.layers = MARKS.map((mark) => el("div", `al-map-marks al-map-${mark}`));
    this.element = el("div", "al-map", { "aria-hidden": "true", title: LEGEND }, this.sight, ...this.layers);
    this.frame = 0;
    this.stale = true;
    this.resized = new ResizeObserver(() => this.redraw());
  }
  /** Begins to follow the table and the pointer. */
  listen() {
    const { element, screen } = this;
    screen.grid.element.addEventListener("scroll", () => this.#drawSoon(), { passive: true });
    this.resized.observe(element);
    element.addEventListener("mousedown", (event) => event.preventDefault());
    element.addEventListener("pointerdown", (event) => {
      element.setPointerCapture(event.pointerId);
      this.#scrollTo(event);
    });
    element.addEventListener("pointermove", (event) => {
      if (element.hasPointerCapture(event.pointerId)) this.#scrollTo(event);
    });
    element.addEventListener("pointerup", (event) => this.#goTo(event));
  }
  /** Draws the marks anew in the next frame: rows changed, or which of them are shown. */
  redraw() {
    this.stale = true;
    this.#drawSoon();
  }
  #drawSoon() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      if (this.stale) this.#drawMarks();
      this.stale = false;
      this.#drawSight();
    });
  }
  get height() {
    return this.element.clientHeight;
  }
  /** How many lines of marks the strip has room for. */
  get lines() {
    return Math.max(Math.floor(this.height / LINE3), 1);
  }
  #drawMarks() {
    this.rows = this.screen.grid.rows.filter((row) => !row.element.hidden);
    const hits = hitRows(this.screen, this.rows);
    const found = linesOf2(
      this.rows.map((row) => row.data),
      (row) => hits.has(row),
      this.lines
    );
    const step2 = this.height / Math.max(Math.min(this.rows.length, this.lines), 1);
    const tall = Math.max(Math.min(step2 - 1, TALLEST), LINE3);
    MARKS.forEach((mark, n) => {
      const [x, width] = LANES[mark];
      const marks = found[mark].map(([line2, share]) => {
        const wide = Math.max(width * share, 1).toFixed(1);
        return `M${x} ${(line2 * step2).toFixed(1)}h${wide}v${tall}h-${wide}z`;
      });
      this.layers[n].style.clipPath = `path("${marks.join("") || "M0 0"}")`;
    });
  }
  #drawSight() {
    const [first, last] = rowsInSight(this.screen.grid, this.rows);
    const step2 = this.height / Math.max(this.rows.length, 1);
    this.sight.style.top = `${first * step2}px`;
    this.sight.style.height = `${Math.max((last + 1 - first) * step2, TALLEST)}px`;
  }
  /** @param {PointerEvent} event */
  #rowAt({ clientY }) {
    const { top, height } = this.element.getBoundingClientRect();
    const rows2 = this.rows.map((row) => row.data);
    return this.rows[rowAtHeight(rows2, (clientY - top) / height, this.lines)];
  }
  /** @param {PointerEvent} event */
  #scrollTo(event) {
    const row = this.#rowAt(event);
    const { element } = this.screen.grid;
    if (row) element.scrollTop += row.element.getBoundingClientRect().top - middleOf(element);
  }
  /**
   * The cursor goes to the row; a text that is being typed or cut keeps it.
   * @param {PointerEvent} event
   */
  #goTo(event) {
    const row = this.#rowAt(event);
    if (row && !this.screen.mode) this.screen.go(row.number);
  }
  /** Stops watching. */
  close() {
    this.resized.disconnect();
    cancelAnimationFrame(this.frame);
  }
};
function middleOf(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}

// src/model/page-geometry.js
var turnedSize = ({ width, height }, turn) => turn % 180 ? { width: height, height: width } : { width, height };
function fittingScale(page, turn, view, fit) {
  const turned = turnedSize(page, turn);
  const wide = view.width / turned.width;
  return fit === "width" ? wide : Math.min(wide, view.height / turned.height);
}
function matrixOf({ page, turn, scale, x, y }) {
  const [across, down2] = [scale * page.width, scale * page.height];
  switch (turn) {
    case 0:
      return [scale, 0, 0, scale, x, y];
    case 90:
      return [0, scale, -scale, 0, x + down2, y];
    case 180:
      return [-scale, 0, 0, -scale, x + across, y + down2];
    case 270:
      return [0, -scale, scale, 0, x, y + across];
  }
}
function pointInView(point, placing) {
  const [a, b, c, d, e, f] = matrixOf(placing);
  return { x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f };
}
function pointOnPage(point, placing) {
  const [a, b, c, d, e, f] = matrixOf(placing);
  const [x, y] = [point.x - e, point.y - f];
  const determinant = a * d - b * c;
  return { x: (d * x - c * y) / determinant, y: (a * y - b * x) / determinant };
}
function boxInView([left, top, right2, bottom], placing) {
  return boxBetween(pointInView({ x: left, y: top }, placing), pointInView({ x: right2, y: bottom }, placing));
}
function partInSight(placing, { width, height }) {
  const [left, top, right2, bottom] = boxBetween(
    pointOnPage({ x: 0, y: 0 }, placing),
    pointOnPage({ x: width, y: height }, placing)
  );
  const { page } = placing;
  const box = [
    Math.max(Math.floor(left), 0),
    Math.max(Math.floor(top), 0),
    Math.min(Math.ceil(right2), page.width),
    Math.min(Math.ceil(bottom), page.height)
  ];
  return box[0] < box[2] && box[1] < box[3] ? box : null;
}
var boxBetween = (one, two) => [
  Math.min(one.x, two.x),
  Math.min(one.y, two.y),
  Math.max(one.x, two.x),
  Math.max(one.y, two.y)
];
function boxAround(boxes) {
  const [first, ...others] = boxes;
  if (!first) return null;
  return others.reduce(
    ([left, top, right2, bottom], box) => [
      Math.min(left, box[0]),
      Math.min(top, box[1]),
      Math.max(right2, box[2]),
      Math.max(bottom, box[3])
    ],
    first
  );
}
var within = (value, least, most) => Math.min(Math.max(value, least), most);

// src/model/page-settings.js
var USUAL = { zoom: 1, turn: 0, brightness: 100, contrast: 100, invert: false, share: 0.5 };
var LIMITS = { zoom: [0.1, 12], brightness: [30, 200], contrast: [30, 300], share: [0.25, 0.75] };
var ZOOM_STEP = 1.25;
function settingsFrom(kept = {}) {
  const number = (name) => typeof kept[name] === "number" && Number.isFinite(kept[name]) ? within(kept[name], ...LIMITS[name]) : USUAL[name];
  const turned = [0, 90, 180, 270].includes(kept.turn ?? -1);
  return {
    zoom: kept.zoom === "page" ? "page" : number("zoom"),
    turn: (
      /** @type {Turn} */
      turned ? kept.turn : USUAL.turn
    ),
    brightness: (
      /** @type {number} */
      number("brightness")
    ),
    contrast: (
      /** @type {number} */
      number("contrast")
    ),
    invert: kept.invert === true,
    share: (
      /** @type {number} */
      number("share")
    )
  };
}
function scaleOf({ zoom, turn }, page, view) {
  if (zoom === "page") return fittingScale(page, turn, view, "page");
  return zoom * fittingScale(page, turn, view, "width");
}
var zoomOf2 = (scale, { turn }, page, view) => within(scale / fittingScale(page, turn, view, "width"), ...LIMITS.zoom);
function filterOf({ brightness, contrast, invert }) {
  const parts = [
    invert && "invert(1)",
    brightness !== 100 && `brightness(${brightness}%)`,
    contrast !== 100 && `contrast(${contrast}%)`
  ];
  return parts.filter(Boolean).join(" ") || "none";
}
var nextTurn = (turn, direction) => (
  /** @type {Turn} */
  (turn + 360 + 90 * direction) % 360
);

// src/model/row-places.js
var wordsOn = (places2, side, page, wanted = () => true) => places2[side].filter(wanted).flatMap((piece) => numbersOn(piece, page));
var numbersOn = ({ at = [] }, page) => at.filter(([on]) => on === page).map(([, number]) => number);
function pageOf(places2, side, doubt) {
  const pieces = places2[side].filter(({ at = [] }) => at.length);
  const piece = pieces.find(({ d }) => doubt !== null && d === doubt) ?? pieces[0];
  return piece?.at?.[0][0] ?? null;
}
function textAt(places2, side, page, number) {
  let start = 0;
  for (const piece of places2[side]) {
    const stop = start + piece.t.trimEnd().length;
    if (numbersOn(piece, page).includes(number))
      return { row: places2.row, where: side, start, stop, doubt: piece.d ?? null };
    start += piece.t.length;
  }
  return null;
}
function pieceAt(places2, side, offset) {
  let start = 0;
  for (const piece of places2[side]) {
    if (start <= offset && offset < start + piece.t.length) return piece;
    start += piece.t.length;
  }
  return null;
}
var shownSide = (side, pages) => [side, ...SIDES].find((one) => pages[one]) ?? null;

// src/screen/page-controls.js
var PageControls = class {
  /** @param {PageActions} actions */
  constructor(actions) {
    this.actions = actions;
    this.title = el("h2", "");
    this.earlier = button("‹", () => actions.step(-1), { "aria-label": "Page before", title: "PageUp" });
    this.later = button("›", () => actions.step(1), { "aria-label": "Next page", title: "PageDown" });
    this.back = button("To the row", actions.back, { title: "the page of the row in focus", hidden: true });
    this.zoom = el("span", "al-pv-zoom");
    this.brightness = slider("Brightness", LIMITS.brightness, (brightness) => actions.light({ brightness }));
    this.contrast = slider("Contrast", LIMITS.contrast, (contrast) => actions.light({ contrast }));
    this.invert = el("input", "", {
      type: "checkbox",
      onchange: () => actions.light({ invert: this.invert.checked })
    });
    this.light = this.#light();
    this.element = el("div", "al-pv-head", {}, this.#first(), this.#second(), this.light);
  }
  #first() {
    const shut = button("Close", this.actions.shut, { title: "v or Esc" });
    const pages = el("span", "al-pv-group", {}, this.earlier, this.later, this.back);
    return el("div", "al-pv-bar", {}, this.title, pages, el("span", "al-spring"), shut);
  }
  #second() {
    const { zoom, fit, turn } = this.actions;
    const light = button("Light", () => this.#toggleLight(light), { "aria-expanded": "false" });
    return el(
      "div",
      "al-pv-bar",
      { role: "group", "aria-label": "How the page is shown" },
      button("−", () => zoom(-1), { "aria-label": "Smaller", title: "− or Ctrl+wheel" }),
      this.zoom,
      button("+", () => zoom(1), { "aria-label": "Larger", title: "+ or Ctrl+wheel" }),
      button("Width", () => fit(1), { title: "as wide as the pane; on the page: 0" }),
      button("Whole page", () => fit("page")),
      button("⟲", () => turn(-1), { "aria-label": "Turn left", title: "turn left" }),
      button("⟳", () => turn(1), { "aria-label": "Turn right", title: "turn right" }),
      light
    );
  }
  #light() {
    const reset = button(
      "As it is",
      () => this.actions.light({ brightness: 100, contrast: 100, invert: false })
    );
    return el(
      "div",
      "al-pv-bar",
      { role: "group", "aria-label": "Light", hidden: true },
      labelled2("Brightness", this.brightness),
      labelled2("Contrast", this.contrast),
      el("label", "al-option", {}, this.invert, "Invert"),
      reset
    );
  }
  /** @param {HTMLElement} opener */
  #toggleLight(opener) {
    this.light.hidden = !this.light.hidden;
    opener.setAttribute("aria-expanded", String(!this.light.hidden));
  }
  /**
   * @param {string} title
   * @param {number} page from 0
   * @param {number} count
   * @param {boolean} isAway whether it is not the page of the row in focus
   */
  showPage(title, page, count, isAway) {
    this.title.textContent = title;
    this.earlier.disabled = page <= 0;
    this.later.disabled = page >= count - 1;
    this.back.hidden = !isAway;
  }
  /**
   * @param {PageSettings} settings
   * @param {number | null} zoom of the page as it is shown, 1: as wide as the pane
   */
  showSettings({ brightness, contrast, invert }, zoom) {
    this.zoom.textContent = zoom === null ? "" : `${Math.round(zoom * 100)} %`;
    this.brightness.value = String(brightness);
    this.contrast.value = String(contrast);
    this.invert.checked = invert;
  }
};
function slider(label, [min, max], changed) {
  const made = el("input", "al-pv-slider", {
    type: "range",
    min,
    max,
    step: 5,
    "aria-label": `${label}, per cent`,
    oninput: () => changed(Number(made.value))
  });
  return made;
}
var labelled2 = (text, field2) => el("span", "al-option", {}, el("span", "", { "aria-hidden": "true" }, text), field2);

// src/screen/page-divider.js
var STEP = 0.02;
function pageDivider(share, changed) {
  const [least, most] = LIMITS.share;
  const percent2 = () => String(Math.round(share() * 100));
  const divider = el("div", "al-pv-divider", {
    role: "separator",
    tabindex: "0",
    "aria-orientation": "vertical",
    "aria-label": "Width of the page",
    "aria-valuemin": least * 100,
    "aria-valuemax": most * 100,
    "aria-valuenow": percent2()
  });
  const set = (value) => {
    changed(within(value, least, most));
    divider.setAttribute("aria-valuenow", percent2());
  };
  divider.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (by === void 0) return;
    event.preventDefault();
    event.stopPropagation();
    set(share() + by);
  });
  divider.addEventListener("pointerdown", (event) => divider.setPointerCapture(event.pointerId));
  divider.addEventListener("pointermove", (event) => {
    const around = divider.closest(".al-main")?.getBoundingClientRect();
    if (around && divider.hasPointerCapture(event.pointerId))
      set((around.right - event.clientX) / around.width);
  });
  return divider;
}

// src/model/page-words.js
var NEAR = 6;
function wordUnder2({ boxes }, { x, y }) {
  let [found, least, size] = [-1, NEAR, Number.POSITIVE_INFINITY];
  for (const [number, box] of boxes.entries()) {
    if (!box) continue;
    const [left, top, right2, bottom] = box;
    const away = Math.max(left - x, x - right2, top - y, y - bottom, 0);
    const area = (right2 - left) * (bottom - top);
    if (away < least || away === least && area < size) [found, least, size] = [number, away, area];
  }
  return found;
}
function framesOf({ boxes, lines: lines2 }, numbers) {
  const runs = [];
  for (const number of [...new Set(numbers)].sort((one, two) => one - two)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last === number - 1 && lines2[last] === lines2[number]) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => boxAround(boxesOf(run, boxes))).filter((box) => box !== null);
}
var boxesOf = (numbers, boxes) => numbers.map((number) => boxes[number]).filter((box) => box !== null);

// src/screen/page-title.js
function pageTitle(shown2, counts2) {
  if (!shown2) return "The page of the scan";
  const both = counts2.source && counts2.target;
  const of = both ? `, ${SIDE_NAMES[shown2.side].toLowerCase()}` : "";
  return `Page ${shown2.page + 1} of ${counts2[shown2.side]}${of}`;
}

// src/screen/page-focus.js
var PageFocus = class {
  /** The page, the row and the doubt that were brought into sight last. */
  revealed = "";
  /** Whether words of the row in focus stand on the page. */
  isHere = false;
  /** The box around the doubt, else around the row. @type {Box | null} */
  box = null;
  /** Whether its middle was in sight when the page was drawn last. */
  isSeen = false;
  /** @param {PageView} view */
  constructor(view) {
    this.view = view;
  }
  /** The row is brought into sight when it is framed next. */
  forget() {
    this.revealed = "";
  }
  /** Frames the words of the row in focus, the doubted ones stronger, and brings them into sight. */
  frame() {
    const { shown: shown2, sheet, store, screen } = this.view;
    const places2 = screen.row && store.rows.get(screen.row.data.id);
    if (!shown2 || !sheet.layer || !places2) return;
    const { side, page } = shown2;
    const { doubt } = screen.cursor;
    const row = framesOf(sheet.layer, wordsOn(places2, side, page));
    const doubted = doubt === null ? [] : wordsOn(places2, side, page, ({ d }) => d === doubt);
    const strong = framesOf(sheet.layer, doubted);
    sheet.frames.show("row", row);
    sheet.frames.show("doubt", strong);
    this.box = boxAround(strong.length ? strong : row);
    this.#reveal(`${side} ${page} ${places2.row} ${doubt}`, row, strong);
    this.isHere = row.length > 0;
    this.describe();
  }
  /**
   * Brings the row into sight, and in it the doubt; once.
   * @param {string} what
   * @param {Box[]} row
   * @param {Box[]} strong
   */
  #reveal(what, row, strong) {
    const { sheet } = this.view;
    if (what === this.revealed || !sheet.placing) return;
    this.revealed = what;
    sheet.reveal(boxAround(row));
    sheet.reveal(boxAround(strong));
  }
  /** The row in focus into sight: the page was turned or zoomed. */
  revealAgain() {
    this.revealed = "";
    this.frame();
  }
  /**
   * Where what is framed has its middle in the view; null where it is out of sight.
   * @returns {Point | null}
   */
  get middle() {
    const { placing, view } = this.view.sheet;
    if (!placing || !this.box) return null;
    const [left, top, right2, bottom] = boxInView(this.box, placing);
    const at = { x: (left + right2) / 2, y: (top + bottom) / 2 };
    return at.x >= 0 && at.y >= 0 && at.x <= view.width && at.y <= view.height ? at : null;
  }
  /** What is framed, in words. */
  describe() {
    const { shown: shown2, counts: counts2, sheet, foot, screen } = this.view;
    const title = pageTitle(shown2, counts2);
    const number = screen.cursor.row + 1;
    const text = screen.row && shown2 ? textOf(screen.row.data, shown2.side) : "";
    sheet.element.setAttribute(
      "aria-label",
      this.isHere ? `${title}. Framed, row ${number}: ${text}` : title
    );
    foot.textContent = this.isHere ? `Row ${number} is framed.` : `Row ${number} stands on another page.`;
  }
};

// src/screen/page-pointer.js
var CLICK = 4;
var WHEEL_ZOOM = 25e-4;
var WHEEL_UNITS = [1, 30, 400];
var PagePointer = class {
  /** Where the button went down and where the pointer was last. @type {{ from: Point, last: Point, moved: boolean } | null} */
  drag = null;
  /**
   * @param {PageSheet} sheet
   * @param {PointerActions} actions
   */
  constructor(sheet, actions) {
    this.sheet = sheet;
    this.actions = actions;
    const { element } = sheet;
    element.addEventListener("pointerdown", (event) => this.#down(event));
    element.addEventListener("pointermove", (event) => this.#move(event));
    element.addEventListener("pointerup", (event) => this.#up(event));
    element.addEventListener("pointercancel", () => this.#end());
    element.addEventListener("pointerleave", () => this.drag || actions.pointed(null));
    element.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }
  /**
   * @param {MouseEvent} event
   * @returns {Point}
   */
  #inView({ clientX, clientY }) {
    const { left, top } = this.sheet.element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }
  /** @param {MouseEvent} event */
  #onPage(event) {
    return this.sheet.placing && pointOnPage(this.#inView(event), this.sheet.placing);
  }
  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0) return;
    const at = this.#inView(event);
    this.drag = { from: at, last: at, moved: false };
    this.sheet.element.setPointerCapture(event.pointerId);
  }
  /** @param {PointerEvent} event */
  #move(event) {
    const { drag } = this;
    if (!drag) return this.actions.pointed(this.#onPage(event));
    const at = this.#inView(event);
    drag.moved ||= Math.hypot(at.x - drag.from.x, at.y - drag.from.y) > CLICK;
    if (!drag.moved) return void 0;
    this.sheet.element.classList.add("al-pv-dragged");
    this.sheet.moveBy({ x: at.x - drag.last.x, y: at.y - drag.last.y });
    drag.last = at;
    return void 0;
  }
  /** @param {PointerEvent} event */
  #up(event) {
    const { drag } = this;
    this.#end();
    const at = drag && !drag.moved ? this.#onPage(event) : null;
    if (at) this.actions.clicked(at);
  }
  #end() {
    this.drag = null;
    this.sheet.element.classList.remove("al-pv-dragged");
  }
  /** @param {WheelEvent} event */
  #wheel(event) {
    const unit = WHEEL_UNITS[event.deltaMode] ?? 1;
    const [across, down2] = [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.actions.zoomed(Math.exp(-down2 * WHEEL_ZOOM), this.#inView(event));
      return;
    }
    const by = event.shiftKey && !across ? { x: -down2, y: 0 } : { x: -across, y: -down2 };
    if (this.sheet.moveBy(by)) event.preventDefault();
  }
};

// src/screen/page-pointing.js
var MARK = "al-page-text";
function textOfWord({ grid }, store, side, page, word2) {
  for (const places2 of store.rows.values.values()) {
    const found = textAt(places2, side, page, word2);
    if (found && grid.rowById(found.row)) return found;
  }
  if (store.leftOut.get(`${side} ${page} ${word2}`) !== void 0) return null;
  store.askRowOf(side, page, word2);
  return void 0;
}
function pieceUnder(screen, store, point) {
  const { x, y } = point;
  const caret = caretAt(x, y);
  const cell = caret?.node.parentElement?.closest(".al-cell");
  const row = screen.grid.rowById(cell?.closest(".al-row")?.getAttribute("data-id") ?? "");
  if (!caret || !(cell instanceof HTMLElement) || !row) return null;
  const side = SIDES.find((one) => row.cells[one] === cell);
  const places2 = side && store.placesOf(row.data.id);
  const offset = offsetIn(cell, caret.node, caret.offset);
  const piece = places2 && offset >= 0 ? pieceAt(places2, side, offset) : null;
  return piece && side ? { row: row.data.id, side, piece } : null;
}
function markText({ grid }, place) {
  if (!globalThis.CSS?.highlights || !globalThis.Highlight) return;
  const row = place && grid.rowById(place.row);
  const range = row && place ? rangesOf(row.cells[place.where], [place])[0] : null;
  CSS.highlights.set(MARK, new Highlight(...range ? [range] : []));
}
function revealText({ grid }, place) {
  const row = grid.rowById(place.row);
  const range = row && rangesOf(row.cells[place.where], [place])[0];
  if (!row || row.element.hidden) return;
  row.element.scrollIntoView({ block: "nearest" });
  const box = (range ? liveRange(range) : row.element).getBoundingClientRect();
  const pane = grid.element.getBoundingClientRect();
  if (box.bottom > pane.bottom) grid.element.scrollTop += box.bottom - pane.bottom;
}
function goToText(screen, { row, where, doubt }) {
  const view = screen.grid.rowById(row);
  if (!view) return;
  if (view.element.hidden) {
    screen.toolbar.clearFilters();
    screen.refilter();
  }
  screen.go(view.number, { side: where, doubt });
}

// src/screen/page-hand.js
var DWELL = 250;
var PageHand = class {
  /** @type {number | undefined} */
  timer = void 0;
  /** The word of the page that is pointed at; -1: none. */
  word = -1;
  /** Whether a click went down on that word and its row is not known yet. */
  goesThere = false;
  /** The point of the window over the text that the pointer was at last. @type {Point | null} */
  overText = null;
  /** @param {PageView} view */
  constructor(view) {
    this.view = view;
    this.pointer = new PagePointer(view.sheet, {
      pointed: (at) => this.point(at),
      clicked: (at) => this.#click(at),
      zoomed: (factor, at) => this.#zoomAt(factor, at)
    });
    this.actions = {
      step: (by) => view.step(by),
      back: () => view.back(),
      zoom: (by) => this.zoom(by),
      fit: (zoom) => view.set({ zoom }),
      turn: (by) => view.set({ turn: nextTurn(view.settings.turn, by) }),
      light: (change2) => view.set(change2),
      shut: () => view.shut()
    };
  }
  /** @param {1 | -1} by steps, around what is framed, else around the middle */
  zoom(by) {
    const { sheet, focus } = this.view;
    const { width, height } = sheet.view;
    this.#zoomAt(ZOOM_STEP ** by, focus.middle ?? { x: width / 2, y: height / 2 });
  }
  /**
   * @param {number} factor
   * @param {Point} at
   */
  #zoomAt(factor, at) {
    const { sheet, settings, screen } = this.view;
    const { placing, view } = sheet;
    if (!placing) return;
    const fitting = placing.scale / zoomOf2(placing.scale, settings, placing.page, view);
    settings.zoom = within(placing.scale * factor / fitting, ...LIMITS.zoom);
    sheet.scaleTo(settings.zoom * fitting, at);
    screen.rememberPlace();
  }
  /**
   * The pointer is at a point of the page; null: at none.
   * @param {Point | null} at
   */
  point(at) {
    const { shown: shown2, sheet } = this.view;
    const word2 = at && shown2 && sheet.layer ? wordUnder2(sheet.layer, at) : -1;
    if (word2 === this.word) return;
    this.word = word2;
    this.goesThere = false;
    this.#showPointed();
  }
  /** Marks the word that is pointed at, here and in the text. */
  #showPointed() {
    const { view, word: word2 } = this;
    const { shown: shown2, sheet, screen, store } = view;
    clearTimeout(this.timer);
    const isOne = word2 >= 0 && shown2 && sheet.layer;
    sheet.element.classList.toggle("al-pv-atword", Boolean(isOne));
    sheet.frames.show("pointed", isOne && sheet.layer ? framesOf(sheet.layer, [word2]) : []);
    const place = isOne ? textOfWord(screen, store, shown2.side, shown2.page, word2) : null;
    markText(screen, place ?? null);
    if (isOne) view.foot.textContent = this.#words(place);
    else view.focus.describe();
    if (place && this.goesThere) this.#goThere(place);
    else if (place) this.timer = setTimeout(() => revealText(screen, place), DWELL);
  }
  /** @param {TextPlace | null | undefined} place */
  #words(place) {
    const { sheet, shown: shown2, store, screen } = this.view;
    const text = `“${sheet.layer?.texts[this.word]}”`;
    if (place) return `${text}: row ${screen.grid.numberOf(place.row) + 1}; a click goes there.`;
    const why = shown2 && store.leftOut.get(`${shown2.side} ${shown2.page} ${this.word}`);
    return why === void 0 || why === null ? text : `${text} is in no row: ${why}.`;
  }
  /** What was asked about a word came. */
  pointAgain() {
    if (this.word >= 0) this.#showPointed();
    else if (this.overText) this.pointText(this.overText);
  }
  /** @param {Point} at */
  #click(at) {
    this.point(at);
    if (this.word < 0) return;
    const { mode } = this.view.screen;
    if (mode && !mode.goToText) {
      this.view.screen.say("First finish what is open in the text (Enter or Esc).", true);
      return;
    }
    this.goesThere = true;
    this.#showPointed();
  }
  /** @param {TextPlace} place */
  #goThere(place) {
    this.goesThere = false;
    const { view } = this;
    if (view.covers) view.shut();
    if (view.screen.mode?.goToText) return view.screen.mode.goToText(place);
    goToText(view.screen, place);
    return markText(view.screen, place);
  }
  /**
   * The pointer is over the text, at a point of the window; null: it is not.
   * @param {Point | null} at
   */
  pointText(at) {
    const { view } = this;
    if (!view.isOpen) return;
    this.overText = at;
    clearTimeout(this.timer);
    const { shown: shown2, sheet, screen, store } = view;
    const under = at && shown2 && sheet.layer ? pieceUnder(screen, store, at) : null;
    const places2 = under?.piece.at ?? [];
    const isHere = under?.side === shown2?.side;
    const numbers = isHere ? places2.filter(([page]) => page === shown2?.page).map(([, word2]) => word2) : [];
    const frames = sheet.layer ? framesOf(sheet.layer, numbers) : [];
    sheet.frames.show("pointed", frames);
    if (frames.length) this.timer = setTimeout(() => sheet.reveal(boxAround(frames)), DWELL);
    else if (under && places2.length) this.#pointElsewhere(under.row, under.side, places2[0][0]);
    else if (this.word < 0) view.focus.describe();
  }
  /**
   * A word of the text stands on another page than the one shown: of the row in focus, that page is shown.
   * @param {string} row
   * @param {Side} side
   * @param {number} page
   */
  #pointElsewhere(row, side, page) {
    const { view } = this;
    view.foot.textContent = `This word stands on ${inSentence(pageTitle({ side, page }, view.counts))}.`;
    if (row !== view.screen.row?.data.id) return;
    this.timer = setTimeout(() => {
      view.place.browseTo(side, page);
      this.pointAgain();
    }, DWELL);
  }
  stop() {
    clearTimeout(this.timer);
  }
};
var inSentence = (title) => title[0].toLowerCase() + title.slice(1);

// src/screen/page-place.js
var WIDTH_STEP = 256;
var MOST_WIDTH = 2048;
var PagePlace = class {
  /** @param {PageView} view */
  constructor(view) {
    this.view = view;
  }
  /**
   * To the page of the row in focus.
   * @param {RowPlaces} places
   */
  goToRow(places2) {
    const { view } = this;
    const { cursor, doubt } = view.screen;
    const first = shownSide(doubt?.side ?? cursor.side, view.counts);
    if (!first) return;
    view.isAway = false;
    for (const side of [first, otherSide(first)]) {
      const page = view.counts[side] ? pageOf(places2, side, cursor.doubt) : null;
      if (page !== null) return this.#show(side, page);
    }
    this.#showNowhere(first);
  }
  /**
   * To another page.
   * @param {Side} side
   * @param {number} page
   */
  browseTo(side, page) {
    this.view.focus.forget();
    this.#show(side, page);
  }
  /**
   * The row in focus stands on no page.
   * @param {Side} side
   */
  #showNowhere(side) {
    const { view } = this;
    view.sheet.frames.clear();
    if (!view.shown) this.#show(side, 0);
    view.foot.textContent = "The row in focus stands on no page.";
  }
  /**
   * @param {Side} side
   * @param {number} page
   */
  #show(side, page) {
    const { view } = this;
    const { shown: shown2, sheet, store } = view;
    if (shown2?.side !== side || shown2.page !== page || !sheet.layer) {
      view.shown = { side, page };
      view.sharper.drop();
      sheet.layer = null;
      sheet.frames.clear();
      sheet.showPicture(null, false);
      view.element.dataset.shows = "";
      store.forgetMissing(side, page);
    }
    const layer = store.layer(side, page);
    if (layer && sheet.layer !== layer) sheet.showPage(layer);
    this.#showPicture();
    view.focus.frame();
    view.controls.showPage(pageTitle(view.shown, view.counts), page, view.counts[side] ?? 0, view.isAway);
  }
  /** The picture of the page, as far as it is there; its words in its place where it is missing. */
  #showPicture() {
    const { shown: shown2, store, sheet, note, element } = this.view;
    if (!shown2) return;
    const picture2 = store.picture(shown2.side, shown2.page, this.#width());
    const missing = Boolean(picture2 && !picture2.image);
    if (missing || sheet.image !== (picture2?.image ?? null))
      sheet.showPicture(picture2?.image ?? null, missing);
    note.textContent = missing ? `${sentence(picture2?.trouble ?? "")} The words are drawn where they stand.` : "";
    note.hidden = !missing;
    const drawn = missing ? "text" : "picture";
    element.dataset.shows = picture2 && sheet.layer ? drawn : "";
    sheet.element.setAttribute("aria-busy", String(!picture2));
    if (picture2) this.#prefetch();
  }
  /** The width at which a picture is asked for. */
  #width() {
    const { sheet, settings } = this.view;
    const zoom = settings.zoom === "page" ? 1 : Math.max(settings.zoom, 1);
    const shape = settings.turn % 180 ? 1.42 : 1;
    const wanted = sheet.view.width * zoom * shape * (globalThis.devicePixelRatio || 1);
    return Math.min(Math.ceil(Math.max(wanted, 1) / WIDTH_STEP) * WIDTH_STEP, MOST_WIDTH);
  }
  /**
   * Where the line of the row is known already, its page is asked for along with the places of its words.
   * @param {string} row
   */
  askAhead(row) {
    const { store, screen, counts: counts2 } = this.view;
    const side = shownSide(screen.doubt?.side ?? screen.cursor.side, counts2);
    const line2 = side && !store.rows.get(row) && screen.pictures.linesNow(row)?.sides[side]?.[0];
    if (side && line2) this.#prefetchPage(side, line2.page);
  }
  /** Asks for what is shown next: the next row, the next that needs review, the next page. */
  #prefetch() {
    const { shown: shown2, store, counts: counts2, screen } = this.view;
    const { rows: rows2 } = screen.grid;
    const needing = findRow(rows2, screen.cursor.row, 1, ({ data }) => data.needs);
    for (const row of [rows2[needing], rows2[screen.cursor.row + 1]]) if (row) store.placesOf(row.data.id);
    const places2 = rows2[needing] && store.rows.get(rows2[needing].data.id);
    if (!shown2) return;
    const ahead = places2 && pageOf(places2, shown2.side, null);
    for (const page of /* @__PURE__ */ new Set([ahead ?? shown2.page, shown2.page + 1]))
      if (page !== shown2.page && page < (counts2[shown2.side] ?? 0)) this.#prefetchPage(shown2.side, page);
  }
  /**
   * @param {Side} side
   * @param {number} page
   */
  #prefetchPage(side, page) {
    this.view.store.layer(side, page);
    this.view.store.picture(side, page, this.#width());
  }
  /** @param {PageLayerMessage} message */
  receiveLayer(message) {
    const { view } = this;
    view.store.receiveLayer(message);
    if (!isShown(view, message)) return;
    this.#show(message.side, message.page);
    view.hand.pointAgain();
  }
  /** @param {PageMessage} message */
  async receivePicture(message) {
    const { view } = this;
    await view.store.receivePicture(message);
    if (isShown(view, message)) this.#showPicture();
  }
  /** @param {PlacesMessage} message */
  receivePlaces(message) {
    const { view } = this;
    view.store.receivePlaces(message);
    if (message.row !== null && message.row === view.screen.row?.data.id) view.follow();
    view.hand.pointAgain();
  }
  /** The page was drawn at another place or scale. */
  moved() {
    const { shown: shown2, sheet, store, controls, settings, sharper } = this.view;
    const { placing } = sheet;
    this.view.focus.isSeen = this.view.focus.middle !== null;
    controls.showSettings(settings, placing && zoomOf2(placing.scale, settings, placing.page, sheet.view));
    const picture2 = shown2 && store.pictures.values.get(`${shown2.side} ${shown2.page}`);
    if (shown2 && picture2?.image) sharper.moved(shown2.side, shown2.page, picture2.image.naturalWidth);
  }
};
var isShown = ({ isOpen: isOpen2, shown: shown2 }, { side, page }) => isOpen2 && shown2?.side === side && shown2.page === page;
var sentence = (text) => /[.!?]$/.test(text) ? text : `${text}.`;

// src/screen/page-images.js
async function imageOf(url) {
  const image = new Image();
  image.alt = "";
  image.draggable = false;
  image.src = url;
  try {
    await image.decode();
    return image;
  } catch {
    releaseImage(image);
    return null;
  }
}
function releaseImage(image) {
  if (!image) return;
  URL.revokeObjectURL(image.src);
  image.remove();
}

// src/screen/page-sharper.js
var AFTER = 150;
var WORTH = 1.2;
var MOST_PIXELS = 8e6;
var SharperPart = class {
  /** @type {number | undefined} */
  timer = void 0;
  /** What was asked for last. @type {PartOfPage | null} */
  wanted = null;
  /** @type {HTMLImageElement | null} */
  image = null;
  /**
   * @param {Screen} screen
   * @param {PageSheet} sheet
   */
  constructor(screen, sheet) {
    this.screen = screen;
    this.sheet = sheet;
  }
  /**
   * The page was moved or zoomed.
   * @param {Side} side
   * @param {number} page
   * @param {number} width of the picture of the whole page, in pixels
   */
  moved(side, page, width) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#ask(side, page, width), AFTER);
  }
  /**
   * @param {Side} side
   * @param {number} page
   * @param {number} width
   */
  #ask(side, page, width) {
    const { placing, view } = this.sheet;
    if (!placing) return;
    const box = partInSight(placing, view);
    const scale = Math.min(placing.scale * (globalThis.devicePixelRatio || 1), 1);
    if (!box || scale < width / placing.page.width * WORTH || this.#hasIt(side, page, box, scale)) return;
    this.wanted = { side, page, box, scale: scaleFor2(box, scale) };
    this.screen.send({ do: "picture", ...this.wanted });
  }
  /**
   * @param {Side} side
   * @param {number} page
   * @param {Box} box
   * @param {number} scale
   */
  #hasIt(side, page, box, scale) {
    const { wanted } = this;
    if (wanted?.side !== side || wanted.page !== page || wanted.scale * WORTH < scaleFor2(box, scale))
      return false;
    const [left, top, right2, bottom] = wanted.box;
    return left <= box[0] && top <= box[1] && right2 >= box[2] && bottom >= box[3];
  }
  /**
   * @param {PartMessage} message
   * @returns {boolean} whether it was asked for here
   */
  receive({ side, page, box, scale, url }) {
    const { wanted } = this;
    const isIt = wanted?.side === side && wanted.page === page && wanted.scale === scale && `${wanted.box}` === `${box}`;
    if (isIt && url) this.#show(wanted, url);
    return isIt;
  }
  /**
   * @param {PartOfPage} part
   * @param {string} url
   */
  async #show(part, url) {
    const image = await imageOf(url);
    if (!image || part !== this.wanted) return releaseImage(image);
    releaseImage(this.image);
    this.image = image;
    return this.sheet.showSharper(image, part.box);
  }
  /** Another page is shown: the part is of no use any more. */
  drop() {
    clearTimeout(this.timer);
    releaseImage(this.image);
    this.image = null;
    this.wanted = null;
  }
};
var scaleFor2 = ([left, top, right2, bottom], scale) => Math.min(scale, Math.sqrt(MOST_PIXELS / ((right2 - left) * (bottom - top))));

// src/model/page-moves.js
var MARGIN2 = 0.12;
function settled(placing, view) {
  const { width, height } = turnedSize(placing.page, placing.turn);
  const [across, down2] = [width * placing.scale, height * placing.scale];
  return {
    ...placing,
    x: across <= view.width ? (view.width - across) / 2 : within(placing.x, view.width - across, 0),
    y: down2 <= view.height ? (view.height - down2) / 2 : within(placing.y, view.height - down2, 0)
  };
}
function scaled(placing, view, scale, at) {
  const kept = pointOnPage(at, placing);
  return withPointAt({ ...placing, scale }, view, kept, at);
}
function turnedTo(placing, view, turn, scale) {
  const middle = { x: view.width / 2, y: view.height / 2 };
  return withPointAt({ ...placing, turn, scale }, view, pointOnPage(middle, placing), middle);
}
function withPointAt(placing, view, onPage, inView) {
  const now = pointInView(onPage, placing);
  return movedBy(placing, view, { x: inView.x - now.x, y: inView.y - now.y });
}
var movedBy = (placing, view, by) => settled({ ...placing, x: placing.x + by.x, y: placing.y + by.y }, view);
function revealed(placing, view, box) {
  const [left, top, right2, bottom] = boxInView(box, placing);
  const x = shiftInto(left, right2, view.width);
  const y = shiftInto(top, bottom, view.height);
  return movedBy(placing, view, { x, y });
}
function shiftInto(start, stop, length) {
  const margin = Math.max(Math.min(length * MARGIN2, (length - (stop - start)) / 2), 0);
  if (start < margin || stop - start > length) return margin - start;
  return stop > length - margin ? length - margin - stop : 0;
}

// src/screen/page-frames.js
var PageFrames = class {
  /** How the page lies. @type {Placing | null} */
  placing = null;
  /** The boxes that are framed. @type {Record<FrameKind, Box[]>} */
  boxes = { row: [], doubt: [], pointed: [] };
  constructor() {
    const group = (kind) => el("div", `al-pv-${kind}`);
    this.groups = { row: group("row"), doubt: group("doubt"), pointed: group("pointed") };
    this.element = el("div", "al-pv-frames", { "aria-hidden": "true" }, ...Object.values(this.groups));
  }
  /** @param {Placing} placing */
  place(placing) {
    this.placing = placing;
    for (
      const kind of
      /** @type {FrameKind[]} */
      Object.keys(this.groups)
    ) this.#lay(kind);
  }
  /**
   * @param {FrameKind} kind
   * @param {Box[]} boxes
   */
  show(kind, boxes) {
    this.boxes[kind] = boxes;
    this.groups[kind].replaceChildren(...boxes.map(() => el("div", "al-pv-frame")));
    this.#lay(kind);
  }
  /** @param {FrameKind} kind */
  #lay(kind) {
    const { placing } = this;
    if (!placing) return;
    for (const [n, frame2] of [...this.groups[kind].children].entries())
      if (frame2 instanceof HTMLElement) lay(frame2, boxInView(this.boxes[kind][n], placing));
  }
  clear() {
    for (
      const kind of
      /** @type {FrameKind[]} */
      Object.keys(this.groups)
    ) this.show(kind, []);
  }
};
function lay({ style }, [left, top, right2, bottom]) {
  style.transform = `translate(${left}px, ${top}px)`;
  style.width = `${right2 - left}px`;
  style.height = `${bottom - top}px`;
}

// src/screen/page-text-layer.js
var LETTERS = 0.78;
var LEGIBLE = 4;
function drawTextLayer(canvas, view, layer, placing) {
  const dense = globalThis.devicePixelRatio || 1;
  const context = canvas.getContext("2d");
  if (!context) return;
  canvas.width = view.width * dense;
  canvas.height = view.height * dense;
  const [a, b, c, d, e, f] = matrixOf(placing);
  context.setTransform(a * dense, b * dense, c * dense, d * dense, e * dense, f * dense);
  context.fillStyle = "#fff";
  context.fillRect(0, 0, layer.size.width, layer.size.height);
  context.textBaseline = "middle";
  for (const [number, box] of layer.boxes.entries())
    if (box && isInSight(box, placing, view)) drawWord(context, layer.texts[number], box, placing.scale);
}
function isInSight(box, placing, view) {
  const [left, top, right2, bottom] = boxInView(box, placing);
  return right2 > 0 && bottom > 0 && left < view.width && top < view.height;
}
function drawWord(context, text, [left, top, right2, bottom], scale) {
  const [width, height] = [right2 - left, bottom - top];
  context.fillStyle = "#eef0f3";
  context.fillRect(left, top, width, height);
  if (height * scale < LEGIBLE) return;
  context.fillStyle = "#16191d";
  context.font = `${height * LETTERS}px sans-serif`;
  context.fillText(text, left, (top + bottom) / 2, width);
}

// src/screen/page-sheet.js
var PageSheet = class {
  /** @type {PageLayer | null} */
  layer = null;
  /** How the page lies. @type {Placing | null} */
  placing = null;
  /**
   * The size of the view: to ask the browser for it at each move would lay out all that has changed.
   * @type {Size}
   */
  view = { width: 0, height: 0 };
  /** The picture of the page. @type {HTMLImageElement | null} */
  image = null;
  /** Whether the words are drawn in the place of the picture. */
  drawsText = false;
  /** @type {number | undefined} */
  frame = void 0;
  /**
   * @param {PageSettings} settings changed by the pane, read here
   * @param {{ moved(): void, resized(): void }} listener `moved`: the page was drawn at another place or scale
   */
  constructor(settings, listener) {
    this.settings = settings;
    this.listener = listener;
    this.pictures = el("div", "al-pv-pictures");
    this.sharper = el("div", "al-pv-pictures");
    this.text = el("canvas", "al-pv-text", { hidden: true });
    this.frames = new PageFrames();
    this.element = el(
      "div",
      "al-pv-view",
      { tabindex: "0", role: "group", "aria-roledescription": "page" },
      this.pictures,
      this.sharper,
      this.text,
      this.frames.element
    );
    this.resized = new ResizeObserver(() => {
      this.measure();
      this.refit();
      listener.resized();
    });
    this.resized.observe(this.element);
  }
  /** Takes the size of the view. */
  measure() {
    this.view = { width: this.element.clientWidth, height: this.element.clientHeight };
  }
  /**
   * Shows another page, from its upper left corner.
   * @param {PageLayer} layer
   */
  showPage(layer) {
    this.layer = layer;
    this.placing = null;
    this.frames.placing = null;
    this.refit();
  }
  /**
   * @param {HTMLImageElement | null} image
   * @param {boolean} asText whether the words are drawn in its place
   */
  showPicture(image, asText) {
    this.image = image;
    this.pictures.replaceChildren(...image ? [image] : []);
    this.sharper.replaceChildren();
    this.drawsText = asText;
    this.text.hidden = !asText;
    this.#drawSoon();
  }
  /** Lays the page anew: the view has another size, or the zoom was set. */
  refit() {
    const { layer, view, settings, placing } = this;
    if (!layer || !view.width || !view.height) return;
    const page = layer.size;
    const scale = scaleOf(settings, page, view);
    if (!placing) this.#place(settled({ page, turn: settings.turn, scale, x: 0, y: 0 }, view));
    else if (placing.turn !== settings.turn) this.#place(turnedTo(placing, view, settings.turn, scale));
    else this.#place(scaled(placing, view, scale, { x: view.width / 2, y: view.height / 2 }));
  }
  /**
   * The page larger or smaller; what is at a point of the view stays there.
   * @param {number} scale
   * @param {Point} at
   */
  scaleTo(scale, at) {
    if (this.placing) this.#place(scaled(this.placing, this.view, scale, at));
  }
  /**
   * @param {Point} by
   * @returns {boolean} whether it could be moved
   */
  moveBy(by) {
    const before = this.placing;
    if (!before) return false;
    const after = movedBy(before, this.view, by);
    this.#place(after);
    return after.x !== before.x || after.y !== before.y;
  }
  /** @param {Box | null} box */
  reveal(box) {
    if (this.placing && box) this.#place(revealed(this.placing, this.view, box));
  }
  /** @param {Placing} placing */
  #place(placing) {
    this.placing = placing;
    this.#drawSoon();
  }
  /** Draws once before the next picture of the screen. */
  #drawSoon() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = void 0;
      this.draw();
    });
  }
  draw() {
    const { placing, layer, settings } = this;
    if (!placing || !layer) return;
    const matrix = `matrix(${matrixOf(placing).join(", ")})`;
    for (const holder of [this.pictures, this.sharper]) {
      Object.assign(holder.style, { ...pixels(layer.size), transform: matrix, filter: filterOf(settings) });
    }
    this.element.classList.toggle("al-pv-inverted", settings.invert && !this.drawsText);
    this.frames.place(placing);
    if (this.drawsText) drawTextLayer(this.text, this.view, layer, placing);
    this.listener.moved();
  }
  /**
   * Draws a part of the page over its picture.
   * @param {HTMLImageElement} image
   * @param {Box} box
   */
  showSharper(image, [left, top, right2, bottom]) {
    Object.assign(image.style, {
      left: `${left}px`,
      top: `${top}px`,
      ...pixels({ width: right2 - left, height: bottom - top })
    });
    this.sharper.replaceChildren(image);
  }
  close() {
    this.resized.disconnect();
    cancelAnimationFrame(this.frame ?? 0);
  }
};
var pixels = ({ width, height }) => ({ width: `${width}px`, height: `${height}px` });

// src/model/kept-few.js
var KeptFew = class {
  /**
   * @param {number} most
   * @param {(value: V) => void} release called with each value that goes
   */
  constructor(most, release) {
    this.most = most;
    this.release = release;
    this.values = /* @__PURE__ */ new Map();
  }
  /**
   * A value, as one that was used just now.
   * @param {string} key
   * @returns {V | undefined}
   */
  get(key) {
    const value = this.values.get(key);
    if (value === void 0) return void 0;
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }
  /**
   * @param {string} key
   * @param {V} value
   */
  set(key, value) {
    this.delete(key);
    this.values.set(key, value);
    for (const oldest of this.values.keys()) {
      if (this.values.size <= this.most) break;
      this.delete(oldest);
    }
  }
  /** @param {string} key */
  delete(key) {
    const value = this.values.get(key);
    this.values.delete(key);
    if (value !== void 0) this.release(value);
  }
  clear() {
    for (const key of [...this.values.keys()]) this.delete(key);
  }
};

// src/screen/page-store.js
var MOST_PICTURES = 4;
var MOST_LAYERS = 12;
var MOST_ROWS = 400;
var pageKey = (side, page) => `${side} ${page}`;
var PageStore = class {
  /** What was asked for and has not come. @type {Map<string, number>} */
  asked = /* @__PURE__ */ new Map();
  /** Pictures that came and are not decoded yet. @type {Set<string>} */
  decoding = /* @__PURE__ */ new Set();
  /** @type {KeptFew<PageLayer>} */
  layers = new KeptFew(MOST_LAYERS, () => {
  });
  /** @type {KeptFew<PagePicture>} */
  pictures = new KeptFew(MOST_PICTURES, ({ image }) => releaseImage(image));
  /** @type {KeptFew<RowPlaces>} */
  rows = new KeptFew(MOST_ROWS, () => {
  });
  /** Words that no row holds, and why. @type {KeptFew<string>} */
  leftOut = new KeptFew(MOST_ROWS, () => {
  });
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
  }
  /**
   * The words of a page; null: they are asked for.
   * @param {Side} side
   * @param {number} page
   */
  layer(side, page) {
    const found = this.layers.get(pageKey(side, page));
    if (!found) this.#ask(`layer ${pageKey(side, page)}`, { do: "page-layer", side, page });
    return found ?? null;
  }
  /**
   * The picture of a page; null: it is asked for.
   * @param {Side} side
   * @param {number} page
   * @param {number} width in pixels
   */
  picture(side, page, width) {
    const found = this.pictures.get(pageKey(side, page));
    if (!found) this.#ask(`picture ${pageKey(side, page)}`, { do: "page", side, page, width });
    return found ?? null;
  }
  /**
   * The places of a row; null: they are asked for.
   * @param {string} row
   */
  placesOf(row) {
    const found = this.rows.get(row);
    if (!found) this.#ask(`row ${row}`, { do: "places", row });
    return found ?? null;
  }
  /**
   * Asks for the row that holds a word of a page.
   * @param {Side} side
   * @param {number} page
   * @param {number} word
   */
  askRowOf(side, page, word2) {
    this.#ask(`word ${pageKey(side, page)} ${word2}`, { do: "places", side, page, word: word2 });
  }
  /**
   * @param {string} key
   * @param {PageQuery | { do: "page", side: Side, page: number, width: number }} message
   */
  #ask(key, message) {
    const { connection } = this.screen;
    const number = this.asked.get(key);
    const waits = number !== void 0 && connection.messenger.unanswered.has(number);
    if (waits || this.decoding.has(key) || connection.lost) return;
    this.screen.send(message);
    this.asked.set(key, connection.messenger.number);
  }
  /** @param {PageLayerMessage} message */
  receiveLayer({ side, page, width, height, words }) {
    this.layers.set(pageKey(side, page), {
      size: { width, height },
      texts: words.map(([text]) => text),
      lines: words.map(([, line2]) => line2),
      boxes: words.map(([, , box]) => box)
    });
  }
  /**
   * Keeps the picture when it can be drawn without delay.
   * @param {PageMessage} message
   */
  async receivePicture({ side, page, trouble = "", url }) {
    const key = `picture ${pageKey(side, page)}`;
    this.decoding.add(key);
    const image = url ? await imageOf(url) : null;
    this.decoding.delete(key);
    const why = trouble || (image ? "" : "The picture cannot be drawn.");
    this.pictures.set(pageKey(side, page), { image, trouble: why });
  }
  /**
   * A picture that was missing may be there by now: it is asked for again.
   * @param {Side} side
   * @param {number} page
   */
  forgetMissing(side, page) {
    const key = pageKey(side, page);
    if (this.pictures.get(key)?.trouble) this.pictures.delete(key);
  }
  /** @param {PlacesMessage} message */
  receivePlaces(message) {
    if (message.row !== null) this.rows.set(message.row, message);
    else this.leftOut.set(`${message.side} ${message.page} ${message.word}`, message.why);
  }
  /**
   * Rows changed: their places are asked for again when they are needed.
   * @param {string[]} rows
   */
  forget(rows2) {
    for (const row of rows2) this.rows.delete(row);
    this.leftOut.clear();
  }
  /** Releases all pictures. */
  close() {
    this.pictures.clear();
  }
};

// src/screen/page-view.js
var NOT_HERE = "Whole pages are shown in the notebook: this file does not hold them.";
var NO_PAGES = "This document was not read from pages: there is no page to show.";
var PageView = class {
  /** How many pages each side has. @type {Partial<Record<Side, number>>} */
  counts = {};
  /** The page that is shown. @type {{ side: Side, page: number } | null} */
  shown = null;
  /** Whether the reviewer went to another page than that of the row in focus. */
  isAway = false;
  /** Whether the pane lies over the text, where there is no room beside it. */
  covers = false;
  /** The row and the doubt whose page was shown last. */
  followed = "";
  /**
   * @param {Screen} screen
   * @param {Partial<PageSettings>} [kept]
   */
  constructor(screen, kept) {
    this.screen = screen;
    this.settings = settingsFrom(kept);
    this.store = new PageStore(screen);
    this.sheet = new PageSheet(this.settings, {
      moved: () => this.place.moved(),
      resized: () => {
        this.#keepInSight();
        coverText(this);
      }
    });
    this.sharper = new SharperPart(screen, this.sheet);
    this.place = new PagePlace(this);
    this.focus = new PageFocus(this);
    this.hand = new PageHand(this);
    this.controls = new PageControls(this.hand.actions);
    this.note = el("p", "al-pv-note", { role: "status", hidden: true });
    this.foot = el("p", "al-pv-foot");
    const divider = pageDivider(
      () => this.settings.share,
      (share) => this.set({ share })
    );
    const name = { "aria-label": "The page of the scan", hidden: true };
    const parts = [divider, this.controls.element, this.note, this.sheet.element, this.foot];
    this.element = el("section", "al-pageview", name, ...parts);
  }
  get isOpen() {
    return !this.element.hidden;
  }
  /**
   * What the document has: pages on either side, or none.
   * @param {Sides} sides
   */
  offer(sides) {
    this.counts = { source: sides.source?.pages, target: sides.target?.pages };
    const has = Boolean(this.counts.source || this.counts.target) && !this.screen.local;
    this.screen.toolbar.pageButton.hidden = !has;
  }
  /** Opens the pane at the page of the row in focus, or shuts it. */
  toggle() {
    const { screen } = this;
    if (this.isOpen) return this.shut();
    if (screen.local) return screen.say(NOT_HERE, true);
    if (!shownSide(screen.cursor.side, this.counts)) return screen.say(NO_PAGES, true);
    this.element.hidden = false;
    this.set({});
    this.follow();
    coverText(this);
    if (!this.covers) return void 0;
    return screen.main.scrollIntoView({ block: "nearest" });
  }
  shut() {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.hand.point(null);
    coverText(this);
    this.screen.root.classList.remove("al-pv-open");
    refocus(this.screen);
  }
  /**
   * Changes how the page is shown; the change is remembered.
   * @param {Partial<PageSettings>} change
   */
  set(change2) {
    Object.assign(this.settings, change2);
    this.screen.root.style.setProperty("--al-pv-share", String(this.settings.share));
    this.screen.root.classList.add("al-pv-open");
    this.sheet.measure();
    this.sheet.refit();
    if (change2.turn !== void 0 || change2.zoom !== void 0) this.focus.revealAgain();
    else this.#keepInSight();
    this.sheet.draw();
    this.screen.rememberPlace();
  }
  /** The view has another size: what was in sight of the row in focus stays there. */
  #keepInSight() {
    if (this.focus.isSeen || !this.focus.revealed) this.focus.revealAgain();
  }
  /** The cursor moved: the page of its row is shown, its words are framed. */
  follow() {
    const { screen } = this;
    if (!this.isOpen || !screen.row) return;
    if (this.covers) this.sheet.element.focus({ preventScroll: true });
    this.place.askAhead(screen.row.data.id);
    const places2 = this.store.placesOf(screen.row.data.id);
    if (!places2) return;
    const at = `${screen.row.data.id} ${screen.cursor.doubt}`;
    const stays = this.isAway && at === this.followed;
    this.followed = at;
    if (stays) this.focus.frame();
    else this.place.goToRow(places2);
  }
  /** To the page of the row in focus, from wherever the reviewer is. */
  back() {
    this.isAway = false;
    this.focus.forget();
    this.follow();
    if (this.covers) this.sheet.element.focus({ preventScroll: true });
    else refocus(this.screen);
  }
  /**
   * Shows another page than that of the row.
   * @param {1 | -1} by
   */
  step(by) {
    const { shown: shown2 } = this;
    const page = (shown2?.page ?? 0) + by;
    if (!shown2 || page < 0 || page >= (this.counts[shown2.side] ?? 0)) return;
    this.isAway = true;
    const pressed2 = document.activeElement;
    this.place.browseTo(shown2.side, page);
    if (pressed2?.matches(":disabled")) this.sheet.element.focus({ preventScroll: true });
  }
  /** The keys to the page, or back to the text. */
  swapFocus() {
    if (!this.isOpen) this.toggle();
    if (!this.isOpen) return;
    if (this.element.contains(document.activeElement) && !this.covers) refocus(this.screen);
    else this.sheet.element.focus({ preventScroll: true });
  }
  /**
   * @param {PagesAnswer | PageAnswer} message
   * @returns {boolean} whether it was for this pane
   */
  receive(message) {
    if (message.is === "picture") return this.sharper.receive(message);
    if (message.is === "strips") return false;
    if (message.is === "page") this.place.receivePicture(message);
    else if (message.is === "page-layer") this.place.receiveLayer(message);
    else this.place.receivePlaces(message);
    return true;
  }
  /** Stops all timers and gives the memory of the pictures back. */
  close() {
    this.hand.stop();
    this.sharper.drop();
    this.sheet.close();
    this.store.close();
  }
};

// src/screen/why.js
var FULL2 = 8;
function drawWhy({ confidence, suggestions }) {
  const [best] = suggestions;
  return el(
    "div",
    "al-numbers",
    { role: "group", "aria-label": "Why?" },
    confidence === void 0 ? null : line("Something is wrong here", percent(confidence)),
    ...suggestions.map((one) => line(one.t ? `«${shortened(one.t)}»` : "to delete it", percent(one.c))),
    best?.w ? el("p", "al-quiet", {}, "In the translation: ", ...documentText(`“${best.w}”`)) : null,
    ...best?.e?.length ? drawContributions(best.e) : []
  );
}
function drawPairNumbers({ confidence, score, cells }) {
  if (confidence === void 0) return null;
  const paired = cells.source.length > 0 && cells.target.length > 0;
  return el(
    "div",
    "al-numbers",
    { role: "group", "aria-label": "Why this pair?" },
    line(paired ? "These two belong together" : "This has no partner", percent(confidence)),
    score === void 0 ? null : line("Likeness in meaning (0 to 1)", fraction(score))
  );
}
var line = (text, number) => el("p", "al-number-line", {}, ...documentText(text), el("span", "al-figure", {}, number));
function drawContributions(contributions) {
  const rows2 = contributions.map(
    ([label, points]) => el(
      "tr",
      "",
      {},
      el("th", "", { scope: "row" }, label),
      el("td", "al-barcell", { "aria-hidden": "true" }, bar(points)),
      el("td", "al-figure", {}, signed(points))
    )
  );
  return [
    el(
      "table",
      "al-contributions",
      { "aria-label": "What speaks for the first suggestion" },
      el("tbody", "", {}, ...rows2)
    ),
    el(
      "p",
      "al-quiet",
      {},
      "+ speaks for the first suggestion, − against it. Each point makes it 2.7 times likelier."
    )
  ];
}
function bar(points) {
  const made = el("span", `al-bar ${points < 0 ? "al-bar-against" : ""}`);
  made.style.inlineSize = `${Math.min(Math.abs(points) / FULL2, 1) * 100}%`;
  return made;
}

// src/screen/card.js
var SHORT = 32;
var SHOWN = 72;
function drawCard(screen, doubt) {
  const chosen = doubt.id === screen.cursor.doubt;
  const open2 = doubt.state === "open";
  const name = `al-card${chosen ? " al-card-chosen" : ""}${open2 ? "" : " al-card-settled"}`;
  const onmousedown = chosen ? null : (event) => choose(screen, doubt, event);
  const card = el(
    "div",
    name,
    { "data-card": doubt.id, "data-kind": doubt.kind, onmousedown },
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
var errorWords = (sure) => sure === "please look" ? sure : `${sure === "sure" ? "surely" : sure} wrong`;
var openHead = (doubt) => el(
  "div",
  "al-cardhead",
  {},
  drawText2(doubt),
  el("span", "al-kind", {}, doubt.word),
  doubt.sure ? el("span", "al-sureness", { title: SURENESS }, errorWords(doubt.sure)) : null
);
var SURENESS = "how sure it is that something is wrong here";
var drawText2 = ({ text, kind }) => text.length > SHORT ? el("span", "al-cardtext al-plain", { title: text }, ...documentText(shortened(text, SHOWN))) : el("span", `al-cardtext al-mark ${familyOf(kind)} al-open`, {}, ...documentText(text));
function settledHead(doubt) {
  const correction = doubt.reading === void 0 ? "" : ` → ${shortened(doubt.reading || "nothing", SHOWN)}`;
  return el(
    "div",
    "al-cardhead",
    {},
    el("span", "al-read", {}, ...documentText(shortened(doubt.text, SHOWN)), correction),
    el("span", "al-kind", {}, decisionOn(doubt))
  );
}
var openAgainButton = (screen, doubt) => choice({
  key: shortcutOf("undecide"),
  text: "open again",
  act: () => screen.decide({ do: "undecide", doubt: doubt.id })
});
var openBody = (screen, doubt) => [
  el("p", "al-reason", {}, doubt.reason),
  ...drawMain(screen, doubt),
  ...doubt.suggestions.slice(1).map((one, n) => drawSuggestion(screen, one, n + 1)),
  el("div", "al-buttons", {}, ...smallButtons(screen, doubt)),
  ...screen.panel.whyOpen ? [drawWhy(doubt)] : []
];
function drawMain(screen, doubt) {
  if (doubt.suggestions.length) return [drawSuggestion(screen, doubt.suggestions[0], 0)];
  const [action, text] = doubt.kind === "layout.moved" ? ["accept", "it stands in the right place"] : ["reject", "it stays as it is"];
  return [mainButton({ key: shortcutOf(action), text, act: () => screen.act(action), name: action })];
}
var drawSuggestion = (screen, { t, sure }, n) => el(
  "button",
  `al-suggestion${n ? "" : " al-main-action"}`,
  {
    type: "button",
    "data-reading": t,
    "data-act": `pick-${n}`,
    onclick: () => screen.act("pick", String(n + 1))
  },
  el("kbd", "", {}, n ? String(n + 1) : shortcutOf("accept")),
  el(
    "span",
    "",
    {},
    ...t ? [el("span", "al-new", {}, ...documentText(t)), n ? null : " — take it"] : ["delete it"]
  ),
  sure ? el("span", "al-sureness", {}, sure) : null
);
var mainButton = ({ key, text, act: act2, name }) => el(
  "button",
  "al-suggestion al-main-action",
  { type: "button", "data-act": name, onclick: act2 },
  el("kbd", "", {}, key),
  el("span", "", {}, text)
);
var choice = ({ key, text, act: act2, name }) => el(
  "button",
  "al-button al-choice",
  { type: "button", "data-act": name, onclick: act2 },
  el("kbd", "", {}, key),
  text
);
function smallButtons(screen, doubt) {
  const acts = (action, text) => choice({ key: shortcutOf(action), text, act: () => screen.act(action), name: action });
  const more = MORE.filter(([action]) => applies(action, doubt)).map(([action, text]) => ({
    text,
    key: shortcutOf(action),
    act: () => screen.act(action)
  }));
  return [
    doubt.suggestions.length ? acts("reject", "stays as it is") : null,
    applies("edit", doubt) ? acts("edit", "type it") : null,
    more.length ? menuButton("More", more, "more") : null,
    whyButton(screen)
  ];
}
var MORE = [
  ["right", "A right word, in the whole project"],
  ["accept-all", "Take the first suggestion everywhere …"],
  ["reject-all", "It stays as it is everywhere …"]
];
var whyButton = (screen) => el(
  "button",
  "al-button al-choice",
  {
    type: "button",
    "data-act": "why",
    "aria-expanded": String(screen.panel.whyOpen),
    title: "the numbers behind it",
    onclick: () => screen.act("why")
  },
  el("kbd", "", {}, shortcutOf("why")),
  "why?"
);

// src/screen/panel.js
var Panel = class {
  constructor() {
    this.element = el("aside", "al-panel", { "aria-label": "The row in focus" });
    this.commentField = null;
    this.drawn = { row: "", comment: "" };
    this.whyOpen = false;
    this.waiting = null;
    this.element.addEventListener("focusout", () => setTimeout(() => this.#drawWaiting()));
  }
  #drawWaiting() {
    if (!this.#menu()) this.waiting?.();
  }
  #menu() {
    return this.element.querySelector(".al-menu-open");
  }
  /**
   * Draws the row in focus; a comment that is being typed stays.
   * @param {Screen} screen
   */
  draw(screen) {
    const { row } = screen;
    this.waiting = this.#menu() ? () => this.draw(screen) : null;
    if (!row || this.waiting) return;
    const held = this.#heldAction();
    const typed = document.activeElement === this.commentField ? this.commentField?.value : void 0;
    this.drawn = { row: row.data.id, comment: row.data.comment ?? "" };
    const field2 = drawCommentField(this.drawn.comment, () => {
      if (field2 === this.commentField) this.sendComment(screen);
    });
    this.commentField = field2;
    this.element.replaceChildren(...drawRow(screen, row, field2).filter((part) => part !== null));
    this.element.querySelector(".al-card-chosen")?.scrollIntoView({ block: "nearest" });
    if (held) this.#hold(held);
    if (typed === void 0) return;
    field2.value = typed;
    field2.focus();
  }
  /** What the button in focus is for; undefined where none has it. */
  #heldAction() {
    const active = document.activeElement;
    return active && this.element.contains(active) ? active.getAttribute("data-act") ?? void 0 : void 0;
  }
  /**
   * Gives the focus to the button for the same as before.
   * @param {string} action
   */
  #hold(action) {
    const same = this.element.querySelector(`[data-act="${action}"]`);
    if (same instanceof HTMLElement) same.focus({ preventScroll: true });
  }
  /**
   * Shows or hides the numbers behind the row and its doubts.
   * @param {Screen} screen
   */
  toggleWhy(screen) {
    this.whyOpen = !this.whyOpen;
    this.draw(screen);
    this.element.querySelector(".al-numbers")?.scrollIntoView({ block: "nearest" });
  }
  /**
   * Sends the comment where it was changed.
   * @param {Screen} screen
   */
  sendComment(screen) {
    const text = this.commentField?.value ?? "";
    if (text === this.drawn.comment) return;
    if (screen.decide({ do: "comment", row: this.drawn.row, text })) this.drawn.comment = text;
  }
};
function drawRow(screen, row, commentField) {
  const doubts = row.data.doubts ?? [];
  const why = openReason(row.data);
  const places2 = Object.values(row.detail?.where ?? {});
  return [
    drawHead(row),
    ...why ? [el("p", "al-whybox", {}, why)] : [],
    ...partnerButton(screen, row),
    ...screen.panel.whyOpen ? [drawPairNumbers(row.data)] : [],
    ...doubts.map((doubt) => drawCard(screen, doubt)),
    ...doubts.length ? [] : [el("p", "al-quiet", {}, "No doubts in this row.")],
    rowButtons(screen, row),
    commentField,
    el("div", "al-where", {}, ...places2.map((text) => el("div", "", {}, text)))
  ];
}
function partnerButton(screen, { data }) {
  if (!data.partner) return [];
  const rows2 = screen.grid.rows.map((row) => row.data);
  const at = rowNumberOf(rows2, data.partner);
  return at < 0 ? [] : [button(`Go to row ${at + 1}`, () => screen.go(at))];
}
function drawHead({ data, number }) {
  const [sign, word2] = badgeOf(data);
  return el(
    "div",
    "al-panelhead",
    {},
    el("strong", "", {}, `Row ${number + 1}`),
    el("span", `al-badge al-is-${stateOf(data)}`, {}, `${sign} ${word2}`)
  );
}
var drawCommentField = (comment2, onchange) => el("input", "al-comment", {
  type: "text",
  value: comment2,
  placeholder: "Comment  c",
  "aria-label": "Comment on this row",
  onchange
});

// src/model/requests.js
var PATIENCE2 = 15e3;
var Requests = class {
  /**
   * @param {number} most values that are kept; those used longest ago go first
   * @param {(value: V) => void} [onDrop] called with each value that is not kept any more
   * @param {() => number} [now] milliseconds
   */
  constructor(most, onDrop = () => {
  }, now = () => performance.now()) {
    this.most = most;
    this.onDrop = onDrop;
    this.clock = now;
    this.kept = /* @__PURE__ */ new Map();
  }
  /**
   * A value that has come; undefined where it has not.
   * @param {string} key
   * @returns {V | undefined}
   */
  now(key) {
    return this.kept.get(key)?.value;
  }
  /**
   * Whether a value has to be asked for: it never was, or its answer is late.
   * @param {string} key
   */
  isNew(key) {
    const found = this.kept.get(key);
    return !found || found.value === void 0 && this.clock() - found.since > PATIENCE2;
  }
  /**
   * @param {string} key
   * @param {() => void} ask called where the value has to be asked for
   * @returns {Promise<V>}
   */
  get(key, ask) {
    const found = this.kept.get(key);
    if (found && !this.isNew(key)) {
      this.kept.delete(key);
      this.kept.set(key, found);
      return found.promise;
    }
    const made = found ?? newRequest();
    made.since = this.clock();
    this.kept.set(key, made);
    ask();
    return made.promise;
  }
  /**
   * The answer came.
   * @param {string} key
   * @param {V} value
   */
  arrived(key, value) {
    const found = this.kept.get(key);
    if (!found || found.value !== void 0) return this.onDrop(value);
    found.value = value;
    found.resolve(value);
    return this.#makeRoom();
  }
  /**
   * A value that came is not kept: it is asked for again when it is needed next.
   * @param {string} key
   */
  forget(key) {
    this.kept.delete(key);
  }
  #makeRoom() {
    for (const [key, { value }] of this.kept) {
      if (this.kept.size <= this.most) return;
      if (value === void 0) continue;
      this.kept.delete(key);
      this.onDrop(value);
    }
  }
  clear() {
    for (const { value } of this.kept.values()) if (value !== void 0) this.onDrop(value);
    this.kept.clear();
  }
};
function newRequest() {
  let resolve = () => {
  };
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve, since: 0 };
}

// src/screen/picture-store.js
var MOST_PARTS = 300;
var ROWS_AT_ONCE = 200;
var PictureStore = class {
  /** @param {(query: PagesQuery) => void} send */
  constructor(send) {
    this.send = send;
    this.rows = new Requests(Number.POSITIVE_INFINITY);
    this.parts = new Requests(MOST_PARTS, (part) => drop(part));
    this.images = /* @__PURE__ */ new WeakMap();
  }
  /**
   * Where a row stands; undefined where that has not come yet.
   * @param {string} row its id
   */
  linesNow(row) {
    return this.rows.now(row);
  }
  /**
   * Where some rows stand; asks for those that are not known, in one message.
   * @param {string[]} ids
   * @returns {Promise<RowLines[]>}
   */
  lines(ids) {
    const missing = ids.filter((id) => this.rows.isNew(id));
    const found = ids.map((id) => this.rows.get(id, () => {
    }));
    for (let at = 0; at < missing.length; at += ROWS_AT_ONCE)
      this.send({ do: "strips", rows: missing.slice(at, at + ROWS_AT_ONCE) });
    return Promise.all(found);
  }
  /**
   * A part of a page that has come; undefined where it has not.
   * @param {PartOfPage} part
   */
  partNow(part) {
    return this.parts.now(partKey(part));
  }
  /**
   * A part of a page.
   * @param {PartOfPage} part
   * @returns {Promise<PartMessage>}
   */
  part(part) {
    return this.parts.get(partKey(part), () => this.send({ do: "picture", ...part }));
  }
  /**
   * Has a part sent that may be needed soon.
   * @param {PartOfPage} part
   */
  fetch(part) {
    this.part(part).then((picture2) => this.imageOf(picture2));
  }
  /**
   * The element that shows a part: made and decoded once, so that it is drawn at once where it is needed.
   * @param {PartMessage} picture
   * @returns {HTMLImageElement | null} null where there is no picture
   */
  imageOf(picture2) {
    if (!picture2.url) return null;
    const known = this.images.get(picture2);
    if (known) return known;
    const made = el("img", "al-strip-image", { src: picture2.url, decoding: "sync", draggable: "false" });
    made.decode().catch(() => {
    });
    this.images.set(picture2, made);
    return made;
  }
  /** @param {Exclude<PagesAnswer, PageMessage>} message */
  receive(message) {
    if (message.is === "strips") for (const row of message.rows) this.rows.arrived(row.row, row);
    else keep(this.parts, partKey(message), message);
  }
  /** Rows were paired in another way: where they stand is asked for again. Pictures stay. */
  forgetRows() {
    this.rows.clear();
  }
  close() {
    for (const kept of [this.rows, this.parts]) kept.clear();
  }
};
function keep(requests, key, picture2) {
  requests.arrived(key, picture2);
  if (picture2.trouble) requests.forget(key);
}
var partKey = ({ side, page, box, scale }) => `${side} ${page} ${box.join(" ")} ${scale}`;
function drop({ url }) {
  if (url?.startsWith("blob:")) URL.revokeObjectURL(url);
}

// src/screen/place-keeper.js
var SAVE_AFTER = 600;
function placeOf5({ row, cursor, filter, status, grid, pageView }) {
  const { needs, open: open2 } = counts(grid.data);
  return {
    row: row?.data.id ?? null,
    side: cursor.side,
    status: filter.status ?? "all",
    revision: status.revision ?? 0,
    needs,
    open: open2,
    page: { ...pageView.settings }
  };
}
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

// src/screen/room.js
var MARGIN3 = 26;
var LEAST = 300;
var Room = class {
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.resized = new ResizeObserver(() => this.#fit());
  }
  /** Begins to watch what scrolls around the review, and the bars in it. */
  watch() {
    const { root, summary, toolbar, find } = this.screen;
    this.scroller = scrollerOf(root);
    const bars = [summary.head, toolbar.element, find.bar.element, summary.warnings, summary.done];
    for (const one of [this.scroller ?? document.documentElement, ...bars]) this.resized.observe(one);
    if (!this.scroller) addEventListener("resize", this.listener);
  }
  listener = () => this.#fit();
  #fit() {
    const { root, main, live } = this.screen;
    if (!root.isConnected) return;
    const room = (this.scroller?.clientHeight ?? innerHeight) - MARGIN3;
    const left = room - (root.offsetHeight - main.offsetHeight);
    const height = left < LEAST ? room - live.offsetHeight : left;
    root.style.setProperty("--al-pane-height", `${height}px`);
  }
  close() {
    this.resized.disconnect();
    removeEventListener("resize", this.listener);
  }
};
function scrollerOf(element) {
  let found = null;
  for (let around = element.parentElement; around && around !== document.body; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) found = around;
  return found;
}

// src/screen/save-as.js
var SaveAs = class {
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.formats = [];
    this.format = el("select", "al-select", { "aria-label": "Format", onchange: () => this.#ask() });
    this.confirmed = el("input", "", { type: "checkbox", onchange: () => this.#ask() });
    this.name = el("input", "al-search", {
      type: "text",
      "aria-label": "Name of the file",
      oninput: () => this.#mayReplace(false)
    });
    this.about = el("div", "al-look-notes", { role: "status" });
    this.sample = el("div", "al-look");
    this.saveButton = primaryButton("Save", () => this.#write());
    this.replace = false;
    this.asked = "";
  }
  /** @param {string} [format] the format to begin with */
  open(format = this.format.value || this.formats[0]?.name) {
    if (!this.formats.length || !this.screen.mayAsk()) return;
    const [people, programs] = [false, true].map(
      (technical) => this.formats.filter((one) => Boolean(one.technical) === technical).map(drawOption)
    );
    const more = programs.length ? [el("optgroup", "", { label: "For other programs" }, ...programs)] : [];
    this.format.replaceChildren(...people, ...more);
    this.format.value = format;
    const { dialog } = this.screen;
    const fields = el("div", "al-savefields", {}, this.format, this.name);
    const only = el("label", "al-place", {}, this.confirmed, "Only rows that were confirmed");
    const content = [fields, only, this.about, el("h3", "", {}, "What will be written"), this.sample];
    const buttons = [this.saveButton, button("Cancel", () => dialog.shut())];
    dialog.open("Save as…", content, buttons, () => this.#write());
    dialog.onTrouble = (text) => this.#tell(text);
    this.format.focus();
    this.#ask();
  }
  #ask() {
    this.saveButton.disabled = true;
    this.about.textContent = "Making it …";
    this.sample.replaceChildren();
    this.screen.send({ do: "look", to: this.format.value, confirmed: this.confirmed.checked });
  }
  /** @param {Look} look */
  show(look2) {
    if (look2.to !== this.format.value) return;
    this.saveButton.disabled = false;
    this.name.value = look2.name;
    this.#mayReplace(false);
    const place = look2.folder ? [`It goes beside the review, in ${look2.folder}.`] : [];
    const notes = [...place, ...look2.notes];
    this.about.replaceChildren(...notes.map((text) => el("p", "", {}, text)));
    this.sample.replaceChildren(look2.text === void 0 ? drawTable(look2.table ?? []) : drawText3(look2.text));
  }
  /** @param {string} name the file that is there already */
  confirmReplacing(name) {
    if (this.name.value !== this.asked) return;
    this.#mayReplace(true);
    this.#tell(`${name} is there already. Press Replace to write over it, or change the name.`);
    this.saveButton.focus();
  }
  /** @param {string} text */
  #tell(text) {
    this.about.replaceChildren(el("p", "al-trouble", { role: "alert" }, text));
    this.saveButton.disabled = false;
  }
  /** @param {Written} message */
  written({ paths, text }) {
    this.screen.dialog.shut();
    if (text !== void 0) download(paths[0], text, "text/plain");
    this.screen.say(`Written: ${paths.join(", ")}`);
  }
  /** @param {boolean} may */
  #mayReplace(may) {
    this.replace = may;
    this.saveButton.textContent = may ? "Replace" : "Save";
  }
  #write() {
    const { format, confirmed, name, replace: replace2 } = this;
    if (this.saveButton.disabled) return;
    this.asked = name.value;
    this.screen.send({
      do: "write",
      to: format.value,
      confirmed: confirmed.checked,
      name: name.value,
      replace: replace2
    });
  }
};
var drawOption = ({ name, title }) => el("option", "", { value: name }, title);
var drawText3 = (text) => el("pre", "", {}, ...documentText(text));
var drawTable = (rows2) => el(
  "table",
  "",
  {},
  ...rows2.map(
    (texts) => el("tr", "", {}, ...texts.map((text) => el("td", "", { dir: "auto" }, ...documentText(text))))
  )
);

// src/screen/preferences.js
var PREFIX = "align-review-screen ";
function readPreference(name) {
  try {
    return browserStorage()?.getItem(PREFIX + name) ?? null;
  } catch {
    return null;
  }
}
function writePreference(name, value) {
  try {
    browserStorage()?.setItem(PREFIX + name, value);
  } catch {
  }
}

// src/screen/strip-ahead.js
var AROUND2 = 8;
async function fetchAhead(screen, height) {
  const { grid, pictures, cursor } = screen;
  const ahead = doubtsAhead(grid.data, cursor);
  const lines2 = await pictures.lines(ahead.map(({ row }) => grid.data[row].id));
  const near = grid.rows.slice(Math.max(cursor.row - AROUND2, 0), cursor.row + AROUND2 + 1);
  pictures.lines(near.map((row) => row.data.id));
  for (const [n, found] of ahead.entries()) fetchDoubt(screen, found, lines2[n], height);
}
function fetchDoubt({ grid, pictures }, { row, doubt }, lines2, height) {
  const shown2 = lines2.sides[doubt.side];
  const cells = grid.data[row]?.cells;
  if (!shown2?.length || !cells) return;
  const spans = spansOfDoubt(cells, doubt.id, lines2);
  const scale = scaleFor(factorOf(shown2, height) * devicePixelRatio);
  for (const { page, box, words } of shown2)
    if (boxesAt(words, spans).length) pictures.fetch({ side: doubt.side, page, box, scale });
}

// src/screen/strip-sight.js
function isInSight2({ offsetTop, offsetHeight, parentElement: holder }) {
  if (!holder) return false;
  const from = holder.scrollTop - offsetHeight;
  return offsetTop + offsetHeight >= from && offsetTop <= holder.scrollTop + holder.clientHeight + offsetHeight;
}
function reveal2(element) {
  const holder = element?.closest(".al-strip-lines");
  if (!element || !holder) return;
  const [inner, outer] = [element.getBoundingClientRect(), holder.getBoundingClientRect()];
  holder.scrollTop += inner.top + inner.height / 2 - (outer.top + outer.height / 2);
  holder.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
}

// src/screen/strip-loading.js
var StripLoading = class {
  /** Why pages have no picture, by side and page. @type {Map<string, string>} */
  missing = /* @__PURE__ */ new Map();
  /** @type {number | undefined} */
  timer = void 0;
  /** @param {Strip} strip */
  constructor(strip) {
    this.strip = strip;
  }
  /** Asks for the pictures in sight, the one of the word in doubt first; then for those of the next doubts. */
  fetch() {
    const { strip } = this;
    const inSight = strip.lines.filter((line2) => !line2.wanted && isInSight2(line2.element));
    const framed = inSight.filter((line2) => line2.element.querySelector(".al-strip-doubt"));
    for (const line2 of /* @__PURE__ */ new Set([...framed, ...inSight])) this.#load(line2);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => fetchAhead(strip.screen, strip.drawn.height));
  }
  /** @param {StripLine} line */
  #load(line2) {
    const { pictures } = this.strip.screen;
    line2.wanted = true;
    const known = pictures.partNow(line2.part);
    if (known) this.#show(line2, known);
    else pictures.part(line2.part).then((picture2) => this.#show(line2, picture2));
  }
  /**
   * Shows a picture that came; one of a page that had none until now has the lines drawn anew.
   * @param {StripLine} line
   * @param {PartMessage} picture
   */
  #show(line2, picture2) {
    const image = this.strip.screen.pictures.imageOf(picture2);
    const trouble = picture2.trouble ?? "There is no picture of this line.";
    if (!image) this.missing.set(pageOf2(line2), trouble);
    else if (this.missing.delete(pageOf2(line2))) return this.strip.redraw();
    return line2.show(image, trouble);
  }
  stop() {
    clearTimeout(this.timer);
  }
};
var pageOf2 = ({ side, line: line2 }) => `${side} ${line2.page}`;

// src/screen/strip-line.js
var StripLine = class {
  /**
   * @param {Side} side
   * @param {PageLine} line
   * @param {number} factor pixels of the screen for one of the page
   */
  constructor(side, line2, factor) {
    this.side = side;
    this.line = line2;
    const [left, top, right2, bottom] = line2.box;
    this.width = (right2 - left) * factor;
    this.part = { side, page: line2.page, box: line2.box, scale: scaleFor(factor * devicePixelRatio) };
    this.element = el("div", "al-strip-line");
    this.element.style.width = `${this.width}px`;
    this.element.style.height = `${(bottom - top) * factor}px`;
    this.wanted = false;
  }
  /**
   * Shows the picture.
   * @param {HTMLImageElement | null} image
   * @param {string} trouble why there is none
   */
  show(image, trouble) {
    if (!image) return this.missing(trouble);
    image.alt = `Scan, page ${this.line.page + 1}: ${this.line.text}`;
    return this.element.prepend(image);
  }
  /**
   * Shows why there is no picture.
   * @param {string | undefined} text undefined: there may be one
   */
  missing(text) {
    if (text === void 0) return;
    this.element.classList.add("al-strip-missing");
    this.element.removeAttribute("style");
    this.element.replaceChildren(el("span", "al-strip-trouble", { title: text }, text));
  }
  /**
   * Frames the words at some raw places, and no others in this way.
   * @param {FrameKind} kind
   * @param {Span[]} spans
   * @returns {HTMLElement | undefined} the first frame
   */
  frame(kind, spans) {
    for (const old of this.element.querySelectorAll(`.al-strip-${kind}`)) old.remove();
    if (this.element.classList.contains("al-strip-missing")) return void 0;
    const frames = boxesAt(this.line.words, spans).map((box) => {
      const made = el("span", `al-strip-frame al-strip-${kind}`, { "aria-hidden": "true" });
      Object.assign(made.style, shareOf(box, this.line.box));
      return made;
    });
    this.element.append(...frames);
    return frames[0];
  }
  /**
   * The word under the pointer.
   * @param {MouseEvent} event
   */
  wordAt({ clientX }) {
    const { left, width } = this.element.getBoundingClientRect();
    const { box } = this.line;
    return wordAtX(this.line, box[0] + (clientX - left) / width * (box[2] - box[0]));
  }
};

// src/screen/strip-side.js
var IN_SIGHT = 3;
function stripSide({ drawn, loading }, side, shown2) {
  const factor = factorOf(shown2, drawn.height);
  const lines2 = shown2.map((line2) => new StripLine(side, line2, factor));
  for (const line2 of lines2) line2.missing(loading.missing.get(pageOf2(line2)));
  const label = `Scan of the ${SIDE_NAMES[side].toLowerCase()}`;
  const element = el("div", "al-strip-lines", { role: "group", "aria-label": label, tabindex: "0" });
  element.append(...lines2.map((line2) => line2.element));
  const highest = Math.max(...shown2.map(({ box }) => (box[3] - box[1]) * factor));
  element.style.maxHeight = `${Math.ceil(highest * IN_SIGHT + 6)}px`;
  element.addEventListener("scroll", () => loading.fetch());
  return { element, lines: lines2 };
}

// src/screen/strip.js
var HEIGHTS = [0.65, 0.8, 0.95, 1.3, 2, 3];
var USUAL2 = 2;
var Strip = class {
  /** What is drawn: the row, its lines, the height of a word. @type {{ row: string, lines: RowLines | undefined, height: number }} */
  drawn = { row: "", lines: void 0, height: 0 };
  /** @type {StripLine[]} */
  lines = [];
  /** The word under the pointer. @type {PageWord | undefined} */
  pointed = void 0;
  loading = new StripLoading(this);
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.isOn = readPreference("strip") !== "off";
    const zoom = Number(readPreference("strip-zoom") ?? USUAL2);
    this.zoom = HEIGHTS[zoom] ? zoom : USUAL2;
    this.body = el("div", "al-strip-body");
    this.page = el("span", "al-strip-page");
    const tools = [
      button("−", () => this.resize(-1), { "aria-label": "Smaller picture", title: "Z", tabindex: "-1" }),
      button("+", () => this.resize(1), { "aria-label": "Larger picture", title: "z", tabindex: "-1" })
    ];
    const head = el("div", "al-strip-head", {}, this.page, ...tools);
    this.element = el("div", "al-strip", { "aria-label": "The scan" }, head, this.body);
    listenToStrip(this);
  }
  /** Whether some side was read from pages. */
  get hasPages() {
    return Object.values(this.screen.grid.sides).some((side) => side?.pages);
  }
  /** Shows or hides the strip; the choice is kept. */
  toggle() {
    if (!this.hasPages) return this.screen.say("There are no pictures of pages here.");
    this.isOn = !this.isOn;
    writePreference("strip", this.isOn ? "on" : "off");
    this.follow();
    return this.screen.say(this.isOn ? "The scan is shown." : "The scan is hidden; q shows it.");
  }
  /**
   * Draws the lines larger or smaller; the choice is kept.
   * @param {1 | -1} step
   */
  resize(step2) {
    this.zoom = Math.min(Math.max(this.zoom + step2, 0), HEIGHTS.length - 1);
    writePreference("strip-zoom", String(this.zoom));
    this.follow();
  }
  /** The cursor moved, or what is known of its row changed. */
  follow() {
    const { row, pictures } = this.screen;
    if (!this.isOn || !row || !this.hasPages) return this.#leave();
    const lines2 = pictures.linesNow(row.data.id);
    if (!lines2) return this.#ask(row);
    if (!SIDES.some((side) => lines2.sides[side]?.length)) return this.#leave();
    const holder = this.screen.mode?.stripHolder ?? row.element;
    this.#placeIn(holder, holder === row.element);
    const { drawn, height } = this;
    if (drawn.row !== row.data.id || drawn.lines !== lines2 || drawn.height !== height)
      this.#draw({ row: row.data.id, lines: lines2, height });
    this.#mark(row, lines2);
    return this.loading.fetch();
  }
  #leave() {
    this.element.remove();
  }
  /**
   * @param {HTMLElement} holder
   * @param {boolean} isRow whether that is a row of the grid
   */
  #placeIn(holder, isRow) {
    if (this.element.parentElement !== holder) holder.append(this.element);
    this.element.setAttribute("role", isRow ? "gridcell" : "group");
  }
  /** @param {RowView} row */
  #ask(row) {
    this.screen.pictures.lines([row.data.id]).then(() => this.screen.row === row && this.follow());
  }
  /** How high a word is drawn, in pixels. */
  get height() {
    return HEIGHTS[this.zoom] * Number.parseFloat(getComputedStyle(this.body).fontSize);
  }
  /** @param {{ row: string, lines: RowLines, height: number }} drawn */
  #draw(drawn) {
    const { lines: lines2 } = drawn;
    this.drawn = drawn;
    const sides = SIDES.filter((side) => lines2.sides[side]?.length);
    const made = sides.map((side) => stripSide(this, side, lines2.sides[side] ?? []));
    this.lines = made.flatMap((one) => one.lines);
    this.body.replaceChildren(...made.map((one) => one.element));
    this.body.classList.toggle("al-strip-both", sides.length > 1);
  }
  /**
   * Frames the word in doubt and those that translate it, and scrolls them into sight.
   * @param {RowView} row
   * @param {RowLines} lines
   */
  #mark(row, lines2) {
    const { cells } = row.detail ?? row.data;
    const { doubt } = this.screen;
    const spans = doubt ? spansOfDoubt(cells, doubt.id, lines2) : [];
    const ids = new Set(row.links.filter((link) => link.some((id) => this.#isOf(row, id))).flat());
    for (const side of SIDES) {
      const isDoubted = doubt?.side === side;
      const first = this.frame(side, "doubt", isDoubted ? spans : []);
      const linked = this.frame(side, "linked", isDoubted ? [] : spansOfPieces(cells, side, ids));
      reveal2(first ?? linked ?? this.lines.find((line2) => line2.side === side)?.element);
    }
    this.#showPage();
  }
  /**
   * Whether a piece is about the doubt at the cursor.
   * @param {RowView} row
   * @param {string} id
   */
  #isOf(row, id) {
    const { doubt } = this.screen;
    const { cells } = row.detail ?? row.data;
    const pieces = doubt ? cells[doubt.side].flatMap((sentence2) => sentence2.pieces) : [];
    return pieces.some((piece) => piece.id === id && piece.d === doubt?.id);
  }
  /**
   * Frames the words of one side at some raw places, and no others in this way.
   * @param {Side} side
   * @param {FrameKind} kind
   * @param {Span[]} spans
   */
  frame(side, kind, spans) {
    const here = this.lines.filter((line2) => line2.side === side);
    return here.map((line2) => line2.frame(kind, spans)).find((frame2) => frame2 !== void 0);
  }
  #showPage() {
    const framed = this.lines.filter((line2) => line2.element.querySelector(".al-strip-doubt"));
    const pages = new Set((framed.length ? framed : this.lines).map((line2) => line2.line.page + 1));
    const numbers = [...pages];
    this.page.textContent = `Scan, page ${numbers.length > 1 ? `${numbers[0]}–${numbers.at(-1)}` : numbers[0]}`;
  }
  /** Has the lines drawn anew. */
  redraw() {
    this.drawn.lines = void 0;
    this.follow();
  }
  close() {
    this.loading.stop();
  }
};

// src/screen/summary.js
var Summary = class {
  /**
   * @param {boolean} local whether this is the one-file desk, a page of its own
   * @param {(action: string) => void} act
   */
  constructor(local, act2) {
    this.local = local;
    this.act = act2;
    this.folder = null;
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
   * @returns {Counts}
   */
  show(rows2, status) {
    const found = counts(rows2);
    this.progress.max = Math.max(found.rows, 1);
    this.progress.value = found.rows - found.needs;
    this.tally.replaceChildren(
      el("strong", "", {}, leftToReview(found)),
      ...countsInWords(found).map((text) => el("span", "al-count", {}, text)),
      el("span", "al-saved", {}, this.#saved(status))
    );
    this.done.replaceChildren(...found.rows > 0 && found.needs === 0 ? this.#atTheEnd(found) : []);
    return found;
  }
  /**
   * Shows what the reviewer has to know: trouble with saving, notes on the journal.
   * @param {string[]} warnings empty ones are left out
   */
  showWarnings(warnings) {
    this.warnings.replaceChildren(...warnings.filter(Boolean).map((text) => el("p", "", {}, `▲ ${text}`)));
  }
  /** @param {Status} status */
  #saved({ saved }) {
    return saved && !this.local ? `saved ${saved}` : saved;
  }
  /**
   * No row needs review: what is unanswered, else what comes next.
   * @param {Counts} found
   * @returns {(Node | string)[]}
   */
  #atTheEnd({ open: open2 }) {
    const { act: act2, local } = this;
    if (open2) {
      return [
        `${doubtsAre(open2)} unanswered in rows that you confirmed. `,
        button("Show them", () => act2("show-open"))
      ];
    }
    const next = local ? [button("Download decisions", () => act2("save")), button("Save as…", () => act2("save-as"))] : [button("Save as…", () => act2("save-as")), button("Send to a colleague…", () => act2("send"))];
    if (this.folder) next.push(button("Next document…", () => act2("next-document")));
    return ["✓ Nothing left to review. ", ...next];
  }
};
var leftToReview = ({ rows: rows2, needs }) => needs ? `${needs} of ${rows2} rows need review` : `${rows2} rows, none needs review`;
function countsInWords({ open: open2, decided, confirmed, rejected, later: later2 }) {
  const named = [
    [open2, "open doubts"],
    [decided, "decided"],
    [confirmed, "confirmed"],
    [rejected, "not a pair"],
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
      "aria-label": "Search both sides"
    });
    this.found = el("span", "al-found");
    this.pageButton = button("Page", () => act2("page"), { title: "v: the page of the scan", hidden: true });
    this.undoButton = button("↶ Undo", () => act2("undo"), { title: "Ctrl+Z" });
    this.redoButton = button("↷ Redo", () => act2("redo"), { title: "Ctrl+Shift+Z" });
    this.element = this.#bar(act2, local);
  }
  /**
   * @param {(action: string) => void} act
   * @param {LocalDesk | null} local
   */
  #bar(act2, local) {
    return el(
      "div",
      "al-tools",
      { role: "group", "aria-label": "Tools" },
      local && reviewerField(local),
      primaryButton("Next ↓", () => act2("next"), { title: "n: next that needs review" }),
      button("One by one", () => act2("one-doubt"), { title: "f: one doubt at a time, in large type" }),
      this.pageButton,
      this.statusFilter,
      this.kindFilter,
      el("span", "al-searchbox", {}, this.search, this.found),
      el("span", "al-spring"),
      this.undoButton,
      this.redoButton,
      button(local ? "Download decisions" : "Save", () => act2("save"), { title: "Ctrl+S" }),
      button("Save as…", () => act2("save-as"), { title: "Ctrl+Shift+S: Word, Excel, clean text …" }),
      toolsMenu(act2)
    );
  }
  /**
   * The filter as it is set.
   * @returns {Filter}
   */
  readFilter() {
    return { status: this.statusFilter.value, kind: this.kindFilter.value };
  }
  /** Shows all rows. */
  clearFilters() {
    this.statusFilter.value = "all";
    this.kindFilter.value = "";
    this.search.value = "";
  }
  /**
   * Offers the kinds of doubt that there are.
   * @param {Map<string, { word: string, count: number }>} kinds each in words, and how many there are
   */
  showKinds(kinds) {
    const chosen = this.kindFilter.value;
    const counted = [...kinds].map(([kind, { word: word2, count }]) => option2([kind, `${word2} (${count})`]));
    this.kindFilter.replaceChildren(option2(EVERY_KIND), ...counted);
    this.kindFilter.value = kinds.has(chosen) ? chosen : "";
  }
  /** @param {Pick<Status, "undo" | "redo">} status */
  showHistory({ undo: undo2, redo: redo2 }) {
    this.undoButton.disabled = !undo2;
    this.redoButton.disabled = !redo2;
    this.undoButton.title = undo2 ? `takes back: ${inWords(undo2)} (Ctrl+Z)` : "nothing to take back (Ctrl+Z)";
    this.redoButton.title = redo2 ? `does again: ${inWords(redo2)} (Ctrl+Shift+Z)` : "nothing to do again (Ctrl+Shift+Z)";
  }
};
var TOOLS = [
  ["errors", "Errors of one kind …"],
  ["replace", "Find and replace …"],
  ["word", "The word at the cursor"],
  ["page", "The page of the scan"],
  ["strip", "Lines of the scan"],
  ["lists", "Set aside, moved, right words"],
  ["keys", "Keys"]
];
var toolsMenu = (act2) => menuButton(
  "Tools",
  TOOLS.map(([action, text]) => ({ text, key: shortcutOf(action), act: () => act2(action) })),
  "tools"
);
var EVERY_KIND = ["", "Every kind"];
var option2 = ([value, label]) => el("option", "", { value }, label);
var select = (label, onchange, choices) => el("select", "al-select", { "aria-label": label, onchange }, ...choices.map(option2));
function reviewerField(desk) {
  const field2 = el("input", "al-reviewer", {
    type: "text",
    "aria-label": "Your name",
    placeholder: "Your name",
    value: desk.reviewer,
    onchange: () => desk.setReviewer(field2.value.trim())
  });
  return field2;
}

// src/screen/word-places.js
var MOST3 = 200;
var CONTEXT2 = 30;
function drawWord2(screen, { translations, glossary = [], names = [] }, places2, go2) {
  return [
    heading(translations ? "Translated as" : "Translated as …"),
    ...drawCounted(translations ?? [], "No link to a word of the other side."),
    ...glossary.length ? [heading("Glossary"), ...glossary.map(drawTerm)] : [],
    ...SIDES.flatMap((side) => {
      const spelt = names.filter((name) => name.side === side);
      return spelt.length ? [heading(`Spelt in the ${SIDE_NAMES[side].toLowerCase()}`), ...drawCounted(spelt)] : [];
    }),
    heading(places2.length === 1 ? "In 1 place" : `In ${places2.length} places`),
    drawPlaces2(screen, places2, go2),
    places2.length > MOST3 ? el("p", "al-quiet", {}, `The first ${MOST3} are listed; / finds all.`) : null
  ];
}
var heading = (text) => el("h3", "al-wordhead", {}, text);
function drawCounted(counted, none = "") {
  if (!counted.length) return [el("p", "al-quiet", {}, none)];
  const drawn = counted.map(({ text, count }) => el("li", "", {}, ...documentText(text), ` × ${count}`));
  return [el("ul", "al-counted", {}, ...drawn)];
}
function drawTerm({ source, targets, forbidden }) {
  const not = forbidden.length ? `; not: ${forbidden.join(", ")}` : "";
  return el("p", "al-term", {}, ...documentText(`${source} → ${targets.join(", ")}${not}`));
}
function drawPlaces2(screen, places2, go2) {
  const rows2 = new Map(screen.grid.rows.map((row) => [row.data.id, row]));
  const drawn = places2.slice(0, MOST3).map((hit) => {
    const row = rows2.get(hit.row);
    return row && hit.where !== "comment" ? el("li", "", {}, drawPlace(hit, row.number, textOf(row.data, hit.where), go2)) : null;
  });
  return el("ul", "al-wordplaces", {}, ...drawn);
}
function drawPlace(hit, number, text, go2) {
  const { start, stop, was } = hit;
  const before = text.slice(Math.max(start - CONTEXT2, 0), start);
  return el(
    "button",
    "al-wordplace",
    { type: "button", onclick: () => go2(hit) },
    el("span", "al-n", {}, `row ${number + 1} `),
    ...documentText(before),
    el("strong", "", {}, ...documentText(text.slice(start, stop))),
    ...documentText(text.slice(stop, stop + CONTEXT2)),
    was === void 0 ? null : ` (was read “${was}”)`
  );
}

// src/screen/word-pane.js
var LOOK_AFTER = 300;
var MORE_AFTER = 150;
var WordPane = class {
  /** @type {number | undefined} */
  timer = void 0;
  /** @type {number | undefined} */
  moreTimer = void 0;
  /** What is known of the word. @type {WordMessage | null} */
  known = null;
  /** The word that is shown or asked for. @type {{ side: Side, word: string } | null} */
  wanted = null;
  /** The word that was clicked last, and the row. @type {{ side: Side, word: string, row: string } | null} */
  last = null;
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.marks = new HitMarks(screen.grid, ["al-word-places", "al-word-place"]);
    this.element = el("aside", "al-wordpane", { "aria-label": "The word", hidden: true });
  }
  get isOpen() {
    return !this.element.hidden;
  }
  /** Opens the pane for the word at the cursor, or shuts it. */
  toggle() {
    if (this.isOpen) return this.shut();
    const word2 = this.#atCursor();
    if (!word2) return this.screen.say("There is no word at the cursor.", true);
    this.element.hidden = false;
    return this.look(word2.side, word2.word);
  }
  shut() {
    this.stop();
    this.element.hidden = true;
    this.wanted = null;
    this.marks.show([], -1);
    refocus(this.screen);
  }
  /** The word in doubt, else the one that was clicked, else the first of the cell. */
  #atCursor() {
    const { row, doubt, cursor } = this.screen;
    if (!row) return null;
    if (this.last?.row === row.data.id) return this.last;
    const side = doubt?.side ?? cursor.side;
    const word2 = firstWord(doubt ? doubt.reading ?? doubt.text : textOf(row.data, side));
    return word2 ? { side, word: word2 } : null;
  }
  /**
   * Shows a word.
   * @param {Side} side
   * @param {string} word
   */
  look(side, word2) {
    clearTimeout(this.timer);
    if (this.wanted?.side === side && this.wanted.word === word2) return;
    this.wanted = { side, word: word2 };
    this.screen.send({ do: "word", side, word: word2 });
  }
  /** The cursor moved: the pane goes along to the word in doubt. */
  follow() {
    const { row, doubt } = this.screen;
    if (this.last?.row !== row?.data.id) this.last = null;
    const word2 = doubt && firstWord(doubt.reading ?? doubt.text);
    if (doubt && word2) this.#lookSoon(doubt.side, word2);
  }
  /**
   * @param {Side} side
   * @param {string | undefined} word the word that was clicked
   */
  clicked(side, word2) {
    const { row } = this.screen;
    if (!row || !word2) return;
    this.last = { side, word: word2, row: row.data.id };
    if (this.isOpen) this.look(side, word2);
  }
  /**
   * The caret moved in a text that is typed.
   * @param {EventTarget | null} target
   */
  caretMoved(target) {
    if (!(target instanceof HTMLTextAreaElement)) return;
    const found = wordAt(target.value, target.selectionStart);
    if (found) this.#lookSoon(this.screen.cursor.side, found.word);
  }
  /**
   * @param {Side} side
   * @param {string} word
   */
  #lookSoon(side, word2) {
    clearTimeout(this.timer);
    if (this.isOpen) this.timer = setTimeout(() => this.look(side, word2), LOOK_AFTER);
  }
  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.moreTimer);
  }
  /** @param {{ side: Side, word: string }} message */
  #isWanted({ side, word: word2 }) {
    return word2 === this.wanted?.word && side === this.wanted.side;
  }
  /** @param {WordMessage} message */
  receive(message) {
    if (!this.#isWanted(message)) return;
    this.known = message;
    this.#draw(message);
    if (!message.translations) this.#askTranslations(message);
  }
  /** @param {{ side: Side, word: string }} word */
  #askTranslations({ side, word: word2 }) {
    if (this.isOpen) this.screen.send({ do: "translations", side, word: word2 });
  }
  /**
   * Some translations; where more rows have to be looked at, the rest is asked for, so that keys come between.
   * @param {TranslationsMessage} message
   */
  receiveTranslations(message) {
    if (!this.known || !this.#isWanted(message)) return;
    const { translations, left } = message;
    this.#draw({ ...this.known, translations: left && !translations.length ? void 0 : translations });
    clearTimeout(this.moreTimer);
    if (left)
      this.moreTimer = setTimeout(
        () => this.#isWanted(message) && this.#askTranslations(message),
        MORE_AFTER
      );
  }
  /** @param {WordMessage} message */
  #draw(message) {
    const head = el(
      "div",
      "al-panelhead",
      {},
      el("h2", "", {}, message.word),
      button("Close", () => this.shut(), { title: "p" })
    );
    const places2 = this.#places(message);
    const drawn = drawWord2(this.screen, message, places2, (hit) => this.#goTo(hit));
    const { scrollTop } = this.element;
    this.element.replaceChildren(head, el("div", "", {}, ...drawn));
    this.element.scrollTop = scrollTop;
  }
  /**
   * The places of the word, in any of its forms.
   * @param {WordMessage} message
   */
  #places({ side, word: word2, forms: forms2 }) {
    const known = { [side]: [forms2], [otherSide(side)]: [] };
    const words = (
      /** @type {Record<Side, string[][]>} */
      known
    );
    const matchers = matchersOf({ text: word2, forms: words });
    if (!matchers) return [];
    return this.screen.grid.data.flatMap((row) => hitsOf(row, { ...matchers, comment: null }));
  }
  /** @param {Hit} hit */
  #goTo(hit) {
    const { screen } = this;
    const side = (
      /** @type {Side} */
      hit.where
    );
    if (screen.grid.rowById(hit.row)?.element.hidden) {
      screen.toolbar.clearFilters();
      screen.refilter();
    }
    screen.go(screen.grid.numberOf(hit.row), { side });
    clearTimeout(this.timer);
    this.marks.show([hit], 0);
    this.marks.reveal(hit);
  }
};

// src/screen/screen.js
var THINKING = 500;
var Screen = class {
  minimap = new Minimap(this);
  room = new Room(this);
  panel = new Panel();
  pictures = new PictureStore((query) => this.send(query));
  strip = new Strip(this);
  /** How many places were replaced last. */
  replaced = 0;
  /** @type {number | undefined} */
  refreshTimer = void 0;
  /** What the reviewer has to know of the journal. @type {string[]} */
  notes = [];
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
    this.filter = { status: place.status ?? "all", kind: "" };
    this.mode = null;
    this.marked = null;
    this.asked = null;
    this.refusals = /* @__PURE__ */ new Map();
    this.status = {};
    this.connection = new Connection(this, host);
    this.placeKeeper = new PlaceKeeper(savePlace);
    const perform = this.act.bind(this);
    this.summary = new Summary(local !== null, perform);
    const status = this.filter.status ?? "all";
    this.toolbar = new Toolbar({ act: perform, refilter: () => this.refilter(), status, local });
    this.grid = new Grid();
    this.find = new Find(this);
    this.wordPane = new WordPane(this);
    this.pageView = new PageView(this, place.page);
    this.dialog = new Dialog(() => refocus(this));
    this.saveAs = new SaveAs(this);
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
    this.connection.messenger.send(message);
  }
  /**
   * Sends a decision; where none can be made now, tells why.
   * @param {Decision} decision
   * @param {Doubt[]} [doubts] shown as under way until the answer comes
   * @returns {boolean} whether it was sent
   */
  decide(decision, doubts = []) {
    const refusal2 = this.#refusal();
    if (refusal2 === null) {
      markPending(this, doubts, this.connection.messenger.number + 1);
      this.send({ ...decision, id: newId() });
      return true;
    }
    this.say(refusal2, true);
    return false;
  }
  /** Whether the host can be asked for something; where it is lost, tells so. */
  mayAsk() {
    if (this.connection.lost) this.say(this.connection.warning, true);
    return !this.connection.lost;
  }
  /** Why nothing can be decided now; null where it can. */
  #refusal() {
    if (this.status.readOnly) return this.status.trouble ?? "";
    return this.connection.lost ? `Nothing can be decided now. ${this.connection.warning}` : null;
  }
  showWarnings() {
    this.summary.showWarnings([this.connection.warning, this.status.trouble ?? "", ...this.notes]);
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
    this.filter = this.toolbar.readFilter();
    this.find.search();
    this.filter.only = this.find.only;
    const shown2 = this.grid.applyFilter(this.filter);
    this.toolbar.found.textContent = shown2 === this.grid.rows.length ? "" : `${shown2} rows`;
    this.find.show();
    this.minimap.redraw();
    this.rememberPlace();
  }
  rememberPlace() {
    this.placeKeeper.remember(() => placeOf5(this));
  }
  /** Has corrected rows scored again while nobody presses a key. */
  refreshSoon() {
    clearTimeout(this.refreshTimer);
    if (this.status.stale) this.refreshTimer = setTimeout(() => this.send({ do: "refresh" }), THINKING);
  }
  /** Stops all timers. */
  close() {
    this.connection.close();
    this.placeKeeper.stop();
    this.grid.stopNumbering();
    this.minimap.close();
    this.room.close();
    this.wordPane.stop();
    this.pictures.close();
    this.pageView.close();
    this.strip.close();
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
  const host = new NotebookHost(model);
  const root = el("div", "");
  cell.append(root, el("style", "", {}, `.al-still[data-review="${model.get("still")}"] { display: none; }`));
  const savePlace = (place) => {
    model.set("place", place);
    model.save_changes();
  };
  const screen = new Screen(root, host, { place: model.get("place") ?? {}, savePlace });
  return () => {
    host.close();
    screen.close();
  };
}
var main_default = { render };
export {
  main_default as default,
  open
};
