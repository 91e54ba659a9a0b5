import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMemo } from 'react';

import { asProblemError } from '../api/problem-error';
import { useTexts } from './i18n';
import { ProblemList } from './problem-text';

/** Short news at the edge of the page: announced by screen readers, gone by itself (a refusal stays longer). */
export function useNotify() {
  const { t } = useTexts();
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': t('action.close') };
    return {
      done: (message: string) => {
        notifications.show({
          message,
          color: 'green',
          icon: <IconCheck size={18} aria-hidden />,
          autoClose: 4000,
          closeButtonProps,
        });
      },
      failed: (error: unknown) => {
        const problem = asProblemError(error);
        notifications.show({
          title: problem.offline ? t('state.offline') : t('state.failed'),
          message: problem.offline ? t('state.offlineHelp') : <ProblemList problems={problem.problems} />,
          color: problem.offline ? 'amber' : 'red',
          icon: <IconAlertTriangle size={18} aria-hidden />,
          autoClose: 10_000,
          closeButtonProps,
        });
      },
    };
  }, [t]);
}
