import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { CheckName, DeviceReport } from '@aigaq/contracts';

import { canShareScreen, hasUserMedia, type OpenFailure, type ShareAnswer } from '../live/local-media';
import { useSession, useSitting } from '../live/use-session';
import { useValue } from '../live/value';
import { useLevel } from '../shared/use-track';
import { measureLine, reachMedia, type Measured } from './connection-check';

export type Failure =
  | 'browser'
  | 'browser_screen'
  | 'storage'
  | 'line'
  | 'slow'
  | 'media'
  | 'small'
  | OpenFailure
  | Exclude<ShareAnswer, 'shared'>;
export interface Check {
  readonly status: 'todo' | 'running' | 'passed' | 'failed';
  readonly failure?: Failure;
}
type Checks = Readonly<Record<CheckName, Check>>;

/** The least that the recording needs; the server holds the report against the same numbers. */
const minimum = { width: 320, height: 240, framesPerSecond: 5, uploadKbps: 200, freeBytes: 50 * 1024 * 1024 };
/** A voice at a normal distance; a muted microphone gives nothing at all. */
const heardLevel = 0.02;

const todo: Check = { status: 'todo' };
const running: Check = { status: 'running' };
const passed: Check = { status: 'passed' };
const failed = (failure: Failure): Check => ({ status: 'failed', failure });
const order: readonly CheckName[] = ['browser', 'storage', 'camera', 'microphone', 'screen', 'connection'];

export function useDeviceCheck() {
  const session = useSession();
  const { media } = session;
  const { id, profile } = useSitting();
  const [checks, setChecks] = useState<Checks>(() => ({
    browser: todo,
    storage: todo,
    connection: todo,
    camera: todo,
    microphone: todo,
    screen: todo,
  }));
  const [measured, setMeasured] = useState<Measured | null>(null);
  const camera = useValue(media.camera);
  const microphone = useValue(media.microphone);
  const screen = useValue(media.screen);
  const sound = useLevel(microphone);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => void (shown.current = false);
  }, []);
  const needed = useMemo(
    () =>
      order.filter(
        (name) =>
          name === 'browser' ||
          name === 'storage' ||
          name === 'connection' ||
          (profile.records as readonly string[]).includes(name),
      ),
    [profile.records],
  );
  const set = useCallback((name: CheckName, check: Check) => {
    if (shown.current) setChecks((all) => ({ ...all, [name]: check }));
  }, []);

  const checkConnection = useCallback(async (): Promise<void> => {
    set('connection', running);
    try {
      const line = await measureLine(id);
      if (shown.current) setMeasured(line);
      if (profile.records.length > 0 && line.uploadKbps < minimum.uploadKbps) return set('connection', failed('slow'));
      const reached = profile.records.length === 0 || (await reachMedia(id, profile.records, media));
      set('connection', reached ? passed : failed('media'));
    } catch {
      set('connection', failed('line'));
    }
  }, [id, media, profile.records, set]);

  const open = useCallback(async (): Promise<void> => {
    const wanted = (['camera', 'microphone'] as const).filter((source) => profile.records.includes(source));
    if (wanted.length === 0) return;
    for (const source of wanted) set(source, running);
    const failure = await media.open(wanted);
    if (failure) for (const source of wanted) set(source, failed(failure));
    else if (wanted.includes('camera')) set('camera', checkOfCamera(media.camera.get()));
  }, [media, profile.records, set]);

  const checkStorage = useCallback(async (): Promise<void> => {
    set('storage', running);
    set('storage', (await hasRoom()) ? passed : failed('storage'));
  }, [set]);

  const begin = useCallback(async (): Promise<void> => {
    const browser = browserFailure(profile.records);
    set('browser', browser === null ? passed : failed(browser));
    await checkStorage();
    await open();
    await checkConnection();
  }, [checkConnection, checkStorage, open, profile.records, set]);

  const share = useCallback(async (): Promise<void> => {
    set('screen', running);
    const answer = await session.away(() => media.share());
    set('screen', answer === 'shared' ? passed : failed(answer));
  }, [media, session, set]);

  const effective = useMemo<Checks>(
    () => ({
      ...checks,
      camera: camera ? checkOfCamera(camera) : lost(checks.camera),
      microphone: microphone ? (sound.peak >= heardLevel ? passed : running) : lost(checks.microphone),
      screen: screen ? passed : lost(checks.screen),
    }),
    [checks, camera, microphone, screen, sound.peak],
  );

  const report = (): DeviceReport => {
    const picture = camera?.getSettings();
    const display = screen?.getSettings();
    return {
      checks: needed.map((name) => {
        const { status, failure } = effective[name];
        return { name, passed: status === 'passed', detail: failure ?? '' };
      }),
      userAgent: navigator.userAgent.slice(0, 500),
      camera: camera && {
        label: camera.label.slice(0, 200),
        width: picture?.width ?? 0,
        height: picture?.height ?? 0,
        // Some browsers do not say; the recording shows it.
        framesPerSecond: Math.round(picture?.frameRate ?? 15),
      },
      microphone: microphone && { label: microphone.label.slice(0, 200), peak: sound.peak },
      screen: screen && {
        surface: String(display?.displaySurface ?? ''),
        width: display?.width ?? 0,
        height: display?.height ?? 0,
      },
      uploadKbps: measured?.uploadKbps ?? null,
      roundTripMs: measured?.roundTripMs ?? null,
    };
  };
  const again: Readonly<Record<CheckName, () => Promise<void>>> = {
    browser: begin,
    storage: checkStorage,
    camera: open,
    microphone: open,
    screen: share,
    connection: checkConnection,
  };
  return {
    checks: effective,
    needed,
    measured,
    sound,
    begin,
    again,
    report,
    begun: checks.browser.status !== 'todo',
    allPassed: needed.every((name) => effective[name].status === 'passed'),
  };
}

/** A track that went while the page was open has to be opened again. */
function lost(check: Check): Check {
  return check.status === 'passed' ? failed('failed') : check;
}

function checkOfCamera(track: MediaStreamTrack | null): Check {
  if (!track) return failed('failed');
  const { width = 0, height = 0, frameRate = 15 } = track.getSettings();
  const enough = width >= minimum.width && height >= minimum.height && frameRate >= minimum.framesPerSecond;
  return enough ? passed : failed('small');
}

function browserFailure(records: readonly string[]): Failure | null {
  const able = 'indexedDB' in window && 'WebSocket' in window && crypto.getRandomValues instanceof Function;
  if (!able) return 'browser';
  if (records.length > 0 && (!hasUserMedia() || !('RTCPeerConnection' in window))) return 'browser';
  return records.includes('screen') && !canShareScreen() ? 'browser_screen' : null;
}

async function hasRoom(): Promise<boolean> {
  const storage = (navigator as { storage?: StorageManager }).storage;
  if (!storage) return true;
  // Asked so that a full disk does not throw answers away; a refusal changes nothing else.
  void storage.persist().catch(() => false);
  const { quota, usage } = await storage.estimate().catch((): StorageEstimate => ({}));
  return quota === undefined || usage === undefined || quota - usage >= minimum.freeBytes;
}
