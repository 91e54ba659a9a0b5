import fc from 'fast-check';
import { rtpPacket, tagOf, vp8Frame, vp8Payloads } from '../../../test/support/rtp';
import { readWebm } from '../../../test/support/webm';
import { ParticipantClock } from './participant-clock';
import { TrackRecorder } from './track-recorder';
import type { RecordedGap, RecordedSegment, TrackCodec } from './types';

const START = Date.UTC(2026, 5, 1, 9);
const REORDER_MS = 400;
const SEGMENT_MS = 2_000;
const SENDER_IS_WRONG_BY = -7_654_321;

interface Frame {
  tag: number;
  /** Milliseconds since the start. */
  ms: number;
  key: boolean;
  width: number;
  packets: number;
  /** RTP time. */
  timestamp: number;
}

interface Arrival {
  frame: Frame;
  bytes: Uint8Array;
  at: number;
}

interface Stream {
  codec: TrackCodec;
  frames: Frame[];
  arrivals: Arrival[];
  /** Tags of frames of which a packet was lost. */
  broken: Set<number>;
  /** A sender report with each so many packets, its time wrong by so many milliseconds in turn; none without. */
  reports: { every: number; errors: number[] } | null;
}

interface Result {
  segments: RecordedSegment[];
  gaps: RecordedGap[];
}

/** What happens to one packet on its way. */
const fate = fc.record({
  delay: fc.integer({ min: 0, max: REORDER_MS - 100 }),
  lost: fc.boolean(),
  twice: fc.boolean(),
});

/** A stream of frames with its packets' fates; `risk` is the share of packets that may be lost, in per mille. */
function stream(codec: TrackCodec, risk: number): fc.Arbitrary<Stream> {
  return fc
    .record({
      steps: fc.array(fc.integer({ min: 30, max: 180 }), { minLength: 5, maxLength: 120 }),
      keyEvery: fc.integer({ min: 3, max: 30 }),
      resizeEvery: fc.integer({ min: 10, max: 60 }),
      mtu: fc.integer({ min: 20, max: 120 }),
      sequence: fc.constantFrom(0, 100, 65_400, 65_535),
      timestamp: fc.constantFrom(0, 0xffff_ff00, 0xfff8_0000),
      fates: fc.array(fate, { minLength: 50, maxLength: 200 }),
      dice: fc.infiniteStream(fc.integer({ min: 0, max: 999 })),
      late: fc.boolean(),
      reports: fc.option(
        fc.record({
          every: fc.integer({ min: 3, max: 60 }),
          errors: fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 20 }),
        }),
      ),
    })
    .map(({ steps, keyEvery, resizeEvery, mtu, sequence, timestamp, fates, dice, late, reports }) => {
      const made: Stream = { codec, frames: [], arrivals: [], broken: new Set(), reports };
      let ms = 0;
      let number = 0;
      for (const [tag, step] of steps.entries()) {
        const width = 320 + 16 * Math.floor(tag / resizeEvery);
        const frame: Frame = { tag, ms, key: tag % keyEvery === 0, width, packets: 0, timestamp: 0 };
        const key = frame.key || tag % resizeEvery === 0;
        const payloads =
          codec === 'opus' ? [opus(tag)] : vp8Payloads(vp8Frame(key, tag, width, 240, 60 + ((tag * 37) % 300)), mtu);
        frame.packets = payloads.length;
        made.frames.push(frame);
        frame.timestamp = (timestamp + ms * (codec === 'opus' ? 48 : 90)) % 2 ** 32;
        for (const [part, payload] of payloads.entries()) {
          const marker = part === payloads.length - 1;
          const bytes = rtpPacket({
            sequence: sequence + number,
            timestamp: frame.timestamp,
            marker,
            payload,
          });
          const { delay, lost, twice } = fates[number % fates.length]!;
          const isFirst = number++ === 0;
          const at = START + ms + 50 + (late && !isFirst ? delay : 0);
          if (!isFirst && lost && (dice.next().value as number) < risk) made.broken.add(tag);
          else for (const more of twice ? [0, 90] : [0]) made.arrivals.push({ frame, bytes, at: at + more });
        }
        ms += codec === 'opus' ? 20 : step;
      }
      made.arrivals.sort((a, b) => a.at - b.at);
      return made;
    });
}

/** 20 ms of sound with a number in it. */
function opus(tag: number): Uint8Array {
  const payload = Buffer.alloc(20, tag & 0xff);
  payload[0] = 0xf8;
  payload.writeUInt32BE(tag, 10);
  return payload;
}

function record({ codec, arrivals, reports }: Stream, ticks = 0): Result {
  const result: Result = { segments: [], gaps: [] };
  const options = { codec, segmentMs: SEGMENT_MS, reorderMs: REORDER_MS, lossToleranceMs: 50 };
  const recorder = new TrackRecorder(options, new ParticipantClock(), {
    segment: (segment) => result.segments.push(segment),
    gap: (gap) => result.gaps.push(gap),
    requestKeyframe: () => undefined,
  });
  let now = arrivals[0]!.at;
  for (const [index, { bytes, at, frame }] of arrivals.entries()) {
    for (let tick = 1; tick <= ticks; tick++) recorder.tick(now + ((at - now) * tick) / (ticks + 1));
    now = at;
    recorder.rtp(bytes, at);
    if (reports === null || index % reports.every !== 0) continue;
    const error = reports.errors[index % reports.errors.length]!;
    recorder.senderReport(START + SENDER_IS_WRONG_BY + frame.ms + error, frame.timestamp, at);
  }
  recorder.close(now + 1);
  return result;
}

/** Frames in segments, real ones only, with the wall time at which the recording shows them. */
function shown({ segments }: Result): { tag: number; at: number }[] {
  return segments.flatMap(({ bytes, startedAt }) =>
    readWebm(bytes)
      .blocks.filter(({ data }) => data.length > 1)
      .map(({ ms, data }) => ({ tag: tagOf(data), at: startedAt + ms })),
  );
}

function expectWellFormed(made: Stream, result: Result): void {
  for (const [index, segment] of result.segments.entries()) {
    const file = readWebm(segment.bytes);
    expect(segment.sequence).toBe(index + 1);
    expect(file.blocks[0]).toMatchObject({ ms: 0, key: true });
    for (const [at, block] of file.blocks.entries()) {
      if (at > 0) expect(block.ms).toBeGreaterThanOrEqual(file.blocks[at - 1]!.ms);
    }
    expect(file.blocks.at(-1)!.ms).toBeLessThan(segment.durationMs + 1);
    expect(file.blocks.filter(({ data }) => data.length > 1)).toHaveLength(segment.frames);
    if (made.codec === 'opus') continue;
    expect(file.blocks.filter(({ key }) => key)).toHaveLength(segment.keyframes);
    expect([file.width, file.height]).toEqual([segment.width, segment.height]);
    for (const { data } of file.blocks) expect(made.frames[tagOf(data)]!.width).toBe(segment.width);
  }
}

/** Segments and gaps lie one after another; the small seams that a corrected clock leaves are no more than that. */
function expectOneLine({ segments, gaps }: Result): void {
  const line = [
    ...segments.map(({ startedAt, durationMs }) => ({ from: startedAt, to: startedAt + durationMs })),
    ...gaps.map(({ fromMs, toMs }) => ({ from: fromMs, to: toMs })),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
  for (const [index, { from, to }] of line.entries()) {
    expect(to).toBeGreaterThan(from);
    if (index === 0) continue;
    expect(from - line[index - 1]!.to).toBeGreaterThan(-1e-6);
    expect(from - line[index - 1]!.to).toBeLessThanOrEqual(100);
  }
}

describe.each(['vp8', 'opus'] as const)('whatever the network does to %s', (codec) => {
  it('every frame is recorded once and in order when nothing is lost', () => {
    fc.assert(
      fc.property(stream(codec, 0), (made) => {
        const result = record(made);
        expectWellFormed(made, result);
        expectOneLine(result);
        expect(result.gaps).toEqual([]);
        expect(shown(result).map(({ tag }) => tag)).toEqual(made.frames.map(({ tag }) => tag));
      }),
      { numRuns: 150 },
    );
  });

  it('what is lost lies in a gap, and nothing that needs it is shown', () => {
    fc.assert(
      fc.property(stream(codec, 400), (made) => {
        const result = record(made);
        expectWellFormed(made, result);
        expectOneLine(result);
        const frames = shown(result);
        const tags = frames.map(({ tag }) => tag);
        expect(tags).toEqual([...new Set(tags)].sort((a, b) => a - b));
        expect(tags.filter((tag) => made.broken.has(tag))).toEqual([]);
        if (codec === 'vp8') expectDecodable(made, result);
        expectAccounted(made, result, frames);
      }),
      { numRuns: 150 },
    );
  });

  it('how often it is told the time changes nothing', () => {
    fc.assert(
      fc.property(stream(codec, 300), fc.integer({ min: 1, max: 5 }), (made, ticks) => {
        expect(record(made, ticks)).toEqual(record(made));
      }),
      { numRuns: 50 },
    );
  });
});

/** In a segment the frames follow each other without a hole. */
function expectDecodable(made: Stream, { segments }: Result): void {
  for (const { bytes } of segments) {
    const tags = readWebm(bytes).blocks.map(({ data }) => tagOf(data));
    expect(tags).toEqual(tags.map((_, index) => tags[0]! + index));
    expect(made.frames[tags[0]!]!.packets).toBeGreaterThan(0);
  }
}

/** A frame that is not shown lies between two that are, and a gap lies there too (or, in sound, the tolerance). */
function expectAccounted(
  made: Stream,
  { segments, gaps }: Result,
  frames: readonly { tag: number; at: number }[],
): void {
  for (const [index, { tag, at }] of frames.entries()) {
    const before = frames[index - 1];
    if (before === undefined || before.tag === tag - 1) continue;
    const explained = gaps.some(({ fromMs, toMs }) => fromMs >= before.at && toMs <= at + 1);
    const tolerated =
      made.codec === 'opus' &&
      at - before.at <= 20 + 50 + 1 &&
      segments.some(({ lostPackets }) => lostPackets >= tag - before.tag - 1);
    expect(explained || tolerated).toBe(true);
  }
}
