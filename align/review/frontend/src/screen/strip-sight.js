// @ts-check
// What is in sight of lines that are scrolled.

/**
 * Whether an element is in the part of its scrolled parent that is seen, or just beside it.
 * @param {HTMLElement} element
 */
export function isInSight({ offsetTop, offsetHeight, parentElement: holder }) {
  if (!holder) return false;
  const from = holder.scrollTop - offsetHeight;
  return (
    offsetTop + offsetHeight >= from && offsetTop <= holder.scrollTop + holder.clientHeight + offsetHeight
  );
}

/**
 * Scrolls the lines, and nothing else, so that an element stands in their middle.
 * @param {HTMLElement | undefined} element
 */
export function reveal(element) {
  const holder = element?.closest(".al-strip-lines");
  if (!element || !holder) return;
  const [inner, outer] = [element.getBoundingClientRect(), holder.getBoundingClientRect()];
  holder.scrollTop += inner.top + inner.height / 2 - (outer.top + outer.height / 2);
  holder.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
}
