import fc from 'fast-check';

import { moveMask, nextMask, resizeMask, type Mask } from './mask';

const isInside = ({ x, y, width, height }: Mask): boolean =>
  x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1 + 1e-9 && y + height <= 1 + 1e-9;

describe('a cover on the picture of a document', () => {
  it('stays on the picture, however it is moved and pulled', () => {
    const step = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), step, step), { maxLength: 30 }), (steps) => {
        const end = steps.reduce<Mask>(
          (mask, [moves, x, y]) => (moves ? moveMask(mask, x, y) : resizeMask(mask, x, y)),
          nextMask([]),
        );
        expect(isInside(end)).toBe(true);
      }),
    );
  });

  it('keeps its size when it is moved', () => {
    const moved = moveMask({ x: 0.1, y: 0.1, width: 0.3, height: 0.2 }, 5, 5);
    expect(moved).toMatchObject({ width: 0.3, height: 0.2 });
  });

  it('does not hide the one before it', () => {
    const masks: Mask[] = [];
    for (let index = 0; index < 4; index += 1) {
      const next = nextMask(masks);
      expect(isInside(next)).toBe(true);
      expect(next).not.toEqual(masks.at(-1));
      masks.push(next);
    }
  });
});
