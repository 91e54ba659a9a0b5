import { Alert, Badge, Button, Group, NumberInput, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { routes, type AttemptReview } from '@aigaq/contracts';

import { call, keyOf } from '../../api/call';
import { useCan } from '../../app/session';
import { EmptyState, Problems, UnsavedGuard, useNotify, useTexts } from '../../shared';
import { ungraded } from '../decision/readiness';
import { signedClock } from '../signed-clock';
import { AnswerView, answerText } from './answer-view';

type GradedItem = AttemptReview['items'][number];

interface Draft {
  points: number | '';
  comment: string;
}
type Drafts = Readonly<Record<string, Draft>>;

interface AnswersTabProps {
  attempt: AttemptReview;
  zero: number;
  onSeek: ((moment: number) => void) | undefined;
}

/** Answers beside their keys, with what was given before; points and comments in one go. */
export function AnswersTab({ attempt, zero, onSeek }: AnswersTabProps) {
  const { t } = useTexts();
  const can = useCan();
  const [drafts, setDrafts] = useState<Drafts>({});
  const save = useSaveGrades(attempt.sittingId, () => setDrafts({}));
  const over = ['submitted', 'expired', 'graded', 'final'].includes(attempt.state);
  const mayGrade = can('attempt.grade') && over && attempt.state !== 'final';
  const changed = attempt.items.filter((item) => isChanged(item, drafts[item.itemId]));
  const complete = changed.filter((item) => drafts[item.itemId]?.points !== '');

  if (attempt.items.length === 0) return <EmptyState title={t('review.answers.none')} />;
  const submit = (): void =>
    save.mutate(
      complete.map((item) => {
        const { points, comment } = draftOf(item, drafts[item.itemId]);
        return { itemId: item.itemId, points: Number(points), comment: comment.trim() };
      }),
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (complete.length > 0) submit();
      }}
    >
      <Stack gap="sm">
        <Summary attempt={attempt} over={over} />
        <Problems error={save.error} />
        {attempt.items.map((item) => (
          <ItemCard
            key={item.itemId}
            item={item}
            zero={zero}
            onSeek={onSeek}
            draft={mayGrade ? draftOf(item, drafts[item.itemId]) : undefined}
            onDraft={(draft) => setDrafts((before) => ({ ...before, [item.itemId]: draft }))}
          />
        ))}
        {mayGrade && (
          <div className="save-bar">
            <Button type="submit" loading={save.isPending} disabled={complete.length === 0}>
              {t('review.answers.save')}
            </Button>
            {changed.length > 0 && (
              <Text size="sm" c="dimmed" role="status">
                {t('unsaved.mark')}
              </Text>
            )}
          </div>
        )}
      </Stack>
      <UnsavedGuard when={changed.length > 0} />
    </form>
  );
}

function Summary({ attempt, over }: { attempt: AttemptReview; over: boolean }) {
  const { t, number } = useTexts();
  const { result, receipt } = attempt;
  const missing = ungraded(attempt);
  return (
    <div>
      {!over && (
        <Alert color="gray" p="xs" mb="xs">
          {t('review.answers.running')}
        </Alert>
      )}
      {result && (
        <Group gap="xs">
          <Text fw={600} role="status">
            {t('review.answers.result', {
              points: number(result.points),
              maximum: number(result.maximum),
              percent: result.percent,
              letter: result.letter,
            })}
          </Text>
          <Badge color={result.passed ? 'green' : 'red'} variant="light">
            {t(result.passed ? 'review.answers.passed' : 'review.answers.failed')}
          </Badge>
        </Group>
      )}
      {over && missing > 0 && (
        <Text size="sm" fw={600} role="status">
          {t('review.answers.missing', { count: missing })}
        </Text>
      )}
      {receipt && (
        <Text size="sm" c="dimmed">
          {t('review.answers.receipt', { number: receipt.number, answered: receipt.answered, items: receipt.items })}
        </Text>
      )}
    </div>
  );
}

interface ItemCardProps {
  item: GradedItem;
  zero: number;
  onSeek: ((moment: number) => void) | undefined;
  /** Undefined where points cannot be given. */
  draft: Draft | undefined;
  onDraft: (draft: Draft) => void;
}

function ItemCard({ item, zero, onSeek, draft, onDraft }: ItemCardProps) {
  const { t, number } = useTexts();
  return (
    <Paper
      withBorder
      p="sm"
      radius="md"
      component="section"
      aria-label={t('review.answers.item', { position: item.position })}
    >
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text size="sm" fw={600} className="said">
          {item.position}. {item.item.prompt}
        </Text>
        <Text size="sm" fw={600} className="digits no-wrap">
          {item.points === null ? '–' : number(item.points)} / {number(item.maximum)}
        </Text>
      </Group>
      <Stack gap={6} mt={6}>
        <AnswerView item={item} />
        <Times item={item} zero={zero} onSeek={onSeek} />
        {item.points !== null && (
          <Text size="xs" c="dimmed">
            {item.automatic ? t('review.answers.automatic') : t('review.answers.by', { name: item.by ?? '' })}
          </Text>
        )}
        {draft ? (
          <Group gap="xs" align="flex-start">
            <NumberInput
              size="sm"
              w={110}
              aria-label={t('review.answers.points', { position: item.position })}
              min={0}
              max={item.maximum}
              step={0.5}
              clampBehavior="strict"
              suffix={` / ${item.maximum}`}
              value={draft.points}
              onChange={(value) => onDraft({ ...draft, points: typeof value === 'number' ? value : '' })}
            />
            <Textarea
              size="sm"
              className="grow"
              aria-label={t('review.answers.comment', { position: item.position })}
              placeholder={t('review.answers.commentShort')}
              autosize
              minRows={1}
              maxLength={5000}
              value={draft.comment}
              onChange={(event) => onDraft({ ...draft, comment: event.currentTarget.value })}
            />
          </Group>
        ) : (
          item.comment !== '' && <Text size="sm">{item.comment}</Text>
        )}
      </Stack>
    </Paper>
  );
}

function Times({ item, zero, onSeek }: Pick<ItemCardProps, 'item' | 'zero' | 'onSeek'>) {
  const { t } = useTexts();
  if (item.history.length === 0) return null;
  return (
    <details>
      <summary>{t('review.answers.history', { count: item.history.length })}</summary>
      <ol className="plain-list">
        {item.history.map((version) => {
          const time = signedClock(Date.parse(version.at) - zero);
          return (
            <li key={version.at + version.receivedAt} className="version">
              {onSeek ? (
                <button
                  type="button"
                  className="time-button digits"
                  aria-label={t('review.answers.goTo', { time })}
                  onClick={() => onSeek(Date.parse(version.at))}
                >
                  {time}
                </button>
              ) : (
                <span className="digits">{time}</span>
              )}
              <span className="version-text">{answerText(version.response, item.item)}</span>
              {version.late && (
                <Badge size="sm" color="amber" variant="light">
                  {t('review.answers.late')}
                </Badge>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}

function draftOf(item: GradedItem, draft: Draft | undefined): Draft {
  return draft ?? { points: item.points ?? '', comment: item.comment };
}

function isChanged(item: GradedItem, draft: Draft | undefined): boolean {
  if (!draft) return false;
  return draft.points !== (item.points ?? '') || draft.comment.trim() !== item.comment;
}

function useSaveGrades(sittingId: string, onSaved: () => void) {
  const { t } = useTexts();
  const notify = useNotify();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (grades: { itemId: string; points: number; comment: string }[]) =>
      call(routes.grade, { params: { id: sittingId }, body: { grades } }),
    onSuccess: (attempt) => {
      client.setQueryData(keyOf(routes.reviewAttempt, { params: { id: sittingId } }), attempt);
      onSaved();
      notify.done(t('review.answers.saved'));
    },
  });
}
