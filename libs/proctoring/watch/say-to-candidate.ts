import type { CommandInput, MessageView, namespaces, Outcome } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { isBeforeStart, isRunning } from '../domain/sitting-lifecycle';
import { MessageEntity } from '../persistence/message.entity';
import { publishChanged } from '../persistence/sitting-queries';
import { HoldSitting } from './hold-sitting';
import { markRead } from './open-sitting';

type Input = CommandInput<typeof namespaces.proctor, 'say'>;

/** A line from the proctor to the candidate; taken once by its id. Whoever answers has read what came before. */
@Injectable()
export class SayToCandidate {
  constructor(
    private readonly hold: HoldSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `not_in_this_state` when the sitting is over and nobody would read it. */
  run(actor: Actor, input: Input): Promise<Outcome<MessageView>> {
    return this.hold.run(actor, input.sittingId, 'watch', async (tx, sitting) => {
      const said = await tx.manager.findOneBy(MessageEntity, { id: input.id, sittingId: sitting.id });
      if (said)
        return success({
          id: said.id,
          at: said.at.toISOString(),
          from: said.sender,
          name: actor.name,
          text: said.text,
        });
      if (!isBeforeStart(sitting.state) && !isRunning(sitting.state) && sitting.state !== 'ended')
        return failure({ code: 'not_in_this_state' });
      const at = this.clock.now();
      await tx.manager.insert(MessageEntity, {
        id: input.id,
        sittingId: sitting.id,
        at,
        sender: 'proctor',
        accountId: actor.accountId,
        text: input.text,
        readAt: null,
      });
      await tx.publish('message.sent', { sittingId: sitting.id, messageId: input.id });
      if (await markRead(tx.manager, sitting.id, at)) await publishChanged(tx, sitting);
      return success({ id: input.id, at: at.toISOString(), from: 'proctor', name: actor.name, text: input.text });
    });
  }
}
