export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const startOfImage = 0xd8;
const startOfScan = 0xda;
/** Start-of-frame markers carry the size; the three in between mean tables. */
const isStartOfFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const hasNoLength = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/**
 * The size of a JPEG (ITU-T T.81, Annex B), or null for bytes that are none: not what they say, cut off before the
 * picture begins, or without an end. Only the headers are read.
 */
export function jpegSize(bytes: Uint8Array): PictureSize | null {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage || bytes[2] !== 0xff || !endsAsJpeg(bytes)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 2;
  while (position + 4 <= bytes.length) {
    if (bytes[position] !== 0xff) return null;
    const marker = bytes[position + 1] ?? 0;
    if (marker === 0xff) position += 1;
    else if (hasNoLength(marker)) position += 2;
    else if (marker === startOfScan) return null;
    else if (isStartOfFrame(marker)) return sizeAt(view, position);
    else position += 2 + Math.max(2, view.getUint16(position + 2));
  }
  return null;
}

function sizeAt(view: DataView, position: number): PictureSize | null {
  if (position + 9 > view.byteLength) return null;
  const size = { height: view.getUint16(position + 5), width: view.getUint16(position + 7) };
  return size.width > 0 && size.height > 0 ? size : null;
}

function endsAsJpeg(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && bytes[bytes.length - 2] === 0xff && bytes[bytes.length - 1] === 0xd9;
}
