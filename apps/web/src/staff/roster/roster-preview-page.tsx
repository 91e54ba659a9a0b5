import { Alert, Badge, Button, Group, List, Paper, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { routes, type AnswerOf, type ProblemCode, type RosterRow } from '@aigaq/contracts';

import { call, keyOf, query } from '../../api/call';
import {
  ButtonLink,
  DataTable,
  PageHeader,
  Problems,
  ProblemText,
  QueryState,
  useTexts,
  type Column,
} from '../../shared';
import { keepSlips } from '../people/slip-store';

type RosterImport = AnswerOf<typeof routes.getRosterImport>;

const route = getRouteApi('/signed-in/app/roster-import/$importId');
const colours = { create: 'green', update: 'lake', unchanged: 'gray', refuse: 'red' } as const;
const actions = ['create', 'update', 'unchanged', 'refuse'] as const;

/** What applying the file would do, line by line, with every bad line and why. */
export function RosterPreviewPage() {
  const { t } = useTexts();
  const { importId } = route.useParams();
  const roster = useQuery(query(routes.getRosterImport, { params: { id: importId } }));
  return (
    <QueryState of={roster}>
      {(loaded) => (
        <>
          <PageHeader
            title={t('roster.previewTitle', { file: loaded.fileName })}
            path={[
              { label: t('nav.people'), to: '/people' },
              { label: t('roster.title'), to: '/roster-import' },
            ]}
            actions={
              <ButtonLink to="/roster-import" variant="default">
                {t('roster.another')}
              </ButtonLink>
            }
          />
          <Preview roster={loaded} />
        </>
      )}
    </QueryState>
  );
}

function Preview({ roster }: { roster: RosterImport }) {
  const { t, number } = useTexts();
  const [onlyRefused, setOnlyRefused] = useState(false);
  const rows = onlyRefused ? roster.rows.filter((row) => row.action === 'refuse') : roster.rows;
  return (
    <Stack>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        {actions.map((action) => (
          <Paper key={action} withBorder p="sm" radius="md">
            <Text size="sm" c="dimmed">
              {t(`roster.count.${action}`)}
            </Text>
            <Text
              fz={26}
              fw={600}
              className="digits"
              c={action === 'refuse' && roster.counts.refuse > 0 ? 'var(--mantine-color-error)' : ''}
            >
              {number(roster.counts[action])}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      <Application roster={roster} />
      <DataTable
        caption={t('roster.previewTitle', { file: roster.fileName })}
        rows={rows}
        columns={useColumns()}
        rowKey={(row) => String(row.line)}
        rowMark={(row) => (row.action === 'refuse' ? 'bad' : row.action === 'unchanged' ? 'quiet' : undefined)}
        pageSize={50}
        tools={
          roster.counts.refuse > 0 && (
            <Switch
              label={t('roster.onlyRefused')}
              checked={onlyRefused}
              onChange={(event) => setOnlyRefused(event.currentTarget.checked)}
            />
          )
        }
      />
    </Stack>
  );
}

function Application({ roster }: { roster: RosterImport }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const client = useQueryClient();
  const apply = useMutation({
    mutationFn: () => call(routes.applyRoster, { params: { id: roster.id } }),
    onSuccess: async ({ slips }) => {
      keepSlips(slips);
      await Promise.all(
        [routes.listAccounts, routes.listGroups, routes.getRosterImport].map((changed) =>
          client.invalidateQueries({ queryKey: keyOf(changed) }),
        ),
      );
    },
  });
  if (apply.data) {
    const { created, updated, refused, slips } = apply.data;
    return (
      <Alert color="green" icon={<IconCheck aria-hidden />} role="status">
        <Stack gap="sm" align="flex-start">
          <Text>{t('roster.applied', { created, updated, refused })}</Text>
          {slips.length > 0 && (
            <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => void navigate({ to: '/slips' })}>
              {t('roster.printSlips')}
            </Button>
          )}
        </Stack>
      </Alert>
    );
  }
  if (roster.state === 'applied') return <Alert color="gray">{t('roster.alreadyApplied')}</Alert>;
  const { create, update, refuse } = roster.counts;
  return (
    <>
      <Problems error={apply.error} />
      {refuse > 0 && (
        <Alert color="amber" icon={<IconAlertTriangle aria-hidden />}>
          {t('roster.refusedNote', { count: refuse })}
        </Alert>
      )}
      {create + update === 0 ? (
        <Alert color="gray">{t('roster.nothing')}</Alert>
      ) : (
        <Group>
          <Button loading={apply.isPending} onClick={() => apply.mutate()}>
            {t('roster.apply')} ({create + update})
          </Button>
        </Group>
      )}
    </>
  );
}

function useColumns(): Column<RosterRow>[] {
  const { t } = useTexts();
  const plain = (key: 'login' | 'email' | 'phone' | 'group', secondary = false): Column<RosterRow> => ({
    key,
    label: t(`field.${key}`),
    secondary,
    value: (row) => row[key],
    render: (row) => row[key],
  });
  return [
    { key: 'line', label: t('roster.line'), align: 'right', value: (row) => row.line, render: (row) => row.line },
    {
      key: 'action',
      label: t('roster.action'),
      value: (row) => actions.indexOf(row.action),
      render: (row) => (
        <Badge color={colours[row.action]} variant="light" tt="none" fw={500}>
          {t(`roster.action.${row.action}`)}
        </Badge>
      ),
    },
    {
      key: 'why',
      label: t('roster.why'),
      width: 280,
      render: (row) =>
        row.problems.length > 0 && (
          <List size="sm" spacing={2} listStyleType="none">
            {row.problems.map((problem, index) => (
              <List.Item key={index}>
                <ProblemText labelled problem={{ ...problem, code: problem.code as ProblemCode }} />
              </List.Item>
            ))}
          </List>
        ),
    },
    plain('login'),
    {
      key: 'name',
      label: t('field.fullName'),
      value: (row) => [row.familyName, row.givenName, row.patronymic].join(' '),
      render: (row) => [row.familyName, row.givenName, row.patronymic].filter((part) => part !== '').join(' '),
    },
    plain('group'),
    plain('email', true),
    plain('phone', true),
    {
      key: 'language',
      label: t('field.language'),
      secondary: true,
      value: (row) => row.language,
      render: (row) => row.language,
    },
  ];
}
