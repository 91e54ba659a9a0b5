import { shippedRuleSets } from '@aigaq/schedule';

import { recordingUntil } from './retention';

describe('a recording', () => {
  it('is kept longer when something was found', () => {
    const values = shippedRuleSets[0]?.values;
    if (!values) throw new Error('No rule set is shipped.');
    const decidedAt = new Date('2026-06-01T10:00:00Z');
    expect(recordingUntil(decidedAt, 'nothing_found', values)).toEqual(new Date('2026-07-01T10:00:00Z'));
    expect(recordingUntil(decidedAt, 'incident', values)).toEqual(new Date('2026-12-01T10:00:00Z'));
  });
});
