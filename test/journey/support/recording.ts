import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { RecordingView, SegmentView, Source } from '@aigaq/contracts';

const execute = promisify(execFile);
/** A decoded segment is a few hundred thousand samples. */
const options = { maxBuffer: 64 * 1024 * 1024, encoding: 'buffer' } as const;

/** Milliseconds since 1970; half open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface StoredSegment {
  readonly file: string;
  readonly view: SegmentView;
}

/** Every segment of a sitting in the folder store, each with its line of the manifest. Rejects when they differ. */
export async function storedSegments(store: string, recording: RecordingView): Promise<StoredSegment[]> {
  const stored = new Map<string, string>();
  const recordings = join(store, 'recordings');
  for (const path of await readdir(recordings, { recursive: true })) {
    const [, sitting, source, track, file] = path.split('/');
    if (sitting === recording.sittingId && file?.endsWith('.webm') === true) {
      stored.set(`${source} ${track} ${Number.parseInt(file, 10)}`, join(recordings, path));
    }
  }
  const found = recording.segments.map((view) => {
    const name = `${view.source} ${view.trackId} ${view.sequence}`;
    const file = stored.get(name);
    stored.delete(name);
    if (file === undefined) throw new Error(`The manifest names ${name}, which is not in the store.`);
    return { file, view };
  });
  if (stored.size > 0) throw new Error(`Not in the manifest: ${[...stored.values()].join(', ')}`);
  return found;
}

/** What ffprobe, reading every packet and decoding every frame, says of a file; `errors` is empty when all is well. */
export async function probe(file: string): Promise<{ codec: string; frames: number; errors: string; sha256: string }> {
  const { stdout, stderr } = await execute(
    'ffprobe',
    ['-v', 'warning', '-count_frames', '-show_entries', 'stream=codec_name,nb_read_frames', '-of', 'json', file],
    options,
  );
  const { streams } = JSON.parse(stdout.toString()) as { streams: { codec_name: string; nb_read_frames: string }[] };
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  const [stream] = streams;
  return { codec: stream?.codec_name ?? '', frames: Number(stream?.nb_read_frames), errors: stderr.toString(), sha256 };
}

/** What is missing of `wanted` in the segments of a source, seams of less than a frame or two closed. */
export function missing(segments: readonly SegmentView[], source: Source, wanted: readonly Span[]): Span[] {
  const recorded = union(
    segments
      .filter((segment) => segment.source === source)
      .map(({ startedAt, durationMs }) => ({
        from: Date.parse(startedAt),
        to: Date.parse(startedAt) + durationMs,
      })),
  );
  return recorded
    .reduce<readonly Span[]>(
      (left, one) =>
        left.flatMap(({ from, to }) => [
          { from, to: Math.min(to, one.from) },
          { from: Math.max(from, one.to), to },
        ]),
      wanted,
    )
    .filter(({ from, to }) => to > from);
}

export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

const seamMs = 250;

function union(spans: readonly Span[]): Span[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to + seamMs) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** The moments at which the picture turned white, milliseconds since 1970. */
export async function flashes(segments: readonly StoredSegment[]): Promise<number[]> {
  return onsets(segments, 'camera', async (file) => {
    const print = 'signalstats,metadata=mode=print:key=lavfi.signalstats.YAVG:file=-';
    const { stdout } = await execute(
      'ffmpeg',
      ['-v', 'error', '-i', file, '-vf', `scale=64:48,${print}`, '-f', 'null', '/dev/null'],
      options,
    );
    const frames = stdout.toString().matchAll(/pts_time:(\S+)\s+lavfi\.signalstats\.YAVG=(\S+)/g);
    return [...frames].map(([, at, brightness]) => ({ atMs: Number(at) * 1000, on: Number(brightness) > 200 }));
  });
}

const rate = 8000;
/** Samples of 10 ms. */
const window = rate / 100;
const toneHz = 1000;
/** Of full scale; the tone is fed in at a half, the noise under it is hundreds of times weaker. */
const audible = 0.02;

/** The moments at which the tone of the made camera began to sound, milliseconds since 1970. */
export async function beeps(segments: readonly StoredSegment[]): Promise<number[]> {
  return onsets(segments, 'microphone', async (file) => {
    const { stdout } = await execute(
      'ffmpeg',
      [
        ...['-v', 'error', '-i', file, '-af', 'aresample=async=1:first_pts=0'],
        ...['-f', 'f32le', '-ac', '1', '-ar', String(rate), '-'],
      ],
      options,
    );
    const samples = new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length));
    return Array.from({ length: Math.floor(samples.length / window) }, (_, index) => ({
      atMs: index * 10,
      on: amplitude(samples.subarray(index * window, (index + 1) * window)) > audible,
    }));
  });
}

/** How strong the tone is in a stretch that holds whole waves of it, as a share of full scale. */
function amplitude(samples: Float32Array): number {
  let [sine, cosine] = [0, 0];
  samples.forEach((sample, index) => {
    const angle = (2 * Math.PI * toneHz * index) / rate;
    sine += sample * Math.sin(angle);
    cosine += sample * Math.cos(angle);
  });
  return (2 * Math.hypot(sine, cosine)) / samples.length;
}

interface Sample {
  readonly atMs: number;
  readonly on: boolean;
}

/** Turns what was measured within each file into moments at which it turned on; a seam between two files is none. */
async function onsets(
  segments: readonly StoredSegment[],
  source: Source,
  measure: (file: string) => Promise<readonly Sample[]>,
): Promise<number[]> {
  const found: number[] = [];
  let lastOn = -Infinity;
  const ordered = segments
    .filter(({ view }) => view.source === source)
    .sort((a, b) => Date.parse(a.view.startedAt) - Date.parse(b.view.startedAt));
  for (const { file, view } of ordered) {
    for (const { atMs, on } of await measure(file)) {
      const at = Date.parse(view.startedAt) + atMs;
      if (!on) continue;
      if (at - lastOn > 1000) found.push(at);
      lastOn = at;
    }
  }
  return found;
}
