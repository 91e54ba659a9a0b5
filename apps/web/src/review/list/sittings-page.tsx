import { Group, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserOff } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { routes, type ResultView, type SittingRow } from '@aigaq/contracts';

import { call, keyOf, query } from '../../api/call';
import { useCan } from '../../app/session';
import {
  AnchorLink,
  ButtonLink,
  DataTable,
  EmptyState,
  PageHeader,
  QueryState,
  RowAction,
  useConfirm,
  useNotify,
  useTexts,
  type Column,
} from '../../shared';
import { SittingStateBadge } from './sitting-state-badge';

const route = getRouteApi('/signed-in/app/review/$eventId');
const pageSize = 50;

/** The sittings of one event: which of them wait for somebody's decision. */
export function SittingsPage() {
  const { t, local } = useTexts();
  const { eventId } = route.useParams();
  const filter = route.useSearch();
  const navigate = useNavigate({ from: '/review/$eventId' });
  const event = useQuery(query(routes.getEvent, { params: { id: eventId } }));
  const page = filter.page ?? 1;
  const sittings = useQuery({
    ...query(routes.listSittings, { params: { id: eventId }, query: { ...filter, page, pageSize } }),
    placeholderData: keepPreviousData,
    refetchInterval: 20_000,
  });
  const columns = useColumns(eventId, event.data?.state === 'closed');
  const title = event.data ? local(event.data.title) : t('nav.review');
  return (
    <>
      <PageHeader
        title={title}
        description={t('review.list.description')}
        path={[{ label: t('nav.review'), to: '/review' }]}
      />
      <QueryState of={sittings}>
        {({ rows, total }) => (
          <DataTable
            caption={t('review.list.caption')}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            exportName="sittings"
            tools={<Filters />}
            serverPaging={{
              page,
              pages: Math.max(1, Math.ceil(total / pageSize)),
              onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
            }}
            empty={<NothingListed filtered={filter.search !== undefined} waiting={filter.needsReview === true} />}
          />
        )}
      </QueryState>
    </>
  );
}

function NothingListed({ filtered, waiting }: { filtered: boolean; waiting: boolean }) {
  const { t } = useTexts();
  const { eventId } = route.useParams();
  const clear = (
    <ButtonLink to="/review/$eventId" params={{ eventId }} search={{}} variant="default">
      {t('table.clearFilter')}
    </ButtonLink>
  );
  if (filtered) return <EmptyState title={t('table.noMatch')} action={clear} />;
  if (waiting) return <EmptyState title={t('review.list.allDone')} action={clear} />;
  return <EmptyState title={t('review.list.none')}>{t('review.list.noneHelp')}</EmptyState>;
}

function Filters() {
  const { t } = useTexts();
  const filter = route.useSearch();
  const navigate = useNavigate({ from: '/review/$eventId' });
  const [typed, setTyped] = useState(filter.search ?? '');
  const [search] = useDebouncedValue(typed.trim(), 300);
  useEffect(() => {
    void navigate({
      search: ({ page, ...old }) => {
        const next = search === '' ? undefined : search;
        return next === old.search ? { ...old, page } : { ...old, search: next };
      },
      replace: true,
    });
  }, [navigate, search]);
  return (
    <Group gap="sm">
      <TextInput
        type="search"
        aria-label={t('review.list.search')}
        placeholder={t('review.list.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Switch
        label={t('review.list.needsReview')}
        checked={filter.needsReview === true}
        onChange={(event) => {
          const needsReview = event.currentTarget.checked ? (true as const) : undefined;
          void navigate({ search: (old) => ({ ...old, needsReview, page: undefined }) });
        }}
      />
    </Group>
  );
}

const beforeStart = ['invited', 'checking', 'waiting', 'identifying', 'ready'];

function useColumns(eventId: string, closed: boolean): Column<SittingRow>[] {
  const { t, number } = useTexts();
  const can = useCan();
  const absent = useMarkAbsent(eventId);
  const results = useResults(eventId);
  const resultText = (result: ResultView | null | undefined): string =>
    result ? `${number(result.percent)} % · ${result.letter}` : '–';
  return [
    {
      key: 'name',
      label: t('review.column.candidate'),
      value: (row) => row.name,
      render: (row) => (
        <>
          <AnchorLink to="/sittings/$sittingId" params={{ sittingId: row.id }}>
            {row.name}
          </AnchorLink>
          {row.group !== null && (
            <Text size="sm" c="dimmed">
              {row.group}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'state',
      label: t('field.state'),
      value: (row) => t(`record.state.${row.state}`),
      render: (row) => <SittingStateBadge state={row.state} />,
    },
    {
      key: 'flags',
      label: t('review.column.flags'),
      value: (row) => row.openFlags,
      csv: (row) => `${row.openFlags} / ${row.flags}`,
      render: (row) => (
        <span className="digits" title={t('review.column.flagsHelp', { open: row.openFlags, all: row.flags })}>
          <span aria-hidden>{t('review.column.flagsValue', { open: row.openFlags, all: row.flags })}</span>
          <span className="visually-hidden">
            {t('review.column.flagsHelp', { open: row.openFlags, all: row.flags })}
          </span>
        </span>
      ),
    },
    ...(results.size === 0
      ? []
      : [
          {
            key: 'result',
            label: t('review.column.result'),
            value: (row: SittingRow) => resultText(results.get(row.id)),
            render: (row: SittingRow) => <span className="digits">{resultText(results.get(row.id))}</span>,
          },
        ]),
    {
      key: 'decision',
      label: t('review.column.decision'),
      value: (row) => decisionText(row.decision, t),
      render: (row) => decisionText(row.decision, t),
    },
    {
      key: 'identity',
      label: t('review.column.identity'),
      secondary: true,
      value: (row) => t(`watch.identity.state.${row.identity}`),
      render: (row) => t(`watch.identity.state.${row.identity}`),
    },
    {
      key: 'actions',
      label: '',
      align: 'right',
      render: (row) =>
        closed && can('decision.propose') && beforeStart.includes(row.state) ? (
          <RowAction
            label={`${t('review.absent')}: ${row.name}`}
            icon={<IconUserOff size={18} aria-hidden />}
            onClick={() => void absent(row)}
          />
        ) : null,
    },
  ];
}

function decisionText(decision: SittingRow['decision'], t: ReturnType<typeof useTexts>['t']): string {
  if (!decision) return t('review.decision.none');
  const outcome = t(`record.outcome.${decision.outcome}`);
  return decision.state === 'proposed' ? t('review.decision.waits', { outcome }) : outcome;
}

/** Results by sitting; empty for those to whom they are not open. */
function useResults(eventId: string): ReadonlyMap<string, ResultView | null> {
  const can = useCan();
  const { data } = useQuery({
    ...query(routes.listResults, { params: { id: eventId } }),
    enabled: can('attempt.read'),
  });
  return new Map((data ?? []).map((attempt) => [attempt.sittingId, attempt.result]));
}

/** Closes admission for somebody who never came: proposed by the table, confirmed by a person with a reason. */
function useMarkAbsent(eventId: string): (row: SittingRow) => Promise<void> {
  const { t } = useTexts();
  const confirm = useConfirm();
  const notify = useNotify();
  const client = useQueryClient();
  const mark = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      call(routes.markAbsent, { params: { id }, body: { reason } }),
    onSuccess: () => {
      notify.done(t('review.absent.done'));
      return client.invalidateQueries({
        queryKey: keyOf(routes.listSittings, { params: { id: eventId } }).slice(0, 3),
      });
    },
    onError: notify.failed,
  });
  return async (row) => {
    const answer = await confirm({
      title: t('review.absent.title', { name: row.name }),
      text: t('review.absent.text'),
      action: t('review.absent'),
      reason: 'required',
    });
    if (answer) mark.mutate({ id: row.id, reason: answer.reason });
  };
}
