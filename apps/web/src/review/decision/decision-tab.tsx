import { Alert, Button, Group, List, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { routes, type AttemptReview, type DecisionView, type FlagView, type SittingDetail } from '@aigaq/contracts';

import { call, keyOf } from '../../api/call';
import { useCan, useMe } from '../../app/session';
import { Problems, useConfirm, useNotify, useTexts } from '../../shared';
import { Protocol } from './protocol';
import { readiness, type Missing, type Outcome } from './readiness';

interface DecisionTabProps {
  detail: SittingDetail;
  attempt: AttemptReview | undefined;
  /** Severity from which on two people decide, from the event's rule set. */
  secondFrom: number;
  clipOf: (flag: FlagView) => boolean;
}

/** What follows from a sitting: proposed by one person, confirmed by a second where it hurts; then the protocol. */
export function DecisionTab({ detail, attempt, secondFrom, clipOf }: DecisionTabProps) {
  const { t } = useTexts();
  const { decision, row } = detail;
  const notHeld = ['refused', 'absent', 'void'].includes(row.state);
  return (
    <Stack gap="lg">
      <section aria-label={t('review.tab.decision')}>
        {notHeld ? (
          <Text size="sm">{t('review.decide.notHeld')}</Text>
        ) : decision !== null && decision.state !== 'rejected' ? (
          <Standing detail={detail} decision={decision} />
        ) : (
          <Proposal detail={detail} secondFrom={secondFrom} clipOf={clipOf} sentBack={decision} />
        )}
      </section>
      {!notHeld && <Protocol sittingId={row.id} decided={decision?.state === 'reached'} attempt={attempt} />}
    </Stack>
  );
}

const outcomes: readonly Outcome[] = ['cleared', 'retake', 'annulled'];

type ProposalProps = Pick<DecisionTabProps, 'detail' | 'secondFrom' | 'clipOf'> & { sentBack: DecisionView | null };

function Proposal({ detail, secondFrom, clipOf, sentBack }: ProposalProps) {
  const { t } = useTexts();
  const can = useCan();
  const [outcome, setOutcome] = useState<Outcome>('cleared');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const ready = readiness(detail, outcome, secondFrom, clipOf);
  const propose = useDecide(detail.row.id, (body: { outcome: Outcome; reason: string }) =>
    call(routes.proposeDecision, { params: { id: detail.row.id }, body }),
  );
  const mayPropose = can('decision.propose');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim().length >= 3) propose.mutate({ outcome, reason: reason.trim() });
      }}
    >
      <Stack gap="sm">
        {sentBack && <SentBack decision={sentBack} />}
        <MissingList missing={ready.missing} possible={ready.possible} />
        {mayPropose ? (
          <>
            <Radio.Group label={t('review.decide.outcome')} value={outcome} onChange={(value) => setOutcome(value)}>
              <Stack gap={6} mt={4}>
                {outcomes.map((each) => (
                  <Radio
                    key={each}
                    value={each}
                    label={t(`record.outcome.${each}`)}
                    description={t(`record.outcome.${each}.help`)}
                  />
                ))}
              </Stack>
            </Radio.Group>
            <Textarea
              label={t('review.decide.reason')}
              description={t('review.decide.reasonHelp')}
              required
              autosize
              minRows={2}
              maxLength={2000}
              value={reason}
              error={tried && reason.trim().length < 3 ? t('confirm.reasonMissing') : undefined}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Problems error={propose.error} />
            <Group>
              <Button type="submit" formNoValidate disabled={!ready.possible} loading={propose.isPending}>
                {t(ready.needsSecond ? 'review.decide.propose' : 'review.decide.take')}
              </Button>
            </Group>
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {t('review.decide.noRight')}
          </Text>
        )}
      </Stack>
    </form>
  );
}

function SentBack({ decision }: { decision: DecisionView }) {
  const { t, dateTime } = useTexts();
  return (
    <Alert color="amber" title={t('review.decide.sentBack', { outcome: t(`record.outcome.${decision.outcome}`) })}>
      <Text size="sm">{decision.reason}</Text>
      {decision.confirmedBy !== null && decision.confirmedAt !== null && (
        <Text size="xs" c="dimmed">
          {decision.confirmedBy}, {dateTime(decision.confirmedAt)}
        </Text>
      )}
    </Alert>
  );
}

function MissingList({ missing, possible }: { missing: readonly Missing[]; possible: boolean }) {
  const { t } = useTexts();
  if (missing.length === 0)
    return (
      <Text size="sm" fw={600} role="status">
        <IconCheck size={16} aria-hidden /> {t('review.decide.ready')}
      </Text>
    );
  return (
    <Alert
      role="status"
      color={possible ? 'gray' : 'amber'}
      icon={<IconAlertTriangle aria-hidden />}
      title={t(possible ? 'review.decide.ready' : 'review.decide.missing')}
    >
      <List size="sm">
        {missing.map((each) => (
          <List.Item key={each.kind}>
            {each.kind === 'flags'
              ? t('review.decide.missing.flags', { count: each.count })
              : t(`review.decide.missing.${each.kind}`)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** A decision that is reached, or that waits for its second person. */
function Standing({ detail, decision }: { detail: SittingDetail; decision: DecisionView }) {
  const { t, dateTime } = useTexts();
  const reached = decision.state === 'reached';
  const by = { name: decision.proposedBy, at: dateTime(decision.proposedAt) };
  return (
    <Stack gap="xs">
      <Title order={3} fz="lg">
        {reached
          ? t(`record.outcome.${decision.outcome}`)
          : t('review.decision.waits', { outcome: t(`record.outcome.${decision.outcome}`) })}
      </Title>
      <Text size="sm" className="said">
        {decision.reason}
      </Text>
      <Text size="sm" c="dimmed">
        {t(decision.needsSecond ? 'review.decide.proposedBy' : 'review.decide.decidedBy', by)}
      </Text>
      {decision.confirmedBy !== null && decision.confirmedAt !== null && (
        <Text size="sm" c="dimmed">
          {t('review.decide.confirmedBy', { name: decision.confirmedBy, at: dateTime(decision.confirmedAt) })}
        </Text>
      )}
      {!reached && <SecondPerson detail={detail} decision={decision} />}
    </Stack>
  );
}

function SecondPerson({ detail, decision }: { detail: SittingDetail; decision: DecisionView }) {
  const { t } = useTexts();
  const can = useCan();
  const me = useMe();
  const confirm = useConfirm();
  const answer = useDecide(detail.row.id, (body: { agreed: boolean; reason: string }) =>
    call(routes.confirmDecision, { params: { id: detail.row.id }, body }),
  );
  if (me.id === decision.proposedById) return <Alert color="gray">{t('review.decide.other')}</Alert>;
  if (!can('decision.confirm')) return <Alert color="gray">{t('review.decide.missing.second')}</Alert>;
  const ask = async (agreed: boolean): Promise<void> => {
    const given = await confirm({
      title: t(agreed ? 'review.decide.agreeTitle' : 'review.decide.disagreeTitle'),
      ...(agreed ? { text: t('review.decide.agreeText') } : {}),
      action: t(agreed ? 'review.decide.agree' : 'review.decide.disagree'),
      reason: agreed ? 'optional' : 'required',
    });
    if (given) answer.mutate({ agreed, reason: given.reason });
  };
  return (
    <>
      <Problems error={answer.error} />
      <Group gap="xs">
        <Button loading={answer.isPending} onClick={() => void ask(true)}>
          {t('review.decide.agree')}
        </Button>
        <Button variant="default" disabled={answer.isPending} onClick={() => void ask(false)}>
          {t('review.decide.disagree')}
        </Button>
      </Group>
    </>
  );
}

/** A step of the decision: the page shows what the server answered. */
function useDecide<Body>(sittingId: string, step: (body: Body) => Promise<SittingDetail>) {
  const { t } = useTexts();
  const notify = useNotify();
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: async (detail) => {
      client.setQueryData(keyOf(routes.getSitting, { params: { id: sittingId } }), detail);
      const state = detail.decision?.state;
      notify.done(
        t(
          state === 'reached'
            ? 'review.decide.taken'
            : state === 'rejected'
              ? 'review.decide.returned'
              : 'review.decide.proposed',
        ),
      );
      await client.invalidateQueries({ queryKey: keyOf(routes.listSittings) });
    },
  });
}
