import { Condition } from './condition';
import { Episode } from './episode';
import type { ObservationChange } from './observation';
import type { ScreenShareParameters } from './parameters';
import { versions } from './simple-watch';
import type { MakeId } from './simple-watch';

export interface ShareState {
  readonly track: 'live' | 'muted' | 'ended' | 'none';
  /** As the browser names it; undefined where it does not say, which is not held against anyone. */
  readonly surface?: string | undefined;
}

/** SCR-03: the share ended, shows something else than the whole screen, or has stood still for too long. */
export class ScreenShareWatch {
  private readonly condition: Condition;
  private state: ShareState | null = null;
  private mutedSince: number | null = null;

  constructor(
    private readonly parameters: ScreenShareParameters,
    makeId: MakeId,
  ) {
    const identity = { code: 'SCR-03', detector: 'screen-share', detectorVersion: versions['screen-share'] } as const;
    const rules = { openAfterMs: 0, closeAfterMs: parameters.mergeMs, bridgeMs: 0, minimumSamples: 1 };
    this.condition = new Condition(new Episode(identity, rules, makeId));
  }

  set(at: number, state: ShareState): ObservationChange[] {
    const before = this.tick(at);
    this.state = state;
    this.mutedSince = state.track === 'muted' ? (this.mutedSince ?? at) : null;
    return [...before, ...this.tick(at)];
  }

  tick(at: number): ObservationChange[] {
    if (this.state === null) return [];
    const cause = this.cause(this.state, at);
    if (cause === null) return this.condition.set(at, { reading: 'absent' });
    const surface = this.state.surface === undefined ? {} : { surface: this.state.surface };
    const since = cause === 'muted' && this.mutedSince !== null ? { since: this.mutedSince } : {};
    return this.condition.set(at, { reading: 'present', detail: { cause, ...surface }, ...since });
  }

  stop(at: number): ObservationChange[] {
    this.state = null;
    this.mutedSince = null;
    return this.condition.stop(at);
  }

  private cause({ track, surface }: ShareState, at: number): string | null {
    if (track === 'none' || track === 'ended') return 'ended';
    if (surface !== undefined && surface !== 'monitor') return 'wrong-surface';
    const still = this.mutedSince !== null && at - this.mutedSince >= this.parameters.muteGraceMs;
    return still ? 'muted' : null;
  }
}
