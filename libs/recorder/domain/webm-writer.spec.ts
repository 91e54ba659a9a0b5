import fc from 'fast-check';
import { readWebm } from '../../../test/support/webm';
import { WebmWriter, type WebmTrack } from './webm-writer';

const camera: WebmTrack = { codec: 'vp8', width: 640, height: 480, channels: 2 };
const microphone: WebmTrack = { codec: 'opus', width: 0, height: 0, channels: 2 };
const STARTED = Date.UTC(2026, 4, 20, 9, 30) + 0.125;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const CUES = 0x1c53bb6b;

function write(
  track: WebmTrack,
  frames: readonly [ms: number, key: boolean, size: number][],
  durationMs: number,
): Uint8Array {
  const writer = new WebmWriter(track, 100);
  for (const [index, [ms, key, size]] of frames.entries())
    writer.frame(ms, key, new Uint8Array(size).fill(index), 0, size);
  return writer.finish(STARTED, durationMs);
}

describe('a WebM segment', () => {
  it('says what it is, when it was and how long', () => {
    const file = readWebm(
      write(
        camera,
        [
          [0, true, 900],
          [83, false, 20],
        ],
        166.5,
      ),
    );
    expect(file).toMatchObject({
      docType: 'webm',
      codec: 'V_VP8',
      width: 640,
      height: 480,
      durationMs: 166.5,
      channels: null,
    });
    expect(file.startedAt).toBeCloseTo(STARTED, 2);
    expect(file.seeks).toEqual([INFO, TRACKS, CUES].map((id) => ({ wanted: id, found: id })));
  });

  it('carries what an Opus decoder needs', () => {
    const file = readWebm(write(microphone, [[0, true, 80]], 20));
    expect(file).toMatchObject({ codec: 'A_OPUS', channels: 2, codecDelay: 0, seekPreRoll: 80_000_000 });
    expect(Buffer.from(file.codecPrivate!).toString('hex')).toBe('4f707573486561640102000080bb0000000000');
  });

  it('lets its last picture last until the end', () => {
    const file = readWebm(
      write(
        camera,
        [
          [0, true, 9],
          [100, false, 300],
          [250, false, 70_000],
        ],
        900.4,
      ),
    );
    expect(file.blocks.map(({ ms, key, durationMs }) => [ms, key, durationMs])).toEqual([
      [0, true, null],
      [100, false, null],
      [250, false, 650],
    ]);
    expect(file.blocks.map(({ data }) => [data.length, data[0], data.at(-1)])).toEqual([
      [9, 0, 0],
      [300, 1, 1],
      [70_000, 2, 2],
    ]);
  });

  it('begins a new cluster before a block time could overflow', () => {
    const file = readWebm(
      write(
        camera,
        [
          [0, true, 9],
          [29_999, false, 9],
          [30_000, false, 9],
          [95_000, true, 9],
        ],
        96_000,
      ),
    );
    expect(file.clusters).toEqual([0, 30_000, 95_000]);
    expect(file.blocks.map(({ ms }) => ms)).toEqual([0, 29_999, 30_000, 95_000]);
    expect(file.cues.map(({ ms, block }) => [ms, block?.ms])).toEqual([
      [0, 0],
      [95_000, 95_000],
    ]);
  });

  it('reads back as it was written, whatever the frames are', () => {
    const frame = fc.record({
      step: fc.integer({ min: 0, max: 40_000 }),
      key: fc.boolean(),
      size: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(122, 123, 124, 16_378, 16_379, 16_380, 70_000)),
    });
    fc.assert(
      fc.property(
        fc.array(frame, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(camera, microphone),
        (frames, track) => {
          let ms = 0;
          const written = frames.map(({ step, key, size }, index): [number, boolean, number] => {
            ms += index === 0 ? 0 : step;
            return [ms, track === microphone || key || index === 0, size];
          });
          const file = readWebm(write(track, written, ms + 50));
          expect(file.blocks.map(({ ms: at, key, data }) => [at, key, data.length])).toEqual(written);
          expect(file.blocks.every(({ data }, index) => data.every((byte) => byte === index))).toBe(true);
          for (const cue of file.cues) expect([cue.block?.ms, cue.block?.key]).toEqual([cue.ms, true]);
        },
      ),
    );
  });
});
