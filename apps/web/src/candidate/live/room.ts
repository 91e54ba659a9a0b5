import { routes, type Source } from '@aigaq/contracts';

import { call } from '../../api/call';
import { MediaPublisher, type MediaState } from '../../media';
import type { LocalMedia } from './local-media';
import { Value } from './value';

/** What becomes of the candidate's media: published into the event's room, or into a rehearsal that nobody records. */
export class Room {
  /** Null as long as nothing is published. */
  readonly state = new Value<MediaState | null>(null);
  readonly entered = new Value(false);
  private publisher: MediaPublisher | undefined;
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly sittingId: string,
    private readonly sources: readonly Source[],
    private readonly media: LocalMedia,
    private readonly purpose: 'sitting' | 'rehearsal' = 'sitting',
  ) {}

  /** From now on the tracks that are there, and those that come, are sent and recorded. */
  enter(): void {
    if (this.publisher || this.sources.length === 0) return;
    const publisher = new MediaPublisher(() =>
      call(routes.myTicket, { params: { id: this.sittingId }, body: { purpose: this.purpose } }),
    );
    this.publisher = publisher;
    this.stops.push(publisher.onState((state) => this.state.set(state)));
    for (const source of this.sources) {
      const value = this.media.of(source);
      void publisher.setTrack(source, value.get());
      this.stops.push(value.onChange((track) => void publisher.setTrack(source, track)));
    }
    this.entered.set(true);
    publisher.open();
  }

  /** The server has the room elsewhere now. */
  move(): void {
    this.publisher?.renew();
  }

  leave(): void {
    for (const stop of this.stops.splice(0)) stop();
    this.publisher?.close();
    this.publisher = undefined;
    this.state.set(null);
    this.entered.set(false);
  }
}
