import { useSyncExternalStore } from 'react';

type Listener<T> = (value: T) => void;

/** Something that changes by itself and that pages look at. */
export class Value<T> {
  private readonly listeners = new Set<Listener<T>>();

  constructor(private current: T) {}

  get(): T {
    return this.current;
  }

  set(next: T): void {
    if (Object.is(next, this.current)) return;
    this.current = next;
    for (const listener of [...this.listeners]) listener(next);
  }

  /** Hears each change; the answer stops hearing it. */
  onChange(listener: Listener<T>): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  readonly subscribe = (listener: () => void): (() => void) => this.onChange(listener);
  readonly snapshot = (): T => this.current;
}

export function useValue<T>(value: Value<T>): T {
  return useSyncExternalStore(value.subscribe, value.snapshot);
}
