import type { PresentedItem, Response, SavedAnswer } from '@aigaq/contracts';

import type { LocalAnswer } from '../outbox/report-store';

/** What stands on the page for one item. */
export interface Answer {
  readonly response: Response;
  readonly flagged: boolean;
  /** The server's time as this browser knew it, ISO 8601. */
  readonly at: string;
}

/** What this browser and the server know, brought together: the newer of each item holds, this browser's own in a tie. */
export function mergeAnswers(local: readonly LocalAnswer[], server: readonly SavedAnswer[]): Map<string, Answer> {
  const merged = new Map<string, Answer>();
  for (const { itemId, response, flagged, answeredAt } of server)
    merged.set(itemId, { response, flagged, at: answeredAt });
  for (const { itemId, response, flagged, at } of local) {
    const known = merged.get(itemId);
    if (!known || Date.parse(at) >= Date.parse(known.at)) merged.set(itemId, { response, flagged, at });
  }
  return merged;
}

export function emptyResponse(item: Pick<PresentedItem, 'type'>): Response {
  switch (item.type) {
    case 'choice':
      return { type: 'choice', selected: null };
    case 'multiple_choice':
      return { type: 'multiple_choice', selected: [] };
    case 'text_entry':
      return { type: 'text_entry', text: '' };
    case 'extended_text':
      return { type: 'extended_text', text: '' };
  }
}

/** Whether a person would say that there is an answer. */
export function isAnswered(response: Response | undefined): boolean {
  if (!response) return false;
  switch (response.type) {
    case 'choice':
      return response.selected !== null;
    case 'multiple_choice':
      return response.selected.length > 0;
    case 'text_entry':
    case 'extended_text':
      return response.text.trim() !== '';
  }
}

/** Words as people count them: what stands between spaces and holds a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
