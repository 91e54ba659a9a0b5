import { Coalescer } from './coalescer';

describe('what many changes of one sitting come to', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is one run at once and one after the interval, with the newest work', () => {
    const coalescer = new Coalescer(250);
    const ran: string[] = [];
    for (const name of ['a', 'b', 'c']) coalescer.run('sitting', () => ran.push(name));
    expect(ran).toEqual(['a']);
    jest.advanceTimersByTime(250);
    expect(ran).toEqual(['a', 'c']);
    jest.advanceTimersByTime(1000);
    expect(ran).toEqual(['a', 'c']);
  });

  it('is at most four runs a second, however fast they come', () => {
    const coalescer = new Coalescer(250);
    let runs = 0;
    for (let at = 0; at < 1000; at += 10) {
      coalescer.run('sitting', () => runs++);
      jest.advanceTimersByTime(10);
    }
    expect(runs).toBeLessThanOrEqual(5);
  });

  it('does not make one sitting wait for another', () => {
    const coalescer = new Coalescer(250);
    const ran: string[] = [];
    coalescer.run('one', () => ran.push('one'));
    coalescer.run('other', () => ran.push('other'));
    expect(ran).toEqual(['one', 'other']);
  });

  it('runs at once again after a quiet time', () => {
    const coalescer = new Coalescer(250);
    let runs = 0;
    coalescer.run('sitting', () => runs++);
    jest.advanceTimersByTime(300);
    coalescer.run('sitting', () => runs++);
    expect(runs).toBe(2);
    coalescer.stop();
  });
});
