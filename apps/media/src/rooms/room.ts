import type { Consumer, Producer, Router, RtpCapabilities, WebRtcServer, WebRtcTransport } from 'mediasoup/types';
import type { Socket } from 'socket.io';

import type { GapCause, Publication, Source, TicketClaims } from '@aigaq/contracts';

import type { TrackRecording } from '../recording/track-recording';

export interface Published {
  source: Source;
  producer: Producer;
  recording: TrackRecording | undefined;
}

/** One joined socket: a candidate who publishes or a watcher who receives. */
export interface Participant {
  readonly claims: TicketClaims;
  readonly socket: Socket;
  readonly transports: Map<string, WebRtcTransport>;
  readonly published: Map<string, Published>;
  readonly consumers: Map<string, Consumer>;
  /** Whether it has asked for a way to send: a candidate may also be there to watch itself. */
  sends: boolean;
}

/**
 * A worker built with mediasoup's own congestion control (decision 0006) sends none of this feedback; a browser that
 * waits for it falls to its lowest bitrate. Without the promise it goes by the losses in receiver reports.
 */
const withheldFeedback = new Set(['transport-cc', 'goog-remb']);
const withheldExtensions = new Set<string>([
  // Players ignore rotation, and recordings would lie on their side.
  'urn:3gpp:video-orientation',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
]);

/** People whose media meet: the router of one event or one rehearsal. */
export class Room {
  readonly participants = new Map<string, Participant>();

  constructor(
    readonly name: string,
    readonly router: Router,
    readonly webRtcServer: WebRtcServer,
  ) {}

  /** What a browser may use of this room: without what harms a recording. */
  get rtpCapabilities(): RtpCapabilities {
    const { codecs = [], headerExtensions = [] } = this.router.rtpCapabilities;
    return {
      codecs: codecs.map((codec) => ({
        ...codec,
        rtcpFeedback: (codec.rtcpFeedback ?? []).filter(({ type }) => !withheldFeedback.has(type)),
      })),
      headerExtensions: headerExtensions.filter(({ uri }) => !withheldExtensions.has(uri)),
    };
  }

  /** What `watcher` may receive, by the ticket. */
  visibleTo(watcher: Participant): Publication[] {
    return [...this.participants.values()]
      .filter((each) => mayWatch(watcher, each))
      .flatMap((each) => publicationsOf(each));
  }

  /** Tells everyone who may watch `publisher`. */
  announce(publisher: Participant, event: 'published' | 'unpublished', publication: Publication): void {
    const { paused: _paused, ...gone } = publication;
    for (const each of this.participants.values())
      if (mayWatch(each, publisher)) each.socket.emit(event, event === 'published' ? publication : gone);
  }

  /** A producer that `watcher` may receive, with its owner. */
  find(watcher: Participant, producerId: string): Published | undefined {
    for (const each of this.participants.values()) {
      const found = each.published.get(producerId);
      if (found) return mayWatch(watcher, each) ? found : undefined;
    }
    return undefined;
  }

  /** Ends one source of one participant and says why its recording ends. */
  unpublish(participant: Participant, producerId: string, cause: GapCause): void {
    const published = participant.published.get(producerId);
    if (!published) return;
    participant.published.delete(producerId);
    published.recording?.close(cause);
    published.producer.close();
    this.announce(participant, 'unpublished', publicationOf(participant, published));
  }

  /** Nothing of one source comes for now, and the sender says so; or it comes again. */
  async pause(participant: Participant, published: Published, paused: boolean): Promise<void> {
    if (paused === published.producer.paused) return;
    if (paused) {
      published.recording?.pause('device');
      await published.producer.pause();
    } else {
      await published.producer.resume();
      published.recording?.resume();
    }
    if (participant.published.has(published.producer.id))
      this.announce(participant, 'published', publicationOf(participant, published));
  }

  leave(participant: Participant, cause: GapCause): void {
    if (this.participants.get(participant.socket.id) !== participant) return;
    for (const producerId of [...participant.published.keys()]) this.unpublish(participant, producerId, cause);
    for (const transport of participant.transports.values()) transport.close();
    this.participants.delete(participant.socket.id);
  }
}

function mayWatch(watcher: Participant, publisher: Participant): boolean {
  if (watcher.claims.watch === 'room') return publisher.claims.role === 'candidate';
  return watcher.claims.watch === 'own' && watcher.claims.participant === publisher.claims.participant;
}

export function publicationOf(participant: Participant, published: Published): Publication {
  return {
    participant: participant.claims.participant,
    source: published.source,
    producerId: published.producer.id,
    paused: published.producer.paused,
  };
}

function publicationsOf(participant: Participant): Publication[] {
  return [...participant.published.values()].map((each) => publicationOf(participant, each));
}
