import { useForm, type UseFormReturnType } from '@mantine/form';
import { useCallback, type ReactNode } from 'react';
import type { z } from 'zod';

import { problemsOf, type Problem } from '@aigaq/contracts';

import { asProblemError } from '../api/problem-error';
import { ProblemText } from './problem-text';

type Values = Record<string, unknown>;

interface Options<V extends Values> {
  initialValues: V;
  /** What is sent, where it differs from what the fields hold. */
  toBody?: (values: V) => unknown;
  /** The schema of the body in the route table: the same check as on the server, before anything is sent. */
  schema?: z.ZodType;
}

/** Mantine's form whose errors are problems: told beside the field, in the language of the page, from either side of the wire. */
export function useProblemForm<V extends Values>({ initialValues, schema, toBody }: Options<V>) {
  const form = useForm<V>({
    mode: 'controlled',
    initialValues,
    validate: (values) => {
      const parsed = schema?.safeParse(toBody ? toBody(values) : values);
      if (parsed === undefined || parsed.success) return {};
      return fieldErrors(problemsOf(parsed.error).map((problem) => missingOr(problem, values)));
    },
  });
  const { setErrors } = form;
  /** Puts what the server refused beside its fields. */
  const tell = useCallback(
    (error: unknown) => {
      const errors = fieldErrors(asProblemError(error).problems);
      if (Object.keys(errors).length === 0) return;
      setErrors(errors);
      focusFirstFault(document.querySelector('[role="dialog"]') ?? document.body);
    },
    [setErrors],
  );
  /** Whether a problem has a field on this form, for `<Problems except={form.owns}>`. */
  const owns = useCallback(
    (problem: Problem) => problem.field !== undefined && fieldOf(problem.field) in initialValues,
    [initialValues],
  );
  const onSubmit: UseFormReturnType<V>['onSubmit'] = (handle, fail) =>
    form.onSubmit(handle, (errors, values, event) => {
      fail?.(errors, values, event);
      focusFirstFault(event?.currentTarget ?? null);
    });
  return { form: { ...form, onSubmit } as UseFormReturnType<V>, tell, owns };
}

/** Whoever cannot see what turned red is taken to the first of it. */
function focusFirstFault(within: Element | null): void {
  requestAnimationFrame(() => within?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

/** Of a field that was left empty it is not told what is wrong with nothing, but that it is needed. */
function missingOr(problem: Problem, values: Values): Problem {
  const value = problem.field?.split('.').reduce<unknown>((at, key) => (at as Values | undefined)?.[key], values);
  const empty = value === '' || value === null || (Array.isArray(value) && value.length === 0);
  return empty && problem.field !== undefined ? { code: 'required', field: problem.field } : problem;
}

const fieldOf = (path: string): string => path.split('.')[0] ?? path;

export function fieldErrors(problems: readonly Problem[]): Record<string, ReactNode> {
  const errors: Record<string, ReactNode> = {};
  for (const problem of problems) {
    if (problem.field === undefined) continue;
    errors[problem.field] ??= <ProblemText problem={problem} />;
  }
  return errors;
}
