import { Badge } from '@mantine/core';

import type { SittingState } from '@aigaq/contracts';

import { useTexts } from '../../shared';

const colors: Readonly<Partial<Record<SittingState, string>>> = {
  live: 'lake',
  interrupted: 'amber',
  ended: 'amber',
  in_review: 'amber',
  closed: 'green',
  refused: 'red',
};

export function SittingStateBadge({ state }: { state: SittingState }) {
  const { t } = useTexts();
  return (
    <Badge variant="light" color={colors[state] ?? 'gray'}>
      {t(`record.state.${state}`)}
    </Badge>
  );
}
