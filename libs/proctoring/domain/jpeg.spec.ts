import fc from 'fast-check';

import { problemOfStill } from './identity-check';
import { jpegSize } from './jpeg';

/** The headers of a JPEG of a size, with a comment before the frame and a scan of nothing after it. */
function jpegOf(width: number, height: number): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const frame = [0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xfe, 0, 4, 65, 66, ...frame, 0xff, 0xda, 0, 2, 0xff, 0xd9]);
}

describe('a still', () => {
  it('is as large as its header says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65535 }), fc.integer({ min: 1, max: 65535 }), (width, height) => {
        expect(jpegSize(jpegOf(width, height))).toEqual({ width, height });
      }),
    );
  });

  it('is no JPEG when its bytes are anything else', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void jpegSize(bytes)));
    expect(jpegSize(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBeNull();
    expect(jpegSize(jpegOf(640, 480).slice(0, -2))).toBeNull();
  });

  it('never fails on a header that was cut or scrambled', () => {
    const scrambled = fc.tuple(fc.nat(30), fc.nat(255)).map(([position, value]) => {
      const bytes = jpegOf(640, 480);
      bytes[position] = value;
      return bytes;
    });
    fc.assert(fc.property(scrambled, (bytes) => void jpegSize(bytes)));
  });

  it('is refused by field and reason', () => {
    expect(problemOfStill('face', new Uint8Array())).toEqual({ code: 'file_missing', field: 'face' });
    expect(problemOfStill('face', new Uint8Array(3 * 1024 * 1024))?.code).toBe('file_too_large');
    expect(problemOfStill('face', new TextEncoder().encode('<svg/>'))?.code).toBe('file_not_what_it_says');
    expect(problemOfStill('document', jpegOf(100, 480))).toEqual({
      code: 'too_small',
      field: 'document',
      params: { limit: 160 },
    });
    expect(problemOfStill('document', jpegOf(9000, 480))?.code).toBe('too_large');
    expect(problemOfStill('face', jpegOf(640, 480))).toBeNull();
  });
});
