import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react';

import type { Problem } from '@aigaq/contracts';

import { asProblemError } from '../api/problem-error';
import { useTexts } from './i18n';
import { fieldLabel, problemSentence } from './problem-words';

/** One problem in the language of the page; changes with it. `labelled` says the field first. */
export function ProblemText({ problem, labelled = false }: { problem: Problem; labelled?: boolean }) {
  const texts = useTexts();
  const label = labelled && problem.field !== undefined ? fieldLabel(problem.field, texts.tryText) : undefined;
  const sentence = problemSentence(problem, texts);
  return <>{label === undefined ? sentence : `${label}: ${sentence}`}</>;
}

interface ProblemsProps {
  error: unknown;
  /** Problems of these fields are left out: they are told beside the fields. */
  except?: (problem: Problem) => boolean;
  onRetry?: (() => void) | undefined;
}

/** Everything that a request failed with, as an alert that screen readers announce. Nothing where nothing failed. */
export function Problems({ error, except, onRetry }: ProblemsProps) {
  const { t } = useTexts();
  if (error === null || error === undefined) return null;
  const { problems, offline, incident } = asProblemError(error);
  const told = except ? problems.filter((problem) => !except(problem)) : problems;
  if (!offline && told.length === 0) return null;
  return (
    <Alert
      role="alert"
      color={offline ? 'amber' : 'red'}
      icon={offline ? <IconCloudOff aria-hidden /> : <IconAlertTriangle aria-hidden />}
      title={offline ? t('state.offline') : told.length > 1 ? t('state.failed') : undefined}
    >
      <Stack gap="xs">
        {offline ? <Text size="sm">{t('state.offlineHelp')}</Text> : <ProblemList problems={told} />}
        {incident !== undefined && <Text size="sm">{t('state.incident', { incident })}</Text>}
        {onRetry && (
          <Group>
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('action.retry')}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const [first] = problems;
  if (first && problems.length === 1) {
    return (
      <Text size="sm">
        <ProblemText problem={first} labelled />
      </Text>
    );
  }
  return (
    <List size="sm" spacing={4}>
      {problems.map((problem, index) => (
        <List.Item key={index}>
          <ProblemText problem={problem} labelled />
        </List.Item>
      ))}
    </List>
  );
}
