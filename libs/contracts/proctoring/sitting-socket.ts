import { z } from 'zod';

import { id, moment } from '../common';
import { response } from '../exams/exams';
import { command, namespace } from '../socket';
import { storable } from '../storable';
import { detectedCode } from './flag';
import { message, mySitting, sittingClock } from './sitting';

const base = {
  /** Grows by one per device; the server takes each number once. */
  sequence: z.number().int().min(1),
  /** The server's time as the browser estimates it. */
  at: moment,
};

/** What a browser kept in its own store first and reports in order. */
export const reportEntry = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('answer'), itemId: id, response, flagged: z.boolean() }),
  z.strictObject({
    ...base,
    kind: z.literal('observation_opened'),
    observationId: id,
    code: detectedCode,
    detector: z.string().max(60),
    detectorVersion: z.string().max(20),
    confidence: z.number().min(0).max(1),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('observation_closed'),
    observationId: id,
    confidence: z.number().min(0).max(1),
  }),
  /** A moment worth a mark on the timeline: item opened, full screen entered, page loaded. */
  z.strictObject({
    ...base,
    kind: z.literal('milestone'),
    name: z.string().max(60),
    detail: z.string().max(200).default(''),
  }),
]);
export type ReportEntry = z.infer<typeof reportEntry>;

/** The candidate's socket: one connection a sitting; the newer device takes over after a question. */
export const sittingNamespace = namespace({
  path: '/sitting',
  commands: {
    /** First command; answers `other_device` unless `takeOver` is set. */
    join: command(
      'own_sitting.act',
      z.strictObject({ sittingId: id, deviceId: z.uuid(), takeOver: z.boolean().default(false) }),
      z.strictObject({ sitting: mySitting, acceptedThrough: z.number().int(), messages: z.array(message) }),
    ),
    /** Answers and observations, oldest first; safe to repeat. */
    report: command(
      'own_sitting.act',
      z.strictObject({
        deviceId: z.uuid(),
        // Refused for a character in it, an answer would never leave the browser.
        entries: z.preprocess(storable, z.array(reportEntry).min(1).max(200)),
      }),
      z.strictObject({ acceptedThrough: z.number().int(), late: z.array(z.number().int()) }),
    ),
    /** Sensors and page are alive; also how the clock offset is measured. */
    heartbeat: command(
      'own_sitting.act',
      z.strictObject({ sensors: z.record(z.string().max(40), z.enum(['working', 'starting', 'failed', 'off'])) }),
      z.strictObject({ now: moment, clock: sittingClock }),
    ),
    say: command('own_sitting.act', z.strictObject({ id, text: z.string().trim().min(1).max(2000) }), message),
  },
  events: {
    /** The sitting changed: state, clock, identity, reason. */
    changed: mySitting,
    message,
    /** A proctor's warning, to be shown above everything else until it is acknowledged. */
    warning: z.strictObject({ id, text: z.string() }),
    /** Another device took this sitting over. */
    taken_over: z.strictObject({ at: moment }),
    /** Media has to be set up anew: ask for a new ticket. */
    media_moved: z.strictObject({ reason: z.string() }),
  },
});
