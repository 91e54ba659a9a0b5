import { z } from 'zod';

import { id, language, localized, moment, pageOf, pageQuery } from '../common';
import { flagCode } from '../proctoring/flag';

export const eventKinds = ['current_control', 'final_control', 'interim_attestation', 'final_attestation'] as const;
export const eventKind = z.enum(eventKinds);
export type EventKind = z.infer<typeof eventKind>;

export const eventStates = ['draft', 'approved', 'announced', 'open', 'closed', 'cancelled'] as const;
export const eventState = z.enum(eventStates);
export type EventState = z.infer<typeof eventState>;

export const sources = ['camera', 'screen', 'microphone'] as const;
export const source = z.enum(sources);
export type Source = z.infer<typeof source>;

export const profileNames = ['none', 'light', 'standard', 'strict'] as const;
export const profileName = z.enum(profileNames);
export type ProfileName = z.infer<typeof profileName>;

/** What is collected of a person in a room, frozen into the event when it is announced (DP-05). */
export const profile = z.strictObject({
  name: profileName,
  version: z.number().int(),
  records: z.array(source),
  fullScreen: z.boolean(),
  /** A person compares document and face before the start. */
  identity: z.boolean(),
  detectors: z.array(flagCode),
  aloneInRoom: z.boolean(),
});
export type Profile = z.infer<typeof profile>;

/** The numbers that an event runs under (`domain.md` 2.0, 3.3, 4, 5.3), frozen when it is announced. */
export const ruleSetValues = z.strictObject({
  /** Admission (identity) begins so many minutes before the window opens. */
  admissionMinutes: z.number().int().min(0).max(240),
  /** Time lost with the line is given back by itself up to this sum, in seconds; 0 turns it off. */
  networkGrantMaximumSeconds: z.number().int().min(0).max(14_400),
  /** A loss shorter than this, in seconds, gives nothing back. */
  networkGrantMinimumSeconds: z.number().int().min(0).max(600),
  passPercent: z.number().min(0).max(100),
  /** Letter, points of four and lowest per cent, highest first. */
  scale: z
    .array(z.strictObject({ letter: z.string(), points: z.number(), from: z.number(), traditional: localized }))
    .min(1),
  rounding: z.enum(['half_up']),
  retention: z.strictObject({
    identityImages: z.literal('sitting_end'),
    recordingDays: z.number().int().min(1),
    recordingDaysWithIncident: z.number().int().min(1),
    accessLogDays: z.number().int().min(1),
  }),
  /** Flags of this severity and above take a second person and a clip (DP-12). */
  secondPersonFromSeverity: z.number().int().min(1).max(4),
});
export type RuleSetValues = z.infer<typeof ruleSetValues>;

export const ruleSet = z.strictObject({
  id,
  name: localized,
  version: z.number().int(),
  legalBasis: localized,
  values: ruleSetValues,
  /** Values for which no source was seen: shown as such. */
  unverified: z.array(z.string()),
});
export type RuleSetView = z.infer<typeof ruleSet>;

const window = z.strictObject({ opensAt: moment, closesAt: moment });

export const eventFields = z.strictObject({
  kind: eventKind,
  disciplineId: id,
  title: localized,
  language,
  ...window.shape,
  /** Length of one sitting. */
  durationSeconds: z
    .number()
    .int()
    .min(60)
    .max(6 * 3600),
  profile: profileName,
  /** Why proctoring above "light" is needed (DP-07). */
  profileReason: z.string().trim().max(2000).default(''),
  ruleSetId: id,
  /** What may be used, shown before and during the exam. */
  aids: z.string().trim().max(2000).default(''),
});
export type EventFields = z.infer<typeof eventFields>;

export const staffRole = z.enum(['examiner', 'proctor', 'senior_proctor']);

export const eventView = z.strictObject({
  id,
  kind: eventKind,
  discipline: z.strictObject({ id, code: z.string(), name: localized }),
  title: localized,
  language,
  opensAt: moment,
  closesAt: moment,
  durationSeconds: z.number().int(),
  profile,
  profileReason: z.string(),
  ruleSet,
  aids: z.string(),
  state: eventState,
  /** States to which this person may move the event now. */
  next: z.array(eventState),
  version: z.number().int(),
  candidates: z.number().int(),
  staff: z.array(z.strictObject({ accountId: id, name: z.string(), role: staffRole })),
  createdBy: z.strictObject({ id, name: z.string() }),
  history: z.array(
    z.strictObject({
      at: moment,
      by: z.string().nullable(),
      from: eventState.nullable(),
      to: eventState,
      reason: z.string(),
    }),
  ),
});
export type EventView = z.infer<typeof eventView>;

export const eventRow = eventView
  .pick({
    id: true,
    kind: true,
    discipline: true,
    title: true,
    language: true,
    opensAt: true,
    closesAt: true,
    durationSeconds: true,
    state: true,
    candidates: true,
  })
  .extend({ profile: profileName });
export type EventRow = z.infer<typeof eventRow>;
export const eventPage = pageOf(eventRow);

export const eventQuery = pageQuery.extend({
  state: eventState.optional(),
  kind: eventKind.optional(),
  search: z.string().trim().max(100).optional(),
  /** Only events in which the person asking has a part. */
  mine: z.stringbool().optional(),
});

export const rosterEntry = z.strictObject({
  accountId: id,
  name: z.string(),
  login: z.string(),
  group: z.string().nullable(),
  extraSeconds: z.number().int(),
  /** Detectors that stay off for this person (DP-18, DP-19); the reason is not kept. */
  silencedDetectors: z.array(flagCode),
});
export type RosterEntry = z.infer<typeof rosterEntry>;
