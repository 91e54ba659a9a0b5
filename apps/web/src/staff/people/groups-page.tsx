import { Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { languages, routes, type AnswerOf, type Language } from '@aigaq/contracts';

import { call, keyOf, query } from '../../api/call';
import { useCan, useMe } from '../../app/session';
import {
  AnchorLink,
  DataTable,
  EmptyState,
  PageHeader,
  Problems,
  QueryState,
  useNotify,
  useProblemForm,
  useTexts,
  type Column,
} from '../../shared';

type GroupView = AnswerOf<typeof routes.listGroups>[number];

export function GroupsPage() {
  const { t, number } = useTexts();
  const can = useCan();
  const groups = useQuery(query(routes.listGroups));
  const [opened, { open, close }] = useDisclosure(false);
  const columns: Column<GroupView>[] = [
    {
      key: 'name',
      label: t('field.name'),
      value: (row) => row.name,
      render: (row) =>
        can('account.read') ? (
          <AnchorLink to="/people" search={{ group: row.id }}>
            {row.name}
          </AnchorLink>
        ) : (
          row.name
        ),
    },
    { key: 'programme', label: t('field.programme'), value: (row) => row.programme, render: (row) => row.programme },
    {
      key: 'language',
      label: t('field.language'),
      value: (row) => t(`language.${row.language}`),
      render: (row) => t(`language.${row.language}`),
    },
    {
      key: 'members',
      label: t('field.members'),
      align: 'right',
      value: (row) => row.members,
      render: (row) => number(row.members),
    },
  ];
  const create = can('group.create') && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {t('groups.create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('nav.groups')} description={t('groups.description')} actions={create} />
      <QueryState of={groups}>
        {(rows) => (
          <DataTable
            caption={t('nav.groups')}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            sort={{ key: 'name' }}
            exportName="groups"
            empty={<EmptyState title={t('groups.empty')}>{t('groups.emptyHelp')}</EmptyState>}
          />
        )}
      </QueryState>
      <Modal opened={opened} onClose={close} title={t('groups.create')} centered>
        {opened && <NewGroup onDone={close} />}
      </Modal>
    </>
  );
}

function NewGroup({ onDone }: { onDone: () => void }) {
  const { t } = useTexts();
  const me = useMe();
  const notify = useNotify();
  const client = useQueryClient();
  const { form, owns, tell } = useProblemForm({
    initialValues: { name: '', programme: '', language: me.institution.defaultLanguage },
    schema: routes.createGroup.body,
  });
  const create = useMutation({
    mutationFn: (body: { name: string; programme: string; language: Language }) => call(routes.createGroup, { body }),
    onError: tell,
    onSuccess: async () => {
      notify.done(t('groups.created'));
      await client.invalidateQueries({ queryKey: keyOf(routes.listGroups) });
      onDone();
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => create.mutate(values))}>
      <Stack>
        <Problems error={create.error} except={owns} />
        <TextInput label={t('field.name')} required data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('field.programme')} {...form.getInputProps('programme')} />
        <Select
          label={t('field.language')}
          allowDeselect={false}
          data={languages.map((code) => ({ value: code, label: t(`language.${code}`) }))}
          {...form.getInputProps('language')}
        />
        <Button type="submit" loading={create.isPending}>
          {t('action.create')}
        </Button>
      </Stack>
    </form>
  );
}
