import { Button, Group } from '@mantine/core';
import {
  IconAlertTriangle,
  IconClockPlus,
  IconFlagPlus,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';

import type { SittingDetail } from '@aigaq/contracts';
import type { TextKey } from '@aigaq/texts';

import { useCan } from '../../app/session';
import { useConfirm, useTexts } from '../../shared';
import { useKeys } from '../../shared/use-keys';
import { GrantDialog } from './grant-dialog';
import { may } from './may';
import { RaiseFlagDialog } from './raise-flag-dialog';
import { useDeeds } from './use-deeds';

/** Warn, pause, give time, flag, end: each a button and a letter. */
export function Deeds({ detail }: { detail: SittingDetail }) {
  const { t } = useTexts();
  const can = useCan();
  const { warn, pause, resume, end } = useLiveDeeds(detail);
  const [granting, setGranting] = useState(false);
  const [flagging, setFlagging] = useState(false);
  const { state } = detail.row;
  const paused = may.resume(state);
  const allowed = {
    warn: can('sitting.message') && may.warn(state),
    pause: can('sitting.pause') && (may.pause(state) || paused),
    grant: can('sitting.grant_time') && may.grant(state),
    flag: can('flag.raise') && may.flag(state),
    end: can('sitting.end') && may.end(state),
  };
  const startGrant = (): void => setGranting(true);
  const startFlag = (): void => setFlagging(true);
  const turn = paused ? resume : pause;
  useKeys({
    W: () => allowed.warn && warn(),
    P: () => allowed.pause && turn(),
    G: () => allowed.grant && startGrant(),
    F: () => allowed.flag && startFlag(),
    E: () => allowed.end && end(),
  });

  return (
    <Group gap={6} role="group" aria-label={t('record.actions')} className="deeds">
      <Deed letter="W" label="watch.warn" icon={IconAlertTriangle} disabled={!allowed.warn} onClick={warn} />
      <Deed
        letter="P"
        label={paused ? 'watch.resume' : 'watch.pause'}
        icon={paused ? IconPlayerPlay : IconPlayerPause}
        disabled={!allowed.pause}
        onClick={turn}
      />
      <Deed letter="G" label="watch.grant" icon={IconClockPlus} disabled={!allowed.grant} onClick={startGrant} />
      <Deed letter="F" label="watch.flags.raise" icon={IconFlagPlus} disabled={!allowed.flag} onClick={startFlag} />
      <Deed letter="E" label="watch.end" icon={IconPlayerStop} disabled={!allowed.end} onClick={end} danger />
      <GrantDialog row={detail.row} opened={granting} onClose={() => setGranting(false)} />
      <RaiseFlagDialog row={detail.row} opened={flagging} onClose={() => setFlagging(false)} />
    </Group>
  );
}

interface DeedProps {
  letter: string;
  label: TextKey;
  icon: Icon;
  disabled: boolean;
  danger?: boolean;
  onClick: () => void;
}

function Deed({ letter, label, icon: DeedIcon, disabled, danger = false, onClick }: DeedProps) {
  const { t } = useTexts();
  return (
    <Button
      size="compact-md"
      variant={danger ? 'light' : 'default'}
      {...(danger ? { color: 'red' } : {})}
      disabled={disabled}
      aria-keyshortcuts={letter.toLowerCase()}
      leftSection={<DeedIcon size={16} stroke={1.8} aria-hidden />}
      onClick={onClick}
    >
      {t(label)}
      <kbd aria-hidden>{letter}</kbd>
    </Button>
  );
}

function useLiveDeeds({ row }: SittingDetail) {
  const { t } = useTexts();
  const confirm = useConfirm();
  const { connection, on, tell, later } = useDeeds();
  const { name } = row;
  const reasonLabel = t('watch.reasonForCandidate');

  const warn = async (): Promise<void> => {
    const answer = await confirm({
      title: t('watch.warn.title', { name }),
      text: t('watch.warn.text'),
      action: t('watch.warn.send'),
      reason: 'required',
      reasonLabel: t('watch.warn.label'),
    });
    if (answer) await tell(t('watch.warn.done'), connection.command('warn', { ...on(row), text: answer.reason }));
  };
  const pause = async (): Promise<void> => {
    const answer = await confirm({
      title: t('watch.pause.title', { name }),
      text: t('watch.pause.text'),
      action: t('watch.pause'),
      reason: 'required',
      reasonLabel,
    });
    if (answer) await tell(t('watch.pause.done'), connection.command('pause', { ...on(row), reason: answer.reason }));
  };
  const resume = async (): Promise<void> => {
    await tell(t('watch.resume.done'), connection.command('resume', on(row)));
  };
  const end = async (): Promise<void> => {
    const answer = await confirm({
      title: t('watch.end.title', { name }),
      text: t('watch.end.text'),
      action: t('watch.end'),
      danger: true,
      reason: 'required',
      reasonLabel,
    });
    if (answer) later('end', row, answer.reason);
  };
  return {
    warn: () => void warn(),
    pause: () => void pause(),
    resume: () => void resume(),
    end: () => void end(),
  };
}
