import { type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { MediaFact } from '@aigaq/contracts';

type Line = { fact: MediaFact } | { done: string[] };

/** The log is written anew when it holds so many lines that no longer matter. */
const compactAfter = 5000;

/** Facts for the API, kept in a file until it has acknowledged them. */
export class FactOutbox {
  private readonly facts = new Map<string, MediaFact>();
  private tail: Promise<void> = Promise.resolve();
  private lines = 0;
  private listener: (() => void) | undefined;

  private constructor(
    private readonly path: string,
    private file: FileHandle,
  ) {}

  static async open(path: string): Promise<FactOutbox> {
    await mkdir(dirname(path), { recursive: true });
    const known = await readFile(path, 'utf8').catch(() => '');
    const outbox = new FactOutbox(path, await open(path, 'a'));
    for (const line of known.split('\n')) outbox.replay(line);
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
    void this.addDurably(fact);
  }

  /** Resolves when the fact is on the disk. */
  addDurably(fact: MediaFact): Promise<void> {
    this.facts.set(fact.factId, fact);
    const written = this.append({ fact });
    this.listener?.();
    return written;
  }

  acknowledged(factIds: readonly string[]): void {
    for (const id of factIds) this.facts.delete(id);
    void this.append({ done: [...factIds] });
    if (this.lines > compactAfter) this.compact();
  }

  /** Writes what is still to be written and lets go of the file. */
  async close(): Promise<void> {
    await this.tail;
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
    this.lines += 1;
    this.tail = this.tail.then(async () => {
      await this.file.appendFile(`${JSON.stringify(line)}\n`);
      await this.file.datasync();
    });
    return this.tail;
  }

  private compact(): void {
    this.lines = this.facts.size;
    this.tail = this.tail.then(async () => {
      const draft = `${this.path}.draft`;
      const fresh = await open(draft, 'w');
      await fresh.writeFile([...this.facts.values()].map((fact) => `${JSON.stringify({ fact })}\n`).join(''));
      await fresh.sync();
      await fresh.close();
      await this.file.close();
      await rename(draft, this.path);
      this.file = await open(this.path, 'a');
    });
  }
}
