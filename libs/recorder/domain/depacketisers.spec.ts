import fc from 'fast-check';
import { vp8Frame, vp8Payloads, vp9Payloads } from '../../../test/support/rtp';
import { FrameAssembler, type Picture } from './frame-assembler';
import { concealment, opusTicks } from './opus';
import { RtpHeader } from './rtp';
import { Vp8Depacketiser } from './vp8';
import { Vp9Depacketiser } from './vp9';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
/** A VP9 keyframe header of profile 0: 320 by 240, then some data. */
const vp9Key = bytes(0x82, 0x49, 0x83, 0x42, 0x00, 0x13, 0xf0, 0x0e, 0xf0, 1, 2, 3);

describe('the VP8 payload descriptor', () => {
  const vp8 = new Vp8Depacketiser();
  const key = vp8Frame(true, 1, 640, 480);

  it.each([
    ['one octet', [], 1, -1, -1],
    ['a PictureID of 7 bits', [0x80, 0x55], 3, 0x55, -1],
    ['a PictureID of 15 bits', [0x80, 0x92, 0x34], 4, 0x1234, -1],
    ['TL0PICIDX alone', [0x40, 9], 3, -1, -1],
    ['a temporal layer', [0x20, 0x80], 3, -1, 2],
    ['a key index without a temporal layer', [0x10, 0x1f], 3, -1, -1],
    ['all of them', [0xf0, 0x92, 0x34, 7, 0x5f], 6, 0x1234, 1],
  ])('with %s', (_, descriptor, dataStart, pictureId, temporalLayer) => {
    const payload = vp8Payloads(key, 2000, descriptor)[0]!;
    expect(vp8.read(payload, 0, payload.length)).toBe(true);
    expect(vp8).toMatchObject({ dataStart, pictureId, temporalLayer, keyframe: true, width: 640, height: 480 });
  });

  it('tells the start of a picture from its other partitions and packets', () => {
    vp8.read(bytes(0x10, 0x11), 0, 2);
    expect(vp8).toMatchObject({ startsPicture: true, keyframe: false });
    vp8.read(bytes(0x11, 0x10), 0, 2);
    expect(vp8).toMatchObject({ startsPicture: false, keyframe: false });
    vp8.read(bytes(0x00, 0x10), 0, 2);
    expect(vp8).toMatchObject({ startsPicture: false, keyframe: false });
  });

  it('leaves out the scaling bits of the size', () => {
    const scaled = vp8Frame(true, 1, 0x4000 | 320, 0xc000 | 240);
    vp8.read(vp8Payloads(scaled)[0]!, 0, 41);
    expect(vp8).toMatchObject({ width: 320, height: 240 });
  });

  it.each([
    ['nothing', bytes()],
    ['a descriptor and no data', bytes(0x10)],
    ['an extension that ends early', bytes(0x90, 0xf0, 0x80)],
    ['a keyframe without its start code', bytes(0x10, 0x10, 0, 0, 1, 2, 3, 0, 0, 0, 0)],
    ['a keyframe cut off in its header', bytes(0x10, 0x10, 0, 0)],
  ])('is refused with %s', (_, payload) => {
    expect(vp8.read(payload, 0, payload.length)).toBe(false);
  });
});

describe('the VP9 payload descriptor', () => {
  const vp9 = new Vp9Depacketiser();
  const read = (...descriptor: number[]): boolean => {
    const payload = Buffer.concat([bytes(...descriptor), vp9Key]);
    return vp9.read(payload, 0, payload.length);
  };

  it('without flexible mode', () => {
    expect(read(0x8c, 0x80 | 5, 6)).toBe(true);
    expect(vp9).toMatchObject({ dataStart: 3, startsPicture: true, keyframe: true, width: 320, height: 240 });
  });

  it('with layers and the index of the temporal structure', () => {
    expect(read(0xac, 0x05, 0x00, 0x77)).toBe(true);
    expect(vp9).toMatchObject({ dataStart: 4, startsPicture: true, keyframe: true });
    expect(read(0xac, 0x05, 0x02, 0x77)).toBe(true);
    expect(vp9).toMatchObject({ startsPicture: false, startsFrame: true, keyframe: false });
  });

  it('with flexible mode and its references', () => {
    expect(read(0xdc, 0x05, 0x03, 0x05, 0x02)).toBe(true);
    expect(vp9).toMatchObject({ dataStart: 5, startsPicture: true, keyframe: false });
  });

  it('with a scalability structure, whose highest layer tells the size', () => {
    const structure = [0x38, 0x01, 0x40, 0x00, 0xf0, 0x02, 0x80, 0x01, 0xe0, 0x02, 0x04, 0x01, 0x08, 0x01, 0x02];
    expect(read(0x0e, ...structure)).toBe(true);
    expect(vp9).toMatchObject({ dataStart: 1 + structure.length, keyframe: true, width: 640, height: 480 });
  });

  it('is no keyframe when the frame itself refers to others', () => {
    expect(vp9.read(bytes(0x08, 0x86, 0, 0, 0), 0, 5)).toBe(true);
    expect(vp9.keyframe).toBe(false);
  });

  it('never reads outside, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (payload) => {
        for (const one of [new Vp8Depacketiser(), vp9]) {
          if (one.read(payload, 0, payload.length)) expect(one.dataStart).toBeLessThan(payload.length);
        }
      }),
    );
  });
});

describe('pictures put together of packets', () => {
  interface Heard {
    pictures: { ticks: number; keyframe: boolean; packets: number; data: number[] }[];
    unusable: number;
  }

  function assemble(codec: 'vp8' | 'vp9', packets: [ticks: number, marker: boolean, payload: Uint8Array][]): Heard {
    const heard: Heard = { pictures: [], unusable: 0 };
    const assembler = new FrameAssembler(codec === 'vp8' ? new Vp8Depacketiser() : new Vp9Depacketiser(), {
      picture: ({ ticks, keyframe, packets: count, bytes: data, from, to }: Picture) =>
        heard.pictures.push({ ticks, keyframe, packets: count, data: [...data.subarray(from, to)] }),
      unusable: (count) => (heard.unusable += count),
    });
    for (const [ticks, marker, payload] of packets) {
      const header = new RtpHeader();
      header.marker = marker;
      header.payloadEnd = payload.length;
      assembler.packet(payload, header, ticks, 0);
    }
    return heard;
  }

  it('come out as they were before they were split', () => {
    const frame = vp8Frame(true, 77, 640, 480, 50_000);
    const parts = vp8Payloads(frame, 1100);
    const { pictures, unusable } = assemble(
      'vp8',
      parts.map((part, i) => [9, i === parts.length - 1, part]),
    );
    expect(pictures).toEqual([{ ticks: 9, keyframe: true, packets: parts.length, data: [...frame] }]);
    expect(unusable).toBe(0);
  });

  it('end where the next begins when the marker is missing', () => {
    const parts = [1, 2].map((tag) => vp8Payloads(vp8Frame(true, tag))[0]!);
    const { pictures } = assemble('vp8', [
      [1, false, parts[0]!],
      [2, true, parts[1]!],
    ]);
    expect(pictures.map(({ ticks }) => ticks)).toEqual([1, 2]);
  });

  it('are not begun in their middle', () => {
    const parts = vp8Payloads(vp8Frame(true, 1, 640, 480, 300), 100);
    const { pictures, unusable } = assemble('vp8', [
      [1, false, parts[1]!],
      [1, true, parts[2]!],
    ]);
    expect(pictures).toEqual([]);
    expect(unusable).toBe(2);
  });

  it('carry an index of their layers in VP9', () => {
    const inter = bytes(0x86, 5, 6, 7);
    const layer = (id: number, data: Uint8Array): Uint8Array =>
      Buffer.concat([bytes(0x2c | (id ? 0x40 : 0), id << 1, 0), data]);
    const { pictures } = assemble('vp9', [
      [1, false, layer(0, vp9Key)],
      [1, true, layer(1, inter)],
    ]);
    expect(pictures).toHaveLength(1);
    expect(pictures[0]!.keyframe).toBe(true);
    expect(pictures[0]!.data).toEqual([...vp9Key, ...inter, 0xd9, 12, 0, 0, 0, 4, 0, 0, 0, 0xd9]);
  });

  it('come out of VP9 packets as they went in', () => {
    const frame = Buffer.concat([vp9Key, Buffer.alloc(5_000, 3)]);
    const parts = vp9Payloads(frame, true, 1000);
    const { pictures } = assemble(
      'vp9',
      parts.map((part, i) => [1, i === parts.length - 1, part]),
    );
    expect(pictures[0]!.data).toEqual([...frame]);
  });
});

describe('the length of an Opus packet', () => {
  it.each([
    ['one frame of 20 ms', bytes(0xf8, 1), 960],
    ['two frames of 20 ms', bytes(0xf9, 1), 1920],
    ['three frames of 60 ms', bytes(0x1b, 3), 0],
    ['two frames of 60 ms', bytes(0x1b, 2), 5760],
    ['one frame of 2.5 ms', bytes(0x80), 120],
    ['one hybrid frame of 10 ms', bytes(0x60, 1), 480],
    ['no frame', bytes(0xfb, 0), 0],
    ['nothing', bytes(), 0],
    ['a missing count', bytes(0xfb), 0],
  ])('with %s', (_, packet, ticks) => {
    expect(opusTicks(packet, 0, packet.length)).toBe(ticks);
  });

  it('keeps settings and channels in what asks for concealment', () => {
    expect([...concealment(0xff)]).toEqual([0xfc]);
  });
});
