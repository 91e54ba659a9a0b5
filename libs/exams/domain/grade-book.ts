import type { AuthoredItem, Response } from '@aigaq/contracts';
import { scoreResponse } from '@aigaq/items';

/** A mark that was given to one item of an attempt; by nobody when it was computed. */
export interface GradeLine {
  readonly itemId: string;
  readonly points: number;
  readonly by: string | null;
  readonly comment: string;
}

export interface FormItem {
  readonly id: string;
  readonly position: number;
  readonly item: AuthoredItem;
}

export interface AutomaticGrade {
  readonly itemId: string;
  readonly points: number;
}

/**
 * The marks that can be computed and differ from what stands. What a person marked stays as the person marked it.
 * @param grades the newest mark of each item
 * @param delivered the browser has sent all it had: an essay that is empty now stays empty
 */
export function automaticGrades(
  items: readonly FormItem[],
  answers: ReadonlyMap<string, { readonly response: Response }>,
  grades: ReadonlyMap<string, GradeLine>,
  delivered: boolean,
): AutomaticGrade[] {
  return items.flatMap(({ id, item }) => {
    const standing = grades.get(id);
    if (standing && standing.by !== null) return [];
    if (item.type === 'extended_text' && !delivered) return [];
    const points = scoreResponse(item, answers.get(id)?.response ?? null);
    return points === null || points === standing?.points ? [] : [{ itemId: id, points }];
  });
}

export function totalPoints(items: readonly FormItem[]): number {
  return items.reduce((sum, { item }) => sum + item.points, 0);
}
