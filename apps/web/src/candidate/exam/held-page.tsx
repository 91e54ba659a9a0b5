import { Button, Group, Stack, Text } from '@mantine/core';

import { Problems, useTexts } from '../../shared';
import { useSession, useSitting } from '../live/use-session';
import { useValue } from '../live/value';
import type { SubmissionState } from '../live/submission';
import { StepHeading } from '../shared/step-heading';

/** In the place of the questions while the clock stands still. */
export function PausedPage() {
  const { t } = useTexts();
  const { reason } = useSitting();
  return (
    <Stack gap="md" maw={640}>
      <StepHeading title={t('pausedPage.title')}>{t('pausedPage.text')}</StepHeading>
      {reason !== '' && (
        <Text size="lg" className="own-words">
          {t('mySitting.reason', { reason })}
        </Text>
      )}
    </Stack>
  );
}

/** While what is kept here is on its way, and for as long as the line is down. */
export function HandingInPage({ state }: { state: SubmissionState }) {
  const { t } = useTexts();
  const session = useSession();
  const unsent = useValue(session.unsent);
  const phase = useValue(session.line.phase);
  if (state.step === 'refused')
    return (
      <Stack gap="md" maw={640}>
        <StepHeading title={t('handingIn.refused')} />
        <Problems error={state.error} />
        <Group>
          <Button size="md" onClick={() => session.submission.dismiss()}>
            {t('handingIn.back')}
          </Button>
        </Group>
      </Stack>
    );
  const waiting = state.step === 'waiting' && phase !== 'up';
  return (
    <Stack gap="md" maw={640} role="status">
      <StepHeading key={waiting ? 'waiting' : 'going'} title={t(waiting ? 'handingIn.waiting' : 'handingIn.title')}>
        {t(waiting ? 'handingIn.waitingText' : 'handingIn.text')}
      </StepHeading>
      {unsent.answers > 0 && <Text size="lg">{t('saving.waiting', { count: unsent.answers })}</Text>}
    </Stack>
  );
}

/** The time is over and the server has not said so yet. */
export function TimeOverPage() {
  const { t } = useTexts();
  const session = useSession();
  const phase = useValue(session.line.phase);
  return (
    <Stack gap="md" maw={640} role="status">
      <StepHeading title={t('timeOver.title')}>{t(phase === 'up' ? 'timeOver.text' : 'timeOver.offline')}</StepHeading>
    </Stack>
  );
}
