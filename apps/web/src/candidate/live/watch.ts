import type { ObservationChange } from '@aigaq/behaviour';
import { startBehaviour, type Behaviour } from '@aigaq/behaviour/browser';
import type { FlagCode, MySitting } from '@aigaq/contracts';

import type { LocalMedia } from './local-media';

/** The detectors of one person: what the profile names without what is silenced for him. */
export function detectorsOf({ profile, silencedDetectors }: MySitting): FlagCode[] {
  return profile.detectors.filter((code) => !silencedDetectors.includes(code));
}

export interface Watched {
  readonly behaviour: Behaviour;
  stop(): void;
}

/**
 * Starts the detectors on the tracks as they come and go. Used by the exam, and by the rehearsal, which keeps nothing and
 * does not ask for the whole screen.
 */
export function startWatch(
  sitting: MySitting,
  media: LocalMedia,
  now: () => number,
  report: (change: ObservationChange) => void,
  fillsScreen = sitting.profile.fullScreen,
): Watched {
  const behaviour = startBehaviour({ detectors: detectorsOf(sitting), now, report });
  const { records } = sitting.profile;
  const stops: (() => void)[] = [];
  if (records.includes('camera')) {
    behaviour.camera(media.camera.get());
    stops.push(media.camera.onChange((track) => behaviour.camera(track)));
  }
  if (records.includes('screen')) {
    behaviour.screen(media.screen.get());
    stops.push(media.screen.onChange((track) => behaviour.screen(track)));
  }
  if (fillsScreen) behaviour.expectFullScreen();
  return {
    behaviour,
    stop: () => {
      for (const stop of stops) stop();
      behaviour.stop();
    },
  };
}
