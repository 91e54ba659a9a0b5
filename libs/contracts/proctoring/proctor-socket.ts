import { z } from 'zod';

import { id, moment } from '../common';
import { command, namespace } from '../socket';
import { manualCode } from './flag';
import { flagView, message, sittingDetail, sittingRow } from './sitting';

const reason = z.string().trim().min(3).max(2000);
const onSitting = { /** Makes the command safe to repeat. */ commandId: id, sittingId: id };

/** The proctor's socket: the candidates of the events to which the proctor is assigned. */
export const proctorNamespace = namespace({
  path: '/proctor',
  commands: {
    watch: command('sitting.watch', z.strictObject({ eventId: id }), z.strictObject({ rows: z.array(sittingRow) })),
    unwatch: command('sitting.watch', z.strictObject({ eventId: id }), z.strictObject({ done: z.literal(true) })),
    /** Opens one candidate: the detail, kept fresh by `detail` events. Leaves a trace (DP-14). */
    open: command('sitting.watch', z.strictObject({ sittingId: id }), sittingDetail),
    identify: command(
      'sitting.identify',
      z.strictObject({
        ...onSitting,
        verdict: z.enum(['confirmed', 'refused', 'again']),
        reason: z.string().trim().max(2000).default(''),
        /** Last four characters of the document's number, kept with the result. */
        documentLast4: z.string().trim().max(4).default(''),
      }),
      sittingDetail,
    ),
    say: command(
      'sitting.message',
      z.strictObject({ sittingId: id, id, text: z.string().trim().min(1).max(2000) }),
      message,
    ),
    warn: command('sitting.message', z.strictObject({ ...onSitting, text: reason }), sittingDetail),
    pause: command('sitting.pause', z.strictObject({ ...onSitting, reason }), sittingDetail),
    resume: command('sitting.pause', z.strictObject({ ...onSitting }), sittingDetail),
    grant: command(
      'sitting.grant_time',
      z.strictObject({ ...onSitting, seconds: z.number().int().min(60).max(7200), reason }),
      sittingDetail,
    ),
    end: command('sitting.end', z.strictObject({ ...onSitting, reason }), sittingDetail),
    flag: command(
      'flag.raise',
      z.strictObject({ ...onSitting, code: manualCode, note: reason, startedAt: moment }),
      flagView,
    ),
    dismiss: command(
      'flag.triage',
      z.strictObject({ flagId: id, note: z.string().trim().max(2000).default('') }),
      flagView,
    ),
  },
  events: {
    row: sittingRow,
    flag: z.strictObject({ sittingId: id, flag: flagView }),
    message: z.strictObject({ sittingId: id, message }),
    /** The candidate that is open in the side panel changed. */
    detail: sittingDetail,
  },
});
