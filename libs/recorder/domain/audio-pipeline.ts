import { concealment, concealmentTicks, opusTicks } from './opus';
import type { Pipeline, Settings } from './pipeline';
import type { RtpHeader } from './rtp';
import { SegmentDraft } from './segment-draft';
import type { Timeline } from './timeline';

/** Silence that the encoder leaves out (DTX) is broken by a packet every 400 ms; a longer one is none. */
const LONGEST_SILENCE_MS = 3_000;

/**
 * Opus: any packet can begin a segment. Where packets are missing without harm, small losses within the tolerance and
 * the silence that an encoder leaves out, packets that ask the decoder to conceal are put in (RFC 7845, 4.1), so that
 * the sound has no holes for a player to stumble over.
 */
export class AudioPipeline implements Pipeline {
  readonly waitsForKeyframe = false;
  readonly #settings: Settings;
  readonly #timeline: Timeline;
  #draft: SegmentDraft | null = null;
  #endTicks = 0;
  /** First byte of the packet before: the settings that concealment keeps. */
  #settingsByte = 0;
  /** Packets lost or unusable since the last good one. */
  #missed = 0;
  #lastSize: number | undefined;

  constructor(settings: Settings, timeline: Timeline) {
    this.#settings = settings;
    this.#timeline = timeline;
  }

  get recording(): boolean {
    return this.#draft !== null;
  }

  packet(bytes: Uint8Array, header: RtpHeader, ticks: number, at: number): void {
    const { payloadStart: from, payloadEnd: to } = header;
    if (from === to) return;
    const length = (opusTicks(bytes, from, to) * this.#settings.clockRate) / 48_000;
    if (length === 0) {
      this.lost(1);
      return;
    }
    if (this.#draft !== null) this.#join(this.#draft, ticks, at);
    if (this.#draft !== null && this.#isDue(this.#draft, ticks)) this.#close(ticks);
    this.#draft ??= this.#begin(ticks, at);
    this.#draft.add(ticks, true, bytes, from, to, 1);
    this.#endTicks = ticks + length;
    this.#settingsByte = bytes[from]!;
  }

  lost(count: number): void {
    if (this.#draft === null) this.#timeline.lost(count);
    else this.#missed += count;
  }

  finish(now: number): void {
    if (this.#draft === null) return;
    this.#close(this.#endTicks);
    if (this.#missed > 0) this.#miss('network', now);
  }

  nudge(): void {
    // Nothing to ask for: every packet of sound stands alone.
  }

  /** What lies between the last packet and this one: nothing, a silence, a small loss, or a gap. */
  #join(draft: SegmentDraft, ticks: number, at: number): void {
    const hole = ticks - this.#endTicks;
    const holeMs = (hole * 1000) / this.#settings.clockRate;
    const back = ticks <= draft.lastTicks;
    if (back || holeMs > LONGEST_SILENCE_MS || (this.#missed > 0 && holeMs > this.#settings.lossToleranceMs)) {
      this.#close(this.#endTicks);
      this.#miss(this.#missed > 0 ? 'network' : 'device', at);
      return;
    }
    draft.lostPackets += this.#missed;
    this.#missed = 0;
    if (hole > 0) this.#conceal(draft, ticks);
  }

  #conceal(draft: SegmentDraft, until: number): void {
    const step = (concealmentTicks(this.#settingsByte) * this.#settings.clockRate) / 48_000;
    const packet = concealment(this.#settingsByte);
    for (let ticks = this.#endTicks; ticks + step <= until; ticks += step) draft.write(ticks, true, packet, 0, 1);
  }

  #miss(cause: 'network' | 'device', now: number): void {
    this.#timeline.open(cause, now);
    this.#timeline.lost(this.#missed);
    this.#missed = 0;
  }

  #isDue(draft: SegmentDraft, ticks: number): boolean {
    return draft.ageMs(ticks) >= this.#settings.segmentMs || draft.size > this.#settings.maxSegmentBytes;
  }

  #begin(ticks: number, at: number): SegmentDraft {
    const { codec, channels, clockRate } = this.#settings;
    return new SegmentDraft({ codec, channels, width: 0, height: 0 }, ticks, at, clockRate, this.#lastSize);
  }

  #close(endTicks: number): void {
    const draft = this.#draft!;
    this.#draft = null;
    this.#timeline.place(draft, endTicks);
    this.#lastSize = Math.ceil(draft.size * 1.1);
  }
}
