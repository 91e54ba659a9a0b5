import { Alert } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { routes } from '@aigaq/contracts';

import { call } from '../api/call';
import { useOnline } from '../api/connection';
import { useTexts } from '../shared/i18n';

/** One quiet band while the server does not answer; asks it again every few seconds. */
export function OfflineBand() {
  const { t } = useTexts();
  const online = useOnline();
  useQuery({
    queryKey: ['connection'],
    queryFn: () => call(routes.welcome).then(() => true),
    enabled: !online,
    refetchInterval: 5000,
    retry: false,
    gcTime: 0,
  });
  return (
    <div role="status" className="no-print">
      {!online && (
        <Alert color="amber" icon={<IconCloudOff aria-hidden />} mb="md">
          {t('state.bandOffline')}
        </Alert>
      )}
    </div>
  );
}
