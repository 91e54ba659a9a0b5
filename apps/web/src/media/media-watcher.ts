import type { Consumer, Transport } from 'mediasoup-client/types';

import type { JoinTicket, Publication, Source } from '@aigaq/contracts';

import { unwrap } from '../api/socket';
import { MediaLine, type Joined } from './media-line';

export type Quality = 'small' | 'full';

interface Wish {
  participant: string;
  source: Source;
  quality: Quality;
  give: (track: MediaStreamTrack | null) => void;
  consumer: Consumer | undefined;
  producerId: string | undefined;
  failures: number;
}

/** What could not be received is asked for again after so many milliseconds, and after so many times on a new line. */
const againMilliseconds = 1000;
const mostFailures = 3;

/** Receives what others publish: a proctor the candidates of a room, a candidate in rehearsal himself. */
export class MediaWatcher extends MediaLine {
  private readonly wishes = new Set<Wish>();
  private publications: Publication[] = [];
  private receiving: Promise<Transport> | undefined;
  private readonly publicationListeners = new Set<(publications: readonly Publication[]) => void>();

  constructor(ticket: () => Promise<JoinTicket>) {
    super(ticket);
  }

  onPublications(listener: (publications: readonly Publication[]) => void): () => void {
    this.publicationListeners.add(listener);
    listener(this.publications);
    return () => void this.publicationListeners.delete(listener);
  }

  /**
   * Wants one source of one person: `give` hears the track when there is one and null when it goes; after a break it
   * hears a new one. The answer ends the wish.
   */
  watch(
    participant: string,
    source: Source,
    quality: Quality,
    give: (track: MediaStreamTrack | null) => void,
  ): () => void {
    const wish: Wish = { participant, source, quality, give, consumer: undefined, producerId: undefined, failures: 0 };
    this.wishes.add(wish);
    void this.serve(wish);
    return () => {
      this.wishes.delete(wish);
      this.end(wish);
    };
  }

  protected joined(line: Joined): Promise<void> {
    this.publications = [...line.welcome.publications];
    line.socket.on('published', (publication) => {
      this.publications = [
        ...this.publications.filter((each) => each.producerId !== publication.producerId),
        publication,
      ];
      this.changed();
    });
    line.socket.on('unpublished', ({ producerId }) => {
      this.publications = this.publications.filter((each) => each.producerId !== producerId);
      for (const wish of this.wishes) if (wish.producerId === producerId) this.end(wish);
      this.changed();
    });
    line.socket.on('consumerClosed', ({ consumerId }) => {
      for (const wish of this.wishes) if (wish.consumer?.id === consumerId) this.end(wish);
    });
    this.changed();
    return Promise.resolve();
  }

  protected left(): undefined {
    void this.receiving?.then(
      (transport) => transport.close(),
      () => undefined,
    );
    this.receiving = undefined;
    this.publications = [];
    for (const wish of this.wishes) this.end(wish, false);
    this.tellPublications();
    return undefined;
  }

  private changed(): void {
    this.tellPublications();
    for (const wish of this.wishes) void this.serve(wish);
  }

  private tellPublications(): void {
    for (const listener of this.publicationListeners) listener(this.publications);
  }

  private async serve(wish: Wish): Promise<void> {
    const { line } = this;
    const publication = this.publications.find(
      (each) => each.participant === wish.participant && each.source === wish.source,
    );
    if (!line || !publication || wish.producerId === publication.producerId || !this.wishes.has(wish)) return;
    this.end(wish);
    wish.producerId = publication.producerId;
    try {
      await this.receive(line, wish, publication.producerId);
      wish.failures = 0;
    } catch {
      if (wish.producerId !== publication.producerId || this.line !== line) return;
      this.end(wish);
      wish.failures += 1;
      if (wish.failures < mostFailures) setTimeout(() => void this.serve(wish), againMilliseconds);
      else {
        wish.failures = 0;
        this.renew();
      }
    }
  }

  private async receive(line: Joined, wish: Wish, producerId: string): Promise<void> {
    this.receiving ??= this.transport(line, 'receive');
    const transport = await this.receiving;
    const rtpCapabilities = { ...line.device.recvRtpCapabilities };
    const offer = unwrap(
      await line.socket.command(
        'consume',
        { transportId: transport.id, producerId, rtpCapabilities, quality: wish.quality },
        { attempts: 1 },
      ),
    );
    const consumer = await transport.consume({
      id: offer.consumerId,
      producerId,
      kind: offer.kind,
      rtpParameters: offer.rtpParameters as never,
    });
    if (!this.wishes.has(wish) || wish.producerId !== producerId) {
      consumer.close();
      await line.socket.command('closeConsumer', { consumerId: consumer.id });
      return;
    }
    wish.consumer = consumer;
    unwrap(await line.socket.command('resumeConsumer', { consumerId: consumer.id }));
    if (wish.consumer === consumer) wish.give(consumer.track);
  }

  /** @param tell whether the server has to be told: not when the line goes with all that hangs on it */
  private end(wish: Wish, tell = true): void {
    const { consumer } = wish;
    wish.consumer = undefined;
    wish.producerId = undefined;
    if (!consumer) return;
    consumer.close();
    wish.give(null);
    if (tell) void this.line?.socket.command('closeConsumer', { consumerId: consumer.id }, { attempts: 1 });
  }
}
