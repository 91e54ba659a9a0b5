import type { Consumer } from 'mediasoup/types';

import type { GapCause } from '@aigaq/contracts';
import type { TrackRecorder } from '@aigaq/recorder';

import { steadyNow } from '../now';

type OwnGapCause = Exclude<GapCause, 'unknown'>;

/** The recording of one producer, from its first packet to its end. */
export class TrackRecording {
  /** The SSRC under which this track's sender reports come. */
  readonly ssrc: number | undefined;
  private ended = false;

  constructor(
    readonly trackId: string,
    private readonly consumer: Consumer,
    private readonly recorder: TrackRecorder,
    private readonly onEnd: (cause: OwnGapCause) => void,
  ) {
    // Read once: mediasoup copies the parameters at each call.
    this.ssrc = consumer.rtpParameters.encodings?.[0]?.ssrc;
    consumer.on('rtp', (packet) => recorder.rtp(packet, steadyNow()));
    // Whoever ends a recording says why before; what closes it otherwise is a worker that died.
    consumer.observer.once('close', () => this.close('service'));
  }

  senderReport(ntpMs: number, rtpTimestamp: number): void {
    this.recorder.senderReport(ntpMs, rtpTimestamp, steadyNow());
  }

  tick(now: number): void {
    this.recorder.tick(now);
  }

  pause(cause: OwnGapCause): void {
    this.recorder.pause(steadyNow(), cause);
  }

  resume(): void {
    this.recorder.resume(steadyNow());
  }

  /** Hands out what is left; may be called again. */
  close(cause: GapCause): void {
    if (this.ended) return;
    this.ended = true;
    this.recorder.close(steadyNow());
    this.consumer.close();
    this.onEnd(cause === 'unknown' ? 'network' : cause);
  }
}
