import type { Page, SittingRow } from '@aigaq/contracts';
import type { Clock } from '@aigaq/kernel';
import type { Scope } from '@aigaq/people';
import { CLOCK, Database } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { readSittingRows } from '../persistence/sitting-rows';

export interface RowFilter {
  readonly search?: string | undefined;
  readonly needsReview?: boolean | undefined;
  readonly page: number;
  readonly pageSize: number;
}

/** Sittings as staff sees them in a list or on the wall; whether the person may look is asked before. */
@Injectable()
export class SittingRows {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async allOf(scope: Scope, eventId: string): Promise<SittingRow[]> {
    const { institutionId } = scope;
    return (await readSittingRows(this.database.manager, { institutionId, eventId }, this.clock.now())).rows;
  }

  async pageOf(scope: Scope, eventId: string, filter: RowFilter): Promise<Page<SittingRow>> {
    const { page, pageSize, search, needsReview } = filter;
    const wanted = { institutionId: scope.institutionId, eventId, search, needsReview };
    const part = { limit: pageSize, offset: (page - 1) * pageSize };
    const found = await readSittingRows(this.database.manager, { ...wanted, ...part }, this.clock.now());
    return { ...found, page, pageSize };
  }

  async byId(scope: Scope, sittingId: string, manager = this.database.manager): Promise<SittingRow | null> {
    const { institutionId } = scope;
    return (await readSittingRows(manager, { institutionId, sittingId }, this.clock.now())).rows[0] ?? null;
  }
}
