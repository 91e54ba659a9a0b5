import type { Problem } from '@aigaq/contracts';

import type { Texts } from './i18n';

/** What a person calls the field at fault, where it has a name: `items.2.prompt` is "Item 3, prompt". */
export function fieldLabel(field: string, tryText: Texts['tryText']): string | undefined {
  const parts = field.split('.');
  const named = parts.flatMap((part, index) => {
    if (/^\d+$/.test(part)) return [];
    const label = tryText(`field.${part}`);
    const position = parts[index + 1];
    if (label === undefined) return [];
    return [position !== undefined && /^\d+$/.test(position) ? `${label} ${Number(position) + 1}` : label];
  });
  return named.length === 0 ? undefined : named.join(', ');
}

/** One problem as a sentence. */
export function problemSentence(problem: Problem, { tryText, t }: Pick<Texts, 'tryText' | 't'>): string {
  return tryText(`problem.${problem.code}`, problem.params ?? {}) ?? t('state.failed');
}
