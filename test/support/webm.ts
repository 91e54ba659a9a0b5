/** A block of a WebM file, read back. Times are milliseconds from the start of the file. */
export interface ReadBlock {
  ms: number;
  key: boolean;
  data: Uint8Array;
  durationMs: number | null;
}

export interface ReadWebm {
  docType: string;
  durationMs: number;
  startedAt: number;
  codec: string;
  codecPrivate: Uint8Array | null;
  codecDelay: number | null;
  seekPreRoll: number | null;
  width: number | null;
  height: number | null;
  channels: number | null;
  clusters: number[];
  blocks: ReadBlock[];
  cues: { ms: number; block: ReadBlock | null }[];
  /** Element ids that the seek head points at, as found there. */
  seeks: { wanted: number; found: number }[];
}

interface Element {
  id: number;
  /** Position of the id. */
  at: number;
  start: number;
  end: number;
}

const CONTAINERS = new Set([
  0x1a45dfa3, 0x18538067, 0x114d9b74, 0x4dbb, 0x1549a966, 0x1654ae6b, 0xae, 0xe0, 0xe1, 0x1f43b675, 0xa0, 0x1c53bb6b,
  0xbb, 0xb7,
]);

/** Reads a whole file strictly: every size known, every element inside its parent, nothing left over. */
export function readWebm(bytes: Uint8Array): ReadWebm {
  return new Reader(bytes).read();
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  read(): ReadWebm {
    const [header, segment, ...more] = this.#children(0, this.#bytes.length);
    if (header?.id !== 0x1a45dfa3 || segment?.id !== 0x18538067 || more.length > 0) throw new Error('not one segment');
    const top = this.#children(segment.start, segment.end);
    const info = this.#children(only(top, 0x1549a966).start, only(top, 0x1549a966).end);
    const [track] = this.#all(only(top, 0x1654ae6b));
    const settings = this.#all(track!);
    const video = this.#maybe(settings, 0xe0);
    const audio = this.#maybe(settings, 0xe1);
    const clusters = top.filter(({ id }) => id === 0x1f43b675);
    const blocks = new Map<number, ReadBlock>();
    for (const cluster of clusters) this.#blocks(cluster, blocks);
    return {
      docType: this.#text(only(this.#all(header), 0x4282)),
      durationMs: this.#float(only(info, 0x4489)),
      startedAt: Number(this.#view.getBigInt64(only(info, 0x4461).start)) / 1e6 + Date.UTC(2001, 0, 1),
      codec: this.#text(only(settings, 0x86)),
      codecPrivate: this.#optional(settings, 0x63a2, ({ start, end }) => this.#bytes.subarray(start, end)),
      codecDelay: this.#optional(settings, 0x56aa, (element) => this.#uint(element)),
      seekPreRoll: this.#optional(settings, 0x56bb, (element) => this.#uint(element)),
      width: video && this.#optional(this.#all(video), 0xb0, (element) => this.#uint(element)),
      height: video && this.#optional(this.#all(video), 0xba, (element) => this.#uint(element)),
      channels: audio && this.#optional(this.#all(audio), 0x9f, (element) => this.#uint(element)),
      clusters: clusters.map((cluster) => this.#uint(this.#all(cluster)[0]!)),
      blocks: [...blocks.values()],
      cues: this.#cues(only(top, 0x1c53bb6b), segment, blocks),
      seeks: this.#seeks(only(top, 0x114d9b74), segment, top),
    };
  }

  #blocks(cluster: Element, into: Map<number, ReadBlock>): void {
    const [timestamp, ...rest] = this.#all(cluster);
    if (timestamp?.id !== 0xe7) throw new Error('a cluster begins with its time');
    const base = this.#uint(timestamp);
    for (const element of rest) {
      if (element.id === 0xa3) into.set(element.at, this.#block(element, base, null, null));
      else if (element.id === 0xa0) {
        const group = this.#all(element);
        const key = this.#maybe(group, 0xfb) === null;
        const duration = this.#optional(group, 0x9b, (one) => this.#uint(one));
        into.set(element.at, this.#block(only(group, 0xa1), base, key, duration));
      } else throw new Error(`unexpected element ${element.id.toString(16)} in a cluster`);
    }
  }

  #block({ start, end }: Element, base: number, key: boolean | null, durationMs: number | null): ReadBlock {
    if (this.#bytes[start] !== 0x81) throw new Error('a block of another track');
    const flags = this.#bytes[start + 3]!;
    const ms = base + this.#view.getInt16(start + 1);
    return { ms, key: key ?? (flags & 0x80) !== 0, data: this.#bytes.slice(start + 4, end), durationMs };
  }

  #cues(cues: Element, segment: Element, blocks: Map<number, ReadBlock>): ReadWebm['cues'] {
    return this.#all(cues).map((point) => {
      const parts = this.#all(point);
      const positions = this.#all(only(parts, 0xb7));
      const cluster = this.#element(segment.start + this.#uint(only(positions, 0xf1)));
      if (cluster.id !== 0x1f43b675) throw new Error('a cue points at no cluster');
      const block = blocks.get(cluster.start + this.#uint(only(positions, 0xf0)));
      return { ms: this.#uint(only(parts, 0xb3)), block: block ?? null };
    });
  }

  #seeks(head: Element, segment: Element, top: readonly Element[]): ReadWebm['seeks'] {
    return this.#all(head).map((seek) => {
      const parts = this.#all(seek);
      const at = segment.start + this.#uint(only(parts, 0x53ac));
      return { wanted: this.#uint(only(parts, 0x53ab)), found: top.find((element) => element.at === at)?.id ?? 0 };
    });
  }

  #all({ start, end }: Element): Element[] {
    return this.#children(start, end);
  }

  #children(start: number, end: number): Element[] {
    const elements: Element[] = [];
    for (let at = start; at < end;) {
      const element = this.#element(at);
      if (element.end > end) throw new Error(`element ${element.id.toString(16)} at ${at} is longer than its parent`);
      if (CONTAINERS.has(element.id)) this.#children(element.start, element.end);
      elements.push(element);
      at = element.end;
    }
    return elements;
  }

  #element(at: number): Element {
    const idWidth = Math.clz32(this.#bytes[at]!) - 23;
    let id = 0;
    for (let index = 0; index < idWidth; index++) id = id * 256 + this.#bytes[at + index]!;
    const first = this.#bytes[at + idWidth]!;
    const width = Math.clz32(first) - 23;
    let size = first & ((1 << (8 - width)) - 1);
    for (let index = 1; index < width; index++) size = size * 256 + this.#bytes[at + idWidth + index]!;
    if (!Number.isSafeInteger(size)) throw new Error('a size that is not known');
    const start = at + idWidth + width;
    return { id, at, start, end: start + size };
  }

  #maybe(elements: readonly Element[], id: number): Element | null {
    return elements.find((element) => element.id === id) ?? null;
  }

  #optional<T>(elements: readonly Element[], id: number, read: (element: Element) => T): T | null {
    const element = this.#maybe(elements, id);
    return element === null ? null : read(element);
  }

  #uint({ start, end }: Element): number {
    return this.#bytes.subarray(start, end).reduce((value, byte) => value * 256 + byte, 0);
  }

  #float({ start }: Element): number {
    return this.#view.getFloat64(start);
  }

  #text({ start, end }: Element): string {
    return Buffer.from(this.#bytes.subarray(start, end)).toString('latin1');
  }
}

function only(elements: readonly Element[], id: number): Element {
  const those = elements.filter((element) => element.id === id);
  if (those.length !== 1) throw new Error(`${those.length} elements ${id.toString(16)}`);
  return those[0]!;
}
