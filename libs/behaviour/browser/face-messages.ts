import type { FrameParameters } from '../domain/parameters';

/** All times here are milliseconds on the page's `performance.now()`, to which the worker sets its own clock at `begin`. */
export type ToWorker =
  | { readonly type: 'begin'; readonly assets: string; readonly frames: FrameParameters; readonly pageTime: number }
  /** The camera's frames themselves; the page is not in their way, nor hidden pages' slow timers. */
  | { readonly type: 'stream'; readonly stream: ReadableStream<VideoFrame> }
  /** The page cannot give a stream: ask it for each picture with `want`. */
  | { readonly type: 'pictures' }
  | { readonly type: 'picture'; readonly picture: ImageBitmap | null; readonly pageTime: number }
  | { readonly type: 'nothing' };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly problem: string }
  | { readonly type: 'want' }
  | { readonly type: 'stream-ended' }
  | {
      readonly type: 'sample';
      readonly pageTime: number;
      readonly scores: readonly number[];
      readonly brightness: number;
      readonly frameMs: number;
      readonly intervalMs: number;
    };
