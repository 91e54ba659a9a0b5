import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconFlag, IconFlagFilled, IconList } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

import { LoadingState, Problems, usePageTitle, useTexts } from '../../shared';
import type { AnswerBook } from '../live/answer-book';
import { emptyResponse } from '../live/answers';
import { useSecondsLeft, useSession, useSitting } from '../live/use-session';
import { useValue } from '../live/value';
import { ExamBands } from './exam-bands';
import { ExamFoot } from './exam-foot';
import { HandingInPage, PausedPage, TimeOverPage } from './held-page';
import { ItemView } from './item-view';
import { LeaveGuard } from './leave-guard';
import { ItemNavigator } from './navigator';
import { Overview } from './overview';
import { RecordingSign } from './recording-sign';
import { SaveState } from './save-state';
import { Timer } from './timer';

const overview = 'overview';
const placeKey = (sittingId: string): string => `aigaq.place.${sittingId}`;

/** The exam: one question at a time, nothing moves by itself. */
export function ExamPage() {
  const { t, local } = useTexts();
  const session = useSession();
  const { event } = useSitting();
  const book = useValue(session.book);
  const error = useValue(session.bookError);
  const submission = useValue(session.submission.state);
  usePageTitle(local(event.title));
  const over = submission.step === 'done';
  return (
    <div className="exam">
      {!over && <LeaveGuard />}
      <a href="#content" className="skip-link">
        {t('page.skip')}
      </a>
      <header className="exam-header">
        <div className="exam-title">
          <Text fw={600} component="span">
            {local(event.discipline)}
          </Text>
          <Text component="span" c="dimmed">
            {' · '}
            {local(event.title)}
          </Text>
        </div>
        <Group gap="md" className="exam-signs">
          <Timer />
          <RecordingSign />
        </Group>
      </header>
      {book ? (
        <OpenExam book={book} />
      ) : (
        <main id="content" tabIndex={-1} className="exam-main quiet-focus">
          {error === null ? <LoadingState /> : <Problems error={error} onRetry={() => location.reload()} />}
        </main>
      )}
    </div>
  );
}

function OpenExam({ book }: { book: AnswerBook }) {
  const { t } = useTexts();
  const session = useSession();
  const { state, clock } = useSitting();
  const answers = useValue(book.answers);
  const submission = useValue(session.submission.state);
  const left = useSecondsLeft();
  const [place, setPlace] = usePlace(book);
  const item = book.items.find(({ id }) => id === place);
  const held =
    submission.step !== 'idle' ? (
      <HandingInPage state={submission} />
    ) : state === 'interrupted' || clock.pausedAt !== null ? (
      <PausedPage />
    ) : left <= 0 ? (
      <TimeOverPage />
    ) : null;
  const isHeld = held !== null;
  useEffect(() => {
    if (isHeld) void book.flush();
  }, [isHeld, book]);
  return (
    <>
      {!isHeld && (
        <div className="exam-bar">
          <ItemNavigator items={book.items} answers={answers} current={item?.id ?? null} onChoose={setPlace} />
          <Group gap="sm" className="exam-bar-end">
            <span className="save-state" data-testid="save-state">
              <SaveState />
            </span>
            <Button
              variant={place === overview ? 'light' : 'default'}
              leftSection={<IconList size={18} aria-hidden />}
              onClick={() => setPlace(overview)}
            >
              {t('examPage.overview')}
            </Button>
          </Group>
        </div>
      )}
      {submission.step === 'idle' && (
        <div className="exam-bands">
          <ExamBands />
        </div>
      )}
      <main id="content" tabIndex={-1} className="exam-main quiet-focus">
        {held ??
          (item ? (
            <Question book={book} itemId={item.id} onPlace={setPlace} />
          ) : (
            <Overview items={book.items} answers={answers} onOpen={setPlace} />
          ))}
      </main>
      <ExamFoot />
    </>
  );
}

interface QuestionProps {
  book: AnswerBook;
  itemId: string;
  onPlace: (place: string) => void;
}

function Question({ book, itemId, onPlace }: QuestionProps) {
  const { t } = useTexts();
  const { event } = useSitting();
  const answers = useValue(book.answers);
  const at = book.items.findIndex(({ id }) => id === itemId);
  const item = book.items[at];
  if (!item) return null;
  const answer = answers.get(item.id);
  const flagged = answer?.flagged ?? false;
  const next = book.items[at + 1];
  const previous = book.items[at - 1];
  return (
    <>
      <ItemView
        key={item.id}
        item={item}
        count={book.items.length}
        response={answer?.response ?? emptyResponse(item)}
        onChange={(response) => book.respond(item, response)}
        lang={event.language}
      />
      <div className="item-foot">
        <UnstyledButton className="flag-button" aria-pressed={flagged} onClick={() => book.flag(item, !flagged)}>
          {flagged ? <IconFlagFilled size={20} aria-hidden /> : <IconFlag size={20} aria-hidden />}
          {t('examPage.lookAgain')}
        </UnstyledButton>
        <Group gap="sm">
          <Button size="lg" variant="default" disabled={!previous} onClick={() => previous && onPlace(previous.id)}>
            {t('examPage.previous')}
          </Button>
          {next ? (
            <Button size="lg" onClick={() => onPlace(next.id)}>
              {t('examPage.next')}
            </Button>
          ) : (
            <Button size="lg" onClick={() => onPlace(overview)}>
              {t('examPage.toOverview')}
            </Button>
          )}
        </Group>
      </div>
    </>
  );
}

/** The question that is open; a reload comes back to it. */
function usePlace(book: AnswerBook): [string, (place: string) => void] {
  const session = useSession();
  const key = placeKey(session.id);
  const [place, setPlace] = useState(() => {
    const kept = localStorage.getItem(key);
    const known = kept === overview || book.items.some(({ id }) => id === kept);
    return kept !== null && known ? kept : (book.items[0]?.id ?? overview);
  });
  useEffect(() => {
    localStorage.setItem(key, place);
    session.milestone('item_opened', place);
  }, [key, place, session]);
  const go = (to: string): void => {
    void book.flush();
    setPlace(to);
  };
  return [place, go];
}
