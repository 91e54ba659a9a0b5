import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { OutboxSignal } from '../outbox/outbox-signal';
import type { FactName, Facts } from '../outbox/facts';
import { type DatabaseSettings, openDatabase } from './open-database';

/** A line of the audit trail. `data` holds ids, states and numbers, never names or document numbers. */
export interface JournalLine {
  institutionId: string | null;
  /** Null when the system acted by itself. */
  actorId: string | null;
  /** `subject.verb` in the past tense, such as `sitting.paused`. */
  action: string;
  subjectType: string;
  subjectId: string | null;
  data?: Readonly<Record<string, unknown>>;
}

/** What a use case writes through: rows, audit line and published facts stand or fall together. */
export interface Transaction {
  readonly manager: EntityManager;
  journal(line: JournalLine): Promise<void>;
  /** Announces a fact to other libraries, after the commit and at least once. */
  publish<Name extends FactName>(fact: Name, payload: Facts[Name]): Promise<void>;
}

@Injectable()
export class Database {
  constructor(
    readonly dataSource: DataSource,
    private readonly signal: OutboxSignal,
  ) {}

  /** For reading, outside of a transaction. */
  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /** Runs `work` in one transaction; what it throws rolls all back and is thrown on. */
  async transaction<Value>(work: (transaction: Transaction) => Promise<Value>): Promise<Value> {
    let published = false;
    const value = await this.dataSource.transaction(async (manager) =>
      work({
        manager,
        journal: (line) => writeJournal(manager, line),
        publish: async (fact, payload) => {
          published = true;
          await manager.query('insert into outbox (fact, payload) values ($1, $2)', [fact, JSON.stringify(payload)]);
        },
      }),
    );
    if (published) this.signal.raise();
    return value;
  }

  /**
   * Moves one row's state by compare-and-set.
   * Answers the number of rows moved: 0 means that it stood elsewhere, which is an expected answer.
   */
  static async moveState(
    manager: EntityManager,
    move: { table: string; id: string; from: readonly string[]; to: string; set?: Readonly<Record<string, unknown>> },
  ): Promise<number> {
    const names = Object.keys(move.set ?? {});
    const assignments = ['state = $3', ...names.map((name, index) => `"${name}" = $${index + 4}`)].join(', ');
    const result: unknown = await manager.query(
      `update "${move.table}" set ${assignments} where id = $1 and state = any($2) returning id`,
      [move.id, move.from, move.to, ...names.map((name) => move.set?.[name])],
    );
    // TypeORM answers [rows, count] for an update.
    return (result as [unknown[], number])[1];
  }
}

/** A database for a program that is put together by hand. Facts that it publishes the API delivers. */
export async function connectDatabase(settings: DatabaseSettings): Promise<Database> {
  return new Database(await openDatabase(settings), new OutboxSignal());
}

async function writeJournal(manager: EntityManager, line: JournalLine): Promise<void> {
  await manager.query(
    `insert into journal (institution_id, actor_id, action, subject_type, subject_id, data) values ($1, $2, $3, $4, $5, $6)`,
    [line.institutionId, line.actorId, line.action, line.subjectType, line.subjectId, JSON.stringify(line.data ?? {})],
  );
}
