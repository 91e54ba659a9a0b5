import type { OnGatewayInit } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';

import { type CommandAnswer, namespaces, type Outcome, type SittingDetail } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import {
  DecideIdentity,
  EndByProctor,
  GrantTime,
  OpenSitting,
  PauseSitting,
  RaiseFlag,
  ResumeSitting,
  SayToCandidate,
  SittingDetails,
  TriageFlag,
  WarnCandidate,
  WatchEvent,
} from '@aigaq/proctoring';

import { Command, Gateway, type SocketCall } from '../sockets/gateway';
import { eventRoom, ProctorScreens, sittingRoom, type WatcherData } from './proctor-screens';

type Name = keyof typeof namespaces.proctor.commands;
type Call<N extends Name> = SocketCall<typeof namespaces.proctor, N>;
type Answer<N extends Name> = Promise<Outcome<CommandAnswer<typeof namespaces.proctor, N>>>;

@Gateway(namespaces.proctor)
export class ProctorGateway implements OnGatewayInit<Namespace> {
  constructor(
    private readonly screens: ProctorScreens,
    private readonly details: SittingDetails,
    private readonly watchEvent: WatchEvent,
    private readonly openSitting: OpenSitting,
    private readonly decideIdentity: DecideIdentity,
    private readonly sayToCandidate: SayToCandidate,
    private readonly warnCandidate: WarnCandidate,
    private readonly pauseSitting: PauseSitting,
    private readonly resumeSitting: ResumeSitting,
    private readonly grantTime: GrantTime,
    private readonly endByProctor: EndByProctor,
    private readonly raiseFlag: RaiseFlag,
    private readonly triageFlag: TriageFlag,
  ) {}

  afterInit(namespace: Namespace): void {
    this.screens.open(namespace);
  }

  @Command(namespaces.proctor, 'watch')
  watch({ actor, input, socket }: Call<'watch'>): Answer<'watch'> {
    return this.watchEvent.run(actor, input.eventId, () => {
      remember(socket, actor);
      return socket.join(eventRoom(input.eventId));
    });
  }

  @Command(namespaces.proctor, 'unwatch')
  async unwatch({ input, socket }: Call<'unwatch'>): Answer<'unwatch'> {
    await socket.leave(eventRoom(input.eventId));
    return success({ done: true });
  }

  /** One candidate at a time stands in the side panel. */
  @Command(namespaces.proctor, 'open')
  async open({ actor, input, socket }: Call<'open'>): Answer<'open'> {
    const opened = await this.openSitting.run(actor, input.sittingId);
    if (!opened.ok) return opened;
    remember(socket, actor);
    for (const room of socket.rooms) if (room.startsWith(sittingRoom(''))) await socket.leave(room);
    await socket.join(sittingRoom(input.sittingId));
    return this.detail(actor, input.sittingId);
  }

  @Command(namespaces.proctor, 'identify')
  async identify({ actor, input }: Call<'identify'>): Answer<'identify'> {
    const decided = await this.decideIdentity.run(actor, input);
    return decided.ok ? this.detail(actor, input.sittingId) : decided;
  }

  @Command(namespaces.proctor, 'say')
  say({ actor, input }: Call<'say'>): Answer<'say'> {
    return this.sayToCandidate.run(actor, input);
  }

  @Command(namespaces.proctor, 'warn')
  async warn({ actor, input }: Call<'warn'>): Answer<'warn'> {
    const warned = await this.warnCandidate.run(actor, input);
    return warned.ok ? this.detail(actor, input.sittingId) : warned;
  }

  @Command(namespaces.proctor, 'pause')
  async pause({ actor, input }: Call<'pause'>): Answer<'pause'> {
    const paused = await this.pauseSitting.run(actor, input);
    return paused.ok ? this.detail(actor, input.sittingId) : paused;
  }

  @Command(namespaces.proctor, 'resume')
  async resume({ actor, input }: Call<'resume'>): Answer<'resume'> {
    const resumed = await this.resumeSitting.run(actor, input);
    return resumed.ok ? this.detail(actor, input.sittingId) : resumed;
  }

  @Command(namespaces.proctor, 'grant')
  async grant({ actor, input }: Call<'grant'>): Answer<'grant'> {
    const granted = await this.grantTime.run(actor, input);
    return granted.ok ? this.detail(actor, input.sittingId) : granted;
  }

  @Command(namespaces.proctor, 'end')
  async end({ actor, input }: Call<'end'>): Answer<'end'> {
    const ended = await this.endByProctor.run(actor, input);
    return ended.ok ? this.detail(actor, input.sittingId) : ended;
  }

  @Command(namespaces.proctor, 'flag')
  flag({ actor, input }: Call<'flag'>): Answer<'flag'> {
    return this.raiseFlag.run(actor, input);
  }

  @Command(namespaces.proctor, 'dismiss')
  dismiss({ actor, input }: Call<'dismiss'>): Answer<'dismiss'> {
    return this.triageFlag.run(actor, input.flagId, { verdict: 'dismissed', note: input.note });
  }

  private async detail(actor: Actor, sittingId: string): Promise<Outcome<SittingDetail>> {
    const detail = await this.details.of(actor, sittingId);
    return detail ? success(detail) : failure({ code: 'not_found' });
  }
}

function remember(socket: Socket, { accountId, institutionId, roles }: Actor): void {
  (socket.data as WatcherData).watcher = { accountId, institutionId, roles };
}
