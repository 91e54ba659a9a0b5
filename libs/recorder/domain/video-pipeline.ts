import { FrameAssembler, type Picture, type PictureSink } from './frame-assembler';
import type { Pipeline, Settings } from './pipeline';
import type { RtpHeader } from './rtp';
import { SegmentDraft } from './segment-draft';
import type { Timeline } from './timeline';
import { Vp8Depacketiser } from './vp8';
import { Vp9Depacketiser } from './vp9';

const ASK_EVERY_MS = 1_000;
/** A keyframe takes about so long from the question to its arrival. */
const ASK_AHEAD_MS = 250;
/** A keyframe that others asked for serves as the cut when so much of the target is recorded. */
const EARLY_CUT = 0.75;
/** How long the last picture before a gap is taken to last when nothing tells better: 60 a second. */
const SHORTEST_PICTURE_MS = 1000 / 60;

/** VP8 or VP9: cuts at keyframes; after a loss everything up to the next keyframe is dropped. */
export class VideoPipeline implements Pipeline, PictureSink {
  readonly #settings: Settings;
  readonly #timeline: Timeline;
  readonly #requestKeyframe: () => void;
  readonly #assembler: FrameAssembler;
  #draft: SegmentDraft | null = null;
  /** The shortest step between two pictures of the segment; of the one before while there is only one. */
  #pictureTicks: number;
  #askedAt = -Infinity;
  #lastSize: number | undefined;

  constructor(settings: Settings, timeline: Timeline, requestKeyframe: () => void) {
    this.#settings = settings;
    this.#timeline = timeline;
    this.#requestKeyframe = requestKeyframe;
    this.#assembler = new FrameAssembler(
      settings.codec === 'vp9' ? new Vp9Depacketiser() : new Vp8Depacketiser(),
      this,
    );
    this.#pictureTicks = (SHORTEST_PICTURE_MS * settings.clockRate) / 1000;
  }

  get recording(): boolean {
    return this.#draft !== null;
  }

  get waitsForKeyframe(): boolean {
    return this.#draft === null;
  }

  packet(bytes: Uint8Array, header: RtpHeader, ticks: number, at: number): void {
    this.#assembler.packet(bytes, header, ticks, at);
  }

  lost(count: number, now: number): void {
    this.#interrupt(now);
    this.#timeline.lost(count);
  }

  finish(now: number): void {
    const draft = this.#draft;
    if (draft !== null) this.#close(draft.lastTicks + this.#pictureTicks);
    this.#assembler.discard(now);
  }

  nudge(now: number): void {
    if (now - this.#askedAt < ASK_EVERY_MS) return;
    this.#askedAt = now;
    this.#requestKeyframe();
  }

  picture(picture: Picture): void {
    const draft = this.#draft;
    // Neither codec sends pictures out of order; a step back means that the sender began anew.
    if (draft !== null && picture.ticks < draft.lastTicks) this.#breakOff('device', picture.arrivedAt);
    else if (draft !== null) this.#cutIfDue(draft, picture);
    if (this.#draft === null && !this.#begin(picture)) return;
    const open = this.#draft!;
    const step = picture.ticks - open.lastTicks;
    if (step > 0) this.#pictureTicks = open.frames === 1 ? step : Math.min(this.#pictureTicks, step);
    open.add(picture.ticks, picture.keyframe, picture.bytes, picture.from, picture.to, picture.packets);
  }

  unusable(packets: number, harm: boolean, at: number): void {
    if (harm) this.#interrupt(at);
    this.#timeline.dropped(packets);
  }

  /** What comes now cannot be decoded until the next keyframe. */
  #interrupt(now: number): void {
    this.#breakOff('network', now);
    this.#assembler.discard(now);
    this.nudge(now);
  }

  #breakOff(cause: 'network' | 'device', now: number): void {
    const draft = this.#draft;
    if (draft !== null) this.#close(draft.lastTicks + this.#pictureTicks);
    this.#timeline.open(cause, now);
  }

  #cutIfDue(draft: SegmentDraft, picture: Picture): void {
    const { segmentMs, maxSegmentMs, maxSegmentBytes } = this.#settings;
    const age = draft.ageMs(picture.ticks);
    const large = draft.size > maxSegmentBytes / 2;
    if (picture.keyframe) {
      const resized = picture.width !== draft.track.width || picture.height !== draft.track.height;
      if (resized || large || age >= segmentMs * EARLY_CUT) this.#close(picture.ticks);
    } else if (age >= maxSegmentMs || draft.size + picture.to - picture.from > maxSegmentBytes) {
      this.#breakOff('network', picture.arrivedAt);
    } else if (large || age >= segmentMs - ASK_AHEAD_MS) {
      this.nudge(picture.arrivedAt);
    }
  }

  #begin(picture: Picture): boolean {
    if (!picture.keyframe) {
      this.#timeline.dropped(picture.packets);
      this.nudge(picture.arrivedAt);
      return false;
    }
    const { codec, clockRate, channels } = this.#settings;
    const track = { codec, channels, width: picture.width, height: picture.height };
    this.#draft = new SegmentDraft(track, picture.ticks, picture.arrivedAt, clockRate, this.#lastSize);
    return true;
  }

  #close(endTicks: number): void {
    const draft = this.#draft!;
    this.#draft = null;
    this.#timeline.place(draft, endTicks);
    this.#lastSize = Math.ceil(draft.size * 1.1);
  }
}
