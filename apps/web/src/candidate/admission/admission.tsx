import { Alert, Box, Group, Stack } from '@mantine/core';
import { useState } from 'react';

import { useTexts } from '../../shared';
import { isDone, isOpen, nextStep, stepsOf, type PageFacts, type Step } from '../live/steps';
import { useSession, useSitting } from '../live/use-session';
import { useValue } from '../live/value';
import { AlternativeState, AnotherWay } from '../shared/alternative';
import { Chat } from '../shared/chat';
import { SittingFrame } from '../shared/sitting-frame';
import { ConsentStep } from './consent-step';
import { DeviceStep } from './device-step';
import { IdentityStep } from './identity-step';
import { RehearsalStep } from './rehearsal-step';
import { StepRail } from './step-rail';
import { useEquipped } from './use-equipped';
import { WaitStep } from './wait-step';

const skippedKey = (sittingId: string): string => `aigaq.unrehearsed.${sittingId}`;

/** One thing at a time, from consent to the start; nothing begins by itself, and everything can be looked back at. */
export function Admission() {
  const { t } = useTexts();
  const session = useSession();
  const sitting = useSitting();
  const phase = useValue(session.line.phase);
  const equipped = useEquipped();
  const [rehearsalSkipped, setSkipped] = useState(() => sessionStorage.getItem(skippedKey(sitting.id)) !== null);
  const facts: PageFacts = { equipped, rehearsalSkipped };
  const [step, setStep] = useState<Step>(() => nextStep(sitting, facts));

  /** Leads on from a step that was done just now, whatever the page knew of it before. */
  const goOn = (from: Step): void => {
    const steps = stepsOf(sitting);
    const known = session.line.sitting.get();
    const after = steps.slice(steps.indexOf(from) + 1);
    const now: PageFacts = { equipped: session.media.has(sitting.profile.records), rehearsalSkipped };
    setStep(after.find((each) => !isDone(each, known, now)) ?? 'wait');
  };
  const skip = (): void => {
    sessionStorage.setItem(skippedKey(sitting.id), '1');
    setSkipped(true);
    goOn('rehearsal');
  };
  return (
    <SittingFrame>
      <StepRail
        steps={stepsOf(sitting).map((name) => ({
          name,
          done: isDone(name, sitting, facts),
          open: isOpen(name, sitting, facts),
        }))}
        current={step}
        onChoose={setStep}
      />
      <Stack gap="xl" mt="xl">
        {phase === 'lost' && (
          <Alert color="amber" role="status">
            {t('admission.lineLost')}
          </Alert>
        )}
        <AlternativeState sitting={sitting} />
        <Box key={step}>
          {step === 'consent' && <ConsentStep onNext={() => goOn('consent')} />}
          {step === 'device' && <DeviceStep onNext={() => goOn('device')} />}
          {step === 'rehearsal' && <RehearsalStep onNext={() => goOn('rehearsal')} onSkip={skip} />}
          {step === 'identity' && <IdentityStep onNext={() => goOn('identity')} />}
          {step === 'wait' && <WaitStep onStep={setStep} />}
        </Box>
        <Group justify="space-between" className="step-foot" gap="md">
          <AnotherWay />
          {sitting.consentedAt !== null && <Chat />}
        </Group>
      </Stack>
    </SittingFrame>
  );
}
