import type { EntityManager } from 'typeorm';

import { documentNumber } from '../domain/document-number';

/** The next number of an institution's documents of one kind and year; numbers follow one another without a gap. */
export async function nextNumber(
  manager: EntityManager,
  institutionId: string,
  kind: 'protocol',
  year: number,
): Promise<string> {
  const rows: { last: number }[] = await manager.query(
    `insert into document_counter (institution_id, kind, year, last) values ($1, $2, $3, 1)
     on conflict (institution_id, kind, year) do update set last = document_counter.last + 1 returning last`,
    [institutionId, kind, year],
  );
  return documentNumber(kind, year, rows[0]?.last ?? 1);
}
