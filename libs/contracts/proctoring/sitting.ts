import { z } from 'zod';

import { id, language, localized, moment } from '../common';
import { eventKind, profile, rosterEntry, source } from '../schedule/schedule';
import { flagCode, flagState } from './flag';

export const sittingStates = [
  'invited',
  'checking',
  'waiting',
  'identifying',
  'ready',
  'live',
  'interrupted',
  'ended',
  'in_review',
  'closed',
  'refused',
  'absent',
  'void',
] as const;
export const sittingState = z.enum(sittingStates);
export type SittingState = z.infer<typeof sittingState>;

/** How a sitting's time stands; computed from facts, `now` is the server's. */
export const sittingClock = z.strictObject({
  now: moment,
  startedAt: moment.nullable(),
  /** Null before the start and while paused. */
  endsAt: moment.nullable(),
  remainingSeconds: z.number(),
  grantedSeconds: z.number(),
  pausedAt: moment.nullable(),
});
export type SittingClock = z.infer<typeof sittingClock>;

export const consentDocument = z.strictObject({
  version: z.number().int(),
  language,
  sha256: z.string(),
  title: z.string(),
  /** Paragraphs: purpose, what is collected and by which detector, who sees it, how long, rights, how to withdraw. */
  sections: z.array(z.strictObject({ heading: z.string(), paragraphs: z.array(z.string()) })),
});
export type ConsentDocument = z.infer<typeof consentDocument>;

export const checkName = z.enum(['browser', 'camera', 'microphone', 'connection', 'screen', 'storage']);
export type CheckName = z.infer<typeof checkName>;

export const deviceReport = z.strictObject({
  checks: z
    .array(z.strictObject({ name: checkName, passed: z.boolean(), detail: z.string().max(300).default('') }))
    .max(10),
  userAgent: z.string().max(500),
  camera: z
    .strictObject({ label: z.string().max(200), width: z.number(), height: z.number(), framesPerSecond: z.number() })
    .nullable(),
  microphone: z.strictObject({ label: z.string().max(200), peak: z.number().min(0).max(1) }).nullable(),
  screen: z.strictObject({ surface: z.string().max(40), width: z.number(), height: z.number() }).nullable(),
  /** Kilobits per second, measured against this installation. */
  uploadKbps: z.number().min(0).nullable(),
  roundTripMs: z.number().min(0).nullable(),
});
export type DeviceReport = z.infer<typeof deviceReport>;

export const alternative = z.strictObject({
  requestedAt: moment,
  reason: z.string(),
  answeredAt: moment.nullable(),
  granted: z.boolean().nullable(),
  answer: z.string(),
});

export const identityState = z.enum(['none', 'requested', 'confirmed', 'refused', 'again']);
export type IdentityState = z.infer<typeof identityState>;

export const message = z.strictObject({
  id,
  at: moment,
  from: z.enum(['candidate', 'proctor', 'system']),
  name: z.string(),
  text: z.string(),
});
export type MessageView = z.infer<typeof message>;

/** A candidate's own sitting. */
export const mySitting = z.strictObject({
  id,
  event: z.strictObject({
    id,
    kind: eventKind,
    title: localized,
    discipline: localized,
    language,
    opensAt: moment,
    closesAt: moment,
    admissionFrom: moment,
    durationSeconds: z.number().int(),
    aids: z.string(),
    items: z.number().int(),
  }),
  state: sittingState,
  profile,
  silencedDetectors: z.array(flagCode),
  clock: sittingClock,
  consentedAt: moment.nullable(),
  deviceCheckedAt: moment.nullable(),
  rehearsedAt: moment.nullable(),
  identity: z.strictObject({ state: identityState, reason: z.string() }),
  alternative: alternative.nullable(),
  /** Why the person was refused, paused or ended, in the proctor's words. */
  reason: z.string(),
  receiptNumber: z.string().nullable(),
  recordingUntil: moment.nullable(),
});
export type MySitting = z.infer<typeof mySitting>;

export const flagView = z.strictObject({
  id,
  code: flagCode,
  severity: z.number().int(),
  origin: z.enum(['detector', 'proctor', 'system']),
  detector: z.string(),
  detectorVersion: z.string(),
  startedAt: moment,
  /** Null while it lasts. */
  endedAt: moment.nullable(),
  confidence: z.number().min(0).max(1),
  note: z.string(),
  state: flagState,
  triagedBy: z.string().nullable(),
  triagedAt: moment.nullable(),
  triageNote: z.string(),
});
export type FlagView = z.infer<typeof flagView>;

export const actionKind = z.enum([
  'admitted',
  'refused',
  'again',
  'warned',
  'paused',
  'resumed',
  'granted',
  'ended',
  'network_granted',
  'taken_over',
]);
export const actionView = z.strictObject({
  id,
  at: moment,
  kind: actionKind,
  by: z.string().nullable(),
  reason: z.string(),
  seconds: z.number().nullable(),
});
export type ActionView = z.infer<typeof actionView>;

export const connectionState = z.enum(['never', 'online', 'lost']);
export type ConnectionState = z.infer<typeof connectionState>;

export const decisionOutcome = z.enum(['cleared', 'retake', 'annulled']);
export const decisionView = z.strictObject({
  outcome: decisionOutcome,
  reason: z.string(),
  proposedBy: z.string(),
  proposedById: id,
  proposedAt: moment,
  needsSecond: z.boolean(),
  confirmedBy: z.string().nullable(),
  confirmedAt: moment.nullable(),
  state: z.enum(['proposed', 'rejected', 'reached']),
});
export type DecisionView = z.infer<typeof decisionView>;

/** One candidate on a proctor's wall or in the list of an event. */
export const sittingRow = z.strictObject({
  id,
  accountId: id,
  name: z.string(),
  group: z.string().nullable(),
  state: sittingState,
  connection: connectionState,
  /** Since when the connection is as it is. */
  connectionSince: moment.nullable(),
  clock: sittingClock,
  identity: identityState,
  /** Those that a person has yet to look at; what is nobody's fault (severity 0) waits for nobody. */
  openFlags: z.number().int(),
  flags: z.number().int(),
  unreadMessages: z.number().int(),
  alternativeRequested: z.boolean(),
  publishing: z.array(source),
  /** What was decided or waits for a second person; null before, and after a proposal was sent back. */
  decision: decisionView.pick({ outcome: true, state: true }).nullable(),
});
export type SittingRow = z.infer<typeof sittingRow>;

/** Everything that staff may know of one sitting. */
export const sittingDetail = z.strictObject({
  row: sittingRow,
  event: z.strictObject({ id, title: localized, discipline: localized, kind: eventKind, language }),
  profile,
  candidate: z.strictObject({ login: z.string(), phone: z.string().nullable(), email: z.string().nullable() }),
  accommodation: rosterEntry.pick({ extraSeconds: true, silencedDetectors: true }),
  consent: z.strictObject({ at: moment, version: z.number().int(), language, sha256: z.string() }).nullable(),
  device: deviceReport.nullable(),
  identity: z.strictObject({
    state: identityState,
    reason: z.string(),
    /** The images exist until the sitting ends. */
    hasImages: z.boolean(),
    decidedBy: z.string().nullable(),
    decidedAt: moment.nullable(),
  }),
  alternative: alternative.nullable(),
  flags: z.array(flagView),
  actions: z.array(actionView),
  messages: z.array(message),
  decision: decisionView.nullable(),
  /** Who looked at this person's recording and when (DP-14). */
  views: z.array(z.strictObject({ at: moment, name: z.string(), what: z.string() })),
});
export type SittingDetail = z.infer<typeof sittingDetail>;
