import fc from 'fast-check';
import { rtpPacket, senderReport } from '../../../test/support/rtp';
import { parseSenderReports } from './rtcp';
import { RtpHeader, parseRtp } from './rtp';

const payload = Uint8Array.of(1, 2, 3);

describe('an RTP packet', () => {
  it('is read over contributing sources, header extension and padding', () => {
    const bytes = rtpPacket({
      ...{ payloadType: 111, marker: true, sequence: 65_535, timestamp: 0xffff_fffe, ssrc: 0x8000_0001 },
      ...{ contributors: 3, extension: 2, padding: 5, payload },
    });
    const header = parseRtp(bytes)!;
    expect(header).toMatchObject({
      ...{ payloadType: 111, marker: true, sequence: 65_535, timestamp: 0xffff_fffe, ssrc: 0x8000_0001 },
    });
    expect([...bytes.subarray(header.payloadStart, header.payloadEnd)]).toEqual([1, 2, 3]);
  });

  it('may carry nothing but padding', () => {
    const header = parseRtp(rtpPacket({ sequence: 1, timestamp: 1, padding: 200, payload: new Uint8Array(0) }))!;
    expect(header.payloadStart).toBe(header.payloadEnd);
  });

  it('fills the object that it is given', () => {
    const into = new RtpHeader();
    expect(parseRtp(rtpPacket({ sequence: 7, timestamp: 1, payload }), into)).toBe(into);
    expect(into.sequence).toBe(7);
  });

  it.each([
    ['is too short', Uint8Array.of(0x80, 96, 0)],
    ['has another version', Uint8Array.of(0x40, ...new Uint8Array(15))],
    ['announces more contributing sources than it has', Uint8Array.of(0x8f, ...new Uint8Array(15))],
    ['announces an extension that is not there', Uint8Array.of(0x90, ...new Uint8Array(11))],
    ['has more padding than bytes', Uint8Array.of(0xa0, ...new Uint8Array(14), 200)],
    ['says that it is padded with nothing', Uint8Array.of(0xa0, ...new Uint8Array(15))],
  ])('is refused when it %s', (_, bytes) => {
    expect(parseRtp(bytes)).toBeNull();
  });

  it('never throws and never points outside, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        if (bytes.length > 0) bytes[0] = 0x80 | (bytes[0]! & 0x3f);
        const header = parseRtp(bytes);
        if (header === null) return;
        expect(header.payloadStart).toBeLessThanOrEqual(header.payloadEnd);
        expect(header.payloadEnd).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

describe('sender reports', () => {
  it('are found in a compound packet', () => {
    const at = Date.UTC(2026, 8, 1, 12, 0, 0, 250);
    const description = Uint8Array.of(0x81, 202, 0, 1, 0, 0, 0, 0);
    const compound = Buffer.concat([senderReport(5, at, 0xffff_0000), description, senderReport(6, at + 1000, 9)]);
    const reports = parseSenderReports(compound);
    expect(reports).toHaveLength(2);
    expect(reports[0]).toMatchObject({ ssrc: 5, rtpTimestamp: 0xffff_0000 });
    expect(reports[0]!.ntpMs).toBeCloseTo(at, 3);
    expect(reports[1]!.ntpMs).toBeCloseTo(at + 1000, 3);
  });

  it('keep their time when the seconds of NTP overflow in 2036', () => {
    const at = Date.UTC(2040, 0, 1);
    expect(parseSenderReports(senderReport(1, at, 0))[0]!.ntpMs).toBeCloseTo(at, 3);
  });

  it('are read from any bytes without harm', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => Array.isArray(parseSenderReports(bytes))));
  });
});
