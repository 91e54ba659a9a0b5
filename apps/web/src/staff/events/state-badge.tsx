import { Badge } from '@mantine/core';

import type { EventState } from '@aigaq/contracts';

import { useTexts } from '../../shared';

const colours: Record<EventState, string> = {
  draft: 'gray',
  approved: 'blue',
  announced: 'lake',
  open: 'green',
  closed: 'gray',
  cancelled: 'red',
};

export function StateBadge({ state }: { state: EventState }) {
  const { t } = useTexts();
  return (
    <Badge variant={state === 'closed' ? 'outline' : 'light'} color={colours[state]} tt="none" fw={500} size="lg">
      {t(`event.state.${state}`)}
    </Badge>
  );
}
