import { uint32 } from './rtp';

/** What an RTCP sender report says of time: this RTP timestamp was this moment of the sender's clock. */
export interface SenderReport {
  ssrc: number;
  /** The sender's wall clock, milliseconds since 1970, with fractions. */
  ntpMs: number;
  rtpTimestamp: number;
}

const SENDER_REPORT = 200;
const SENDER_REPORT_LENGTH = 28;
/** Seconds from 1900, where NTP begins, to 1970. */
const NTP_TO_UNIX_SECONDS = 2_208_988_800;
/** NTP's seconds overflow in 2036; values below half the range belong to the era after it (RFC 4330, 3). */
const NTP_ERA_SECONDS = 0x1_0000_0000;

/** All sender reports of a compound RTCP packet (RFC 3550, 6.4.1). What is malformed ends the reading; nothing throws. */
export function parseSenderReports(packet: Uint8Array): SenderReport[] {
  const reports: SenderReport[] = [];
  let at = 0;
  while (at + 4 <= packet.length && packet[at]! >> 6 === 2) {
    const length = (((packet[at + 2]! << 8) | packet[at + 3]!) + 1) * 4;
    if (
      packet[at + 1] === SENDER_REPORT &&
      length >= SENDER_REPORT_LENGTH &&
      at + SENDER_REPORT_LENGTH <= packet.length
    ) {
      reports.push({
        ssrc: uint32(packet, at + 4),
        ntpMs: ntpMs(uint32(packet, at + 8), uint32(packet, at + 12)),
        rtpTimestamp: uint32(packet, at + 16),
      });
    }
    at += length;
  }
  return reports;
}

function ntpMs(seconds: number, fraction: number): number {
  const since1900 = seconds < 0x8000_0000 ? seconds + NTP_ERA_SECONDS : seconds;
  return (since1900 - NTP_TO_UNIX_SECONDS) * 1000 + (fraction / 0x1_0000_0000) * 1000;
}
