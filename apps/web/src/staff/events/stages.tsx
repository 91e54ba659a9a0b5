import { IconCheck } from '@tabler/icons-react';

import type { EventState } from '@aigaq/contracts';

import { useTexts } from '../../shared';

const way = ['draft', 'approved', 'announced', 'open', 'closed'] as const;

/** Where an exam stands on its way; a cancelled one has left it. */
export function Stages({ state }: { state: EventState }) {
  const { t } = useTexts();
  if (state === 'cancelled') return null;
  const at = way.indexOf(state);
  return (
    <ol className="stages" aria-label={t('event.progress')}>
      {way.map((stage, index) => (
        <li
          key={stage}
          data-stage={index < at ? 'done' : index === at ? 'now' : 'ahead'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="stage-mark" aria-hidden>
            {index < at || state === 'closed' ? <IconCheck size={14} stroke={2.5} /> : index + 1}
          </span>
          {t(`event.state.${stage}`)}
        </li>
      ))}
    </ol>
  );
}
