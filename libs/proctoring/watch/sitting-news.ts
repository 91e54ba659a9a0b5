import type { FlagView, MessageView } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import type { SittingNamed } from '../facts';
import { FlagEntity } from '../persistence/flag.entity';
import { MessageEntity } from '../persistence/message.entity';
import { readNames } from '../persistence/names';
import { named } from '../persistence/sitting-queries';
import { SittingEntity } from '../persistence/sitting.entity';
import { flagView } from '../review/flag-view';
import { messageView } from '../review/sitting-record';

/** Turns the facts that name a flag or a message into what screens show; null when it is gone. */
@Injectable()
export class SittingNews {
  constructor(private readonly database: Database) {}

  async flag(flagId: string): Promise<(SittingNamed & { readonly flag: FlagView }) | null> {
    const { manager } = this.database;
    const flag = await manager.findOneBy(FlagEntity, { id: flagId });
    const sitting = flag && (await manager.findOneBy(SittingEntity, { id: flag.sittingId }));
    if (!flag || !sitting) return null;
    return {
      ...named(sitting),
      flag: flagView(flag, await readNames(manager, sitting.institutionId, [flag.triagedBy])),
    };
  }

  async message(messageId: string): Promise<(SittingNamed & { readonly message: MessageView }) | null> {
    const { manager } = this.database;
    const message = await manager.findOneBy(MessageEntity, { id: messageId });
    const sitting = message && (await manager.findOneBy(SittingEntity, { id: message.sittingId }));
    if (!message || !sitting) return null;
    const names = await readNames(manager, sitting.institutionId, [message.accountId]);
    return { ...named(sitting), message: messageView(message, names) };
  }
}
