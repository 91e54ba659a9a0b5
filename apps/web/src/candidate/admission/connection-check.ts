import { routes, type Source } from '@aigaq/contracts';

import { call } from '../../api/call';
import { MediaPublisher } from '../../media';
import type { LocalMedia } from '../live/local-media';

export interface Measured {
  readonly uploadKbps: number;
  readonly roundTripMs: number;
}

const small = 256 * 1024;
const large = 1024 * 1024;
/** A line that takes the small file in less is measured again with the large one, where its start counts less. */
const quickMilliseconds = 1500;
const reachMilliseconds = 20_000;

/** How quickly this line carries noise to the server, and how long a word there and back takes. Throws when it is down. */
export async function measureLine(sittingId: string): Promise<Measured> {
  const word = await upload(sittingId, 1);
  const again = await upload(sittingId, 1);
  const roundTripMs = Math.min(word, again);
  const first = await upload(sittingId, small);
  const [bytes, milliseconds] = first < quickMilliseconds ? [large, await upload(sittingId, large)] : [small, first];
  // The round trip is not the line's width.
  const carried = Math.max(1, milliseconds - roundTripMs);
  return { uploadKbps: Math.round((bytes * 8) / carried), roundTripMs: Math.round(roundTripMs) };
}

async function upload(sittingId: string, bytes: number): Promise<number> {
  const noise = new Uint8Array(bytes);
  // The generator fills 65 536 bytes at a time.
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(noise.subarray(at, Math.min(bytes, at + 65_536)));
  const files = { noise: new Blob([noise], { type: 'application/octet-stream' }) };
  const from = performance.now();
  await call(routes.probe, { params: { id: sittingId }, files });
  return performance.now() - from;
}

/** Whether the media server hears what is sent: shown in a room of rehearsal, where nothing is recorded. */
export async function reachMedia(sittingId: string, sources: readonly Source[], media: LocalMedia): Promise<boolean> {
  const publisher = new MediaPublisher(() =>
    call(routes.myTicket, { params: { id: sittingId }, body: { purpose: 'rehearsal' } }),
  );
  const tracks = sources.flatMap((source) => {
    const track = source === 'screen' ? null : media.of(source).get();
    return track ? [{ source, track }] : [];
  });
  for (const { source, track } of tracks) void publisher.setTrack(source, track);
  try {
    return await new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), reachMilliseconds);
      publisher.onReceived((received) => received.some(({ kbps }) => kbps > 0) && resolve(true));
      // Without a track there is nothing to hear: being let in is all that can be tried.
      publisher.onState((state) => state === 'live' && tracks.length === 0 && resolve(true));
      publisher.open();
    });
  } finally {
    publisher.close();
  }
}
