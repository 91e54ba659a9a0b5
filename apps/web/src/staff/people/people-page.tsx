import { Badge, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconPrinter, IconSearch, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { roles, routes, type AccountView } from '@aigaq/contracts';

import { call, query } from '../../api/call';
import { useCan } from '../../app/session';
import {
  AnchorLink,
  ButtonLink,
  DataTable,
  EmptyState,
  PageHeader,
  QueryState,
  useAllRows,
  useConfirm,
  useNotify,
  useTexts,
  type Column,
} from '../../shared';
import { keepSlips } from './slip-store';

const route = getRouteApi('/signed-in/app/people');

export function PeoplePage() {
  const { t } = useTexts();
  const can = useCan();
  const filter = route.useSearch();
  const accounts = useAllRows(routes.listAccounts, filter);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const columns = useColumns();
  const filtered = Object.values(filter).some((value) => value !== undefined);

  return (
    <>
      <PageHeader
        title={t('nav.people')}
        description={t('people.description')}
        actions={
          <>
            {can('roster.import') && (
              <ButtonLink to="/roster-import" variant="default" leftSection={<IconUpload size={18} aria-hidden />}>
                {t('people.import')}
              </ButtonLink>
            )}
            {can('account.create') && (
              <ButtonLink to="/people/new" leftSection={<IconPlus size={18} aria-hidden />}>
                {t('people.create')}
              </ButtonLink>
            )}
          </>
        }
      />
      <QueryState of={accounts}>
        {({ rows, total }) => (
          <>
            {total > rows.length && (
              <Text size="sm" c="dimmed" mb="xs">
                {t('table.tooMany', { total, shown: rows.length })}
              </Text>
            )}
            <DataTable
              caption={t('nav.people')}
              rows={rows}
              columns={columns}
              rowKey={(row) => row.id}
              sort={{ key: 'name' }}
              exportName="people"
              rowMark={(row) => (row.status === 'disabled' ? 'quiet' : undefined)}
              {...(can('account.reset_password')
                ? { selection: { selected, onChange: setSelected, name: fullName } }
                : {})}
              tools={
                <>
                  <Filters />
                  <NewPasswords selected={selected} />
                </>
              }
              empty={
                filtered ? (
                  <EmptyState
                    title={t('table.noMatch')}
                    action={
                      <ButtonLink to="/people" variant="default">
                        {t('table.clearFilter')}
                      </ButtonLink>
                    }
                  />
                ) : (
                  <EmptyState title={t('people.empty')}>{t('people.emptyHelp')}</EmptyState>
                )
              }
            />
          </>
        )}
      </QueryState>
    </>
  );
}

const fullName = (row: Pick<AccountView, 'familyName' | 'givenName' | 'patronymic'>): string =>
  [row.familyName, row.givenName, row.patronymic].filter((part) => part !== null).join(' ');

function useColumns(): Column<AccountView>[] {
  const { t, dateTime } = useTexts();
  return [
    {
      key: 'name',
      label: t('field.fullName'),
      value: fullName,
      render: (row) => (
        <Group gap="xs">
          <AnchorLink to="/people/$accountId" params={{ accountId: row.id }}>
            {fullName(row)}
          </AnchorLink>
          {row.status === 'disabled' && (
            <Badge color="gray" variant="light">
              {t('people.status.disabled')}
            </Badge>
          )}
        </Group>
      ),
    },
    { key: 'login', label: t('field.login'), value: (row) => row.login, render: (row) => row.login },
    {
      key: 'roles',
      label: t('field.roles'),
      value: (row) => row.roles.map((role) => t(`role.${role}`)).join(', '),
      render: (row) => row.roles.map((role) => t(`role.${role}`)).join(', '),
    },
    {
      key: 'group',
      label: t('field.group'),
      value: (row) => row.groups.map((group) => group.name).join(', ') || null,
      render: (row) => row.groups.map((group) => group.name).join(', '),
    },
    {
      key: 'email',
      label: t('field.email'),
      secondary: true,
      value: (row) => row.email,
      render: (row) => row.email,
    },
    {
      key: 'lastSignInAt',
      label: t('field.lastSignInAt'),
      secondary: true,
      value: (row) => row.lastSignInAt,
      render: (row) =>
        row.lastSignInAt === null ? (
          <Text c="dimmed" size="sm">
            {t('people.never')}
          </Text>
        ) : (
          dateTime(row.lastSignInAt)
        ),
    },
  ];
}

/** Search and filters stand in the address, so that a list can be linked and the back button undoes them. */
function Filters() {
  const { t } = useTexts();
  const filter = route.useSearch();
  const navigate = useNavigate({ from: '/people' });
  const groups = useQuery(query(routes.listGroups));
  const [typed, setTyped] = useState(filter.search ?? '');
  const [search] = useDebouncedValue(typed.trim(), 300);
  const applied = filter.search ?? '';
  useEffect(() => {
    if (search === applied) return;
    void navigate({ search: (old) => ({ ...old, search: search === '' ? undefined : search }), replace: true });
    // Only what was typed moves the address; the address does not type.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [navigate, search]);
  return (
    <Group gap="sm" className="filters">
      <TextInput
        type="search"
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Select
        aria-label={t('field.role')}
        placeholder={t('people.allRoles')}
        clearable
        data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        value={filter.role ?? null}
        onChange={(value) => void navigate({ search: (old) => ({ ...old, role: value ?? undefined }) })}
      />
      <Select
        aria-label={t('field.group')}
        placeholder={t('people.allGroups')}
        clearable
        searchable
        data={(groups.data ?? []).map((group) => ({ value: group.id, label: group.name }))}
        value={filter.group ?? null}
        onChange={(value) => void navigate({ search: (old) => ({ ...old, group: value ?? undefined }) })}
      />
    </Group>
  );
}

function NewPasswords({ selected }: { selected: ReadonlySet<string> }) {
  const { t } = useTexts();
  const confirm = useConfirm();
  const notify = useNotify();
  const navigate = useNavigate();
  const print = useMutation({
    mutationFn: () => call(routes.printSlips, { body: { accountIds: [...selected] } }),
    onError: notify.failed,
    onSuccess: (slips) => {
      keepSlips(slips);
      void navigate({ to: '/slips' });
    },
  });
  if (selected.size === 0) return null;
  const ask = async () => {
    const answer = await confirm({
      title: t('people.newSlips'),
      text: t('people.newSlipsText'),
      action: t('people.newSlips'),
      danger: true,
    });
    if (answer) print.mutate();
  };
  return (
    <Button
      variant="default"
      leftSection={<IconPrinter size={16} aria-hidden />}
      loading={print.isPending}
      onClick={() => void ask()}
    >
      {t('people.newSlips')} ({selected.size})
    </Button>
  );
}
