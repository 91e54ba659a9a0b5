import type { RecordingView, Source } from '@aigaq/contracts';

import { MasterClock, type Rate } from './master-clock';
import { groundAt, isNearLive, livePosition } from './playhead';
import { causeAt, indexRecording, keyOfSegment, type GapCause, type SegmentIndex } from './segment-index';
import { loadSegment, waitFor } from './segment-loader';
import { SourceFeed } from './source-feed';
import { SourceTrack, type SourceState } from './source-track';

/** Milliseconds between two looks at the elements. */
const tickMilliseconds = 80;

export interface Skipped {
  readonly from: number;
  readonly to: number;
  readonly cause: GapCause | undefined;
}

/** What the page shows of the player. */
export interface PlayerView {
  readonly position: number;
  readonly playing: boolean;
  /** Why it stands although it plays. */
  readonly waiting: 'media' | 'live' | null;
  readonly rate: Rate;
  readonly sources: Readonly<Partial<Record<Source, SourceState>>>;
  readonly nearLive: boolean;
  readonly ended: boolean;
  /** The last stretch without any recording that was jumped over. */
  readonly skipped: Skipped | null;
}

/** Plays camera, screen and sound of one sitting in step, also while the recording still grows. */
export class ReviewPlayer {
  private index: SegmentIndex;
  private links = new Map<string, string>();
  private readonly clock: MasterClock;
  private readonly tracks = new Map<Source, SourceTrack>();
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setInterval> | undefined;
  private volume = 1;
  private renewing: Promise<void> | undefined;
  private skipped: Skipped | null = null;
  private current: PlayerView;
  /** Second 0 of all elements. */
  readonly origin: number;

  constructor(
    recording: RecordingView,
    index: SegmentIndex,
    private readonly renewLinks: () => Promise<RecordingView>,
    at?: number,
  ) {
    this.index = index;
    this.origin = index.from;
    this.rememberLinks(recording);
    this.clock = new MasterClock(clampTo(index, at ?? (index.running ? livePosition(index) : index.from)));
    this.current = this.look(performance.now());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly view = (): PlayerView => this.current;

  start(): void {
    this.timer ??= setInterval(() => this.tick(), tickMilliseconds);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    for (const track of this.tracks.values()) track.close();
    this.tracks.clear();
  }

  /** A newer manifest: more segments, fresh links. */
  update(recording: RecordingView): void {
    const index = indexRecording(recording);
    if (!index) return;
    this.index = index;
    this.rememberLinks(recording);
    this.tick();
  }

  attach(source: Source, element: HTMLMediaElement): () => void {
    const track = new SourceTrack(source, new SourceFeed(element, this.origin), (key, signal) =>
      loadSegment(
        key,
        {
          link: (wanted) => this.links.get(wanted),
          renewLinks: () => this.renew(),
          fetch: (link, abort) => fetch(link, { signal: abort, credentials: 'same-origin' }),
          wait: waitFor,
        },
        signal,
      ),
    );
    this.tracks.set(source, track);
    if (source === 'microphone') track.setVolume(this.volume);
    this.tick();
    return () => {
      track.close();
      if (this.tracks.get(source) === track) this.tracks.delete(source);
    };
  }

  toggle(): void {
    if (this.clock.isPlaying) this.pause();
    else this.play();
  }

  play(): void {
    const now = performance.now();
    const ground = groundAt(this.index, this.clock.positionAt(now));
    if (ground.kind === 'end' && !this.index.running) this.clock.seek(now, this.index.from);
    this.clock.play(now);
    this.tick();
  }

  pause(): void {
    this.clock.pause(performance.now());
    this.tick();
  }

  seek(position: number): void {
    this.skipped = null;
    this.clock.seek(performance.now(), clampTo(this.index, position));
    this.tick();
  }

  /** Plays the newest part of a sitting that still runs. */
  goLive(): void {
    this.seek(livePosition(this.index));
    this.setRate(1);
    this.play();
  }

  setRate(rate: Rate): void {
    this.clock.setRate(performance.now(), rate);
    this.tick();
  }

  setVolume(volume: number): void {
    this.volume = volume;
    this.tracks.get('microphone')?.setVolume(volume);
  }

  retry(): void {
    for (const track of this.tracks.values()) track.retry();
    this.tick();
  }

  private tick(): void {
    const now = performance.now();
    this.cross(now);
    const position = this.clock.positionAt(now);
    const tracks = [...this.tracks.values()];
    const states = tracks.map((track) => ({ track, state: track.stateAt(this.index, position) }));
    const mustWait = states.some(
      ({ track, state }) => state === 'loading' || state === 'upcoming' || track.isSettling(now),
    );
    const atLiveEnd = this.index.running && groundAt(this.index, position).kind === 'end';
    this.clock.hold(now, this.clock.isPlaying && (mustWait || atLiveEnd));
    for (const { track, state } of states) {
      track.follow(state, position, this.clock.isMoving, this.clock.rate);
      track.tend(this.index, position, this.clock.rate);
    }
    this.tell(now);
  }

  /** Over a hole, with a notice; stops at the end. */
  private cross(now: number): void {
    if (!this.clock.isPlaying) return;
    const ground = groundAt(this.index, this.clock.positionAt(now));
    if (ground.kind === 'hole') {
      const middle = (ground.from + ground.to) / 2;
      const cause = this.index.sources
        .map((source) => causeAt(this.index.gaps[source], middle))
        .find((each) => each !== undefined);
      this.skipped = { from: ground.from, to: ground.to, cause };
      this.clock.seek(now, ground.to);
    } else if (ground.kind === 'end') {
      this.clock.seek(now, ground.at);
      if (!this.index.running) this.clock.pause(now);
    }
  }

  private look(now: number): PlayerView {
    const position = this.clock.positionAt(now);
    const states = Object.fromEntries(
      [...this.tracks].map(([source, track]) => [source, track.stateAt(this.index, position)]),
    ) as Partial<Record<Source, SourceState>>;
    const atEnd = groundAt(this.index, position).kind === 'end';
    return {
      position,
      playing: this.clock.isPlaying,
      waiting: this.clock.isHeld ? (atEnd || Object.values(states).includes('upcoming') ? 'live' : 'media') : null,
      rate: this.clock.rate,
      sources: states,
      nearLive: isNearLive(this.index, position),
      ended: atEnd && !this.index.running,
      skipped: this.skipped,
    };
  }

  private tell(now: number): void {
    const next = this.look(now);
    if (sameView(this.current, next)) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  }

  /** One request for new links, however many segments ask for it. */
  private renew(): Promise<void> {
    this.renewing ??= this.renewLinks()
      .then((recording) => this.update(recording))
      .finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  private rememberLinks(recording: RecordingView): void {
    this.links = new Map(recording.segments.map((segment) => [keyOfSegment(segment), segment.url]));
  }
}

function clampTo(index: SegmentIndex, position: number): number {
  return Math.min(index.to, Math.max(index.from, position));
}

function sameView(a: PlayerView, b: PlayerView): boolean {
  return (
    a.position === b.position &&
    a.playing === b.playing &&
    a.waiting === b.waiting &&
    a.rate === b.rate &&
    a.nearLive === b.nearLive &&
    a.ended === b.ended &&
    a.skipped === b.skipped &&
    (['camera', 'screen', 'microphone'] as const).every((source) => a.sources[source] === b.sources[source])
  );
}
