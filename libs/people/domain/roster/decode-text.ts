/**
 * The text of a CSV file: UTF-8, UTF-16 with or without its mark, or windows-1251, which older Excel
 * writes. Null when the bytes are no text at all.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  // Control characters stand in no list of people; a picture or an archive is full of them.
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return text === null || /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text;
}

function decode(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs('utf-16le', bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeAs('utf-16be', bytes);
  const wide = guessWide(bytes);
  if (wide !== null) return decodeAs(wide, bytes);
  return decodeAs('utf-8', bytes) ?? decodeAs('windows-1251', bytes);
}

/** In UTF-16 every Latin letter, comma and line end has a zero byte, always on the same side. */
function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > sample.length / 20 && even === 0) return 'utf-16le';
  return even > sample.length / 20 && odd === 0 ? 'utf-16be' : null;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
