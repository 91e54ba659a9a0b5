import { useEffect, useState } from 'react';

import { useTexts } from '../../shared';
import type { AnswerBook } from '../live/answer-book';
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
      {lost && <Band>{t('examBand.line')}</Band>}
      {book && <DiskBand book={book} />}
      <MediaBands />
      {profile.fullScreen && screen.possible && !screen.filled && (
        <Band action={{ label: t('examBand.fillScreen'), run: screen.fill }}>{t('examBand.fullScreen')}</Band>
      )}
    </>
  );
}

function DiskBand({ book }: { book: AnswerBook }) {
  const { t } = useTexts();
  return useValue(book.failed) ? <Band>{t('examBand.disk')}</Band> : null;
}

/** True once it has been true for a while. */
function useLasting(is: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(is), is ? quietMilliseconds : 0);
    return () => clearTimeout(timer);
  }, [is]);
  return is && lasting;
}
