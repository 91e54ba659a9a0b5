import type { Id } from '@aigaq/kernel';

import type { Detail, Observation, ObservationChange } from './observation';

/** `hold`: seen, but neither clearly so nor clearly not so; whatever was the case goes on. `unknown`: not seen at all. */
export type Reading = 'present' | 'absent' | 'hold' | 'unknown';

export interface Sample {
  readonly at: number;
  readonly reading: Reading;
  /** 0 to 1; what the observation says is the mean over the samples in which the thing was present. */
  readonly confidence?: number;
  readonly detail?: Detail;
  /** The thing is known to have begun earlier than this sample. */
  readonly since?: number;
  /** Milliseconds for which this sample stands while no other comes; default: until the next one. */
  readonly standsForMs?: number;
}

export interface EpisodeRules {
  readonly openAfterMs: number;
  /** An absence shorter than this does not end the episode. */
  readonly closeAfterMs: number;
  /** An absence shorter than this does not end what is not reported yet. */
  readonly bridgeMs: number;
  readonly minimumSamples: number;
}

type Identity = Pick<Observation, 'code' | 'detector' | 'detectorVersion'>;

interface Course {
  readonly since: number;
  /** How long the thing was present, without the absences that were bridged. */
  heldMs: number;
  samples: number;
  confidenceSum: number;
  quietSince: number | null;
  detail: Detail | undefined;
  /** Null until it has lasted long enough to be reported. */
  id: Id<'observation'> | null;
}

/**
 * Turns samples of one thing into observations: at most one open at a time, none that ends before it starts, none that
 * overlaps the one before. What was not sampled is unknown and ends an episode where it was last seen; it never begins one.
 * Times are the caller's; one that runs backwards is taken as standing still.
 */
export class Episode {
  private course: Course | null = null;
  private known: { at: number; present: boolean; until: number } | null = null;
  private lastEnd = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly identity: Identity,
    private readonly rules: EpisodeRules,
    private readonly makeId: () => Id<'observation'>,
  ) {}

  /** Something began that may become or already is an observation. */
  get active(): boolean {
    return this.course !== null;
  }

  get isOpen(): boolean {
    return this.course !== null && this.course.id !== null;
  }

  read(sample: Sample): ObservationChange[] {
    const at = Math.max(sample.at, this.known?.at ?? sample.at, this.lastEnd);
    const changes = this.tick(at);
    if (sample.reading === 'unknown') return changes;
    if (sample.reading === 'present') changes.push(...this.present(sample, at));
    if (sample.reading === 'absent') changes.push(...this.absent(at));
    const present = sample.reading === 'present' || (sample.reading === 'hold' && this.known?.present === true);
    this.known = { at, present, until: at + (sample.standsForMs ?? Number.POSITIVE_INFINITY) };
    return changes;
  }

  /** Lets time pass without a sample: what was seen too long ago is no longer known. */
  tick(at: number): ObservationChange[] {
    if (this.known === null || at <= this.known.until) return [];
    return this.cut('unknown');
  }

  /** Ends what is open at the last moment at which it was seen: nobody watches any more, or is meant to. */
  cut(ended: 'unknown' | 'stopped'): ObservationChange[] {
    const { course, known } = this;
    this.course = null;
    this.known = null;
    if (course === null || course.id === null || known === null) return [];
    return [this.close(course, course.quietSince ?? known.at, ended)];
  }

  private present(sample: Sample, at: number): ObservationChange[] {
    const course = (this.course ??= this.begin(sample, at));
    if (this.known?.present === true && course.quietSince === null) course.heldMs += at - this.known.at;
    course.quietSince = null;
    course.samples += 1;
    course.confidenceSum += sample.confidence ?? 1;
    const changed = !sameDetail(course.detail, sample.detail);
    course.detail = sample.detail;
    if (course.id !== null) return changed ? [{ change: 'updated', observation: this.observation(course, null) }] : [];
    if (course.heldMs < this.rules.openAfterMs || course.samples < this.rules.minimumSamples) return [];
    course.id = this.makeId();
    return [{ change: 'opened', observation: this.observation(course, null) }];
  }

  private begin(sample: Sample, at: number): Course {
    const since = Math.min(at, Math.max(sample.since ?? at, this.lastEnd));
    return {
      since,
      heldMs: at - since,
      samples: 0,
      confidenceSum: 0,
      quietSince: null,
      detail: sample.detail,
      id: null,
    };
  }

  private absent(at: number): ObservationChange[] {
    const { course } = this;
    if (course === null) return [];
    course.quietSince ??= at;
    const patience = course.id === null ? this.rules.bridgeMs : this.rules.closeAfterMs;
    if (at - course.quietSince < patience) return [];
    this.course = null;
    return course.id === null ? [] : [this.close(course, course.quietSince, 'recovered')];
  }

  private close(course: Course, endedAt: number, ended: string): ObservationChange {
    this.lastEnd = endedAt;
    const observation = this.observation(course, endedAt);
    return { change: 'closed', observation: { ...observation, detail: { ...observation.detail, ended } } };
  }

  private observation(course: Course & { id: Id<'observation'> | null }, endedAt: number | null): Observation {
    return {
      id: course.id ?? '',
      ...this.identity,
      startedAt: course.since,
      endedAt,
      confidence: Math.round((course.confidenceSum / course.samples) * 100) / 100,
      ...(course.detail === undefined ? {} : { detail: course.detail }),
    };
  }
}

function sameDetail(one: Detail = {}, other: Detail = {}): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}
