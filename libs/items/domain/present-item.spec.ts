import { presentedItem, type AuthoredItem } from '@aigaq/contracts';

import { presentItem } from './present-item';

const id = '0190c0de-0000-7000-8000-000000000001';
const options = [
  { id: 'a', text: 'бірінші' },
  { id: 'b', text: 'екінші' },
];
const items: AuthoredItem[] = [
  { type: 'choice', prompt: 'Қайсысы?', points: 1, options, correct: 'a' },
  { type: 'multiple_choice', prompt: 'Қайсылары?', points: 2, options, correct: ['b'], scoring: 'partial' },
  { type: 'text_entry', prompt: 'Жазыңыз', points: 1, accepted: ['secret-key'], caseSensitive: false },
  { type: 'extended_text', prompt: 'Түсіндіріңіз', points: 5, guidance: 'secret-key', maxWords: 200 },
];

describe('an item as its candidate sees it', () => {
  it.each(items.map((item) => [item.type, item] as const))('is what the wire allows: %s', (_, item) => {
    expect(presentedItem.parse(presentItem(id, 1, item))).toMatchObject({ id, position: 1, prompt: item.prompt });
  });

  it.each(items.map((item) => [item.type, item] as const))('gives no answer away: %s', (_, item) => {
    const shown = presentItem(id, 1, item);
    for (const name of ['correct', 'accepted', 'guidance', 'scoring']) expect(shown).not.toHaveProperty(name);
    expect(JSON.stringify(shown)).not.toContain('secret-key');
  });
});
