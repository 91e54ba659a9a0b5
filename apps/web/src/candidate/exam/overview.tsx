import { Button, Group, Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconCircle, IconFlag } from '@tabler/icons-react';

import type { PresentedItem } from '@aigaq/contracts';

import { useTexts } from '../../shared';
import { isAnswered, type Answer } from '../live/answers';
import { useSession } from '../live/use-session';
import { useValue } from '../live/value';
import { StepHeading } from '../shared/step-heading';
import { itemWords } from './navigator';

interface OverviewProps {
  items: readonly PresentedItem[];
  answers: ReadonlyMap<string, Answer>;
  onOpen: (itemId: string) => void;
}

/** All questions in a list, and the handing in. */
export function Overview({ items, answers, onOpen }: OverviewProps) {
  const { t } = useTexts();
  const session = useSession();
  const phase = useValue(session.line.phase);
  const [asked, { open, close }] = useDisclosure(false);
  const unanswered = items.filter((item) => !isAnswered(answers.get(item.id)?.response));
  const flagged = items.filter((item) => answers.get(item.id)?.flagged);
  const summary = (
    <Stack gap={4}>
      <Text size="lg">
        {t('examPage.answeredOf', { answered: items.length - unanswered.length, items: items.length })}
      </Text>
      {unanswered.length > 0 && (
        <Text size="lg" fw={600}>
          {t('examPage.unansweredList', { count: unanswered.length, numbers: numbersOf(unanswered) })}
        </Text>
      )}
      {flagged.length > 0 && (
        <Text size="lg">{t('examPage.flaggedList', { count: flagged.length, numbers: numbersOf(flagged) })}</Text>
      )}
    </Stack>
  );
  return (
    <Stack gap="lg">
      <StepHeading title={t('examPage.overview')} />
      {summary}
      <ol className="plain-list overview">
        {items.map((item) => {
          const answer = answers.get(item.id);
          const answered = isAnswered(answer?.response);
          return (
            <li key={item.id}>
              <UnstyledButton className="overview-line" onClick={() => onOpen(item.id)}>
                <span className="visually-hidden">{itemWords(item, answers, t)}: </span>
                <span className="overview-number" aria-hidden>
                  {item.position}
                </span>
                <span className="overview-prompt">{item.prompt}</span>
                <span className="overview-state" aria-hidden>
                  {answer?.flagged && <IconFlag size={18} />}
                  {answered ? <IconCheck size={18} stroke={2.5} /> : <IconCircle size={18} />}
                  {t(answered ? 'examPage.answered' : 'examPage.unanswered')}
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
      <Group>
        <Button size="lg" onClick={open}>
          {t('examPage.handIn')}
        </Button>
      </Group>
      <Modal
        opened={asked}
        onClose={close}
        title={t('examPage.handInTitle')}
        centered
        size="lg"
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <Stack>
          {summary}
          <Text size="lg">{t('examPage.handInText')}</Text>
          {phase !== 'up' && <Text size="lg">{t('examPage.handInOffline')}</Text>}
          <Group justify="flex-end">
            <Button variant="default" size="md" onClick={close} data-autofocus>
              {t('examPage.goOn')}
            </Button>
            <Button
              size="md"
              onClick={() => {
                close();
                session.milestone('hand_in_asked');
                session.submission.start();
              }}
            >
              {t('examPage.handInNow')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
}

function numbersOf(items: readonly PresentedItem[]): string {
  return items.map(({ position }) => position).join(', ');
}
