import { rtpPacket, tagOf, vp8Frame, vp8Payloads } from '../../../test/support/rtp';
import { readWebm } from '../../../test/support/webm';
import { ParticipantClock } from './participant-clock';
import { TrackRecorder } from './track-recorder';
import type { RecordedGap, RecordedSegment, TrackRecorderOptions } from './types';

const START = Date.UTC(2026, 5, 1, 9);
const FRAME_MS = 100;

/** A camera with ten pictures a second and its recorder; sends a keyframe 150 ms after it was asked for one. */
class Camera {
  readonly segments: RecordedSegment[] = [];
  readonly gaps: RecordedGap[] = [];
  readonly asked: number[] = [];
  readonly recorder: TrackRecorder;
  /** Milliseconds since the start. */
  now = 0;
  sequence = 65_000;
  timestampBase = 0xfff0_0000;
  ssrc = 0x1234;
  size = { width: 640, height: 480 };
  deaf = false;
  lose = false;
  #keyAt: number | null = 0;
  #tag = 0;

  constructor(options: Partial<TrackRecorderOptions> = {}, participant = new ParticipantClock()) {
    this.recorder = new TrackRecorder({ codec: 'vp8', ...options }, participant, {
      segment: (segment) => this.segments.push(segment),
      gap: (gap) => this.gaps.push(gap),
      requestKeyframe: () => {
        this.asked.push(this.now);
        if (!this.deaf) this.#keyAt ??= this.now + 150;
      },
    });
  }

  /** Sends (or loses) pictures for so long. */
  film(milliseconds: number): this {
    for (const end = this.now + milliseconds; this.now < end; this.now += FRAME_MS) {
      const key = this.#keyAt !== null && this.now >= this.#keyAt;
      if (key) this.#keyAt = null;
      this.#send(vp8Frame(key, this.#tag++, this.size.width, this.size.height, 100));
    }
    return this;
  }

  /** Somebody else, another viewer, asked for a keyframe. */
  askForKeyframe(): void {
    this.#keyAt = this.now;
  }

  /** Nothing is sent for so long, but time goes on. */
  rest(milliseconds: number): this {
    for (const end = this.now + milliseconds; this.now < end; this.now += FRAME_MS)
      this.recorder.tick(START + this.now);
    return this;
  }

  close(): this {
    this.recorder.close(START + this.now);
    return this;
  }

  /** What lies on the timeline, in order, in milliseconds since the start. */
  get line(): { what: string; from: number; to: number }[] {
    const segments = this.segments.map((one) => ({
      what: 'segment',
      from: one.startedAt,
      to: one.startedAt + one.durationMs,
    }));
    const gaps = this.gaps.map((one) => ({ what: one.cause, from: one.fromMs, to: one.toMs }));
    return [...segments, ...gaps]
      .sort((a, b) => a.from - b.from)
      .map(({ what, from, to }) => ({ what, from: Math.round(from - START), to: Math.round(to - START) }));
  }

  get tags(): number[] {
    return this.segments.flatMap(({ bytes }) => readWebm(bytes).blocks.map(({ data }) => tagOf(data)));
  }

  #send(frame: Uint8Array): void {
    const payloads = vp8Payloads(frame, 60);
    for (const [part, payload] of payloads.entries()) {
      const timestamp = this.timestampBase + this.now * 90;
      const marker = part === payloads.length - 1;
      const packet = rtpPacket({ sequence: this.sequence++, timestamp, marker, ssrc: this.ssrc, payload });
      if (!this.lose) this.recorder.rtp(packet, START + this.now);
    }
    this.recorder.tick(START + this.now);
  }
}

function count(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

describe('the recorder of a camera', () => {
  it('cuts about every ten seconds at a keyframe that it asks for, and loses no picture', () => {
    const camera = new Camera().film(35_000).close();
    expect(camera.tags).toEqual(count(0, 350));
    expect(camera.gaps).toEqual([]);
    expect(camera.segments.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    for (const { durationMs } of camera.segments.slice(0, 3))
      expect(Math.abs(durationMs - 10_000)).toBeLessThanOrEqual(200);
    expect(camera.asked).toHaveLength(3);
    expect(camera.segments[0]).toMatchObject({ codec: 'vp8', width: 640, height: 480, keyframes: 1, lostPackets: 0 });
    expect(camera.segments[0]!.packets).toBe(camera.segments[0]!.frames * 2);
  });

  it('takes a keyframe that another viewer asked for as its cut, unless it comes early', () => {
    for (const [after, segments] of [
      [3_000, 1],
      [8_000, 2],
    ] as const) {
      const camera = new Camera().film(after);
      camera.askForKeyframe();
      camera.film(1_000).close();
      expect(camera.segments).toHaveLength(segments);
      expect(camera.gaps).toEqual([]);
    }
  });

  it('goes on without a keyframe up to twice the length, and asks each second', () => {
    const camera = new Camera().film(1_000);
    camera.deaf = true;
    camera.film(24_000).close();
    expect(camera.line).toEqual([
      { what: 'segment', from: 0, to: 20_000 },
      { what: 'network', from: 20_000, to: 25_000 },
    ]);
    for (const [index, at] of camera.asked.slice(1).entries())
      expect(at - camera.asked[index]!).toBeGreaterThanOrEqual(1_000);
    expect(camera.asked.length).toBeGreaterThanOrEqual(14);
  });

  it('begins another segment when the picture changes its size', () => {
    const camera = new Camera().film(2_000);
    camera.size = { width: 320, height: 240 };
    camera.askForKeyframe();
    camera.film(2_000).close();
    expect(camera.segments.map(({ width, frames }) => [width, frames])).toEqual([
      [640, 20],
      [320, 20],
    ]);
    expect(camera.gaps).toEqual([]);
  });

  it('cuts at a lost packet, drops up to the next keyframe and says so', () => {
    const camera = new Camera().film(3_000);
    camera.lose = true;
    camera.film(300);
    camera.lose = false;
    camera.film(4_000).close();
    const [first, gap, second] = camera.line;
    expect(first).toEqual({ what: 'segment', from: 0, to: 3_000 });
    expect(gap).toMatchObject({ what: 'network', from: 3_000, to: second!.from });
    expect(camera.gaps[0]).toMatchObject({ lostPackets: 6 });
    // The keyframe is asked for while the packet is still waited for.
    expect(gap!.to).toBeLessThanOrEqual(4_000);
    expect(camera.tags).toEqual([...count(0, 30), ...count(gap!.to / 100, 73)]);
    expect(readWebm(camera.segments[1]!.bytes).blocks[0]).toMatchObject({ key: true, ms: 0 });
  });

  it('says while it lasts that there is a gap', () => {
    const camera = new Camera().film(1_000).rest(6_000);
    expect(camera.recorder.openGap).toMatchObject({ cause: 'network' });
    expect(camera.recorder.openGap!.fromMs).toBeCloseTo(START + 1_000, 0);
    camera.film(1_000);
    expect(camera.recorder.openGap).toBeNull();
  });

  it('hands out what it has when nothing comes any longer, and blames the line when packets are missing then', () => {
    const camera = new Camera().film(5_000);
    camera.lose = true;
    camera.film(1_000).rest(10_000);
    expect(camera.segments).toHaveLength(1);
    camera.lose = false;
    camera.film(3_000).close();
    expect(camera.line.map(({ what }) => what)).toEqual(['segment', 'network', 'segment']);
    expect(camera.gaps[0]!.lostPackets).toBe(20);
  });

  it('blames the device when the sender was silent and nothing is missing', () => {
    const camera = new Camera().film(5_000).rest(10_000).film(2_000).close();
    expect(camera.line[1]).toMatchObject({ what: 'device', from: 5_000 });
    expect(camera.line[2]!.to).toBe(17_000);
  });

  it('keeps a still screen whole: one picture each second, answers to its questions included', () => {
    const screen = new Camera();
    for (let second = 0; second < 30; second++) screen.film(100).rest(900);
    screen.close();
    expect(screen.tags).toEqual(count(0, 30));
    expect(screen.gaps).toEqual([]);
  });

  it('is closed while it is paused, with the cause that the caller gives', () => {
    const camera = new Camera().film(4_000);
    camera.recorder.pause(START + camera.now, 'operator');
    camera.rest(20_000);
    camera.recorder.resume(START + camera.now);
    camera.sequence += 3_000;
    camera.film(3_000).close();
    expect(camera.line.map(({ what }) => what)).toEqual(['segment', 'operator', 'segment']);
    expect(camera.line[1]!.from).toBe(4_000);
    expect(camera.gaps[0]!.lostPackets).toBe(0);
  });

  it('may be paused before anything came, and in the middle of a gap', () => {
    const camera = new Camera();
    camera.recorder.pause(START, 'device');
    camera.rest(2_000);
    camera.recorder.resume(START + 2_000);
    camera.film(1_000);
    camera.rest(7_000);
    camera.recorder.pause(START + camera.now, 'operator');
    camera.rest(5_000);
    camera.recorder.resume(START + camera.now);
    camera.film(1_000).close();
    expect(camera.line.map(({ what }) => what)).toEqual(['device', 'segment', 'network', 'operator', 'segment']);
    expect(camera.line[0]).toMatchObject({ from: 0, to: 2_000 });
    expect(camera.line[3]).toMatchObject({ from: 10_000 });
  });

  it('writes down that it waited for its first keyframe', () => {
    const camera = new Camera();
    camera.lose = true;
    camera.film(100);
    camera.lose = false;
    camera.film(2_000).close();
    expect(camera.line[0]).toMatchObject({ what: 'service', from: 100 });
    expect(camera.line[1]).toMatchObject({ what: 'segment', from: camera.line[0]!.to, to: 2_100 });
  });

  it('goes on when the sender begins anew with another SSRC and other numbers', () => {
    const camera = new Camera().film(4_000);
    camera.ssrc = 0x9999;
    camera.sequence = 17;
    camera.timestampBase = 5;
    camera.film(4_000).close();
    expect(camera.line.map(({ what }) => what)).toEqual(['segment', 'network', 'segment']);
    expect(camera.line[2]!.to).toBe(8_000);
  });

  it('goes on when only the sequence numbers begin anew', () => {
    const camera = new Camera().film(4_000);
    camera.sequence -= 20_000;
    camera.film(4_000).close();
    expect(camera.line.map(({ what }) => what)).toEqual(['segment', 'network', 'segment']);
    expect(camera.tags.at(-1)).toBe(79);
  });

  it('goes on by arrival when RTP time jumps', () => {
    for (const jump of [90_000 * 3600, -90_000 * 3600]) {
      const camera = new Camera().film(4_000);
      camera.timestampBase += jump;
      camera.film(4_000).close();
      expect(camera.line.map(({ what }) => what)).toEqual(['segment', 'device', 'segment']);
      expect(camera.line[2]!.to).toBe(8_000);
    }
  });

  it('may be closed twice, and ignores what comes after it', () => {
    const camera = new Camera().film(1_000).close().close();
    camera.film(1_000);
    camera.recorder.pause(START + camera.now, 'device');
    camera.recorder.resume(START + camera.now);
    camera.close();
    expect(camera.line).toEqual([{ what: 'segment', from: 0, to: 1_000 }]);
  });

  it('ends a segment that grows too large', () => {
    const camera = new Camera({ maxSegmentBytes: 4_000 }).film(10_000).close();
    expect(camera.segments.length).toBeGreaterThan(1);
    for (const { bytes } of camera.segments) expect(bytes.length).toBeLessThan(5_000);
    expect(camera.tags).toEqual(count(0, 100));
  });

  it('is not thrown off by bytes that are no packet, or packets of another kind', () => {
    const camera = new Camera({ payloadType: 96 }).film(1_000);
    camera.recorder.rtp(Uint8Array.of(1, 2, 3), START + camera.now);
    const other = { sequence: 1, timestamp: 1, payload: Uint8Array.of(1) };
    camera.recorder.rtp(rtpPacket({ ...other, payloadType: 97, ssrc: 7 }), START + camera.now);
    camera.film(1_000).close();
    expect(camera.tags).toEqual(count(0, 20));
    expect(camera.segments).toHaveLength(1);
  });

  it('puts its segments where the sender reports say, in step with the sound', () => {
    const participant = new ParticipantClock();
    const camera = new Camera({}, participant);
    const sound: RecordedSegment[] = [];
    const sink = { segment: (one: RecordedSegment) => sound.push(one), gap: fail, requestKeyframe: fail };
    const microphone = new TrackRecorder({ codec: 'opus' }, participant, sink);
    const sender = -7_200_000;
    for (let step = 0; step < 250; step++) {
      const ms = step * FRAME_MS;
      for (let at = ms; at < ms + FRAME_MS; at += 20) {
        const packet = rtpPacket({ sequence: at / 20, timestamp: at * 48, payload: Uint8Array.of(0xf8, 1, 2) });
        // The picture was taken 120 ms before it arrives, the sound 30 ms.
        microphone.rtp(packet, START + at - 90);
      }
      camera.film(FRAME_MS);
      if (step % 20 !== 5) continue;
      camera.recorder.senderReport(START + sender + ms - 120, camera.timestampBase + ms * 90, START + ms);
      microphone.senderReport(START + sender + ms - 120, ms * 48, START + ms);
    }
    camera.close();
    microphone.close(START + camera.now);
    for (const [index, segment] of camera.segments.entries()) {
      const content = index === 0 ? 0 : camera.segments[index - 1]!.startedAt + camera.segments[index - 1]!.durationMs;
      if (index > 0) expect(Math.abs(segment.startedAt - content)).toBeLessThan(5);
    }
    expect(Math.abs(camera.segments[0]!.startedAt - sound[0]!.startedAt)).toBeLessThan(30);
  });

  it('comes into step within a few segments when the first report is late', () => {
    const camera = new Camera({ segmentMs: 2_000 });
    // The first pictures come 70 ms late, which shows only when a report tells when they were taken.
    for (let step = 0; step < 20; step++) {
      camera.film(1_000);
      if (step < 5) continue;
      camera.recorder.senderReport(
        START + camera.now - 70,
        camera.timestampBase + camera.now * 90,
        START + camera.now - 70,
      );
    }
    camera.close();
    const late = camera.segments.map(
      ({ bytes, startedAt }) => startedAt - START - tagOf(readWebm(bytes).blocks[0]!.data) * FRAME_MS,
    );
    expect(late[0]).toBeCloseTo(0, 0);
    expect(Math.abs(late.at(-1)! + 70)).toBeLessThan(3);
    expect(camera.gaps).toEqual([]);
  });

  it('is not stretched by a report that contradicts the packets', () => {
    const camera = new Camera().film(5_000);
    camera.recorder.senderReport(START + camera.now, camera.timestampBase + camera.now * 90, START + camera.now);
    camera.film(4_000);
    camera.recorder.senderReport(
      START + camera.now,
      camera.timestampBase + (camera.now - 3_600_000) * 90,
      START + camera.now,
    );
    camera.close();
    for (const { bytes, durationMs } of camera.segments) {
      const { blocks } = readWebm(bytes);
      expect(durationMs - blocks.at(-1)!.ms).toBeLessThanOrEqual(FRAME_MS + 100);
    }
    expect(camera.segments[0]!.startedAt).toBeCloseTo(START, 0);
  });
});

function fail(): never {
  throw new Error('not expected here');
}

describe('the recorder of a microphone', () => {
  const toc = 0xf8;

  function hear(
    packets: readonly { index: number; sequence?: number; payload?: Uint8Array }[],
    options: Partial<TrackRecorderOptions> = {},
  ): { segments: RecordedSegment[]; gaps: RecordedGap[] } {
    const segments: RecordedSegment[] = [];
    const gaps: RecordedGap[] = [];
    const recorder = new TrackRecorder({ codec: 'opus', ...options }, new ParticipantClock(), {
      segment: (segment) => segments.push(segment),
      gap: (gap) => gaps.push(gap),
      requestKeyframe: fail,
    });
    for (const { index, sequence = index, payload = Uint8Array.of(toc, index >> 8, index & 0xff) } of packets) {
      const timestamp = 0xffff_f000 + index * 960;
      recorder.rtp(rtpPacket({ sequence: 65_400 + sequence, timestamp, payload }), START + index * 20);
    }
    recorder.close(START + (packets.at(-1)!.index + 1) * 20 + 2_000);
    return { segments, gaps };
  }

  const second = (from: number, to: number): { index: number }[] =>
    count(from * 50, to * 50).map((index) => ({ index }));

  it('cuts every ten seconds, exactly', () => {
    const { segments } = hear(second(0, 25));
    expect(segments.map(({ startedAt, durationMs, frames }) => [startedAt - START, durationMs, frames])).toEqual([
      [0, 10_000, 500],
      [10_000, 10_000, 500],
      [20_000, 5_000, 250],
    ]);
  });

  it('keeps a small loss inside its segment, filled with concealment', () => {
    const { segments, gaps } = hear([...second(0, 1), ...second(1, 2).slice(3)]);
    expect(segments).toHaveLength(1);
    expect(segments[0]).toMatchObject({ frames: 97, lostPackets: 3 });
    const blocks = readWebm(segments[0]!.bytes).blocks;
    expect(blocks.map(({ ms }) => ms)).toEqual(count(0, 100).map((index) => index * 20));
    expect(blocks.filter(({ data }) => data.length === 1)).toHaveLength(3);
    expect(gaps.filter(({ lostPackets }) => lostPackets > 0)).toEqual([]);
  });

  it('writes a larger loss down as a gap', () => {
    const { segments, gaps } = hear([...second(0, 1), ...second(1, 3).slice(20)]);
    expect(segments.map(({ frames }) => frames)).toEqual([50, 80]);
    expect(gaps[0]).toEqual({
      fromMs: START + 1_000,
      toMs: START + 1_400,
      cause: 'network',
      lostPackets: 20,
      droppedPackets: 0,
    });
  });

  it('does not take a silence that the encoder left out for a loss', () => {
    const silent = second(0, 4).filter(({ index }) => index < 50 || index >= 150 || index % 20 === 10);
    const { segments, gaps } = hear(silent.map(({ index }, sequence) => ({ index, sequence })));
    expect(segments).toHaveLength(1);
    expect(segments[0]).toMatchObject({ frames: silent.length, lostPackets: 0, durationMs: 4_000 });
    expect(readWebm(segments[0]!.bytes).blocks).toHaveLength(200);
    expect(gaps.filter(({ fromMs }) => fromMs < START + 4_000)).toEqual([]);
  });

  it('treats a malformed packet as one that did not come', () => {
    const { segments } = hear(
      second(0, 1).map(({ index }) => (index === 7 ? { index, payload: Uint8Array.of(0xfb, 0) } : { index })),
    );
    expect(segments[0]).toMatchObject({ frames: 49, lostPackets: 1 });
  });
});
