import type { ActionView, CommandInput, namespaces, Outcome } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK, Database, type Transaction } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { IdentityCheckEntity } from '../persistence/identity-check.entity';
import { SittingActionEntity } from '../persistence/sitting-action.entity';
import { named, publishChanged } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';
import { noteAction } from '../sitting-time';
import { HoldSitting } from './hold-sitting';

type Input = CommandInput<typeof namespaces.proctor, 'identify'>;

interface Consequence {
  readonly to: SittingEntity['state'];
  readonly action: ActionView['kind'];
}

const consequences: Readonly<Record<Input['verdict'], Consequence>> = {
  confirmed: { to: 'ready', action: 'admitted' },
  refused: { to: 'refused', action: 'refused' },
  again: { to: 'waiting', action: 'again' },
};

/** A person has compared document and face: lets the candidate in, refuses, or asks to be shown again. */
@Injectable()
export class DecideIdentity {
  constructor(
    private readonly hold: HoldSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Refuses with `reason_needed` for any verdict but the good one, `identity_missing` when nothing was shown and
   * `not_in_this_state`; safe to repeat.
   */
  run(actor: Actor, input: Input): Promise<Outcome<SittingEntity>> {
    return this.hold.run(actor, input.sittingId, 'watch', async (tx, sitting) => {
      if (await tx.manager.existsBy(SittingActionEntity, { id: input.commandId, sittingId: sitting.id }))
        return success(sitting);
      if (input.verdict !== 'confirmed' && input.reason === '')
        return failure({ code: 'reason_needed', field: 'reason' });
      if (sitting.state !== 'identifying') return failure({ code: 'not_in_this_state' });
      const check = await tx.manager.findOne(IdentityCheckEntity, {
        where: { sittingId: sitting.id, state: 'requested' },
        order: { requestedAt: 'DESC' },
      });
      if (!check) return failure({ code: 'identity_missing' });
      await this.decide(tx, actor, sitting, check, input);
      return success(sitting);
    });
  }

  private async decide(
    tx: Transaction,
    actor: Actor,
    sitting: SittingEntity,
    check: IdentityCheckEntity,
    input: Input,
  ): Promise<void> {
    const now = this.clock.now();
    const { to, action } = consequences[input.verdict];
    await tx.manager.update(
      IdentityCheckEntity,
      { id: check.id },
      {
        state: input.verdict,
        decidedAt: now,
        decidedBy: actor.accountId,
        reason: input.reason,
        // Of the document only these and the result are kept (domain.md 3.4).
        documentLast4: input.verdict === 'confirmed' ? input.documentLast4 : '',
      },
    );
    const ended = to === 'refused' ? { ended_at: now, ended_how: 'refused' } : {};
    await Database.moveState(tx.manager, {
      table: 'sitting',
      id: sitting.id,
      from: ['identifying'],
      to,
      set: { reason: input.verdict === 'confirmed' ? '' : input.reason, ...ended },
    });
    sitting.state = to;
    const deed = { sittingId: sitting.id, actionId: input.commandId, by: actor.accountId, reason: input.reason, now };
    await noteAction(tx, sitting, deed, action);
    await publishChanged(tx, sitting);
    if (to === 'refused') await tx.publish('sitting.ended', { ...named(sitting), how: 'refused' });
  }
}
