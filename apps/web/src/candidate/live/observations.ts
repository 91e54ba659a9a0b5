import { closeUnfinished, type Observation, type ObservationChange } from '@aigaq/behaviour';

import type { NewEntry } from '../outbox/report-store';

const moment = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** What is written down of a change; nothing of one that only knows more than before. */
export function entryOf({ change, observation }: ObservationChange): NewEntry | null {
  const { id: observationId, code, detector, detectorVersion, confidence, startedAt, endedAt } = observation;
  switch (change) {
    case 'opened':
      return {
        kind: 'observation_opened',
        at: moment(startedAt),
        observationId,
        code,
        detector,
        detectorVersion,
        confidence,
      };
    case 'closed':
      return { kind: 'observation_closed', at: moment(endedAt ?? startedAt), observationId, confidence };
    case 'updated':
      return null;
  }
}

interface Kept {
  readonly open: readonly Observation[];
  readonly aliveAt: number;
}

/** A shelf that survives a crash: the browser's local storage, or a test's own. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Remembers which observations last, so that a page that was closed in the middle of one can end it afterwards. */
export class OpenObservations {
  private readonly open = new Map<string, Observation>();
  private readonly key: string;

  constructor(
    sittingId: string,
    private readonly shelf: Shelf,
  ) {
    this.key = `aigaq.observations.${sittingId}`;
  }

  /** Ends of what the page left open when it went. They are told once. */
  unfinished(): ObservationChange[] {
    const kept = this.read();
    this.shelf.removeItem(this.key);
    return kept ? closeUnfinished(kept.open, kept.aliveAt) : [];
  }

  note({ change, observation }: ObservationChange, now: number): void {
    if (change === 'closed') this.open.delete(observation.id);
    else this.open.set(observation.id, observation);
    this.keep(now);
  }

  /** The page is alive; told every few seconds. */
  alive(now: number): void {
    if (this.open.size > 0) this.keep(now);
  }

  private keep(aliveAt: number): void {
    try {
      if (this.open.size === 0) this.shelf.removeItem(this.key);
      else this.shelf.setItem(this.key, JSON.stringify({ open: [...this.open.values()], aliveAt } satisfies Kept));
    } catch {
      // A full shelf costs the end of an observation: the server closes it with the sitting.
    }
  }

  private read(): Kept | null {
    try {
      const kept = JSON.parse(this.shelf.getItem(this.key) ?? 'null') as Partial<Kept> | null;
      if (!kept || !Array.isArray(kept.open) || typeof kept.aliveAt !== 'number') return null;
      return { open: kept.open, aliveAt: kept.aliveAt };
    } catch {
      return null;
    }
  }
}
