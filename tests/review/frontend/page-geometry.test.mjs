// How a page lies in its view: scale, turn, place; boxes of the page on the screen.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  boxInView,
  fittingScale,
  matrixOf,
  partInSight,
  pointInView,
  pointOnPage,
  turnedSize,
} from "../../../align/review/frontend/src/model/page-geometry.js";
import { revealed, scaled, settled, turnedTo } from "../../../align/review/frontend/src/model/page-moves.js";

/** Numbers that look random and are the same each time. */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

/** Many placings with a view and a box of the page. */
function* cases(count = 400) {
  const random = numbers(7);
  const next = (least, most) => least + random.next().value * (most - least);
  for (let n = 0; n < count; n += 1) {
    const page = { width: Math.round(next(200, 4000)), height: Math.round(next(200, 6000)) };
    const turn = [0, 90, 180, 270][n % 4];
    const view = { width: next(150, 1200), height: next(100, 900) };
    const scale = fittingScale(page, turn, view, n % 3 ? "width" : "page") * next(0.3, 6);
    const placing = settled({ page, turn, scale, x: next(-3000, 200), y: next(-3000, 200) }, view);
    const [left, top] = [next(0, page.width - 2), next(0, page.height - 2)];
    const box = [left, top, next(left + 1, page.width), next(top + 1, page.height)];
    yield { page, turn, view, scale, placing, box };
  }
}

const near = (one, two, away = 1e-6) => Math.abs(one - two) <= away * Math.max(1, Math.abs(two));

test("a point of the page is found again from where it is in the view", () => {
  for (const { placing, box } of cases()) {
    const back = pointOnPage(pointInView({ x: box[0], y: box[1] }, placing), placing);
    assert.ok(near(back.x, box[0]) && near(back.y, box[1]), JSON.stringify({ placing, box, back }));
  }
});

test("the whole page takes the place that its size, turn and scale give it", () => {
  for (const { page, turn, scale, placing } of cases()) {
    const [left, top, right, bottom] = boxInView([0, 0, page.width, page.height], placing);
    const { width, height } = turnedSize(page, turn);
    assert.ok(near(left, placing.x) && near(top, placing.y));
    assert.ok(near(right - left, width * scale) && near(bottom - top, height * scale));
  }
});

test("a turn is clockwise: the upper left corner of the page goes round", () => {
  const page = { width: 100, height: 200 };
  const corner = (turn) => pointInView({ x: 0, y: 0 }, { page, turn, scale: 1, x: 0, y: 0 });
  assert.deepEqual([0, 90, 180, 270].map(corner), [
    { x: 0, y: 0 },
    { x: 200, y: 0 },
    { x: 100, y: 200 },
    { x: 0, y: 100 },
  ]);
  assert.deepEqual(matrixOf({ page, turn: 90, scale: 2, x: 5, y: 7 }), [0, 2, -2, 0, 405, 7]);
});

test("no edge of the view stays bare while the page is larger; a smaller one stands in the middle", () => {
  for (const { page, turn, view, placing } of cases()) {
    const [left, top, right, bottom] = boxInView([0, 0, page.width, page.height], placing);
    for (const [start, stop, length] of [
      [left, right, view.width],
      [top, bottom, view.height],
    ]) {
      if (stop - start > length)
        assert.ok(start <= 1e-6 && stop >= length - 1e-6, `${turn} ${start} ${stop}`);
      else assert.ok(near(start, length - stop, 1e-5));
    }
  }
});

test("zooming keeps the point under the pointer, unless an edge is in the way", () => {
  for (const { view, placing } of cases()) {
    const at = { x: view.width * 0.4, y: view.height * 0.6 };
    const before = pointOnPage(at, placing);
    const after = scaled(placing, view, placing.scale * 1.5, at);
    const free = settled({ ...after, x: after.x + 1, y: after.y + 1 }, view);
    const now = pointInView(before, after);
    if (free.x === after.x + 1)
      assert.ok(Math.abs(now.x - at.x) < 1.001 || after.x === 0, JSON.stringify(now));
    assert.equal(after.scale, placing.scale * 1.5);
  }
});

test("a turn and its reverse lead back to the same part of the page", () => {
  const page = { width: 1000, height: 1000 };
  const view = { width: 300, height: 300 };
  const placing = settled({ page, turn: 0, scale: 1, x: -400, y: -500 }, view);
  const turned = turnedTo(placing, view, 90, 1);
  assert.deepEqual(partInSight(turned, view), [400, 500, 700, 800]);
  assert.deepEqual(turnedTo(turned, view, 0, 1), placing);
});

test("what is brought into sight is in sight, and what was in sight is not moved", () => {
  for (const { view, placing, box } of cases()) {
    const after = revealed(placing, view, box);
    const [left, top, right, bottom] = boxInView(box, after);
    if (right - left <= view.width) assert.ok(left >= -1e-6 && right <= view.width + 1e-6);
    else assert.ok(left >= -1e-6 && left <= view.width);
    if (bottom - top <= view.height) assert.ok(top >= -1e-6 && bottom <= view.height + 1e-6);
    const again = revealed(after, view, box);
    assert.ok(near(again.x, after.x, 1e-6) && near(again.y, after.y, 1e-6));
  }
});

test("the part in sight is on the page and covers the view", () => {
  for (const { page, view, placing } of cases()) {
    const part = partInSight(placing, view);
    if (!part) continue;
    assert.ok(part[0] >= 0 && part[1] >= 0 && part[2] <= page.width && part[3] <= page.height);
    const [left, top, right, bottom] = boxInView(part, placing);
    assert.ok(left <= Math.max(placing.x, 0) + 1e-6 && top <= Math.max(placing.y, 0) + 1e-6);
    assert.ok(right >= Math.min(view.width, right) && bottom >= Math.min(view.height, bottom));
  }
});
