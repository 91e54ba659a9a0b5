/** Seconds in which a heavy action can be taken back before it is sent. */
export const undoSeconds = 10;

/** A heavy action that waits for the end of its time to be taken back. */
export interface PendingDeed {
  /** Also the id of the command: sent once, whatever the line does. */
  readonly id: string;
  readonly kind: 'end' | 'refuse';
  readonly sittingId: string;
  readonly name: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}

interface Ports {
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** Holds heavy actions back for ten seconds. Leaving the page takes them back: nothing ends by accident. */
export class PendingDeeds {
  private deeds: readonly PendingDeed[] = [];
  private readonly timers = new Map<string, () => void>();
  private readonly listeners = new Set<() => void>();
  private readonly carriers = new Set<(deed: PendingDeed) => void>();

  constructor(private readonly ports: Ports) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly PendingDeed[] => this.deeds;

  /** Who carries out what was not taken back. */
  onDue(carryOut: (deed: PendingDeed) => void): () => void {
    this.carriers.add(carryOut);
    return () => this.carriers.delete(carryOut);
  }

  /** One heavy action a candidate: a second one takes the place of the first. */
  add(deed: Omit<PendingDeed, 'dueAt'>): void {
    for (const before of this.deeds.filter((each) => each.sittingId === deed.sittingId)) this.undo(before.id);
    const dueAt = this.ports.now() + undoSeconds * 1000;
    const pending = { ...deed, dueAt };
    this.set([...this.deeds, pending]);
    const stop = this.ports.after(undoSeconds * 1000, () => {
      this.drop(deed.id);
      for (const carryOut of this.carriers) carryOut(pending);
    });
    this.timers.set(deed.id, stop);
  }

  undo(id: string): void {
    this.timers.get(id)?.();
    this.drop(id);
  }

  undoAll(): void {
    for (const deed of this.deeds) this.undo(deed.id);
  }

  private drop(id: string): void {
    this.timers.delete(id);
    this.set(this.deeds.filter((deed) => deed.id !== id));
  }

  private set(deeds: readonly PendingDeed[]): void {
    this.deeds = deeds;
    for (const listener of this.listeners) listener();
  }
}
