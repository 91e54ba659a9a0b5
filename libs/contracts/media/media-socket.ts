import { z } from 'zod';

import { id } from '../common';
import { source } from '../schedule/schedule';
import { command, namespace } from '../socket';

/** mediasoup's own structures: checked by mediasoup itself, carried as they are. */
const opaque = z.record(z.string(), z.unknown());

export const publication = z.strictObject({ participant: id, source, producerId: id, paused: z.boolean() });
export type Publication = z.infer<typeof publication>;

/** Between a browser and a media node; everything but `join` needs a joined socket. */
export const mediaNamespace = namespace({
  path: '/media',
  commands: {
    join: command(
      'signed_link',
      z.strictObject({ ticket: z.string().max(4000) }),
      z.strictObject({ rtpCapabilities: opaque, publications: z.array(publication), iceServers: z.array(opaque) }),
    ),
    createTransport: command(
      'signed_link',
      z.strictObject({ direction: z.enum(['send', 'receive']) }),
      z.strictObject({ id, iceParameters: opaque, iceCandidates: z.array(opaque), dtlsParameters: opaque }),
    ),
    connectTransport: command(
      'signed_link',
      z.strictObject({ transportId: id, dtlsParameters: opaque }),
      z.strictObject({ done: z.literal(true) }),
    ),
    restartIce: command('signed_link', z.strictObject({ transportId: id }), z.strictObject({ iceParameters: opaque })),
    produce: command(
      'signed_link',
      z.strictObject({ transportId: id, source, rtpParameters: opaque, paused: z.boolean().default(false) }),
      z.strictObject({ producerId: id }),
    ),
    closeProducer: command(
      'signed_link',
      z.strictObject({ producerId: id }),
      z.strictObject({ done: z.literal(true) }),
    ),
    pauseProducer: command(
      'signed_link',
      z.strictObject({ producerId: id, paused: z.boolean() }),
      z.strictObject({ done: z.literal(true) }),
    ),
    consume: command(
      'signed_link',
      z.strictObject({
        transportId: id,
        producerId: id,
        rtpCapabilities: opaque,
        /** `small`: the lowest simulcast layer, for the wall. */
        quality: z.enum(['small', 'full']),
      }),
      z.strictObject({ consumerId: id, producerId: id, kind: z.enum(['audio', 'video']), rtpParameters: opaque }),
    ),
    resumeConsumer: command(
      'signed_link',
      z.strictObject({ consumerId: id }),
      z.strictObject({ done: z.literal(true) }),
    ),
    setQuality: command(
      'signed_link',
      z.strictObject({ consumerId: id, quality: z.enum(['small', 'full']) }),
      z.strictObject({ done: z.literal(true) }),
    ),
    closeConsumer: command(
      'signed_link',
      z.strictObject({ consumerId: id }),
      z.strictObject({ done: z.literal(true) }),
    ),
  },
  events: {
    published: publication,
    unpublished: z.strictObject({ participant: id, source, producerId: id }),
    consumerClosed: z.strictObject({ consumerId: id }),
    /** The node stops: ask the API for a ticket to another. */
    draining: z.strictObject({ reason: z.string() }),
    /** What the node sees of this participant's own tracks, each few seconds. */
    received: z.strictObject({
      tracks: z.array(z.strictObject({ source, kbps: z.number(), lossPercent: z.number() })),
    }),
  },
});
