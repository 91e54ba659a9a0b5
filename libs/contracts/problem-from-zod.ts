import type { z } from 'zod';

import type { Problem, ProblemCode } from './problem';

type Issue = z.core.$ZodIssue;

/** Turns the faults that a schema found into problems that name field and reason. */
export function problemsOf(error: z.core.$ZodError): Problem[] {
  return error.issues.flatMap(problemsOfIssue);
}

function problemsOfIssue(issue: Issue): Problem[] {
  const field = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ code: 'unknown_key', field: field === '' ? key : `${field}.${key}` }));
    case 'invalid_type':
      return [
        at(field, issue.input === undefined && issue.message.includes('undefined') ? 'required' : 'wrong_type', {
          expected: issue.expected,
        }),
      ];
    case 'too_small':
      return [
        at(field, issue.origin === 'string' || issue.origin === 'array' ? 'too_short' : 'too_small', {
          limit: Number(issue.minimum),
        }),
      ];
    case 'too_big':
      return [
        at(field, issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'too_large', {
          limit: Number(issue.maximum),
        }),
      ];
    case 'invalid_value':
      // Known only to a parse with `reportInput`.
      if ('input' in issue && issue.input === undefined) return [at(field, 'required')];
      return [at(field, 'not_one_of', { values: issue.values.map(String).join(', ') })];
    case 'custom':
      return [at(field, (issue.params?.['code'] as ProblemCode | undefined) ?? 'bad_format')];
    default:
      return [at(field, 'bad_format')];
  }
}

function at(field: string, code: ProblemCode, params?: Record<string, string | number>): Problem {
  return { code, ...(field === '' ? {} : { field }), ...(params ? { params } : {}) };
}
