import type { AuthoredItem, Problem } from '@aigaq/contracts';

import { comparableText } from './comparable-text';

type OfType<Type extends AuthoredItem['type']> = Extract<AuthoredItem, { type: Type }>;
type Option = OfType<'choice'>['options'][number];

/**
 * What is wrong with an item beyond the shape of its fields, so that it could not be answered rightly.
 * @param path dotted path of the item in what was sent, such as `items.2.item`
 */
export function problemsOfItem(item: AuthoredItem, path: string): Problem[] {
  switch (item.type) {
    case 'choice':
      return [...problemsOfOptions(item.options, [item.correct], path), ...problemsOfChoice(item, path)];
    case 'multiple_choice':
      return [...problemsOfOptions(item.options, item.correct, path), ...problemsOfMultipleChoice(item, path)];
    case 'text_entry':
      return problemsOfTextEntry(item, path);
    case 'extended_text':
      return [];
  }
}

/** Two options that say the same: nobody can choose between them, least of all when one of them is right. */
function problemsOfOptions(options: readonly Option[], correct: readonly string[], path: string): Problem[] {
  const texts = new Map<string, Option>();
  const ids = new Set<string>();
  return options.flatMap((option, index): Problem[] => {
    const text = comparableText(option.text, true);
    const twin = texts.get(text);
    const sameId = ids.has(option.id);
    texts.set(text, twin ?? option);
    ids.add(option.id);
    if (sameId) return [{ code: 'duplicate_option', field: `${path}.options.${index}.id` }];
    if (!twin) return [];
    const oneIsRight = correct.includes(option.id) !== correct.includes(twin.id);
    const code = oneIsRight ? 'several_correct_options' : 'duplicate_option';
    return [{ code, field: `${path}.options.${index}.text` }];
  });
}

function problemsOfChoice(item: OfType<'choice'>, path: string): Problem[] {
  const found = item.options.some((option) => option.id === item.correct);
  return found ? [] : [{ code: 'no_correct_option', field: `${path}.correct` }];
}

function problemsOfMultipleChoice(item: OfType<'multiple_choice'>, path: string): Problem[] {
  const ids = new Set(item.options.map((option) => option.id));
  return item.correct.flatMap((id, index): Problem[] => {
    const field = `${path}.correct.${index}`;
    if (!ids.has(id)) return [{ code: 'no_correct_option', field }];
    return item.correct.indexOf(id) < index ? [{ code: 'duplicate_option', field }] : [];
  });
}

function problemsOfTextEntry(item: OfType<'text_entry'>, path: string): Problem[] {
  const accepted = item.accepted.map((text) => comparableText(text, item.caseSensitive));
  return accepted.flatMap((text, index): Problem[] => {
    const field = `${path}.accepted.${index}`;
    if (text === '') return [{ code: 'no_accepted_answer', field }];
    return accepted.indexOf(text) < index ? [{ code: 'duplicate_option', field }] : [];
  });
}
