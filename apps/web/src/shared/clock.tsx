import { useEffect, useState } from 'react';

import { clockText } from './formats';
import { useTexts } from './i18n';

/** The time now, renewed every `milliseconds`. */
export function useNow(milliseconds = 1000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
  return now;
}

/** Digits of a clock that do not jump; a screen reader reads hours and minutes in words. */
export function Clock({ seconds }: { seconds: number }) {
  const { duration } = useTexts();
  return (
    <span className="digits" role="timer" aria-live="off" aria-label={duration(seconds)}>
      {clockText(seconds)}
    </span>
  );
}
