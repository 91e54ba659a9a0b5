import type { InputOf, Outcome, Receipt, routes } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK, Database, type Transaction } from '@aigaq/platform';
import { EndSitting, isBeforeStart, isRunning, ReadSittings, type SittingNow } from '@aigaq/proctoring';
import { Inject, Injectable } from '@nestjs/common';

import { openAttempt } from './open-attempt';
import { holdAttempt } from './persistence/attempt-queries';
import { AttemptEntity } from './persistence/attempt.entity';
import { SettleAttempt } from './settle-attempt';

type Body = InputOf<typeof routes.submit>['body'];

@Injectable()
export class SubmitExam {
  constructor(
    private readonly database: Database,
    private readonly sittings: ReadSittings,
    private readonly endSitting: EndSitting,
    private readonly settle: SettleAttempt,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Ends one's own sitting and hands the answers in; a second time it answers the same receipt. Refuses with
   * `nothing_to_submit` before the start, `other_device` from a browser that no longer holds the sitting, and
   * `too_early` while numbers up to `lastSequence` are missing.
   */
  async run(actor: Actor, sittingId: string, body: Body): Promise<Outcome<Receipt>> {
    return this.database.transaction(async (tx): Promise<Outcome<Receipt>> => {
      const sitting = await this.sittings.own(actor, sittingId, tx.manager);
      if (!sitting) return failure({ code: 'not_found' });
      if (isBeforeStart(sitting.state)) return failure({ code: 'nothing_to_submit' });
      if (!isRunning(sitting.state)) return this.receiptOf(tx, sittingId);
      return this.submit(tx, actor, sitting, body);
    });
  }

  private async submit(tx: Transaction, actor: Actor, sitting: SittingNow, body: Body): Promise<Outcome<Receipt>> {
    if (sitting.deviceId !== body.deviceId) return failure({ code: 'other_device' });
    const accepted = await this.sittings.acceptedThrough(sitting.id, body.deviceId, tx.manager);
    if (accepted < body.lastSequence)
      return failure({ code: 'too_early', field: 'lastSequence', params: { acceptedThrough: accepted } });
    const inTime = sitting.endsAt === null || this.clock.now() <= sitting.endsAt;
    const how = inTime ? 'submitted' : 'expired';
    const by = actor.accountId;
    const ended = await this.endSitting.run(tx, { sittingId: sitting.id, by, reason: '', how });
    // Somebody else ended it between our look and our hold.
    if (!ended.ok) return this.receiptOf(tx, sitting.id);
    const attempt = await holdAttempt(tx.manager, sitting);
    const at = ended.value.endedAt ?? this.clock.now();
    await openAttempt(tx, attempt, sitting.startedAt ?? at);
    return success(await this.settle.handIn(tx, attempt, how, at));
  }

  private async receiptOf(tx: Transaction, sittingId: string): Promise<Outcome<Receipt>> {
    const attempt = await tx.manager.findOneBy(AttemptEntity, { sittingId });
    return attempt?.receipt ? success(attempt.receipt) : failure({ code: 'attempt_over' });
  }
}
