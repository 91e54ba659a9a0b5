import type { ObservationChange } from '@aigaq/behaviour';

import { entryOf, OpenObservations, type Shelf } from './observations';

const observation = (id: string, endedAt: number | null = null): ObservationChange['observation'] => ({
  id,
  code: 'SCR-01',
  detector: 'window',
  detectorVersion: '1',
  startedAt: 1000,
  endedAt,
  confidence: 1,
});

function shelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('what is written down of an observation', () => {
  it('is its start and its end, at their own times', () => {
    expect(entryOf({ change: 'opened', observation: observation('a') })).toMatchObject({
      kind: 'observation_opened',
      at: '1970-01-01T00:00:01.000Z',
      code: 'SCR-01',
    });
    expect(entryOf({ change: 'closed', observation: observation('a', 5000) })).toMatchObject({
      kind: 'observation_closed',
      at: '1970-01-01T00:00:05.000Z',
    });
  });

  it('is nothing while it only goes on', () => {
    expect(entryOf({ change: 'updated', observation: observation('a') })).toBeNull();
  });
});

describe('an observation that lasted when the page went', () => {
  it('is ended afterwards, once, at the time when the page was last alive', () => {
    const kept = shelf();
    const before = new OpenObservations('sitting', kept);
    before.note({ change: 'opened', observation: observation('a') }, 1000);
    before.alive(7000);
    const [ended, ...more] = new OpenObservations('sitting', kept).unfinished();
    expect(ended).toMatchObject({ change: 'closed', observation: { id: 'a', endedAt: 7000 } });
    expect(more).toEqual([]);
    expect(new OpenObservations('sitting', kept).unfinished()).toEqual([]);
  });

  it('is not looked for when it had ended, nor under another sitting', () => {
    const kept = shelf();
    const before = new OpenObservations('sitting', kept);
    before.note({ change: 'opened', observation: observation('a') }, 1000);
    expect(new OpenObservations('other', kept).unfinished()).toEqual([]);
    before.note({ change: 'closed', observation: observation('a', 2000) }, 2000);
    expect(kept.kept.size).toBe(0);
    expect(new OpenObservations('sitting', kept).unfinished()).toEqual([]);
  });

  it('does not trouble a page whose shelf holds something else, or is full', () => {
    const odd: Shelf = {
      getItem: () => '{"open": 5',
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => undefined,
    };
    const open = new OpenObservations('sitting', odd);
    expect(open.unfinished()).toEqual([]);
    expect(() => open.note({ change: 'opened', observation: observation('a') }, 1)).not.toThrow();
  });
});
