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
/** ICE and DTLS take seconds on a bad line; what takes longer is tried anew. */
const connectMilliseconds = 15_000;
const farewellMilliseconds = 1000;

interface Sent {
  readonly producer: Producer;
  /** Whether the server knows that nothing comes for now. */
  paused: boolean;
}

/**
 * Sends a candidate's camera, screen and microphone. Tracks are given once; after a break of the line they are
 * published again by themselves. A track that its device has muted is said to be paused, one that has ended to be gone.
 */
export class MediaPublisher extends MediaLine {
  private readonly tracks = new Map<Source, MediaStreamTrack>();
  private readonly unheard = new Map<Source, () => void>();
  private readonly sent = new Map<Source, Sent>();
  private sending: Promise<Transport> | undefined;
  /** One change after another. */
  private work: Promise<void> = Promise.resolve();
  private readonly receivedListeners = new Set<(tracks: Received) => void>();
  private readonly goodbye = (): void => {
    if (this.line) void this.farewell(this.line);
  };
  private readonly comeBack = (event: PageTransitionEvent): void => {
    if (event.persisted) this.renew();
  };

  constructor(ticket: () => Promise<JoinTicket>) {
    super(ticket);
  }

  override open(): void {
    // A page that is left, or loaded again, says that it is not the line that broke.
    window.addEventListener('pagehide', this.goodbye);
    window.addEventListener('pageshow', this.comeBack);
    super.open();
  }

  override close(): void {
    window.removeEventListener('pagehide', this.goodbye);
    window.removeEventListener('pageshow', this.comeBack);
    for (const stop of this.unheard.values()) stop();
    this.unheard.clear();
    super.close();
  }

  /** What the server receives of each track, every few seconds. */
  onReceived(listener: (tracks: Received) => void): () => void {
    this.receivedListeners.add(listener);
    return () => void this.receivedListeners.delete(listener);
  }

  /** Begins, replaces or (with null) ends a source. Resolves when the server knows, or when the line is broken. */
  async setTrack(source: Source, track: MediaStreamTrack | null): Promise<void> {
    this.unheard.get(source)?.();
    this.unheard.delete(source);
    if (track) {
      this.tracks.set(source, track);
      this.unheard.set(
        source,
        hear(track, () => void this.update(source)),
      );
    } else this.tracks.delete(source);
    await this.update(source);
  }

  protected async joined(line: Joined): Promise<void> {
    line.socket.on('received', ({ tracks }) => {
      for (const listener of this.receivedListeners) listener(tracks);
    });
    for (const source of [...this.tracks.keys()]) await this.inTurn(() => this.bring(line, source));
    if (this.sending) await connected(await this.sending);
  }

  protected left(line: Joined): Promise<void> | undefined {
    // What is said after the socket is closed, or in one breath with that, is not heard.
    const lastWord = this.state === 'closed' ? this.farewell(line) : undefined;
    void this.sending?.then(
      (transport) => transport.close(),
      () => undefined,
    );
    this.sending = undefined;
    this.sent.clear();
    // What still waits for an answer on this line holds up nothing on the next.
    this.work = Promise.resolve();
    return lastWord;
  }

  private async update(source: Source): Promise<void> {
    const { line } = this;
    if (!line) return;
    try {
      await this.inTurn(() => this.bring(line, source));
    } catch {
      if (this.line === line) this.renew();
    }
  }

  private inTurn(act: () => Promise<void>): Promise<void> {
    const done = this.work.then(act);
    this.work = done.catch(() => undefined);
    return done;
  }

  /** Makes what is sent of a source what is wanted now. */
  private async bring(line: Joined, source: Source): Promise<void> {
    if (this.line !== line) return;
    const track = this.tracks.get(source);
    const sent = this.sent.get(source);
    if (!track || track.readyState === 'ended') {
      if (sent) await this.withdraw(line, source, sent);
    } else if (!sent) await this.publish(line, source, track);
    else {
      if (sent.producer.track !== track) await sent.producer.replaceTrack({ track });
      await this.tellPaused(line, sent, track.muted);
    }
  }

  private async publish(line: Joined, source: Source, track: MediaStreamTrack): Promise<void> {
    this.sending ??= this.openSending(line);
    const transport = await this.sending;
    const paused = track.muted;
    const producer = await transport.produce({
      ...optionsOf(source),
      track,
      stopTracks: false,
      appData: { source, paused },
    });
    if (this.line !== line) return;
    const sent = { producer, paused };
    this.sent.set(source, sent);
    await this.tellPaused(line, sent, track.muted);
  }

  private async withdraw(line: Joined, source: Source, { producer }: Sent): Promise<void> {
    this.sent.delete(source);
    producer.close();
    unwrap(await line.socket.command('closeProducer', { producerId: producer.id }));
  }

  private async tellPaused(line: Joined, sent: Sent, paused: boolean): Promise<void> {
    if (sent.paused === paused) return;
    sent.paused = paused;
    unwrap(await line.socket.command('pauseProducer', { producerId: sent.producer.id, paused }));
  }

  /** The sources end because we end them. */
  private async farewell(line: Joined): Promise<void> {
    const options = { attempts: 1, timeout: farewellMilliseconds };
    await Promise.all(
      [...this.sent.values()].map(({ producer }) =>
        line.socket.command('closeProducer', { producerId: producer.id }, options),
      ),
    );
  }

  private async openSending(line: Joined): Promise<Transport> {
    const transport = await this.transport(line, 'send');
    transport.on('produce', ({ rtpParameters, appData }, done, failed) => {
      const { source, paused } = appData as { source: Source; paused: boolean };
      line.socket
        .command(
          'produce',
          { transportId: transport.id, source, rtpParameters: { ...rtpParameters }, paused },
          { attempts: 1 },
        )
        .then((answered) => ({ id: unwrap(answered).producerId }))
        .then(done, failed);
    });
    return transport;
  }
}

/** Hears each change of what a track gives; the answer stops hearing it. */
function hear(track: MediaStreamTrack, changed: () => void): () => void {
  const names = ['mute', 'unmute', 'ended'] as const;
  for (const name of names) track.addEventListener(name, changed);
  return () => {
    for (const name of names) track.removeEventListener(name, changed);
  };
}

/** Resolves when media can flow. */
function connected(transport: Transport): Promise<void> {
  if (transport.connectionState === 'connected') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No way for the media.')), connectMilliseconds);
    transport.observer.once('close', () => {
      clearTimeout(timer);
      reject(new Error('The line was left.'));
    });
    transport.on('connectionstatechange', (state) => {
      if (state !== 'connected') return;
      clearTimeout(timer);
      resolve();
    });
  });
}

function optionsOf(source: Source): ProducerOptions {
  switch (source) {
    case 'camera':
      return { encodings: cameraLayers, codecOptions: { videoGoogleStartBitrate: 600, videoGoogleMinBitrate: 600 } };
    case 'screen':
      return { encodings: screenLayers, codecOptions: { videoGoogleStartBitrate: 600, videoGoogleMinBitrate: 600 } };
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
