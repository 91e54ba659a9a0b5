import { sittingStates } from '@aigaq/contracts';

import { mayPublish } from './room-rules';

describe('the media of a candidate', () => {
  it('go into the room from admission to submission', () => {
    expect(sittingStates.filter((state) => mayPublish(state, 'sitting'))).toEqual([
      'waiting',
      'identifying',
      'ready',
      'live',
      'interrupted',
    ]);
  });

  it('may be rehearsed before the start, and never instead of the sitting', () => {
    expect(sittingStates.filter((state) => mayPublish(state, 'rehearsal'))).toEqual([
      'invited',
      'checking',
      'waiting',
      'identifying',
      'ready',
    ]);
  });
});
