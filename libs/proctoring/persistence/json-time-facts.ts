import type { TimeFact, TimeFactKind } from '../domain/sitting-clock';

/** A column of a query over `sitting s`: its time facts, so that many clocks cost one query. */
export const timeFactsColumn = `
  coalesce((select json_agg(json_build_object('id', f.id, 'at', f.at, 'kind', f.kind, 'seconds', f.seconds))
            from sitting_time_fact f where f.sitting_id = s.id), '[]') as facts`;

export interface JsonTimeFact {
  id: string;
  at: string;
  kind: TimeFactKind;
  seconds: number | null;
}

export function timeFactsOf(facts: readonly JsonTimeFact[]): TimeFact[] {
  return facts.map((fact) => ({ ...fact, at: new Date(fact.at) }));
}
