import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Raise it whenever the pictures or the sound change, so that no old file is taken. */
const version = 2;
/** Chromium plays every .mjpeg at this rate, whatever it was made for. */
const mjpegRate = 30;
const portrait = join(__dirname, 'portrait.png');

export interface Scene {
  readonly faces: 0 | 1 | 2;
  readonly seconds: number;
}

export interface CameraOptions {
  readonly timeline: readonly Scene[];
  /** Seconds from the start of the file at which the picture turns white and a tone of 1 kHz sounds, both for `markMs`. */
  readonly marks?: readonly number[];
  readonly markMs?: number;
  /**
   * Makes a .y4m, which Chromium plays at this rate, 460 KB a picture, instead of a small .mjpeg at 30. A picture that
   * comes late by more than its time makes all later ones late, and the sound does not wait: fewer bear a busy machine.
   */
  readonly framesPerSecond?: number;
  /** The sound is played once instead of over and over; the pictures always begin anew. */
  readonly soundOnce?: boolean;
  /** Where made files are kept for the next run. */
  readonly folder?: string;
}

export interface Camera {
  readonly video: string;
  readonly audio: string;
  /** Length of both before they begin anew. */
  readonly seconds: number;
  /** What Chromium has to be started with to take the files for camera and microphone. */
  readonly flags: readonly string[];
}

/** Makes, or finds made before, a camera that shows the portrait as the timeline says. Needs ffmpeg; rejects without it. */
export async function makeCamera(options: CameraOptions): Promise<Camera> {
  const { timeline, marks = [], markMs = 200, soundOnce = false } = options;
  const folder = options.folder ?? join(tmpdir(), 'aigaq-camera');
  const seconds = timeline.reduce((sum, scene) => sum + scene.seconds, 0);
  const { framesPerSecond: rate = mjpegRate } = options;
  const raw = options.framesPerSecond !== undefined;
  const recipe = JSON.stringify([version, timeline, marks, markMs, rate, ...(raw ? ['y4m'] : [])]);
  const name = createHash('sha256')
    .update(recipe)
    .update(await readFile(portrait))
    .digest('hex')
    .slice(0, 24);
  const video = join(folder, `${name}.${raw ? 'y4m' : 'mjpeg'}`);
  const audio = join(folder, `${name}.wav`);
  const white = during(marks.map((from) => [from, from + markMs / 1000]));
  await mkdir(folder, { recursive: true });
  const encoded = raw
    ? ['-pix_fmt', 'yuv420p', '-f', 'yuv4mpegpipe']
    : ['-pix_fmt', 'yuvj420p', '-c:v', 'mjpeg', '-q:v', '4', '-f', 'mjpeg'];
  await make(video, [...pictures(timeline, white, seconds, rate), ...encoded]);
  await make(audio, [...sound(white, seconds), '-f', 'wav']);
  const flags = [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
    `--use-file-for-fake-audio-capture=${audio}${soundOnce ? '%noloop' : ''}`,
  ];
  return { video, audio, seconds, flags };
}

/** Under another name first: two tests that make the same file at once never read half of one. */
async function make(path: string, ffmpegArguments: readonly string[]): Promise<void> {
  const there = await access(path).then(
    () => true,
    () => false,
  );
  if (there) return;
  const unfinished = `${path}.${randomUUID()}`;
  await run('ffmpeg', ['-v', 'error', '-nostdin', ...ffmpegArguments, '-bitexact', '-y', unfinished]);
  await rename(unfinished, path);
}

/** An expression of ffmpeg that is 1 within the spans of seconds. */
function during(spans: readonly (readonly [number, number])[]): string {
  if (spans.length === 0) return '0';
  return spans.map(([from, to]) => `gte(t,${from})*lt(t,${to})`).join('+');
}

function pictures(timeline: readonly Scene[], white: string, seconds: number, rate: number): string[] {
  let from = 0;
  const spans = timeline.map((scene) => ({ faces: scene.faces, span: [from, (from += scene.seconds)] as const }));
  const when = (faces: number) => during(spans.filter((scene) => scene.faces === faces).map((scene) => scene.span));
  const size = `s=640x480:r=${rate}:d=${seconds}`;
  // A little movement, as of somebody who sits and reads: a picture that stands still would be nothing for an encoder.
  const sway = (x: number) => `x='${x}+8*sin(2*PI*t/5)'`;
  const graph = [
    `color=c=0x8090a0:${size}[ground]`,
    `color=c=white:${size}[white]`,
    `[0]split=3[a][b][c]`,
    `[a]scale=360:360[one]`,
    `[b]scale=300:300[left]`,
    `[c]scale=300:300,hflip[right]`,
    `[ground][one]overlay=${sway(140)}:y=100:enable='${when(1)}'[s1]`,
    `[s1][left]overlay=${sway(10)}:y=150:enable='${when(2)}'[s2]`,
    `[s2][right]overlay=${sway(330)}:y=150:enable='${when(2)}'[s3]`,
    `[s3][white]overlay=enable='${white}'`,
  ];
  return ['-i', portrait, '-filter_complex', graph.join(';'), '-t', String(seconds)];
}

/** Faint noise, the same each time, under the tones: a microphone is never quite silent. */
function sound(white: string, seconds: number): string[] {
  const expression = `0.002*(random(0)-0.5)+0.5*sin(2*PI*1000*t)*(${white})`;
  return ['-f', 'lavfi', '-i', `aevalsrc='${expression}':s=48000:d=${seconds}`, '-ac', '1', '-c:a', 'pcm_s16le'];
}
