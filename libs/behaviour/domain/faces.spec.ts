import fc from 'fast-check';

import { faceScores, gridSizes } from './faces';

interface Guess {
  readonly grid: 0 | 1;
  readonly guess: number;
  readonly logit: number;
  readonly box: readonly [number, number, number, number];
}

/** The model's answer where nothing is seen but these. */
function outputs(guesses: readonly Guess[]) {
  return gridSizes.map((size, grid) => {
    const logits = new Float32Array(size).fill(-20);
    const boxes = new Float32Array(size * 16);
    for (const { guess, logit, box } of guesses.filter((each) => each.grid === grid)) {
      logits[guess] = logit;
      boxes.set(box, guess * 16);
    }
    return { logits, boxes };
  });
}

describe('the reading of the model', () => {
  it('has the grids of BlazeFace', () => {
    expect(gridSizes).toEqual([512, 384]);
  });

  it('sees nobody where every guess is low', () => {
    expect(faceScores(outputs([]))).toEqual([]);
  });

  it('takes two guesses at the same place for one face, and keeps the better', () => {
    const guesses = [
      { grid: 0, guess: 100, logit: 1, box: [0, 0, 40, 40] },
      { grid: 0, guess: 101, logit: 2, box: [1, 1, 42, 42] },
    ] as const;
    expect(faceScores(outputs(guesses))).toEqual([0.881]);
  });

  it('takes a small box within a large one for one face', () => {
    const guesses = [
      { grid: 0, guess: 272, logit: 3, box: [0, 0, 80, 80] },
      { grid: 0, guess: 273, logit: 1, box: [0, 0, 20, 20] },
    ] as const;
    expect(faceScores(outputs(guesses))).toHaveLength(1);
  });

  it('finds the cells of both grids in their places', () => {
    // Cell 0 of the coarse grid has its middle at 16, 16; cell 17 of the fine one at 24, 24: the same corner.
    const near = [
      { grid: 1, guess: 0, logit: 3, box: [8, 8, 30, 30] },
      { grid: 0, guess: 34, logit: 2, box: [0, 0, 30, 30] },
    ] as const;
    expect(faceScores(outputs(near))).toHaveLength(1);
    const apart = [near[0], { ...near[1], guess: 510 }];
    expect(faceScores(outputs(apart))).toHaveLength(2);
  });

  it('gives five faces at most, the best first, whatever the model says', () => {
    const values = { noDefaultInfinity: false, noNaN: false } as const;
    fc.assert(
      fc.property(
        fc.float32Array({ ...values, minLength: 512, maxLength: 512 }),
        fc.float32Array({ ...values, minLength: 64, maxLength: 64 }),
        (logits, some) => {
          const boxes = Float32Array.from({ length: 512 * 16 }, (_, index) => some[index % 64] ?? 0);
          const scores = faceScores([{ logits, boxes }]);
          expect(scores.length).toBeLessThanOrEqual(5);
          expect(scores).toEqual([...scores].sort((one, other) => other - one));
          for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});
