import { Inject, type OnApplicationShutdown } from '@nestjs/common';
import type { OnGatewayConnection, OnGatewayDisconnect, OnGatewayInit } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';

import { type CommandAnswer, namespaces, type Outcome } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK, Limits, Log } from '@aigaq/platform';
import {
  ChangeConnection,
  JoinSitting,
  type Owner,
  PresentSittings,
  SayAsCandidate,
  TakePulse,
  TakeReport,
} from '@aigaq/proctoring';

import { Command, Gateway, type SocketCall } from '../sockets/gateway';
import { CandidateScreens, deviceRoom, eventRoom, sittingRoom } from './candidate-screens';

type Name = keyof typeof namespaces.sitting.commands;
type Call<N extends Name> = SocketCall<typeof namespaces.sitting, N>;
type Answer<N extends Name> = Promise<Outcome<CommandAnswer<typeof namespaces.sitting, N>>>;

/** What a candidate's socket remembers; socket.io brings it back with a connection that it recovers. */
interface CandidateData {
  bound?: Bound;
}
interface Bound {
  owner: Owner;
  sittingId: string;
  deviceId: string;
  /** Through which number nothing of this browser is missing. */
  acceptedThrough: number;
  /** False for a browser that may only deliver what it still has, because another holds the sitting. */
  joined: boolean;
}

const notJoined = failure({ code: 'not_in_this_state' as const });
/** Milliseconds between two notes that the sockets of this server are there. */
const presenceInterval = 10_000;

/** The candidate's line: what the browser kept comes in, what changed goes out. */
@Gateway(namespaces.sitting)
export class SittingGateway
  implements OnGatewayInit<Namespace>, OnGatewayConnection, OnGatewayDisconnect, OnApplicationShutdown
{
  private namespace: Namespace | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly leaving = new Set<Promise<void>>();

  constructor(
    private readonly screens: CandidateScreens,
    private readonly joinSitting: JoinSitting,
    private readonly takeReport: TakeReport,
    private readonly takePulse: TakePulse,
    private readonly sayAsCandidate: SayAsCandidate,
    private readonly changeConnection: ChangeConnection,
    private readonly present: PresentSittings,
    private readonly limits: Limits,
    private readonly log: Log,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  afterInit(namespace: Namespace): void {
    this.namespace = namespace;
    this.screens.open(namespace);
    this.present.from(() => this.sittingsHere());
    this.timer = setInterval(() => this.track(this.present.note()), presenceInterval);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.leaving);
  }

  /** A connection that socket.io recovered has its rooms again; the sitting has to hear of it too. */
  handleConnection(socket: Socket): void {
    const { bound } = socket.data as CandidateData;
    if (!socket.recovered || !bound?.joined) return;
    this.track(this.comeBack(socket, bound));
  }

  handleDisconnect(socket: Socket): void {
    const { bound } = socket.data as CandidateData;
    if (bound?.joined) this.track(this.leave(bound));
  }

  @Command(namespaces.sitting, 'join')
  async join({ actor, input, socket }: Call<'join'>): Answer<'join'> {
    const allowed = await this.limits.take('write', `join:${actor.accountId}`);
    if (!allowed.ok) return allowed;
    const joined = await this.joinSitting.run(actor, input);
    const refusedForAnother = !joined.ok && joined.problems.some((problem) => problem.code === 'other_device');
    if (!joined.ok && !refusedForAnother) return joined;
    await this.bind(socket, actor, input, joined.ok ? joined.value : null);
    return joined;
  }

  @Command(namespaces.sitting, 'report')
  async report({ actor, input, socket }: Call<'report'>): Answer<'report'> {
    const { bound } = socket.data as CandidateData;
    if (!bound || bound.owner.accountId !== actor.accountId) return notJoined;
    if (bound.deviceId !== input.deviceId) return failure({ code: 'other_device', field: 'deviceId' });
    const allowed = await this.limits.take('write', `report:${actor.accountId}`);
    if (!allowed.ok) return allowed;
    const { sittingId, deviceId, acceptedThrough: known } = bound;
    const taken = await this.takeReport.run(actor, { sittingId, deviceId, entries: input.entries, known });
    if (taken.ok) bound.acceptedThrough = Math.max(bound.acceptedThrough, taken.value.acceptedThrough);
    return taken;
  }

  @Command(namespaces.sitting, 'heartbeat')
  async heartbeat({ socket }: Call<'heartbeat'>): Answer<'heartbeat'> {
    const { bound } = socket.data as CandidateData;
    const pulse = bound && (await this.takePulse.run(bound.sittingId));
    if (!pulse) return notJoined;
    // Breaking and coming back raced each other, here or at another server, and the break was written last.
    if (bound.joined && pulse.connection === 'lost' && pulse.deviceId === bound.deviceId)
      this.track(this.comeBack(socket, bound));
    return success({ now: this.clock.now().toISOString(), clock: pulse.clock });
  }

  @Command(namespaces.sitting, 'say')
  async say({ actor, input, socket }: Call<'say'>): Answer<'say'> {
    const { bound } = socket.data as CandidateData;
    if (!bound?.joined) return notJoined;
    const allowed = await this.limits.take('write', `say:${actor.accountId}`);
    return allowed.ok ? this.sayAsCandidate.run(actor, bound.sittingId, input) : allowed;
  }

  private async bind(
    socket: Socket,
    { accountId, institutionId }: Actor,
    { sittingId, deviceId }: { sittingId: string; deviceId: string },
    joined: { acceptedThrough: number; sitting: { event: { id: string } } } | null,
  ): Promise<void> {
    const data = socket.data as CandidateData;
    if (data.bound && (data.bound.sittingId !== sittingId || data.bound.deviceId !== deviceId)) {
      const wasJoined = data.bound.joined;
      await this.unbind(socket, data.bound);
      if (wasJoined) this.track(this.leave(data.bound));
    }
    const owner = { accountId, institutionId };
    data.bound = { owner, sittingId, deviceId, acceptedThrough: joined?.acceptedThrough ?? 0, joined: joined !== null };
    if (!joined) return;
    await socket.join([sittingRoom(sittingId), deviceRoom(sittingId, deviceId), eventRoom(joined.sitting.event.id)]);
    // The line may have broken while the rows were written: then nobody else would say so.
    if (!socket.connected) this.track(this.leave(data.bound));
  }

  private async comeBack(socket: Socket, bound: Bound): Promise<void> {
    const { owner, sittingId, deviceId } = bound;
    const joined = await this.joinSitting.run(owner, { sittingId, deviceId, takeOver: false });
    if (joined.ok) bound.acceptedThrough = joined.value.acceptedThrough;
    else await this.unbind(socket, bound);
  }

  private async unbind(socket: Socket, bound: Bound): Promise<void> {
    bound.joined = false;
    await socket.leave(sittingRoom(bound.sittingId));
    await socket.leave(deviceRoom(bound.sittingId, bound.deviceId));
    for (const room of socket.rooms) if (room.startsWith(eventRoom(''))) await socket.leave(room);
  }

  /** Another tab of the same browser keeps the sitting. */
  private async leave({ sittingId, deviceId }: Bound): Promise<void> {
    const others = (await this.namespace?.in(deviceRoom(sittingId, deviceId)).fetchSockets()) ?? [];
    if (others.length === 0) await this.changeConnection.lost(sittingId, deviceId);
  }

  private sittingsHere(): string[] {
    const sockets = [...(this.namespace?.sockets.values() ?? [])];
    return sockets.flatMap((socket) => {
      const { bound } = socket.data as CandidateData;
      return bound?.joined && socket.rooms.has(sittingRoom(bound.sittingId)) ? [bound.sittingId] : [];
    });
  }

  /** Work that no command waits for: its failure is logged, and the process does not end before it. */
  private track(work: Promise<void>): void {
    const tracked = work
      .catch((error: unknown) => this.log.error('A change of a connection could not be noted.', error))
      .finally(() => this.leaving.delete(tracked));
    this.leaving.add(tracked);
  }
}
