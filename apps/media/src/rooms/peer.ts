import type {
  Consumer,
  DtlsParameters,
  Producer,
  RtpCapabilities,
  RtpParameters,
  WebRtcTransport,
} from 'mediasoup/types';
import type { Socket } from 'socket.io';

import type { CommandAnswer, CommandInput, mediaNamespace, Outcome, Source, TicketClaims } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Log } from '@aigaq/platform';

import type { TrackRecording } from '../recording/track-recording';
import { type Participant, publicationOf, type Published, type Room } from './room';
import type { Rooms } from './rooms';

type Input<Name extends keyof (typeof mediaNamespace)['commands']> = CommandInput<typeof mediaNamespace, Name>;
type Answer<Name extends keyof (typeof mediaNamespace)['commands']> = Promise<
  Outcome<CommandAnswer<typeof mediaNamespace, Name>>
>;

const done = success({ done: true as const });
const reportMilliseconds = 5000;
/** Whoever has just begun to send wants to know soon that it arrives. */
const firstReportMilliseconds = 1000;
/** One to send and one to receive, and as many that a broken line left behind. */
const mostTransports = 4;

/** What one joined socket may do in its room: only what its ticket says. */
export class Peer {
  private reporter: NodeJS.Timeout | undefined;

  private constructor(
    private readonly rooms: Rooms,
    private readonly room: Room,
    private readonly participant: Participant,
    private readonly log: Log,
  ) {}

  static async join(rooms: Rooms, claims: TicketClaims, socket: Socket, log: Log): Promise<Peer> {
    const { room, participant } = await rooms.join(claims, socket);
    return new Peer(rooms, room, participant, log);
  }

  welcome(): CommandAnswer<typeof mediaNamespace, 'join'> {
    return {
      rtpCapabilities: this.room.rtpCapabilities,
      publications: this.room.visibleTo(this.participant),
      iceServers: [],
    };
  }

  /** The line is gone, or the room was left. */
  leave(): void {
    clearTimeout(this.reporter);
    this.rooms.leave(this.room, this.participant, 'network');
  }

  async createTransport(input: Input<'createTransport'>): Answer<'createTransport'> {
    if (input.direction === 'send' && this.participant.claims.publish.length === 0)
      return failure({ code: 'forbidden' });
    if (this.participant.transports.size >= mostTransports) return failure({ code: 'too_many_requests' });
    const transport = await this.room.router.createWebRtcTransport({
      webRtcServer: this.room.webRtcServer,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      initialAvailableOutgoingBitrate: 600_000,
    });
    if (this.gone || transport.closed) {
      transport.close();
      return failure({ code: 'not_in_this_state' });
    }
    if (input.direction === 'send') this.rooms.takePlace(this.room, this.participant);
    this.participant.transports.set(transport.id, transport);
    transport.observer.once('close', () => this.participant.transports.delete(transport.id));
    return success({
      id: transport.id,
      iceParameters: transport.iceParameters,
      iceCandidates: transport.iceCandidates,
      dtlsParameters: transport.dtlsParameters,
    });
  }

  async connectTransport(input: Input<'connectTransport'>): Answer<'connectTransport'> {
    const transport = this.transport(input.transportId);
    if (!transport) return failure({ code: 'not_found', field: 'transportId' });
    const connected = await understood('dtlsParameters', () =>
      transport.connect({ dtlsParameters: input.dtlsParameters as unknown as DtlsParameters }),
    );
    return connected.ok ? done : connected;
  }

  async restartIce(input: Input<'restartIce'>): Answer<'restartIce'> {
    const transport = this.transport(input.transportId);
    if (!transport) return failure({ code: 'not_found', field: 'transportId' });
    return success({ iceParameters: await transport.restartIce() });
  }

  async produce(input: Input<'produce'>): Answer<'produce'> {
    const { claims } = this.participant;
    if (!claims.publish.includes(input.source)) return failure({ code: 'forbidden', field: 'source' });
    const transport = this.transport(input.transportId);
    if (!transport) return failure({ code: 'not_found', field: 'transportId' });
    const produced = await understood('rtpParameters', () =>
      transport.produce({
        kind: input.source === 'microphone' ? 'audio' : 'video',
        rtpParameters: input.rtpParameters as unknown as RtpParameters,
        paused: input.paused,
        // One request serves recorder and watchers.
        keyFrameRequestDelay: 1000,
        appData: { source: input.source },
      }),
    );
    if (!produced.ok) return produced;
    for (const [id, older] of this.participant.published)
      if (older.source === input.source) this.room.unpublish(this.participant, id, 'device');
    return this.publish(input.source, produced.value);
  }

  private async publish(source: Source, producer: Producer): Answer<'produce'> {
    const { claims } = this.participant;
    let recording: TrackRecording | undefined;
    try {
      if (claims.record.includes(source))
        recording = await this.rooms.recorder.record(this.room, claims, source, producer);
    } catch (error) {
      producer.close();
      throw error;
    }
    // The room may have been closed, or the participant sent away, while the recording began.
    if (producer.closed) {
      recording?.close('service');
      return failure({ code: 'not_in_this_state' });
    }
    const published: Published = { source, producer, recording };
    this.participant.published.set(producer.id, published);
    // Whoever else closes a producer says why before; this is a worker that died.
    producer.observer.once('close', () => this.room.unpublish(this.participant, producer.id, 'service'));
    this.room.announce(this.participant, 'published', publicationOf(this.participant, published));
    clearTimeout(this.reporter);
    this.reportAfter(firstReportMilliseconds);
    return success({ producerId: producer.id });
  }

  async closeProducer(input: Input<'closeProducer'>): Answer<'closeProducer'> {
    this.room.unpublish(this.participant, input.producerId, 'device');
    return Promise.resolve(done);
  }

  async pauseProducer(input: Input<'pauseProducer'>): Answer<'pauseProducer'> {
    const published = this.participant.published.get(input.producerId);
    if (!published) return failure({ code: 'not_found', field: 'producerId' });
    await this.room.pause(this.participant, published, input.paused);
    return done;
  }

  async consume(input: Input<'consume'>): Answer<'consume'> {
    const published = this.room.find(this.participant, input.producerId);
    const transport = this.transport(input.transportId);
    if (!published || !transport)
      return failure({ code: 'not_found', field: published ? 'transportId' : 'producerId' });
    const rtpCapabilities = input.rtpCapabilities as RtpCapabilities;
    if (!this.room.router.canConsume({ producerId: input.producerId, rtpCapabilities }))
      return failure({ code: 'bad_format', field: 'rtpCapabilities' });
    const consumed = await understood('rtpCapabilities', () =>
      transport.consume({ producerId: input.producerId, rtpCapabilities, paused: true }),
    );
    if (!consumed.ok) return consumed;
    const consumer = consumed.value;
    await chooseLayer(consumer, input.quality);
    if (consumer.closed) return failure({ code: 'not_found', field: 'producerId' });
    this.participant.consumers.set(consumer.id, consumer);
    consumer.observer.once('close', () => {
      if (this.participant.consumers.delete(consumer.id))
        this.participant.socket.emit('consumerClosed', { consumerId: consumer.id });
    });
    return success({
      consumerId: consumer.id,
      producerId: input.producerId,
      kind: consumer.kind,
      rtpParameters: consumer.rtpParameters,
    });
  }

  async resumeConsumer(input: Input<'resumeConsumer'>): Answer<'resumeConsumer'> {
    const consumer = this.participant.consumers.get(input.consumerId);
    if (!consumer) return failure({ code: 'not_found', field: 'consumerId' });
    await consumer.resume();
    return done;
  }

  async setQuality(input: Input<'setQuality'>): Answer<'setQuality'> {
    const consumer = this.participant.consumers.get(input.consumerId);
    if (!consumer) return failure({ code: 'not_found', field: 'consumerId' });
    await chooseLayer(consumer, input.quality);
    return done;
  }

  async closeConsumer(input: Input<'closeConsumer'>): Answer<'closeConsumer'> {
    this.participant.consumers.get(input.consumerId)?.close();
    return Promise.resolve(done);
  }

  /** Left, or sent away while a command was being done. */
  private get gone(): boolean {
    return !this.room.participants.has(this.participant.socket.id);
  }

  private transport(id: string): WebRtcTransport | undefined {
    return this.participant.transports.get(id);
  }

  private reportAfter(milliseconds: number): void {
    if (this.gone) return;
    this.reporter = setTimeout(() => {
      this.reportAfter(reportMilliseconds);
      void this.report();
    }, milliseconds);
  }

  /** Tells the candidate's browser what of its media arrives. */
  private async report(): Promise<void> {
    const all = [...this.participant.published.values()];
    try {
      const tracks = await Promise.all(all.map(receivedOf));
      this.participant.socket.emit('received', { tracks });
    } catch (error) {
      // A producer that closed between two reports is no fault.
      if (all.every(({ producer }) => !producer.closed))
        this.log.warn('No figures of the received media.', { reason: String(error) });
    }
  }
}

/** mediasoup checks its own structures: what it does not understand came wrong from the browser. */
async function understood<Value>(field: string, act: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return success(await act());
  } catch (error) {
    if (error instanceof TypeError || (error instanceof Error && error.name === 'UnsupportedError'))
      return failure({ code: 'bad_format', field });
    throw error;
  }
}

async function chooseLayer(consumer: Consumer, quality: 'small' | 'full'): Promise<void> {
  if (consumer.type !== 'simulcast') return;
  await consumer.setPreferredLayers({ spatialLayer: quality === 'small' ? 0 : 9 });
}

async function receivedOf(
  published: Published,
): Promise<{ source: Published['source']; kbps: number; lossPercent: number }> {
  const stats = await published.producer.getStats();
  const sent = stats.reduce((sum, each) => sum + each.packetCount, 0);
  const lost = stats.reduce((sum, each) => sum + Math.max(0, each.packetsLost), 0);
  return {
    source: published.source,
    kbps: Math.round(stats.reduce((sum, each) => sum + each.bitrate, 0) / 1000),
    lossPercent: sent + lost === 0 ? 0 : Math.round((1000 * lost) / (sent + lost)) / 10,
  };
}
