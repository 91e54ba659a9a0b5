import { type Clock } from '@aigaq/kernel';
import {
  CLOCK,
  Database,
  isSome,
  OBJECT_STORE,
  type ObjectStore,
  RETENTION_TERMS,
  type RetentionClass,
  type RetentionCounts,
  type RetentionTerms,
  type RetentionWork,
  sumOfCounts,
} from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { retentionClasses } from './retention-classes';

export interface RetentionOptions {
  /** Count what is due and delete nothing. */
  readonly dryRun: boolean;
  /** Of each class at most so many batches; without it until nothing is due. */
  readonly batches?: number;
  /** Hears after each batch what was deleted of its class so far. */
  readonly onProgress?: (name: string, counts: RetentionCounts) => void;
}

export interface RetentionLine {
  readonly name: string;
  readonly counts: RetentionCounts;
  /** Why the class could not be done to its end; what was deleted before that is counted. */
  readonly error: Error | null;
}

const retentionLock = 726_531_844;

/** Deletes what is no longer to be kept, class after class; one that fails keeps no other from its turn. */
@Injectable()
export class RunRetention {
  constructor(
    private readonly database: Database,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(RETENTION_TERMS) private readonly terms: RetentionTerms,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers a line for each class, or null when another run is at work in this installation. */
  async run(options: RetentionOptions): Promise<RetentionLine[] | null> {
    const { database, store, terms } = this;
    const work = { database, store, terms, now: this.clock.now() };
    if (options.dryRun) return each(options, (one) => one.due(work));
    const runner = database.dataSource.createQueryRunner();
    try {
      const [lock] = (await runner.query('select pg_try_advisory_lock($1) as taken', [retentionLock])) as {
        taken: boolean;
      }[];
      if (lock?.taken !== true) return null;
      try {
        return await each(options, (one, count) => deleteAll(one, work, options.batches ?? Infinity, count));
      } finally {
        await runner.query('select pg_advisory_unlock($1)', [retentionLock]);
      }
    } finally {
      await runner.release();
    }
  }
}

type Count = (counts: RetentionCounts) => void;

async function each(
  { onProgress }: RetentionOptions,
  work: (one: RetentionClass, count: Count) => Promise<RetentionCounts | void>,
): Promise<RetentionLine[]> {
  const lines: RetentionLine[] = [];
  for (const one of retentionClasses) {
    let counts: RetentionCounts = {};
    const count: Count = (more) => {
      counts = sumOfCounts(counts, more);
      onProgress?.(one.name, counts);
    };
    try {
      count((await work(one, count)) ?? {});
      lines.push({ name: one.name, counts, error: null });
    } catch (error) {
      lines.push({ name: one.name, counts, error: error instanceof Error ? error : new Error(String(error)) });
    }
  }
  return lines;
}

async function deleteAll(one: RetentionClass, work: RetentionWork, batches: number, count: Count): Promise<void> {
  for (let done = 0; done < batches; done += 1) {
    const deleted = await one.deleteBatch(work);
    count(deleted);
    if (!isSome(deleted)) return;
  }
}
