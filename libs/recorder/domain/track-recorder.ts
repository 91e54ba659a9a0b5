import { AudioPipeline } from './audio-pipeline';
import type { ParticipantClock } from './participant-clock';
import { settingsOf, type Pipeline, type Settings } from './pipeline';
import { ReorderBuffer } from './reorder-buffer';
import { RtpHeader, parseRtp } from './rtp';
import { Timeline } from './timeline';
import { TrackClock } from './track-clock';
import type { GapCause, OpenGap, TrackRecorderOptions, TrackSink } from './types';
import { Unwrapper } from './unwrapper';
import { VideoPipeline } from './video-pipeline';

/** After so long a keyframe is asked for while the missing packet is still waited for: that shortens the gap. */
const ASK_AFTER_HOLE_MS = 300;
/** RTP time that runs ahead of arrival by this much, or goes back so far, has started anew. */
const JUMP_MS = 5_000;
/** A packet so far behind is no straggler; two in a row say that the sender counts anew (RFC 3550, A.1). */
const STRAY = 2048;

/**
 * Records one track: RTP packets in, self-contained WebM segments and the gaps between them out, on the server's clock.
 *
 * Reads no clock and starts no timer: every call says when it is, in milliseconds since 1970 on the server's clock, as
 * a number that never runs backwards (`performance.timeOrigin + performance.now()`). What it hands out depends on the
 * calls and nothing else. Nothing throws on whatever bytes come.
 */
export class TrackRecorder {
  readonly #settings: Settings;
  readonly #msPerTick: number;
  readonly #clock: TrackClock;
  readonly #timeline: Timeline;
  readonly #pipeline: Pipeline;
  readonly #order: ReorderBuffer;
  readonly #arrived = new RtpHeader();
  /** A second one: what was held back comes out while the newly arrived packet is still being looked at. */
  readonly #ordered = new RtpHeader();
  readonly #sequences = new Unwrapper(16);
  readonly #timestamps = new Unwrapper(32);
  #ssrc: number | null = null;
  #now = -Infinity;
  /** Arrival of the last packet; null before the first, while paused, and during a stall. */
  #heardAt: number | null = null;
  #stalled = false;
  #paused = false;
  #closed = false;
  /** The newest RTP time and when it arrived. */
  #highTicks = -Infinity;
  #highAt = 0;
  #stray = -1;

  /** @param participant shared by all tracks of one sender, so that they stay in step */
  constructor(options: TrackRecorderOptions, participant: ParticipantClock, sink: TrackSink) {
    const settings = settingsOf(options);
    this.#settings = settings;
    this.#msPerTick = 1000 / settings.clockRate;
    this.#clock = new TrackClock(settings.clockRate, participant);
    this.#timeline = new Timeline(this.#clock, sink);
    this.#pipeline =
      settings.codec === 'opus'
        ? new AudioPipeline(settings, this.#timeline)
        : new VideoPipeline(settings, this.#timeline, () => sink.requestKeyframe());
    this.#order = new ReorderBuffer(settings.reorderMs, {
      packet: (bytes, arrivedAt) => this.#inOrder(bytes, arrivedAt),
      lost: (count, now) => this.#pipeline.lost(count, now),
    });
  }

  /** The gap that is going on now, if any; it is handed out when it has ended. */
  get openGap(): OpenGap | null {
    return this.#pipeline.recording ? null : this.#timeline.openGap;
  }

  /** An RTP packet arrived. The bytes are read during the call and may be used again after it. */
  rtp(bytes: Uint8Array, arrivedAt: number): void {
    const at = this.#advance(arrivedAt);
    const header = this.#arrived;
    if (this.#closed || this.#paused || parseRtp(bytes, header) === null) return;
    if (header.ssrc !== this.#ssrc && !this.#adopt(header)) return;
    if (this.#isStray(header.sequence)) return;

    const ticks = this.#timestamps.next(header.timestamp);
    if (this.#jumped(ticks, at)) {
      this.#restart('device');
      this.rtp(bytes, arrivedAt);
      return;
    }
    if (ticks > this.#highTicks) {
      this.#highTicks = ticks;
      this.#highAt = at;
    }
    this.#clock.arrived(ticks, at);
    const sequence = this.#sequences.next(header.sequence);
    if (this.#timeline.edge === null && this.#order.next === null) this.#timeline.open('service', at, ticks);
    // Nothing is missing after the silence: it was the sender that was silent.
    if (this.#stalled && sequence === this.#order.next) this.#timeline.because('device');
    this.#stalled = false;
    this.#heardAt = at;
    this.#order.push(sequence, bytes, at);
  }

  /** A sender report of this track's SSRC arrived: at `ntpMs` of the sender's clock RTP time was `rtpTimestamp`. */
  senderReport(ntpMs: number, rtpTimestamp: number, arrivedAt: number): void {
    const at = this.#advance(arrivedAt);
    if (this.#closed) return;
    this.#clock.reported(ntpMs, this.#timestamps.next(rtpTimestamp), at);
  }

  /** It is `now`, whether anything came or not. Call it a few times a second; waits end and keyframes are asked for. */
  tick(now: number): void {
    const at = this.#advance(now);
    if (this.#closed || this.#paused || this.#heardAt === null) return;
    const hole = this.#order.waitingSince;
    const holeIsOld = hole !== null && at - hole >= ASK_AFTER_HOLE_MS;
    const quiet = at - this.#heardAt >= this.#settings.stallMs / 2;
    if (holeIsOld || quiet || this.#pipeline.waitsForKeyframe) this.#pipeline.nudge(at);
  }

  /** The track sends nothing from now on, and why; packets are ignored until `resume`. The segment is closed. */
  pause(at: number, cause: GapCause): void {
    const now = this.#advance(at);
    if (this.#closed) return;
    this.#drain(now);
    this.#endSilence(now);
    this.#timeline.open(cause, now);
    this.#paused = true;
    this.#heardAt = null;
    this.#stalled = false;
  }

  /** The track sends again; the gap lasts until the first frame that can be shown. */
  resume(at: number): void {
    const now = this.#advance(at);
    if (this.#closed || !this.#paused) return;
    this.#paused = false;
    this.#sequences.reset();
    this.#order.reset();
    this.#stray = -1;
    this.#pipeline.nudge(now);
  }

  /** The track has ended: hands out what is there, with the gap at its end if there is one. May be called again. */
  close(at: number): void {
    const now = this.#advance(at);
    if (this.#closed) return;
    this.#drain(now);
    this.#endSilence(now);
    this.#closed = true;
  }

  #inOrder(bytes: Uint8Array, arrivedAt: number): void {
    const header = this.#ordered;
    if (parseRtp(bytes, header) === null) return;
    const { payloadType } = this.#settings;
    if (payloadType !== null && header.payloadType !== payloadType) return;
    this.#pipeline.packet(bytes, header, this.#timestamps.peek(header.timestamp), arrivedAt);
  }

  /** Moves to `now`, never back, and does on the way what was due. */
  #advance(now: number): number {
    if (now > this.#now) this.#now = now;
    const at = this.#now;
    const stallAt = this.#heardAt === null ? Infinity : this.#heardAt + this.#settings.stallMs;
    this.#order.advance(Math.min(at, stallAt));
    if (at >= stallAt) {
      this.#drain(stallAt);
      this.#timeline.open('network', stallAt);
      this.#stalled = true;
      this.#heardAt = null;
    }
    return at;
  }

  /** Nothing more comes to what was begun. */
  #drain(now: number): void {
    this.#order.flush(now);
    this.#pipeline.finish(now);
  }

  /** What lies between the end of the last segment and `now` has a cause of its own. */
  #endSilence(now: number): void {
    const { edge } = this.#timeline;
    if (edge !== null && now - edge > this.#settings.stallMs / 2) this.#timeline.open('network', now);
    this.#timeline.endGap(now);
  }

  /** Another SSRC: RTX and the like are ignored, anything else is the same track sent anew. */
  #adopt(header: RtpHeader): boolean {
    const { payloadType } = this.#settings;
    if (payloadType !== null && header.payloadType !== payloadType) return false;
    if (this.#ssrc !== null) this.#restart('network');
    this.#ssrc = header.ssrc;
    return true;
  }

  #isStray(sequence: number): boolean {
    const next = this.#order.next;
    if (next === null || this.#sequences.peek(sequence) >= next - STRAY) return false;
    if (sequence !== this.#stray) {
      this.#stray = (sequence + 1) & 0xffff;
      return true;
    }
    this.#restart('network');
    this.#timeline.lost(1);
    return false;
  }

  #jumped(ticks: number, at: number): boolean {
    if (this.#highTicks === -Infinity) return false;
    const ahead = (ticks - this.#highTicks) * this.#msPerTick;
    return ahead - (at - this.#highAt) > JUMP_MS || ahead < -JUMP_MS;
  }

  /** The sender counts anew: what was recorded is finished, and nothing known of its numbers holds any longer. */
  #restart(cause: GapCause): void {
    this.#drain(this.#now);
    this.#timeline.open(cause, this.#now);
    this.#timeline.freeze();
    this.#order.reset();
    this.#sequences.reset();
    this.#timestamps.reset();
    this.#clock.reset();
    this.#highTicks = -Infinity;
    this.#stray = -1;
  }
}
