import type { ToWorker } from './face-messages';

/** Chromium's way to a track's frames; the compiler's library does not have it yet. */
type TrackProcessor = new (options: { track: MediaStreamTrack; maxBufferSize?: number }) => {
  readonly readable: ReadableStream<VideoFrame>;
};

function trackProcessor(): TrackProcessor | undefined {
  return (globalThis as { MediaStreamTrackProcessor?: TrackProcessor }).MediaStreamTrackProcessor;
}

/** `stream`: the worker gets the frames themselves. `pictures`: the page plays the camera unseen and hands over stills. */
export type FrameWay = 'stream' | 'pictures';

/** Leads a camera's frames to the worker, by the best way that this browser has. */
export class CameraFrames {
  private video: HTMLVideoElement | null = null;
  private shownAt = -1;
  private readonly way: FrameWay;

  constructor(way?: FrameWay) {
    this.way = way ?? (trackProcessor() === undefined ? 'pictures' : 'stream');
  }

  /** From now on the worker gets the frames of this track. */
  attach(worker: Worker, track: MediaStreamTrack): void {
    this.detach();
    const Processor = trackProcessor();
    if (this.way === 'stream' && Processor !== undefined) {
      const { readable } = new Processor({ track, maxBufferSize: 1 });
      post(worker, { type: 'stream', stream: readable }, [readable]);
      return;
    }
    this.video = unseenVideo(track);
    post(worker, { type: 'pictures' });
  }

  /** Answers the worker's wish: with a picture newer than the last one, or with none. */
  async give(worker: Worker): Promise<void> {
    const { video } = this;
    const fresh = video !== null && video.readyState >= video.HAVE_CURRENT_DATA && video.currentTime !== this.shownAt;
    if (!fresh) return post(worker, { type: 'picture', picture: null, pageTime: performance.now() });
    this.shownAt = video.currentTime;
    const pageTime = performance.now();
    const picture = await createImageBitmap(video).catch(() => null);
    post(worker, { type: 'picture', picture, pageTime }, picture === null ? [] : [picture]);
  }

  detach(worker?: Worker): void {
    if (worker !== undefined) post(worker, { type: 'nothing' });
    if (this.video === null) return;
    this.video.srcObject = null;
    this.video.remove();
    this.video = null;
    this.shownAt = -1;
  }
}

/** In the page, because some browsers play nothing outside it; of one pixel, and no reader hears of it. */
function unseenVideo(track: MediaStreamTrack): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.setAttribute('aria-hidden', 'true');
  video.tabIndex = -1;
  Object.assign(video.style, { position: 'fixed', width: '1px', height: '1px', opacity: '0', pointerEvents: 'none' });
  video.srcObject = new MediaStream([track]);
  document.body.append(video);
  // Refused until the person touches the page, in some browsers: it is tried again with the next touch.
  video
    .play()
    .catch(() =>
      document.addEventListener('pointerdown', () => void video.play().catch(() => undefined), { once: true }),
    );
  return video;
}

export function post(worker: Worker, message: ToWorker, transfer: Transferable[] = []): void {
  worker.postMessage(message, transfer);
}
