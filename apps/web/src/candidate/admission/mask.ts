/** A covered rectangle of a picture, in parts of its width and height (0 to 1). */
export interface Mask {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const least = 0.03;
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Moves a cover; it never leaves the picture. */
export function moveMask(mask: Mask, byX: number, byY: number): Mask {
  return { ...mask, x: clamp(mask.x + byX, 0, 1 - mask.width), y: clamp(mask.y + byY, 0, 1 - mask.height) };
}

/** Pulls at its lower right corner. */
export function resizeMask(mask: Mask, byX: number, byY: number): Mask {
  return {
    ...mask,
    width: clamp(mask.width + byX, least, 1 - mask.x),
    height: clamp(mask.height + byY, least, 1 - mask.y),
  };
}

/** Where the next cover appears: below the last one, so that none hides another. */
export function nextMask(masks: readonly Mask[]): Mask {
  const last = masks.at(-1);
  const fresh: Mask = { x: 0.5, y: 0.68, width: 0.34, height: 0.1 };
  if (!last) return fresh;
  return moveMask({ ...fresh, x: last.x, y: last.y }, 0, last.y + 2 * last.height > 1 ? -0.15 : last.height + 0.03);
}

/** Covers the picture for good: what is below is not in the file that is sent. */
export function burn(picture: HTMLCanvasElement, masks: readonly Mask[]): HTMLCanvasElement {
  const covered = document.createElement('canvas');
  covered.width = picture.width;
  covered.height = picture.height;
  const context = covered.getContext('2d');
  if (!context) throw new Error('The browser draws nothing.');
  context.drawImage(picture, 0, 0);
  context.fillStyle = '#000';
  for (const { x, y, width, height } of masks)
    context.fillRect(x * picture.width, y * picture.height, width * picture.width, height * picture.height);
  return covered;
}
