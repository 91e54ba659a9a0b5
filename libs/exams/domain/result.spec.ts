import fc from 'fast-check';

import { shippedRuleSets } from '@aigaq/schedule';

import { percentOf, resultOf } from './result';

const rules = shippedRuleSets[0]!.values;

describe('the result of an attempt', () => {
  it.each([
    [49.4, 49, 'FX', false],
    [49.5, 50, 'D', true],
    [50, 50, 'D', true],
    [54.5, 55, 'D+', true],
    [69.49, 69, 'C', true],
    [70, 70, 'C+', true],
    [89.5, 90, 'A-', true],
    [94.5, 95, 'A', true],
    [100, 100, 'A', true],
    [24.5, 25, 'FX', false],
    [24.4, 24, 'F', false],
    [0, 0, 'F', false],
  ])('of %p points in a hundred is %p %%, %s, passed: %p', (points, percent, letter, passed) => {
    expect(resultOf([points], 100, rules)).toEqual({ points, maximum: 100, percent, letter, passed });
  });

  it('rounds a half up also where binary fractions would not', () => {
    expect(percentOf(9.9, 20)).toBe(50);
    expect(percentOf(1.115, 100)).toBe(1);
    expect(percentOf(0.1 + 0.2, 60)).toBe(1);
  });

  it('adds points without the dust of binary fractions', () => {
    expect(resultOf([0.1, 0.2, 0.33], 10, rules).points).toBe(0.63);
  });

  it('never lies outside of 0 to 100 per cent and never falls with more points', () => {
    const maximum = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(maximum, fc.double({ min: 0, max: 1, noNaN: true }), (most, share) => {
        const percent = percentOf(most * share, most);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        expect(percentOf(Math.min(most, most * share + 0.5), most)).toBeGreaterThanOrEqual(percent);
      }),
    );
  });
});
