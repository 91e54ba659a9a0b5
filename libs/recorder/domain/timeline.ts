import type { SegmentDraft } from './segment-draft';
import type { TrackClock } from './track-clock';
import type { GapCause, OpenGap, RecordedSegment, TrackSink } from './types';

interface PendingGap {
  cause: GapCause;
  /** Where it begins when nothing was recorded before it: then, or, if this is earlier, at an RTP time. */
  fromMs: number;
  fromTicks: number | null;
  lostPackets: number;
  droppedPackets: number;
}

/** A correction of the clock may leave so much between two segments; more is said openly as a gap. */
const SEAM_MS = 100;

/**
 * Lays the segments and gaps of a track on the server's wall clock, one after another. Times are settled when a segment
 * ends, with all that the sender reports have told by then; they never go backwards.
 */
export class Timeline {
  /** Up to here everything is settled; null while nothing is. */
  #edge: number | null = null;
  #gap: PendingGap | null = null;
  #sequence = 0;

  constructor(
    private readonly clock: TrackClock,
    private readonly sink: TrackSink,
  ) {}

  get edge(): number | null {
    return this.#edge;
  }

  get openGap(): OpenGap | null {
    return this.#gap === null ? null : { fromMs: this.#gapStart(this.#gap), cause: this.#gap.cause };
  }

  /**
   * A gap begins where the last segment ended, unless one is open.
   * @param at when it began, if nothing was recorded before it; `ticks` for a packet that arrived then
   */
  open(cause: GapCause, at: number, ticks: number | null = null): void {
    if (this.#gap !== null) return;
    this.#gap = { cause, fromMs: at, fromTicks: ticks, lostPackets: 0, droppedPackets: 0 };
  }

  /** It turned out why: only while the gap is open. */
  because(cause: GapCause): void {
    if (this.#gap !== null) this.#gap.cause = cause;
  }

  lost(packets: number): void {
    if (this.#gap !== null) this.#gap.lostPackets += packets;
  }

  dropped(packets: number): void {
    if (this.#gap !== null) this.#gap.droppedPackets += packets;
  }

  /** RTP time is about to start anew: what is known only by it is turned into wall time. */
  freeze(): void {
    if (this.#gap === null) return;
    this.#gap.fromMs = this.#gapStart(this.#gap);
    this.#gap.fromTicks = null;
  }

  /** The open gap ends at `at`; what follows is another one. */
  endGap(at: number): void {
    if (this.#gap === null) return;
    this.#handOutGap(Math.max(at, this.#gapStart(this.#gap)));
  }

  /**
   * Places a finished segment and hands it out, behind the gap before it.
   * @param endTicks RTP time of the next frame, or of the end of the last one
   */
  place(draft: SegmentDraft, endTicks: number): void {
    const startedAt = this.#start(draft);
    if (this.#gap !== null) this.#handOutGap(startedAt);
    else if (this.#edge !== null && startedAt - this.#edge > SEAM_MS) {
      this.open('service', this.#edge);
      this.#handOutGap(startedAt);
    }
    // The clock may have been corrected since the segment before: the last frame takes that up, never the next segment.
    const shortest = Math.round(draft.ageMs(draft.lastTicks)) + 1;
    const byClock = this.clock.toServer(endTicks) - startedAt;
    const byTicks = draft.ageMs(endTicks);
    const durationMs = Math.max(shortest, Math.min(byClock, byTicks + SEAM_MS));
    this.#edge = startedAt + durationMs;
    this.sink.segment(this.#segment(draft, startedAt, durationMs));
  }

  #start(draft: SegmentDraft): number {
    // No frame is older than its arrival makes it: that holds off reports that contradict the packets.
    const mapped = Math.min(this.clock.toServer(draft.firstTicks), draft.arrivedAt);
    const earliest = this.#gap === null ? this.#edge : this.#gapStart(this.#gap) + leastMs(this.#gap);
    return earliest !== null && earliest > mapped ? earliest : mapped;
  }

  #segment(draft: SegmentDraft, startedAt: number, durationMs: number): RecordedSegment {
    const { track } = draft;
    this.#sequence++;
    return {
      sequence: this.#sequence,
      bytes: draft.finish(startedAt, durationMs),
      startedAt,
      durationMs,
      codec: track.codec,
      ...(track.codec === 'opus' ? {} : { width: track.width, height: track.height }),
      keyframes: draft.keyframes,
      frames: draft.frames,
      packets: draft.packets,
      lostPackets: draft.lostPackets,
    };
  }

  #gapStart(gap: PendingGap): number {
    if (this.#edge !== null) return this.#edge;
    return gap.fromTicks === null ? gap.fromMs : Math.min(gap.fromMs, this.clock.toServer(gap.fromTicks));
  }

  #handOutGap(toMs: number): void {
    const gap = this.#gap!;
    const fromMs = this.#gapStart(gap);
    this.#gap = null;
    this.#edge = Math.max(fromMs, toMs);
    if (toMs <= fromMs) return;
    const { cause, lostPackets, droppedPackets } = gap;
    this.sink.gap({ fromMs, toMs, cause, lostPackets, droppedPackets });
  }
}

/** A gap in which something was lost is never nothing, however the clock was corrected. */
function leastMs(gap: PendingGap): number {
  return gap.lostPackets + gap.droppedPackets > 0 ? 1 : 0;
}
