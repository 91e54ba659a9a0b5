import { z } from 'zod';

import { id, moment } from '../common';

/** Item types by the names of their QTI interactions; `multiple` is a choice with several answers. */
export const itemTypes = ['choice', 'multiple_choice', 'text_entry', 'extended_text'] as const;
export const itemType = z.enum(itemTypes);
export type ItemType = z.infer<typeof itemType>;

const prompt = z.string().trim().min(1).max(10_000);
const option = z.strictObject({ id: z.string().min(1).max(40), text: z.string().trim().min(1).max(2000) });
const points = z.number().min(0.5).max(100);

/** An item as its author writes it: with the key. Prompts are plain text with line breaks. */
export const authoredItem = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('choice'),
    prompt,
    points,
    options: z.array(option).min(2).max(12),
    correct: z.string(),
  }),
  z.strictObject({
    type: z.literal('multiple_choice'),
    prompt,
    points,
    options: z.array(option).min(2).max(12),
    correct: z.array(z.string()).min(1),
    /** `all`: all or nothing; `partial`: a right option counts for, a wrong one against, never below 0. */
    scoring: z.enum(['all', 'partial']),
  }),
  z.strictObject({
    type: z.literal('text_entry'),
    prompt,
    points,
    accepted: z.array(z.string().trim().min(1).max(200)).min(1).max(20),
    caseSensitive: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('extended_text'),
    prompt,
    points,
    /** What the marker looks for; never shown to the candidate. */
    guidance: z.string().trim().max(5000).default(''),
    maxWords: z.number().int().min(10).max(10_000).nullable(),
  }),
]);
export type AuthoredItem = z.infer<typeof authoredItem>;

/** The same item as a candidate sees it: without anything that gives the answer away. */
export const presentedItem = z.strictObject({
  id,
  position: z.number().int(),
  type: itemType,
  prompt: z.string(),
  points: z.number(),
  options: z.array(option).optional(),
  maxWords: z.number().int().nullable().optional(),
});
export type PresentedItem = z.infer<typeof presentedItem>;

export const form = z.strictObject({
  eventId: id,
  version: z.number().int(),
  editable: z.boolean(),
  totalPoints: z.number(),
  items: z.array(z.strictObject({ id, position: z.number().int(), item: authoredItem })),
});
export type FormView = z.infer<typeof form>;

export const response = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice'), selected: z.string().max(40).nullable() }),
  z.strictObject({ type: z.literal('multiple_choice'), selected: z.array(z.string().max(40)).max(12) }),
  z.strictObject({ type: z.literal('text_entry'), text: z.string().max(1000) }),
  z.strictObject({ type: z.literal('extended_text'), text: z.string().max(100_000) }),
]);
/** What a candidate answered to one item. */
export type Response = z.infer<typeof response>;

export const savedAnswer = z.strictObject({ itemId: id, response, answeredAt: moment, flagged: z.boolean() });
export type SavedAnswer = z.infer<typeof savedAnswer>;

export const receipt = z.strictObject({
  number: z.string(),
  submittedAt: moment,
  answered: z.number().int(),
  items: z.number().int(),
  /** SHA-256 over the canonical JSON of the answers, hexadecimal. */
  sha256: z.string(),
  how: z.enum(['submitted', 'expired', 'ended_by_proctor']),
});
export type Receipt = z.infer<typeof receipt>;

export const gradedItem = z.strictObject({
  itemId: id,
  position: z.number().int(),
  item: authoredItem,
  response: response.nullable(),
  answeredAt: moment.nullable(),
  /** Saved versions, the oldest first; `late` came after the end and does not count by itself. */
  history: z.array(z.strictObject({ at: moment, receivedAt: moment, response, late: z.boolean() })),
  points: z.number().nullable(),
  maximum: z.number(),
  by: z.string().nullable(),
  automatic: z.boolean(),
  comment: z.string(),
});

export const result = z.strictObject({
  points: z.number(),
  maximum: z.number(),
  percent: z.number().int(),
  letter: z.string(),
  passed: z.boolean(),
});
export type ResultView = z.infer<typeof result>;

export const attemptState = z.enum(['assigned', 'open', 'paused', 'submitted', 'expired', 'graded', 'final']);
export type AttemptState = z.infer<typeof attemptState>;

export const attemptReview = z.strictObject({
  sittingId: id,
  state: attemptState,
  items: z.array(gradedItem),
  /** Null until every item has points. */
  result: result.nullable(),
  receipt: receipt.nullable(),
});
export type AttemptReview = z.infer<typeof attemptReview>;
