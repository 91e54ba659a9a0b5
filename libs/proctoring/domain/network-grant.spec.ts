import fc from 'fast-check';

import { networkGrant, possibleGrant } from './network-grant';

const rules = { networkGrantMinimumSeconds: 10, networkGrantMaximumSeconds: 600 };

describe('time for a lost line', () => {
  it('gives nothing for a moment, all of a longer loss, and no more than the rule set allows', () => {
    expect(networkGrant(9.9, 0, rules)).toBe(0);
    expect(networkGrant(20.7, 0, rules)).toBe(20);
    expect(networkGrant(500, 400, rules)).toBe(200);
    expect(networkGrant(500, 600, rules)).toBe(0);
    expect(networkGrant(500, 0, { ...rules, networkGrantMaximumSeconds: 0 })).toBe(0);
  });

  it('never gives more than was lost, nor more than is left', () => {
    fc.assert(
      fc.property(fc.float({ min: 0, max: 5000, noNaN: true }), fc.nat(1000), (lost, before) => {
        const given = networkGrant(lost, before, rules);
        expect(given).toBeLessThanOrEqual(possibleGrant(lost, before, rules));
        expect(given + before).toBeLessThanOrEqual(Math.max(before, 600));
        expect(Number.isInteger(given)).toBe(true);
      }),
    );
  });
});
