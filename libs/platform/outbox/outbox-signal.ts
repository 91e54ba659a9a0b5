import { EventEmitter } from 'node:events';

import { Injectable } from '@nestjs/common';

/** Wakes the outbox right after a commit, so that facts arrive at once and not with the next sweep. */
@Injectable()
export class OutboxSignal {
  private readonly emitter = new EventEmitter();

  raise(): void {
    this.emitter.emit('raised');
  }

  onRaised(listener: () => void): void {
    this.emitter.on('raised', listener);
  }
}
