import type { ActionView, AttemptReview } from '@aigaq/contracts';

import { answerMarks, extentOf, pausesOf } from './lanes';

const at = (seconds: number): string => new Date(seconds * 1000).toISOString();
const action = (kind: ActionView['kind'], seconds: number): ActionView => ({
  ...{ id: `${kind}${seconds}`, at: at(seconds), kind, by: null, reason: '', seconds: null },
});

describe('the lanes of the timeline', () => {
  it('show pauses from stop to go, and one that lasts up to the end', () => {
    const actions = [action('paused', 10), action('resumed', 20), action('warned', 25), action('paused', 30)];
    expect(pausesOf(actions, 40_000)).toEqual([
      { from: 10_000, to: 20_000 },
      { from: 30_000, to: 40_000 },
    ]);
    expect(pausesOf([action('paused', 10), action('ended', 15)], 99_000)).toEqual([{ from: 10_000, to: 15_000 }]);
  });

  it('show an answer once while somebody types it, and again when it is changed later', () => {
    const history = [0, 3, 6, 60].map((seconds) => ({ at: at(seconds) }));
    const attempt = { items: [{ itemId: 'i', position: 4, history }] } as unknown as AttemptReview;
    expect(answerMarks(attempt)).toEqual([
      { at: 0, position: 4, itemId: 'i' },
      { at: 60_000, position: 4, itemId: 'i' },
    ]);
    expect(answerMarks(undefined)).toEqual([]);
  });

  it('reach from the first thing known to the last', () => {
    expect(extentOf([null, { from: 5, to: 90_000 }], [100_000])).toEqual({ from: 5, to: 100_000 });
    expect(extentOf([null], [7000])).toEqual({ from: 7000, to: 8000 });
    expect(extentOf([], [])).toBeNull();
  });
});
