import { Alert, Stack, Text } from '@mantine/core';
import { IconCloudUpload, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { routes } from '@aigaq/contracts';

import { query } from '../api/call';
import { ButtonLink, Problems, useTexts } from '../shared';
import { useSession, useSitting } from './live/use-session';
import { useValue } from './live/value';
import { ReceiptCard } from './my-exams/receipt-card';
import { AlternativeState, AnotherWay } from './shared/alternative';
import { SittingFrame } from './shared/sitting-frame';
import { StepHeading } from './shared/step-heading';

/** After the end, however it came: what happened, in words, and the receipt. */
export function OverPage() {
  const { t, local } = useTexts();
  const session = useSession();
  const sitting = useSitting();
  const submission = useValue(session.submission.state);
  const unsent = useValue(session.unsent);
  const started = sitting.clock.startedAt !== null;
  const handedIn = submission.step === 'done' ? submission.receipt : undefined;
  const receipt = useQuery({
    ...query(routes.myReceipt, { params: { id: sitting.id } }),
    enabled: started && !handedIn,
    // The receipt of a sitting that ended by itself is made a moment later, and again when late answers arrive.
    refetchInterval: (asked) => (asked.state.data && unsent.waiting === 0 ? false : 2000),
  });
  const shown = handedIn ?? receipt.data;
  const how = shown?.how ?? 'ended';
  const words = !started ? sitting.state : how;
  return (
    <SittingFrame>
      <Stack gap="lg" maw={720} key={words}>
        <StepHeading title={t(`overPage.${wordOf(words)}.title`)}>{t(`overPage.${wordOf(words)}.text`)}</StepHeading>
        <Text size="lg" fw={600}>
          {local(sitting.event.title)}
        </Text>
        {sitting.reason !== '' && (
          <Alert color="gray" icon={<IconInfoCircle aria-hidden />} title={t('overPage.reason')}>
            <Text className="own-words">{sitting.reason}</Text>
          </Alert>
        )}
        {unsent.waiting > 0 && (
          <Alert color="amber" icon={<IconCloudUpload aria-hidden />} role="status">
            {t(unsent.answers > 0 ? 'saving.waiting' : 'saving.waitingOther', { count: unsent.answers })}
          </Alert>
        )}
        {(sitting.state === 'refused' || sitting.alternative?.answeredAt) && <AlternativeState sitting={sitting} />}
        {sitting.state === 'refused' && <AnotherWay />}
        {shown && <ReceiptCard receipt={shown} />}
        {!shown && receipt.error && unsent.waiting === 0 && <Problems error={receipt.error} />}
        {started && <Text size="lg">{t('overPage.next')}</Text>}
        <div className="button-row no-print">
          <ButtonLink to="/my-exams/$sittingId" params={{ sittingId: sitting.id }} size="md">
            {t('myExams.action.record')}
          </ButtonLink>
          <ButtonLink to="/my-exams" variant="default" size="md">
            {t('nav.myExams')}
          </ButtonLink>
        </div>
      </Stack>
    </SittingFrame>
  );
}

const told = ['submitted', 'expired', 'ended_by_proctor', 'refused', 'absent', 'void'] as const;

function wordOf(words: string): (typeof told)[number] | 'ended' {
  return told.find((word) => word === words) ?? 'ended';
}
