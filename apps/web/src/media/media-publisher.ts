import type { Producer, ProducerOptions, Transport } from 'mediasoup-client/types';

import type { EventPayload, JoinTicket, mediaNamespace, Source } from '@aigaq/contracts';

import { unwrap } from '../api/socket';
import { MediaLine, type Joined } from './media-line';

export type Received = EventPayload<typeof mediaNamespace, 'received'>['tracks'];

/** Two layers of the camera: a small one for the wall and the one that is recorded (bits and frames per second). */
const cameraLayers = [
  { scaleResolutionDownBy: 4, maxBitrate: 60_000, maxFramerate: 8 },
  { scaleResolutionDownBy: 1, maxBitrate: 400_000, maxFramerate: 15 },
];
const screenLayers = [{ maxBitrate: 700_000, maxFramerate: 5 }];

/**
 * Sends a candidate's camera, screen and microphone. Tracks are given once; after a break of the line they are
 * published again by themselves.
 */
export class MediaPublisher extends MediaLine {
  private readonly tracks = new Map<Source, MediaStreamTrack>();
  private readonly producers = new Map<Source, Producer>();
  private sending: Promise<Transport> | undefined;
  private readonly receivedListeners = new Set<(tracks: Received) => void>();

  constructor(ticket: () => Promise<JoinTicket>) {
    super(ticket);
  }

  /** What the server receives of each track, every few seconds. */
  onReceived(listener: (tracks: Received) => void): () => void {
    this.receivedListeners.add(listener);
    return () => void this.receivedListeners.delete(listener);
  }

  /** Begins, replaces or (with null) ends a source. */
  async setTrack(source: Source, track: MediaStreamTrack | null): Promise<void> {
    if (track) this.tracks.set(source, track);
    else this.tracks.delete(source);
    const { line } = this;
    if (!line) return;
    try {
      if (track) await this.publish(line, source, track);
      else await this.withdraw(line, source);
    } catch {
      this.renew();
    }
  }

  protected async joined(line: Joined): Promise<void> {
    line.socket.on('received', ({ tracks }) => {
      for (const listener of this.receivedListeners) listener(tracks);
    });
    if (this.tracks.size > 0)
      await Promise.all([...this.tracks].map(([source, track]) => this.publish(line, source, track)));
  }

  protected left(): void {
    void this.sending?.then(
      (transport) => transport.close(),
      () => undefined,
    );
    this.sending = undefined;
    this.producers.clear();
  }

  private async publish(line: Joined, source: Source, track: MediaStreamTrack): Promise<void> {
    if (track.readyState === 'ended') return;
    const producer = this.producers.get(source);
    if (producer && !producer.closed) {
      await producer.replaceTrack({ track });
      return;
    }
    this.sending ??= this.openSending(line);
    const transport = await this.sending;
    this.producers.set(
      source,
      await transport.produce({ ...optionsOf(source), track, stopTracks: false, appData: { source } }),
    );
  }

  private async withdraw(line: Joined, source: Source): Promise<void> {
    const producer = this.producers.get(source);
    if (!producer) return;
    this.producers.delete(source);
    producer.close();
    await line.socket.command('closeProducer', { producerId: producer.id });
  }

  private async openSending(line: Joined): Promise<Transport> {
    const transport = await this.transport(line, 'send');
    transport.on('produce', ({ rtpParameters, appData }, done, failed) => {
      line.socket
        .command(
          'produce',
          { transportId: transport.id, source: appData['source'] as Source, rtpParameters: { ...rtpParameters } },
          { attempts: 1 },
        )
        .then((answered) => ({ id: unwrap(answered).producerId }))
        .then(done, failed);
    });
    return transport;
  }
}

function optionsOf(source: Source): ProducerOptions {
  switch (source) {
    case 'camera':
      return { encodings: cameraLayers, codecOptions: { videoGoogleStartBitrate: 300 } };
    case 'screen':
      return { encodings: screenLayers, codecOptions: { videoGoogleStartBitrate: 400 } };
    case 'microphone':
      return {
        codecOptions: {
          opusStereo: false,
          opusDtx: false,
          opusFec: true,
          opusPtime: 20,
          opusMaxAverageBitrate: 32_000,
        },
      };
  }
}
