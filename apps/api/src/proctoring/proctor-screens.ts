import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Namespace } from 'socket.io';

import { namespaces } from '@aigaq/contracts';
import { Log, Outbox } from '@aigaq/platform';
import {
  FindStaffEvent,
  SittingDetails,
  type SittingNamed,
  SittingNews,
  SittingRows,
  type StaffPerson,
} from '@aigaq/proctoring';

import { emit } from '../sockets/gateway';
import { Coalescer } from './coalescer';

/** Milliseconds between two pushes of one sitting: a wall that changes more often than four times a second only flickers. */
const pushInterval = 250;

export const eventRoom = (eventId: string): string => `event:${eventId}`;
export const sittingRoom = (sittingId: string): string => `sitting:${sittingId}`;

/** What a proctor's socket remembers of its person. */
export interface WatcherData {
  watcher?: StaffPerson;
}

/** Keeps the proctors' screens fresh: says what changed to whoever watches the event or has the candidate open. */
@Injectable()
export class ProctorScreens implements OnModuleInit, OnModuleDestroy {
  private namespace: Namespace | undefined;
  private readonly pushes = new Coalescer(pushInterval);

  constructor(
    private readonly outbox: Outbox,
    private readonly rows: SittingRows,
    private readonly details: SittingDetails,
    private readonly news: SittingNews,
    private readonly findEvent: FindStaffEvent,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.outbox.on('sitting.changed', async (sitting) => this.refresh(sitting));
    this.outbox.on('flag.changed', ({ flagId }) => this.showFlag(flagId));
    this.outbox.on('message.sent', ({ messageId }) => this.showMessage(messageId));
    this.outbox.on('event.staff_changed', ({ eventId }) => this.leaveThoseWhoMayNot(eventId));
  }

  onModuleDestroy(): void {
    this.pushes.stop();
  }

  open(namespace: Namespace): void {
    this.namespace = namespace;
  }

  private refresh(sitting: SittingNamed): void {
    this.pushes.run(sitting.sittingId, () => {
      this.push(sitting).catch((error: unknown) =>
        this.log.error('A sitting could not be shown to its proctors.', error),
      );
    });
  }

  private async push(sitting: SittingNamed): Promise<void> {
    if (!this.namespace) return;
    const [wall, panel] = [eventRoom(sitting.eventId), sittingRoom(sitting.sittingId)];
    if (await this.someoneIn(panel)) {
      const detail = await this.details.of(sitting, sitting.sittingId);
      if (!detail) return;
      emit(this.namespace.to(panel), namespaces.proctor, 'detail', detail);
      emit(this.namespace.to(wall), namespaces.proctor, 'row', detail.row);
    } else if (await this.someoneIn(wall)) {
      const row = await this.rows.byId(sitting, sitting.sittingId);
      if (row) emit(this.namespace.to(wall), namespaces.proctor, 'row', row);
    }
  }

  private async showFlag(flagId: string): Promise<void> {
    const found = await this.news.flag(flagId);
    if (!found || !this.namespace) return;
    const payload = { sittingId: found.sittingId, flag: found.flag };
    emit(this.namespace.to(eventRoom(found.eventId)), namespaces.proctor, 'flag', payload);
    this.refresh(found);
  }

  private async showMessage(messageId: string): Promise<void> {
    const found = await this.news.message(messageId);
    if (!found || !this.namespace) return;
    const payload = { sittingId: found.sittingId, message: found.message };
    emit(this.namespace.to(eventRoom(found.eventId)), namespaces.proctor, 'message', payload);
    this.refresh(found);
  }

  /** Who was taken off the event's staff no longer sees its candidates. */
  private async leaveThoseWhoMayNot(eventId: string): Promise<void> {
    for (const socket of (await this.namespace?.in(eventRoom(eventId)).fetchSockets()) ?? []) {
      const { watcher } = socket.data as WatcherData;
      if (watcher && (await this.findEvent.run(watcher, eventId, 'watch')).ok) continue;
      socket.leave(eventRoom(eventId));
      for (const room of socket.rooms) if (room.startsWith(sittingRoom(''))) socket.leave(room);
    }
  }

  private async someoneIn(room: string): Promise<boolean> {
    return ((await this.namespace?.in(room).fetchSockets()) ?? []).length > 0;
  }
}
