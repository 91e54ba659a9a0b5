import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

import { useTexts } from '../../shared';
import type { Step } from '../live/steps';

interface StepRailProps {
  steps: readonly { name: Step; done: boolean; open: boolean }[];
  current: Step;
  onChoose: (step: Step) => void;
}

/** Where the person is between consent and start. */
export function StepRail({ steps, current, onChoose }: StepRailProps) {
  const { t } = useTexts();
  return (
    <nav aria-label={t('admission.steps')}>
      <ol className="step-rail">
        {steps.map(({ name, done, open }, index) => {
          const isCurrent = name === current;
          const state = isCurrent ? 'current' : done ? 'done' : 'todo';
          return (
            <li key={name} data-state={state}>
              <UnstyledButton
                className="step-button"
                disabled={!open}
                aria-current={isCurrent ? 'step' : undefined}
                onClick={() => onChoose(name)}
              >
                <span className="step-mark" aria-hidden>
                  {done && !isCurrent ? <IconCheck size={16} stroke={2.5} /> : index + 1}
                </span>
                <span className="step-name">{t(`admission.step.${name}`)}</span>
                {done && <span className="visually-hidden">, {t('admission.done')}</span>}
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
