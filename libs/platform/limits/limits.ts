import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { failure, success } from '@aigaq/kernel';
import type { Limit, Outcome } from '@aigaq/contracts';

/** So many calls in so many seconds. */
export interface Allowance {
  points: number;
  seconds: number;
}

export const ALLOWANCES = Symbol('ALLOWANCES');

export const defaultAllowances: Readonly<Record<Limit, Allowance>> = {
  sign_in: { points: 30, seconds: 60 },
  password_reset: { points: 10, seconds: 600 },
  upload: { points: 60, seconds: 60 },
  probe: { points: 30, seconds: 60 },
  write: { points: 240, seconds: 60 },
};

/**
 * Rate limits by name and key (a person, an address). Counted in the process: with several replicas
 * each counts its own part, so the sum is at most the allowance times the replicas.
 */
@Injectable()
export class Limits {
  private readonly limiters = new Map<string, RateLimiterMemory>();

  constructor(@Inject(ALLOWANCES) private readonly allowances: Readonly<Record<string, Allowance>>) {}

  /** Refuses with `too_many_requests` and the seconds to wait. */
  async take(limit: string, key: string): Promise<Outcome<void>> {
    try {
      await this.limiter(limit).consume(key);
      return success(undefined);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return failure({ code: 'too_many_requests', params: { seconds: Math.ceil(refused.msBeforeNext / 1000) } });
    }
  }

  private limiter(limit: string): RateLimiterMemory {
    const known = this.limiters.get(limit);
    if (known) return known;
    const allowance = this.allowances[limit];
    if (!allowance) throw new Error(`No allowance is set for the limit ${limit}.`);
    const made = new RateLimiterMemory({ keyPrefix: limit, points: allowance.points, duration: allowance.seconds });
    this.limiters.set(limit, made);
    return made;
  }
}
