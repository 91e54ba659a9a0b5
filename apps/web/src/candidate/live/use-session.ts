import { createContext, useContext, useEffect, useState } from 'react';

import type { MySitting } from '@aigaq/contracts';

import { SittingSession } from './sitting-session';
import { secondsLeft } from './time-left';
import { useValue } from './value';

/** Opens the session of a sitting for as long as the page is shown. */
export function useOpenSession(sitting: MySitting | undefined): { session: SittingSession | null; error: unknown } {
  const [session, setSession] = useState<SittingSession | null>(null);
  const [error, setError] = useState<unknown>(null);
  const id = sitting?.id;
  useEffect(() => {
    if (!sitting) return undefined;
    let current: SittingSession | null = null;
    let left = false;
    SittingSession.open(sitting).then(
      (opened) => {
        if (left) opened.dispose();
        else setSession((current = opened));
      },
      (thrown: unknown) => setError(thrown),
    );
    return () => {
      left = true;
      current?.dispose();
      setSession(null);
    };
    // The session keeps the sitting fresh by itself: only another sitting is another session.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id]);
  return { session, error };
}

const Context = createContext<SittingSession | null>(null);
export const SessionProvider = Context.Provider;

export function useSession(): SittingSession {
  const session = useContext(Context);
  if (!session) throw new Error('SessionProvider is missing');
  return session;
}

/** The sitting as it stands now. */
export function useSitting(): MySitting {
  return useValue(useSession().line.sitting);
}

/** The server's time, looked at each second; milliseconds of the Unix epoch. */
export function useServerNow(): number {
  const session = useSession();
  const [now, setNow] = useState(() => session.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(session.now()), 1000);
    return () => clearInterval(timer);
  }, [session]);
  return now;
}

/** Whole seconds that are left of the sitting. */
export function useSecondsLeft(): number {
  const { clock } = useSitting();
  const now = useServerNow();
  return Math.ceil(secondsLeft(clock, now));
}
