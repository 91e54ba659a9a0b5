/** What a track carries; VP8 for the camera, VP8 or VP9 for the screen, Opus for the microphone. */
export type TrackCodec = 'vp8' | 'vp9' | 'opus';

/**
 * Why a part of the recording is missing: the candidate's equipment (muted, unplugged, frozen), the way to us, our own
 * servers, or a person who paused it. The caller gives it when it pauses a track; the recorder itself knows `network`
 * (packets lost or stopped), `device` (the sender sent nothing for a while and lost nothing) and `service` (the
 * recorder was waiting for its first keyframe).
 */
export type GapCause = 'device' | 'network' | 'service' | 'operator';

/** One self-contained WebM file with one track. Its first block has the time 0 and, in video, is a keyframe. */
export interface RecordedSegment {
  /** 1, 2, 3 … within the track, without a hole. */
  sequence: number;
  /** The file; it belongs to the receiver. */
  bytes: Uint8Array;
  /** Wall time (the server's clock) of the first frame, milliseconds since 1970, with fractions. */
  startedAt: number;
  /** Milliseconds, with fractions, up to the next segment, or up to the end of the last frame before a gap. */
  durationMs: number;
  codec: TrackCodec;
  /** Pixels; video only. */
  width?: number;
  height?: number;
  /** Frames in the file that a decoder may start from; all of them in audio. */
  keyframes: number;
  /** Frames that came from the sender and are in the file. */
  frames: number;
  /** RTP packets that these frames came in. */
  packets: number;
  /** Packets that never came between the first and the last of these; in audio only, within the tolerance. */
  lostPackets: number;
}

/**
 * A stretch of wall time without a recording. Segments and gaps of a track lie one after another without overlap: a gap
 * starts where a segment ended and ends where the next one starts. It is handed out just before that next segment.
 */
export interface RecordedGap {
  fromMs: number;
  toMs: number;
  cause: GapCause;
  /** Packets that never came. */
  lostPackets: number;
  /** Packets that came and were of no use without those (frames up to the next keyframe). */
  droppedPackets: number;
}

/** The gap that is going on now; it has no end yet. `fromMs` is an estimate until the gap is handed out. */
export interface OpenGap {
  fromMs: number;
  cause: GapCause;
}

/** What a track recorder hands out; called from within `rtp`, `tick`, `pause`, `close` and the like, never later. */
export interface TrackSink {
  segment(segment: RecordedSegment): void;
  gap(gap: RecordedGap): void;
  /** Ask the sender for a keyframe (PLI); at most once a second. Video only. */
  requestKeyframe(): void;
}

export interface TrackRecorderOptions {
  codec: TrackCodec;
  /** RTP ticks a second; 90000 for video and 48000 for Opus unless told otherwise. */
  clockRate?: number;
  /** Packets of another payload type (RTX, telephone events) are ignored; unset takes all. */
  payloadType?: number;
  /** Opus only: channels that the file declares; 2 unless told otherwise, as RTP always does (RFC 7587). */
  channels?: 1 | 2;
  /** Target length; 10 000. A keyframe that comes by itself after three quarters of it is taken as the cut. */
  segmentMs?: number;
  /** The longest a segment may grow when no keyframe comes; twice the target. Then it is cut and a gap begins. */
  maxSegmentMs?: number;
  /** The largest a segment may grow in bytes; 32 MiB. */
  maxSegmentBytes?: number;
  /** How long a missing packet is waited for, from the arrival of the packet behind it; 2 000. */
  reorderMs?: number;
  /** How long nothing may come before the segment is closed and a gap begins; 5 000 in video, 2 000 in audio. */
  stallMs?: number;
  /** Audio only: a loss up to so many milliseconds stays inside its segment, filled with concealment; 100. */
  lossToleranceMs?: number;
}
