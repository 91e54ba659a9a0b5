import type { Receipt } from '@aigaq/contracts';
import type { Clock } from '@aigaq/kernel';
import { CLOCK, Database, Outbox, type Transaction } from '@aigaq/platform';
import { type SittingEnd, ReadSittings, type SittingNow } from '@aigaq/proctoring';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

import { attemptLifecycle } from './domain/attempt-lifecycle';
import { moveAttempt, openAttempt } from './open-attempt';
import { holdAttempt, lockAttempt } from './persistence/attempt-queries';
import type { AttemptEntity } from './persistence/attempt.entity';
import { SettleAttempt } from './settle-attempt';

/** Lets each attempt follow its sitting: facts may come twice, and after the answers that they lead to. */
@Injectable()
export class FollowSittings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly sittings: ReadSittings,
    private readonly settle: SettleAttempt,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const { outbox } = this;
    outbox.on('sitting.invited', ({ sittingId }) => this.follow(sittingId, () => Promise.resolve()));
    outbox.on('sitting.started', ({ sittingId }) => this.follow(sittingId, () => Promise.resolve()));
    outbox.on('sitting.paused', ({ sittingId }) =>
      this.follow(sittingId, (tx, attempt) => turn(tx, attempt, 'paused')),
    );
    outbox.on('sitting.resumed', ({ sittingId }) => this.follow(sittingId, (tx, attempt) => turn(tx, attempt, 'open')));
    outbox.on('sitting.ended', ({ sittingId, how }) =>
      this.follow(sittingId, (tx, attempt, sitting) => this.end(tx, attempt, sitting, how)),
    );
    outbox.on('decision.reached', ({ sittingId }) => this.conclude(sittingId));
  }

  /** Has the attempt held, and open when the sitting ever started. */
  private async follow(
    sittingId: string,
    work: (tx: Transaction, attempt: AttemptEntity, sitting: SittingNow) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const sitting = await this.sittings.byId(sittingId, tx.manager);
      if (!sitting) return;
      const attempt = await holdAttempt(tx.manager, sitting);
      if (sitting.startedAt) await openAttempt(tx, attempt, sitting.startedAt);
      await work(tx, attempt, sitting);
    });
  }

  /** Whoever never started has nothing to hand in. */
  private async end(tx: Transaction, attempt: AttemptEntity, sitting: SittingNow, how: SittingEnd): Promise<void> {
    if (!sitting.startedAt) return;
    await this.settle.handIn(tx, attempt, howOfReceipt(how), sitting.endedAt ?? this.clock.now());
  }

  /** A mark stands when the decision does; one that is still missing becomes final as soon as it is given. */
  private async conclude(sittingId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const attempt = await lockAttempt(tx.manager, sittingId);
      if (attempt?.state === 'graded') await moveAttempt(tx, attempt, 'final');
    });
  }
}

async function turn(tx: Transaction, attempt: AttemptEntity, to: 'open' | 'paused'): Promise<void> {
  if (attemptLifecycle.allows(attempt.state, to)) await moveAttempt(tx, attempt, to);
}

function howOfReceipt(how: SittingEnd): Receipt['how'] {
  return how === 'submitted' || how === 'expired' ? how : 'ended_by_proctor';
}
