import { ActionIcon, Group, Skeleton, Text, Title, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconMovie, IconX } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';

import type { SittingDetail, SittingRow } from '@aigaq/contracts';

import type { ProblemError } from '../../api/call';
import { useCan } from '../../app/session';
import { ActionLog } from '../../review/record/action-log';
import { SittingFacts } from '../../review/record/facts';
import { ButtonLink, Clock, Problems, useNow, useTexts } from '../../shared';
import { remainingAt } from '../wall/remaining';
import { isPresent, tileStateOf } from '../wall/tile-state';
import { stateIcons } from '../wall/tile';
import { AlternativeRequest } from './alternative-request';
import { Chat } from './chat';
import { Deeds } from './deeds';
import { FlagList } from './flag-list';
import { IdentityCheck } from './identity-check';
import { Pictures } from './pictures';

interface PanelProps {
  row: SittingRow;
  detail: SittingDetail | null;
  error: ProblemError | null;
  serverAhead: number;
  onClose: () => void;
  onStep: (step: 1 | -1) => void;
  onRetry: () => void;
  onDetail: (detail: SittingDetail) => void;
}

/** Everything about the candidate who is open, and everything that can be done. */
export function CandidatePanel({ row, detail, error, serverAhead, onClose, onStep, onRetry, onDetail }: PanelProps) {
  const { t } = useTexts();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
  }, [row.id]);
  return (
    <aside ref={panel} className="panel" aria-label={t('watch.panel', { name: row.name })} tabIndex={-1}>
      <PanelHead row={row} serverAhead={serverAhead} onClose={onClose} onStep={onStep} />
      <Pictures key={`pictures-${row.id}`} row={row} />
      {error && <Problems error={error} onRetry={onRetry} />}
      {detail ? (
        <PanelBody key={`body-${row.id}`} detail={detail} onDetail={onDetail} />
      ) : (
        !error && <Skeleton height={220} mt="sm" />
      )}
    </aside>
  );
}

function PanelHead({
  row,
  serverAhead,
  onClose,
  onStep,
}: Pick<PanelProps, 'row' | 'serverAhead' | 'onClose' | 'onStep'>) {
  const { t, duration } = useTexts();
  const now = useNow();
  const state = tileStateOf(row);
  const StateIcon = stateIcons[state];
  const { clock } = row;
  return (
    <header className="panel-head">
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <div className="panel-name">
          <Title order={2} fz="md" className="quiet-focus">
            {row.name}
          </Title>
          <Text size="sm" className="tile-state" data-state={state}>
            <StateIcon size={15} stroke={2} aria-hidden /> {t(`watch.tile.${state}`)}
            {row.group !== null && <span className="dimmed"> · {row.group}</span>}
          </Text>
        </div>
        <Group gap={2} wrap="nowrap">
          <HeadButton label={t('watch.panel.previous')} letter="K" onClick={() => onStep(-1)}>
            <IconChevronUp size={18} aria-hidden />
          </HeadButton>
          <HeadButton label={t('watch.panel.next')} letter="J" onClick={() => onStep(1)}>
            <IconChevronDown size={18} aria-hidden />
          </HeadButton>
          <HeadButton label={t('watch.panel.close')} letter="Escape" onClick={onClose}>
            <IconX size={18} aria-hidden />
          </HeadButton>
        </Group>
      </Group>
      {(isPresent(state) || state === 'expected') && (
        <Text size="sm">
          {t('watch.panel.remaining')}:{' '}
          <strong>
            <Clock seconds={remainingAt(clock, now.getTime() + serverAhead)} />
          </strong>
          {clock.pausedAt !== null && ` (${t('watch.panel.paused')})`}
          {clock.grantedSeconds > 0 && ` · ${t('watch.panel.granted', { duration: duration(clock.grantedSeconds) })}`}
        </Text>
      )}
    </header>
  );
}

function HeadButton({
  label,
  letter,
  onClick,
  children,
}: {
  label: string;
  letter: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} aria-keyshortcuts={letter} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function PanelBody({ detail, onDetail }: { detail: SittingDetail; onDetail: PanelProps['onDetail'] }) {
  const { t } = useTexts();
  const can = useCan();
  const needsIdentity = detail.profile.identity;
  const first = detail.row.state === 'identifying';
  const identity = (
    <PanelPart title={t('watch.identity')} folded={!first && detail.identity.state !== 'requested'}>
      <IdentityCheck detail={detail} />
    </PanelPart>
  );
  return (
    <>
      {needsIdentity && first && identity}
      <Deeds detail={detail} />
      <AlternativeRequest detail={detail} onAnswered={onDetail} />
      <PanelPart title={`${t('watch.flags')} (${detail.row.openFlags}/${detail.row.flags})`}>
        <FlagList detail={detail} />
      </PanelPart>
      <PanelPart title={t('watch.chat')} keyHint="T">
        <Chat detail={detail} />
      </PanelPart>
      {needsIdentity && !first && identity}
      <PanelPart title={t('record.actions')} folded>
        <ActionLog actions={detail.actions} />
      </PanelPart>
      <PanelPart title={t('watch.details')} folded>
        <SittingFacts detail={detail} />
      </PanelPart>
      <Group justify="space-between" gap="xs">
        {can('recording.watch') && (
          <ButtonLink
            to="/sittings/$sittingId"
            params={{ sittingId: detail.row.id }}
            target="_blank"
            size="compact-sm"
            variant="default"
            leftSection={<IconMovie size={16} aria-hidden />}
          >
            {t('watch.panel.record')}
          </ButtonLink>
        )}
        <Text size="xs" c="dimmed">
          {t('watch.panel.trace')}
        </Text>
      </Group>
    </>
  );
}

/** A part of the panel: what is looked at seldom begins folded. */
function PanelPart({
  title,
  folded = false,
  keyHint,
  children,
}: {
  title: string;
  folded?: boolean;
  keyHint?: string;
  children: ReactNode;
}) {
  return (
    <details className="panel-part" open={!folded}>
      <summary>
        {title} {keyHint !== undefined && <kbd aria-hidden>{keyHint}</kbd>}
      </summary>
      {children}
    </details>
  );
}
