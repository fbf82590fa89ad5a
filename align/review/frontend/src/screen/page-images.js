// @ts-check
// Pictures from bytes, drawn without a flash, their memory given back.

/**
 * A picture that can be drawn at once; null where the bytes are none.
 * @param {ArrayBuffer | DataView} data
 * @param {string} media its media type
 */
export async function imageOf(data, media) {
  const image = new Image();
  image.alt = "";
  image.draggable = false;
  image.src = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (data)], { type: media }));
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
