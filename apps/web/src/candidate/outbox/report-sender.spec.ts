import fc from 'fast-check';

import type { ReportEntry } from '@aigaq/contracts';

import { ReportSender } from './report-sender';
import type { LocalAnswer, NewEntry, ReportStore } from './report-store';

class MemoryStore implements ReportStore {
  private entries: ReportEntry[] = [];
  private last = 0;

  deviceId = () => Promise.resolve('device');
  answers = (): Promise<LocalAnswer[]> => Promise.resolve([]);
  lastSequence = () => Promise.resolve(this.last);
  count = () => Promise.resolve(this.entries.length);
  pending = (_: string, limit: number) => Promise.resolve(this.entries.slice(0, limit));

  append(_: string, entry: NewEntry): Promise<number> {
    this.last += 1;
    this.entries.push({ ...entry, sequence: this.last });
    return Promise.resolve(this.last);
  }

  acknowledge(_: string, through: number): Promise<void> {
    this.entries = this.entries.filter((entry) => entry.sequence > through);
    return Promise.resolve();
  }
}

const milestone = (name: string): NewEntry => ({ kind: 'milestone', name, detail: '', at: '2026-01-01T00:00:00Z' });

/** A server that takes each number once; `fails` says which calls lose the request, which the answer. */
function serverWith(fails: (call: number) => 'request' | 'answer' | 'no') {
  const taken = new Map<number, string>();
  let calls = 0;
  const send = (entries: ReportEntry[]) => {
    calls += 1;
    const fault = fails(calls);
    const offline = { ok: false as const, problems: [], offline: true };
    if (fault === 'request') return Promise.resolve(offline);
    for (const entry of entries)
      if (!taken.has(entry.sequence)) taken.set(entry.sequence, entry.kind === 'milestone' ? entry.name : '');
    if (fault === 'answer') return Promise.resolve(offline);
    return Promise.resolve({
      ok: true as const,
      value: { acceptedThrough: Math.max(...entries.map((entry) => entry.sequence)), late: [] },
    });
  };
  return { taken, send };
}

describe('what a candidate did', () => {
  it('reaches the server in order once the line is there', async () => {
    const { taken, send } = serverWith(() => 'no');
    const sender = new ReportSender('sitting', new MemoryStore(), send);
    await sender.report(milestone('a'));
    await sender.report(milestone('b'));
    expect(taken.size).toBe(0);
    sender.joined(0);
    expect(await sender.settle()).toBe(true);
    expect([...taken.values()]).toEqual(['a', 'b']);
  });

  it('is said to be waiting while the line is down', async () => {
    const { send } = serverWith(() => 'request');
    const sender = new ReportSender('sitting', new MemoryStore(), send);
    const seen: number[] = [];
    sender.onState(({ waiting }) => seen.push(waiting));
    sender.joined(0);
    await sender.report(milestone('a'));
    expect(await sender.settle()).toBe(false);
    expect(seen.at(-1)).toBe(1);
  });

  it('is never lost and never taken twice, wherever requests and answers go missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('request' as const, 'answer' as const, 'no' as const), { maxLength: 30 }),
        fc.array(fc.constantFrom('report', 'left', 'joined'), { maxLength: 30 }),
        async (faults, deeds) => {
          const { taken, send } = serverWith((call) => faults[call - 1] ?? 'no');
          const sender = new ReportSender('sitting', new MemoryStore(), send);
          const done: string[] = [];
          for (const [index, deed] of deeds.entries()) {
            if (deed === 'left') sender.left();
            else if (deed === 'joined') sender.joined(0);
            else {
              done.push(`deed ${index}`);
              await sender.report(milestone(`deed ${index}`));
            }
          }
          for (let attempt = 0; attempt <= faults.length; attempt += 1) {
            sender.joined(0);
            if (await sender.settle()) break;
          }
          expect(await sender.settle()).toBe(true);
          expect([...taken.entries()].sort(([a], [b]) => a - b).map(([, name]) => name)).toEqual(done);
        },
      ),
    );
  });
});
