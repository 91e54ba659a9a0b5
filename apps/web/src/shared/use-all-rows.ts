import { keepPreviousData, useQuery } from '@tanstack/react-query';

import type { Page, RouteDefinition } from '@aigaq/contracts';

import { call, keyOf } from '../api/call';

const pageSize = 200;
/** A list longer than this is narrowed by a search, not scrolled. */
const mostPages = 20;

/** Fetches a paged list whole, so that sorting and export cover all of it and not one page. */
export function useAllRows<Row>(
  route: RouteDefinition & { answer: { _zod: { output: Page<Row> } } },
  filter: Record<string, unknown> = {},
  params: Record<string, string> = {},
) {
  return useQuery({
    queryKey: [...keyOf(route), params, 'all', filter],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const fetchPage = (page: number): Promise<Page<Row>> =>
        call(route, { params, query: { ...filter, page, pageSize }, signal });
      const first = await fetchPage(1);
      const rows = [...first.rows];
      for (let page = 2; rows.length < first.total && page <= mostPages; page += 1) {
        const next = await fetchPage(page);
        if (next.rows.length === 0) break;
        rows.push(...next.rows);
      }
      return { rows, total: first.total };
    },
  });
}
