import type { Consumer, DirectTransport, Producer } from 'mediasoup/types';

import type { Source, TicketClaims } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import type { Log } from '@aigaq/platform';
import { ParticipantClock, parseSenderReports, type TrackCodec, TrackRecorder } from '@aigaq/recorder';

import type { FactOutbox } from '../control/fact-outbox';
import { followClock, isoOf, steadyNow } from '../now';
import type { Room } from '../rooms/room';
import type { SegmentSpool } from './segment-spool';
import { TrackRecording } from './track-recording';

const tickMilliseconds = 250;

/** The tracks of one participant share a transport and a clock, so that they stay in step with each other. */
interface Bundle {
  transport: Promise<DirectTransport>;
  clock: ParticipantClock;
  tracks: Set<TrackRecording>;
  /** Tracks that are recorded or about to be; without one the transport is closed. */
  users: number;
}

/** Records producers: packets through a direct transport into segments, segments into the spool, all else into facts. */
export class Recorder {
  private readonly bundles = new Map<string, Bundle>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly spool: SegmentSpool,
    private readonly facts: FactOutbox,
    private readonly log: Log,
  ) {
    this.timer = setInterval(() => this.tick(), tickMilliseconds);
  }

  async record(room: Room, claims: TicketClaims, source: Source, producer: Producer): Promise<TrackRecording> {
    const key = `${room.name} ${claims.participant}`;
    const bundle = this.bundles.get(key) ?? this.open(key, room);
    bundle.users += 1;
    let released = false;
    const release = (): void => {
      if (!released) this.release(key, bundle);
      released = true;
    };
    try {
      const consumer = await this.consume(bundle, room, producer);
      const who = { room: room.name, participant: claims.participant, source };
      const recording = this.start(who, consumer, bundle, release);
      if (producer.paused) recording.pause('device');
      // Only now, so that the first keyframe finds somebody who listens.
      await consumer.resume();
      return recording;
    } catch (error) {
      release();
      throw error;
    }
  }

  stop(): void {
    clearInterval(this.timer);
    for (const bundle of this.bundles.values()) for (const track of [...bundle.tracks]) track.close('service');
  }

  private async consume(bundle: Bundle, room: Room, producer: Producer): Promise<Consumer> {
    const transport = await bundle.transport;
    const consumer = await transport.consume({
      producerId: producer.id,
      rtpCapabilities: room.router.rtpCapabilities,
      // The worker asks the sender again for what was lost; nobody asks the worker.
      enableRtx: false,
      paused: true,
    });
    if (consumer.type === 'simulcast') await consumer.setPreferredLayers({ spatialLayer: 9 });
    return consumer;
  }

  private open(key: string, room: Room): Bundle {
    const bundle: Bundle = {
      transport: room.router.createDirectTransport(),
      clock: new ParticipantClock(),
      tracks: new Set(),
      users: 0,
    };
    this.bundles.set(key, bundle);
    bundle.transport.then(
      (transport) => {
        transport.on('rtcp', (packet) => hear(bundle, packet));
        transport.observer.once('close', () => this.forget(key, bundle));
      },
      () => this.forget(key, bundle),
    );
    return bundle;
  }

  private release(key: string, bundle: Bundle): void {
    bundle.users -= 1;
    if (bundle.users > 0) return;
    this.forget(key, bundle);
    bundle.transport.then(
      (transport) => transport.close(),
      () => undefined,
    );
  }

  private forget(key: string, bundle: Bundle): void {
    if (this.bundles.get(key) === bundle) this.bundles.delete(key);
  }

  private start(
    who: { room: string; participant: string; source: Source },
    consumer: Consumer,
    bundle: Bundle,
    release: () => void,
  ): TrackRecording {
    const codec = codecOf(consumer);
    const track = { ...who, trackId: newId() };
    const recorder = new TrackRecorder(
      { codec, payloadType: consumer.rtpParameters.codecs[0]?.payloadType ?? 0 },
      bundle.clock,
      {
        segment: (segment) => this.spool.add(track, segment),
        gap: (gap) =>
          this.facts.add({
            factId: newId(),
            kind: 'gap_found',
            at: isoOf(steadyNow()),
            ...track,
            from: isoOf(gap.fromMs),
            to: isoOf(gap.toMs),
            cause: gap.cause,
          }),
        requestKeyframe: () => {
          consumer.requestKeyFrame().catch(() => undefined);
        },
      },
    );
    const recording = new TrackRecording(track.trackId, consumer, recorder, (cause) => {
      bundle.tracks.delete(recording);
      release();
      this.facts.add({ factId: newId(), kind: 'track_ended', at: isoOf(steadyNow()), ...track, cause });
    });
    bundle.tracks.add(recording);
    this.facts.add({ factId: newId(), kind: 'track_started', at: isoOf(steadyNow()), ...track, codec });
    return recording;
  }

  private tick(): void {
    followClock(this.bundles.size === 0);
    const now = steadyNow();
    for (const bundle of this.bundles.values())
      for (const track of bundle.tracks)
        try {
          track.tick(now);
        } catch (error) {
          this.log.error('A track recorder failed.', error, { track: track.trackId });
        }
  }
}

function hear(bundle: Bundle, packet: Buffer): void {
  for (const report of parseSenderReports(packet))
    for (const track of bundle.tracks)
      if (track.ssrc === report.ssrc) track.senderReport(report.ntpMs, report.rtpTimestamp);
}

function codecOf(consumer: Consumer): TrackCodec {
  const mimeType = consumer.rtpParameters.codecs[0]?.mimeType.toLowerCase();
  if (mimeType === 'video/vp8') return 'vp8';
  if (mimeType === 'video/vp9') return 'vp9';
  if (mimeType === 'audio/opus') return 'opus';
  throw new Error(`No recorder for ${mimeType ?? 'a track without a codec'}.`);
}
