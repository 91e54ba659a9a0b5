import { z } from 'zod';

import type { Result } from '@aigaq/kernel';

/**
 * Every expected refusal, with the HTTP status that carries it. The sentence for people stands in the
 * catalogue under `problem.<code>`; `params` fill its gaps.
 */
export const problemStatus = {
  // What was sent.
  unknown_key: 400,
  wrong_type: 400,
  required: 400,
  too_short: 400,
  too_long: 400,
  too_small: 400,
  too_large: 400,
  bad_format: 400,
  not_one_of: 400,
  bad_json: 400,
  file_missing: 400,
  file_too_large: 413,
  file_not_what_it_says: 415,
  file_unreadable: 400,
  file_empty: 400,
  duplicate_in_file: 400,
  // Who asks.
  not_signed_in: 401,
  second_factor_needed: 401,
  wrong_credentials: 401,
  wrong_code: 401,
  csrf_failed: 403,
  forbidden: 403,
  password_must_change: 403,
  too_many_requests: 429,
  link_expired: 410,
  link_invalid: 404,
  weak_password: 400,
  password_unchanged: 400,
  // What is asked for.
  not_found: 404,
  already_exists: 409,
  changed_meanwhile: 409,
  not_in_this_state: 409,
  last_administrator: 409,
  // Schedule.
  ends_before_start: 400,
  window_shorter_than_duration: 400,
  in_the_past: 400,
  form_missing: 409,
  form_empty: 409,
  roster_empty: 409,
  proctor_missing: 409,
  examiner_missing: 409,
  profile_needs_reason: 400,
  own_work: 409,
  // Items and forms.
  no_correct_option: 400,
  several_correct_options: 400,
  duplicate_option: 400,
  no_accepted_answer: 400,
  wrong_item: 400,
  // Admission and sitting.
  consent_outdated: 409,
  device_check_failed: 409,
  too_early: 409,
  too_late: 409,
  identity_missing: 409,
  other_device: 409,
  ticket_expired: 401,
  ticket_invalid: 401,
  ticket_not_yours: 403,
  nothing_to_submit: 409,
  attempt_over: 409,
  // Review.
  second_person_needed: 409,
  same_person: 409,
  flag_needed: 409,
  reason_needed: 400,
  not_graded: 409,
  points_above_maximum: 400,
  undecided: 409,
  flags_open: 409,
  // Service.
  no_media_node: 503,
  store_unavailable: 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;
export const problemCodes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];

export const problem = z.strictObject({
  code: z.enum(problemCodes),
  /** Dotted path of the field at fault, such as `items.2.options`. */
  field: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
/** Something expected that was refused: why, and which field. */
export interface Problem {
  readonly code: ProblemCode;
  readonly field?: string | undefined;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** What a failed HTTP request or socket command answers; `incident` names a bug in the log. */
export const problemAnswer = z.strictObject({
  problems: z.array(problem).min(1),
  incident: z.string().optional(),
});
export type ProblemAnswer = z.infer<typeof problemAnswer>;

/** What each use case returns. */
export type Outcome<Value> = Result<Value, Problem>;
