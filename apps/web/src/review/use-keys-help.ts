import { useTexts } from '../shared';
import type { KeyGroup } from '../shared/keys-help';

/** The keys of the review, for `?`. */
export function useReviewKeysHelp(): KeyGroup[] {
  const { t } = useTexts();
  return [
    {
      title: t('review.help.page'),
      keys: [
        { keys: 'J K', does: t('review.key.walk') },
        { keys: 'C', does: t('review.flags.confirm') },
        { keys: 'D', does: t('review.flags.dismiss') },
        { keys: 'N', does: t('review.flags.note') },
        { keys: 'U', does: t('review.flags.reopen') },
        { keys: 'A', does: t('review.flags.add') },
        { keys: 'Space', does: t('review.key.space') },
        { keys: '← →', does: t('review.key.seek') },
        { keys: '[ ]', does: t('review.key.rate') },
        { keys: '+ −', does: t('review.key.zoom') },
        { keys: 'M', does: t('review.player.mute') },
        { keys: 'L', does: t('review.player.live') },
        { keys: '?', does: t('watch.help') },
      ],
    },
  ];
}
