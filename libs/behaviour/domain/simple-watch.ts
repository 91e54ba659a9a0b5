import type { Id } from '@aigaq/kernel';

import { Condition } from './condition';
import { Episode } from './episode';
import type { Detail, ObservationChange } from './observation';
import type { GraceParameters } from './parameters';

export type MakeId = () => Id<'observation'>;

/** The first version of each; a change of what it reports raises the number. */
export const versions = { window: '1', 'full-screen': '1', 'screen-share': '1', connection: '1' } as const;

type SimpleSensor = 'window' | 'full-screen' | 'connection';
const codes = { window: 'SCR-01', 'full-screen': 'SCR-06', connection: 'NET-01' } as const;

/** A thing that is wrong from one event to the next: window left, full screen left, connection lost. */
export class SimpleWatch {
  private readonly condition: Condition;
  private suspended = false;
  private latest: { wrong: boolean; detail: Detail | undefined } | null = null;

  constructor(
    readonly sensor: SimpleSensor,
    { graceMs, mergeMs }: GraceParameters,
    makeId: MakeId,
  ) {
    const identity = { code: codes[sensor], detector: sensor, detectorVersion: versions[sensor] };
    const rules = { openAfterMs: graceMs, closeAfterMs: mergeMs, bridgeMs: mergeMs, minimumSamples: 1 };
    this.condition = new Condition(new Episode(identity, rules, makeId));
  }

  set(at: number, wrong: boolean, detail?: Detail): ObservationChange[] {
    this.latest = { wrong, detail };
    if (this.suspended) return [];
    return this.condition.set(at, { reading: wrong ? 'present' : 'absent', ...(wrong && detail ? { detail } : {}) });
  }

  tick(at: number): ObservationChange[] {
    return this.condition.tick(at);
  }

  /** While suspended it is in order; what is still so afterwards counts from then on. */
  suspend(at: number, suspended: boolean): ObservationChange[] {
    if (suspended === this.suspended) return [];
    this.suspended = suspended;
    if (suspended) return this.condition.stop(at);
    return this.latest === null ? [] : this.set(at, this.latest.wrong, this.latest.detail);
  }

  stop(at: number): ObservationChange[] {
    this.latest = null;
    return this.condition.stop(at);
  }
}
