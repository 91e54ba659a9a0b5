import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import type { ReportEntry, Response } from '@aigaq/contracts';

/** An entry before it has its number. */
export type NewEntry = ReportEntry extends infer Entry
  ? Entry extends ReportEntry
    ? Omit<Entry, 'sequence'>
    : never
  : never;

/** An answer as this browser last knew it, whether or not the server has it. */
export interface LocalAnswer {
  itemId: string;
  response: Response;
  flagged: boolean;
  at: string;
  sequence: number;
}

/** Where a browser keeps what its candidate did until the server has it. */
export interface ReportStore {
  /** Names this browser; the same after a reload or a restart. */
  deviceId(): Promise<string>;
  /** Writes the entry down under the next number, which is answered once it is on the disk. */
  append(sittingId: string, entry: NewEntry): Promise<number>;
  /** The oldest entries that the server has not acknowledged. */
  pending(sittingId: string, limit: number): Promise<ReportEntry[]>;
  count(sittingId: string): Promise<number>;
  /** Forgets what the server has; numbers go on from where they were. */
  acknowledge(sittingId: string, through: number): Promise<void>;
  /** The highest number given so far, 0 before the first. */
  lastSequence(sittingId: string): Promise<number>;
  answers(sittingId: string): Promise<LocalAnswer[]>;
}

interface Schema extends DBSchema {
  device: { key: string; value: string };
  /** By sitting: the last number given. */
  counters: { key: string; value: number };
  entries: { key: [string, number]; value: ReportEntry };
  answers: { key: [string, string]; value: LocalAnswer };
}

const from = (sittingId: string, sequence = 0): IDBKeyRange =>
  IDBKeyRange.bound([sittingId, sequence], [sittingId, Infinity]);

export class BrowserReportStore implements ReportStore {
  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  static async open(): Promise<BrowserReportStore> {
    const db = await openDB<Schema>('aigaq-sitting', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('device');
        fresh.createObjectStore('counters');
        fresh.createObjectStore('entries');
        fresh.createObjectStore('answers');
      },
    });
    return new BrowserReportStore(db);
  }

  async deviceId(): Promise<string> {
    const transaction = this.db.transaction('device', 'readwrite', { durability: 'strict' });
    const known = await transaction.store.get('id');
    const id = known ?? crypto.randomUUID();
    if (known === undefined) await transaction.store.put(id, 'id');
    await transaction.done;
    return id;
  }

  async append(sittingId: string, entry: NewEntry): Promise<number> {
    // One transaction over all three, so that two tabs never give one number twice.
    const transaction = this.db.transaction(['counters', 'entries', 'answers'], 'readwrite', { durability: 'strict' });
    const sequence = ((await transaction.objectStore('counters').get(sittingId)) ?? 0) + 1;
    await transaction.objectStore('counters').put(sequence, sittingId);
    await transaction.objectStore('entries').put({ ...entry, sequence }, [sittingId, sequence]);
    if (entry.kind === 'answer') {
      const { itemId, response, flagged, at } = entry;
      await transaction.objectStore('answers').put({ itemId, response, flagged, at, sequence }, [sittingId, itemId]);
    }
    await transaction.done;
    return sequence;
  }

  pending(sittingId: string, limit: number): Promise<ReportEntry[]> {
    return this.db.getAll('entries', from(sittingId), limit);
  }

  count(sittingId: string): Promise<number> {
    return this.db.count('entries', from(sittingId));
  }

  async acknowledge(sittingId: string, through: number): Promise<void> {
    await this.db.delete('entries', IDBKeyRange.bound([sittingId, 0], [sittingId, through]));
  }

  async lastSequence(sittingId: string): Promise<number> {
    return (await this.db.get('counters', sittingId)) ?? 0;
  }

  answers(sittingId: string): Promise<LocalAnswer[]> {
    return this.db.getAll('answers', IDBKeyRange.bound([sittingId, ''], [sittingId, '\uffff']));
  }
}
