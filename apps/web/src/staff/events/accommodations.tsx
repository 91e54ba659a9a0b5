import { Button, Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { routes, type EventView, type FlagCode, type RosterEntry } from '@aigaq/contracts';

import { call } from '../../api/call';
import { Problems, useNotify, useTexts } from '../../shared';
import { useRefreshRoster } from './use-refresh-roster';

interface AccommodationsProps {
  event: EventView;
  entry: RosterEntry;
  onDone: () => void;
}

/** Extra time and silenced detectors of one person; never why. */
export function Accommodations({ event, entry, onDone }: AccommodationsProps) {
  const { t, tryText } = useTexts();
  const notify = useNotify();
  const refresh = useRefreshRoster(event.id);
  const [minutes, setMinutes] = useState<string | number>(Math.round(entry.extraSeconds / 60));
  const [silenced, setSilenced] = useState<string[]>(entry.silencedDetectors);
  const save = useMutation({
    mutationFn: () =>
      call(routes.updateCandidate, {
        params: { id: event.id, accountId: entry.accountId },
        body: { extraSeconds: Number(minutes) * 60, silencedDetectors: silenced as FlagCode[] },
      }),
    onSuccess: async () => {
      notify.done(t('candidates.saved'));
      await refresh();
      onDone();
    },
  });
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('candidates.conditionsHelp')}
      </Text>
      <Problems error={save.error} />
      <NumberInput
        label={t('candidates.extraMinutes')}
        min={0}
        max={360}
        allowDecimal={false}
        data-autofocus
        value={minutes}
        onChange={setMinutes}
      />
      {event.profile.detectors.length > 0 && (
        <Checkbox.Group label={t('candidates.silenced')} value={silenced} onChange={setSilenced}>
          <Stack gap="xs" mt="xs">
            {event.profile.detectors.map((code) => (
              <Checkbox key={code} value={code} label={tryText(`flag.${code}.name`) ?? code} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {t('action.save')}
        </Button>
      </Group>
    </Stack>
  );
}
