// @ts-check
// The words of a page drawn where they stand, where its picture is missing.

/** @import { Placing, Size } from "../model/page-geometry.js" */
/** @import { Box } from "../types/pages.js" */
/** @import { PageLayer } from "./page-store.js" */
import { boxInView, matrixOf } from "../model/page-geometry.js";

/** The part of a word's box that its letters take. */
const LETTERS = 0.78;

/** Pixels of the screen below which letters are no more than their boxes. */
const LEGIBLE = 4;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Size} view
 * @param {PageLayer} layer
 * @param {Placing} placing
 */
export function drawTextLayer(canvas, view, layer, placing) {
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

/**
 * @param {Box} box
 * @param {Placing} placing
 * @param {Size} view
 */
function isInSight(box, placing, view) {
  const [left, top, right, bottom] = boxInView(box, placing);
  return right > 0 && bottom > 0 && left < view.width && top < view.height;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {Box} box
 * @param {number} scale
 */
function drawWord(context, text, [left, top, right, bottom], scale) {
  const [width, height] = [right - left, bottom - top];
  context.fillStyle = "#eef0f3";
  context.fillRect(left, top, width, height);
  if (height * scale < LEGIBLE) return;
  context.fillStyle = "#16191d";
  context.font = `${height * LETTERS}px sans-serif`;
  context.fillText(text, left, (top + bottom) / 2, width);
}
