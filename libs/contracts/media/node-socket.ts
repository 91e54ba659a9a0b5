import { z } from 'zod';

import { id, moment } from '../common';
import { gapCause } from '../proctoring/recording';
import { source } from '../schedule/schedule';
import { command, namespace } from '../socket';

const track = { room: z.string(), participant: id, trackId: id, source };

/** What a media node reports; kept on its disk until the API has acknowledged it, and safe to repeat by `factId`. */
export const mediaFact = z.discriminatedUnion('kind', [
  z.strictObject({ factId: id, kind: z.literal('track_started'), at: moment, ...track, codec: z.string() }),
  z.strictObject({ factId: id, kind: z.literal('track_ended'), at: moment, ...track, cause: gapCause.nullable() }),
  z.strictObject({
    factId: id,
    kind: z.literal('segment_stored'),
    at: moment,
    ...track,
    sequence: z.number().int().min(0),
    objectKey: z.string(),
    sha256: z.string().length(64),
    size: z.number().int(),
    startedAt: moment,
    durationMs: z.number(),
    codec: z.string(),
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
    packets: z.number().int(),
    lostPackets: z.number().int(),
  }),
  z.strictObject({
    factId: id,
    kind: z.literal('gap_found'),
    at: moment,
    ...track,
    from: moment,
    to: moment,
    cause: gapCause,
  }),
]);
export type MediaFact = z.infer<typeof mediaFact>;

/** Between a media node (client) and the API (server); signed in by the shared secret of the installation. */
export const nodeNamespace = namespace({
  path: '/node',
  commands: {
    hello: command(
      'media_node',
      z.strictObject({
        name: z.string().max(100),
        url: z.string().max(500),
        workers: z.number().int(),
        version: z.string(),
      }),
      z.strictObject({ now: moment }),
    ),
    facts: command(
      'media_node',
      z.strictObject({ facts: z.array(mediaFact).min(1).max(500) }),
      z.strictObject({ accepted: z.array(id) }),
    ),
    load: command(
      'media_node',
      z.strictObject({
        rooms: z.number().int(),
        participants: z.number().int(),
        cpu: z.number(),
        backlog: z.number().int(),
      }),
      z.strictObject({ now: moment }),
    ),
  },
  events: {
    openRoom: z.strictObject({ room: z.string() }),
    closeRoom: z.strictObject({ room: z.string() }),
    /** Ends one participant's media: the sitting ended or moved to another device. */
    remove: z.strictObject({ room: z.string(), participant: id, reason: z.string() }),
    drain: z.strictObject({ reason: z.string() }),
  },
});
