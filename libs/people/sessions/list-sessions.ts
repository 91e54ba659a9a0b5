import { Inject, Injectable } from '@nestjs/common';

import { success, type Clock } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { CLOCK, Database } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import { isOver } from '../domain/session-rules';
import { AccountSession } from '../persistence/account-session.entity';

export interface DeviceSession {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  address: string;
  userAgent: string;
  current: boolean;
}

/** Where one is signed in, last used first. */
@Injectable()
export class ListSessions {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<Outcome<DeviceSession[]>> {
    const now = this.clock.now();
    const sessions = await this.database.manager.find(AccountSession, {
      where: { accountId: actor.accountId, complete: true },
      order: { lastSeenAt: 'DESC' },
    });
    return success(
      sessions
        .filter((session) => !isOver(session, now))
        .map(({ id, createdAt, lastSeenAt, address, userAgent }) => ({
          id,
          createdAt: createdAt.toISOString(),
          lastSeenAt: lastSeenAt.toISOString(),
          address,
          userAgent,
          current: id === actor.sessionId,
        })),
    );
  }
}
