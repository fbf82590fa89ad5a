// Errors of one kind: groups, their context, and the decision about all of them on the one-file desk.
import assert from "node:assert/strict";
import { test } from "node:test";
import { contextOf } from "../../../align/review/frontend/src/model/context.js";
import { groupErrors, sureness } from "../../../align/review/frontend/src/model/errors.js";
import { deskOf, FakeStorage, pageOf, shown } from "./page.mjs";

const error = (doubt, ...kinds) => ({ doubt, kinds, new: "", confidence: 0.9 });
const grouped = (errors) =>
  groupErrors(errors).map(({ kind, errors: found }) => [kind, found.map((one) => one.doubt)]);

test("errors are grouped by kind, the largest group first", () => {
  const errors = [error("f1", "н for ц"), error("f2", "и for ы"), error("f3", "и for ы")];
  assert.deepEqual(grouped(errors), [
    ["и for ы", ["f2", "f3"]],
    ["н for ц", ["f1"]],
  ]);
  assert.deepEqual(grouped([]), []);
});

test("an error of several kinds is counted once, under the most frequent of them", () => {
  const errors = [error("f1", "н for ы", "и for ы"), error("f2", "и for ы")];
  assert.deepEqual(grouped(errors), [["и for ы", ["f1", "f2"]]]);
});

test("how sure a suggestion is has three words", () => {
  assert.deepEqual([0.97, 0.9, 0.7, 0.3].map(sureness), ["sure", "sure", "likely", "please look"]);
});

test("a place is shown with the words around it", () => {
  const pieces = [
    { t: `${"long ".repeat(20)}before ` },
    { t: "read", d: "f1" },
    { t: ` after${" long".repeat(20)}` },
  ];
  const cells = {
    source: [
      { id: "s0", pieces: [{ t: "First." }] },
      { id: "s9", pieces },
    ],
    target: [],
  };
  const [before, text, after] = contextOf({ cells }, { id: "f1", side: "source", text: "read" });
  assert.equal(text, "read");
  assert.match(before, /^… (long )+before $/);
  assert.match(after, /^ after( long)+ …$/);
  assert.ok(before.length < 45 && after.length < 45);
});

const page = () => {
  const data = pageOf(["bbb aaa", "ccc ddd", "eee fff"], ["B", "C", "E"], {
    0: ["BBB", "xxx"],
    1: ["CCC"],
    2: [],
  });
  for (const { doubts } of data.rows) for (const doubt of doubts) doubt.kinds = ["b for B"];
  return data;
};

test("the desk lists open doubts with a suggestion", () => {
  const { ask } = deskOf(page());
  assert.deepEqual(
    ask({ do: "errors" }).errors.map((one) => [one.doubt, one.new, one.kinds]),
    [
      ["f0", "BBB", ["b for B"]],
      ["f1", "CCC", ["b for B"]],
    ],
  );
  ask({ do: "reject", doubt: "f0" });
  assert.deepEqual(
    ask({ do: "errors" }).errors.map((one) => one.doubt),
    ["f1"],
  );
});

test("each place gets its own suggestion, in one decision that a later visit puts in force again", () => {
  const storage = new FakeStorage();
  const { desk, ask } = deskOf(page(), { storage });
  ask({ do: "everywhere", doubt: "f0", accept: true, reading: "BBB", others: ["f1"] });
  const corrected = ["BBB aaa = B", "CCC ddd = C", "eee fff = E"];
  assert.deepEqual(shown(desk), corrected);
  assert.equal(desk.entries.length, 1);
  assert.deepEqual(shown(deskOf(page(), { storage }).desk), corrected);
  ask({ do: "undo" });
  assert.deepEqual(shown(desk), ["bbb aaa = B", "ccc ddd = C", "eee fff = E"]);
});
