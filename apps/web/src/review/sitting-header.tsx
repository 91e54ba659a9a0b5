import { ActionIcon, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconKeyboard } from '@tabler/icons-react';

import type { RecordingView, SittingDetail } from '@aigaq/contracts';

import { ActionIconLink, LanguageSwitch, ThemeSwitch, usePageTitle, useTexts } from '../shared';
import { Coverage } from './coverage';
import { SittingStateBadge } from './list/sitting-state-badge';

interface SittingHeaderProps {
  detail: SittingDetail;
  recording: RecordingView | undefined;
  onSeek: (moment: number) => void;
  onHelp: () => void;
}

export function SittingHeader({ detail, recording, onSeek, onHelp }: SittingHeaderProps) {
  const { t, local } = useTexts();
  const { row, event } = detail;
  usePageTitle(t('review.title', { name: row.name }));
  return (
    <header className="full-header">
      <a href="#review" className="skip-link">
        {t('page.skip')}
      </a>
      <Group gap="xs" wrap="nowrap" className="full-header-title">
        <Tooltip label={t('review.back')}>
          <ActionIconLink
            to="/review/$eventId"
            params={{ eventId: event.id }}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('review.back')}
          >
            <IconArrowLeft size={20} aria-hidden />
          </ActionIconLink>
        </Tooltip>
        <div className="panel-name">
          <Group gap="xs">
            <Title order={1} fz="md" className="quiet-focus" tabIndex={-1}>
              {row.name}
            </Title>
            <SittingStateBadge state={row.state} />
          </Group>
          <Text size="sm" c="dimmed">
            {[local(event.title), local(event.discipline), row.group].filter((part) => part !== null).join(' · ')}
          </Text>
        </div>
      </Group>
      <Group gap={6}>
        {recording && <Coverage recording={recording} onSeek={onSeek} />}
        <Tooltip label={t('watch.help')}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('watch.help')} onClick={onHelp}>
            <IconKeyboard size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <LanguageSwitch />
        <ThemeSwitch />
      </Group>
    </header>
  );
}
