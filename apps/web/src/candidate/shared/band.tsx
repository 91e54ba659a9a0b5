import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface BandProps {
  children: ReactNode;
  action?: { label: string; run: () => void; busy?: boolean };
}

/** One quiet line that says what is off and what helps. */
export function Band({ children, action }: BandProps) {
  return (
    <div className="band" role="status">
      <Group justify="space-between" gap="sm">
        <Text className="band-text">{children}</Text>
        {action && (
          <Button size="sm" variant="default" onClick={action.run} loading={action.busy ?? false}>
            {action.label}
          </Button>
        )}
      </Group>
    </div>
  );
}
