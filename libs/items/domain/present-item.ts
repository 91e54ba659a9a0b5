import type { AuthoredItem, PresentedItem } from '@aigaq/contracts';

/** The item as its candidate sees it: field by field, so that nothing that gives the answer away slips along. */
export function presentItem(id: string, position: number, item: AuthoredItem): PresentedItem {
  const common = { id, position, type: item.type, prompt: item.prompt, points: item.points };
  switch (item.type) {
    case 'choice':
    case 'multiple_choice':
      return { ...common, options: item.options.map((option) => ({ id: option.id, text: option.text })) };
    case 'text_entry':
      return common;
    case 'extended_text':
      return { ...common, maxWords: item.maxWords };
  }
}
