import { useSession, useSitting } from '../live/use-session';
import { useValue } from '../live/value';

/** Whether all that the profile records is there now: camera, microphone, whole screen. */
export function useEquipped(): boolean {
  const { media } = useSession();
  const { profile } = useSitting();
  const camera = useValue(media.camera);
  const microphone = useValue(media.microphone);
  const screen = useValue(media.screen);
  const there = { camera, microphone, screen };
  return profile.records.every((source) => there[source] !== null);
}
