import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconEye, IconFlagPlus, IconNote, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

import type { FlagView, SittingDetail } from '@aigaq/contracts';

import { useCan } from '../../app/session';
import { EmptyState, useTexts } from '../../shared';
import { useKeys } from '../../shared/use-keys';
import type { SegmentIndex } from '../player/segment-index';
import { signedClock } from '../signed-clock';
import { AddFlagDialog } from './add-flag-dialog';
import { FlagOrigin } from './flag-origin';
import { hasClip, isLocked, progress, walk } from './flag-walk';
import { NoteDialog } from './note-dialog';
import { useTriage } from './use-triage';

interface FlagsTabProps {
  detail: SittingDetail;
  flags: readonly FlagView[];
  selected: string | undefined;
  watched: ReadonlySet<string>;
  index: SegmentIndex | null;
  zero: number;
  position: number | null;
  onSelect: (flag: FlagView) => void;
}

/** The flags by time: J and K walk, C and D decide, N notes. */
export function FlagsTab(props: FlagsTabProps) {
  const { detail, flags, selected, watched, index, zero, position, onSelect } = props;
  const { t } = useTexts();
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const [noting, setNoting] = useState<FlagView | null>(null);
  const triage = useTriage(detail.row.id);
  const locked = isLocked(detail);
  const mayTriage = can('flag.triage') && !locked;
  const current = flags.find((flag) => flag.id === selected);
  const { seen, all } = progress(flags);

  const go = (step: 1 | -1): void => {
    const next = walk(flags, selected, step);
    if (next) onSelect(next);
  };
  const decide = (verdict: 'confirmed' | 'dismissed' | 'raised') => () => {
    if (current && mayTriage) triage({ flag: current, verdict, note: current.triageNote });
  };
  useKeys({
    J: () => go(1),
    K: () => go(-1),
    C: decide('confirmed'),
    D: decide('dismissed'),
    U: decide('raised'),
    N: () => current && mayTriage && setNoting(current),
    A: () => mayTriage && position !== null && setAdding(true),
  });

  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600} role="status">
          {t('review.flags.progress', { seen, all })}
        </Text>
        {mayTriage && position !== null && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFlagPlus size={16} aria-hidden />}
            aria-keyshortcuts="a"
            onClick={() => setAdding(true)}
          >
            {t('review.flags.add')}
            <kbd aria-hidden>A</kbd>
          </Button>
        )}
      </Group>
      {locked && (
        <Alert color="gray" p="xs">
          {t('review.flags.lockedBy')}
        </Alert>
      )}
      {flags.length === 0 ? (
        <EmptyState title={t('review.flags.none')}>{t('review.flags.noneHelp')}</EmptyState>
      ) : (
        <ul className="plain-list" aria-label={t('review.flags.list')}>
          {flags.map((flag) => (
            <FlagItem
              key={flag.id}
              flag={flag}
              zero={zero}
              selected={flag.id === selected}
              watched={watched.has(flag.id)}
              recorded={hasClip(flag, index)}
              mayTriage={mayTriage}
              onSelect={() => onSelect(flag)}
              onVerdict={(verdict) => triage({ flag, verdict, note: flag.triageNote })}
              onNote={() => setNoting(flag)}
            />
          ))}
        </ul>
      )}
      <NoteDialog flag={noting} onClose={() => setNoting(null)} onVerdict={triage} />
      <AddFlagDialog sittingId={detail.row.id} at={position} opened={adding} onClose={() => setAdding(false)} />
    </Stack>
  );
}

interface FlagItemProps {
  flag: FlagView;
  zero: number;
  selected: boolean;
  watched: boolean;
  recorded: boolean;
  mayTriage: boolean;
  onSelect: () => void;
  onVerdict: (verdict: 'confirmed' | 'dismissed' | 'raised') => void;
  onNote: () => void;
}

const stateColors: Readonly<Record<FlagView['state'], string>> = {
  raised: 'amber',
  confirmed: 'red',
  dismissed: 'gray',
  decided: 'red',
  closed: 'gray',
};

function FlagItem(props: FlagItemProps) {
  const { flag, zero, selected, watched, recorded, onSelect } = props;
  const { t, dateTime } = useTexts();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) item.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const name = t(`flag.${flag.code}.name`);
  const clock = (moment: string): string => signedClock(Date.parse(moment) - zero);
  const when =
    flag.endedAt === null
      ? `${clock(flag.startedAt)} – ${t('watch.flags.lasting')}`
      : t('review.flags.when', { from: clock(flag.startedAt), to: clock(flag.endedAt) });
  return (
    <li ref={item} className="flag-item" data-selected={selected || undefined} data-state={flag.state}>
      <button
        type="button"
        className="flag-head"
        aria-current={selected ? 'true' : undefined}
        aria-label={t('review.flags.open', { flag: name, when })}
        onClick={onSelect}
      >
        <span>
          <span className="digits">{when}</span> <strong>{name}</strong>
        </span>
        {flag.severity === 0 && flag.state === 'raised' ? (
          <Badge variant="light" color="gray" size="sm">
            {t('record.severity.0')}
          </Badge>
        ) : (
          <Badge variant="light" color={stateColors[flag.state]} size="sm">
            {t(`record.flag.${flag.state}`)}
          </Badge>
        )}
      </button>
      <Group gap={6} className="flag-meta">
        <Text size="xs" c="dimmed">
          {t(`record.origin.${flag.origin}`)}
          {!recorded && ` · ${t('review.flags.noClip')}`}
        </Text>
        {watched && (
          <Text size="xs" c="dimmed">
            <IconEye size={12} aria-hidden /> {t('review.flags.watched')}
          </Text>
        )}
      </Group>
      {flag.note !== '' && <Text size="sm">{flag.note}</Text>}
      {flag.triagedBy !== null && flag.triagedAt !== null && (
        <Text size="xs" c="dimmed">
          {t('review.flags.by', { name: flag.triagedBy, at: dateTime(flag.triagedAt) })}
        </Text>
      )}
      {flag.triageNote !== '' && <Text size="sm">{flag.triageNote}</Text>}
      {selected && <Chosen {...props} />}
    </li>
  );
}

function Chosen({ flag, mayTriage, onVerdict, onNote }: FlagItemProps) {
  const { t } = useTexts();
  return (
    <>
      <FlagOrigin flag={flag} />
      {mayTriage && (
        <Group gap={6} mt={6}>
          {flag.state !== 'confirmed' && (
            <Button
              size="compact-sm"
              leftSection={<IconCheck size={16} aria-hidden />}
              aria-keyshortcuts="c"
              onClick={() => onVerdict('confirmed')}
            >
              {t('review.flags.confirm')}
              <kbd aria-hidden>C</kbd>
            </Button>
          )}
          {flag.state !== 'dismissed' && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconX size={16} aria-hidden />}
              aria-keyshortcuts="d"
              onClick={() => onVerdict('dismissed')}
            >
              {t('review.flags.dismiss')}
              <kbd aria-hidden>D</kbd>
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconNote size={16} aria-hidden />}
            aria-keyshortcuts="n"
            onClick={onNote}
          >
            {t('review.flags.note')}
            <kbd aria-hidden>N</kbd>
          </Button>
          {flag.state !== 'raised' && (
            <Button size="compact-sm" variant="subtle" aria-keyshortcuts="u" onClick={() => onVerdict('raised')}>
              {t('review.flags.reopen')}
              <kbd aria-hidden>U</kbd>
            </Button>
          )}
        </Group>
      )}
    </>
  );
}
