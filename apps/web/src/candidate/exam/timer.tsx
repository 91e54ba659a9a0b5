import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { clockText, useTexts } from '../../shared';
import { thresholdPassed, wholeSeconds } from '../live/time-left';
import { useSecondsLeft, useSession, useSitting } from '../live/use-session';
import { useAnnounce } from '../shared/announcer';

/** Below this the seconds are shown: above, a clock that runs only takes eyes away. */
const secondsFrom = 300;

/** The time that is left, by the server's clock; speaks at thresholds only. */
export function Timer() {
  const { t, duration } = useTexts();
  const { clock } = useSitting();
  const left = useSecondsLeft();
  useTimeAnnounced(left);
  if (clock.pausedAt !== null)
    return (
      <Text component="span" fw={600} className="timer">
        {t('examPage.clockStopped')}
      </Text>
    );
  const shown = left >= secondsFrom ? duration(Math.floor(left / 60) * 60) : clockText(left);
  return (
    <Text
      component="span"
      fw={600}
      className="timer digits"
      role="timer"
      aria-live="off"
      aria-label={t('examPage.leftLabel', { duration: duration(left) })}
    >
      {t('examPage.left', { time: shown })}
    </Text>
  );
}

function useTimeAnnounced(left: number): void {
  const { t, duration } = useTexts();
  const session = useSession();
  const { clock } = useSitting();
  const announce = useAnnounce();
  const before = useRef(left);
  const whole = wholeSeconds(clock, session.now());
  useEffect(() => {
    const passed = thresholdPassed(before.current, left, whole);
    before.current = left;
    if (passed === null) return;
    announce(
      passed === 'half'
        ? t('examPage.announceHalf', { duration: duration(Math.round(left / 60) * 60) })
        : t('examPage.announceLeft', { count: passed / 60 }),
    );
  }, [left, whole, announce, t, duration]);
}
