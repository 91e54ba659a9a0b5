import type { Socket } from 'socket.io';

import type { GapCause, TicketClaims } from '@aigaq/contracts';
import type { Log } from '@aigaq/platform';

import type { Recorder } from '../recording/recorder';
import { type Participant, Room } from './room';
import type { WorkerPool } from './worker-pool';

/** An empty room is kept for so long, since people come back after a reload. */
const keepEmptyMilliseconds = 60_000;

/** The rooms of this node, opened by the first who joins. */
export class Rooms {
  private readonly rooms = new Map<string, Promise<Room>>();
  private readonly opened = new Set<Room>();
  private readonly closing = new Map<Room, NodeJS.Timeout>();

  constructor(
    private readonly workers: WorkerPool,
    readonly recorder: Recorder,
    private readonly log: Log,
  ) {}

  get size(): number {
    return this.opened.size;
  }

  get participants(): number {
    return [...this.opened].reduce((sum, room) => sum + room.participants.size, 0);
  }

  /** The room with a new participant in it. */
  async join(claims: TicketClaims, socket: Socket): Promise<{ room: Room; participant: Participant }> {
    const room = await this.open(claims.room);
    clearTimeout(this.closing.get(room));
    this.closing.delete(room);
    const participant: Participant = {
      claims,
      socket,
      transports: new Map(),
      published: new Map(),
      consumers: new Map(),
      sends: false,
    };
    room.participants.set(socket.id, participant);
    return { room, participant };
  }

  /** Whoever begins to send takes the place of an older socket of the same person: a page that was loaded again. */
  takePlace(room: Room, participant: Participant): void {
    participant.sends = true;
    for (const older of [...room.participants.values()])
      if (older !== participant && older.sends && older.claims.participant === participant.claims.participant)
        this.dismiss(room, older, 'network', 'replaced');
  }

  leave(room: Room, participant: Participant, cause: GapCause): void {
    room.leave(participant, cause);
    if (room.participants.size > 0 || room.router.closed) return;
    clearTimeout(this.closing.get(room));
    const timer = setTimeout(() => {
      if (room.participants.size === 0) room.router.close();
    }, keepEmptyMilliseconds);
    timer.unref();
    this.closing.set(room, timer);
  }

  /** Ends one person's media by order of the API. */
  async remove(name: string, participantId: string, reason: string): Promise<void> {
    const room = await this.rooms.get(name);
    if (!room) return;
    for (const each of [...room.participants.values()])
      if (each.claims.participant === participantId) this.dismiss(room, each, 'operator', reason);
  }

  async close(name: string): Promise<void> {
    const room = await this.rooms.get(name);
    if (!room) return;
    for (const each of [...room.participants.values()]) this.dismiss(room, each, 'operator', 'closed');
    room.router.close();
  }

  /** Sends everyone away; they ask the API for a ticket to another node. */
  async drain(reason: string): Promise<void> {
    await Promise.allSettled(this.rooms.values());
    for (const room of this.opened)
      for (const each of [...room.participants.values()]) this.dismiss(room, each, 'service', reason);
  }

  private dismiss(room: Room, participant: Participant, cause: GapCause, reason: string): void {
    participant.socket.emit('draining', { reason });
    this.leave(room, participant, cause);
    participant.socket.disconnect(true);
  }

  private open(name: string): Promise<Room> {
    const known = this.rooms.get(name);
    if (known) return known;
    const opening = this.make(name);
    this.rooms.set(name, opening);
    opening.catch(() => this.rooms.delete(name));
    return opening;
  }

  private async make(name: string): Promise<Room> {
    const { router, webRtcServer } = await this.workers.router();
    if (router.closed) throw new Error('The mediasoup worker died while a room was opened.');
    const room = new Room(name, router, webRtcServer);
    this.opened.add(room);
    router.observer.once('close', () => {
      this.rooms.delete(name);
      this.opened.delete(room);
      clearTimeout(this.closing.get(room));
      this.closing.delete(room);
      // Only a worker that died closes a room with people in it.
      for (const each of [...room.participants.values()]) this.dismiss(room, each, 'service', 'worker_died');
      this.log.info('A room closed.', { room: name });
    });
    return room;
  }
}
