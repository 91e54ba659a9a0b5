import { Inject, Injectable } from '@nestjs/common';

import { failure, success, type Clock } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { CLOCK } from '@aigaq/platform';

import { type Guesses, isForgotten, type ThrottleRule, waitSeconds, withGuess } from '../domain/throttle';

export interface CountedSide {
  readonly key: string;
  readonly rule: ThrottleRule;
}

interface Entry {
  guesses: Guesses;
  readonly rule: ThrottleRule;
}

/** So many sides are remembered; the oldest go first. */
const entriesAtMost = 100_000;

/**
 * Counts wrong guesses by side. Kept in the process: replicas count each for themselves, so the guesses
 * that get through are at most the replicas' number times as many.
 */
@Injectable()
export class GuessCounter {
  private readonly entries = new Map<string, Entry>();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Takes a guess from every side, or refuses with `too_many_requests` and the seconds to wait. */
  take(sides: readonly CountedSide[]): Outcome<void> {
    const now = this.clock.now().getTime();
    const seconds = Math.max(
      0,
      ...sides.map(({ key, rule }) => waitSeconds(this.entries.get(key)?.guesses, rule, now)),
    );
    if (seconds > 0) return failure({ code: 'too_many_requests', params: { seconds } });
    for (const { key, rule } of sides) {
      const guesses = withGuess(this.entries.get(key)?.guesses, rule, now);
      // Set anew, so that the map stays in the order of the last guess.
      this.entries.delete(key);
      this.entries.set(key, { guesses, rule });
    }
    this.prune(now);
    return success(undefined);
  }

  /** A right guess: the wrong ones before it are forgiven. */
  forgive(sides: readonly CountedSide[]): void {
    for (const { key } of sides) this.entries.delete(key);
  }

  private prune(now: number): void {
    for (const [key, { guesses, rule }] of this.entries) {
      if (this.entries.size <= entriesAtMost && !isForgotten(guesses, rule, now)) return;
      this.entries.delete(key);
    }
  }
}
