import type { AuthoredItem, FormView, ItemType } from '@aigaq/contracts';

/** An item while it is written: it may still be empty, and has a key of its own to stay itself while it moves. */
export interface DraftItem {
  key: string;
  /** The server's id; an item keeps it, so that nothing that points to it is lost. */
  id?: string;
  item: AuthoredItem;
}

export function draftsOf(form: FormView): DraftItem[] {
  return form.items.map(({ id, item }) => ({ key: id, id, item }));
}

/** An empty item of a type; `makeId` names its options. */
export function newItem(type: ItemType, makeId: () => string): AuthoredItem {
  const options = () => [
    { id: makeId(), text: '' },
    { id: makeId(), text: '' },
  ];
  switch (type) {
    case 'choice':
      return { type, prompt: '', points: 1, options: options(), correct: '' };
    case 'multiple_choice':
      return { type, prompt: '', points: 2, options: options(), correct: [], scoring: 'partial' };
    case 'text_entry':
      return { type, prompt: '', points: 1, accepted: [], caseSensitive: false };
    case 'extended_text':
      return { type, prompt: '', points: 5, guidance: '', maxWords: null };
  }
}

/** The list with one item moved by so many places; what would leave the list stays. */
export function moved(items: readonly DraftItem[], index: number, by: number): DraftItem[] {
  const target = index + by;
  const item = items[index];
  if (!item || target < 0 || target >= items.length) return [...items];
  const rest = items.filter((_, at) => at !== index);
  return [...rest.slice(0, target), item, ...rest.slice(target)];
}

/** The list with a copy after the item; the copy is new to the server. */
export function duplicated(items: readonly DraftItem[], index: number, key: string): DraftItem[] {
  const original = items[index];
  if (!original) return [...items];
  return [...items.slice(0, index + 1), { key, item: structuredClone(original.item) }, ...items.slice(index + 1)];
}

/** What is sent: lines that were left empty among the accepted answers are no answers. */
export function formBody(version: number, items: readonly DraftItem[]) {
  return {
    version,
    items: items.map(({ id, item }) => ({ ...(id === undefined ? {} : { id }), item: trimmed(item) })),
  };
}

function trimmed(item: AuthoredItem): AuthoredItem {
  return item.type === 'text_entry' ? { ...item, accepted: item.accepted.filter((text) => text.trim() !== '') } : item;
}

export function totalPoints(items: readonly DraftItem[]): number {
  return items.reduce((sum, { item }) => sum + item.points, 0);
}
