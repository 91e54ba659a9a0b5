import { useEffect, useState } from 'react';

import { useTexts } from '../../shared';
import { useSession, useSitting } from '../live/use-session';
import { useValue } from '../live/value';
import { Band } from '../shared/band';
import { MediaBands } from '../shared/media-bands';
import { useFullScreen } from './use-full-screen';

/** A line that comes back at once is nobody's business. */
const quietMilliseconds = 2000;

/** What is off now, each in one quiet line. */
export function ExamBands() {
  const { t } = useTexts();
  const session = useSession();
  const { profile } = useSitting();
  const phase = useValue(session.line.phase);
  const book = useValue(session.book);
  const lost = useLasting(phase === 'lost');
  const screen = useFullScreen();
  return (
    <>
      {lost && <Band>{t('band.line')}</Band>}
      {book && <DiskBand />}
      <MediaBands />
      {profile.fullScreen && screen.possible && !screen.filled && (
        <Band action={{ label: t('band.fillScreen'), run: screen.fill }}>{t('band.fullScreen')}</Band>
      )}
    </>
  );
}

function DiskBand() {
  const { t } = useTexts();
  const book = useValue(useSession().book);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!book) return undefined;
    setFailed(book.failed.get());
    return book.failed.onChange(setFailed);
  }, [book]);
  return failed ? <Band>{t('band.disk')}</Band> : null;
}

/** True once it has been true for a while. */
function useLasting(is: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!is) {
      setLasting(false);
      return undefined;
    }
    const timer = setTimeout(() => setLasting(true), quietMilliseconds);
    return () => clearTimeout(timer);
  }, [is]);
  return lasting;
}
