import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { routes, type EventView } from '@aigaq/contracts';

import { call, keyOf, ProblemError, query } from '../../api/call';
import { useCan } from '../../app/session';
import { useNotify, useTexts } from '../../shared';
import { BasicsForm, type BasicsValues } from './basics-form';
import { bodyOf } from './new-event-page';

/** The basics of an event that exists: changed while it is a draft, by one person at a time. */
export function EventBasics({ event }: { event: EventView }) {
  const { t } = useTexts();
  const can = useCan();
  const notify = useNotify();
  const client = useQueryClient();
  // The version that the form was opened with: a newer one that arrives meanwhile does not overwrite what was typed.
  const [opened, setOpened] = useState(event);
  if (opened.state !== event.state) setOpened(event);
  const { queryKey } = query(routes.getEvent, { params: { id: event.id } });
  const save = useMutation({
    mutationFn: (values: BasicsValues) =>
      call(routes.updateEvent, { params: { id: event.id }, body: { ...bodyOf(values), version: opened.version } }),
    onSuccess: async (saved) => {
      client.setQueryData(queryKey, saved);
      setOpened(saved);
      notify.done(t('events.saved'));
      await client.invalidateQueries({ queryKey: keyOf(routes.listEvents) });
    },
  });
  const conflict = save.error instanceof ProblemError && save.error.has('changed_meanwhile');
  const loadNewer = async () => {
    setOpened(await client.fetchQuery({ ...query(routes.getEvent, { params: { id: event.id } }), staleTime: 0 }));
    save.reset();
  };
  const editable = opened.state === 'draft' && can('event.update');
  return (
    <BasicsForm
      key={`${opened.version} ${opened.state}`}
      initialValues={valuesOf(opened)}
      saving={save.isPending}
      error={conflict ? null : save.error}
      submitLabel={t('action.save')}
      onSave={(values) => save.mutate(values)}
      frozen={{ profile: opened.profile, ruleSet: opened.ruleSet }}
      {...(editable ? {} : { readOnly: t('events.readOnly', { state: t(`event.state.${opened.state}`) }) })}
      notice={
        conflict && (
          <Alert color="amber" role="alert" icon={<IconGitMerge aria-hidden />} title={t('state.changedMeanwhile')}>
            <Stack gap="xs">
              <Text size="sm">{t('state.changedMeanwhileHelp')}</Text>
              <Group>
                <Button size="xs" variant="default" onClick={() => void loadNewer()}>
                  {t('state.loadNewer')}
                </Button>
              </Group>
            </Stack>
          </Alert>
        )
      }
    />
  );
}

function valuesOf(event: EventView): BasicsValues {
  return {
    kind: event.kind,
    disciplineId: event.discipline.id,
    title: event.title,
    language: event.language,
    opensAt: event.opensAt,
    closesAt: event.closesAt,
    durationSeconds: event.durationSeconds,
    profile: event.profile.name,
    profileReason: event.profileReason,
    ruleSetId: event.ruleSet.id,
    aids: event.aids,
  };
}
