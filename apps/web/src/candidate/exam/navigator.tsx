import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconFlag } from '@tabler/icons-react';

import type { PresentedItem } from '@aigaq/contracts';

import { useTexts, type Texts } from '../../shared';
import { isAnswered, type Answer } from '../live/answers';

type Answers = ReadonlyMap<string, Answer>;

interface NavigatorProps {
  items: readonly PresentedItem[];
  answers: Answers;
  /** Null where no question is open. */
  current: string | null;
  onChoose: (itemId: string) => void;
}

/** What a question is, in words: "Question 3, answered, look again later". */
export function itemWords(item: PresentedItem, answers: Answers, t: Texts['t']): string {
  const answer = answers.get(item.id);
  return [
    t('examPage.question', { number: item.position }),
    t(isAnswered(answer?.response) ? 'examPage.answered' : 'examPage.unanswered'),
    ...(answer?.flagged ? [t('examPage.flagged')] : []),
  ].join(', ');
}

/** All questions with their states, one press away. */
export function ItemNavigator({ items, answers, current, onChoose }: NavigatorProps) {
  const { t } = useTexts();
  return (
    <nav aria-label={t('examPage.questions')} className="item-navigator">
      <ol>
        {items.map((item) => {
          const answer = answers.get(item.id);
          const answered = isAnswered(answer?.response);
          return (
            <li key={item.id}>
              <UnstyledButton
                className="item-button"
                data-answered={answered || undefined}
                data-flagged={answer?.flagged || undefined}
                aria-current={item.id === current ? 'step' : undefined}
                aria-label={itemWords(item, answers, t)}
                onClick={() => onChoose(item.id)}
              >
                <span>{item.position}</span>
                {answer?.flagged ? (
                  <IconFlag size={14} aria-hidden />
                ) : answered ? (
                  <IconCheck size={14} stroke={2.5} aria-hidden />
                ) : (
                  <span className="item-open" aria-hidden />
                )}
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
