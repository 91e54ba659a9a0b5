import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { routes, type RuleSetView } from '@aigaq/contracts';

import { call, keyOf, query } from '../../api/call';
import { useMe } from '../../app/session';
import { PageHeader, QueryState, useNotify, useTexts } from '../../shared';
import { BasicsForm, type BasicsValues } from './basics-form';

export function NewEventPage() {
  const { t } = useTexts();
  const ruleSets = useQuery(query(routes.listRuleSets));
  return (
    <>
      <PageHeader title={t('events.newTitle')} path={[{ label: t('nav.events'), to: '/events' }]} />
      <QueryState of={ruleSets}>{(list) => <NewEvent ruleSets={list} />}</QueryState>
    </>
  );
}

function NewEvent({ ruleSets }: { ruleSets: readonly RuleSetView[] }) {
  const { t } = useTexts();
  const me = useMe();
  const notify = useNotify();
  const navigate = useNavigate();
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: (values: BasicsValues) => call(routes.createEvent, { body: bodyOf(values) }),
    onSuccess: async (event) => {
      notify.done(t('events.created'));
      client.setQueryData(query(routes.getEvent, { params: { id: event.id } }).queryKey, event);
      await client.invalidateQueries({ queryKey: keyOf(routes.listEvents) });
      await navigate({
        to: '/events/$eventId',
        params: { eventId: event.id },
        search: { tab: 'form' },
        replace: true,
        ignoreBlocker: true,
      });
    },
  });
  return (
    <BasicsForm
      initialValues={{
        kind: 'interim_attestation',
        disciplineId: '',
        title: { kk: '', ru: '', en: '' },
        language: me.institution.defaultLanguage,
        ...proposedWindow(new Date()),
        durationSeconds: 3600,
        profile: 'light',
        profileReason: '',
        ruleSetId: ruleSets[0]?.id ?? '',
        aids: '',
      }}
      saving={create.isPending}
      error={create.error}
      submitLabel={t('action.create')}
      onSave={(values) => create.mutate(values)}
    />
  );
}

/** A week from now, ten to noon: something to start from. */
export function proposedWindow(now: Date): { opensAt: string; closesAt: string } {
  const at = (hour: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + 7, hour).toISOString();
  return { opensAt: at(10), closesAt: at(12) };
}

/** A reason is sent only where the profile asks for one: an old text is not kept behind the person's back. */
export function bodyOf(values: BasicsValues): BasicsValues {
  const needed = values.profile === 'standard' || values.profile === 'strict';
  return needed ? values : { ...values, profileReason: '' };
}
