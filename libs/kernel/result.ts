/** The outcome of a use case: an expected refusal is a value, only a bug is thrown. */
export type Result<Value, Refusal> = Success<Value> | Failure<Refusal>;

export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Failure<Refusal> {
  readonly ok: false;
  readonly problems: readonly Refusal[];
}

export function success<Value>(value: Value): Success<Value> {
  return { ok: true, value };
}

export function failure<Refusal>(...problems: readonly Refusal[]): Failure<Refusal> {
  return { ok: false, problems };
}
