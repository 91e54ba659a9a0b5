import type { Outcome, RosterEntry } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { FindEvent } from './find-event';
import { readRoster } from './persistence/roster-queries';

@Injectable()
export class ListCandidates {
  constructor(
    private readonly database: Database,
    private readonly find: FindEvent,
  ) {}

  async run(actor: Actor, eventId: string): Promise<Outcome<RosterEntry[]>> {
    if (!(await this.find.seenBy(actor, eventId))) return failure({ code: 'not_found' });
    return success(await readRoster(this.database.manager, eventId));
  }
}
