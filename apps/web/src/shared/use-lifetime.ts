import { useMemo, useSyncExternalStore } from 'react';

export interface Begun<Value> {
  readonly value: Value;
  readonly end: () => void;
}

/**
 * Something outside of React that begins with a component and ends with it: a connection, a player. Null before it has
 * begun. `begin` is called anew when it changes, so give it to `useCallback`.
 */
export function useLifetime<Value>(begin: () => Begun<Value> | null): Value | null {
  const lifetime = useMemo(() => new Lifetime(begin), [begin]);
  return useSyncExternalStore(lifetime.subscribe, lifetime.value);
}

class Lifetime<Value> {
  private current: Value | null = null;

  constructor(private readonly begin: () => Begun<Value> | null) {}

  readonly value = (): Value | null => this.current;

  readonly subscribe = (changed: () => void): (() => void) => {
    const begun = this.begin();
    this.current = begun?.value ?? null;
    changed();
    return () => {
      this.current = null;
      begun?.end();
    };
  };
}
