import { Pace } from '../domain/pace';
import { FaceModel } from './face-model';
import type { FromWorker, ToWorker } from './face-messages';

/** The part of a worker's global scope that is used: the compiler knows this folder as a page's code. */
interface Scope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}
const scope = self as unknown as Scope;

let model: FaceModel | null = null;
let pace: Pace | null = null;
let pageTimeAhead = 0;
/** Names the newest source; a loop that finds another name here ends. */
let source = 0;

function pageTime(): number {
  return performance.now() + pageTimeAhead;
}

async function look(picture: VideoFrame | ImageBitmap, takenAt: number): Promise<void> {
  if (model === null || pace === null) return;
  const startedAt = performance.now();
  const seen = await model.look(picture);
  pace.spent(performance.now() - startedAt);
  scope.postMessage({ type: 'sample', pageTime: takenAt, ...seen, frameMs: pace.frameMs, intervalMs: pace.intervalMs });
}

/** Reads every frame, because one that is not read stays and is old when it is; looks at a few of them. */
async function readStream(stream: ReadableStream<VideoFrame>, name: number): Promise<void> {
  const reader = stream.getReader();
  let dueAt = 0;
  while (name === source) {
    const { done, value: frame } = await reader.read();
    if (done) {
      if (name === source) scope.postMessage({ type: 'stream-ended' });
      return;
    }
    const at = pageTime();
    try {
      if (name !== source || model === null || pace === null || at < dueAt) continue;
      dueAt = at + pace.intervalMs;
      await look(frame, at);
    } finally {
      frame.close();
    }
  }
  await reader.cancel();
}

/** Asks for the next picture after the interval. A worker's timer runs on while the page is hidden. */
function wantPicture(name: number): void {
  setTimeout(() => {
    if (name === source) scope.postMessage({ type: 'want' });
  }, pace?.intervalMs ?? 0);
}

async function begin(message: ToWorker & { type: 'begin' }): Promise<void> {
  pageTimeAhead = message.pageTime - performance.now();
  pace = new Pace(message.frames);
  model = await FaceModel.load(message.assets);
  scope.postMessage({ type: 'ready' });
}

async function handle(message: ToWorker): Promise<void> {
  if (message.type === 'begin') return begin(message);
  if (message.type === 'picture') {
    if (message.picture !== null) {
      await look(message.picture, message.pageTime);
      message.picture.close();
    }
    return wantPicture(source);
  }
  source += 1;
  if (message.type === 'stream') return readStream(message.stream, source);
  if (message.type === 'pictures') wantPicture(source);
}

function fail(error: unknown): void {
  scope.postMessage({ type: 'failed', problem: error instanceof Error ? error.message : String(error) });
}

scope.onmessage = ({ data }) => {
  Promise.resolve()
    .then(() => handle(data))
    .catch(fail);
};
