import { ActionIcon, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconKeyboard } from '@tabler/icons-react';

import type { EventView, SittingRow } from '@aigaq/contracts';

import { ActionIconLink, LanguageSwitch, ThemeSwitch, usePageTitle, useTexts } from '../../shared';
import { countsOf } from './tile-state';

/** What is watched, and how many are where. */
export function WallHeader({
  event,
  rows,
  onHelp,
}: {
  event: EventView | undefined;
  rows: readonly SittingRow[];
  onHelp: () => void;
}) {
  const { t, local, range } = useTexts();
  const title = event ? local(event.title) : '';
  usePageTitle(event ? t('watch.title', { title }) : t('nav.watch'));
  const counts = countsOf(rows);
  const parts = [
    t('watch.counts.all', { count: counts.all }),
    t('watch.counts.live', { count: counts.live }),
    counts.waiting > 0 && t('watch.counts.waiting', { count: counts.waiting }),
    counts.lost > 0 && t('watch.counts.lost', { count: counts.lost }),
    counts.paused > 0 && t('watch.counts.paused', { count: counts.paused }),
    counts.flags > 0 && t('watch.counts.flags', { count: counts.flags }),
  ].filter((part) => part !== false);
  return (
    <header className="full-header">
      <Group gap="xs" wrap="nowrap" className="full-header-title">
        <Tooltip label={t('watch.back')}>
          <ActionIconLink to="/watch" variant="subtle" color="gray" size="lg" aria-label={t('watch.back')}>
            <IconArrowLeft size={20} aria-hidden />
          </ActionIconLink>
        </Tooltip>
        <div>
          <Title order={1} fz="md" className="quiet-focus" tabIndex={-1}>
            {title}
            {event && (
              <Text span size="sm" c="dimmed" fw={400}>
                {' '}
                {range(event.opensAt, event.closesAt)}
              </Text>
            )}
          </Title>
          <Text size="sm" className="digits">
            {parts.join(' · ')}
          </Text>
        </div>
      </Group>
      <Group gap={4} wrap="nowrap">
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
