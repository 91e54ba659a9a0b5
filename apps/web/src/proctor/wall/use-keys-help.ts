import { useTexts } from '../../shared';
import type { KeyGroup } from '../../shared/keys-help';

/** The keys of the wall and of the panel, for `?`. */
export function useWallKeysHelp(): KeyGroup[] {
  const { t } = useTexts();
  return [
    {
      title: t('watch.help.wall'),
      keys: [
        { keys: '← → ↑ ↓', does: t('watch.key.arrows') },
        { keys: 'Enter', does: t('watch.key.enter') },
        { keys: 'Esc', does: t('watch.key.escape') },
        { keys: '[ ]', does: t('watch.key.pages') },
        { keys: '/', does: t('watch.key.search') },
        { keys: 'S', does: t('watch.key.sort') },
        { keys: 'Q', does: t('watch.key.waiting') },
        { keys: 'N', does: t('watch.unseenNext') },
        { keys: 'A', does: t('watch.auto') },
        { keys: '?', does: t('watch.help') },
      ],
    },
    {
      title: t('watch.help.panel'),
      keys: [
        { keys: 'J K', does: `${t('watch.panel.next')}, ${t('watch.panel.previous')}` },
        { keys: 'W', does: t('watch.warn') },
        { keys: 'P', does: `${t('watch.pause')}, ${t('watch.resume')}` },
        { keys: 'G', does: t('watch.grant') },
        { keys: 'F', does: t('watch.flags.raiseTitle') },
        { keys: 'D', does: t('watch.flags.dismissTitle') },
        { keys: 'E', does: t('watch.end') },
        { keys: 'T', does: t('watch.chat.text') },
        { keys: 'L', does: t('watch.panel.listen') },
        { keys: '1 2 3 Y', does: t('watch.identity.confirm') },
        { keys: 'R', does: t('watch.identity.again') },
      ],
    },
  ];
}
