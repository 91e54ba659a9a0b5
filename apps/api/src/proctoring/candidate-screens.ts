import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Namespace } from 'socket.io';

import { namespaces } from '@aigaq/contracts';
import type { Clock } from '@aigaq/kernel';
import { CLOCK, Log, Outbox } from '@aigaq/platform';
import { MySittings, SittingNews } from '@aigaq/proctoring';
import { Inject } from '@nestjs/common';

import { emit } from '../sockets/gateway';
import { Coalescer } from './coalescer';

/** Milliseconds between two pushes of one sitting. */
const pushInterval = 250;
const rehearsalPrefix = 'rehearsal:';

/** All browsers that show a sitting. */
export const sittingRoom = (sittingId: string): string => `sitting:${sittingId}`;
/** The sockets of one browser, whether or not it holds the sitting. */
export const deviceRoom = (sittingId: string, deviceId: string): string => `device:${sittingId}:${deviceId}`;
/** Everybody who sits at an event: they share a media room. */
export const eventRoom = (eventId: string): string => `event:${eventId}`;

/** Keeps the candidates' pages fresh: says to a sitting's own browser what changed about it. */
@Injectable()
export class CandidateScreens implements OnModuleInit, OnModuleDestroy {
  private namespace: Namespace | undefined;
  private readonly pushes = new Coalescer(pushInterval);

  constructor(
    private readonly outbox: Outbox,
    private readonly sittings: MySittings,
    private readonly news: SittingNews,
    private readonly log: Log,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.on('sitting.changed', async ({ sittingId }) => this.refresh(sittingId));
    this.outbox.on('message.sent', (sent) => this.showMessage(sent.sittingId, sent.messageId));
    this.outbox.on('sitting.warned', async (warned) => this.warn(warned));
    this.outbox.on('sitting.taken_over', ({ sittingId, deviceId }) => this.takeAway(sittingId, deviceId));
    this.outbox.on('media.moved', async ({ room, reason }) => this.moveMedia(room, reason));
  }

  onModuleDestroy(): void {
    this.pushes.stop();
  }

  open(namespace: Namespace): void {
    this.namespace = namespace;
  }

  private refresh(sittingId: string): void {
    this.pushes.run(sittingId, () => {
      this.push(sittingId).catch((error: unknown) =>
        this.log.error('A sitting could not be shown to its candidate.', error),
      );
    });
  }

  private async push(sittingId: string): Promise<void> {
    const room = this.namespace?.in(sittingRoom(sittingId));
    if (!room || (await room.fetchSockets()).length === 0) return;
    const sitting = await this.sittings.forItsOwner(sittingId);
    if (sitting) emit(room, namespaces.sitting, 'changed', sitting);
  }

  private async showMessage(sittingId: string, messageId: string): Promise<void> {
    const found = await this.news.message(messageId);
    if (found && this.namespace)
      emit(this.namespace.to(sittingRoom(sittingId)), namespaces.sitting, 'message', found.message);
  }

  private warn({ sittingId, warningId, text }: { sittingId: string; warningId: string; text: string }): void {
    if (this.namespace)
      emit(this.namespace.to(sittingRoom(sittingId)), namespaces.sitting, 'warning', { id: warningId, text });
  }

  /** The older browser is told, and hears no more of the sitting; what it still has to deliver is taken. */
  private async takeAway(sittingId: string, deviceId: string): Promise<void> {
    const device = this.namespace?.in(deviceRoom(sittingId, deviceId));
    if (!device) return;
    emit(device, namespaces.sitting, 'taken_over', { at: this.clock.now().toISOString() });
    device.socketsLeave(sittingRoom(sittingId));
  }

  private moveMedia(room: string, reason: string): void {
    const target = room.startsWith(rehearsalPrefix) ? sittingRoom(room.slice(rehearsalPrefix.length)) : eventRoom(room);
    if (this.namespace) emit(this.namespace.to(target), namespaces.sitting, 'media_moved', { reason });
  }
}
