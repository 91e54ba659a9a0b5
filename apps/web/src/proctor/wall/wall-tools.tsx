import { ActionIcon, Button, Group, Select, TextInput, Tooltip } from '@mantine/core';
import { IconArrowsSort, IconSearch, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';

import { useTexts } from '../../shared';
import { filters } from './tile-state';
import type { Sounds } from './sounds';
import { pageSizes, type WallView } from './use-wall-view';

interface WallToolsProps {
  view: WallView;
  sounds: Sounds;
  search: RefObject<HTMLInputElement | null>;
}

/** Search, filter and order of the wall. Nothing here changes what is watched. */
export function WallTools({ view, sounds, search }: WallToolsProps) {
  const { t } = useTexts();
  return (
    <Group gap="xs" className="wall-tools">
      <TextInput
        ref={search}
        type="search"
        size="sm"
        aria-label={t('watch.search')}
        aria-keyshortcuts="/"
        placeholder={t('watch.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={view.search}
        onChange={(event) => view.setSearch(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Select
        size="sm"
        aria-label={t('watch.filter')}
        allowDeselect={false}
        data={filters.map((filter) => ({ value: filter, label: t(`watch.filter.${filter}`) }))}
        value={view.filter}
        onChange={(value) => value && view.setFilter(value)}
      />
      <Select
        size="sm"
        className="wide-select"
        aria-label={t('watch.pictures')}
        allowDeselect={false}
        data={(['both', 'camera', 'screen'] as const).map((value) => ({ value, label: t(`watch.pictures.${value}`) }))}
        value={view.pictures}
        onChange={(value) => value && view.setPictures(value)}
      />
      <Select
        size="sm"
        className="wide-select"
        aria-label={t('watch.pageSize', { count: view.pageSize })}
        allowDeselect={false}
        data={pageSizes.map((size) => ({ value: String(size), label: t('watch.pageSize', { count: size }) }))}
        value={String(view.pageSize)}
        onChange={(value) => view.setPageSize(Number(value))}
      />
      <Button
        size="sm"
        variant="default"
        leftSection={<IconArrowsSort size={16} aria-hidden />}
        aria-keyshortcuts="s"
        onClick={() => view.sort('needs')}
      >
        {t('watch.sortNeeds')}
        <kbd aria-hidden>S</kbd>
      </Button>
      <Button size="sm" variant="subtle" onClick={() => view.sort('name')}>
        {t('watch.sortName')}
      </Button>
      <SoundSwitch sounds={sounds} />
    </Group>
  );
}

function SoundSwitch({ sounds }: { sounds: Sounds }) {
  const { t } = useTexts();
  const [on, setOn] = useState(sounds.on);
  const label = t(on ? 'watch.soundsOff' : 'watch.soundsOn');
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('watch.sounds')}
        aria-pressed={on}
        onClick={() => {
          sounds.set(!on);
          setOn(!on);
        }}
      >
        {on ? <IconVolume size={18} aria-hidden /> : <IconVolumeOff size={18} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}
