import type { RosterRow } from '@aigaq/contracts';

import { countActions } from '../domain/roster/plan-rows';
import type { RosterImport } from '../persistence/roster-import.entity';

export interface RosterImportView {
  id: string;
  fileName: string;
  state: 'preview' | 'applied';
  createdAt: string;
  counts: Record<RosterRow['action'], number>;
  rows: RosterRow[];
}

export function toRosterImportView(row: RosterImport): RosterImportView {
  const { id, fileName, state, createdAt, rows } = row;
  return { id, fileName, state, createdAt: createdAt.toISOString(), counts: countActions(rows), rows };
}
