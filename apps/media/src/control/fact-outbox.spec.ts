import { appendFile, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { MediaFact } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import { Log } from '@aigaq/platform';

import { FactOutbox } from './fact-outbox';

const log = new Log();

function fact(): MediaFact {
  return {
    factId: newId(),
    kind: 'track_started',
    at: '2026-01-01T00:00:00.000Z',
    room: 'room',
    participant: newId(),
    trackId: newId(),
    source: 'camera',
    codec: 'vp8',
  };
}

async function path(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'facts-')), 'facts.log');
}

describe('facts on their way to the API', () => {
  it('are there again after a crash, without those that were acknowledged', async () => {
    const file = await path();
    const before = await FactOutbox.open(file, log);
    const [first, second, third] = [fact(), fact(), fact()];
    for (const each of [first, second]) before.add(each);
    before.acknowledged([first.factId]);
    await before.addDurably(third);
    await before.close();
    const after = await FactOutbox.open(file, log);
    expect(after.next(10)).toEqual([second, third]);
    await after.close();
  });

  it('survive a last line that was cut short', async () => {
    const file = await path();
    const whole = fact();
    const before = await FactOutbox.open(file, log);
    await before.addDurably(whole);
    await before.close();
    await appendFile(file, '{"fact":{"factId":"0190');
    const after = await FactOutbox.open(file, log);
    expect(after.next(10)).toEqual([whole]);
    const next = fact();
    await after.addDurably(next);
    await after.close();
    const later = await FactOutbox.open(file, log);
    expect(later.next(10)).toEqual([whole, next]);
    await later.close();
  });

  it('take no more room on the disk than what is not acknowledged needs, however many there were', async () => {
    const file = await path();
    const outbox = await FactOutbox.open(file, log);
    const kept = fact();
    outbox.add(kept);
    for (let round = 0; round < 30; round += 1) {
      const facts = Array.from({ length: 200 }, fact);
      await Promise.all(facts.map((each) => outbox.addDurably(each)));
      outbox.acknowledged(facts.map(({ factId }) => factId));
    }
    const last = fact();
    await outbox.addDurably(last);
    await outbox.close();
    expect((await readFile(file, 'utf8')).split('\n').length).toBeLessThan(3000);
    const after = await FactOutbox.open(file, log);
    expect(after.next(10)).toEqual([kept, last]);
    await after.close();
  });

  it('keep their order', async () => {
    const outbox = await FactOutbox.open(await path(), log);
    const facts = [fact(), fact(), fact()];
    for (const each of facts) outbox.add(each);
    expect(outbox.next(2)).toEqual(facts.slice(0, 2));
    await outbox.close();
  });
});
