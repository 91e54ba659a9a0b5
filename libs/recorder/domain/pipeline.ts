import type { RtpHeader } from './rtp';
import type { TrackRecorderOptions } from './types';

/** What becomes of the packets of one kind of track, in order, until they lie in segments on the timeline. */
export interface Pipeline {
  /** `ticks` is the packet's RTP time, unwrapped; `bytes` and `header` are valid only during the call. */
  packet(bytes: Uint8Array, header: RtpHeader, ticks: number, at: number): void;
  /** So many packets will not come. */
  lost(count: number, now: number): void;
  /** Ends the open segment where its last frame ends. The caller opens the gap that follows. */
  finish(now: number): void;
  /** A keyframe would help now: something is missing, or nothing comes. Asked for at most once a second. */
  nudge(now: number): void;
  /** A segment is open. */
  readonly recording: boolean;
  /** No segment is open, and only a keyframe can open one. */
  readonly waitsForKeyframe: boolean;
}

/** The options with their defaults; lengths in milliseconds. */
export interface Settings extends Omit<Required<TrackRecorderOptions>, 'payloadType'> {
  payloadType: number | null;
}

export function settingsOf(options: TrackRecorderOptions): Settings {
  const audio = options.codec === 'opus';
  const segmentMs = options.segmentMs ?? 10_000;
  return {
    codec: options.codec,
    clockRate: options.clockRate ?? (audio ? 48_000 : 90_000),
    payloadType: options.payloadType ?? null,
    channels: options.channels ?? 2,
    segmentMs,
    maxSegmentMs: options.maxSegmentMs ?? segmentMs * 2,
    maxSegmentBytes: options.maxSegmentBytes ?? 32 * 1024 * 1024,
    reorderMs: options.reorderMs ?? 2_000,
    stallMs: options.stallMs ?? (audio ? 2_000 : 5_000),
    lossToleranceMs: options.lossToleranceMs ?? 100,
  };
}
