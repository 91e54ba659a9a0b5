import type { Segment, Span } from './segment-index';

const mimes: Readonly<Record<string, string>> = {
  vp8: 'video/webm; codecs="vp8"',
  vp9: 'video/webm; codecs="vp9"',
  opus: 'audio/webm; codecs="opus"',
};

/** Whether this browser can play recordings at all. */
export function canPlayRecordings(): boolean {
  return 'MediaSource' in window && Object.values(mimes).every((mime) => MediaSource.isTypeSupported(mime));
}

/**
 * The thin side towards Media Source Extensions: one element, one source, one buffer. Every segment is self-contained,
 * so it is appended with its own place on the time line; a change of size or codec inside needs nothing more.
 */
export class SourceFeed {
  private readonly media = new MediaSource();
  private readonly address: string;
  private readonly opened: Promise<void>;
  private buffer: SourceBuffer | undefined;
  private type = '';
  /** Changes of a source buffer must not overlap. */
  private last: Promise<unknown> = Promise.resolve();

  /** @param origin the moment that is second 0 of the element, milliseconds since 1970 */
  constructor(
    readonly element: HTMLMediaElement,
    private readonly origin: number,
  ) {
    this.address = URL.createObjectURL(this.media);
    this.opened = new Promise((resolve) => {
      this.media.addEventListener('sourceopen', () => resolve(), { once: true });
    });
    element.src = this.address;
  }

  close(): void {
    this.element.pause();
    this.element.removeAttribute('src');
    this.element.load();
    URL.revokeObjectURL(this.address);
  }

  get position(): number {
    return this.origin + this.element.currentTime * 1000;
  }

  seek(position: number): void {
    this.element.currentTime = Math.max(0, (position - this.origin) / 1000);
  }

  buffered(): Span[] {
    // A source that was closed meanwhile has no ranges any more.
    if (this.media.readyState === 'closed' || !this.buffer) return [];
    const ranges = this.buffer.buffered;
    return Array.from({ length: ranges.length }, (_, index) => ({
      from: this.origin + ranges.start(index) * 1000,
      to: this.origin + ranges.end(index) * 1000,
    }));
  }

  /** Rejects with a `QuotaExceededError` when the browser holds no more. */
  append(segment: Segment, bytes: ArrayBuffer): Promise<void> {
    return this.change((buffer) => {
      // An error in an earlier segment must not stay in the parser.
      if (this.media.readyState === 'open') buffer.abort();
      buffer.timestampOffset = (segment.from - this.origin) / 1000;
      buffer.appendBuffer(bytes);
    }, segment.codec);
  }

  remove(span: Span): Promise<void> {
    const from = Math.max(0, (span.from - this.origin) / 1000);
    const to = (span.to - this.origin) / 1000;
    if (to <= from) return Promise.resolve();
    return this.change((buffer) => buffer.remove(from, to));
  }

  private change(apply: (buffer: SourceBuffer) => void, codec?: string): Promise<void> {
    const next = this.last.then(async () => {
      await this.opened;
      const buffer = this.bufferFor(codec);
      if (!buffer) return;
      await new Promise<void>((resolve, reject) => {
        buffer.addEventListener('updateend', () => resolve(), { once: true });
        buffer.addEventListener('error', () => reject(new Error('The segment could not be read.')), { once: true });
        try {
          apply(buffer);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    this.last = next.catch(() => undefined);
    return next;
  }

  private bufferFor(codec: string | undefined): SourceBuffer | undefined {
    const mime = codec === undefined ? undefined : mimes[codec];
    if (!this.buffer && mime !== undefined) {
      this.buffer = this.media.addSourceBuffer(mime);
      // Nobody knows the end while it runs; appending must never end what is played.
      this.media.duration = 7 * 24 * 3600;
    } else if (this.buffer && mime !== undefined && mime !== this.type) this.buffer.changeType(mime);
    if (mime !== undefined) this.type = mime;
    return this.buffer;
  }
}
