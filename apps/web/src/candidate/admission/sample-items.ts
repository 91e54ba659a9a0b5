import type { PresentedItem } from '@aigaq/contracts';

import type { Texts } from '../../shared';

/** Three questions without any meaning, one of each way to answer. */
export function sampleItems(t: Texts['t']): PresentedItem[] {
  const option = (id: string, text: string) => ({ id, text });
  return [
    {
      id: 'sample-choice',
      position: 1,
      type: 'choice',
      prompt: t('sample.choice'),
      points: 1,
      options: [option('a', '24'), option('b', '60'), option('c', '100')],
    },
    {
      id: 'sample-multiple',
      position: 2,
      type: 'multiple_choice',
      prompt: t('sample.multiple'),
      points: 1,
      options: [
        option('a', t('sample.winter')),
        option('b', t('sample.morning')),
        option('c', t('sample.summer')),
        option('d', t('sample.monday')),
      ],
    },
    {
      id: 'sample-essay',
      position: 3,
      type: 'extended_text',
      prompt: t('sample.essay'),
      points: 1,
      maxWords: 50,
    },
  ];
}
