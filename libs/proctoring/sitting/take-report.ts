import type { Outcome, Problem, ReportEntry } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import { CLOCK, Database, type Transaction } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { isLate } from '../domain/lateness';
import { acceptedThrough, keepEntries, lateAmong, markLate } from '../persistence/report-queries';
import { lockSitting } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';
import { SITTING_WORK, type SittingWork } from '../sitting-work';
import type { Owner } from './my-sittings';
import { takeObservations } from './take-observations';

export interface Report {
  readonly sittingId: string;
  readonly deviceId: string;
  readonly entries: readonly ReportEntry[];
  /** Through which number the caller knows that nothing is missing; 0 when it does not know. */
  readonly known: number;
}

export interface Taken {
  /** Nothing up to this number is missing: the browser may forget it. */
  readonly acceptedThrough: number;
  /** Numbers of this report that came after the end of the time. */
  readonly late: number[];
}

/** The largest number that the table's column holds. */
const largestSequence = 2 ** 31 - 1;

/**
 * Takes what a browser kept and reports, each number once: answers go to the work in the same transaction, observations
 * become flags. Nothing is dropped: what came after the end is kept and marked late, and so is what a browser made
 * after another took the sitting over.
 */
@Injectable()
export class TakeReport {
  constructor(
    private readonly database: Database,
    @Inject(SITTING_WORK) private readonly work: SittingWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `not_found`, or `not_in_this_state` for a sitting that never began. */
  async run(owner: Owner, report: Report): Promise<Outcome<Taken>> {
    const problem = problemOfNumbers(report.entries);
    if (problem) return failure(problem);
    return this.database.transaction(async (tx) => {
      const sitting = await lockSitting(tx.manager, report.sittingId);
      if (!sitting || sitting.accountId !== owner.accountId) return failure({ code: 'not_found' });
      if (sitting.startedAt === null) return failure({ code: 'not_in_this_state' });
      return success(await this.take(tx, sitting, report));
    });
  }

  private async take(tx: Transaction, sitting: SittingEntity, report: Report): Promise<Taken> {
    const { sittingId, deviceId } = report;
    const now = this.clock.now();
    const lostAt = sitting.deviceId === deviceId ? null : await this.withoutPartSince(tx, sitting);
    const entries = firstOfEachNumber(report.entries);
    const kept = entries.map((entry) => {
      const at = new Date(entry.at);
      return { entry, late: isLate(at, now, sitting) || (lostAt !== null && at > lostAt) };
    });
    const fresh = await keepEntries(tx.manager, { sittingId, deviceId, receivedAt: now }, kept);
    const taken = kept.filter(({ entry }) => fresh.has(entry.sequence));
    await this.handOver(tx, sitting, deviceId, taken, now);
    await takeObservations(
      tx,
      sitting,
      taken.map(({ entry }) => entry),
      now,
    );
    const sequences = entries.map((entry) => entry.sequence);
    return {
      acceptedThrough: await acceptedThrough(tx.manager, sittingId, deviceId, report.known),
      late: await lateAmong(tx.manager, sittingId, deviceId, sequences),
    };
  }

  private async handOver(
    tx: Transaction,
    sitting: SittingEntity,
    deviceId: string,
    taken: readonly { entry: ReportEntry; late: boolean }[],
    now: Date,
  ): Promise<void> {
    const answers = taken.map(({ entry }) => entry).filter((entry) => entry.kind === 'answer');
    if (answers.length === 0) return;
    const late = new Set(taken.filter((line) => line.late).map(({ entry }) => entry.sequence));
    const { id, institutionId, eventId, accountId, state, startedAt, endedAt } = sitting;
    const atWork = { id, institutionId, eventId, accountId, state, startedAt, endedAt, now, late };
    const marked = await this.work.take(tx, atWork, deviceId, answers);
    const more = marked.late.filter((sequence) => !late.has(sequence));
    if (more.length > 0) await markLate(tx.manager, sitting.id, deviceId, more);
  }

  /** From when on a browser that does not hold the sitting has no part in it: the last takeover, or the start. */
  private async withoutPartSince(tx: Transaction, sitting: SittingEntity): Promise<Date | null> {
    const [row]: { at: Date | null }[] = await tx.manager.query(
      `select max(at) as at from sitting_action where sitting_id = $1 and kind = 'taken_over'`,
      [sitting.id],
    );
    return row?.at ?? sitting.startedAt;
  }
}

function problemOfNumbers(entries: readonly ReportEntry[]): Problem | null {
  const index = entries.findIndex((entry) => entry.sequence > largestSequence);
  return index < 0
    ? null
    : { code: 'too_large', field: `entries.${index}.sequence`, params: { limit: largestSequence } };
}

/** A number that stands twice in one report is taken once, the first of them. */
function firstOfEachNumber(entries: readonly ReportEntry[]): ReportEntry[] {
  const seen = new Map<number, ReportEntry>();
  for (const entry of entries) if (!seen.has(entry.sequence)) seen.set(entry.sequence, entry);
  return [...seen.values()];
}
