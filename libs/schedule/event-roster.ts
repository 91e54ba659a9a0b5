import type { FlagCode } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { EventCandidateEntity } from './persistence/event-candidate.entity';

export interface RosterMember {
  readonly accountId: string;
  /** Time granted beforehand to this person, beyond the event's duration. */
  readonly extraSeconds: number;
  readonly silencedDetectors: readonly FlagCode[];
}

/** Who sits an event, and what was granted to each. */
@Injectable()
export class EventRoster {
  constructor(private readonly database: Database) {}

  async of(eventId: string, manager = this.database.manager): Promise<RosterMember[]> {
    return manager.find(EventCandidateEntity, { where: { eventId }, order: { addedAt: 'ASC', accountId: 'ASC' } });
  }
}
