import type { CommandInput, namespaces, Outcome } from '@aigaq/contracts';
import { type Clock, failure, newId, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { isBeforeStart, isRunning } from '../domain/sitting-lifecycle';
import { MessageEntity } from '../persistence/message.entity';
import { SittingActionEntity } from '../persistence/sitting-action.entity';
import { named, publishChanged } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';
import { noteAction } from '../sitting-time';
import { HoldSitting } from './hold-sitting';

type Input = CommandInput<typeof namespaces.proctor, 'warn'>;

/**
 * A warning that the candidate's screen shows above everything else. It stands among the messages too, so that a person
 * whose line was down finds it.
 */
@Injectable()
export class WarnCandidate {
  constructor(
    private readonly hold: HoldSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `not_in_this_state` when the sitting is over; safe to repeat. */
  run(actor: Actor, input: Input): Promise<Outcome<SittingEntity>> {
    return this.hold.run(actor, input.sittingId, 'watch', async (tx, sitting) => {
      if (await tx.manager.existsBy(SittingActionEntity, { id: input.commandId, sittingId: sitting.id }))
        return success(sitting);
      if (!isBeforeStart(sitting.state) && !isRunning(sitting.state)) return failure({ code: 'not_in_this_state' });
      const now = this.clock.now();
      const deed = { sittingId: sitting.id, actionId: input.commandId, by: actor.accountId, reason: input.text, now };
      await noteAction(tx, sitting, deed, 'warned');
      const messageId = newId();
      await tx.manager.insert(MessageEntity, {
        id: messageId,
        sittingId: sitting.id,
        at: now,
        sender: 'proctor',
        accountId: actor.accountId,
        text: input.text,
        readAt: null,
      });
      await tx.publish('message.sent', { sittingId: sitting.id, messageId });
      await tx.publish('sitting.warned', { ...named(sitting), warningId: input.commandId, text: input.text });
      await publishChanged(tx, sitting);
      return success(sitting);
    });
  }
}
