// @ts-check
// Elements. Text of the document reaches the page by text nodes only: nothing in it is ever markup.

import { splitAtDirectionMarks } from "../model/direction-marks.js";

/** @typedef {Node | string | null | undefined} Child */
/** @typedef {string | number | boolean | null | undefined | ((event: any) => void)} Attribute */

/** Characters of one piece that are drawn. */
const LONGEST = 5000;

/**
 * An element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} name its classes; empty: none
 * @param {Record<string, Attribute>} [attributes] `on…` functions listen; undefined, null and false are left out
 * @param {...Child} children strings become text; empty ones are left out
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, name, attributes = {}, ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  for (const [key, value] of Object.entries(attributes)) setAttribute(made, key, value);
  for (const child of children) if (child) made.append(child);
  return made;
}

/**
 * @param {HTMLElement} element
 * @param {string} key
 * @param {Attribute} value
 */
function setAttribute(element, key, value) {
  if (value === undefined || value === null || value === false) return;
  if (typeof value === "function") element.addEventListener(key.slice("on".length), value);
  else element.setAttribute(key, value === true ? "" : String(value));
}

/**
 * @param {string} text
 * @param {() => void} click
 * @param {Record<string, Attribute>} [attributes]
 */
export const button = (text, click, attributes = {}) =>
  el("button", "al-button", { type: "button", onclick: click, ...attributes }, text);

/**
 * The button that stands out.
 * @param {string} text
 * @param {() => void} click
 * @param {Record<string, Attribute>} [attributes]
 */
export const primaryButton = (text, click, attributes = {}) =>
  button(text, click, { class: "al-button al-primary", ...attributes });

/**
 * Text of the document: characters that turn the direction of writing are drawn by their names, a text
 * of more than 5,000 characters is cut.
 * @param {string} text
 * @returns {Child[]}
 */
export function documentText(text) {
  if (text.length > LONGEST) {
    const more = el(
      "span",
      "al-more",
      { "data-more": text.length - LONGEST },
      ` … and ${text.length - LONGEST} more characters`,
    );
    return [...documentText(text.slice(0, LONGEST)), more];
  }
  return splitAtDirectionMarks(text).map((part) =>
    part.name === undefined ? part.text : directionMark(part.name),
  );
}

/** @param {string} name */
const directionMark = (name) =>
  el("span", "al-control", { title: "a character that turns the direction of writing" }, name);

/**
 * Hands the reader a file.
 * @param {string} name
 * @param {string} text
 * @param {string} type its media type
 */
export function download(name, text, type) {
  const blob = new Blob([text], { type });
  const link = el("a", "", { href: URL.createObjectURL(blob), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}

/**
 * The elements that show the piece with this id.
 * @param {ParentNode} parent
 * @param {string} id
 * @returns {NodeListOf<HTMLElement>}
 */
export const elementsOfPiece = (parent, id) => parent.querySelectorAll(`[data-p="${CSS.escape(id)}"]`);

/**
 * The elements that show the text of the doubt with this id.
 * @param {ParentNode} parent
 * @param {string} id
 * @returns {NodeListOf<HTMLElement>}
 */
export const elementsOfDoubt = (parent, id) => parent.querySelectorAll(`[data-d="${CSS.escape(id)}"]`);

/**
 * Takes a class away from all elements that have it.
 * @param {ParentNode} parent
 * @param {string} name
 */
export function removeClass(parent, name) {
  for (const element of parent.querySelectorAll(`.${name}`)) element.classList.remove(name);
}
