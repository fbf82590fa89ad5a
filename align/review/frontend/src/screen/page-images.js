// @ts-check
// Pictures from bytes, drawn without a flash, their memory given back.

/**
 * A picture that can be drawn at once; null where the address leads to none.
 * @param {string} url its address, given up with the picture
 */
export async function imageOf(url) {
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

/** @param {HTMLImageElement | null} image */
export function releaseImage(image) {
  if (!image) return;
  URL.revokeObjectURL(image.src);
  image.remove();
}
