import { Alert, Card, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { routes, type AnswerOf, type FlagView, type MySitting } from '@aigaq/contracts';

import { query } from '../../api/call';
import { ButtonLink, PageHeader, Problems, QueryState, useNow, useTexts } from '../../shared';
import '../candidate.css';
import { nextDeed } from '../live/steps';
import { MessageList } from '../shared/message-list';
import { ReceiptCard } from './receipt-card';

type Record = AnswerOf<typeof routes.myRecord>;
const route = getRouteApi('/signed-in/app/my-exams/$sittingId');

/** What was noted about oneself, what was decided, and who looked (DP-14, DP-16). */
export function MyRecordPage() {
  const { sittingId } = route.useParams();
  const sitting = useQuery(query(routes.mySitting, { params: { id: sittingId } }));
  return <QueryState of={sitting}>{(found) => <RecordOf sitting={found} />}</QueryState>;
}

function RecordOf({ sitting }: { sitting: MySitting }) {
  const { t, local, range, dateTime } = useTexts();
  const params = { id: sitting.id };
  const record = useQuery(query(routes.myRecord, { params }));
  const receipt = useQuery({ ...query(routes.myReceipt, { params }), enabled: sitting.clock.startedAt !== null });
  const deed = nextDeed(sitting, useNow(10_000).getTime());
  const open = deed !== 'record' && deed !== 'none' && deed !== 'missed';
  return (
    <>
      <PageHeader
        title={local(sitting.event.title)}
        path={[{ label: t('nav.myExams'), to: '/my-exams' }]}
        description={`${t(`event.kind.${sitting.event.kind}`)} · ${local(sitting.event.discipline)} · ${range(sitting.event.opensAt, sitting.event.closesAt)}`}
        actions={
          open && (
            <ButtonLink to="/sitting/$sittingId" params={{ sittingId: sitting.id }}>
              {t(`myExams.action.${deed}`)}
            </ButtonLink>
          )
        }
      />
      <Stack gap="lg" maw={860}>
        <Alert
          color="gray"
          icon={<IconInfoCircle aria-hidden />}
          title={<span className="sentence">{t(`mySitting.state.${sitting.state}`)}</span>}
        >
          <Text>{t(`myRecord.state.${sitting.state}`)}</Text>
          {sitting.reason !== '' && <Text>{t('mySitting.reason', { reason: sitting.reason })}</Text>}
          {sitting.recordingUntil !== null && (
            <Text>{t('myRecord.keptUntil', { at: dateTime(sitting.recordingUntil) })}</Text>
          )}
        </Alert>
        {receipt.data && <ReceiptCard receipt={receipt.data} />}
        {receipt.error && sitting.receiptNumber !== null && <Problems error={receipt.error} />}
        <QueryState of={record}>{(found) => <RecordParts record={found} sitting={sitting} />}</QueryState>
      </Stack>
    </>
  );
}

function RecordParts({ record, sitting }: { record: Record; sitting: MySitting }) {
  const { t, dateTime } = useTexts();
  const { decision, flags, actions, messages, views, consent } = record;
  return (
    <>
      <Part title={t('myRecord.decision')}>
        {decision === null || decision.state !== 'reached' ? (
          <Text>{t(decision === null ? 'myRecord.noDecision' : 'myRecord.decisionOpen')}</Text>
        ) : (
          <Stack gap={4}>
            <Text fw={600}>{t(`myRecord.outcome.${decision.outcome}`)}</Text>
            <Text className="own-words">{decision.reason}</Text>
            <Text c="dimmed" size="sm">
              {t('myRecord.decidedBy', { name: decision.proposedBy, at: dateTime(decision.proposedAt) })}
              {decision.confirmedBy !== null &&
                decision.confirmedAt !== null &&
                ` ${t('myRecord.confirmedBy', { name: decision.confirmedBy, at: dateTime(decision.confirmedAt) })}`}
            </Text>
          </Stack>
        )}
      </Part>
      <Part title={t('myRecord.flags')} help={t('myRecord.flagsHelp')}>
        <Lines
          of={flags}
          empty={t('myRecord.noFlags')}
          line={(flag) => <FlagLine flag={flag} />}
          name={(flag) => flag.id}
        />
      </Part>
      <Part title={t('myRecord.actions')}>
        <Lines
          of={actions}
          empty={t('myRecord.noActions')}
          name={(action) => action.id}
          line={(action) => (
            <>
              <Text fw={500}>{t(`myRecord.action.${action.kind}`, { minutes: minutesOf(action.seconds) })}</Text>
              {action.reason !== '' && <Text className="own-words">{action.reason}</Text>}
              <Text c="dimmed" size="sm">
                {dateTime(action.at)}
                {action.by !== null && ` · ${action.by}`}
              </Text>
            </>
          )}
        />
      </Part>
      <Part title={t('myRecord.views')} help={t('myRecord.viewsHelp')}>
        <Lines
          of={views}
          empty={t('myRecord.noViews')}
          name={(view) => `${view.at} ${view.name} ${view.what}`}
          line={(view) => (
            <>
              <Text fw={500}>{view.name}</Text>
              <Text c="dimmed" size="sm">
                {dateTime(view.at)} · <ViewWhat what={view.what} />
              </Text>
            </>
          )}
        />
      </Part>
      <Part title={t('myChat.messages')}>
        {messages.length === 0 ? <Text>{t('myRecord.noMessages')}</Text> : <MessageList messages={messages} />}
      </Part>
      <Part title={t('myRecord.consent')}>
        <Text>
          {consent === null
            ? t('myRecord.noConsent')
            : t('myRecord.consentGiven', {
                at: dateTime(consent.at),
                version: consent.version,
                language: t(`language.${consent.language}`),
              })}
        </Text>
        {sitting.alternative && (
          <Text>{t('myRecord.alternative', { at: dateTime(sitting.alternative.requestedAt) })}</Text>
        )}
      </Part>
    </>
  );
}

const minutesOf = (seconds: number | null): number => Math.max(1, Math.round((seconds ?? 0) / 60));

function ViewWhat({ what }: { what: string }) {
  const { t, tryText } = useTexts();
  return <>{tryText(`myRecord.view.${what}`) ?? t('myRecord.view.other')}</>;
}

function FlagLine({ flag }: { flag: FlagView }) {
  const { t, timeWithSeconds, date } = useTexts();
  const when =
    flag.endedAt === null
      ? `${date(flag.startedAt)}, ${timeWithSeconds(flag.startedAt)}`
      : `${date(flag.startedAt)}, ${timeWithSeconds(flag.startedAt)} – ${timeWithSeconds(flag.endedAt)}`;
  return (
    <>
      <Text fw={500}>{t(`flag.${flag.code}.name`)}</Text>
      <Text>{t(`flag.${flag.code}.explanation`)}</Text>
      {flag.origin === 'proctor' && flag.note !== '' && <Text className="own-words">{flag.note}</Text>}
      <Text c="dimmed" size="sm">
        {when} · {t(`myRecord.origin.${flag.origin}`)} · {t(`myRecord.flag.${flag.state}`)}
        {flag.triagedBy !== null && ` (${flag.triagedBy})`}
      </Text>
    </>
  );
}

function Part({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <Card withBorder padding="lg" component="section" aria-label={title}>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        {help !== undefined && <Text c="dimmed">{help}</Text>}
        {children}
      </Stack>
    </Card>
  );
}

interface LinesProps<Row> {
  of: readonly Row[];
  empty: string;
  name: (row: Row) => string;
  line: (row: Row) => ReactNode;
}

function Lines<Row>({ of, empty, name, line }: LinesProps<Row>) {
  if (of.length === 0) return <Text>{empty}</Text>;
  return (
    <ul className="plain-list">
      {of.map((row) => (
        <li key={name(row)} className="line">
          {line(row)}
        </li>
      ))}
    </ul>
  );
}
