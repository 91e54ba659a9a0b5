import type { AuthoredItem, Response } from '@aigaq/contracts';

import { comparableText } from './comparable-text';

type OfType<Type extends AuthoredItem['type']> = Extract<AuthoredItem, { type: Type }>;

/** Whether the response is one to this type of item. */
export function isResponseTo(item: AuthoredItem, response: Response): boolean {
  return item.type === response.type;
}

/** Whether the person gave an answer at all. */
export function isAnswered(response: Response | null): boolean {
  switch (response?.type) {
    case undefined:
      return false;
    case 'choice':
      return response.selected !== null;
    case 'multiple_choice':
      return response.selected.length > 0;
    case 'text_entry':
    case 'extended_text':
      return comparableText(response.text, true) !== '';
  }
}

/**
 * Points for a response, between 0 and the item's points, to a hundredth; null when a person has to mark it.
 * No answer is worth 0, whatever the type. A response to another type of item is no answer.
 */
export function scoreResponse(item: AuthoredItem, response: Response | null): number | null {
  if (response === null || !isAnswered(response)) return 0;
  if (item.type === 'choice' && response.type === 'choice') return response.selected === item.correct ? item.points : 0;
  if (item.type === 'multiple_choice' && response.type === 'multiple_choice')
    return hundredths(item.points, shareOf(item, response.selected));
  if (item.type === 'text_entry' && response.type === 'text_entry')
    return isAccepted(item, response.text) ? item.points : 0;
  return item.type === 'extended_text' && response.type === 'extended_text' ? null : 0;
}

function hundredths(points: number, share: number): number {
  return share === 1 ? points : Math.round(points * share * 100) / 100;
}

/** Part of the points, 0 to 1: a right option counts for, a wrong one against. */
function shareOf(item: OfType<'multiple_choice'>, selected: readonly string[]): number {
  const chosen = new Set(selected);
  const right = item.correct.filter((id) => chosen.has(id)).length;
  const wrong = chosen.size - right;
  if (right === item.correct.length && wrong === 0) return 1;
  return item.scoring === 'all' ? 0 : Math.max(0, right - wrong) / item.correct.length;
}

function isAccepted(item: OfType<'text_entry'>, text: string): boolean {
  const given = comparableText(text, item.caseSensitive);
  return item.accepted.some((accepted) => comparableText(accepted, item.caseSensitive) === given);
}
