import { Button, Text, TextInput, Textarea, Title } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';

import type { PresentedItem, Response } from '@aigaq/contracts';

import { useTexts } from '../../shared';
import { countWords } from '../live/answers';

interface ItemViewProps {
  item: PresentedItem;
  count: number;
  response: Response;
  onChange: (response: Response) => void;
  /** Level of the heading; in the exam it is the first of the page. */
  level?: 1 | 2;
  lang?: string;
}

/** One question and the place for its answer. */
export function ItemView({ item, count, response, onChange, level = 1, lang }: ItemViewProps) {
  const { t } = useTexts();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (level === 1) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    }
  }, [item.id, level]);
  return (
    <div className="item">
      <Title
        order={level}
        fz={{ base: 18, sm: 20 }}
        fw={500}
        ref={heading}
        tabIndex={-1}
        className="quiet-focus item-number"
      >
        {t('examPage.questionOf', { number: item.position, count })} · {t('examPage.points', { count: item.points })}
      </Title>
      <div className="item-prompt" id={`${id}-prompt`} lang={lang}>
        {item.prompt}
      </div>
      <Answer item={item} response={response} onChange={onChange} id={id} lang={lang} />
    </div>
  );
}

interface AnswerProps {
  item: PresentedItem;
  response: Response;
  onChange: (response: Response) => void;
  id: string;
  lang: string | undefined;
}

function Answer({ item, response, onChange, id, lang }: AnswerProps) {
  const { t } = useTexts();
  switch (response.type) {
    case 'choice':
      return (
        <>
          <div role="radiogroup" aria-labelledby={`${id}-prompt`} className="options" lang={lang}>
            {(item.options ?? []).map((option) => (
              <label key={option.id} className="option">
                <input
                  type="radio"
                  name={id}
                  checked={response.selected === option.id}
                  onChange={() => onChange({ type: 'choice', selected: option.id })}
                />
                <span>{option.text}</span>
              </label>
            ))}
          </div>
          {response.selected !== null && (
            <Button variant="subtle" mt="sm" onClick={() => onChange({ type: 'choice', selected: null })}>
              {t('examPage.clear')}
            </Button>
          )}
        </>
      );
    case 'multiple_choice':
      return (
        <div role="group" aria-labelledby={`${id}-prompt ${id}-several`} className="options" lang={lang}>
          <Text c="dimmed" id={`${id}-several`} mb="xs">
            {t('examPage.several')}
          </Text>
          {(item.options ?? []).map((option) => (
            <label key={option.id} className="option">
              <input
                type="checkbox"
                checked={response.selected.includes(option.id)}
                onChange={(event) =>
                  onChange({
                    type: 'multiple_choice',
                    selected: event.currentTarget.checked
                      ? [...response.selected, option.id]
                      : response.selected.filter((each) => each !== option.id),
                  })
                }
              />
              <span>{option.text}</span>
            </label>
          ))}
        </div>
      );
    case 'text_entry':
      return (
        <TextInput
          size="lg"
          label={t('examPage.yourAnswer')}
          aria-describedby={`${id}-prompt`}
          maxLength={1000}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={response.text}
          onChange={(event) => onChange({ type: 'text_entry', text: event.currentTarget.value })}
        />
      );
    case 'extended_text':
      return <Essay item={item} text={response.text} onChange={onChange} id={id} />;
  }
}

function Essay({
  item,
  text,
  onChange,
  id,
}: {
  item: PresentedItem;
  text: string;
  onChange: (response: Response) => void;
  id: string;
}) {
  const { t } = useTexts();
  const words = countWords(text);
  const limit = item.maxWords ?? null;
  const over = limit !== null && words > limit;
  return (
    <>
      <Textarea
        size="lg"
        label={t('examPage.yourAnswer')}
        aria-describedby={`${id}-prompt ${id}-words`}
        autosize
        minRows={8}
        maxRows={30}
        maxLength={100_000}
        autoComplete="off"
        value={text}
        onChange={(event) => onChange({ type: 'extended_text', text: event.currentTarget.value })}
      />
      <Text id={`${id}-words`} mt="xs" fw={over ? 600 : 400}>
        {limit === null ? t('examPage.words', { count: words }) : t('examPage.wordsOf', { count: words, limit })}
        {over && ` ${t('examPage.wordsOver')}`}
      </Text>
    </>
  );
}
