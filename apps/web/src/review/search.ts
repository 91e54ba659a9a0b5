export interface ListSearch {
  search?: string | undefined;
  needsReview?: true | undefined;
  page?: number | undefined;
}

export function readListSearch(search: Record<string, unknown>): ListSearch {
  const { search: text, needsReview, page } = search;
  return {
    ...(typeof text === 'string' && text.trim() !== '' ? { search: text } : {}),
    ...(needsReview === true ? { needsReview } : {}),
    ...(typeof page === 'number' && Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}

export const sittingTabs = ['flags', 'answers', 'record', 'decision'] as const;
export type SittingTab = (typeof sittingTabs)[number];

/** The flag whose clip is shown and the part that stands open: a link to a flag opens it. */
export interface SittingSearch {
  flag?: string | undefined;
  tab?: SittingTab | undefined;
}

export function readSittingSearch(search: Record<string, unknown>): SittingSearch {
  const { flag, tab } = search;
  const known = sittingTabs.find((each) => each === tab);
  return {
    ...(typeof flag === 'string' && /^[0-9a-f-]{36}$/i.test(flag) ? { flag } : {}),
    ...(known ? { tab: known } : {}),
  };
}
