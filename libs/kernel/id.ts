declare const kind: unique symbol;

/**
 * A UUID that names one kind of thing. A plain string is taken as an id, but the id of an event is
 * never taken for the id of a sitting.
 */
export type Id<Kind extends string> = string & { readonly [kind]?: Kind };

let lastMillisecond = 0;
let counter = 0;

/**
 * A new UUID of version 7 (RFC 9562): ordered by the time of its making, so that a table's primary
 * key grows at its end. Within one millisecond a counter keeps the order.
 */
export function newId<Kind extends string>(now: number = Date.now()): Id<Kind> {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = 0;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMillisecond += 1;
      counter = 0;
    }
  }
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(lastMillisecond / 2 ** 32));
  view.setUint32(2, lastMillisecond % 2 ** 32);
  view.setUint16(6, 0x7000 | counter);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
