import { z } from 'zod';

import { id, moment } from '../common';
import { source } from '../schedule/schedule';

/** What a signed ticket says; the node believes nothing else about the person who joins. */
export const ticketClaims = z.strictObject({
  /** Unique per ticket: a ticket is used once. */
  jti: z.uuid(),
  /** An event's room, or `rehearsal:<sitting>`. */
  room: z.string().max(100),
  /** A sitting for a candidate, an account for a proctor. */
  participant: id,
  role: z.enum(['candidate', 'watcher']),
  publish: z.array(source),
  /** Whose media may be received: nobody's, one's own (rehearsal) or everybody's in the room. */
  watch: z.enum(['none', 'own', 'room']),
  /** Sources that the node records. */
  record: z.array(source),
  /** Name of the node for which the ticket is good. */
  node: z.string().max(100),
  /** Seconds since 1970; two minutes after the issue. */
  iat: z.number().int(),
  exp: z.number().int(),
});
export type TicketClaims = z.infer<typeof ticketClaims>;

export const joinTicketAnswer = z.strictObject({
  ticket: z.string(),
  url: z.string(),
  room: z.string(),
  expiresAt: moment,
});
export type JoinTicket = z.infer<typeof joinTicketAnswer>;
