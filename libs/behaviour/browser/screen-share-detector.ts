import type { ScreenShareWatch } from '../domain/screen-share-watch';
import { ConditionDetector } from './condition-detector';

/** SCR-03. Nothing is expected before the first track was given. */
export class ScreenShareDetector extends ConditionDetector<ScreenShareWatch> {
  private track: MediaStreamTrack | null | undefined;
  private listening = new AbortController();

  constructor(watch: ScreenShareWatch, now: () => number) {
    super(watch, now);
  }

  setTrack(track: MediaStreamTrack | null): void {
    this.track = track;
    this.follow();
    if (this.running) this.look();
  }

  override stop(): void {
    this.listening.abort();
    super.stop();
  }

  protected listen(): void {
    this.follow();
  }

  /** A track that the page itself stops tells nobody, so its state is read, at events and every second. */
  protected look(): void {
    if (this.track === undefined) return;
    this.seen(this.watch.set(this.now(), shareState(this.track)));
  }

  private follow(): void {
    this.listening.abort();
    this.listening = new AbortController();
    const { signal } = this.listening;
    const look = () => this.look();
    for (const event of ['ended', 'mute', 'unmute', 'configurationchange']) {
      this.track?.addEventListener(event, look, { signal });
    }
  }
}

function shareState(track: MediaStreamTrack | null) {
  if (track === null) return { track: 'none' } as const;
  const state = track.readyState === 'ended' ? 'ended' : track.muted ? 'muted' : 'live';
  // Read anew each time: some browsers let the person change what is shared without a new track.
  const surface: string | undefined = track.getSettings().displaySurface;
  return { track: state, surface } as const;
}
