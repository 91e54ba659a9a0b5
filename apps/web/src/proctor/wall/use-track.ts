import { createContext, useContext, useEffect, useState } from 'react';

import type { Source } from '@aigaq/contracts';

import type { MediaState, MediaWatcher, Quality } from '../../media';

/** Null while nobody has begun to watch. */
export const WatcherContext = createContext<MediaWatcher | null>(null);

/** One source of one candidate, live; null while there is none. It is received only while `wanted`. */
export function useTrack(
  participant: string,
  source: Source,
  quality: Quality,
  wanted: boolean,
): MediaStreamTrack | null {
  const watcher = useContext(WatcherContext);
  const [track, setTrack] = useState<MediaStreamTrack | null>(null);
  useEffect(() => {
    if (!watcher || !wanted) return undefined;
    const stop = watcher.watch(participant, source, quality, setTrack);
    return () => {
      stop();
      setTrack(null);
    };
  }, [watcher, participant, source, quality, wanted]);
  return track;
}

export function useMediaState(watcher: MediaWatcher | null): MediaState {
  const [state, setState] = useState<MediaState>('connecting');
  useEffect(() => watcher?.onState(setState), [watcher]);
  return state;
}
