import { ActionIcon, Button, Group, Switch, Text, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';

import type { ReactNode } from 'react';

import { useTexts } from '../../shared';

interface WallFootProps {
  /** What is to be said of the line. */
  line: ReactNode;
  unseen: readonly { minutes: number; count: number }[];
  onUnseen: () => void;
  page: number;
  pages: number;
  onTurn: (page: number) => void;
  auto: boolean;
  onAuto: (on: boolean) => void;
}

/** Who has not been looked at, and the pages. */
export function WallFoot({ line, unseen, onUnseen, page, pages, onTurn, auto, onAuto }: WallFootProps) {
  const { t } = useTexts();
  return (
    <footer className="wall-foot">
      {line}
      <Group gap="xs">
        <Text size="sm">
          {unseen.length === 0
            ? t('watch.unseenNobody')
            : `${t('watch.unseen')} ${unseen.map((group) => t('watch.unseenGroup', group)).join(', ')}`}
        </Text>
        {unseen.length > 0 && (
          <Button size="compact-sm" variant="default" aria-keyshortcuts="n" onClick={onUnseen}>
            {t('watch.unseenNext')}
            <kbd aria-hidden>N</kbd>
          </Button>
        )}
      </Group>
      {pages > 1 && (
        <Group gap="xs" role="group" aria-label={t('watch.pages')}>
          <ActionIcon variant="default" aria-label={t('watch.previousPage')} onClick={() => onTurn(page - 1)}>
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Text size="sm" className="digits" role="status">
            {t('watch.page', { page, pages })}
          </Text>
          <ActionIcon variant="default" aria-label={t('watch.nextPage')} onClick={() => onTurn(page + 1)}>
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
          <Tooltip label={t('watch.autoHelp')}>
            <div>
              <Switch
                size="sm"
                label={t('watch.auto')}
                checked={auto}
                onChange={(event) => onAuto(event.currentTarget.checked)}
              />
            </div>
          </Tooltip>
        </Group>
      )}
    </footer>
  );
}
