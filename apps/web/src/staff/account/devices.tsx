import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { deviceSession, routes } from '@aigaq/contracts';
import type { z } from 'zod';

import { call, keyOf, query } from '../../api/call';
import { QueryState, useNotify, useTexts } from '../../shared';
import { describeBrowser } from './describe-browser';

type Device = z.infer<typeof deviceSession>;

export function Devices() {
  const devices = useQuery(query(routes.mySessions));
  return (
    <QueryState of={devices}>
      {(list) => (
        <Stack gap="xs">
          {list.map((device) => (
            <DeviceLine key={device.id} device={device} />
          ))}
        </Stack>
      )}
    </QueryState>
  );
}

function DeviceLine({ device }: { device: Device }) {
  const { t, dateTime } = useTexts();
  const client = useQueryClient();
  const notify = useNotify();
  const end = useMutation({
    mutationFn: () => call(routes.endSession, { params: { id: device.id } }),
    onError: notify.failed,
    onSuccess: async () => {
      notify.done(t('devices.ended'));
      await client.invalidateQueries({ queryKey: keyOf(routes.mySessions) });
    },
  });
  const name = describeBrowser(device.userAgent) ?? t('devices.unknown');
  return (
    <Group justify="space-between" gap="sm" className="line">
      <Stack gap={0}>
        <Group gap="xs">
          <Text fw={500}>{name}</Text>
          {device.current && (
            <Badge variant="light" size="sm">
              {t('devices.current')}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t('devices.lastSeen', { at: dateTime(device.lastSeenAt), address: device.address })}
        </Text>
      </Stack>
      {!device.current && (
        <Button
          size="xs"
          variant="default"
          loading={end.isPending}
          aria-label={t('devices.endOf', { device: name })}
          onClick={() => end.mutate()}
        >
          {t('devices.end')}
        </Button>
      )}
    </Group>
  );
}
