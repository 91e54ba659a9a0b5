import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { MediaFact } from '@aigaq/contracts';
import type { Log } from '@aigaq/platform';

type Line = { fact: MediaFact } | { done: string[] };

interface Unwritten {
  readonly text: string;
  readonly written: () => void;
  readonly lost: (reason: unknown) => void;
}

/** The log is written anew when it holds so many lines that no longer matter. */
const compactAfter = 5000;
const retryMilliseconds = 1000;

/** Facts for the API, kept in a file until it has acknowledged them. */
export class FactOutbox {
  private readonly facts = new Map<string, MediaFact>();
  private unwritten: Unwritten[] = [];
  private writing: Promise<void> | undefined;
  private lines = 0;
  private closing = false;
  private listener: (() => void) | undefined;

  private constructor(
    private readonly path: string,
    private file: FileHandle,
    private readonly log: Log,
  ) {}

  static async open(path: string, log: Log): Promise<FactOutbox> {
    await mkdir(dirname(path), { recursive: true });
    const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const outbox = new FactOutbox(path, await open(path, 'a'), log);
    for (const line of known.split('\n')) outbox.replay(line);
    // What a crash cut short must not spoil the next line.
    if (known !== '' && !known.endsWith('\n')) await outbox.file.appendFile('\n');
    return outbox;
  }

  get waiting(): number {
    return this.facts.size;
  }

  onAdded(listener: () => void): void {
    this.listener = listener;
  }

  /** The oldest facts that are not acknowledged. */
  next(count: number): MediaFact[] {
    return [...this.facts.values()].slice(0, count);
  }

  add(fact: MediaFact): void {
    this.addDurably(fact).catch((error: unknown) =>
      this.log.error('A fact could not be written to the disk.', error, { kind: fact.kind }),
    );
  }

  /** Resolves when the fact is on the disk; rejects only when the outbox is closed before that. */
  addDurably(fact: MediaFact): Promise<void> {
    this.facts.set(fact.factId, fact);
    const written = this.append({ fact });
    this.listener?.();
    return written;
  }

  acknowledged(factIds: readonly string[]): void {
    for (const id of factIds) this.facts.delete(id);
    // When this line is lost, the facts are sent once more, which does no harm.
    this.append({ done: [...factIds] }).catch(() => undefined);
  }

  /** Writes what is still to be written and lets go of the file. */
  async close(): Promise<void> {
    this.closing = true;
    await this.writing;
    await this.file.close();
  }

  private replay(text: string): void {
    if (text === '') return;
    this.lines += 1;
    try {
      const line = JSON.parse(text) as Line;
      if ('fact' in line) this.facts.set(line.fact.factId, line.fact);
      else for (const id of line.done) this.facts.delete(id);
    } catch {
      // A line that a crash cut short was never acknowledged as written.
    }
  }

  private append(line: Line): Promise<void> {
    return new Promise((written, lost) => {
      this.unwritten.push({ text: `${JSON.stringify(line)}\n`, written, lost });
      this.writing ??= this.writeAll();
    });
  }

  /** All that came while the disk was busy goes to it together. */
  private async writeAll(): Promise<void> {
    // Whoever adds several facts at once waits for the disk once.
    await Promise.resolve();
    while (this.unwritten.length > 0) {
      const batch = this.unwritten;
      this.unwritten = [];
      try {
        await this.persist(batch.map(({ text }) => text).join(''));
        this.lines += batch.length;
        for (const { written } of batch) written();
      } catch (error) {
        for (const { lost } of batch) lost(error);
      }
      if (this.lines > compactAfter + this.facts.size) await this.compact();
    }
    this.writing = undefined;
  }

  /** A full disk is waited out: facts are kept in memory meanwhile. */
  private async persist(text: string): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        // What an attempt before left half-written ends here.
        await this.file.appendFile(attempt === 0 ? text : `\n${text}`);
        await this.file.datasync();
        return;
      } catch (error) {
        if (this.closing) throw error;
        if (attempt === 0) this.log.error('Facts cannot be written to the disk; this is tried again.', error);
        await pause(retryMilliseconds);
      }
    }
  }

  private async compact(): Promise<void> {
    const draft = `${this.path}.draft`;
    const kept = [...this.facts.values()];
    this.lines = kept.length;
    try {
      await rm(draft, { force: true });
      const fresh = await open(draft, 'a');
      try {
        await fresh.appendFile(kept.map((fact) => `${JSON.stringify({ fact })}\n`).join(''));
        await fresh.sync();
        await rename(draft, this.path);
      } catch (error) {
        await fresh.close();
        throw error;
      }
      const old = this.file;
      this.file = fresh;
      await old.close();
    } catch (error) {
      this.log.error('The log of facts could not be written anew.', error);
    }
  }
}
