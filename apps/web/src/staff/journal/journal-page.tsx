import { Code, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { z } from 'zod';

import { routes, type journalLine } from '@aigaq/contracts';

import { query } from '../../api/call';
import {
  AnchorLink,
  ButtonLink,
  DataTable,
  EmptyState,
  PageHeader,
  QueryState,
  useTexts,
  type Column,
} from '../../shared';

type Line = z.infer<typeof journalLine>;

const route = getRouteApi('/signed-in/app/journal');
const pageSize = 50;

/** The audit trail: who did what, when. Read only, the newest first. */
export function JournalPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const { page = 1, action, subjectId } = search;
  const navigate = useNavigate({ from: '/journal' });
  const filter = { ...(action === undefined ? {} : { action }), ...(subjectId === undefined ? {} : { subjectId }) };
  const lines = useQuery({
    ...query(routes.listJournal, { query: { page, pageSize, ...filter } }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('nav.journal')} description={t('journal.description')} />
      <QueryState of={lines}>
        {({ rows, total }) => (
          <DataTable
            caption={t('nav.journal')}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            exportName="journal"
            tools={<Filters />}
            serverPaging={{
              page,
              pages: Math.max(1, Math.ceil(total / pageSize)),
              onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
            }}
            empty={
              <EmptyState
                title={action === undefined && subjectId === undefined ? t('state.empty') : t('table.noMatch')}
                action={
                  <ButtonLink to="/journal" variant="default">
                    {t('table.clearFilter')}
                  </ButtonLink>
                }
              />
            }
          />
        )}
      </QueryState>
    </>
  );
}

function useColumns(): Column<Line>[] {
  const { t, tryText, dateTime } = useTexts();
  return [
    { key: 'at', label: t('journal.at'), value: (row) => row.at, render: (row) => dateTime(row.at), width: 175 },
    {
      key: 'actor',
      label: t('journal.actor'),
      value: (row) => row.actor ?? t('history.system'),
      render: (row) => row.actor ?? <Text c="dimmed">{t('history.system')}</Text>,
    },
    {
      key: 'action',
      label: t('journal.action'),
      value: (row) => row.action,
      render: (row) => (
        <>
          <Text size="sm">{tryText(`journal.action.${row.action}`) ?? row.action}</Text>
          {tryText(`journal.action.${row.action}`) !== undefined && <Code>{row.action}</Code>}
        </>
      ),
    },
    {
      key: 'subject',
      label: t('journal.subject'),
      value: (row) => `${row.subjectType} ${row.subjectId ?? ''}`,
      render: (row) => (
        <>
          <Text size="sm">{tryText(`journal.subject.${row.subjectType}`) ?? row.subjectType}</Text>
          {row.subjectId !== null && (
            <AnchorLink to="/journal" search={{ subjectId: row.subjectId }} size="xs" title={row.subjectId}>
              {row.subjectId.slice(-12)}
            </AnchorLink>
          )}
        </>
      ),
    },
    {
      key: 'data',
      label: t('journal.data'),
      secondary: true,
      csv: (row) => JSON.stringify(row.data),
      render: (row) => <LineData data={row.data} />,
    },
  ];
}

/** The facts of a line in one row; the long ones open on demand. */
function LineData({ data }: { data: Line['data'] }) {
  const { t } = useTexts();
  const facts = Object.entries(data).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const [first, ...rest] = facts;
  if (first === undefined) return null;
  if (rest.length === 0) return <Fact text={first} />;
  return (
    <details className="journal-data">
      <summary>
        <Fact text={first} /> <span className="visually-hidden">{t('journal.more')}</span>
      </summary>
      {rest.map((fact) => (
        <div key={fact}>
          <Fact text={fact} />
        </div>
      ))}
    </details>
  );
}

function Fact({ text }: { text: string }) {
  return (
    <Text component="span" size="sm" c="dimmed" className="journal-data">
      {text}
    </Text>
  );
}

function Filters() {
  const { t } = useTexts();
  const { action, subjectId } = route.useSearch();
  const navigate = useNavigate({ from: '/journal' });
  const [typed, setTyped] = useState(action ?? '');
  const [wanted] = useDebouncedValue(typed.trim(), 300);
  useEffect(() => {
    if (wanted === (action ?? '')) return;
    void navigate({
      search: (old) => ({ ...old, page: undefined, action: wanted === '' ? undefined : wanted }),
      replace: true,
    });
    // Only what was typed moves the address; the address does not type.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [navigate, wanted]);
  return (
    <Group gap="sm" className="filters">
      <TextInput
        type="search"
        aria-label={t('journal.searchAction')}
        placeholder={t('journal.searchAction')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {subjectId !== undefined && (
        <ButtonLink to="/journal" variant="default">
          {t('table.clearFilter')}
        </ButtonLink>
      )}
    </Group>
  );
}
