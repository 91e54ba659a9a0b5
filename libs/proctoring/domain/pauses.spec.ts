import { pausesOf } from './pauses';
import type { TimeFact, TimeFactKind } from './sitting-clock';

let next = 0;
const fact = (kind: TimeFactKind, milliseconds: number): TimeFact => ({
  id: String(next++).padStart(4, '0'),
  at: new Date(milliseconds),
  kind,
  seconds: null,
});

describe('the pauses of a sitting', () => {
  it('lie between pausing and resuming, in any order of the facts', () => {
    const facts = [
      fact('resumed', 30),
      fact('paused', 10),
      fact('started', 0),
      fact('paused', 50),
      fact('resumed', 60),
    ];
    expect(pausesOf(facts, new Date(100))).toEqual([
      { from: 10, to: 30 },
      { from: 50, to: 60 },
    ]);
  });

  it('last until the end when nobody resumed', () => {
    expect(pausesOf([fact('started', 0), fact('paused', 40)], new Date(100))).toEqual([{ from: 40, to: 100 }]);
  });

  it('are none when the sitting was never paused', () => {
    expect(pausesOf([fact('started', 0), fact('granted', 10)], new Date(100))).toEqual([]);
  });
});
