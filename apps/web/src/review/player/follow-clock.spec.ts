import fc from 'fast-check';

import { correctionFor } from './follow-clock';

describe('a follower of the master clock', () => {
  it('is left alone within 100 ms', () => {
    expect(correctionFor(100, 1, false)).toEqual({ kind: 'none', rate: 1 });
    expect(correctionFor(-100, 1, false)).toEqual({ kind: 'none', rate: 1 });
  });

  it('is nudged beyond that, until it is well in step again', () => {
    expect(correctionFor(150, 1, false).rate).toBeLessThan(1);
    expect(correctionFor(-150, 1, false).rate).toBeGreaterThan(1);
    expect(correctionFor(60, 1, true).rate).toBeLessThan(1);
    expect(correctionFor(20, 1, true).rate).toBe(1);
  });

  it('jumps when it is far off', () => {
    expect(correctionFor(5000, 1, false).kind).toBe('jump');
    expect(correctionFor(-5000, 16, false).kind).toBe('none');
    expect(correctionFor(-12_000, 16, false).kind).toBe('jump');
  });

  it('never asks for a speed that a browser refuses', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.constantFrom(0.5, 1, 2, 4, 8, 16),
        fc.boolean(),
        (off, rate, correcting) => {
          const correction = correctionFor(off, rate, correcting);
          expect(correction.rate).toBeGreaterThanOrEqual(0.0625);
          expect(correction.rate).toBeLessThanOrEqual(16);
        },
      ),
    );
  });
});
