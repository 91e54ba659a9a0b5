import type { PresentedItem, Response } from '@aigaq/contracts';

import { emptyResponse, type Answer } from './answers';
import { Value } from './value';

/** Milliseconds after the last key before a text is written down, and the longest that typing may put it off. */
const pause = 700;
const longest = 4000;

interface Pending {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly since: number;
}

export interface Keep {
  (answer: Answer & { itemId: string }): Promise<void>;
}

/** The answers as they stand on the page. What is chosen is written down at once, what is typed in short pauses. */
export class AnswerBook {
  readonly answers: Value<ReadonlyMap<string, Answer>>;
  private readonly pending = new Map<string, Pending>();
  private readonly writing = new Set<Promise<void>>();
  /** A browser whose disk is full keeps nothing: that has to be told. */
  readonly failed = new Value(false);

  constructor(
    readonly items: readonly PresentedItem[],
    known: ReadonlyMap<string, Answer>,
    private readonly keep: Keep,
    private readonly now: () => number,
  ) {
    this.answers = new Value<ReadonlyMap<string, Answer>>(known);
  }

  respond(item: PresentedItem, response: Response): void {
    const typed = response.type === 'text_entry' || response.type === 'extended_text';
    this.put(item, { response });
    if (typed) this.later(item.id);
    else this.write(item.id);
  }

  flag(item: PresentedItem, flagged: boolean): void {
    this.put(item, { flagged });
    this.write(item.id);
  }

  /** Writes down what waits for a pause in typing; resolves when it is on the disk. */
  async flush(): Promise<void> {
    for (const itemId of [...this.pending.keys()]) this.write(itemId);
    await Promise.all(this.writing);
  }

  private put(item: PresentedItem, change: Partial<Pick<Answer, 'response' | 'flagged'>>): void {
    const known = this.answers.get().get(item.id) ?? { response: emptyResponse(item), flagged: false };
    const answer: Answer = { ...known, ...change, at: new Date(this.now()).toISOString() };
    this.answers.set(new Map(this.answers.get()).set(item.id, answer));
  }

  private later(itemId: string): void {
    const waiting = this.pending.get(itemId);
    clearTimeout(waiting?.timer);
    const since = waiting?.since ?? this.now();
    const wait = Math.max(0, Math.min(pause, since + longest - this.now()));
    this.pending.set(itemId, { since, timer: setTimeout(() => this.write(itemId), wait) });
  }

  private write(itemId: string): void {
    clearTimeout(this.pending.get(itemId)?.timer);
    this.pending.delete(itemId);
    const answer = this.answers.get().get(itemId);
    if (!answer) return;
    const written = this.keep({ ...answer, itemId }).then(
      () => this.failed.set(false),
      () => this.failed.set(true),
    );
    this.writing.add(written);
    void written.finally(() => this.writing.delete(written));
  }
}
