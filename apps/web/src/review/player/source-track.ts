import type { Source } from '@aigaq/contracts';

import { correctionFor } from './follow-clock';
import { lostBy, nextToLoad, toEvict } from './load-plan';
import { isUpcoming } from './playhead';
import { segmentsWithin, spanAt, type Segment, type SegmentIndex, type Span } from './segment-index';
import type { Loaded } from './segment-loader';
import type { SourceFeed } from './source-feed';

/** What is to be seen or heard of one source at the playhead. */
export type SourceState = 'ready' | 'loading' | 'upcoming' | 'gap' | 'broken';

/** A buffered range may begin a little after its segment: pictures come when they come. */
const edgeTolerance = 400;
const loadsAtOnce = 2;
/** A seek that takes longer than this is not waited for any more, milliseconds. */
const seekPatience = 3000;

/** Keeps one element in step with the master clock and its buffer filled around the playhead. */
export class SourceTrack {
  private readonly loaded = new Map<string, Segment>();
  private readonly loading = new Set<string>();
  private readonly broken = new Set<string>();
  private readonly stopping = new AbortController();
  private correcting = false;
  private seekingSince = 0;

  constructor(
    readonly source: Source,
    private readonly feed: SourceFeed,
    private readonly load: (key: string, signal: AbortSignal) => Promise<Loaded>,
  ) {}

  close(): void {
    this.stopping.abort();
    this.feed.close();
  }

  setVolume(volume: number): void {
    this.feed.element.volume = volume;
    this.feed.element.muted = volume === 0;
  }

  /** What could not be had is tried again. */
  retry(): void {
    this.broken.clear();
  }

  stateAt(index: SegmentIndex, position: number): SourceState {
    const spans = index.spans[this.source];
    if (isUpcoming(index, this.source, position)) return 'upcoming';
    // A source that begins a moment later than the others is not missing.
    if (!spanAt(spans, position) && !spanAt(spans, position + edgeTolerance)) return 'gap';
    if (this.rangeFor(position)) return 'ready';
    const here = segmentsWithin(index.segments[this.source], position, position + edgeTolerance);
    return here.length > 0 && here.every((segment) => this.broken.has(segment.key) || this.loaded.has(segment.key))
      ? 'broken'
      : 'loading';
  }

  /** Whether the element is on its way to a picture that has to be waited for. */
  isSettling(now: number): boolean {
    if (!this.feed.element.seeking) this.seekingSince = 0;
    else if (this.seekingSince === 0) this.seekingSince = now;
    return this.seekingSince !== 0 && now - this.seekingSince < seekPatience;
  }

  follow(state: SourceState, position: number, moving: boolean, rate: number): void {
    const { element } = this.feed;
    if (state !== 'ready') {
      element.pause();
      return;
    }
    const range = this.rangeFor(position);
    const target = range ? Math.max(position, range.from + 1) : position;
    if (!moving) {
      element.pause();
      if (!element.seeking && Math.abs(this.feed.position - target) > 40) this.feed.seek(target);
      return;
    }
    const correction = correctionFor(this.feed.position - target, rate, this.correcting);
    this.correcting = correction.rate !== rate;
    if (element.playbackRate !== correction.rate) element.playbackRate = correction.rate;
    // In a hole between two ranges an element waits for ever: it does not know that nothing will come.
    const stuck = range !== undefined && (this.feed.position < range.from - 1 || this.feed.position > range.to);
    if ((stuck || correction.kind === 'jump') && !element.seeking) this.feed.seek(target);
    if (element.paused) void element.play().catch(() => undefined);
  }

  /** Fetches what is missing and removes what is too much. */
  tend(index: SegmentIndex, position: number, rate: number): void {
    const has = (key: string): boolean => this.loaded.has(key) || this.loading.has(key) || this.broken.has(key);
    while (this.loading.size < loadsAtOnce) {
      const next = nextToLoad(index.segments[this.source], position, rate, has);
      if (!next) break;
      void this.fetch(next, position);
    }
    this.evict(toEvict(this.feed.buffered(), position, rate));
  }

  private async fetch(segment: Segment, position: number): Promise<void> {
    this.loading.add(segment.key);
    try {
      const loaded = await this.load(segment.key, this.stopping.signal);
      if (loaded === 'broken') this.broken.add(segment.key);
      else await this.append(segment, loaded.bytes, position);
    } catch {
      if (!this.stopping.signal.aborted) this.broken.add(segment.key);
    } finally {
      this.loading.delete(segment.key);
    }
  }

  private async append(segment: Segment, bytes: ArrayBuffer, position: number): Promise<void> {
    this.loaded.set(segment.key, segment);
    try {
      await this.feed.append(segment, bytes);
    } catch (error) {
      this.loaded.delete(segment.key);
      if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
      // Full: everything but the surroundings goes, and the segment is fetched again when it is needed.
      this.evict([
        { from: 0, to: position - 5000 },
        { from: position + 30_000, to: Infinity },
      ]);
    }
  }

  private evict(spans: readonly Span[]): void {
    if (spans.length === 0) return;
    for (const key of lostBy(spans, [...this.loaded.values()])) this.loaded.delete(key);
    for (const range of this.feed.buffered())
      for (const span of spans) {
        const part = { from: Math.max(range.from, span.from), to: Math.min(range.to, span.to) };
        if (part.to > part.from) void this.feed.remove(part).catch(() => undefined);
      }
  }

  private rangeFor(position: number): Span | undefined {
    return this.feed.buffered().find((range) => range.from <= position + edgeTolerance && position < range.to);
  }
}
