import type { Source } from '@aigaq/contracts';

import { Value } from './value';

/** Why a camera or microphone did not open, as far as the browser says. */
export type OpenFailure = 'denied' | 'missing' | 'busy' | 'unsupported' | 'failed';
export type ShareAnswer = 'shared' | 'wrong_surface' | 'cancelled' | 'unsupported' | 'failed';

/** 640×480 at 15 frames/s is what identity and recording need (KBTU's minimum); more would only cost bandwidth. */
const cameraWish: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 15, max: 30 },
};
const microphoneWish: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: false, channelCount: 1 };

const remembered = { camera: 'aigaq.camera', microphone: 'aigaq.microphone' } as const;
type Chosen = keyof typeof remembered;

/** Chromium's wishes for the choice of a screen; the compiler's library does not have them yet. */
type ScreenWish = DisplayMediaStreamOptions & {
  monitorTypeSurfaces?: 'include';
  surfaceSwitching?: 'exclude';
  selfBrowserSurface?: 'exclude';
};

/** The candidate's own camera, microphone and screen. A track that ends by itself leaves null behind. */
export class LocalMedia {
  readonly camera = new Value<MediaStreamTrack | null>(null);
  readonly microphone = new Value<MediaStreamTrack | null>(null);
  readonly screen = new Value<MediaStreamTrack | null>(null);
  private closed = false;

  of(source: Source): Value<MediaStreamTrack | null> {
    return this[source];
  }

  has(sources: readonly Source[]): boolean {
    return sources.every((source) => this[source].get() !== null);
  }

  /** Both at once, so that the browser asks once; or one anew after another was chosen. */
  async open(wanted: readonly Chosen[]): Promise<OpenFailure | null> {
    if (!hasUserMedia()) return 'unsupported';
    try {
      this.take(await navigator.mediaDevices.getUserMedia(constraintsOf(wanted, true)));
      return null;
    } catch (error) {
      // The device that was chosen the last time may be gone: any other will do.
      if (!isAbout(error, 'OverconstrainedError') && !isAbout(error, 'NotFoundError')) return failureOf(error);
    }
    try {
      this.take(await navigator.mediaDevices.getUserMedia(constraintsOf(wanted, false)));
      return null;
    } catch (error) {
      return failureOf(error);
    }
  }

  /** Takes another device from now on and remembers it on this machine. */
  choose(which: Chosen, deviceId: string): Promise<OpenFailure | null> {
    localStorage.setItem(remembered[which], deviceId);
    return this.open([which]);
  }

  /** Asks for the whole screen. Whatever else was chosen is let go of at once. Needs a click of the person. */
  async share(): Promise<ShareAnswer> {
    if (!canShareScreen()) return 'unsupported';
    const wish: ScreenWish = {
      video: { displaySurface: 'monitor', frameRate: { ideal: 5, max: 10 } },
      audio: false,
      monitorTypeSurfaces: 'include',
      surfaceSwitching: 'exclude',
      selfBrowserSurface: 'exclude',
    };
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getDisplayMedia(wish);
    } catch (error) {
      return isAbout(error, 'NotAllowedError') || isAbout(error, 'AbortError') ? 'cancelled' : 'failed';
    }
    const [track] = stream.getVideoTracks();
    if (!track) return 'failed';
    if (track.getSettings().displaySurface !== 'monitor') {
      track.stop();
      return 'wrong_surface';
    }
    // Text on a screen is worth more than its movement.
    track.contentHint = 'detail';
    this.hold('screen', track);
    return 'shared';
  }

  close(): void {
    this.closed = true;
    for (const source of ['camera', 'microphone', 'screen'] as const) {
      this[source].get()?.stop();
      this[source].set(null);
    }
  }

  private take(stream: MediaStream): void {
    const [camera] = stream.getVideoTracks();
    const [microphone] = stream.getAudioTracks();
    if (camera) this.hold('camera', camera);
    if (microphone) this.hold('microphone', microphone);
  }

  private hold(source: Source, track: MediaStreamTrack): void {
    // The page may have been left while the person was asked.
    if (this.closed) {
      track.stop();
      return;
    }
    const older = this[source].get();
    track.addEventListener('ended', () => {
      if (this[source].get() === track) this[source].set(null);
    });
    this[source].set(track);
    older?.stop();
  }
}

export function hasUserMedia(): boolean {
  // Absent outside a secure context, whatever the compiler's library says.
  return typeof (navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia === 'function';
}

export function canShareScreen(): boolean {
  return typeof (navigator.mediaDevices as Partial<MediaDevices> | undefined)?.getDisplayMedia === 'function';
}

/** Devices to choose from; they have names once one of them is open. */
export async function listDevices(which: Chosen): Promise<{ value: string; label: string }[]> {
  if (!hasUserMedia()) return [];
  const kind = which === 'camera' ? 'videoinput' : 'audioinput';
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices
    .filter((device) => device.kind === kind && device.deviceId !== '')
    .map(({ deviceId, label }) => ({ value: deviceId, label: label === '' ? deviceId.slice(0, 8) : label }));
}

function constraintsOf(wanted: readonly Chosen[], asChosen: boolean): MediaStreamConstraints {
  const wish = (which: Chosen, base: MediaTrackConstraints): MediaTrackConstraints | false => {
    if (!wanted.includes(which)) return false;
    const deviceId = asChosen ? localStorage.getItem(remembered[which]) : null;
    return deviceId === null ? base : { ...base, deviceId: { exact: deviceId } };
  };
  return { video: wish('camera', cameraWish), audio: wish('microphone', microphoneWish) };
}

function isAbout(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

function failureOf(error: unknown): OpenFailure {
  if (isAbout(error, 'NotAllowedError') || isAbout(error, 'SecurityError')) return 'denied';
  if (isAbout(error, 'NotFoundError')) return 'missing';
  if (isAbout(error, 'NotReadableError') || isAbout(error, 'AbortError')) return 'busy';
  return 'failed';
}
