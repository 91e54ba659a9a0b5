import { List, Text } from '@mantine/core';
import { IconCheck, IconCircle, IconCircleFilled } from '@tabler/icons-react';

import type { AttemptReview } from '@aigaq/contracts';

import { useTexts } from '../../shared';

type GradedItem = AttemptReview['items'][number];
type Response = NonNullable<GradedItem['response']>;

/** What was answered, beside the key. */
export function AnswerView({ item: { item, response } }: { item: GradedItem }) {
  const { t } = useTexts();
  switch (item.type) {
    case 'choice':
    case 'multiple_choice': {
      const correct = item.type === 'choice' ? [item.correct] : item.correct;
      const chosen = chosenOf(response);
      return (
        <>
          {chosen.length === 0 && <Blank />}
          <List size="sm" spacing={2} listStyleType="none" className="option-list">
            {item.options.map((option) => (
              <OptionLine
                key={option.id}
                text={option.text}
                chosen={chosen.includes(option.id)}
                right={correct.includes(option.id)}
              />
            ))}
          </List>
        </>
      );
    }
    case 'text_entry':
      return (
        <>
          {wordsOf(response) === '' ? <Blank /> : <Given text={wordsOf(response)} />}
          <Text size="sm" c="dimmed">
            {t('review.answers.key')}: {item.accepted.join(' · ')}
          </Text>
        </>
      );
    case 'extended_text':
      return (
        <>
          {wordsOf(response) === '' ? <Blank /> : <Essay text={wordsOf(response)} />}
          {item.guidance !== '' && (
            <details>
              <summary>{t('review.answers.guidance')}</summary>
              <Text size="sm" className="said">
                {item.guidance}
              </Text>
            </details>
          )}
        </>
      );
  }
}

/** One answer in a line, for the versions that were saved before. */
export function answerText(response: Response, item: GradedItem['item']): string {
  if (response.type === 'text_entry' || response.type === 'extended_text') return response.text;
  const options = item.type === 'choice' || item.type === 'multiple_choice' ? item.options : [];
  return chosenOf(response)
    .map((id) => options.find((option) => option.id === id)?.text ?? id)
    .join(' · ');
}

function OptionLine({ text, chosen, right }: { text: string; chosen: boolean; right: boolean }) {
  const { t } = useTexts();
  const Mark = chosen ? IconCircleFilled : IconCircle;
  return (
    <List.Item icon={<Mark size={14} aria-hidden />}>
      {text}
      {chosen && <span className="visually-hidden"> ({t('review.answers.chosen')})</span>}
      {right && (
        <span className="right-option">
          <IconCheck size={14} aria-label={t('review.answers.right')} role="img" />
        </span>
      )}
    </List.Item>
  );
}

function Given({ text }: { text: string }) {
  const { t } = useTexts();
  return (
    <Text size="sm">
      {t('review.answers.given')}: <strong className="said">{text}</strong>
    </Text>
  );
}

function Essay({ text }: { text: string }) {
  const { t } = useTexts();
  return (
    <>
      <Text size="sm" className="said essay">
        {text}
      </Text>
      <Text size="xs" c="dimmed">
        {t('review.answers.words', { count: text.split(/\s+/u).filter((word) => word !== '').length })}
      </Text>
    </>
  );
}

function Blank() {
  const { t } = useTexts();
  return (
    <Text size="sm" c="dimmed" fs="italic">
      {t('review.answers.blank')}
    </Text>
  );
}

function chosenOf(response: Response | null): readonly string[] {
  if (response?.type === 'choice') return response.selected === null ? [] : [response.selected];
  return response?.type === 'multiple_choice' ? response.selected : [];
}

function wordsOf(response: Response | null): string {
  return response?.type === 'text_entry' || response?.type === 'extended_text' ? response.text.trim() : '';
}
