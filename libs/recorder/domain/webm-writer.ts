import { EbmlWriter } from './ebml-writer';
import type { TrackCodec } from './types';

/** What the header of a segment says of its one track. */
export interface WebmTrack {
  codec: TrackCodec;
  /** Pixels; video only. */
  width: number;
  height: number;
  /** Opus only. */
  channels: number;
}

// Element ids of Matroska (RFC 9559) that WebM uses.
const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const SEEK_HEAD = 0x114d9b74;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const CLUSTER = 0x1f43b675;
const CUES = 0x1c53bb6b;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const BLOCK_DURATION = 0x9b;
const REFERENCE_BLOCK = 0xfb;

const CODEC_ID: Record<TrackCodec, string> = { vp8: 'V_VP8', vp9: 'V_VP9', opus: 'A_OPUS' };
const KEYFRAME_FLAG = 0x80;
/** A block's time against its cluster is a signed 16-bit number of milliseconds; well inside it a new cluster begins. */
const CLUSTER_MS = 30_000;
/** Opus decoders need 80 ms before a point to sound right at it (RFC 7845, 4.6); nanoseconds. */
const OPUS_SEEK_PREROLL = 80_000_000;
/** Matroska counts dates from 2001. */
const DATE_ORIGIN_MS = Date.UTC(2001, 0, 1);

/**
 * Writes one self-contained WebM segment with one track: every size known, cues at the end and a seek head that names
 * them, so that it plays alone, seeks, and can be appended to a media source. Times are milliseconds from its start.
 */
export class WebmWriter {
  readonly #out: EbmlWriter;
  readonly #video: boolean;
  readonly #segmentStart: number;
  readonly #seekPositions: number[] = [];
  #datePosition = 0;
  #durationPosition = 0;
  #clusterStart = 0;
  #clusterMs = -1;
  #lastMs = 0;
  #previousMs = 0;
  #lastBlock = 0;
  #lastFrame = 0;
  #lastKey = false;
  readonly #cueMs: number[] = [];
  readonly #cueCluster: number[] = [];
  readonly #cueRelative: number[] = [];

  /** @param capacity bytes to begin with; the size of the segment before is a good guess */
  constructor(track: WebmTrack, capacity?: number) {
    this.#out = new EbmlWriter(capacity);
    this.#video = track.codec !== 'opus';
    this.#header();
    this.#segmentStart = this.#out.open(SEGMENT);
    this.#seekHead();
    this.#info();
    this.#tracks(track);
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#out.length;
  }

  /** Appends a frame, `bytes` from `from` to `to`; `ms` never decreases. */
  frame(ms: number, key: boolean, bytes: Uint8Array, from: number, to: number): void {
    if (this.#clusterMs < 0 || ms - this.#clusterMs >= CLUSTER_MS) this.#startCluster(ms);
    const block = this.#out.length;
    if (this.#video ? key : this.#cueCluster.at(-1) !== this.#clusterStart) this.#cue(ms, block);
    this.#lastFrame = this.#out.block(SIMPLE_BLOCK, ms - this.#clusterMs, key ? KEYFRAME_FLAG : 0, bytes, from, to);
    this.#lastBlock = block;
    this.#previousMs = this.#lastMs;
    this.#lastMs = ms;
    this.#lastKey = key;
  }

  /**
   * Ends the segment and gives its bytes; the writer must not be used after it.
   * @param startedAt wall time of the first frame, milliseconds since 1970
   * @param durationMs up to the end of the last frame
   */
  finish(startedAt: number, durationMs: number): Uint8Array {
    const out = this.#out;
    // Opus packets know their own length, pictures last as long as the container says.
    if (this.#video) this.#giveDuration(Math.max(1, Math.round(durationMs) - this.#lastMs));
    out.close(this.#clusterStart);
    this.#cues();
    out.close(this.#segmentStart);
    out.setFloat(this.#durationPosition, Math.max(durationMs, this.#lastMs));
    out.setInt64(this.#datePosition, BigInt(Math.round((startedAt - DATE_ORIGIN_MS) * 1000)) * 1000n);
    return out.take();
  }

  #header(): void {
    const out = this.#out;
    const header = out.open(EBML);
    out.uint(0x4286, 1); // EBMLVersion
    out.uint(0x42f7, 1); // EBMLReadVersion
    out.uint(0x42f2, 4); // EBMLMaxIDLength
    out.uint(0x42f3, 8); // EBMLMaxSizeLength
    out.text(0x4282, 'webm'); // DocType
    out.uint(0x4287, 4); // DocTypeVersion
    out.uint(0x4285, 2); // DocTypeReadVersion
    out.close(header);
  }

  /** Where Info, Tracks and Cues lie, counted from the start of the segment's content. */
  #seekHead(): void {
    const out = this.#out;
    const head = out.open(SEEK_HEAD);
    for (const id of [INFO, TRACKS, CUES]) {
      const seek = out.open(0x4dbb); // Seek
      out.binary(0x53ab, Uint8Array.of(id >>> 24, (id >> 16) & 0xff, (id >> 8) & 0xff, id & 0xff)); // SeekID
      this.#seekPositions.push(out.reserveUint32(0x53ac)); // SeekPosition
      out.close(seek);
    }
    out.close(head);
  }

  #here(seek: number): void {
    this.#out.setUint32(this.#seekPositions[seek]!, this.#out.length - this.#segmentStart);
  }

  #info(): void {
    const out = this.#out;
    this.#here(0);
    const info = out.open(INFO);
    out.uint(0x2ad7b1, 1_000_000); // TimestampScale: one millisecond
    out.text(0x4d80, 'Aigaq'); // MuxingApp
    out.text(0x5741, 'Aigaq'); // WritingApp
    this.#datePosition = out.int64(0x4461, 0n); // DateUTC
    this.#durationPosition = out.float(0x4489, 0); // Duration
    out.close(info);
  }

  #tracks(track: WebmTrack): void {
    const out = this.#out;
    this.#here(1);
    const tracks = out.open(TRACKS);
    const entry = out.open(0xae); // TrackEntry
    out.uint(0xd7, 1); // TrackNumber
    out.uint(0x73c5, 1); // TrackUID: always the same, so that the same packets give the same bytes
    out.uint(0x83, this.#video ? 1 : 2); // TrackType
    out.uint(0x9c, 0); // FlagLacing
    out.text(0x22b59c, 'und'); // Language
    out.text(0x86, CODEC_ID[track.codec]); // CodecID
    if (this.#video) this.#videoSettings(track);
    else this.#audioSettings(track);
    out.close(entry);
    out.close(tracks);
  }

  #videoSettings(track: WebmTrack): void {
    const video = this.#out.open(0xe0); // Video
    this.#out.uint(0xb0, track.width); // PixelWidth
    this.#out.uint(0xba, track.height); // PixelHeight
    this.#out.close(video);
  }

  #audioSettings(track: WebmTrack): void {
    const out = this.#out;
    // A pre-skip of 0: the segment is cut out of a running stream, there is no encoder's lead-in to throw away, and
    // any other number would eat the beginning of each segment. CodecDelay has to say the same.
    const head = Uint8Array.of(...ascii('OpusHead'), 1, track.channels, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0);
    out.binary(0x63a2, head); // CodecPrivate (RFC 7845, 5.1)
    out.uint(0x56aa, 0); // CodecDelay
    out.uint(0x56bb, OPUS_SEEK_PREROLL); // SeekPreRoll
    const audio = out.open(0xe1); // Audio
    out.float(0xb5, 48_000); // SamplingFrequency
    out.uint(0x9f, track.channels); // Channels
    out.close(audio);
  }

  #startCluster(ms: number): void {
    if (this.#clusterMs >= 0) this.#out.close(this.#clusterStart);
    this.#clusterStart = this.#out.open(CLUSTER);
    this.#clusterMs = ms;
    this.#out.uint(0xe7, ms); // Timestamp
  }

  #cue(ms: number, block: number): void {
    this.#cueMs.push(ms);
    this.#cueCluster.push(this.#clusterStart);
    this.#cueRelative.push(block - this.#clusterStart);
  }

  #cues(): void {
    const out = this.#out;
    this.#here(2);
    const cues = out.open(CUES);
    for (let index = 0; index < this.#cueMs.length; index++) {
      const point = out.open(0xbb); // CuePoint
      out.uint(0xb3, this.#cueMs[index]!); // CueTime
      const positions = out.open(0xb7); // CueTrackPositions
      out.uint(0xf7, 1); // CueTrack
      out.uint(0xf1, this.#cueCluster[index]! - CLUSTER_HEAD - this.#segmentStart); // CueClusterPosition
      out.uint(0xf0, this.#cueRelative[index]!); // CueRelativePosition
      out.close(positions);
      out.close(point);
    }
    out.close(cues);
  }

  #giveDuration(durationMs: number): void {
    const out = this.#out;
    const relative = this.#lastMs - this.#clusterMs;
    const group = out.regroup(this.#lastBlock, this.#lastFrame, BLOCK_GROUP, BLOCK, relative);
    out.uint(BLOCK_DURATION, durationMs);
    // In a block group it is the reference that tells an inter frame from a keyframe; 0 would point at itself.
    if (!this.#lastKey) out.int16(REFERENCE_BLOCK, Math.max(-0x8000, Math.min(-1, this.#previousMs - this.#lastMs)));
    out.close(group);
  }
}

/** A cluster's id and size lie before its content. */
const CLUSTER_HEAD = 12;

function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
