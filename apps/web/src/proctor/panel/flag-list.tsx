import { Button, Group, Text, Tooltip } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';

import type { FlagView, SittingDetail } from '@aigaq/contracts';

import { useCan } from '../../app/session';
import { ActionIconLink, useConfirm, useTexts } from '../../shared';
import { useKeys } from '../../shared/use-keys';
import { isOpen } from '../../review/flags/flag-walk';
import { useDeeds } from './use-deeds';

/** Flags as they come, the newest first. Here they are only dismissed: confirming is for the review, with the clip. */
export function FlagList({ detail }: { detail: SittingDetail }) {
  const { t } = useTexts();
  const can = useCan();
  const confirm = useConfirm();
  const { connection, tell } = useDeeds();
  const flags = detail.flags.toReversed();
  const open = flags.filter(isOpen);
  const mayDismiss = can('flag.triage') && detail.decision === null;
  const dismiss = async (flag: FlagView): Promise<void> => {
    const answer = await confirm({
      title: `${t('watch.flags.dismissTitle')}: ${t(`flag.${flag.code}.name`)}`,
      text: t('watch.flags.dismissText'),
      action: t('watch.flags.dismiss'),
      reason: 'optional',
      reasonLabel: t('watch.flags.note'),
    });
    if (answer)
      await tell(t('watch.flags.dismissed'), connection.command('dismiss', { flagId: flag.id, note: answer.reason }));
  };
  useKeys({
    D: () => {
      const [first] = open;
      if (first && mayDismiss) void dismiss(first);
    },
  });
  if (flags.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('watch.flags.none')}
      </Text>
    );
  return (
    <ul className="plain-list" aria-label={t('watch.flags')}>
      {flags.map((flag) => (
        <li key={flag.id} className="line flag-line" data-state={flag.state}>
          <FlagText flag={flag} />
          <Group gap={4} wrap="nowrap">
            {can('recording.watch') && (
              <Tooltip label={t('watch.flags.view')}>
                <ActionIconLink
                  to="/sittings/$sittingId"
                  params={{ sittingId: detail.row.id }}
                  search={{ flag: flag.id }}
                  target="_blank"
                  variant="subtle"
                  color="gray"
                  aria-label={`${t('watch.flags.view')}: ${t(`flag.${flag.code}.name`)}`}
                >
                  <IconPlayerPlay size={18} stroke={1.7} aria-hidden />
                </ActionIconLink>
              </Tooltip>
            )}
            {isOpen(flag) && mayDismiss && (
              <Button size="compact-sm" variant="default" onClick={() => void dismiss(flag)}>
                {t('watch.flags.dismiss')}
                {flag.id === open[0]?.id && <kbd aria-hidden>D</kbd>}
              </Button>
            )}
          </Group>
        </li>
      ))}
    </ul>
  );
}

function FlagText({ flag }: { flag: FlagView }) {
  const { t, timeWithSeconds, duration } = useTexts();
  const seconds = flag.endedAt === null ? null : (Date.parse(flag.endedAt) - Date.parse(flag.startedAt)) / 1000;
  return (
    <div>
      <Text size="sm">
        <span className="digits">{timeWithSeconds(flag.startedAt)}</span> <strong>{t(`flag.${flag.code}.name`)}</strong>{' '}
        <span className="digits">{seconds === null ? t('watch.flags.lasting') : duration(seconds)}</span>
      </Text>
      <Text size="xs" c="dimmed">
        {t(`record.origin.${flag.origin}`)} · {t(`record.severity.${severityOf(flag)}`)}
        {flag.state !== 'raised' && ` · ${t(`record.flag.${flag.state}`)}`}
        {flag.triagedBy !== null && `, ${flag.triagedBy}`}
      </Text>
      {flag.note !== '' && <Text size="sm">{flag.note}</Text>}
    </div>
  );
}

export function severityOf(flag: Pick<FlagView, 'severity'>): 0 | 1 | 2 | 3 | 4 {
  return Math.max(0, Math.min(4, flag.severity)) as 0 | 1 | 2 | 3 | 4;
}
