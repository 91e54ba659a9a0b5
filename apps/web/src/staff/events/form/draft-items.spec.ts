import { routes } from '@aigaq/contracts';

import { duplicated, formBody, moved, newItem, totalPoints, type DraftItem } from './draft-items';

const item = (key: string): DraftItem => ({ key, id: key, item: newItem('extended_text', () => 'x') });
const keys = (items: readonly DraftItem[]) => items.map(({ key }) => key).join('');

describe('the items of a form while they are written', () => {
  const list = ['a', 'b', 'c'].map(item);

  it('move up and down, and stay where they would leave the list', () => {
    expect(keys(moved(list, 2, -1))).toBe('acb');
    expect(keys(moved(list, 0, 1))).toBe('bac');
    expect(keys(moved(list, 0, -1))).toBe('abc');
    expect(keys(moved(list, 2, 1))).toBe('abc');
  });

  it('are copied without their id, so that the server takes the copy for a new one', () => {
    const copied = duplicated(list, 1, 'n');
    expect(keys(copied)).toBe('abnc');
    expect(copied[2]).not.toHaveProperty('id');
    expect(copied[2]?.item).toEqual(list[1]?.item);
    expect(copied[2]?.item).not.toBe(list[1]?.item);
  });

  it('are sent without the empty lines of accepted answers', () => {
    const entry: DraftItem = {
      key: 'k',
      item: { type: 'text_entry', prompt: 'Capital?', points: 1, accepted: ['Astana', ' ', ''], caseSensitive: false },
    };
    const body = formBody(3, [entry]);
    expect(body).toEqual({ version: 3, items: [{ item: { ...entry.item, accepted: ['Astana'] } }] });
    expect(routes.saveForm.body.safeParse(body).success).toBe(true);
  });

  it('begin empty, which the contract does not take for finished', () => {
    for (const type of ['choice', 'multiple_choice', 'text_entry', 'extended_text'] as const) {
      const body = formBody(1, [{ key: 'k', item: newItem(type, () => 'o') }]);
      expect(routes.saveForm.body.safeParse(body).success).toBe(false);
    }
  });

  it('add up their points', () => {
    expect(totalPoints(list)).toBe(15);
  });
});
