import { parseRange } from './open-object';

describe('the range of a request', () => {
  it.each([
    ['bytes=0-4', { start: 0, end: 4 }],
    ['bytes=5-', { start: 5, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-50', { start: 0, end: 9 }],
    ['bytes=8-200', { start: 8, end: 9 }],
  ])('%s of ten bytes', (header, part) => {
    expect(parseRange(header, 10)).toEqual(part);
  });

  it.each([undefined, '', 'bytes=-', 'bytes=4-2', 'bytes=10-', 'bytes=-0', 'bytes=0-1,4-5', 'items=0-1', 'bytes=a-b'])(
    'is left aside when it cannot be served: %s',
    (header) => {
      expect(parseRange(header, 10)).toBeNull();
    },
  );

  it('is left aside for an object without bytes', () => {
    expect(parseRange('bytes=0-0', 0)).toBeNull();
  });
});
