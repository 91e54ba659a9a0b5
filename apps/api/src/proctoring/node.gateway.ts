import { Inject, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { OnGatewayDisconnect, OnGatewayInit } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';

import { type CommandAnswer, namespaces, type Outcome } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import { CLOCK, Log, Outbox } from '@aigaq/platform';
import {
  CloseRoom,
  GreetNode,
  LoseNode,
  MediaPlaces,
  NoteNodeLoad,
  type Place,
  TakeMediaFacts,
} from '@aigaq/proctoring';

import { Command, emit, Gateway, type SocketCall } from '../sockets/gateway';
import { NodeOrigins } from './node-origins';

type Name = keyof typeof namespaces.node.commands;
type Call<N extends Name> = SocketCall<typeof namespaces.node, N>;
type Answer<N extends Name> = Promise<Outcome<CommandAnswer<typeof namespaces.node, N>>>;

/** A node whose socket closed gets so many milliseconds to come back before its rooms move. */
const graceMilliseconds = 5000;

/** What the socket of a node that said hello remembers. */
interface NodeData {
  node?: { readonly name: string; seenAt: Date };
}

const nodeRoom = (name: string): string => `node:${name}`;

@Gateway(namespaces.node)
export class NodeGateway
  implements OnGatewayInit<Namespace>, OnGatewayDisconnect<Socket>, OnModuleInit, OnModuleDestroy
{
  private namespace: Namespace | undefined;
  private stopping = false;
  private readonly graces = new Set<NodeJS.Timeout>();

  constructor(
    private readonly greetNode: GreetNode,
    private readonly noteNodeLoad: NoteNodeLoad,
    private readonly takeMediaFacts: TakeMediaFacts,
    private readonly loseNode: LoseNode,
    private readonly closeRoom: CloseRoom,
    private readonly places: MediaPlaces,
    private readonly origins: NodeOrigins,
    private readonly outbox: Outbox,
    private readonly log: Log,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.on('sitting.ended', async ({ sittingId, how }) =>
      this.remove(await this.places.ofSitting(sittingId), how),
    );
    this.outbox.on('event.closed', ({ eventId }) => this.close(eventId));
    this.outbox.on('event.cancelled', ({ eventId }) => this.close(eventId));
  }

  afterInit(namespace: Namespace): void {
    this.namespace = namespace;
  }

  /** We go, not they: the nodes find another replica, or us again. */
  onModuleDestroy(): void {
    this.stopping = true;
    for (const grace of this.graces) clearTimeout(grace);
  }

  @Command(namespaces.node, 'hello')
  async hello({ input, socket }: Call<'hello'>): Answer<'hello'> {
    const data = socket.data as NodeData;
    data.node = { name: input.name, seenAt: await this.greetNode.run(input) };
    await socket.join(nodeRoom(input.name));
    await this.origins.read();
    // Whoever's sitting ended while the node could not be told is still being recorded.
    this.remove(await this.places.leftBehindOn(input.name), 'ended');
    return success({ now: this.clock.now().toISOString() });
  }

  @Command(namespaces.node, 'facts')
  async facts({ input, socket }: Call<'facts'>): Answer<'facts'> {
    const { node } = socket.data as NodeData;
    if (!node) return failure({ code: 'not_in_this_state' });
    const accepted = await this.takeMediaFacts.run(node.name, input.facts);
    // A ticket outlives its sitting by up to two minutes: who comes in with one is shown out.
    if (input.facts.some((fact) => fact.kind === 'track_started'))
      this.remove(await this.places.leftBehindOn(node.name), 'ended');
    return success({ accepted });
  }

  @Command(namespaces.node, 'load')
  async load({ input, socket }: Call<'load'>): Answer<'load'> {
    const { node } = socket.data as NodeData;
    if (!node) return failure({ code: 'not_in_this_state' });
    node.seenAt = await this.noteNodeLoad.run(node.name, input);
    return success({ now: this.clock.now().toISOString() });
  }

  handleDisconnect(socket: Socket): void {
    const { node } = socket.data as NodeData;
    if (!node || this.stopping) return;
    const grace = setTimeout(() => {
      this.graces.delete(grace);
      this.loseNode
        .run(node.name, node.seenAt)
        .catch((error: unknown) => this.log.error('A lost node could not be noted.', error));
    }, graceMilliseconds);
    this.graces.add(grace);
  }

  private remove(places: readonly Place[], reason: string): void {
    for (const { node, room, participant } of places)
      if (this.namespace)
        emit(this.namespace.to(nodeRoom(node)), namespaces.node, 'remove', { room, participant, reason });
  }

  private async close(room: string): Promise<void> {
    const node = await this.closeRoom.run(room);
    if (node !== null && this.namespace)
      emit(this.namespace.to(nodeRoom(node)), namespaces.node, 'closeRoom', { room });
  }
}
