import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import { routes, type RecordingView } from '@aigaq/contracts';

import { query } from '../../api/call';
import { useLifetime } from '../../shared/use-lifetime';
import { ReviewPlayer, type PlayerView } from './review-player';
import { indexRecording, type SegmentIndex } from './segment-index';
import { canPlayRecordings } from './source-feed';

/** Milliseconds between two looks for new segments: near the live end often enough to stay within 15 s of it. */
const nearLiveMilliseconds = 3000;
const otherwiseMilliseconds = 12_000;

export interface Recorded {
  readonly recording: RecordingView | undefined;
  readonly index: SegmentIndex | null;
  /** Null while nothing is recorded, or in a browser that cannot play it. */
  readonly player: ReviewPlayer | null;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/** The recording of a sitting and what plays it; asks for more while it still grows. */
export function useRecording(sittingId: string, allowed: boolean, at: number | undefined): Recorded {
  const client = useQueryClient();
  const [nearLive, setNearLive] = useState(true);
  const found = useQuery({
    ...query(routes.recording, { params: { id: sittingId } }),
    enabled: allowed,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.running === true && (nearLive ? nearLiveMilliseconds : otherwiseMilliseconds),
  });
  const recording = found.data;
  const index = useMemo(() => (recording ? indexRecording(recording) : null), [recording]);
  // Only an earlier beginning needs another player: all its elements count from there.
  const origin = index?.from;
  const player = useLifetime(
    useCallback(() => {
      const options = query(routes.recording, { params: { id: sittingId } });
      const data = client.getQueryData(options.queryKey);
      const first = data && indexRecording(data);
      if (!first || origin === undefined || !canPlayRecordings()) return null;
      const value = new ReviewPlayer(data, first, () => client.fetchQuery({ ...options, staleTime: 0 }), at);
      value.start();
      return { value, end: () => value.stop() };
    }, [client, sittingId, origin, at]),
  );
  useEffect(() => {
    if (player && recording) player.update(recording);
  }, [player, recording]);
  useEffect(() => player?.subscribe(() => setNearLive(player.view().nearLive)), [player]);

  const { error, isPending, refetch } = found;
  return { recording, index, player, error, isPending: allowed && isPending, refetch };
}

const noListener = (): (() => void) => () => undefined;
const nothing = (): null => null;

export function usePlayerView(player: ReviewPlayer | null): PlayerView | null {
  return useSyncExternalStore(player?.subscribe ?? noListener, player?.view ?? nothing);
}
