import { useEffect, useState } from 'react';

import type { ProblemError } from '../../api/problem-error';
import { ProblemText, useTexts } from '../../shared';
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
  const refusal = useValue(session.line.refusal);
  const lost = useLasting(phase === 'lost');
  const screen = useFullScreen();
  return (
    <>
      {lost && !refusal && <Band>{t('examBand.line')}</Band>}
      {refusal && <RefusalBand refusal={refusal} />}
      {book && <DiskBand book={book} />}
      <MediaBands />
      {profile.fullScreen && screen.possible && !screen.filled && (
        <Band action={{ label: t('examBand.fillScreen'), run: screen.fill }}>{t('examBand.fullScreen')}</Band>
      )}
    </>
  );
}

/** The server does not let this browser in any more: nothing that is answered is lost meanwhile. */
function RefusalBand({ refusal }: { refusal: ProblemError }) {
  const { t } = useTexts();
  const { id } = useSession();
  const [problem] = refusal.problems;
  const signIn = {
    label: t('action.signIn'),
    run: () => location.assign(`/sign-in?next=${encodeURIComponent(`/sitting/${id}`)}`),
  };
  return (
    <Band {...(refusal.has('not_signed_in') ? { action: signIn } : {})}>
      {problem && <ProblemText problem={problem} />} {t('examBand.keptHere')}
    </Band>
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
