import { useSyncExternalStore } from 'react';

import { ProblemError } from './problem-error';

type Listener = () => void;

/** Whether the server answers, as the last request and the browser know it. */
class Connection {
  private up = true;
  private readonly listeners = new Set<Listener>();

  get online(): boolean {
    return this.up;
  }

  found(): void {
    this.set(true);
  }

  /** Notes that nothing answered; returns the error to throw. */
  lost(): ProblemError {
    this.set(false);
    return ProblemError.offline();
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(up: boolean): void {
    if (this.up === up) return;
    this.up = up;
    this.listeners.forEach((listener) => listener());
  }
}

export const connection = new Connection();

/** True while the server answers. */
export function useOnline(): boolean {
  return useSyncExternalStore(connection.subscribe, () => connection.online);
}
