import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  ParticipantClock,
  TrackRecorder,
  type RecordedGap,
  type RecordedSegment,
  type TrackCodec,
  type TrackRecorderOptions,
} from '@aigaq/recorder';
import { launchBrowser } from '../support/browser';
import { ivfFrames, oggPackets, rtpPacket, vp8Payloads, vp9Payloads } from '../support/rtp';

const run = promisify(execFile);
const FRAMES_PER_SECOND = 12;
const SECONDS = 25;
const START = Date.UTC(2026, 5, 1, 9);

interface Packet {
  bytes: Uint8Array;
  at: number;
}

interface Recording {
  segments: RecordedSegment[];
  gaps: RecordedGap[];
  asked: number;
}

interface Probe {
  streams: { codec_name: string; width?: number; height?: number; nb_read_frames: string }[];
  format: { duration: string };
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aigaq-recorder-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A real encoder's frames: a moving test picture with a keyframe each five seconds. */
async function encode(codec: 'vp8' | 'vp9', size = '320x240', seconds = SECONDS): Promise<Buffer[]> {
  const file = join(folder, `${codec}-${size}-${seconds}.ivf`);
  const encoder = codec === 'vp8' ? 'libvpx' : 'libvpx-vp9';
  await run('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', `testsrc=size=${size}:rate=${FRAMES_PER_SECOND}:duration=${seconds}`],
    ...[
      '-c:v',
      encoder,
      '-deadline',
      'realtime',
      '-cpu-used',
      '8',
      '-b:v',
      '300k',
      '-g',
      String(5 * FRAMES_PER_SECOND),
    ],
    ...['-pix_fmt', 'yuv420p', '-lag-in-frames', '0', '-auto-alt-ref', '0', file],
  ]);
  return ivfFrames(await readFile(file));
}

async function encodeOpus(seconds = SECONDS): Promise<Buffer[]> {
  const file = join(folder, `sound-${seconds}.ogg`);
  await run('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}:sample_rate=48000`],
    ...['-c:a', 'libopus', '-b:a', '32k', '-frame_duration', '20', '-page_duration', '20000', file],
  ]);
  return oggPackets(await readFile(file));
}

/** Packets of a frame sequence, from close to the wrap of both counters. */
function packetise(frames: readonly Buffer[], codec: 'vp8' | 'vp9', clockRate = 90_000): Packet[] {
  const packets: Packet[] = [];
  let sequence = 65_500;
  for (const [index, frame] of frames.entries()) {
    const key = codec === 'vp8' ? (frame[0]! & 1) === 0 : (frame[0]! & 0x04) === 0;
    const payloads =
      codec === 'vp8'
        ? vp8Payloads(frame, 900, [0x80, 0x80 | (index >> 8), index & 0xff])
        : vp9Payloads(frame, key, 900);
    const timestamp = 0xffff_0000 + Math.round((index * clockRate) / FRAMES_PER_SECOND);
    for (const [part, payload] of payloads.entries()) {
      const marker = part === payloads.length - 1;
      packets.push({
        bytes: rtpPacket({ sequence: sequence++, timestamp: timestamp % 2 ** 32, marker, payload, extension: 2 }),
        at: START + 40 + (index * 1000) / FRAMES_PER_SECOND,
      });
    }
  }
  return packets;
}

function packetiseOpus(frames: readonly Buffer[]): Packet[] {
  return frames.map((payload, index) => ({
    bytes: rtpPacket({ sequence: 65_000 + index, timestamp: (0xffff_ff00 + index * 960) % 2 ** 32, payload }),
    at: START + 25 + index * 20,
  }));
}

function record(codec: TrackCodec, packets: readonly Packet[], options: Partial<TrackRecorderOptions> = {}): Recording {
  const recording: Recording = { segments: [], gaps: [], asked: 0 };
  const recorder = new TrackRecorder({ codec, ...options }, new ParticipantClock(), {
    segment: (segment) => recording.segments.push(segment),
    gap: (gap) => recording.gaps.push(gap),
    requestKeyframe: () => recording.asked++,
  });
  for (const { bytes, at } of packets) recorder.rtp(bytes, at);
  recorder.close(packets.at(-1)!.at + 20);
  return recording;
}

async function store(segment: RecordedSegment): Promise<string> {
  const file = join(folder, `${segment.codec}-${segment.sequence}.webm`);
  await writeFile(file, segment.bytes);
  return file;
}

async function probe(file: string): Promise<Probe> {
  const { stdout, stderr } = await run('ffprobe', [
    ...['-v', 'warning', '-count_frames', '-show_streams', '-show_format', '-of', 'json', file],
  ]);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Probe;
}

/** What a decoder says of the file at the level of warnings, and one line for each frame. */
async function decode(file: string): Promise<string[]> {
  const { stdout, stderr } = await run('ffmpeg', ['-v', 'warning', '-xerror', '-i', file, '-f', 'framecrc', '-'], {
    maxBuffer: 1 << 24,
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

async function expectPlayable(segment: RecordedSegment): Promise<void> {
  const file = await store(segment);
  const { streams, format } = await probe(file);
  expect(streams).toHaveLength(1);
  expect(streams[0]!.codec_name).toBe(segment.codec);
  expect(Number(streams[0]!.nb_read_frames)).toBe(segment.frames);
  expect(Math.abs(Number(format.duration) * 1000 - segment.durationMs)).toBeLessThanOrEqual(2);
  if (segment.codec !== 'opus') {
    expect([streams[0]!.width, streams[0]!.height]).toEqual([segment.width, segment.height]);
    expect(await decode(file)).toHaveLength(segment.frames);
  } else await decode(file);
}

describe('the recorder on what real encoders make', () => {
  it.each(['vp8', 'vp9'] as const)(
    'cuts %s into segments that ffmpeg decodes to the last frame',
    async (codec) => {
      const frames = await encode(codec);
      const { segments, gaps } = record(codec, packetise(frames, codec));
      expect(gaps).toEqual([]);
      expect(segments.map((segment) => segment.frames)).toEqual([120, 120, 60]);
      for (const segment of segments) await expectPlayable(segment);
      const seams = segments
        .slice(1)
        .map((segment, index) => segment.startedAt - segments[index]!.startedAt - segments[index]!.durationMs);
      for (const seam of seams) expect(Math.abs(seam)).toBeLessThan(0.01);
    },
    60_000,
  );

  it('leaves no broken picture behind a lost packet, only a gap up to the next keyframe', async () => {
    const packets = packetise(await encode('vp8'), 'vp8');
    const lost = packets.findIndex(({ at }) => at > START + 7_000);
    const { segments, gaps } = record('vp8', packets.toSpliced(lost, 1));
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ cause: 'network', lostPackets: 1 });
    expect(gaps[0]!.toMs - START - 40).toBeCloseTo(10_000, 0);
    for (const segment of segments) await expectPlayable(segment);
  }, 60_000);

  it('begins another segment when the size of the picture changes', async () => {
    const small = await encode('vp8', '320x240', 5);
    const large = await encode('vp8', '640x480', 5);
    const { segments, gaps } = record('vp8', packetise([...small, ...large], 'vp8'));
    expect(gaps).toEqual([]);
    expect(segments.map(({ width, height, frames }) => [width, height, frames])).toEqual([
      [320, 240, 60],
      [640, 480, 60],
    ]);
    for (const segment of segments) await expectPlayable(segment);
  }, 60_000);

  it('cuts Opus into segments that hold every packet', async () => {
    const packets = await encodeOpus();
    const { segments, gaps } = record('opus', packetiseOpus(packets));
    expect(gaps).toEqual([]);
    expect(segments.map((segment) => segment.frames)).toEqual([500, 500, packets.length - 1000]);
    for (const segment of segments) await expectPlayable(segment);
  }, 60_000);

  it('fills a silence that the encoder left out so that a decoder hears no hole', async () => {
    const packets = packetiseOpus(await encodeOpus(5));
    // What DTX does: consecutive numbers, a step of 400 ms in time.
    const silent = packets.filter((_, index) => index < 100 || index >= 120);
    const renumbered = silent.map(({ bytes, at }, index) => {
      const copy = Buffer.from(bytes);
      copy.writeUInt16BE((65_000 + index) & 0xffff, 2);
      return { bytes: copy, at };
    });
    const { segments, gaps } = record('opus', renumbered);
    expect(gaps).toEqual([]);
    expect(segments).toHaveLength(1);
    expect(segments[0]!.frames).toBe(silent.length);
    const decoded = await decode(await store(segments[0]!));
    expect(decoded).toHaveLength(packets.length);
  }, 60_000);

  it('gives one continuous file when segments are joined as a player joins them', async () => {
    const { segments } = record('vp8', packetise(await encode('vp8'), 'vp8'));
    const files = await Promise.all(segments.map(store));
    const list = join(folder, 'list.txt');
    await writeFile(list, files.map((file) => `file '${file}'\n`).join(''));
    const joined = join(folder, 'joined.webm');
    await run('ffmpeg', ['-v', 'error', '-y', '-f', 'concat', '-safe', '0', '-i', list, '-c', 'copy', joined]);
    expect(await decode(joined)).toHaveLength(SECONDS * FRAMES_PER_SECOND);
    expect(Math.abs(Number((await probe(joined)).format.duration) - SECONDS)).toBeLessThan(0.1);
  }, 60_000);

  it('plays in a browser that is fed segment by segment, without a seam', async () => {
    const sound = packetiseOpus(await encodeOpus());
    const tracks = [
      { mime: 'video/webm; codecs="vp8"', segments: record('vp8', packetise(await encode('vp8'), 'vp8')).segments },
      { mime: 'video/webm; codecs="vp9"', segments: record('vp9', packetise(await encode('vp9'), 'vp9')).segments },
      { mime: 'audio/webm; codecs="opus"', segments: record('opus', sound).segments },
    ];
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      for (const { mime, segments } of tracks) {
        const files = segments.map(({ bytes, startedAt }) => ({
          at: (startedAt - segments[0]!.startedAt) / 1000,
          base64: Buffer.from(bytes).toString('base64'),
        }));
        const { ranges, ended } = await page.evaluate<Played>(`(${PLAY})(${JSON.stringify({ mime, files })})`);
        expect(ranges).toHaveLength(1);
        expect(ranges[0]![0]).toBe(0);
        expect(Math.abs(ranges[0]![1] - SECONDS)).toBeLessThan(0.1);
        expect(ended).toBe(true);
      }
    } finally {
      await browser.close();
    }
  }, 60_000);
});

interface Played {
  ranges: [from: number, to: number][];
  ended: boolean;
}

/** Runs in the page: appends the files as the player does, and plays them fast to the end. An error rejects. */
const PLAY = `async ({ mime, files }) => {
  const video = document.createElement('video');
  const media = new MediaSource();
  const failed = new Promise((_, reject) => {
    video.addEventListener('error', () => reject(new Error(video.error.message)));
  });
  const heard = (target, name) =>
    Promise.race([failed, new Promise((resolve) => target.addEventListener(name, resolve, { once: true }))]);
  video.muted = true;
  video.src = URL.createObjectURL(media);
  await heard(media, 'sourceopen');
  const buffer = media.addSourceBuffer(mime);
  for (const { at, base64 } of files) {
    buffer.timestampOffset = at;
    buffer.appendBuffer(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
    await heard(buffer, 'updateend');
  }
  media.endOfStream();
  const { buffered } = buffer;
  const ranges = Array.from({ length: buffered.length }, (_, index) => [buffered.start(index), buffered.end(index)]);
  video.playbackRate = 16;
  await Promise.all([heard(video, 'ended'), video.play()]);
  return { ranges, ended: video.ended };
}`;
