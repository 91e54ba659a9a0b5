import { appendFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { MediaFact } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';

import { FactOutbox } from './fact-outbox';

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
    const before = await FactOutbox.open(file);
    const [first, second, third] = [fact(), fact(), fact()];
    for (const each of [first, second]) before.add(each);
    before.acknowledged([first.factId]);
    await before.addDurably(third);
    await before.close();
    const after = await FactOutbox.open(file);
    expect(after.next(10)).toEqual([second, third]);
    await after.close();
  });

  it('survive a last line that was cut short', async () => {
    const file = await path();
    const whole = fact();
    const before = await FactOutbox.open(file);
    await before.addDurably(whole);
    await before.close();
    await appendFile(file, '{"fact":{"factId":"0190');
    const after = await FactOutbox.open(file);
    expect(after.next(10)).toEqual([whole]);
    await after.close();
  });

  it('keep their order', async () => {
    const outbox = await FactOutbox.open(await path());
    const facts = [fact(), fact(), fact()];
    for (const each of facts) outbox.add(each);
    expect(outbox.next(2)).toEqual(facts.slice(0, 2));
    await outbox.close();
  });
});
