import type { ReportEntry } from '@aigaq/contracts';

import type { Answered } from '../../api/socket';
import type { NewEntry, ReportStore } from './report-store';

export interface SendingState {
  /** Entries that only this browser has. */
  waiting: number;
  /** When the server last took everything, epoch milliseconds. */
  savedAt: number | null;
}

type Send = (entries: ReportEntry[]) => Promise<Answered<{ acceptedThrough: number; late: number[] }>>;

const batch = 100;

/**
 * Carries a candidate's deeds from the browser's own store to the server: written down first, sent in order, forgotten
 * only when the server has acknowledged them, sent again after every break.
 */
export class ReportSender {
  private sending: Promise<void> | undefined;
  private again = false;
  private online = false;
  private state: SendingState = { waiting: 0, savedAt: null };
  private readonly listeners = new Set<(state: SendingState) => void>();

  constructor(
    private readonly sittingId: string,
    private readonly store: ReportStore,
    private readonly send: Send,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** Hears the state now and at each change; the answer stops hearing it. */
  onState(listener: (state: SendingState) => void): () => void {
    this.listeners.add(listener);
    listener(this.state);
    return () => void this.listeners.delete(listener);
  }

  /** Keeps one deed; resolves when it is on this browser's disk, whatever the line does. */
  async report(entry: NewEntry): Promise<void> {
    await this.store.append(this.sittingId, entry);
    await this.tell();
    this.wake();
  }

  /** The socket has joined: what is waiting goes out. */
  joined(acceptedThrough: number): void {
    this.online = true;
    void this.store.acknowledge(this.sittingId, acceptedThrough).then(() => this.wake());
  }

  left(): void {
    this.online = false;
  }

  /** Resolves with true when nothing is waiting any more, with false when the line is down. */
  async settle(): Promise<boolean> {
    this.wake();
    while (this.sending) await this.sending;
    return (await this.store.count(this.sittingId)) === 0;
  }

  private wake(): void {
    this.again = true;
    if (!this.online) return;
    this.sending ??= this.drain().finally(() => {
      this.sending = undefined;
      if (this.again && this.online) this.wake();
    });
  }

  private async drain(): Promise<void> {
    while (this.online) {
      this.again = false;
      const entries = await this.store.pending(this.sittingId, batch);
      if (entries.length === 0) {
        await this.tell(this.now());
        return;
      }
      const answered = await this.send(entries);
      if (!answered.ok) {
        // The next join or deed tries again; nothing is forgotten.
        this.again = false;
        await this.tell();
        return;
      }
      await this.store.acknowledge(this.sittingId, answered.value.acceptedThrough);
      await this.tell();
    }
  }

  private async tell(savedAt?: number): Promise<void> {
    this.state = { waiting: await this.store.count(this.sittingId), savedAt: savedAt ?? this.state.savedAt };
    for (const listener of this.listeners) listener(this.state);
  }
}
