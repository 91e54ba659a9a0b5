import fc from 'fast-check';
import { ReorderBuffer } from './reorder-buffer';

/** A buffer that writes down what it passes on: numbers of packets, and `lost N` where some are missing. */
function listening(waitMs = 100): {
  buffer: ReorderBuffer;
  heard: (number | string)[];
  send: (n: number, at?: number) => void;
} {
  const heard: (number | string)[] = [];
  const buffer = new ReorderBuffer(waitMs, {
    packet: (bytes) => heard.push(new DataView(bytes.buffer, bytes.byteOffset).getInt32(0)),
    lost: (count) => heard.push(`lost ${count}`),
  });
  const shared = Buffer.alloc(4);
  const send = (n: number, at = 0): void => {
    shared.writeInt32BE(n);
    buffer.push(n, shared, at);
    shared.fill(0xee); // the network's buffer is used again
  };
  return { buffer, heard, send };
}

describe('the reorder buffer', () => {
  it('passes on at once what comes in order', () => {
    const { heard, send } = listening();
    for (const n of [-2, -1, 0, 1]) send(n);
    expect(heard).toEqual([-2, -1, 0, 1]);
  });

  it('waits for what is missing and keeps what came behind it', () => {
    const { buffer, heard, send } = listening();
    for (const n of [5, 7, 8]) send(n);
    expect(heard).toEqual([5]);
    expect(buffer.waitingSince).toBe(0);
    send(6);
    expect(heard).toEqual([5, 6, 7, 8]);
    expect(buffer.waitingSince).toBeNull();
  });

  it('gives up a hole when the first packet behind it has waited long enough', () => {
    const { buffer, heard, send } = listening(100);
    send(1, 0);
    send(4, 10);
    send(6, 50);
    buffer.advance(109);
    expect(heard).toEqual([1]);
    buffer.advance(110);
    expect(heard).toEqual([1, 'lost 2', 4]);
    buffer.advance(150);
    expect(heard).toEqual([1, 'lost 2', 4, 'lost 1', 6]);
  });

  it('drops duplicates and what comes after it was given up', () => {
    const { buffer, heard, send } = listening(100);
    for (const n of [1, 1, 3, 3]) send(n, 0);
    buffer.advance(100);
    send(2, 101);
    send(3, 101);
    send(4, 101);
    expect(heard).toEqual([1, 'lost 1', 3, 4]);
  });

  it('takes a jump of any length', () => {
    const { heard, send, buffer } = listening();
    send(0);
    send(2);
    send(30_000);
    send(30_001);
    buffer.flush(0);
    expect(heard).toEqual([0, 'lost 1', 2, 'lost 29997', 30_000, 30_001]);
  });

  it('accounts for every number once, in order, whatever comes how', () => {
    const arrival = fc.record({ delay: fc.integer({ min: 0, max: 150 }), lost: fc.boolean(), twice: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(arrival, { minLength: 1, maxLength: 400 }),
        fc.integer({ min: -500, max: 70_000 }),
        (fates, first) => {
          const { buffer, heard, send } = listening(100);
          const arrivals = fates.flatMap(({ delay, lost, twice }, index) =>
            index > 0 && lost
              ? []
              : [0, ...(twice ? [40] : [])].map((more) => ({ n: first + index, at: index + (index && delay) + more })),
          );
          for (const { n, at } of arrivals.toSorted((a, b) => a.at - b.at)) {
            buffer.advance(at);
            send(n, at);
          }
          buffer.flush(10_000);
          let next = first;
          for (const item of heard) {
            if (typeof item === 'number') expect(item).toBe(next);
            next += typeof item === 'number' ? 1 : Number(item.slice(5));
          }
          expect(next).toBe(1 + Math.max(...arrivals.map(({ n }) => n)));
        },
      ),
    );
  });

  it('loses nothing when every delay is shorter than the wait', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 2_000 }), (delays) => {
        const { buffer, heard, send } = listening(100);
        const arrivals = delays.map((delay, n) => ({ n, at: n / 20 + (n && delay) }));
        for (const { n, at } of arrivals.toSorted((a, b) => a.at - b.at)) {
          buffer.advance(at);
          send(n, at);
        }
        expect(heard).toEqual(delays.map((_, n) => n));
      }),
      { numRuns: 30 },
    );
  });
});
