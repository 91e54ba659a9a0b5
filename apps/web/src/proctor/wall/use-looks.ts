import { useCallback, useState } from 'react';

import type { Looks } from './attention';

interface Kept {
  since: number;
  looks: Looks;
}

/** When this proctor looked at whom, kept for as long as the browser's tab lives. */
export function useLooks(eventId: string): Kept & { look: (sittingId: string) => void } {
  const key = `aigaq.looks.${eventId}`;
  const [kept, setKept] = useState<Kept>(() => readKept(key));
  const look = useCallback(
    (sittingId: string) => {
      setKept((before) => {
        const next = { ...before, looks: { ...before.looks, [sittingId]: Date.now() } };
        sessionStorage.setItem(key, JSON.stringify(next));
        return next;
      });
    },
    [key],
  );
  return { ...kept, look };
}

function readKept(key: string): Kept {
  const fresh: Kept = { since: Date.now(), looks: {} };
  const text = sessionStorage.getItem(key);
  if (text === null) {
    sessionStorage.setItem(key, JSON.stringify(fresh));
    return fresh;
  }
  try {
    const { since, looks } = JSON.parse(text) as Partial<Kept>;
    return { since: since ?? fresh.since, looks: looks ?? {} };
  } catch {
    return fresh;
  }
}
