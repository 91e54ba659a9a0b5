import type { Outcome } from '@aigaq/contracts';

/** The value of what has to succeed; a demonstration that is refused is a bug. */
export function worthOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`The demonstration was refused: ${JSON.stringify(outcome.problems)}`);
  return outcome.value;
}
